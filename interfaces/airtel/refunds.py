"""Money back by Airtel Money: all of what came by a transaction, or nothing, and at once."""

from application.ports import Evidence, EvidenceKind, NeighbourFailed, RefundRequest, RefundTicket
from interfaces.airtel.airtel import Airtel
from interfaces.airtel.answers import NEIGHBOUR


class AirtelRefunds:
    """Refunds over Airtel Money."""

    def __init__(self, airtel: Airtel) -> None:
        self._airtel = airtel

    def refund(self, request: RefundRequest) -> RefundTicket:
        """Send it back, once; a part of it is refused, as Airtel would send the whole.

        Raises: NeighbourFailed (surely not sent), NeighbourUnsure (perhaps sent).
        """
        if request.amount != request.received:
            raise NeighbourFailed(
                NEIGHBOUR, "part", "Airtel gives back all of it or nothing", retryable=False
            )
        return RefundTicket(self._airtel.give_back(request.payee, request.receipt))

    def query(self, request: RefundRequest, reference: str | None) -> Evidence:
        """What became of a refund: Airtel's yes was its end; after a lost one a person must look."""
        if reference is None:
            return Evidence(EvidenceKind.UNKNOWN, "no-answer", "look at Airtel's own list")
        return Evidence(EvidenceKind.SUCCEEDED, "TS", "", receipt=reference, amount=request.amount)
