"""Giving back: the half of an order in which its money goes back, or a person says that it stays."""

from dataclasses import dataclass

from domain.fact import Facts
from domain.money import Money
from domain.order.events import OrderPlaced, OrderRefundDeclined, OrderRefunded, RefundDue
from domain.order.refusals import OrderIsNotPaid, OrderIsNotPlaced, RefundIsAbovePaid, RefundIsNotDue
from domain.order.state import OrderState


@dataclass(frozen=True, slots=True)
class GivingBack(OrderState):
    """What is decided about an order's money that must go back."""

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
        self, *, refund: int, amount: Money, declined_by: str, reason: str = "", keeps_order: bool = False
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
            refund=refund, amount=amount, declined_by=declined_by, reason=reason, keeps_order=keeps_order
        )
        return (declined,)

    def _must_be_placed(self) -> OrderPlaced:
        if self.placed is None:
            raise OrderIsNotPlaced("nobody ordered this")
        return self.placed
