"""Short answers, read against the question that the shop asked last."""

import re
from collections.abc import Callable
from typing import Final

from application.brain.words.addresses import address_in
from application.brain.words.agreeing import (
    has_no,
    is_half_a_yes,
    is_hedged,
    is_plain_yes,
    opens_with_yes,
    puts_off,
    says_no,
)
from application.brain.words.intents import GUESS, Reading
from application.brain.words.parsed import Parsed, bare_number
from application.brain.words.prompts import ABOUT_PROMPTS, about_the_prompt
from application.understanding import Intent, ReadingContext
from domain.conversation.question import Question
from domain.sizes import Size

_SURE: Final = 0.95
_BREAKS_OUT: Final = 0.8
_NOT_BREAKING_OUT: Final = frozenset(
    {Intent.CONFIRM, Intent.DECLINE, Intent.UNKNOWN, Intent.GREET, Intent.THANKS, Intent.OFF_TOPIC}
)
_OWN: Final = {
    Question.WHICH_PIECE: frozenset({Intent.PICK, Intent.ADD_TO_CART}),
    Question.WHICH_SIZE: frozenset(
        {Intent.TELL_SIZE, Intent.ADD_TO_CART, Intent.TELL_MEASUREMENTS, Intent.ASK_SIZE_ADVICE}
    ),
    Question.ADD_MORE_OR_CHECKOUT: frozenset({Intent.CHECKOUT, Intent.PAY}),
    Question.WHICH_ADDRESS: frozenset({Intent.GIVE_ADDRESS, Intent.PICK, Intent.SEARCH, Intent.GIVE_PHONE}),
    Question.CONFIRM_ADDRESS: frozenset({Intent.GIVE_ADDRESS}),
    Question.WHICH_PHONE: frozenset({Intent.GIVE_PHONE, Intent.PICK}),
    Question.CONFIRM_PHONE: frozenset({Intent.GIVE_PHONE}),
    Question.CONFIRM_ORDER: frozenset({Intent.CHECKOUT, Intent.CANCEL_ORDER}),
    Question.CONFIRM_EMPTY: frozenset({Intent.EMPTY_CART, Intent.REMOVE_FROM_CART}),
    Question.CONFIRM_CANCEL: frozenset({Intent.CANCEL_ORDER}),
    Question.PAY_AGAIN: frozenset({Intent.PAY_AGAIN, Intent.PAY}),
}
_SOUNDS_LIKE: Final = {
    # "One more time", "sina doh" and "namba nyingine" speak of the prompt here.
    Question.PAY_AGAIN: frozenset({Intent.MORE, Intent.HAGGLE, Intent.GIVE_PHONE}),
}
_YES_SETTLES: Final = frozenset(
    {Question.CONFIRM_ADDRESS, Question.CONFIRM_PHONE, Question.CONFIRM_ORDER, Question.CONFIRM_EMPTY,
     Question.CONFIRM_CANCEL}
)  # fmt: skip
_YES_OR_NO: Final = _YES_SETTLES | {Question.PAY_AGAIN}
_PAYING: Final = frozenset({Question.CONFIRM_ORDER, Question.PAY_AGAIN})
_TALKED_OVER: Final = frozenset({Intent.PICK, Intent.SEARCH, Intent.HUMAN, Intent.SHOW_CART, Intent.HAGGLE})
"""What a message that puts off may sound like: "I'll review this with my husband" picks nothing."""

_COUNTS_PIECES: Final = frozenset({"of_them", "take", "add", "want", "quantity_word"})
_LETTERS: Final = re.compile(r"[^\W\d_]{3,}")


def answer_of(parsed: Parsed, context: ReadingContext, free: Reading, weight: float) -> Reading | None:
    """The message as an answer to the open question; None if it is none.

    Shape: `free` is how it reads without a question. It wins where it clearly speaks of something else, so
    that "how much is delivery?" is not taken for an address.
    """
    question = context.pending.question
    answer = _ANSWERS[question]
    if question is Question.CONFIRM_ORDER and free.intent is Intent.PAY:
        return _to_pay(parsed, free)
    if question in _YES_OR_NO and parsed.tags & {"postpone", "no_money"} and free.intent in _TALKED_OVER:
        return Reading(Intent.DECLINE, 0.9, ("puts it off",))
    own = _OWN.get(question, frozenset()) | _SOUNDS_LIKE.get(question, frozenset())
    if (
        weight >= _BREAKS_OUT
        and free.intent not in own | _NOT_BREAKING_OUT
        and not _is_no_breakout(parsed, question, free)
    ):
        return None
    return answer(parsed, context, free)


def _to_pay(parsed: Parsed, free: Reading) -> Reading:
    """Orders only what is said plainly of paying; who asks is shown once more what would be paid."""
    if parsed.tags & {"how_to_pay", "can_i", "#question"}:
        return Reading(Intent.CHECKOUT, 0.9, ("asks how to pay",), Intent.PAY)
    if is_hedged(parsed, Question.CONFIRM_ORDER) or not is_plain_yes(parsed):
        return Reading(Intent.CONFIRM, GUESS, ("pays on a condition",), Intent.PAY)
    return _yes(parsed, Intent.CONFIRM, "says yes") if "yes" in parsed.tags else free


def _is_no_breakout(parsed: Parsed, question: Question, free: Reading) -> bool:
    """Some strong words mean another thing here: "1" to a question of two meanings, a gate beside a phone."""
    if question in (Question.WHICH_MEANING, Question.RATING):
        return parsed.is_short
    if question is Question.WHICH_ADDRESS:
        return {"place", "landmark"} <= parsed.tags and free.intent in (
            Intent.HUMAN,
            Intent.LOCATION_QUESTION,
        )
    return question in _YES_SETTLES and free.intent is Intent.STOP_MARKETING and "stop" not in parsed.tags


def _yes(parsed: Parsed, intent: Intent, why: str) -> Reading:
    """A yes; written wrongly it is only a guess, for an order may hang on it."""
    sure = _SURE if "yes" in parsed.plain_tags else GUESS
    return Reading(intent, sure, (why,))


def _to_piece(parsed: Parsed, context: ReadingContext, free: Reading) -> Reading | None:
    chosen = parsed.pointed.selection.points or parsed.concepts.matches
    number = bare_number(parsed)
    fits = number is not None and (1 <= number <= (context.shown or 10) or number == -1)
    if free.intent is Intent.ADD_TO_CART and not fits:
        return None
    if (fits or chosen) and not parsed.tags & {"want", "have", "more", "cart"}:
        return Reading(Intent.PICK, _SURE if fits else 0.85, ("answers which piece",), free.runner_up)
    agrees = "yes" in parsed.tags and not is_half_a_yes(parsed, Question.WHICH_PIECE)
    if agrees and context.shown == 1:
        return _yes(parsed, Intent.PICK, "agrees to the only piece shown")
    return Reading(Intent.DECLINE, 0.9, ("wants none of them",)) if _is_plain_no(parsed, free) else None


def _to_size(parsed: Parsed, context: ReadingContext, free: Reading) -> Reading | None:
    if free.intent is Intent.TELL_MEASUREMENTS:
        return None
    if parsed.tags & {"dont_know", "size_advice"}:
        return Reading(Intent.ASK_SIZE_ADVICE, 0.9, ("does not know the size",))
    if free.intent is Intent.ADD_TO_CART and "cart" in parsed.tags:
        return None
    if not parsed.sizes and _names_a_piece(parsed, context):
        return Reading(Intent.PICK, 0.9, ("names another piece by its number",))
    if not parsed.sizes and parsed.quantity.value and parsed.tags & _COUNTS_PIECES:
        return Reading(Intent.ADD_TO_CART, 0.85, ("says how many, and no size yet",))
    if parsed.sizes or size_by_position(parsed, context):
        return Reading(Intent.TELL_SIZE, _SURE, ("answers which size",))
    return None


def _names_a_piece(parsed: Parsed, context: ReadingContext) -> bool:
    """Pieces are numbered on her screen and sizes are not: "add number 1" is a piece."""
    ordinals = parsed.pointed.selection.ordinals
    numbered = parsed.pointed.by_number or "add" in parsed.tags
    return numbered and bool(ordinals) and all(1 <= number <= context.shown for number in ordinals)


def size_by_position(parsed: Parsed, context: ReadingContext) -> Size | None:
    """The offered size that "2" or "ya pili" counts to, where no size has that name."""
    number, offered = bare_number(parsed), context.pending.sizes
    if number is None or not offered or parsed.sizes:
        return None
    if number == -1:
        return offered[-1]
    return offered[number - 1] if 1 <= number <= len(offered) else None


def _to_more_or_checkout(parsed: Parsed, context: ReadingContext, free: Reading) -> Reading | None:
    if parsed.quantity.value and "of_them" in parsed.tags:
        return Reading(Intent.CHANGE_QUANTITY, 0.85, ("says how many of what she took",))
    if puts_off(parsed) or {"pay", "later"} <= parsed.tags:
        return None
    if parsed.plain_tags & {"checkout", "pay", "go_on"} and "#garment" not in parsed.tags:
        return Reading(Intent.CHECKOUT, _SURE, ("asks for the checkout",))
    if "all_done" in parsed.plain_tags and parsed.is_short and free.intent is Intent.PICK:
        return Reading(Intent.CHECKOUT, 0.85, ("wants nothing more",))
    if free.intent not in (Intent.DECLINE, Intent.CONFIRM, Intent.CHECKOUT, Intent.UNKNOWN, Intent.THANKS):
        return None
    if parsed.plain_tags & {"all_done", "no"} and "wait" not in parsed.tags:
        return Reading(Intent.CHECKOUT, 0.85, ("wants nothing more",))
    if "yes" not in parsed.tags:
        return None
    if is_half_a_yes(parsed, context.pending.question):
        return Reading(Intent.CHECKOUT, GUESS, ("a yes with a condition",), Intent.MORE)
    # Whoever wants more says more; a yes goes on to the address, and nothing is ordered before her word.
    return _yes(parsed, Intent.CHECKOUT, "says yes to checking out")


def _to_address(parsed: Parsed, _context: ReadingContext, free: Reading) -> Reading | None:
    only_words = (
        free.intent in _NOT_BREAKING_OUT - {Intent.UNKNOWN, Intent.OFF_TOPIC} and len(parsed.words) <= 4
    )
    if (only_words or puts_off(parsed)) and not parsed.tags & {"place", "landmark"}:
        return None
    address = address_in(parsed.text)
    if not _LETTERS.search(address) or (free.intent is Intent.GIVE_PHONE and len(parsed.words) < 2):
        return None
    return Reading(Intent.GIVE_ADDRESS, 0.9, ("answers which address",), free.runner_up, address)


def _to_confirm_address(parsed: Parsed, context: ReadingContext, free: Reading) -> Reading | None:
    if "other_address" in parsed.tags:
        return free
    if parsed.tags & {"place", "landmark", "deliver_to"} and not opens_with_yes(parsed):
        return Reading(Intent.GIVE_ADDRESS, 0.9, ("gives another address",), None, address_in(parsed.text))
    return _to_yes_no(parsed, context, free)


def _to_phone(parsed: Parsed, context: ReadingContext, free: Reading) -> Reading | None:
    if parsed.phone:
        return Reading(Intent.GIVE_PHONE, _SURE, ("answers which phone",))
    if parsed.tags & {"other_number", "other_payer"}:
        return free
    if context.pending.question is Question.CONFIRM_PHONE and says_no(parsed):
        return Reading(Intent.DECLINE, _SURE, ("says no",))
    half = is_half_a_yes(parsed, context.pending.question)
    if parsed.plain_tags & {"same_number", "yes"} and not half and not puts_off(parsed):
        return Reading(Intent.CONFIRM, 0.9, ("keeps this number",))
    if sum(c.isdigit() for c in parsed.text) >= 6:
        return Reading(Intent.GIVE_PHONE, GUESS, ("digits that are no phone number",))
    return _to_yes_no(parsed, context, free)


def _to_yes_no(parsed: Parsed, context: ReadingContext, free: Reading) -> Reading | None:
    question = context.pending.question
    # Nothing is ordered before the yes: to cancel here is to say no.
    calls_off = question is Question.CONFIRM_ORDER and free.intent is Intent.CANCEL_ORDER
    if question is Question.PAY_AGAIN and not has_no(parsed, ABOUT_PROMPTS):
        told = about_the_prompt(parsed, free)
        if told:
            return told
    if says_no(parsed) or calls_off:
        return Reading(Intent.DECLINE, _SURE, ("says no",))
    if puts_off(parsed):
        return Reading(Intent.DECLINE, 0.9, ("puts it off",))
    agreed = Intent.PAY_AGAIN if question is Question.PAY_AGAIN else Intent.CONFIRM
    if is_half_a_yes(parsed, question):
        return Reading(Intent.CONFIRM, GUESS, ("a yes with a condition",), free.runner_up)
    if "yes" in parsed.tags and question in _PAYING and not is_plain_yes(parsed):
        return Reading(agreed, GUESS, ("a yes among other words",), free.runner_up)
    if "yes" in parsed.tags and free.intent in _OWN[question] | {
        Intent.CONFIRM,
        Intent.THANKS,
        Intent.DECLINE,
    }:
        return _yes(parsed, agreed, "says yes")
    if free.intent in _OWN[question] and free.confidence >= 0.5:
        return Reading(agreed, 0.9, ("repeats what was asked", *free.evidence))
    return None


def _to_shown(parsed: Parsed, context: ReadingContext, free: Reading) -> Reading | None:
    number = bare_number(parsed)
    if free.intent is not Intent.UNKNOWN or number is None or not 1 <= number <= context.shown:
        return None
    return Reading(Intent.PICK, 0.75, ("a number of what is shown",))


def _to_meaning(parsed: Parsed, context: ReadingContext, free: Reading) -> Reading | None:
    meanings, number = context.pending.meanings, bare_number(parsed)
    if (
        len(meanings) == 1
        and free.intent is Intent.CONFIRM
        and not is_half_a_yes(parsed, Question.WHICH_MEANING)
    ):
        return _yes(parsed, meanings[0], "says yes to what was offered")
    if number is not None and 1 <= number <= len(meanings):
        return Reading(meanings[number - 1], _SURE, (f"chose meaning {number}",))
    return free._replace(confidence=max(free.confidence, 0.8)) if free.intent in meanings else None


def _to_rating(parsed: Parsed, _context: ReadingContext, _free: Reading) -> Reading | None:
    stars = rating_in(parsed)
    if stars is None:
        return None
    return Reading(Intent.THANKS if stars >= 3 else Intent.COMPLAIN, 0.9, (f"rates {stars}",))


def rating_in(parsed: Parsed) -> int | None:
    """One to five stars."""
    stars = bare_number(parsed)
    return stars if stars is not None and 1 <= stars <= 5 else None


def _is_plain_no(parsed: Parsed, free: Reading) -> bool:
    return "no" in parsed.tags and free.intent in (Intent.DECLINE, Intent.UNKNOWN)


_ANSWERS: Final[dict[Question, Callable[[Parsed, ReadingContext, Reading], Reading | None]]] = {
    Question.NOTHING: _to_shown,
    Question.WHICH_PIECE: _to_piece,
    Question.WHICH_SIZE: _to_size,
    Question.ADD_MORE_OR_CHECKOUT: _to_more_or_checkout,
    Question.WHICH_ADDRESS: _to_address,
    Question.CONFIRM_ADDRESS: _to_confirm_address,
    Question.WHICH_PHONE: _to_phone,
    Question.CONFIRM_PHONE: _to_phone,
    Question.CONFIRM_ORDER: _to_yes_no,
    Question.CONFIRM_EMPTY: _to_yes_no,
    Question.CONFIRM_CANCEL: _to_yes_no,
    Question.PAY_AGAIN: _to_yes_no,
    Question.WHICH_MEANING: _to_meaning,
    Question.RATING: _to_rating,
}
