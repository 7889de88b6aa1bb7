"""The order: pieces promised to a customer, from the promise to her door or back again."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final

from domain.fact import Facts
from domain.identity import ConversationId, CustomerId, PaymentId
from domain.money import Money
from domain.order.events import (
    PAID_TOO_LATE,
    CancelReason,
    OrderCancelled,
    OrderDelivered,
    OrderExpired,
    OrderHandedToCourier,
    OrderLine,
    OrderPacked,
    OrderPaid,
    OrderPlaced,
    OrderRated,
    OwnerTold,
    RefundDue,
)
from domain.order.giving_back import GivingBack
from domain.order.refusals import (
    AmountDoesNotSettle,
    MoneyGoesBack,
    MoreThanSheHas,
    NothingIsLeftToSend,
    OrderIsEmpty,
    OrderIsGivenUp,
    OrderIsNotDelivered,
    OrderIsNotOnItsWay,
    OrderIsNotPacked,
    OrderIsNotPaid,
    OrderIsNotPlaced,
    OrderIsPaid,
    OrderIsPlacedAlready,
    OrderStillStands,
    PaymentOfAnotherOrder,
    RefundIsAbovePaid,
    RefundIsNotDue,
    TimeToPayIsNotOver,
    TotalDoesNotAddUp,
)
from domain.order.state import OrderState, OrderStatus
from domain.sealed import Sealed

__all__ = [
    "PAID_TOO_LATE",
    "AmountDoesNotSettle",
    "MoneyGoesBack",
    "MoreThanSheHas",
    "NothingIsLeftToSend",
    "Order",
    "OrderIsEmpty",
    "OrderIsGivenUp",
    "OrderIsNotDelivered",
    "OrderIsNotOnItsWay",
    "OrderIsNotPacked",
    "OrderIsNotPaid",
    "OrderIsNotPlaced",
    "OrderIsPaid",
    "OrderIsPlacedAlready",
    "OrderState",
    "OrderStatus",
    "OrderStillStands",
    "PaymentOfAnotherOrder",
    "RefundIsAbovePaid",
    "RefundIsNotDue",
    "TimeToPayIsNotOver",
    "TotalDoesNotAddUp",
]

_PACKED_OR_LATER: Final = (OrderStatus.PACKED, OrderStatus.ON_ITS_WAY, OrderStatus.DELIVERED)


@dataclass(frozen=True, slots=True)
class Order(GivingBack):
    """Pieces promised to a customer: what is decided about them."""

    KIND: ClassVar[str] = "order"

    def place(  # noqa: PLR0913 — one keyword for each value that the fact keeps
        self,
        *,
        number: str,
        customer: CustomerId,
        conversation: ConversationId,
        lines: tuple[OrderLine, ...],
        delivery_area: str,
        delivery_fee: Money,
        total: Money,
        address: Sealed,
        paying_number: Sealed,
        payment: PaymentId,
        pay_until: datetime,
        discount_percent: int = 0,
    ) -> Facts:
        """Promise the pieces until a time. Nothing new: these are promised under this number.

        Raises: OrderIsEmpty, TotalDoesNotAddUp, OrderIsPlacedAlready.
        """
        if self.is_placed:
            if (self.number, self.lines) == (number, lines):
                return ()
            raise OrderIsPlacedAlready(f"it is {self.number}")
        _must_add_up(lines, delivery_fee, total)
        placed = OrderPlaced(
            number=number,
            customer=customer,
            conversation=conversation,
            lines=lines,
            delivery_area=delivery_area,
            delivery_fee=delivery_fee,
            total=total,
            address=address,
            paying_number=paying_number,
            payment=payment,
            pay_until=pay_until,
            discount_percent=discount_percent,
        )
        return (placed,)

    def mark_paid(self, *, payment: PaymentId, amount: Money, receipt: str | None) -> Facts:
        """Take the money for the whole order. Nothing new: it is there.

        Raises: OrderIsNotPlaced, PaymentOfAnotherOrder, AmountDoesNotSettle, and OrderIsGivenUp when the
        money comes late; `accept_late_money` then decides.
        """
        self._must_be_settled_by(payment, amount)
        if self.is_given_up:
            raise OrderIsGivenUp(f"it is {self.step}")
        if self.was_paid:
            return ()
        return (OrderPaid(payment=payment, amount=amount, receipt=receipt),)

    def accept_late_money(
        self, *, payment: PaymentId, amount: Money, receipt: str | None, stock_is_back: bool
    ) -> Facts:
        """Take money for an order that was given up: it lives again if its pieces can be had, else the
        money goes back. Nothing new: it lives again, or the money goes back.

        Raises: OrderIsNotPlaced, PaymentOfAnotherOrder, AmountDoesNotSettle, OrderStillStands.
        """
        self._must_be_settled_by(payment, amount)
        if self.was_paid or self.due.cents:
            return ()
        if not self.is_given_up:
            raise OrderStillStands("the money is not late")
        if stock_is_back:
            return (OrderPaid(payment=payment, amount=amount, receipt=receipt),)
        return (RefundDue(amount=amount, reason=PAID_TOO_LATE),)

    def pack(self) -> Facts:
        """Pack the pieces. Nothing new: they are packed.

        Raises: OrderIsNotPlaced, OrderIsNotPaid, MoneyGoesBack.
        """
        self._must_be_paid()
        if self.step in _PACKED_OR_LATER:
            return ()
        self._must_keep_its_money()
        return (OrderPacked(),)

    def hand_to_courier(self, *, courier: str, tracking: str | None = None, link: str | None = None) -> Facts:
        """Let the parcel go; said again otherwise, the newest way counts. Nothing new: it went this way.

        Raises: OrderIsNotPlaced, OrderIsNotPaid, OrderIsNotPacked, MoneyGoesBack.
        """
        self._must_be_paid()
        if self.step not in _PACKED_OR_LATER:
            raise OrderIsNotPacked("there is no parcel yet")
        leaves = OrderHandedToCourier(courier=courier, tracking=tracking, link=link)
        if self.step is OrderStatus.DELIVERED or leaves == self.courier:
            return ()
        self._must_keep_its_money()
        return (leaves,)

    def deliver(self) -> Facts:
        """Learn that she has her parcel. Nothing new: she has it.

        Raises: OrderIsNotPlaced, OrderIsNotPaid, OrderIsNotOnItsWay.
        """
        self._must_be_paid()
        if self.step is OrderStatus.DELIVERED:
            return ()
        if self.step is not OrderStatus.ON_ITS_WAY:
            raise OrderIsNotOnItsWay("it did not leave the shop")
        return (OrderDelivered(),)

    def rate(self, stars: int) -> Facts:
        """Learn how happy she is with it. Nothing new: she said so.

        Raises: OrderIsNotPlaced, OrderIsNotDelivered.
        """
        self._must_be_placed()
        if self.step is not OrderStatus.DELIVERED:
            raise OrderIsNotDelivered("she has not got it yet")
        return () if stars == self.stars else (OrderRated(stars=stars),)

    def cancel(self, reason: CancelReason) -> Facts:
        """Give an unpaid order up. Nothing new: it is cancelled.

        Raises: OrderIsNotPlaced, OrderIsPaid, OrderIsGivenUp when it had expired.
        """
        self._must_be_placed()
        if self.step is OrderStatus.CANCELLED:
            return ()
        if self.step is OrderStatus.EXPIRED:
            raise OrderIsGivenUp("it had expired")
        if self.was_paid:
            raise OrderIsPaid("its money goes back by a refund")
        return (OrderCancelled(reason=reason),)

    def expire(self, now: datetime) -> Facts:
        """Give up an order that nobody paid in time. Nothing new: it was paid or given up.

        Raises: OrderIsNotPlaced, TimeToPayIsNotOver.
        """
        until = self._must_be_placed().pay_until
        if self.step is not OrderStatus.AWAITING_PAYMENT:
            return ()
        if now < until:
            raise TimeToPayIsNotOver(until)
        return (OrderExpired(),)

    def owner_told(self, provider_id: str) -> Facts:
        """Learn that the owner's phone was told. Nothing new: it was.

        Raises: OrderIsNotPlaced, OrderIsNotPaid.
        """
        self._must_be_paid()
        return () if self.owner_knows else (OwnerTold(provider_id=provider_id),)

    def _must_keep_its_money(self) -> None:
        if not self.due < self.paid:
            raise MoneyGoesBack("its money goes back")

    def _must_be_settled_by(self, payment: PaymentId, amount: Money) -> None:
        placed = self._must_be_placed()
        if payment != placed.payment:
            raise PaymentOfAnotherOrder(f"{placed.payment} asks for its money")
        if amount != placed.total:
            raise AmountDoesNotSettle(f"it costs {placed.total}")


def _must_add_up(lines: tuple[OrderLine, ...], delivery_fee: Money, total: Money) -> None:
    if not lines:
        raise OrderIsEmpty("nothing is ordered")
    if sum((line.total for line in lines), delivery_fee) != total:
        raise TotalDoesNotAddUp(f"{total} is not what it costs")
