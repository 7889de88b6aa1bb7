"""Money and quantities in a message.

Units: money in cents of a shilling.
"""

from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from application.brain.words.lexicon import lexicon
from application.brain.words.numerals import Number, number_at
from application.brain.words.text import Span, Words, word_set
from application.understanding import MAX_QUANTITY

_CURRENCY: Final = word_set("ksh kshs kes sh shs shilingi shillings shilling bob /= /- chapaa")
_FILLERS: Final = _CURRENCY | word_set("of is ni ya yangu my around about kama like na the a than ua")
_MAX: Final = word_set(
    "under below less max maximum upto within budget chini isizidi isiyozidi zisizidi hadi mpaka "
    "limit exceeding exceed most"
)
_MIN: Final = word_set("above over atleast least kuanzia juu starting from more zaidi minimum")
_MAX_AFTER: Final = word_set("kushuka below less max maximum under chini")
_MIN_AFTER: Final = word_set("above kuendelea more plus juu")
_BETWEEN: Final = word_set("to and na hadi mpaka")
_OPENS_RANGE: Final = word_set("between from kati kuanzia")
_COUNTED: Final = word_set("of pieces piece pcs pc pairs pair dozen dozens items vipande each units")
_NUMBERS_PLACES: Final = word_set(
    "size saizi uk us eu hse house floor no number namba nambari apt road room door saa # gate block "
    "miaka mwaka umri age aged turning turns grade darasa phase nyumba stage flat option ghorofa plot bus"
)
_NO_COUNT_AFTER: Final = word_set(
    'floor % inches inch in cm km days day siku weeks week wiki am pm years th st hours masaa " ”'
)
_ONE_AFTER: Final = word_set(
    "add weka nipee take nataka want iwe quantity buy niwekee just nunua idadi only get ni to need qty"
)
_LEAST_BARE: Final = 200
_MOST_BARE: Final = 500_000
_MOST: Final = 5_000_000


class Prices(NamedTuple):
    """What was said about money: a sum without a bound, the bounds, and where it stood."""

    money: int | None = None
    at_least: int | None = None
    at_most: int | None = None
    spans: tuple[Span, ...] = ()


class Quantity(NamedTuple):
    """How many pieces: None if not said or absurd."""

    value: int | None = None
    absurd: bool = False


class _Sum(NamedTuple):
    value: Decimal
    span: Span


def prices_in(words: Words) -> Prices:
    """The sums of money in a message.

    Example: prices_in(words_of("under 3k")).at_most == 300_000.
    """
    sums = _sums(words)
    if pair := _range(words, sums):
        low, high = pair
        return Prices(None, _cents(low.value), _cents(high.value), (low.span, high.span))
    found = Prices(spans=tuple(s.span for s in sums))
    for amount in sums:
        cents = _cents(amount.value)
        match _bound(words, amount.span):
            case "at_most":
                found = found._replace(at_most=cents)
            case "at_least":
                found = found._replace(at_least=cents)
            case _:
                found = found._replace(money=cents)
    return found


def quantity_in(words: Words) -> Quantity:
    """How many pieces are asked for; sums, sizes and phones must be blanked out before.

    Example: quantity_in(("nipee", "mbili")) == Quantity(2); ("add", "-1") gives Quantity(None, absurd=True).
    """
    at = 0
    while at < len(words):
        number = number_at(words, at)
        if number is None and words[at] in ("dozen", "dazeni"):
            return _count(Number(_times(words, at) * 12, at + 1))
        if number is None:
            at += 1
        elif _counts(words, at, number):
            return _count(_dozens(words, number))
        else:
            at = number.end
    return Quantity()


def _sums(words: Words) -> list[_Sum]:
    found: list[_Sum] = []
    at = 0
    while at < len(words):
        number = number_at(words, at)
        if number is None:
            at += 1
            continue
        if _is_money(words, at, number):
            found.append(_Sum(number.value, Span(at, number.end)))
        at = number.end
    return found


def _is_money(words: Words, at: int, number: Number) -> bool:
    before = words[at - 1] if at else ""
    after = words[number.end] if number.end < len(words) else ""
    if number.value <= 0 or number.value > _MOST or after == "^" or before in ("saa", "hse", "house"):
        return False
    if before in _CURRENCY or after in _CURRENCY or number.scaled:
        return True
    if after in _COUNTED or (before not in _FILLERS and _is_garment(after)):
        return False
    if _bound(words, Span(at, number.end)) != "money":
        return number.value >= 50 or _next_is_scaled(words, number.end)
    if before in _NUMBERS_PLACES:
        return False
    whole = number.value == number.value.to_integral_value()
    return (whole and _LEAST_BARE <= number.value <= _MOST_BARE) or _next_is_scaled(words, number.end)


def _next_is_scaled(words: Words, at: int) -> bool:
    at += at < len(words) and words[at] in _BETWEEN
    following = number_at(words, at)
    return bool(following and following.scaled and words[at][:1].isdecimal())


def _is_garment(word: str) -> bool:
    return any(m.kind == "garment" for m in lexicon().clothing.get((word,), ()))


def _bound(words: Words, span: Span) -> str:
    after = words[span.end : span.end + 3]
    for back in range(span.start - 1, max(-1, span.start - 5), -1):
        if words[back] in _MAX or (words[back] in ("to", "at") and _is_max_pair(words, back)):
            return "at_most"
        if words[back] in _MIN:
            return "at_most" if back and words[back - 1] in ("not", "no", "si") else "at_least"
        if words[back] not in _FILLERS:
            break
    if _MAX_AFTER.intersection(after):
        return "at_most"
    return "at_least" if _MIN_AFTER.intersection(after) else "money"


def _is_max_pair(words: Words, at: int) -> bool:
    return words[at] == "to" and at > 0 and words[at - 1] == "up"


def _range(words: Words, sums: list[_Sum]) -> tuple[_Sum, _Sum] | None:
    for first, high in pairwise(sums):
        low = first
        gap = words[low.span.end : high.span.start]
        told = low.span.start > 0 and words[low.span.start - 1] in _OPENS_RANGE | {"ya", "of"}
        joined = not gap or (len(gap) == 1 and (gap[0] in _BETWEEN - {"and", "na"} or told))
        if not joined:
            continue
        if low.value < 100 <= high.value:
            low = low._replace(value=low.value * 1000)
        if low.value < high.value:
            return low, high
    return None


def _counts(words: Words, at: int, number: Number) -> bool:
    before = words[at - 1] if at else ""
    after = words[number.end] if number.end < len(words) else ""
    if before in _NUMBERS_PLACES or after in _NO_COUNT_AFTER or number.scaled:
        return False
    if words[at] in ("one", "moja"):
        return len([w for w in words if w]) <= 2 or before in _ONE_AFTER or after in _COUNTED
    return True


def _dozens(words: Words, number: Number) -> Number:
    after = words[number.end] if number.end < len(words) else ""
    if after in ("dozen", "dozens", "dazeni"):
        return number._replace(value=number.value * 12)
    # Ten to the sixth is nobody's order: whatever a power gives, it is not believed.
    return number._replace(value=Decimal(-1)) if after == "^" else number


def _times(words: Words, at: int) -> Decimal:
    if at and words[at - 1] in ("half", "nusu"):
        return Decimal("0.5")
    following = number_at(words, at + 1)
    return following.value if following and not following.scaled else Decimal(1)


def _count(number: Number) -> Quantity:
    if number.value != number.value.to_integral_value() or not 1 <= number.value <= MAX_QUANTITY:
        return Quantity(None, True)
    return Quantity(int(number.value))


def _cents(value: Decimal) -> int:
    return int(value * 100)
