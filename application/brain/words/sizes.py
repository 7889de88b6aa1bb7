"""Sizes and measures of the body in a message."""

from decimal import Decimal
from typing import Final, NamedTuple

from application.brain.words.numerals import small_at
from application.brain.words.text import Span, Words, is_number, word_set
from domain.clothing import Garment
from domain.sizes import Measurements, Size, SizeSystem

_LETTERS: Final = {
    "xxs": "XXS", "xs": "XS", "s": "S", "m": "M", "l": "L", "xl": "XL", "xxl": "XXL", "2xl": "XXL",
    "xxxl": "3XL", "3xl": "3XL", "4xl": "4XL", "5xl": "5XL", "xxxxl": "4XL",
    "small": "S", "medium": "M", "large": "L", "midium": "M", "smol": "S", "lage": "L",
    "ndogo": "S", "kati": "M", "wastani": "M", "kubwa": "L", "xlarge": "XL", "xsmall": "XS", "xlaj": "XL",
}  # fmt: skip
_PAIRS: Final = {
    ("extra", "large"): "XL", ("x", "large"): "XL", ("extra", "small"): "XS", ("x", "small"): "XS",
    ("double", "xl"): "XXL", ("triple", "xl"): "3XL", ("kubwa", "sana"): "XL", ("ndogo", "sana"): "XS",
    ("2", "xl"): "XXL", ("3", "xl"): "3XL", ("4", "xl"): "4XL", ("5", "xl"): "5XL", ("x", "l"): "XL",
}  # fmt: skip
_CERTAIN: Final = word_set("xxs xs xl xxl xxxl 2xl 3xl 4xl 5xl xxxxl medium midium xlarge xsmall")
_SIZE_WORDS: Final = word_set("size saizi sizes saiz")
_BEFORE_LETTER: Final = _SIZE_WORDS | word_set(
    "wear ni is in a iwe to navaa huvaa nataka want have an or ama au need ya na the hiyo take got "
    "iko of mna prefer choose yangu about for im usually normally always"
)
_SYSTEMS: Final = {"uk": SizeSystem.UK, "us": SizeSystem.US, "eu": SizeSystem.EU, "eur": SizeSystem.EU}
_FREE: Final = frozenset({("free", "size"), ("one", "size"), ("freesize",), ("onesize",)})
_PARTS: Final = {
    "bust": "bust", "burst": "bust", "chest": "bust", "kifua": "bust", "matiti": "bust",
    "waist": "waist", "kiuno": "waist", "waistline": "waist",
    "hip": "hip", "hips": "hip", "nyonga": "hip", "makalio": "hip",
}  # fmt: skip
_FILLERS: Final = word_set("is ni ya yangu za zangu size about kama around are na langu changu my")
_INCHES: Final = frozenset(["inches", "inch", "in", "inchi", '"', "”", "ins"])
_CM: Final = word_set("cm cms centimeters centimetres sentimita")
_TO_CM: Final = Decimal("2.54")
_LARGEST_INCHES: Final = 60


class SizeFound(NamedTuple):
    """A size and where it stood."""

    size: Size
    span: Span


def sizes_in(
    words: Words, garments: tuple[Garment, ...] = (), offered: tuple[Size, ...] = (), asked: bool = False
) -> list[SizeFound]:
    """The sizes that a message names.

    Shape: a bare number is a size only if the shop has `asked` for one; its system is that of the sizes
    `offered`, else the one in which such a number is usual for the garment.
    Example: sizes_in(("size", "kubwa"))[0].size == Size.letter("L").
    """
    found: list[SizeFound] = []
    at = 0
    while at < len(words):
        after_size = bool(found) and found[-1].span.end >= at - 1
        size = _letter_at(words, at, asked or after_size) or _number_at(words, at, garments, offered, asked)
        if size:
            found.append(size)
        at = size.span.end if size else at + 1
    return found


def measurements_in(words: Words) -> tuple[Measurements, tuple[Span, ...]]:
    """The measures of a body, in centimetres; small numbers without a unit are inches.

    Example: measurements_in(("kiuno", "70", "cm"))[0].waist == 70.
    """
    parts: dict[str, int] = {}
    spans: list[Span] = []
    for at, word in enumerate(words):
        if word in _PARTS and (number := _measure_near(words, at)):
            value, span = number
            parts.setdefault(_PARTS[word], value)
            spans.append(span)
    if not parts and (triple := _triple(words)):
        return triple
    return Measurements.model_validate(parts), tuple(spans)


def _letter_at(words: Words, at: int, lax: bool) -> SizeFound | None:
    if words[at : at + 2] in _PAIRS:
        return SizeFound(Size.letter(_PAIRS[words[at], words[at + 1]]), Span(at, at + 2))
    if words[at : at + 2] in _FREE or words[at : at + 1] in _FREE:
        return SizeFound(Size(system=SizeSystem.ONE, value="ONE"), Span(at, at + 2))
    word = words[at]
    if word not in _LETTERS or not (lax or word in _CERTAIN or _is_letter_size(words, at)):
        return None
    if word == "m" and words[at + 1 : at + 2] == ("pesa",):
        return None
    return SizeFound(Size.letter(_LETTERS[word]), Span(at, at + 1))


def _is_letter_size(words: Words, at: int) -> bool:
    before = words[at - 1] if at else ""
    if words[at] in ("kati", "wastani", "kubwa", "ndogo"):
        return before in _SIZE_WORDS
    if is_number(before) and words[at] in ("m", "l"):
        return False
    return before in _BEFORE_LETTER or len(words) <= 3


def _number_at(
    words: Words, at: int, garments: tuple[Garment, ...], offered: tuple[Size, ...], asked: bool
) -> SizeFound | None:
    word = words[at]
    if word in _SYSTEMS and (number := small_at(words, at + 1)) and _plausible(number.value):
        return SizeFound(Size(system=_SYSTEMS[word], value=str(number.value)), Span(at, number.end))
    named = word in _SIZE_WORDS or _is_in_a_size(words, at)
    start = at + 1 if named else at
    start += named and words[start : start + 1] in (("a",),)
    start += named and words[start : start + 1] in (("ni",), ("ya",), ("is",), ("no",), ("number",))
    number = small_at(words, start) if named or asked or is_number(word) else None
    if number is None or not _plausible(number.value):
        return None
    if words[number.end : number.end + 1] and (system := _SYSTEMS.get(words[number.end])):
        return SizeFound(Size(system=system, value=str(number.value)), Span(at, number.end + 1))
    size = _bare(str(number.value), garments, offered) if named or asked else None
    return SizeFound(size, Span(at, number.end)) if size else None


def _bare(value: str, garments: tuple[Garment, ...], offered: tuple[Size, ...]) -> Size | None:
    for size in offered:
        if size.value == value:
            return size
    number = Decimal(value)
    # With S, M and L on offer, "2" counts to M and is no size.
    if number <= len(offered):
        return None
    if Garment.JEANS in garments or Garment.TROUSERS in garments:
        system = SizeSystem.US if 24 <= number <= 44 else SizeSystem.UK
    else:
        system = SizeSystem.UK if number < 32 and Garment.SHOES not in garments else SizeSystem.EU
    return Size(system=system, value=value) if number >= 4 else None


def _plausible(value: Decimal) -> bool:
    return 2 <= value <= 60 and len(str(value)) <= 4


def _measure_near(words: Words, at: int) -> tuple[int, Span] | None:
    after = at + 1
    while after < min(len(words), at + 4) and words[after] in _FILLERS:
        after += 1
    if words[after : after + 1] and words[after] in _INCHES | _CM and words[after + 1 : after + 2]:
        after += 1
    if after < len(words) and is_number(words[after]):
        return _in_cm(words, after)
    before = at - 2 if at >= 2 and words[at - 1] in _INCHES | _CM else at - 1
    return _in_cm(words, before) if before >= 0 and is_number(words[before]) else None


def _in_cm(words: Words, at: int) -> tuple[int, Span] | None:
    if len(words[at]) > 6:
        return None
    value = Decimal(words[at])
    unit = words[at + 1] if at + 1 < len(words) else ""
    inches = unit in _INCHES or (unit not in _CM and value <= _LARGEST_INCHES)
    cm = int((value * _TO_CM if inches else value).to_integral_value())
    end = at + 2 if unit in _INCHES | _CM else at + 1
    return (cm, Span(at, end)) if 40 <= cm <= 200 else None


def _triple(words: Words) -> tuple[Measurements, tuple[Span, ...]] | None:
    for at in range(len(words) - 2):
        three = words[at : at + 3]
        if len(words) <= 7 and all(
            is_number(w) and len(w) <= 3 and 22 <= int(Decimal(w)) <= 140 for w in three
        ):
            read = [_in_cm(words, n) for n in range(at, at + 3)]
            bust, waist, hip = (r[0] if r else None for r in read)
            return Measurements(bust=bust, waist=waist, hip=hip), (Span(at, at + 3),)
    return None


def _is_measure(word: str) -> bool:
    return is_number(word) and len(word) <= 3 and 22 <= Decimal(word) <= 140


def _is_in_a_size(words: Words, at: int) -> bool:
    """Whether "in a 14" begins here, and not "in 14 days"."""
    number = at + 2 if words[at + 1 : at + 2] == ("a",) else at + 1
    if words[at] != "in" or number >= len(words) or not is_number(words[number]):
        return False
    return number + 1 == len(words) and Decimal(words[number]) >= 4
