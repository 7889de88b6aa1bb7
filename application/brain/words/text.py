"""Making a message safe to read, and cutting it into words."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final, NamedTuple

from application.understanding import MAX_TEXT

_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f\U000e0000-\U000e007f]"
)
_BROKEN: Final = re.compile("[\x00\ud800-\udfff]")
_CONTROL: Final = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SPACES: Final = re.compile(r"\s+")
_APOSTROPHES: Final = re.compile("['’‘`´ʼ]")
_STRETCHED: Final = re.compile(r"([a-wyz])\1{2,}")
_WORD: Final = re.compile(r"(?<!\w)-[0-9]+(?:\.[0-9]+)?|[0-9][0-9,]*(?:\.[0-9]+)?|[^\W\d_]+|/=|/-|[%#\"^”]")
_GLUED_WORD: Final = re.compile(r"\b(?:[2-5]xl|1st|2nd|3rd|[4-9]th)\b")

Words = tuple[str, ...]


class Span(NamedTuple):
    """A stretch of words, from `start` up to but not `end`."""

    start: int
    end: int


def word_set(written: str) -> frozenset[str]:
    """The words of a written list."""
    return frozenset(written.split())


def clean(text: str) -> str:
    """The text as it may be kept and read: nothing invisible, nothing broken, at most 1,000 characters.

    Shape: NUL and lone surrogates become U+FFFD; bidi, zero-width and control characters go.
    """
    # Cut twice: before, so that 65k characters cost nothing; after, because replacing may not lengthen.
    shown = _CONTROL.sub("", _BROKEN.sub("\ufffd", _INVISIBLE.sub("", text[: MAX_TEXT * 4])))
    return _SPACES.sub(" ", shown).strip()[:MAX_TEXT]


def fold(text: str) -> str:
    """Lower case, one kind of letter, no accents, no apostrophes, no stretched letters."""
    plain = unicodedata.normalize("NFKD", text[:MAX_TEXT]).lower()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _STRETCHED.sub(r"\1", _APOSTROPHES.sub("", plain))[:MAX_TEXT]


def words_of(folded: str) -> Words:
    """The words and numbers of folded text, thousands commas taken out.

    Example: words_of("2,500/= size2xl") == ("2500", "/=", "size", "2xl").
    """
    found: list[str] = []
    at = 0
    for glued in _GLUED_WORD.finditer(folded):
        found += _plain_words(folded[at : glued.start()])
        found.append(glued.group())
        at = glued.end()
    found += _plain_words(folded[at:])
    return tuple(found)


def _plain_words(text: str) -> list[str]:
    return [w.replace(",", "") if w[0].isdigit() else w for w in _WORD.findall(text)]


def is_number(word: str) -> bool:
    """Whether a word is written in digits."""
    return word[-1:].isdecimal() and word.lstrip("-")[:1].isdecimal()


def without(words: Words, spans: Iterable[Span]) -> Words:
    """The words with the spans blanked out, so that positions stay."""
    left = list(words)
    for span in spans:
        left[span.start : span.end] = [""] * (span.end - span.start)
    return tuple(left)
