"""Money back by M-Pesa: a reversal, taken at once and ended by a callback."""

from collections.abc import Callable

from application.ports import (
    Evidence,
    EvidenceKind,
    NeighbourFailed,
    PayeeAccount,
    RefundRequest,
    RefundTicket,
)
from interfaces.mpesa.access import Credentials
from interfaces.mpesa.faults import NEIGHBOUR
from interfaces.mpesa.operated import Operated


class MpesaRefunds:
    """Refunds over Daraja. `app_of` knows the app of a boutique's account, with its operator."""

    def __init__(self, operated: Operated, app_of: Callable[[PayeeAccount], Credentials]) -> None:
        self._operated, self._app_of = operated, app_of

    def refund(self, request: RefundRequest) -> RefundTicket:
        """Send it back, once. Raises: NeighbourFailed (surely not sent), NeighbourUnsure (perhaps sent)."""
        amount, payee = request.amount, request.payee
        if amount.currency != "KES" or not amount.is_whole_shillings:
            raise NeighbourFailed(NEIGHBOUR, "amount", f"{amount} is not in whole shillings", retryable=False)
        app = self._app_of(payee)
        return RefundTicket(self._operated.reverse(app, payee, request.receipt, amount, request.token))

    def query(self, request: RefundRequest, reference: str | None) -> Evidence:
        """Have it told again how the reversal stands: the answer comes as a callback. After a lost answer
        there is no name to ask by; its own callback, or a person, tells. Raises: NeighbourFailed."""
        if reference is None:
            return Evidence(EvidenceKind.UNKNOWN, "no-answer", "look at M-Pesa's own portal")
        app = self._app_of(request.payee)
        self._operated.look(app, request.payee, request.token, OriginalConversationID=reference)
        return Evidence(EvidenceKind.PENDING, "asked", "its answer is called back", reference)
