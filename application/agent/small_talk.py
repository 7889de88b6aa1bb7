"""Answers that need no search, cart or order: greetings, questions about the shop, and calls for a person."""

from collections.abc import Callable
from typing import Final

from application.agent.offering_a_person import person_offered
from application.agent.offers import button
from application.agent.paying_ways import ways_told
from application.agent.preview import cart_lines
from application.agent.satisfaction import rating_of
from application.agent.state import Offer, Turn, TurnState
from application.agent.wording.phrases import Line, Phrase, line
from application.commands import AskQuestion, Command, HandToPerson, RequestErasure, StopMarketing
from application.understanding import Intent
from domain.conversation.events import HandOverReason, MessageKind
from domain.conversation.question import Question
from domain.language import Language

MISUNDERSTOOD_TOO_OFTEN = 2
"""After so many turns in a row that came to nothing, a person is called."""

_PERSON: Final = {
    Intent.HUMAN: HandOverReason.ASKED,
    Intent.COMPLAIN: HandOverReason.COMPLAINT,
}


def small_talk(turn: Turn) -> TurnState:
    """Lines, and what follows from them, for a turn that no other node has answered."""
    meaning = turn.understanding
    if not meaning.sure:
        return _not_understood(turn)
    rated = rating_of(turn)
    if meaning.intent in _PERSON:
        handed = _person(turn, _PERSON[meaning.intent])
        return TurnState(**{**handed, "commands": (*filter(None, (rated,)), *handed["commands"])})
    if rated:
        return TurnState(commands=(rated,), lines=(line(Phrase.RATING_NOTED),))
    if meaning.intent is Intent.ABUSE:
        return _abuse(turn)
    if meaning.intent is Intent.PAY_ON_DELIVERY:
        return _pays_first(turn)
    if meaning.intent in _FOR_A_PERSON:
        return person_offered(turn, *_FOR_A_PERSON[meaning.intent](turn))
    commands: tuple[Command, ...] = ()
    if meaning.intent is Intent.STOP_MARKETING:
        commands = (StopMarketing(turn.customer_id),)
    if meaning.intent is Intent.ERASE_ME:
        commands = (RequestErasure(turn.customer_id),)
    answer = _ANSWERS.get(meaning.intent)
    return TurnState(commands=commands, lines=answer(turn) if answer else (line(Phrase.HELP),))


def _not_understood(turn: Turn) -> TurnState:
    kinds = {message.kind for message in turn.messages}
    if MessageKind.VOICE in kinds:
        return TurnState(lines=(line(Phrase.NO_VOICE),))
    if MessageKind.EDIT in kinds:
        return TurnState(lines=(line(Phrase.EDITED_TOO_LATE),))
    if MessageKind.OTHER in kinds:
        return TurnState(lines=(line(Phrase.NOT_READABLE_KIND),))
    if turn.conversation.misunderstandings >= MISUNDERSTOOD_TOO_OFTEN:
        return _person(turn, HandOverReason.NOT_UNDERSTOOD)
    first, second = turn.understanding.intent, turn.understanding.runner_up
    if first is Intent.CONFIRM and turn.conversation.question is Question.CONFIRM_ORDER:
        return _not_yet(turn)
    if second and first in _MEANINGS and second in _MEANINGS:
        return _did_you_mean(turn, first, second)
    help_offer = Offer(buttons=(button(Phrase.BUTTON_PERSON, Intent.HUMAN, turn.language),))
    return TurnState(lines=(line(Phrase.HELP),), offer=help_offer)


def _not_yet(turn: Turn) -> TurnState:
    """A yes with a condition orders nothing; the question stays open."""
    pay = button(Phrase.BUTTON_PAY, Intent.CONFIRM, turn.language, Question.CONFIRM_ORDER.value)
    return TurnState(lines=(line(Phrase.NOT_YET),), offer=Offer(buttons=(pay,)))


def _pays_first(turn: Turn) -> TurnState:
    """Who would pay when it arrives hears how this shop is paid, and no prompt rings."""
    ways = ways_told(turn)
    if not ways:
        return TurnState(lines=(line(Phrase.SHOP_CLOSED),))
    checkout = (button(Phrase.BUTTON_CHECKOUT, Intent.CHECKOUT, turn.language),)
    person = button(Phrase.BUTTON_PERSON, Intent.HUMAN, turn.language)
    buttons = (*(checkout if not turn.cart.is_empty else ()), person)
    return TurnState(lines=(line(Phrase.PAY_FIRST, ways=ways),), offer=Offer(buttons=buttons))


def _goodbye(turn: Turn) -> tuple[Line, ...]:
    kept = () if turn.cart.is_empty else (line(Phrase.CART_WAITS),)
    return (*kept, line(Phrase.GOODBYE))


def _did_you_mean(turn: Turn, first: Intent, second: Intent) -> TurnState:
    asked = AskQuestion(turn.conversation_id, Question.WHICH_MEANING, meanings=(first.value, second.value))
    buttons = tuple(button(_MEANINGS[intent], intent, turn.language) for intent in (first, second))
    return TurnState(commands=(asked,), lines=(line(Phrase.DID_YOU_MEAN),), offer=Offer(buttons=buttons))


_MEANINGS: Final = {
    Intent.CHECKOUT: Phrase.BUTTON_CHECKOUT,
    Intent.SHOW_CART: Phrase.BUTTON_CART,
    Intent.MORE: Phrase.BUTTON_MORE,
    Intent.PAY: Phrase.BUTTON_PAY,
    Intent.PAY_AGAIN: Phrase.BUTTON_TRY_AGAIN,
    Intent.CANCEL_ORDER: Phrase.BUTTON_CANCEL_ORDER,
    Intent.HUMAN: Phrase.BUTTON_PERSON,
}


def _person(turn: Turn, reason: HandOverReason) -> TurnState:
    handed = HandToPerson(turn.conversation_id, reason)
    sorry = (line(Phrase.SORRY),) if reason is HandOverReason.COMPLAINT else ()
    return TurnState(
        commands=(handed,), lines=(*sorry, line(Phrase.PERSON_COMES, boutique=turn.boutique.name))
    )


def _abuse(turn: Turn) -> TurnState:
    """Once a kind word; whoever goes on is left to a person."""
    if turn.conversation.last_intent == Intent.ABUSE.value:
        return _person(turn, HandOverReason.ABUSE)
    return TurnState(lines=(line(Phrase.BE_KIND),))


def _greeting(turn: Turn) -> tuple[Line, ...]:
    voice = turn.boutique.voice
    if voice is None:
        return _identity(turn)
    words = voice.greeting_en if turn.language is Language.EN else voice.greeting_sw
    return (line(Phrase.GREETING, greeting=words),)


def _identity(turn: Turn) -> tuple[Line, ...]:
    agent = turn.boutique.voice.agent_name if turn.boutique.voice else "Dukani"
    return (line(Phrase.I_AM_AN_ASSISTANT, agent=agent, boutique=turn.boutique.name),)


def _delivery(turn: Turn) -> tuple[Line, ...]:
    areas = (line(Phrase.DELIVERY_AREA, area=each.name, fee=each.fee) for each in turn.boutique.areas)
    return (line(Phrase.DELIVERY), *areas)


def _place(turn: Turn) -> tuple[Line, ...]:
    return (line(Phrase.PLACE, street=turn.boutique.street, town=turn.boutique.town),)


def _only(phrase: Phrase) -> Callable[[Turn], tuple[Line, ...]]:
    return lambda turn: (line(phrase, boutique=turn.boutique.name),)


def _pick_up(turn: Turn) -> tuple[Line, ...]:
    shop = turn.boutique
    return (line(Phrase.PICK_UP, street=shop.street, town=shop.town, hours=shop.hours),)


_FOR_A_PERSON: Final[dict[Intent, Callable[[Turn], tuple[Line, ...]]]] = {
    Intent.PICK_UP: _pick_up,
    Intent.WHOLESALE: _only(Phrase.WHOLESALE),
    Intent.EXTRA_WISH: _only(Phrase.EXTRA_WISH),
    Intent.MY_DATA: _only(Phrase.MY_DATA),
}
_ANSWERS: Final[dict[Intent, Callable[[Turn], tuple[Line, ...]]]] = {
    Intent.GREET: _greeting,
    Intent.ASK_IDENTITY: _identity,
    Intent.DELIVERY_QUESTION: _delivery,
    Intent.LOCATION_QUESTION: _place,
    Intent.OPENING_HOURS: lambda turn: (line(Phrase.HOURS, hours=turn.boutique.hours),),
    Intent.RETURN_POLICY: lambda turn: (line(Phrase.RETURNS, policy=turn.boutique.return_policy),),
    Intent.SHOW_CART: lambda turn: cart_lines(turn.cart, turn.language),
    Intent.THANKS: _only(Phrase.THANKS),
    Intent.CONFIRM: _only(Phrase.THANKS),
    Intent.DECLINE: _only(Phrase.GO_ON_LOOKING),
    Intent.GOODBYE: _goodbye,
    Intent.OFF_TOPIC: _only(Phrase.ONLY_THE_SHOP),
    Intent.INJECTION: _only(Phrase.NO_TRICKS),
    Intent.STOP_MARKETING: _only(Phrase.NO_MORE_OFFERS),
    Intent.ERASE_ME: _only(Phrase.ERASURE_NOTED),
}
