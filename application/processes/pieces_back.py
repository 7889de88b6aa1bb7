"""When she gave pieces of an order back, they are no witness of her size any more."""

from collections.abc import Sequence
from uuid import UUID

from application.commands import Command, ReturnPurchase
from domain.customer.events import PurchasedPiece
from domain.fact import Fact, fold
from domain.identity import OrderId
from domain.order.events import OrderPiecesTakenBack
from domain.order.order import Order


def react(subject: UUID, fact: Fact, story: Sequence[Fact]) -> tuple[Command, ...]:
    """Forget those lines of which she has no piece left."""
    if not isinstance(fact, OrderPiecesTakenBack):
        return ()
    order = fold(Order(), story)
    named = {back.variant for back in fact.pieces}
    gone = tuple(
        PurchasedPiece(product=line.product, garment=line.garment, size=line.size)
        for line in order.lines
        if line.variant in named and not order.left_of(line.variant)
    )
    return (ReturnPurchase(order.customer, OrderId(subject), gone),) if gone and order.customer else ()
