"""Payment: the prompt on her phone, what became of it, and trying again. Nothing is paid by being said."""

from typing import Final

from application.agent.offers import button
from application.agent.paying_ways import (
    NETWORK,
    asked_again,
    choices,
    not_seen_yet,
    title_of,
    way_named,
    way_of,
    way_tried,
    which_number,
)
from application.agent.state import Offer, Senses, Turn, TurnState
from application.agent.wording.names import local
from application.agent.wording.phrases import Line, Phrase, line
from application.commands import AskQuestion, Command, PlaceOrder, StartPrompt
from application.ordering import number_of
from application.ports import NUMBER_NOT_TAKEN, PHONE_BUSY
from application.understanding import Intent
from application.ways_to_pay import Way, way_for
from domain.conversation.events import NoticeKind
from domain.conversation.question import Question
from domain.conversation.reply import Link
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
    PHONE_BUSY: Phrase.PHONE_BUSY,
    "DP00800001002": Phrase.PIN_WRONG,
    "DP00800001003": Phrase.LIMIT_REACHED,
    "DP00800001005": Phrase.PROMPT_UNANSWERED,
    "DP00800001007": Phrase.NO_FUNDS,
    "DP00800001008": Phrase.PROMPT_CANCELLED,
    "DP00800001029": Phrase.PROMPT_UNANSWERED,
    "TE": Phrase.PROMPT_UNANSWERED,
    "card-failed": Phrase.CARD_DECLINED,
    "card-abandoned": Phrase.CARD_LEFT,
}
"""What the codes of M-Pesa, Airtel and the card's page mean to her; any other is the shop's trouble."""


def payment(state: TurnState, _: Senses) -> TurnState:
    """Say that the prompt comes, what became of it, or how the payment stands."""
    turn = state["turn"]
    placed = next((c for c in state.get("commands", ()) if isinstance(c, PlaceOrder)), None)
    if placed:
        return TurnState(lines=(*_replaced(turn), _comes(turn, placed)))
    if turn.notice and turn.notice.kind is NoticeKind.PROMPT_SENT:
        return _page(turn, turn.notice.detail)
    if turn.notice:
        return _came_to_nothing(turn, turn.notice.detail)
    return _asked_by_her(turn)


def _replaced(turn: Turn) -> tuple[Line, ...]:
    """The order that this one takes the place of."""
    before = turn.order
    if before is None or before.status is not OrderStatus.AWAITING_PAYMENT:
        return ()
    return (line(Phrase.ORDER_CANCELLED, number=before.number),)


def _comes(turn: Turn, placed: PlaceOrder) -> Line:
    fee = turn.boutique.fee_for(placed.address.area or "")
    total = turn.cart.total + fee if fee else turn.cart.total
    minutes = int(turn.pay_within.total_seconds() // 60)
    way, number = way_of(turn, placed.paying_number), number_of(placed.order)
    if way is Way.CARD:
        return line(Phrase.CARD_COMES, number=number, minutes=minutes)
    phone = local(placed.paying_number)
    values = {"total": total, "phone": phone, "network": NETWORK[way]}
    return line(Phrase.PROMPT_COMES, number=number, minutes=minutes, **values)


def _page(turn: Turn, address: str) -> TurnState:
    """The link to the page for her card, unless the order does not want the money any more."""
    if turn.order is None or turn.order.status is not OrderStatus.AWAITING_PAYMENT:
        return TurnState(lines=(line(Phrase.NOTHING_TO_PAY),))
    words = line(Phrase.CARD_PAGE, total=turn.order.total, number=turn.order.number)
    return TurnState(lines=(words,), offer=Offer(link=Link(title=title_of(turn, Way.CARD), url=address)))


def _came_to_nothing(turn: Turn, code: str) -> TurnState:
    way = way_tried(turn)
    why = line(WHY.get(code, Phrase.PROMPT_OUR_FAULT), network=NETWORK[way])
    if turn.order is None or turn.order.status is not OrderStatus.AWAITING_PAYMENT:
        return TurnState(lines=(why,))
    if code == NUMBER_NOT_TAKEN:
        return _asks_for_another_number(turn, NETWORK[way])
    asked = AskQuestion(turn.conversation_id, Question.PAY_AGAIN, str(turn.order.payment))
    again = line(Phrase.TRY_AGAIN, number=turn.order.number, total=turn.order.total)
    others = (
        button(Phrase.BUTTON_OTHER_PHONE, Intent.GIVE_PHONE, turn.language, "other"),
        button(Phrase.BUTTON_CANCEL_ORDER, Intent.CANCEL_ORDER, turn.language),
    )
    offer = choices(turn, way, Phrase.BUTTON_TRY_AGAIN, Intent.PAY_AGAIN, others)
    return TurnState(commands=(asked,), lines=(why, again), offer=offer)


def _asks_for_another_number(turn: Turn, network: str) -> TurnState:
    """The same number would be refused again, so only another one helps."""
    asked = AskQuestion(turn.conversation_id, Question.WHICH_PHONE)
    lines = (line(Phrase.NUMBER_NOT_TAKEN, network=network), which_number(turn))
    cancel = button(Phrase.BUTTON_CANCEL_ORDER, Intent.CANCEL_ORDER, turn.language)
    return TurnState(commands=(asked,), lines=lines, offer=Offer(buttons=(cancel,)))


def _asked_by_her(turn: Turn) -> TurnState:
    order, intent = turn.order, turn.understanding.intent
    if order is None or order.status in {OrderStatus.CANCELLED, OrderStatus.EXPIRED}:
        return TurnState(lines=(line(Phrase.NOTHING_TO_PAY),))
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        return TurnState(lines=(line(Phrase.ALREADY_PAID, number=order.number),))
    if intent is Intent.CLAIM_PAID:
        return TurnState(lines=(not_seen_yet(turn),))
    if intent is Intent.DECLINE:
        return TurnState(lines=(line(Phrase.ORDER_AWAITS, number=order.number, total=order.total),))
    return _told_how(turn) or _prompt(turn)


def _told_how(turn: Turn) -> TurnState | None:
    """The answer to how she pays, with the offer to send the prompt; None where she asked for no answer.

    A phone that rings before she knows why is hung up on. A page for a card rings nowhere: it is the answer.
    """
    order, phone = turn.order, turn.person.paying_number or turn.person.phone
    asks = turn.understanding.asks_how and turn.understanding.intent is Intent.PAY
    if not asks or order is None or phone is None or (turn.payment and turn.payment.live_attempt):
        return None
    way = way_for(turn.boutique, phone, way_named(turn) or way_tried(turn)) or Way.MPESA
    if way is Way.CARD:
        return None
    asked = AskQuestion(turn.conversation_id, Question.PAY_AGAIN, str(order.payment))
    values = {"number": order.number, "total": order.total, "phone": local(phone), "network": NETWORK[way]}
    other = button(Phrase.BUTTON_OTHER_PHONE, Intent.GIVE_PHONE, turn.language, "other")
    offer = choices(turn, way, Phrase.BUTTON_PAY, Intent.PAY_AGAIN, (other,))
    return TurnState(commands=(asked,), lines=(line(Phrase.HOW_TO_PAY, **values),), offer=offer)


def _prompt(turn: Turn) -> TurnState:
    order = turn.order
    phone = turn.understanding.phone or turn.person.paying_number or turn.person.phone
    if order is None or order.payment is None or phone is None:
        asked: tuple[Command, ...] = (AskQuestion(turn.conversation_id, Question.WHICH_PHONE),)
        return TurnState(commands=asked, lines=(which_number(turn),))
    live, wanted = turn.payment.live_attempt if turn.payment else None, way_named(turn)
    if live and live.page and wanted in {None, Way.CARD}:
        return _page(turn, live.page)
    if live and not live.page:
        return TurnState(lines=(line(Phrase.PROMPT_LIVE, total=order.total, phone=local(phone)),))
    way = way_for(turn.boutique, phone, wanted or way_tried(turn)) or Way.MPESA
    return TurnState(
        commands=(StartPrompt(order.payment, phone, way),), lines=(asked_again(order.total, phone, way),)
    )
