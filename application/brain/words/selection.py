"""Which of the shown pieces a message points at."""

from typing import Final, NamedTuple

from application.brain.words.concepts import Concepts
from application.brain.words.numerals import UNITS
from application.brain.words.text import Span, Words, is_number, word_set
from application.understanding import Extreme, Selection

_ORDINALS: Final = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5,
    "5th": 5, "sixth": 6, "6th": 6, "seventh": 7, "7th": 7, "eighth": 8, "8th": 8,
}  # fmt: skip
_SWAHILI: Final = {"kwanza": 1, "pili": 2, "mwisho": -1, **{w: n for w, n in UNITS.items() if n >= 3}}
_OF: Final = word_set("ya la cha wa za vya")
_NUMBERED: Final = word_set("number namba nambari option # no nambari item")
_LAST: Final = word_set("one ones dress item piece please")
_NOT_A_PIECE: Final = word_set("floor price time month week name avenue street estate phase step")
_POINTING: Final = word_set("the that this hiyo ile hii hio hizo iyo hizi zile hilo hicho huyo")
_TIMES: Final = word_set(
    "weekend week wiki siku mwezi month year mwaka saturday sunday jumapili jumamosi friday evening "
    "morning time number namba account whatsapp christmas shop duka boutique"
)
_PLAIN_THIS: Final = word_set(
    "this that hii hiyo ile hilo hiki hicho hizi hizo zile hili kile lile hio ii iyo these"
)

_BOTH: Final = 2


class Pointed(NamedTuple):
    """A selection, where the ordinals stood, and whether it points by attribute or by "number 2"."""

    selection: Selection
    spans: tuple[Span, ...] = ()
    by_attribute: bool = False
    by_number: bool = False


def selection_in(words: Words, concepts: Concepts, cues: frozenset[str], shown: int) -> Pointed:
    """What is pointed at: an ordinal, "hiyo", "the red one", the cheapest, all.

    Example: "ya pili" points at ordinal 2, "hiyo nyekundu" at the red one.
    """
    ordinals = _ordinals(words)
    attributes = shown > 0 and _points_at_attribute(words, concepts)
    extreme = Extreme.CHEAPEST if "cheapest" in cues else Extreme.DEAREST if "dearest" in cues else None
    selection = Selection(
        ordinals=tuple(dict.fromkeys(n for n, _ in ordinals)),
        garments=concepts.garments if attributes else (),
        colours=concepts.colours if attributes else (),
        patterns=concepts.patterns if attributes else (),
        extreme=extreme,
        this_one=_is_this_one(words) or "in_colour" in cues,
        # "Both" of five on screen is not all five.
        everything="all" in cues and "all_fine" not in cues and ("both" not in cues or shown <= _BOTH),
        another="another_same" in cues,
    )
    by_number = any(words[span.start] in _NUMBERED for _, span in ordinals)
    return Pointed(selection, tuple(span for _, span in ordinals), attributes, by_number)


def _ordinals(words: Words) -> list[tuple[int, Span]]:
    found = (_ordinal_at(words, at) for at in range(len(words)))
    return [ordinal for ordinal in found if ordinal]


def _ordinal_at(words: Words, at: int) -> tuple[int, Span] | None:
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in _ORDINALS and after not in _NOT_A_PIECE:
        return _ORDINALS[word], Span(at, at + 1)
    if word == "last" and after in _LAST:
        return -1, Span(at, at + 1)
    before = words[at - 1] if at else ""
    if word in _OF and after in _SWAHILI and before not in ("bei", "mara", "chini", "juu"):
        return _SWAHILI[after], Span(at, at + 2)
    if word in _NUMBERED and (number := _small(after)):
        return number, Span(at, at + 2)
    return None


def _small(word: str) -> int:
    if is_number(word) and len(word) <= 2 and "-" not in word:
        return int(float(word))
    return UNITS.get(word, 0)


def _points_at_attribute(words: Words, concepts: Concepts) -> bool:
    for match in concepts.matches:
        if match.meaning.kind not in ("garment", "colour", "pattern"):
            continue
        before = words[match.span.start - 1] if match.span.start else ""
        after = words[match.span.end : match.span.end + 1]
        if before in _POINTING or after in (("one",), ("ones",), ("hiyo",), ("ile",), ("hii",)):
            return True
    return False


def _is_this_one(words: Words) -> bool:
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        after = words[at + 1] if at + 1 < len(words) else ""
        if word in _PLAIN_THIS and before not in _TIMES and after not in _TIMES:
            return True
    return False
