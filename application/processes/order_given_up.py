"""When an order is cancelled or expires, its pieces go back on the shelf and its money is not asked for."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from application.commands import CancelPayment, Command, OweNotice, ReleaseStock
from domain.conversation.events import NoticeKind
from domain.fact import Fact
from domain.identity import OrderId
from domain.order.events import CancelReason, OrderCancelled, OrderExpired, OrderPlaced
from domain.stock.events import ReleaseReason

_HER_OWN: Final = (CancelReason.CUSTOMER, CancelReason.REPLACED)


def react(subject: UUID, fact: Fact, story: Sequence[Fact]) -> tuple[Command, ...]:
    """Release what was held. The customer is told unless she gave it up herself, or by ordering anew."""
    placed = next((told for told in story if isinstance(told, OrderPlaced)), None)
    if placed is None or not isinstance(fact, OrderCancelled | OrderExpired):
        return ()
    order, expired = OrderId(subject), isinstance(fact, OrderExpired)
    why = ReleaseReason.EXPIRED if expired else ReleaseReason.CANCELLED
    released = tuple(ReleaseStock(line.variant, order, why) for line in placed.lines)
    given_up: tuple[Command, ...] = (*released, CancelPayment(placed.payment, why.value))
    if isinstance(fact, OrderCancelled) and fact.reason in _HER_OWN:
        return given_up
    kind = NoticeKind.ORDER_EXPIRED if expired else NoticeKind.ORDER_CANCELLED
    return (*given_up, OweNotice(placed.customer, f"{kind}/{order}", kind, order))
