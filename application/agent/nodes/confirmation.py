"""Confirmation: the order is paid, packed, on its way, there; or it is given up."""

from typing import Final

from application.agent.naming_orders import is_the_order_named
from application.agent.offering_a_person import person_offered
from application.agent.offers import yes_or_no
from application.agent.paying_ways import receipt_told
from application.agent.satisfaction import delivered
from application.agent.selecting import answers_what_is_asked
from application.agent.state import Senses, Turn, TurnState
from application.agent.wording.phrases import Line, Phrase, line
from application.commands import AskQuestion, CancelOrder, HandToPerson
from application.understanding import Intent
from domain.conversation.events import HandOverReason, NoticeKind, NoticeOwed
from domain.conversation.question import Question
from domain.order.events import CancelReason
from domain.order.order import Order
from domain.order.state import OrderStatus

_STANDING: Final = {
    OrderStatus.AWAITING_PAYMENT: Phrase.ORDER_AWAITS,
    OrderStatus.PAID: Phrase.ORDER_IS_PAID,
    OrderStatus.PACKED: Phrase.ORDER_PACKED,
    OrderStatus.ON_ITS_WAY: Phrase.ORDER_ON_ITS_WAY,
    OrderStatus.DELIVERED: Phrase.ORDER_DELIVERED,
    OrderStatus.CANCELLED: Phrase.ORDER_CANCELLED,
    OrderStatus.EXPIRED: Phrase.ORDER_EXPIRED,
    OrderStatus.REFUNDED: Phrase.ORDER_REFUNDED,
    OrderStatus.NOT_REFUNDED: Phrase.ORDER_NOT_REFUNDED,
}
_OVER: Final = frozenset(
    {OrderStatus.CANCELLED, OrderStatus.EXPIRED, OrderStatus.REFUNDED, OrderStatus.NOT_REFUNDED}
)
_NEWS: Final = {
    NoticeKind.ORDER_PACKED: Phrase.ORDER_PACKED,
    NoticeKind.ORDER_ON_ITS_WAY: Phrase.ORDER_ON_ITS_WAY,
    NoticeKind.ORDER_DELIVERED: Phrase.ORDER_DELIVERED,
    NoticeKind.ORDER_EXPIRED: Phrase.ORDER_EXPIRED,
    NoticeKind.ORDER_CANCELLED: Phrase.ORDER_CANCELLED_BY_SHOP,
    NoticeKind.REFUND_DUE: Phrase.REFUND_DUE,
    NoticeKind.REFUNDED: Phrase.MONEY_IS_BACK,
}


def confirmation(state: TurnState, _: Senses) -> TurnState:
    """Tell the news of her order, how it stands, or give it up on her word."""
    turn = state["turn"]
    if not turn.notice and not is_the_order_named(turn):
        return person_offered(turn, line(Phrase.NO_SUCH_ORDER))
    if turn.order is None:
        return TurnState(lines=(line(Phrase.NO_ORDER),))
    if turn.notice:
        news = _news(turn, turn.order, turn.notice)
        got_it = turn.notice.kind is NoticeKind.ORDER_DELIVERED
        return delivered(turn, news) if got_it else TurnState(lines=news)
    intent = turn.understanding.intent
    if intent is Intent.CANCEL_ORDER:
        return _ask_to_cancel(turn, turn.order)
    asked = turn.conversation.question is Question.CONFIRM_CANCEL and answers_what_is_asked(turn)
    if asked and intent is not Intent.ORDER_STATUS:
        return _cancel_or_not(turn, turn.order)
    return TurnState(lines=(_standing(turn.order),))


def _news(turn: Turn, order: Order, notice: NoticeOwed) -> tuple[Line, ...]:
    if notice.kind is NoticeKind.ORDER_PAID:
        receipt = (receipt_told(turn, order.receipt),) if order.receipt else ()
        paid = line(Phrase.PAID, total=order.total, number=order.number)
        return (
            paid,
            *receipt,
            line(Phrase.WE_DELIVER, area=order.placed.delivery_area if order.placed else ""),
        )
    phrase = _NEWS.get(notice.kind, Phrase.ORDER_IS_PAID)
    if notice.kind is NoticeKind.REFUND_DUE and order.cannot_be_kept:
        phrase = Phrase.ORDER_NOT_KEPT
    return (line(phrase, number=order.number, courier=notice.detail, amount=notice.detail),)


def _standing(order: Order) -> Line:
    if order.cannot_be_kept:
        return line(Phrase.ORDER_NOT_KEPT, number=order.number, amount=order.due)
    gone = order.courier
    courier = gone.way if gone else ""
    return line(_STANDING[order.status], number=order.number, total=order.total, courier=courier)


def _ask_to_cancel(turn: Turn, order: Order) -> TurnState:
    if order.status is OrderStatus.AWAITING_PAYMENT:
        asked = AskQuestion(turn.conversation_id, Question.CONFIRM_CANCEL, str(turn.order_id))
        sure = line(Phrase.SURE_TO_CANCEL, number=order.number, total=order.total)
        return TurnState(
            commands=(asked,), lines=(sure,), offer=yes_or_no(Question.CONFIRM_CANCEL, turn.language)
        )
    if order.status in _OVER:
        return TurnState(lines=(_standing(order),))
    handed = HandToPerson(turn.conversation_id, HandOverReason.PAYMENT)
    return TurnState(commands=(handed,), lines=(line(Phrase.PAID_CANNOT_CANCEL, number=order.number),))


def _cancel_or_not(turn: Turn, order: Order) -> TurnState:
    if turn.understanding.intent is not Intent.CONFIRM or turn.order_id is None:
        return TurnState(lines=(line(Phrase.NOT_CANCELLED, number=order.number),))
    return TurnState(
        commands=(CancelOrder(turn.order_id, CancelReason.CUSTOMER),),
        lines=(line(Phrase.ORDER_CANCELLED, number=order.number), *_still_rings(turn)),
    )


def _still_rings(turn: Turn) -> tuple[Line, ...]:
    """The phone may still show the prompt, and a PIN would pay for the order after all."""
    rings = turn.payment is not None and turn.payment.live_attempt is not None
    return (line(Phrase.IGNORE_PROMPT),) if rings else ()
