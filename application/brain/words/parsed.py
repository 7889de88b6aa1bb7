"""A message taken apart: every fact in it that needs no knowledge of what the shop asked."""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from application.brain.words.abbreviations import written_out
from application.brain.words.amounts import Prices, Quantity, prices_in, quantity_in
from application.brain.words.concepts import Concepts, concepts_in
from application.brain.words.lexicon import Match, lexicon
from application.brain.words.order_numbers import OrderNumber, order_number_in
from application.brain.words.percents import Percent, percent_in
from application.brain.words.phones import PhoneFound, is_payment_sms, phone_in, receipt_in
from application.brain.words.selection import Pointed, selection_in
from application.brain.words.signs import said_by_signs
from application.brain.words.sizes import SizeFound, measurements_in, sizes_in
from application.brain.words.spelling import Spelled, spelled
from application.brain.words.text import Words, clean, fold, is_number, without, word_set, words_of
from application.brain.words.verbs import verb_cues
from application.understanding import ReadingContext
from domain.conversation.question import Question
from domain.sizes import Measurements

TOPIC: Final = "topic_"
_SHORT: Final = 3
_OFFERING: Final = word_set("kwa for at na")
_DENIABLE: Final = word_set(
    "pay prompt checkout cancel remove empty paid erase stop stop_word send again change"
)
_DENIALS: Final = word_set(
    "dont not never sitaki without bila cant wont sipendi havent didnt usi msi siwezi usitume msitume "
    "usinitumie msinitumie usilipe sitalipa"
)
_BETWEEN: Final = word_set("want to like need please me just ku wish you let it us yet even really kwa")
_ROLE: Final = re.compile(r"\b(?:system|assistant|developer|admin)\s*[:>\]]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What stands in a message.

    Shape: `tags` are the acts and finds that rules speak of; `plain_tags` those found without correcting the
    spelling, on which alone money may move.
    """

    text: str
    folded: str
    spelled: Spelled
    tags: frozenset[str]
    plain_tags: frozenset[str]
    cues: tuple[Match, ...]
    concepts: Concepts
    pointed: Pointed
    prices: Prices
    quantity: Quantity
    sizes: tuple[SizeFound, ...]
    measurements: Measurements
    phone: str | None
    receipt: str | None
    order_number: str | None = None
    percent: int | None = None

    @property
    def words(self) -> Words:
        """The words, spelling put right."""
        return self.spelled.words

    @property
    def is_short(self) -> bool:
        """Whether it is an answer rather than a speech."""
        return len(self.words) <= _SHORT


class _Figures(NamedTuple):
    measurements: Measurements
    sizes: tuple[SizeFound, ...]
    prices: Prices
    quantity: Quantity
    percent: Percent | None


def parse(text: str, context: ReadingContext) -> Parsed:
    """The message taken apart, spelling put right."""
    shown = clean(text)
    numbered = order_number_in(shown)
    unnumbered = _cut(shown, numbered)
    phone = phone_in(unnumbered)
    folded = fold(said_by_signs(_cut(unnumbered, phone)))
    plain = _mapped(written_out(words_of(folded)), context.boutique_words)
    right = spelled(plain)
    concepts = concepts_in(right.words)
    cues = _cues(right.words)
    names = _names(cues)
    pointed = selection_in(right.words, concepts, names, context.shown)
    figures = _figures(right.words, concepts, pointed, context)
    finds = _finds(concepts, pointed, figures, right) | _finds_in_text(shown, phone is not None)
    finds |= frozenset({"#order"} if numbered else ())
    finds |= frozenset({"#topic"} if any(name.startswith(TOPIC) for name in names) else ())
    finds |= frozenset({"#offer"} if _offers(right.words, figures.prices) else ())
    return Parsed(
        text=shown,
        folded=folded,
        spelled=right,
        tags=names | finds,
        plain_tags=(_names(_cues(plain)) if right.corrections else names) | finds,
        cues=cues,
        concepts=concepts,
        pointed=pointed,
        prices=figures.prices,
        quantity=figures.quantity,
        sizes=figures.sizes,
        measurements=figures.measurements,
        phone=phone.e164 if phone else None,
        receipt=receipt_in(shown),
        order_number=numbered.number if numbered else None,
        percent=figures.percent.value if figures.percent else None,
    )


def _cut(text: str, found: OrderNumber | PhoneFound | None) -> str:
    return f"{text[: found.start]} {text[found.end :]}" if found else text


def bare_number(parsed: Parsed) -> int | None:
    """The one number of a short answer such as "2" or "namba mbili"."""
    if parsed.pointed.selection.ordinals:
        return parsed.pointed.selection.ordinals[0]
    numbers = [w for w in parsed.words if is_number(w)]
    if len(numbers) == 1 and len(numbers[0]) <= 2 and len(parsed.words) <= _SHORT and "-" not in numbers[0]:
        return int(float(numbers[0]))
    return parsed.quantity.value if parsed.is_short else None


def _mapped(words: Words, pairs: tuple[tuple[str, str], ...]) -> Words:
    if not pairs:
        return words
    mapping = {fold(unknown): words_of(fold(known)) for unknown, known in pairs}
    return tuple(new for word in words for new in mapping.get(word, (word,)))


def _cues(words: Words) -> tuple[Match, ...]:
    found = (*lexicon().cues_in(words), *verb_cues(words))
    return tuple(match for match in found if not _is_denied(words, match))


def _is_denied(words: Words, match: Match) -> bool:
    """Whether "don't", "sitaki" or the like stands before an act that moves money or destroys."""
    if match.meaning.value not in _DENIABLE:
        return False
    at = match.span.start - 1
    while at >= 0 and words[at] in _BETWEEN:
        at -= 1
    return at >= 0 and words[at] in _DENIALS


def _names(cues: tuple[Match, ...]) -> frozenset[str]:
    return frozenset(match.meaning.value for match in cues)


def _figures(words: Words, concepts: Concepts, pointed: Pointed, context: ReadingContext) -> _Figures:
    """Measures, shares, sizes, money and last the quantity: each number is read once, by the first."""
    measurements, measured = measurements_in(words)
    left = without(words, measured)
    percent = percent_in(left)
    left = without(left, [percent.span] if percent else [])
    asked = context.pending.question is Question.WHICH_SIZE
    sizes = tuple(sizes_in(left, concepts.garments, context.pending.sizes, asked))
    left = without(left, [found.span for found in sizes])
    prices = prices_in(left)
    quantity = quantity_in(without(left, [*prices.spans, *pointed.spans]))
    return _Figures(measurements, sizes, prices, quantity, percent)


def _offers(words: Words, prices: Prices) -> bool:
    """Whether a sum is offered, as in "kwa 2500"; "hiyo ya 2500" only says which one."""
    before = [words[max(0, span.start - 2) : span.start] for span in prices.spans]
    return prices.money is not None and any(_OFFERING.intersection(two) for two in before)


def _finds(concepts: Concepts, pointed: Pointed, figures: _Figures, right: Spelled) -> frozenset[str]:
    prices, quantity, selection = figures.prices, figures.quantity, pointed.selection
    ordinal = bool(selection.ordinals or selection.extreme)
    finds = {
        "#garment": bool(concepts.garments),
        "#attr": bool(concepts.matches),
        "#size": bool(figures.sizes),
        "#measure": figures.measurements != Measurements(),
        "#percent": figures.percent is not None,
        "#money": prices.money is not None,
        "#bound": prices.at_most is not None or prices.at_least is not None,
        "#quantity": quantity.value is not None or quantity.absurd,
        "#ordinal": ordinal,
        "#this": selection.this_one,
        "#attribute": pointed.by_attribute,
        "#points": ordinal or selection.this_one or pointed.by_attribute,
        "#free": bool(right.unknown),
        "#short": 0 < len(right.words) <= _SHORT,
    }
    return frozenset(tag for tag, is_there in finds.items() if is_there)


def _finds_in_text(text: str, has_phone: bool) -> frozenset[str]:
    finds = {
        "#phone": has_phone,
        "#receipt": receipt_in(text) is not None,
        "#sms": is_payment_sms(text),
        "#question": "?" in text,
        "#role": _ROLE.search(text) is not None,
    }
    return frozenset(tag for tag, is_there in finds.items() if is_there)
