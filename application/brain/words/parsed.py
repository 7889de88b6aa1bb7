"""A message taken apart: every fact in it that needs no knowledge of what the shop asked."""

from dataclasses import dataclass

from application.brain.words.amounts import Prices, Quantity, prices_in, quantity_in
from application.brain.words.concepts import Concepts, concepts_in
from application.brain.words.lexicon import Match, lexicon
from application.brain.words.phones import is_payment_sms, phone_in, receipt_in
from application.brain.words.selection import Pointed, selection_in
from application.brain.words.sizes import SizeFound, measurements_in, sizes_in
from application.brain.words.spelling import Spelled, spelled
from application.brain.words.text import Words, clean, fold, is_number, without, words_of
from application.brain.words.verbs import verb_cues
from application.understanding import ReadingContext
from domain.conversation.question import Question
from domain.sizes import Measurements

_SHORT = 3


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

    @property
    def words(self) -> Words:
        """The words, spelling put right."""
        return self.spelled.words

    @property
    def is_short(self) -> bool:
        """Whether it is an answer rather than a speech."""
        return len(self.words) <= _SHORT


def parse(text: str, context: ReadingContext) -> Parsed:
    """The message taken apart: phone, then measures, sizes, money, ordinals and last the quantity."""
    shown_text = clean(text)
    phone = phone_in(shown_text)
    readable = shown_text[: phone.start] + " " + shown_text[phone.end :] if phone else shown_text
    folded = fold(readable)
    plain = _mapped(words_of(folded), context.boutique_words)
    right = spelled(plain)
    words = right.words
    concepts = concepts_in(words)
    measurements, measured = measurements_in(words)
    left = without(words, measured)
    asked = context.pending.question is Question.WHICH_SIZE
    sizes = tuple(sizes_in(left, concepts.garments, context.pending.sizes, asked))
    left = without(left, [found.span for found in sizes])
    prices = prices_in(left)
    cues = (*lexicon().cues_in(words), *verb_cues(words))
    names = frozenset(match.meaning.value for match in cues)
    pointed = selection_in(words, concepts, names, context.shown)
    left = without(left, [*prices.spans, *pointed.spans])
    receipt, sms = receipt_in(shown_text), is_payment_sms(shown_text)
    quantity = quantity_in(left)
    finds = {
        "#garment": bool(concepts.garments),
        "#attr": bool(concepts.matches),
        "#size": bool(sizes),
        "#measure": bool(measured),
        "#phone": phone is not None,
        "#receipt": receipt is not None,
        "#sms": sms,
        "#money": prices.money is not None,
        "#bound": prices.at_most is not None or prices.at_least is not None,
        "#quantity": quantity.value is not None or quantity.absurd,
        "#ordinal": bool(pointed.selection.ordinals or pointed.selection.extreme),
        "#this": pointed.selection.this_one,
        "#attribute": pointed.by_attribute,
        "#short": 0 < len(words) <= _SHORT,
        "#free": bool(right.unknown),
        "#question": "?" in shown_text,
    }
    found = {tag for tag, is_there in finds.items() if is_there}
    if found & {"#ordinal", "#this", "#attribute"}:
        found.add("#points")
    plain_cues = (*lexicon().cues_in(plain), *verb_cues(plain)) if right.corrections else cues
    plain_names = frozenset(match.meaning.value for match in plain_cues)
    return Parsed(
        text=shown_text,
        folded=folded,
        spelled=right,
        tags=names | found,
        plain_tags=plain_names | found,
        cues=cues,
        concepts=concepts,
        pointed=pointed,
        prices=prices,
        quantity=quantity,
        sizes=sizes,
        measurements=measurements,
        phone=phone.e164 if phone else None,
        receipt=receipt,
    )


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
