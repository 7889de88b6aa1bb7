"""The stock of one variant: pieces on hand, held for orders, and sold; never less than nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar, Self

from domain.fact import Fact, Facts
from domain.identity import OrderId, ProductId
from domain.stock.events import (
    ReleaseReason,
    StockAdjusted,
    StockReceived,
    StockReleased,
    StockReserved,
    StockReturned,
    StockSold,
)
from domain.stock.refusals import (
    CountIsBelowReserved,
    MoreThanWasSold,
    NotEnoughInStock,
    NothingReserved,
    OrderIsSoldOtherwise,
    QuantityIsNotPositive,
    StockMovedSinceCount,
    StockOfAnotherProduct,
)

__all__ = [
    "CountIsBelowReserved",
    "MoreThanWasSold",
    "NotEnoughInStock",
    "NothingReserved",
    "OrderIsSoldOtherwise",
    "QuantityIsNotPositive",
    "Reservation",
    "Stock",
    "StockMovedSinceCount",
    "StockOfAnotherProduct",
]


@dataclass(frozen=True, slots=True)
class Reservation:
    """Pieces held for an order until a time."""

    quantity: int
    until: datetime


@dataclass(frozen=True, slots=True)
class Stock:
    """How many pieces of one variant there are, and for whom.

    Units: pieces. At every prefix of its history `on_hand` = received - sold + returned + adjusted,
    and 0 <= `reserved` <= `on_hand`. Shape: `sold` is what each order took and has not given back.
    """

    KIND: ClassVar[str] = "stock"

    product: ProductId | None = None
    on_hand: int = 0
    reservations: Mapping[OrderId, Reservation] = field(default_factory=dict)
    sold: Mapping[OrderId, int] = field(default_factory=dict)

    @property
    def reserved(self) -> int:
        """Pieces held for orders."""
        return sum(held.quantity for held in self.reservations.values())

    @property
    def available(self) -> int:
        """Pieces that a further order could have."""
        return self.on_hand - self.reserved

    def holds(self, order: OrderId) -> bool:
        """Whether pieces are held for this order."""
        return order in self.reservations

    def due_to_expire(self, now: datetime) -> tuple[OrderId, ...]:
        """The orders whose time to pay is over and whose pieces should go back."""
        return tuple(order for order, held in self.reservations.items() if held.until <= now)

    def evolve(self, fact: Fact) -> Self:
        """The stock after this fact."""
        match fact:
            case StockReceived():
                return replace(self, product=fact.product, on_hand=self.on_hand + fact.quantity)
            case StockReserved():
                held = Reservation(fact.quantity, fact.until)
                return replace(self, reservations={**self.reservations, fact.order: held})
            case StockReleased():
                return replace(self, reservations=self._without(fact.order))
            case StockSold():
                taken = self.sold.get(fact.order, 0) + fact.quantity
                return replace(
                    self,
                    on_hand=self.on_hand - fact.quantity,
                    reservations=self._without(fact.order),
                    sold={**self.sold, fact.order: taken},
                )
            case StockReturned():
                kept = self.sold.get(fact.order, 0) - fact.quantity
                return replace(
                    self, on_hand=self.on_hand + fact.quantity, sold={**self.sold, fact.order: kept}
                )
            case StockAdjusted():
                return replace(self, on_hand=self.on_hand + fact.change)
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of stock")

    def receive(self, product: ProductId, quantity: int) -> Facts:
        """Take pieces in. Nothing new: none came.

        Raises: QuantityIsNotPositive, StockOfAnotherProduct.
        """
        if quantity < 0:
            raise QuantityIsNotPositive(f"{quantity} pieces cannot come in")
        if self.product not in (None, product):
            raise StockOfAnotherProduct(f"this is stock of {self.product}")
        if quantity == 0:
            return ()
        return (StockReceived(product=product, quantity=quantity),)

    def reserve(self, order: OrderId, quantity: int, until: datetime) -> Facts:
        """Hold pieces for an order; another quantity replaces the one held. Nothing new: held or sold.

        Raises: NotEnoughInStock, QuantityIsNotPositive, OrderIsSoldOtherwise.
        """
        if quantity <= 0:
            raise QuantityIsNotPositive(f"{quantity} pieces cannot be held")
        if order in self.sold:
            return self._sold_before(order, quantity)
        held = self.reservations.get(order)
        if held and held.quantity == quantity:
            return ()
        self._have(order, quantity)
        reserved = StockReserved(order=order, quantity=quantity, until=until)
        if held is None:
            return (reserved,)
        return (
            StockReleased(order=order, quantity=held.quantity, reason=ReleaseReason.CHANGED),
            reserved,
        )

    def release(self, order: OrderId, reason: ReleaseReason) -> Facts:
        """Put held pieces back on the shelf. Nothing new: the order holds none."""
        held = self.reservations.get(order)
        if held is None:
            return ()
        return (StockReleased(order=order, quantity=held.quantity, reason=reason),)

    def sell(self, order: OrderId) -> Facts:
        """Let the pieces held for an order go. Nothing new: it has them already.

        Raises: NothingReserved when the hold is gone; `sell_late` then asks the shelf.
        """
        if order in self.sold:
            return ()
        held = self.reservations.get(order)
        if held is None:
            raise NothingReserved(f"{order} holds no pieces")
        return (StockSold(order=order, quantity=held.quantity),)

    def sell_late(self, order: OrderId, quantity: int) -> Facts:
        """Let pieces go to an order that was paid after its hold was given up.

        Raises: NotEnoughInStock, QuantityIsNotPositive, OrderIsSoldOtherwise.
        """
        if quantity <= 0:
            raise QuantityIsNotPositive(f"{quantity} pieces cannot be sold")
        if order in self.sold:
            return self._sold_before(order, quantity)
        self._have(order, quantity)
        return (StockSold(order=order, quantity=quantity),)

    def take_back(self, order: OrderId, quantity: int) -> Facts:
        """Put sold pieces back on hand. Nothing new: the order has given back all it took.

        Raises: MoreThanWasSold, QuantityIsNotPositive.
        """
        if quantity <= 0:
            raise QuantityIsNotPositive(f"{quantity} pieces cannot come back")
        if self.sold.get(order) == 0:
            return ()
        if quantity > self.sold.get(order, 0):
            raise MoreThanWasSold(f"{order} has only {self.sold.get(order, 0)} pieces")
        return (StockReturned(order=order, quantity=quantity),)

    def adjust(self, counted_on_hand: int, reason: str, seen: int | None = None) -> Facts:
        """Set right what is on hand by a count. Nothing new: the count agrees.

        Shape: `seen` is what should have been there when it was counted: what was sold since then is no loss.
        Raises: QuantityIsNotPositive, StockMovedSinceCount, CountIsBelowReserved.
        """
        if counted_on_hand < 0:
            raise QuantityIsNotPositive(f"{counted_on_hand} pieces cannot be counted")
        if seen is not None and seen != self.on_hand:
            raise StockMovedSinceCount(self.on_hand)
        if counted_on_hand < self.reserved:
            raise CountIsBelowReserved(self.reserved)
        if counted_on_hand == self.on_hand:
            return ()
        return (StockAdjusted(change=counted_on_hand - self.on_hand, reason=reason),)

    def correct(self, change: int, reason: str) -> Facts:
        """Set right what is on hand by pieces found or lost. Nothing new: none were.

        Raises: CountIsBelowReserved.
        """
        if change == 0:
            return ()
        if self.on_hand + change < self.reserved:
            raise CountIsBelowReserved(self.reserved)
        return (StockAdjusted(change=change, reason=reason),)

    def _without(self, order: OrderId) -> Mapping[OrderId, Reservation]:
        return {other: held for other, held in self.reservations.items() if other != order}

    def _have(self, order: OrderId, quantity: int) -> None:
        held = self.reservations.get(order)
        free = self.available + (held.quantity if held else 0)
        if quantity > free:
            raise NotEnoughInStock(available=free, wanted=quantity)

    def _sold_before(self, order: OrderId, quantity: int) -> Facts:
        if self.sold[order] != quantity:
            raise OrderIsSoldOtherwise(f"{order} has {self.sold[order]} pieces")
        return ()
