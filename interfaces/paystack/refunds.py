"""Money back on a card by Paystack, in whole or in part; its own list tells what became of it."""

from application.ports import (
    Evidence,
    EvidenceKind,
    NeighbourFailed,
    RefundRequest,
    RefundTicket,
)
from interfaces.paystack.paystack import Paystack
from interfaces.paystack.transactions import NEIGHBOUR, Fields, amount_in, text_in

_ENDS = {"processed": EvidenceKind.SUCCEEDED, "failed": EvidenceKind.FAILED}


class PaystackRefunds:
    """Refunds over Paystack. The request's token stands in the refund's note, and so names it."""

    def __init__(self, paystack: Paystack) -> None:
        self._paystack = paystack

    def refund(self, request: RefundRequest) -> RefundTicket:
        """Send it back, once. Raises: NeighbourFailed (surely not sent), NeighbourUnsure (perhaps sent)."""
        body = {
            "transaction": request.receipt,
            "amount": request.amount.cents,
            "currency": request.amount.currency,
            "merchant_note": request.token,
        }
        return RefundTicket(self._paystack.give_back(request.payee, body))

    def query(self, request: RefundRequest, reference: str | None) -> Evidence:
        """What became of a refund; a lost one is looked for by its note. Raises: NeighbourFailed."""
        if reference is None:
            given = self._paystack.given_back(request.payee, request.receipt)
            return _evidence(next((each for each in given if _is_of(each, request)), {}))
        return _evidence(self._paystack.asked(request.payee, f"/refund/{reference}"))


def _is_of(given: Fields, request: RefundRequest) -> bool:
    return text_in(given, "merchant_note") == request.token


def _evidence(given: Fields) -> Evidence:
    if not given:
        raise NeighbourFailed(NEIGHBOUR, "no-refund", "Paystack knows of none", retryable=True)
    status = text_in(given, "status")
    kind = _ENDS.get(status, EvidenceKind.PENDING)
    return Evidence(kind, status, "", receipt=text_in(given, "id"), amount=amount_in(given))
