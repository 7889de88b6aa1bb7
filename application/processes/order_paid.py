"""When an order is paid, its pieces are sold, her sizes are remembered, and she is told."""

from collections.abc import Sequence
from uuid import UUID

from application.commands import Command, OweNotice, RememberPurchase, SellStock
from domain.conversation.events import NoticeKind
from domain.customer.events import PurchasedPiece
from domain.fact import Fact
from domain.identity import OrderId
from domain.order.events import OrderPaid, OrderPlaced


def react(subject: UUID, fact: Fact, story: Sequence[Fact]) -> tuple[Command, ...]:
    """Let the pieces go and confirm the order."""
    placed = next((told for told in story if isinstance(told, OrderPlaced)), None)
    if not isinstance(fact, OrderPaid) or placed is None:
        return ()
    order = OrderId(subject)
    sold = tuple(SellStock(line.variant, order, line.quantity) for line in placed.lines)
    pieces = tuple(
        PurchasedPiece(product=line.product, garment=line.garment, size=line.size) for line in placed.lines
    )
    return (
        *sold,
        RememberPurchase(placed.customer, order, pieces),
        OweNotice(placed.customer, f"order-paid/{order}", NoticeKind.ORDER_PAID, order),
    )
