"""What a garment's outline and folds say about its kind: which way edges run, beside those of known pieces.

The net learns kinds from cloth and light too; a sleeve's or a leg's outline is the same in any room.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from application.brain.eye.network import Array, Layers

CELLS, DIRECTIONS = 8, 9
FAINT, LOUDEST = 0.05, 0.3
WEIGHT, DOUBT = 0.8, 0.03


def outline(cut: Array) -> Array:
    """Edge directions of the mask and of the cloth's brightness, on CELLS x CELLS places each.

    Shape: a cut-out view in; 2 * CELLS * CELLS * DIRECTIONS numbers.
    """
    return np.concatenate([_edges(cut[:, :, 3]), _edges(cut[:, :, :3].mean(2))])


def leaning(cuts: Sequence[Array], layers: Layers) -> Array:
    """What the outlines of these cut-outs of one piece add to each labelled class's logit."""
    votes = np.mean([_vote(outline(cut), layers) for cut in cuts], axis=0)
    added: Array = np.float32(WEIGHT) * np.log(np.maximum(votes, np.float32(0)) + np.float32(DOUBT))
    return added


def _vote(seen: Array, layers: Layers) -> Array:
    """A share for each labelled class, roughly: known pieces of a like outline vote for their own class."""
    place = layers.linear("places", seen)
    nearness = np.exp(np.minimum(layers.linear("pieces", place) - place @ place, np.float32(0)))
    return layers.linear("votes", nearness)


def _edges(brightness: Array) -> Array:
    """How strongly edges run each way in each cell, in the light of its neighbours."""
    across, down = np.zeros_like(brightness), np.zeros_like(brightness)
    across[:, 1:-1] = brightness[:, 2:] - brightness[:, :-2]
    down[1:-1] = brightness[2:] - brightness[:-2]
    strength = np.hypot(across, down)
    turn = np.arctan2(down, across) % np.float32(np.pi) / np.float32(np.pi) * DIRECTIONS
    lower = np.floor(turn).astype(np.int64)
    upper_share = turn - lower
    cells = _gathered(lower, strength * (1 - upper_share)) + _gathered(lower + 1, strength * upper_share)
    return _evened(cells).reshape(-1)


def _gathered(directions: NDArray[np.int64], strength: Array) -> Array:
    """The strength of each cell's pixels, sorted by direction."""
    lines = np.arange(len(strength)) * CELLS // len(strength)
    places = (lines[:, None] * CELLS + lines) * DIRECTIONS + directions % DIRECTIONS
    sums = np.bincount(places.reshape(-1), strength.reshape(-1), CELLS * CELLS * DIRECTIONS)
    return sums.reshape(CELLS, CELLS, DIRECTIONS).astype(np.float32)


def _evened(cells: Array) -> Array:
    """Each cell beside the strength of the four squares of cells that it belongs to; the mean of the four."""
    power = np.pad((cells**2).sum(2), 1)
    squares = power[:-1, :-1] + power[1:, :-1] + power[:-1, 1:] + power[1:, 1:]
    gain = np.float32(1) / np.sqrt(squares + np.float32(FAINT))
    corners = [gain[y : y + CELLS, x : x + CELLS, None] for y in (0, 1) for x in (0, 1)]
    evened: Array = np.mean([np.minimum(cells * corner, np.float32(LOUDEST)) for corner in corners], axis=0)
    return evened
