"""A prompt nobody called back about → a query, again at growing distance, until something is known."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from application.commands import Command, FailPrompt, GiveUpWaiting, ReceiveMoney
from application.execute import Shop
from application.outcome import DONE, Later, Outcome
from application.paying import payee_of
from application.ports import Evidence, EvidenceKind, MobileMoney, NeighbourFailed
from application.work import Work
from domain.fact import Actor, Cause
from domain.identity import PaymentId, derive
from domain.payment.attempt import Attempt
from domain.payment.events import MoneySource
from domain.payment.payment import Payment

SCHEDULE: Final = tuple(timedelta(seconds=s) for s in (15, 30, 60, 180, 600, 2700))
"""Distances between queries, after the first one at fifteen seconds; in all somewhat over an hour."""


class QueryPayment:
    """Asks the money's neighbour what became of an attempt that is still open."""

    def __init__(self, shop: Shop, money: MobileMoney) -> None:
        self._shop, self._money = shop, money

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Ask, and come back later while nothing is known."""
        payment = PaymentId(work.subject)
        asked = self._shop.open(work.boutique, payment).get(Payment, payment)
        attempt = asked.attempts.get(int(work.detail))
        if attempt is None or not attempt.is_live or asked.asked is None:
            return DONE
        payee = payee_of(work.boutique, asked.asked, attempt)
        checkout = attempt.checkout_id or self._money.own_name(payee, payment, attempt.number)
        if checkout is None:
            return self._record(work, GiveUpWaiting(payment, attempt.number))
        begin()
        try:
            evidence = self._money.query(payee, checkout)
        except NeighbourFailed as failed:
            return self._later(work, attempt, str(failed))
        return self._weigh(work, attempt, evidence)

    def _weigh(self, work: Work, attempt: Attempt, evidence: Evidence) -> Outcome:
        payment = PaymentId(work.subject)
        match evidence.kind:
            case EvidenceKind.SUCCEEDED:
                received = ReceiveMoney(
                    payment, attempt.number, evidence.amount, evidence.receipt, MoneySource.QUERY
                )
                return self._record(work, received)
            case EvidenceKind.FAILED:
                failed = FailPrompt(
                    payment, attempt.number, evidence.code, evidence.reason, MoneySource.QUERY
                )
                return self._record(work, failed)
        return self._later(work, attempt, f"{evidence.kind}: {evidence.reason}")

    def _later(self, work: Work, attempt: Attempt, why: str) -> Outcome:
        if work.attempts < len(SCHEDULE):
            return Later(self._shop.now() + SCHEDULE[work.attempts], why)
        return self._record(work, GiveUpWaiting(PaymentId(work.subject), attempt.number))

    def _record(self, work: Work, command: Command) -> Outcome:
        origin = self._shop.origin(work.boutique, Payment, work.subject)
        cause = Cause(Actor.NEIGHBOUR, derive(work.subject, work.key, str(work.attempts)), origin)
        self._shop.do(work.boutique, cause, command)
        return DONE
