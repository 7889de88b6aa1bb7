"""On an order's way to the customer, and on its money's way back, she is told of each step."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from application.commands import Command, OweNotice
from domain.conversation.events import NoticeKind
from domain.fact import Fact
from domain.identity import OrderId
from domain.order.events import (
    OrderDelivered,
    OrderHandedToCourier,
    OrderPacked,
    OrderPlaced,
    OrderRefunded,
    RefundDue,
)

_AGAIN: Final = 2
"""Money may go back in parts; each of them is news of its own."""


def react(subject: UUID, fact: Fact, story: Sequence[Fact]) -> tuple[Command, ...]:
    """Owe her the news."""
    placed = next((told for told in story if isinstance(told, OrderPlaced)), None)
    if placed is None:
        return ()
    order = OrderId(subject)
    match fact:
        case OrderPacked():
            news, detail = NoticeKind.ORDER_PACKED, ""
        case OrderHandedToCourier():
            news, detail = NoticeKind.ORDER_ON_ITS_WAY, fact.way
        case OrderDelivered():
            news, detail = NoticeKind.ORDER_DELIVERED, ""
        case RefundDue():
            news, detail = NoticeKind.REFUND_DUE, str(fact.amount)
        case OrderRefunded():
            news, detail = NoticeKind.REFUNDED, str(fact.amount)
        case _:
            return ()
    times = sum(type(told) is type(fact) for told in story)
    key = f"{news}/{order}" if times < _AGAIN else f"{news}/{order}/{times}"
    return (OweNotice(placed.customer, key, news, order, detail),)
