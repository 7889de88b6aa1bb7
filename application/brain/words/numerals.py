"""Numbers as Kenyans write and say them: digits, English, Swahili and Sheng, also mixed."""

from decimal import Decimal
from typing import Final, NamedTuple

from application.brain.words.text import Words, is_number


def _counted(written: str, start: int, step: int = 1) -> dict[str, int]:
    return {word: start + step * n for n, word in enumerate(written.split())}


UNITS: Final = (
    _counted("one two three four five six seven eight nine", 1)
    | _counted("moja mbili tatu nne tano sita saba nane tisa", 1)
    | _counted("eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 11)
    | dict.fromkeys(("wawili", "viwili", "mawili"), 2)
    | dict.fromkeys(("watatu", "vitatu", "matatu"), 3)
)
TENS: Final = (
    _counted("ten twenty thirty forty fifty sixty seventy eighty ninety", 10, 10)
    | _counted("kumi ishirini thelathini arobaini hamsini sitini sabini themanini tisini", 10, 10)
    | {"mbao": 20, "finje": 50}
)
_SHENG: Final = {"thao": 1000, "thau": 1000, "ngiri": 1000, "soo": 100}
_LEADING: Final = {"elfu": 1000, "mia": 100, "laki": 100_000, **_SHENG}
_TRAILING: Final = {"k": 1000, "thousand": 1000, "hundred": 100, "elfu": 1000, **_SHENG}
_JOINTS: Final = frozenset({"na", "and", "n"})
_LONGEST_DIGITS: Final = 12


class Number(NamedTuple):
    """A number, where it ends, and whether a word of scale (elfu, soo, k) was said with it."""

    value: Decimal
    end: int
    scaled: bool = False


class _Group(NamedTuple):
    value: Decimal
    end: int
    scale: int


def number_at(words: Words, at: int) -> Number | None:
    """The longest number that begins at a word.

    Example: number_at(("elfu", "kumi", "na", "mbili"), 0).value == 12000.
    """
    group = _group_at(words, at)
    if group is None:
        return None
    total, end, scale = group
    smallest = scale
    while smallest > 1 and (more := _remainder_at(words, end, smallest)):
        total, end, smallest = total + more.value, more.end, more.scale
    return Number(total, end, scale > 1)


def small_at(words: Words, at: int) -> Number | None:
    """A number without a word of scale: digits, or one to ninety-nine in words."""
    word = words[at] if at < len(words) else ""
    if is_number(word):
        return Number(Decimal(word), at + 1) if len(word) <= _LONGEST_DIGITS else None
    if word in TENS:
        joint = at + 2 if at + 1 < len(words) and words[at + 1] in _JOINTS else at + 1
        unit = UNITS.get(words[joint], 0) if joint < len(words) else 0
        if 0 < unit < 10:
            return Number(Decimal(TENS[word] + unit), joint + 1)
        return Number(Decimal(TENS[word]), at + 1)
    return Number(Decimal(UNITS[word]), at + 1) if word in UNITS else None


def _group_at(words: Words, at: int) -> _Group | None:
    word = words[at] if at < len(words) else ""
    if scale := _LEADING.get(word):
        times = small_at(words, at + 1)
        if times is None or times.value * scale > 1_000_000_000:
            return _Group(Decimal(scale), at + 1, scale)
        return _Group(times.value * scale, times.end, scale)
    number = small_at(words, at)
    if number is None:
        return None
    after = words[number.end] if number.end < len(words) else ""
    # "mbili elfu tatu" is two pieces at three thousand: a word is multiplied only if no number follows it.
    if (scale := _TRAILING.get(after, 0)) and (after not in _LEADING or not small_at(words, number.end + 1)):
        return _Group(number.value * scale, number.end + 1, scale)
    return _Group(number.value, number.end, 1)


def _remainder_at(words: Words, end: int, below: int) -> _Group | None:
    joined = end < len(words) and words[end] in _JOINTS
    at = end + 1 if joined else end
    if joined and at < len(words) and words[at] == "nusu":
        return _Group(Decimal(below) / 2, at + 1, 1)
    group = _group_at(words, at)
    if group is None or group.value >= below or (group.scale == 1 and (not joined or group.value < 10)):
        return None
    return group
