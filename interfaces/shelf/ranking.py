"""Which pieces come first: hard filters, strong wishes, and ranks of words and pictures fused into one.

Size, price, stock and a colour not wanted are exact. Garment and colour are strong wishes: while any piece
has them all, only such pieces are shown; else the nearest are, and what was given up is named on each. Who
asks for what is new sees first what the owner marked as newly come in, then the latest listed.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from application.understanding import Need
from interfaces.shelf.stall import Mask, Stall
from interfaces.shelf.tags import COLOUR, GARMENT, tags_of_need

FUSED_AT: Final = 60
"""The constant of reciprocal rank fusion: how little a better rank counts among the first."""

NEARLY: Final = 0.74
"""How alike a word and a title's word must be spelled to be taken for one."""

Scores = NDArray[np.float64]


class Ranked(NamedTuple):
    """A piece by its place in the stall. `score` is 0 to 1; `relaxed` are the wishes it does not meet."""

    place: int
    score: float
    likeness: float | None
    relaxed: tuple[str, ...]


class Wishes(NamedTuple):
    """What is asked for, by aspect: at each place, whether it is met."""

    met: Mapping[str, Mask]
    share: Scores
    """Which part of all tags asked for each piece has."""


def allowed(stall: Stall, need: Need) -> Mask:
    """Where a piece passes every hard filter."""
    mask = stall.on_offer.copy()
    if need.sizes:
        mask &= stall.in_sizes(need.sizes)
    if need.min_price is not None:
        mask &= stall.price >= need.min_price
    if need.max_price is not None:
        mask &= stall.price <= need.max_price
    for colour in need.not_colours:
        mask[stall.places_with_tag.get(f"{COLOUR}:{colour.value}", [])] = False
    return mask


def ranked(
    stall: Stall,
    need: Need,
    now: datetime,
    likeness: Mapping[int, float] | None,
    near: Mapping[int, float] | None = None,
) -> list[Ranked]:
    """The pieces that may be shown, best first.

    Shape: `likeness` is by place, None for a search without a photo; `near` is what another model says of the
    same, by which pieces are then ranked: a photo by it alone, words beside the words themselves.
    """
    mask, wishes = allowed(stall, need), wishes_of(stall, need)
    words = word_scores(stall, need.free_words)
    if likeness is not None:
        pictured = np.zeros(len(stall.rows), dtype=bool)
        pictured[list(likeness)] = True
        mask &= pictured
    elif not _is_bare(need):
        mask &= _touched(wishes, words, need)
    mask &= _best_of(mask, _strong(wishes, with_photo=likeness is not None))
    places = np.flatnonzero(mask)
    if not len(places):
        return []
    legs = _legs(places, wishes, words, near if likeness is not None and near else likeness)
    if near and likeness is None:
        legs.append(_leg(places, near))
    fused = sum((1 / (FUSED_AT + _dense_rank(leg)) for leg in legs), np.zeros(len(places)))
    order = np.lexsort((places, -fused))
    if need.newest_first:
        order = np.lexsort((places, ~stall.new_at(now)[places]))
    if need.cheapest_first:
        order = np.lexsort((places, stall.price[places]))
    return [_told(int(places[at]), wishes, words, likeness) for at in order]


def wishes_of(stall: Stall, need: Need) -> Wishes:
    """Which of the wishes each piece meets."""
    met: dict[str, Mask] = {}
    tags = tags_of_need(need)
    share = np.zeros(len(stall.rows))
    for tag in tags:
        places = stall.places_with_tag.get(tag, np.array([], dtype=np.intp))
        aspect = met.setdefault(tag.split(":", 1)[0], np.zeros(len(stall.rows), dtype=bool))
        aspect[places] = True
        share[places] += 1 / len(tags)
    return Wishes(met, share)


def word_scores(stall: Stall, words: Sequence[str]) -> Scores:
    """How well titles and descriptions fit free words, misspelt or not; rare words count more."""
    scores = np.zeros(len(stall.rows))
    vocabulary = list(stall.places_with_word)
    for word in words:
        near = process.extract(
            word.casefold(),
            vocabulary,
            scorer=DamerauLevenshtein.normalized_similarity,
            score_cutoff=NEARLY if len(word) >= 4 else 1.0,
            limit=5,
        )
        for known, alike, _ in near:
            places = stall.places_with_word[known]
            scores[places] += alike * np.log1p(len(stall.rows) / len(places))
    return scores


def _is_bare(need: Need) -> bool:
    """Nothing is said of what it should be: everything that passes may be shown."""
    return not need.names_a_piece and not need.free_words


def _touched(wishes: Wishes, words: Scores, need: Need) -> Mask:
    """Where a piece has anything of what was asked for. Free words alone must be found; beside wishes they
    only help to rank, and beside a size or a price they may be idle talk."""
    if need.names_a_piece:
        return wishes.share > 0
    if need.sizes or need.max_price is not None or need.min_price is not None:
        return np.ones(len(words), dtype=bool)
    return words > 0


def _strong(wishes: Wishes, *, with_photo: bool) -> list[Mask]:
    """A photo shows what kind of piece is meant better than a word for it."""
    aspects = (COLOUR,) if with_photo else (GARMENT, COLOUR)
    return [wishes.met[aspect] for aspect in aspects if aspect in wishes.met]


def _best_of(mask: Mask, strong: Sequence[Mask]) -> Mask:
    """Only where all strong wishes are met, if that is anywhere."""
    perfect = np.logical_and.reduce([mask, *strong]) if strong else mask
    return perfect if perfect.any() else mask


def _legs(
    places: NDArray[np.intp], wishes: Wishes, words: Scores, likeness: Mapping[int, float] | None
) -> list[Scores]:
    legs = [wishes.share[places]] if wishes.met else []
    if words.any():
        legs.append(words[places])
    if likeness is not None:
        legs.append(_leg(places, likeness))
    return legs


def _leg(places: NDArray[np.intp], scores: Mapping[int, float]) -> Scores:
    """Scores of these places; what has none yet comes last."""
    return np.array([scores.get(int(place), -1.0) for place in places])


def _dense_rank(scores: Scores) -> Scores:
    """1 for the best; equals share a rank, so that a leg with nothing to say changes nothing."""
    _, inverse = np.unique(-scores, return_inverse=True)
    return np.asarray(inverse + 1, dtype=np.float64)


def _told(place: int, wishes: Wishes, words: Scores, likeness: Mapping[int, float] | None) -> Ranked:
    relaxed = tuple(aspect for aspect, met in wishes.met.items() if not met[place])
    like = likeness[place] if likeness is not None else None
    found = float(wishes.share[place]) if wishes.met else float(words[place] > 0)
    return Ranked(place, like if like is not None else found, like, relaxed)
