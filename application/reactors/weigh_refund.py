"""A callback about a refund → its end, or a reason to ask. It is believed of the refund that it names."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from application.execute import Shop
from application.inbound import EvidenceBox
from application.outcome import DONE, Later, Outcome
from application.ports import Evidence, EvidenceKind
from application.refund_enquiry import RefundEnquiry, end_of
from application.work import Work
from domain.fact import Actor, Cause
from domain.identity import PaymentId, derive
from domain.payment.payment import Payment
from domain.payment.refund import Refund, RefundState

WAIT_FOR_ANSWER: Final = timedelta(seconds=1)
"""A callback may overtake the answer to our own refund, which names it."""


class WeighRefund:
    """Weighs what a neighbour called back about a refund.

    Shape: a callback whose evidence is PENDING is a hint only, and its work's detail need name no refund.
    """

    def __init__(self, shop: Shop, box: EvidenceBox, enquiry: RefundEnquiry) -> None:
        self._shop, self._box, self._enquiry = shop, box, enquiry

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Believe it, ask about it, or put it aside; settled once."""
        payment, fingerprint = PaymentId(work.subject), work.key.rsplit("/", 1)[-1]
        evidence = self._box.evidence(work.boutique, payment, fingerprint)
        if evidence is None:
            return DONE
        refunds = self._shop.open(work.boutique, payment).get(Payment, payment).refunds
        if evidence.kind is EvidenceKind.PENDING:
            begin()
            for number in [each.number for each in refunds.values() if each.is_on_its_way]:
                self._enquiry.look(work, number)
            return self._settle(work, fingerprint, "asked about")
        refund = refunds.get(int(work.detail))
        if refund is not None and refund.state is RefundState.STARTED:
            return Later(self._shop.now() + WAIT_FOR_ANSWER, "the refund's own answer is still to come")
        return self._settle(work, fingerprint, self._believe(work, fingerprint, refund, evidence))

    def _believe(self, work: Work, fingerprint: str, refund: Refund | None, evidence: Evidence) -> str:
        """What became of the callback."""
        if refund is None or not refund.is_on_its_way:
            return "about no refund on its way"
        if refund.reference and evidence.checkout_id not in (None, refund.reference):
            return "another refund's callback"
        if evidence.amount not in (None, refund.amount):
            return "of another amount"
        end = end_of(PaymentId(work.subject), refund.number, evidence, refund.reference)
        if end is None:
            return f"not understood: {evidence.code}"
        origin = self._shop.origin(work.boutique, Payment, work.subject)
        cause = Cause(Actor.NEIGHBOUR, derive(work.subject, fingerprint), origin)
        self._shop.do(work.boutique, cause, end)
        return "weighed"

    def _settle(self, work: Work, fingerprint: str, outcome: str) -> Outcome:
        self._box.settle_evidence(work.boutique, PaymentId(work.subject), fingerprint, outcome)
        return DONE
