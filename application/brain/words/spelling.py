"""Tolerance for typing: an unknown word is read as the known word that it nearly is."""

from collections import defaultdict
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from application.brain.words.lexicon import lexicon
from application.brain.words.text import Words
from application.brain.words.verbs import verb_of

_ENOUGH: Final = 0.74
_SHORTEST: Final = 4
_LONGEST: Final = 24


class Spelled(NamedTuple):
    """Words put right, what was put right, and words that nobody knows."""

    words: Words
    corrections: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]


def spelled(words: Words) -> Spelled:
    """The words as they were probably meant.

    Example: spelled(("red", "drss")).words == ("red", "dress").
    """
    known = lexicon().vocabulary
    right: list[str] = []
    corrections: dict[str, str] = {}
    unknown: dict[str, None] = {}
    for word in words:
        if word in known or not word.isalpha() or len(word) < _SHORTEST or verb_of(word):
            right.append(word)
        elif better := meant_by(word):
            right.append(better)
            corrections[word] = better
        else:
            right.append(word)
            unknown[word[:_LONGEST]] = None
    return Spelled(tuple(right), tuple(corrections.items()), tuple(unknown))


@lru_cache(maxsize=4096)
def meant_by(word: str) -> str | None:
    """The known word with the same first letter that is nearest; None if none is near enough."""
    if not _SHORTEST <= len(word) <= _LONGEST:
        return None
    near = [w for n in (-2, -1, 0, 1, 2) for w in _by_shape().get((word[0], len(word) + n), ())]
    best = process.extractOne(
        word, near, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_ENOUGH
    )
    return best[0] if best else None


@cache
def _by_shape() -> dict[tuple[str, int], tuple[str, ...]]:
    shaped: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for word in sorted(lexicon().vocabulary):
        if len(word) >= _SHORTEST and word.isalpha():
            shaped[word[0], len(word)].append(word)
    return {shape: tuple(words) for shape, words in shaped.items()}
