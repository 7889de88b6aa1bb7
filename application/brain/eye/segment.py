"""Where on a photo the garment is.

Two ways: on a plain ground (catalogue drawings, product shots) whatever differs from it is the garment;
anywhere else a small U-Net tells, taught by GrabCut's masks.
"""

from typing import NamedTuple

import numpy as np
from PIL import Image

from application.brain.eye.network import Array, Layers, doubled, relu
from application.brain.eye.photo import pixels

SIDE = 64
PLAIN_SHARE, PLAIN_SPREAD = 0.97, 0.035
GARMENT_DIFFERENCE = 0.07
LEAST, MOST = 0.04, 0.92


class Box(NamedTuple):
    """A square around the garment, as shares of the photo's width and height; it may reach outside."""

    left: float
    top: float
    right: float
    bottom: float


def squared(picture: Image.Image) -> Array:
    """The whole photo pressed into SIDE x SIDE, colours 0..1."""
    return pixels(picture.resize((SIDE, SIDE), Image.Resampling.BOX))


def garment_mask(small: Array, layers: Layers) -> Array:
    """How much each of SIDE x SIDE pixels belongs to the garment, 0..1; never empty."""
    plain = _on_plain_ground(small)
    mask = _learned(small, layers) if plain is None else plain
    return mask if LEAST <= mask.mean() <= MOST else _middle()


def square_around(mask: Array, aspect: float) -> Box:
    """The square in the photo's own proportions (width / height) that holds the garment and a margin."""
    solid = mask > 0.5
    left, right = _reach(solid.sum(0))
    top, bottom = _reach(solid.sum(1))
    side = max((right - left) * aspect, bottom - top) * 1.1
    x, y = (left + right) / 2, (top + bottom) / 2
    return Box(x - side / aspect / 2, y - side / 2, x + side / aspect / 2, y + side / 2)


def _reach(counts: np.ndarray[tuple[int], np.dtype[np.int64]]) -> tuple[float, float]:
    """First and last line with at least two garment pixels, as shares."""
    lines = np.flatnonzero(counts >= 2)
    if not len(lines):
        return 0.0, 1.0
    return float(lines[0]) / len(counts), float(lines[-1] + 1) / len(counts)


def _on_plain_ground(small: Array) -> Array | None:
    edge = np.concatenate([small[0], small[-1], small[1:-1, 0], small[1:-1, -1]])
    ground = np.median(edge, axis=0)
    if (np.abs(edge - ground).max(1) < PLAIN_SPREAD).mean() < PLAIN_SHARE:
        return None
    mask: Array = (np.abs(small - ground).max(2) > GARMENT_DIFFERENCE).astype(np.float32)
    return mask if mask.mean() >= LEAST else None


def _learned(small: Array, layers: Layers) -> Array:
    e1 = relu(layers.conv("e1", small - np.float32(0.5)))
    e2 = relu(layers.conv("e2b", relu(layers.conv("e2", e1, 2))))
    e3 = relu(layers.conv("e3b", relu(layers.conv("e3", e2, 2))))
    e4 = relu(layers.conv("e4", e3, 2))
    e4 = relu(layers.conv("e4b", e4) + e4.mean((0, 1)))
    d3 = relu(layers.conv("d3", np.concatenate([doubled(e4), e3], 2)))
    d2 = relu(layers.conv("d2", np.concatenate([doubled(d3), e2], 2)))
    d1 = relu(layers.conv("d1", np.concatenate([doubled(d2), e1], 2)))
    logits = layers.conv("last", d1)[:, :, 0]
    mask: Array = np.float32(1) / (np.float32(1) + np.exp(-np.clip(logits, -30, 30)))
    return mask


def _middle() -> Array:
    """Nothing found: an oval in the middle, where people aim."""
    line = (np.arange(SIDE, dtype=np.float32) + 0.5) / SIDE * 2 - 1
    oval: Array = ((line[:, None] / 0.8) ** 2 + (line[None, :] / 0.7) ** 2 < 1).astype(np.float32)
    return oval
