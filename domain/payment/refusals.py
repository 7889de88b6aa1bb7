"""The rules by which a payment says no."""

from datetime import datetime

from domain.refusal import Refusal


class PaymentIsNotRequested(Refusal):
    """No order wants money by this payment."""


class PaymentIsRequestedAlready(Refusal):
    """The payment is for another order or amount."""


class AmountCannotBePaid(Refusal):
    """M-Pesa moves whole shillings, and more than none."""


class PaymentIsComplete(Refusal):
    """The whole amount is there; nobody is asked twice."""


class PaymentIsGivenUp(Refusal):
    """The order does not want the money any more."""


class AttemptIsUnknown(Refusal):
    """Attempts are counted 1, 2, 3…; this one was never started."""


class AttemptIsLive(Refusal):
    """A phone may still be ringing. `attempt` is the one that waits for evidence."""

    def __init__(self, attempt: int) -> None:
        super().__init__(f"attempt {attempt} may still be paid")
        self.attempt = attempt


class TooManyPrompts(Refusal):
    """A phone is not made to ring again and again. `again_at` is when it may."""

    def __init__(self, again_at: datetime) -> None:
        super().__init__(f"not before {again_at.isoformat()}")
        self.again_at = again_at


class ReceiptIsMissing(Refusal):
    """Money paid by hand is believed by its receipt only."""


class RefundIsAboveReceived(Refusal):
    """No more goes back than came in."""


class ApprovalIsMissing(Refusal):
    """A person answers for money that goes back."""


class RefundIsNotStarted(Refusal):
    """Nobody approved that this amount goes back."""


class RefundIsUnknown(Refusal):
    """Refunds are counted 1, 2, 3…; this one was never requested."""


class ReceiptIsUnknown(Refusal):
    """No money came here by this receipt."""
