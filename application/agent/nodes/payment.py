"""Payment: the prompt on her phone, what became of it, and trying again. Nothing is paid by being said."""

from typing import Final

from application.agent.offers import button
from application.agent.state import Offer, Senses, Turn, TurnState
from application.agent.wording.names import local
from application.agent.wording.phrases import Line, Phrase, line
from application.commands import AskQuestion, Command, PlaceOrder, StartPrompt
from application.ordering import number_of
from application.understanding import Intent
from domain.conversation.question import Question
from domain.order.state import OrderStatus

WHY: Final = {
    "2001": Phrase.PIN_WRONG,
    "1032": Phrase.PROMPT_CANCELLED,
    "1037": Phrase.PROMPT_UNANSWERED,
    "1019": Phrase.PROMPT_UNANSWERED,
    "1": Phrase.NO_FUNDS,
    "3": Phrase.LIMIT_REACHED,
    "4": Phrase.LIMIT_REACHED,
    "8": Phrase.LIMIT_REACHED,
    "unresolved": Phrase.MONEY_UNKNOWN,
}
"""What M-Pesa's result codes mean to her; any other is the shop's own trouble."""


def payment(state: TurnState, _: Senses) -> TurnState:
    """Say that the prompt comes, what became of it, or how the payment stands."""
    turn = state["turn"]
    placed = next((c for c in state.get("commands", ()) if isinstance(c, PlaceOrder)), None)
    if placed:
        return TurnState(lines=(_comes(turn, placed),))
    if turn.notice:
        return _came_to_nothing(turn, turn.notice.detail)
    return _asked_by_her(turn)


def _comes(turn: Turn, placed: PlaceOrder) -> Line:
    fee = turn.boutique.fee_for(placed.address.area or "")
    total = turn.cart.total + fee if fee else turn.cart.total
    minutes = int(turn.pay_within.total_seconds() // 60)
    phone = local(placed.paying_number)
    return line(
        Phrase.PROMPT_COMES, number=number_of(placed.order), minutes=minutes, total=total, phone=phone
    )


def _came_to_nothing(turn: Turn, code: str) -> TurnState:
    why = line(WHY.get(code, Phrase.PROMPT_OUR_FAULT))
    if turn.order is None or turn.order.status is not OrderStatus.AWAITING_PAYMENT:
        return TurnState(lines=(why,))
    asked = AskQuestion(turn.conversation_id, Question.PAY_AGAIN, str(turn.order.payment))
    again = line(Phrase.TRY_AGAIN, number=turn.order.number, total=turn.order.total)
    buttons = (
        button(Phrase.BUTTON_TRY_AGAIN, Intent.PAY_AGAIN, turn.language),
        button(Phrase.BUTTON_OTHER_PHONE, Intent.GIVE_PHONE, turn.language, "other"),
        button(Phrase.BUTTON_CANCEL_ORDER, Intent.CANCEL_ORDER, turn.language),
    )
    return TurnState(commands=(asked,), lines=(why, again), offer=Offer(buttons=buttons))


def _asked_by_her(turn: Turn) -> TurnState:
    order, intent = turn.order, turn.understanding.intent
    if order is None or order.status in {OrderStatus.CANCELLED, OrderStatus.EXPIRED}:
        return TurnState(lines=(line(Phrase.NOTHING_TO_PAY),))
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        return TurnState(lines=(line(Phrase.ALREADY_PAID, number=order.number),))
    if intent is Intent.CLAIM_PAID:
        return TurnState(lines=(line(Phrase.NOT_SEEN_YET),))
    if intent is Intent.DECLINE:
        return TurnState(lines=(line(Phrase.ORDER_AWAITS, number=order.number, total=order.total),))
    return _prompt(turn)


def _prompt(turn: Turn) -> TurnState:
    order = turn.order
    phone = turn.understanding.phone or turn.person.paying_number or turn.person.phone
    if order is None or order.payment is None or phone is None:
        asked: tuple[Command, ...] = (AskQuestion(turn.conversation_id, Question.WHICH_PHONE),)
        return TurnState(commands=asked, lines=(line(Phrase.WHICH_PHONE),))
    values = {"total": order.total, "phone": local(phone)}
    if turn.payment and turn.payment.live_attempt:
        return TurnState(lines=(line(Phrase.PROMPT_LIVE, **values),))
    return TurnState(
        commands=(StartPrompt(order.payment, phone),), lines=(line(Phrase.PROMPT_AGAIN, **values),)
    )
