"""RefundStarted → the money's neighbour → RefundAccepted, RefundFailed or RefundUncertain; never twice."""

from collections.abc import Callable
from typing import Final

from application.commands import AcceptRefund, Command, DoubtRefund, FailRefund
from application.execute import Shop
from application.outcome import DONE, Later, Outcome, backoff
from application.ports import NeighbourFailed, NeighbourUnsure, RefundRequest, Refunds, TokenOf
from application.refunding import refund_asked_of
from application.work import Work
from domain.fact import Actor, Cause
from domain.identity import PaymentId, derive
from domain.payment.payment import Payment
from domain.payment.refund import RefundState

MOST_RETRIES: Final = 3
"""Of a refund that was surely not taken."""

MOST_WAITS: Final = 12
"""For the receipt of the money; in all somewhat under an hour."""

NO_RECEIPT: Final = "no-receipt"


class SendRefund:
    """Sends money back, once for each refund that somebody approved."""

    def __init__(self, shop: Shop, refunds: Refunds, token_of: TokenOf) -> None:
        self._shop, self._refunds, self._token_of = shop, refunds, token_of

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Send it, unless it was perhaps sent before: then only evidence can tell."""
        payment, number = PaymentId(work.subject), int(work.detail)
        unit = self._shop.open(work.boutique, payment)
        refund = unit.get(Payment, payment).refunds.get(number)
        if refund is None or refund.state is not RefundState.STARTED:
            return DONE
        if work.perhaps_done:
            return self._record(work, DoubtRefund(payment, number, "it was cut short on its way"))
        request = refund_asked_of(unit, payment, number, self._token_of(work.boutique, payment, number))
        if request is None:
            return self._wait(work, FailRefund(payment, number, NO_RECEIPT, "the money's receipt is unknown"))
        begin()
        return self._send(work, request)

    def _send(self, work: Work, request: RefundRequest) -> Outcome:
        payment, number = request.payment, request.refund
        try:
            ticket = self._refunds.refund(request)
        except NeighbourUnsure as lost:
            return self._record(work, DoubtRefund(payment, number, lost.reason))
        except NeighbourFailed as failed:
            if failed.retryable and work.attempts < MOST_RETRIES:
                return Later(backoff(self._shop.now(), work.attempts), f"not sent: {failed}")
            return self._record(work, FailRefund(payment, number, failed.code, failed.reason))
        return self._record(work, AcceptRefund(payment, number, ticket.reference))

    def _wait(self, work: Work, in_the_end: FailRefund) -> Outcome:
        if work.attempts < MOST_WAITS:
            return Later(backoff(self._shop.now(), work.attempts), in_the_end.reason)
        return self._record(work, in_the_end)

    def _record(self, work: Work, command: Command) -> Outcome:
        origin = self._shop.origin(work.boutique, Payment, work.subject)
        cause = Cause(Actor.NEIGHBOUR, derive(work.subject, work.key, "sent-back"), origin)
        self._shop.do(work.boutique, cause, command)
        return DONE
