"""Refunding: money that goes back, approved by a person and sent once."""

from dataclasses import dataclass

from domain.fact import Facts
from domain.money import Money
from domain.payment.events import (
    MoneyRefunded,
    RefundAccepted,
    RefundDeclined,
    RefundFailed,
    RefundRequested,
    RefundStarted,
    RefundUncertain,
)
from domain.payment.prompting import Prompting
from domain.payment.refund import Refund, RefundState
from domain.payment.refusals import (
    ApprovalIsMissing,
    ReceiptIsUnknown,
    RefundIsAboveReceived,
    RefundIsNotStarted,
    RefundIsUnknown,
)


@dataclass(frozen=True, slots=True)
class Refunding(Prompting):
    """The half of a payment in which money goes back."""

    def request_refund(
        self,
        *,
        amount: Money,
        requested_by: str,
        reason: str,
        receipt: str | None = None,
        debt: int | None = None,
    ) -> Facts:
        """Wish that money goes back. Nothing new: the same is wished for and not yet done.

        Shape: without `receipt` the money that settled the payment goes back. `debt` counts what the order
        owes, so that two debts of one sum and reason are two.
        Raises: PaymentIsNotRequested, RefundIsAboveReceived, ReceiptIsUnknown.
        """
        self._requested()
        wished = (amount, reason, receipt or self.takings.settled_by, debt)
        known = [
            (r.amount, r.reason, r.receipt, r.debt) for r in self.refunds.values() if r.state in _NOT_DONE
        ]
        if wished in known:
            return ()
        if receipt is not None and receipt not in self.takings.receipts:
            raise ReceiptIsUnknown(f"{receipt} brought no money here")
        if amount.cents <= 0 or self.refundable < amount:
            raise RefundIsAboveReceived(f"{self.refundable} can go back")
        requested = RefundRequested(
            refund=len(self.refunds) + 1,
            amount=amount,
            requested_by=requested_by,
            reason=reason,
            receipt=receipt or self.takings.settled_by,
            debt=debt,
        )
        return (requested,)

    def awaits_one_like(self, refund: Refund) -> bool:
        """Whether the same was wished for again after this refund, and is not done yet."""
        later = (known for known in self.refunds.values() if known.number > refund.number)
        wish = (refund.amount, refund.reason, refund.receipt)
        return any(
            known.state in _NOT_DONE and (known.amount, known.reason, known.receipt) == wish
            for known in later
        )

    def approve_refund(self, *, refund: int, approved_by: str) -> Facts:
        """Promise the money back. Nothing new: it is promised, or was once.

        Raises: RefundIsUnknown, ApprovalIsMissing.
        """
        known = self._refund(refund)
        if not approved_by.strip():
            raise ApprovalIsMissing("a person approves a refund")
        if known.state is not RefundState.REQUESTED:
            return ()
        started = RefundStarted(
            amount=known.amount, approved_by=approved_by, reason=known.reason, refund=refund
        )
        return (started,)

    def decline_refund(self, *, refund: int, declined_by: str, reason: str | None = None) -> Facts:
        """Keep the money. Nothing new: it was decided already.

        Raises: RefundIsUnknown.
        """
        if self._refund(refund).state is not RefundState.REQUESTED:
            return ()
        return (RefundDeclined(refund=refund, declined_by=declined_by, reason=reason),)

    def accept_refund(self, *, refund: int, reference: str) -> Facts:
        """Learn that the neighbour took it. Nothing new: that or more is known.

        Raises: RefundIsUnknown.
        """
        if self._refund(refund).state not in (RefundState.STARTED, RefundState.UNCERTAIN):
            return ()
        return (RefundAccepted(refund=refund, reference=reference),)

    def doubt_refund(self, *, refund: int, reason: str) -> Facts:
        """Admit that nobody knows whether it was sent. Nothing new: there is better evidence.

        Raises: RefundIsUnknown.
        """
        if self._refund(refund).state is not RefundState.STARTED:
            return ()
        return (RefundUncertain(refund=refund, reason=reason),)

    def fail_refund(self, *, refund: int, code: str, reason: str) -> Facts:
        """Learn that it surely moved nothing. Nothing new: it is over.

        Raises: RefundIsUnknown.
        """
        known = self._refund(refund)
        return (RefundFailed(refund=refund, code=code, reason=reason),) if known.is_on_its_way else ()

    def record_refund(self, *, refund: int, reference: str) -> Facts:
        """Learn that the money went back, by hand or by the neighbour. Nothing new: that is known.

        Raises: RefundIsUnknown, RefundIsNotStarted before anybody approved it.
        """
        known = self._refund(refund)
        if known.state is RefundState.DONE:
            return ()
        if known.state in (RefundState.REQUESTED, RefundState.DECLINED):
            raise RefundIsNotStarted(f"nobody approved {known.amount}")
        return (MoneyRefunded(amount=known.amount, reference=reference, refund=refund),)

    def _refund(self, refund: int) -> Refund:
        if refund not in self.refunds:
            raise RefundIsUnknown(f"refund {refund} was never requested")
        return self.refunds[refund]


_NOT_DONE = frozenset(
    {RefundState.REQUESTED, RefundState.STARTED, RefundState.ACCEPTED, RefundState.UNCERTAIN}
)
