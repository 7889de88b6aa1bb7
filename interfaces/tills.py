"""One MobileMoney for all of the money's neighbours: each call goes to the one that the payee is with."""

from collections.abc import Mapping

from application.ports import (
    Evidence,
    MobileMoney,
    NeighbourFailed,
    PayeeAccount,
    PromptRequest,
    PromptTicket,
    RefundRequest,
    Refunds,
    RefundTicket,
)
from domain.identity import PaymentId


class Tills:
    """MobileMoney over the neighbours, by the provider's word in the payee."""

    def __init__(self, by_provider: Mapping[str, MobileMoney]) -> None:
        self._by_provider = by_provider

    def own_name(self, payee: PayeeAccount, payment: PaymentId, attempt: int) -> str | None:
        """The checkout id that a prompt will have, where we may choose it."""
        return self._of(payee).own_name(payee, payment, attempt)

    def prompt(self, request: PromptRequest) -> PromptTicket:
        """Ask the phone once. Raises: NeighbourFailed (surely not sent), NeighbourUnsure (perhaps sent)."""
        return self._of(request.payee).prompt(request)

    def query(self, payee: PayeeAccount, checkout_id: str) -> Evidence:
        """What became of a prompt. Raises: NeighbourFailed."""
        return self._of(payee).query(payee, checkout_id)

    def _of(self, payee: PayeeAccount) -> MobileMoney:
        try:
            return self._by_provider[payee.provider]
        except KeyError as none:
            raise NeighbourFailed(
                payee.provider, "not-set-up", "no such till here", retryable=False
            ) from none


class TillRefunds:
    """Refunds over the neighbours, each by the one that moved the money."""

    def __init__(self, by_provider: Mapping[str, Refunds]) -> None:
        self._by_provider = by_provider

    def refund(self, request: RefundRequest) -> RefundTicket:
        """Send it back, once. Raises: NeighbourFailed (surely not sent), NeighbourUnsure (perhaps sent)."""
        return self._of(request.payee).refund(request)

    def query(self, request: RefundRequest, reference: str | None) -> Evidence:
        """What became of a refund. Raises: NeighbourFailed."""
        return self._of(request.payee).query(request, reference)

    def _of(self, payee: PayeeAccount) -> Refunds:
        try:
            return self._by_provider[payee.provider]
        except KeyError as none:
            raise NeighbourFailed(
                payee.provider, "by-hand", "give it back by hand", retryable=False
            ) from none
