"""Giving back: pieces of a paid order that become the shop's again, and money that becomes hers."""

from dataclasses import dataclass
from typing import Final

from domain.fact import Facts
from domain.money import Money
from domain.order.events import (
    OrderPiecesTakenBack,
    OrderPlaced,
    OrderRefundDeclined,
    OrderRefunded,
    PiecesOf,
    RefundDue,
    TakeBackReason,
)
from domain.order.refusals import (
    MoreThanSheHas,
    NothingIsLeftToSend,
    OrderIsNotPaid,
    OrderIsNotPlaced,
    RefundIsAbovePaid,
    RefundIsNotDue,
)
from domain.order.state import OrderState, OrderStatus

_IN_SHOP: Final = (OrderStatus.PAID, OrderStatus.PACKED)


@dataclass(frozen=True, slots=True)
class GivingBack(OrderState):
    """The half of an order in which pieces and money go back, or a person says that the money stays."""

    def refund_due(self, *, amount: Money, reason: str, keeps_order: bool = False) -> Facts:
        """Decide that money goes back: of the order's own, or, with `keeps_order`, of what came on top.

        Nothing new: no money is named.
        Raises: OrderIsNotPlaced, OrderIsNotPaid, RefundIsAbovePaid.
        """
        self._must_be_placed()
        if amount.cents == 0:
            return ()
        if not (self.was_paid or self.kept.cents):
            raise OrderIsNotPaid("there is no money to give back")
        if amount.cents < 0 or (not keeps_order and self.may_go_back < amount):
            raise RefundIsAbovePaid(f"{self.may_go_back} can go back")
        return (RefundDue(amount=amount, reason=reason, keeps_order=keeps_order),)

    def take_back(
        self, *, pieces: tuple[PiecesOf, ...], refund: Money, reason: TakeBackReason, on_shelf: bool
    ) -> Facts:
        """Take pieces of a paid order back, and decide what money goes back for them; either may be nothing.

        Shape: `pieces` name each variant once.
        Raises: OrderIsNotPlaced, OrderIsNotPaid, MoreThanSheHas, NothingIsLeftToSend, RefundIsAbovePaid.
        """
        self._must_be_paid()
        for back in pieces:
            if back.quantity > self.left_of(back.variant):
                raise MoreThanSheHas(self.left_of(back.variant))
        if self.step in _IN_SHOP and self.pieces_left == sum(back.quantity for back in pieces):
            raise NothingIsLeftToSend("it is cancelled instead")
        taken = OrderPiecesTakenBack(pieces=pieces, reason=reason, on_shelf=on_shelf) if pieces else None
        return (*filter(None, [taken]), *self.refund_due(amount=refund, reason=reason.value))

    def refund(self, *, amount: Money, reference: str) -> Facts:
        """Learn that money went back. Nothing new: this reference is known.

        Raises: OrderIsNotPlaced, RefundIsNotDue.
        """
        self._must_be_placed()
        if reference in self.refund_references:
            return ()
        if amount.cents <= 0 or self.outstanding < amount:
            raise RefundIsNotDue(f"{self.outstanding} must go back")
        return (OrderRefunded(amount=amount, reference=reference),)

    def decline_refund(
        self,
        *,
        refund: int,
        amount: Money,
        declined_by: str,
        reason: str = "",
        keeps_order: bool = False,
        owed_for: str = "",
    ) -> Facts:
        """Learn that a person keeps money that was due; it may fall due anew. Nothing new: that is known.

        Raises: OrderIsNotPlaced, RefundIsNotDue.
        """
        self._must_be_placed()
        if refund in self.declined:
            return ()
        most = min(self.outstanding, self.due_beside if keeps_order else self.due - self.kept)
        if amount.cents <= 0 or most < amount:
            raise RefundIsNotDue(f"{most} must go back")
        declined = OrderRefundDeclined(
            refund=refund,
            amount=amount,
            declined_by=declined_by,
            reason=reason,
            keeps_order=keeps_order,
            owed_for=owed_for,
        )
        return (declined,)

    def _must_be_placed(self) -> OrderPlaced:
        if self.placed is None:
            raise OrderIsNotPlaced("nobody ordered this")
        return self.placed

    def _must_be_paid(self) -> None:
        self._must_be_placed()
        if not self.was_paid:
            raise OrderIsNotPaid("it is not paid")
