"""The enquiry after a refund: what the neighbour says of it now, recorded if that is its end."""

from application.commands import Command, FailRefund, RecordRefund
from application.execute import Shop
from application.ports import Evidence, EvidenceKind, NeighbourFailed, Refunds, TokenOf
from application.refunding import refund_asked_of
from application.work import Work
from domain.fact import Actor, Cause
from domain.identity import PaymentId, derive
from domain.payment.payment import Payment


class RefundEnquiry:
    """Asks after one refund at a time."""

    def __init__(self, shop: Shop, refunds: Refunds, token_of: TokenOf) -> None:
        self._shop, self._refunds, self._token_of = shop, refunds, token_of

    def look(self, work: Work, number: int) -> str | None:
        """Ask about one refund and record its end; why it is still open, None when it is not."""
        payment = PaymentId(work.subject)
        unit = self._shop.open(work.boutique, payment)
        refund = unit.get(Payment, payment).refunds.get(number)
        if refund is None or not refund.is_on_its_way:
            return None
        request = refund_asked_of(unit, payment, number, self._token_of(work.boutique, payment, number))
        if request is None:
            return "the money's receipt is unknown"
        try:
            evidence = self._refunds.query(request, refund.reference)
        except NeighbourFailed as failed:
            return str(failed)
        end = end_of(payment, number, evidence, refund.reference)
        if end is None:
            return f"{evidence.kind}: {evidence.code}"
        self._record(work, end)
        return None

    def _record(self, work: Work, command: Command) -> None:
        origin = self._shop.origin(work.boutique, Payment, work.subject)
        cause = Cause(Actor.NEIGHBOUR, derive(work.subject, work.key, str(work.attempts)), origin)
        self._shop.do(work.boutique, cause, command)


def end_of(
    payment: PaymentId, number: int, evidence: Evidence, reference: str | None
) -> RecordRefund | FailRefund | None:
    """What evidence says of a refund's end; None where it says none."""
    match evidence.kind:
        case EvidenceKind.SUCCEEDED:
            return RecordRefund(payment, number, evidence.receipt or reference or evidence.code)
        case EvidenceKind.FAILED:
            return FailRefund(payment, number, evidence.code, evidence.reason)
    return None
