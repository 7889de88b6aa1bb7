"""A callback → belief. Callbacks carry no signature: one that says "paid" is believed when a query agrees.

What no query confirms in some twenty minutes is left to the attempt's own queries, and then to a person.
"""

from collections.abc import Callable
from datetime import timedelta

from application.commands import AcceptPrompt, Command, FailPrompt, GiveUpWaiting, ReceiveMoney
from application.execute import Shop
from application.inbound import EvidenceBox
from application.outcome import DONE, Later, Outcome, backoff
from application.paying import payee_of
from application.ports import Evidence, EvidenceKind, MobileMoney, NeighbourFailed, PayeeAccount
from application.work import Work
from domain.fact import Actor, Cause
from domain.identity import PaymentId, derive
from domain.payment.attempt import Attempt, AttemptState
from domain.payment.events import MoneySource
from domain.payment.payment import Payment

WAIT_FOR_ANSWER = timedelta(seconds=1)
"""A callback may overtake the answer to our own prompt; the answer says which prompt it belongs to."""

MOST_QUERIES = 8
"""For one callback; after them nobody says any more that it is still being processed."""


class WeighEvidence:
    """Weighs what a neighbour called back about an attempt."""

    def __init__(self, shop: Shop, box: EvidenceBox, money: MobileMoney) -> None:
        self._shop, self._box, self._money = shop, box, money

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Believe, doubt, or wait. A callback is settled once, with its outcome."""
        payment, fingerprint = PaymentId(work.subject), work.key.rsplit("/", 1)[-1]
        evidence = self._box.evidence(work.boutique, payment, fingerprint)
        if evidence is None:
            return DONE
        asked = self._shop.open(work.boutique, payment).get(Payment, payment)
        attempt = asked.attempts.get(int(work.detail))
        if attempt is None or asked.asked is None:
            return self._settle(work, fingerprint, "unknown attempt")
        if attempt.state is AttemptState.SUBMITTING:
            return Later(self._shop.now() + WAIT_FOR_ANSWER, "the prompt's own answer is still to come")
        if attempt.checkout_id and evidence.checkout_id != attempt.checkout_id:
            return self._settle(work, fingerprint, "another prompt's callback")
        begin()
        payee = payee_of(work.boutique, asked.asked, attempt)
        if evidence.kind is not EvidenceKind.FAILED:
            self._learn_its_name(work, fingerprint, attempt, evidence)
        return self._weigh(work, fingerprint, attempt, evidence, payee)

    def _weigh(
        self, work: Work, fingerprint: str, attempt: Attempt, evidence: Evidence, payee: PayeeAccount
    ) -> Outcome:
        if evidence.kind is EvidenceKind.FAILED:
            return self._believe(work, fingerprint, _failed(work, attempt, evidence, MoneySource.CALLBACK))
        if evidence.kind is not EvidenceKind.SUCCEEDED or evidence.checkout_id is None:
            return self._settle(work, fingerprint, f"not understood: {evidence.code}")
        try:
            truth = self._money.query(payee, evidence.checkout_id)
        except NeighbourFailed as failed:
            return self._later(work, fingerprint, attempt, f"could not be confirmed: {failed}")
        match truth.kind:
            case EvidenceKind.SUCCEEDED:
                return self._believe(work, fingerprint, _received(work, attempt, evidence, truth))
            case EvidenceKind.FAILED:
                return self._believe(work, fingerprint, _failed(work, attempt, truth, MoneySource.QUERY))
        return self._later(work, fingerprint, attempt, f"the query says {truth.kind}: {truth.code}")

    def _learn_its_name(self, work: Work, fingerprint: str, attempt: Attempt, evidence: Evidence) -> None:
        """A prompt whose answer was lost is known by the address that was called back; now it can be asked
        about by its own name."""
        checkout, merchant = evidence.checkout_id, evidence.merchant_request_id
        if attempt.checkout_id is None and checkout and merchant:
            named = AcceptPrompt(PaymentId(work.subject), attempt.number, checkout, merchant)
            self._do(work, fingerprint, named)

    def _later(self, work: Work, fingerprint: str, attempt: Attempt, why: str) -> Outcome:
        if work.attempts < MOST_QUERIES:
            return Later(backoff(self._shop.now(), work.attempts), why)
        self._do(work, fingerprint, GiveUpWaiting(PaymentId(work.subject), attempt.number))
        return self._settle(work, fingerprint, "never confirmed")

    def _believe(self, work: Work, fingerprint: str, command: Command) -> Outcome:
        self._do(work, fingerprint, command)
        return self._settle(work, fingerprint, "weighed")

    def _do(self, work: Work, fingerprint: str, command: Command) -> None:
        origin = self._shop.origin(work.boutique, Payment, work.subject)
        cause = Cause(Actor.NEIGHBOUR, derive(work.subject, fingerprint), origin)
        self._shop.do(work.boutique, cause, command)

    def _settle(self, work: Work, fingerprint: str, outcome: str) -> Outcome:
        self._box.settle_evidence(work.boutique, PaymentId(work.subject), fingerprint, outcome)
        return DONE


def _failed(work: Work, attempt: Attempt, evidence: Evidence, source: MoneySource) -> Command:
    return FailPrompt(PaymentId(work.subject), attempt.number, evidence.code, evidence.reason, source)


def _received(work: Work, attempt: Attempt, evidence: Evidence, truth: Evidence) -> Command:
    """What the query says goes before what was called back; M-Pesa's names neither amount nor receipt."""
    amount, receipt = truth.amount or evidence.amount, truth.receipt or evidence.receipt
    return ReceiveMoney(PaymentId(work.subject), attempt.number, amount, receipt, MoneySource.CALLBACK)
