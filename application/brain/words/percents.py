"""How many percent are asked for: "10%", "30 percent", "asilimia kumi"."""

from typing import Final, NamedTuple

from application.brain.words.numerals import Number, small_at
from application.brain.words.text import Span, Words, word_set

_AFTER: Final = word_set("% percent pasent")
_BEFORE: Final = "asilimia"
_WHOLE: Final = 100


class Percent(NamedTuple):
    """A share in hundredths, and where it stands."""

    value: int
    span: Span


def percent_in(words: Words) -> Percent | None:
    """The first share in a message; none above the whole, and no part of a percent.

    Example: percent_in(("asilimia", "kumi")) == Percent(10, Span(0, 2)).
    """
    for at, word in enumerate(words):
        number = small_at(words, at + 1 if word == _BEFORE else at)
        if number is None:
            continue
        end = number.end + (words[number.end : number.end + 1] != () and words[number.end] in _AFTER)
        if (word == _BEFORE or end > number.end) and _is_share(number):
            return Percent(int(number.value), Span(at, end))
    return None


def _is_share(number: Number) -> bool:
    return number.value == number.value.to_integral_value() and 1 <= number.value <= _WHOLE
