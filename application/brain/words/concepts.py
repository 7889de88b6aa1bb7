"""Words for clothes become concepts of the closed vocabulary."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple, TypeVar

from application.brain.words.lexicon import Match, lexicon
from application.brain.words.text import Span, Words, word_set
from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern, Style

_NOT: Final = word_set("not no si sio siyo except isipokuwa without bila hate sitaki isiwe dont minus but")
_ELSEWHERE: Final = {
    "long": frozenset(["how", "so", "too"]),
    "work": word_set("didnt doesnt not it does how this to"),
    "date": word_set("what which delivery due"),
    "short": frozenset(["in", "too"]),
    "fitting": frozenset(["not", "isnt"]),
    "kazi": word_set("mnafanya saa za natafuta"),
    "sunday": frozenset(["open", "on", "every"]),
    "holiday": frozenset(["open", "on"]),
    "service": frozenset(["bad", "poor"]),
}
"""Words that are no word for clothes behind these."""

_Kind = TypeVar("_Kind", bound=StrEnum)


class Concepts(NamedTuple):
    """What a text says about clothes, in the order said; `negated` are colours not wanted."""

    garments: tuple[Garment, ...] = ()
    colours: tuple[Colour, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    styles: tuple[Style, ...] = ()
    fabrics: tuple[Fabric, ...] = ()
    negated: tuple[Colour, ...] = ()
    matches: tuple[Match, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the concepts stood."""
        return tuple(match.span for match in self.matches)


def concepts_in(words: Words) -> Concepts:
    """The concepts of a text.

    Example: concepts_in(("gauni", "nyekundu")).colours == (Colour.RED,).
    """
    found = [m for m in lexicon().clothing_in(words) if _is_meant(words, m)]
    refused = [m for m in found if m.meaning.kind == "colour" and _is_refused(words, m.span.start)]
    wanted = [m for m in found if m not in refused]
    return Concepts(
        garments=_of(Garment, "garment", wanted),
        colours=_of(Colour, "colour", wanted),
        patterns=_of(Pattern, "pattern", wanted),
        occasions=_of(Occasion, "occasion", wanted),
        styles=_of(Style, "style", wanted),
        fabrics=_of(Fabric, "fabric", wanted),
        negated=_of(Colour, "colour", refused),
        matches=tuple(found),
    )


def _is_meant(words: Words, match: Match) -> bool:
    before = words[match.span.start - 1] if match.span.start else ""
    return before not in _ELSEWHERE.get(match.form, ())


def _is_refused(words: Words, at: int) -> bool:
    return bool(_NOT.intersection(words[max(0, at - 2) : at]))


def _of(kind: type[_Kind], name: str, matches: Iterable[Match]) -> tuple[_Kind, ...]:
    return tuple(dict.fromkeys(kind(m.meaning.value) for m in matches if m.meaning.kind == name))
