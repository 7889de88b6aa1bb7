"""The offline reader: a message and the open question in, its meaning out. It never guesses at money."""

from application.brain.words.addresses import address_in, changed_to
from application.brain.words.dialogue import answer_of, rating_in, size_by_position
from application.brain.words.intents import NOT_UNDERSTOOD, Reading, intent_of, weight_of
from application.brain.words.language import language_of
from application.brain.words.parsed import TOPIC, Parsed, bare_number, parse
from application.brain.words.sizes import sizes_in
from application.brain.words.text import fold, words_of
from application.understanding import (
    Intent,
    Need,
    ReadingContext,
    Selection,
    Topic,
    Understanding,
)
from domain.conversation.question import Question
from domain.sizes import Size

_SEEKING = frozenset({Intent.SEARCH, Intent.MORE})
_COUNTING = frozenset(
    {Intent.ADD_TO_CART, Intent.CHANGE_QUANTITY, Intent.SEARCH, Intent.PICK, Intent.REMOVE_FROM_CART}
)
_INTENTS = frozenset(intent.value for intent in Intent)


class OfflineReader:
    """Reads without a network and without chance; the same text in the same context gives the same answer."""

    def read(self, text: str, context: ReadingContext) -> Understanding:
        """What the message means.

        Example: OfflineReader().read("nataka gauni nyekundu", ReadingContext()).intent is Intent.SEARCH
        """
        parsed = parse(text, context)
        reading = _tapped(context) or _answer_or_free(parsed, context)
        return _understood(parsed, reading, context)


def _answer_or_free(parsed: Parsed, context: ReadingContext) -> Reading:
    free = intent_of(parsed)
    return answer_of(parsed, context, free, weight_of(parsed, free)) or free


def _tapped(context: ReadingContext) -> Reading | None:
    """The meaning of a tapped button or row, which needs no reading."""
    if not context.reply_id:
        return None
    name = context.reply_id.partition(":")[0]
    if name not in _INTENTS:
        return NOT_UNDERSTOOD
    return Reading(Intent(name), 1.0, (f"tapped {context.reply_id}",))


def _understood(parsed: Parsed, reading: Reading, context: ReadingContext) -> Understanding:
    selection, size = _selection(parsed, reading, context), _size(parsed, reading, context)
    # A "2" that picks the second piece is no quantity.
    picked = reading.intent is Intent.PICK and selection.ordinals == (parsed.quantity.value,)
    # "Zote mbili" is one of each, not two of each.
    picked = picked or "both" in parsed.tags
    sized = reading.intent is Intent.TELL_SIZE and bool(parsed.sizes)
    counting = (reading.intent in _COUNTING or sized) and not picked
    return Understanding(
        intent=reading.intent,
        confidence=reading.confidence,
        need=_need(parsed, reading),
        selection=selection,
        quantity=parsed.quantity.value if counting else None,
        absurd_quantity=parsed.quantity.absurd and counting,
        size=size,
        measurements=parsed.measurements,
        money=parsed.prices.money,
        percent=parsed.percent,
        phone=parsed.phone,
        address=_address(parsed, reading),
        receipt=parsed.receipt,
        order_number=parsed.order_number,
        topics=_topics(parsed),
        rating=rating_in(parsed) if context.pending.question is Question.RATING else None,
        urgent="urgent" in parsed.plain_tags,
        asks_how="how_to_pay" in parsed.plain_tags and "prompt" not in parsed.tags,
        language=language_of(parsed.words, parsed.folded, context.language),
        evidence=(*reading.evidence, *(f"spelling: {a} as {b}" for a, b in parsed.spelled.corrections[:5])),
        runner_up=reading.runner_up if reading.runner_up is not reading.intent else None,
        unknown_words=parsed.spelled.unknown[:20],
    )


def _topics(parsed: Parsed) -> tuple[Topic, ...]:
    names = {name.removeprefix(TOPIC) for name in parsed.tags if name.startswith(TOPIC) or name == "picture"}
    return tuple(topic for topic in Topic if topic.value in names)


def _need(parsed: Parsed, reading: Reading) -> Need:
    concepts, prices = parsed.concepts, parsed.prices
    # "dera za elfu moja": a sum beside something looked for is what the customer will spend.
    budget = prices.money if reading.intent in _SEEKING else None
    return Need(
        garments=concepts.garments,
        colours=concepts.colours,
        not_colours=concepts.negated,
        patterns=concepts.patterns,
        occasions=concepts.occasions,
        styles=concepts.styles,
        fabrics=concepts.fabrics,
        sizes=tuple(dict.fromkeys(found.size for found in parsed.sizes)),
        min_price=prices.at_least,
        max_price=prices.at_most if prices.at_most is not None else budget,
        newest_first="newest" in parsed.tags,
        cheapest_first=bool(parsed.tags & {"cheap", "cheapest", "not_dear"}),
        free_words=parsed.spelled.unknown[:20],
    )


def _selection(parsed: Parsed, reading: Reading, context: ReadingContext) -> Selection:
    subject = context.reply_id.partition(":")[2]
    if subject.isdecimal() and len(subject) <= 2:
        return Selection(ordinals=(int(subject),), reply_id=context.reply_id)
    if context.reply_id:
        return Selection(reply_id=context.reply_id)
    selection = parsed.pointed.selection
    asked = context.pending.question in (Question.WHICH_PIECE, Question.NOTHING)
    if not asked or reading.intent is not Intent.PICK or selection.points:
        return selection
    number = bare_number(parsed)
    if number is not None and not selection.ordinals:
        return selection.model_copy(update={"ordinals": (number,)})
    concepts = parsed.concepts
    return selection.model_copy(
        update={
            "garments": concepts.garments,
            "colours": concepts.colours,
            "patterns": concepts.patterns,
        }
    )


def _size(parsed: Parsed, reading: Reading, context: ReadingContext) -> Size | None:
    name, _, subject = context.reply_id.partition(":")
    if name in (Intent.TELL_SIZE, Intent.CHANGE_SIZE) and subject:
        offered = context.pending.sizes
        tapped = sizes_in(words_of(fold(subject)), (), offered, asked=True)
        return tapped[0].size if tapped else None
    if parsed.sizes:
        return parsed.sizes[-1].size if parsed.tags & {"change"} else parsed.sizes[0].size
    asked = context.pending.question is Question.WHICH_SIZE and reading.intent is Intent.TELL_SIZE
    return size_by_position(parsed, context) if asked else None


def _address(parsed: Parsed, reading: Reading) -> str | None:
    named = parsed.tags & {"place", "landmark"} or changed_to(parsed.text)
    elsewhere = "other_address" in parsed.tags and not named
    if reading.intent is not Intent.GIVE_ADDRESS or elsewhere:
        return None
    return reading.address or address_in(parsed.text)
