"""PromptStarted → the money's neighbour → PromptAccepted, PromptRefused or PromptUncertain.

A prompt is never sent twice, but where the neighbour knows it by a name of ours and takes each name once.
"""

from collections.abc import Callable

from application.commands import AcceptPrompt, Command, DoubtPrompt, RefusePrompt
from application.execute import Shop
from application.outcome import DONE, Later, Outcome, backoff
from application.paying import payee_of
from application.ports import (
    MobileMoney,
    NeighbourFailed,
    NeighbourUnsure,
    PromptRequest,
    TokenOf,
)
from application.work import Work
from domain.fact import Actor, Cause
from domain.identity import PaymentId, derive
from domain.payment.attempt import Attempt, AttemptState
from domain.payment.events import PaymentRequested
from domain.payment.payment import Payment

MOST_RETRIES = 3
"""Of a prompt that was surely not taken; together some twenty seconds."""


class PromptPayment:
    """Asks a phone for its PIN, once for each attempt."""

    def __init__(self, shop: Shop, money: MobileMoney, token_of: TokenOf) -> None:
        self._shop, self._money, self._token_of = shop, money, token_of

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Send the prompt, unless it was perhaps sent before: then only evidence can tell."""
        payment, number = PaymentId(work.subject), int(work.detail)
        unit = self._shop.open(work.boutique, payment)
        asked = unit.get(Payment, payment)
        attempt = asked.attempts.get(number)
        if attempt is None or attempt.state is not AttemptState.SUBMITTING:
            return DONE
        phone = unit.open(attempt.paying_number)
        if phone is None or asked.asked is None:
            return self._record(work, RefusePrompt(payment, number, "forgotten", "the number is gone"))
        request = self._request(work, asked.asked, attempt, phone)
        if work.perhaps_done and not self._may_repeat(request):
            return self._record(work, DoubtPrompt(payment, number, "it was cut short on its way"))
        begin()
        return self._send(work, payment, number, request)

    def _send(self, work: Work, payment: PaymentId, attempt: int, request: PromptRequest) -> Outcome:
        """One that was surely not sent is tried again for a while; she need not hear of it."""
        try:
            ticket = self._money.prompt(request)
        except NeighbourUnsure as lost:
            if work.attempts < MOST_RETRIES and self._may_repeat(request):
                return Later(backoff(self._shop.now(), work.attempts), f"lost: {lost}")
            return self._record(work, DoubtPrompt(payment, attempt, lost.reason))
        except NeighbourFailed as failed:
            if failed.retryable and work.attempts < MOST_RETRIES:
                return Later(backoff(self._shop.now(), work.attempts), f"not sent: {failed}")
            return self._record(work, RefusePrompt(payment, attempt, failed.code, failed.reason))
        ids = ticket.checkout_id, ticket.merchant_request_id
        return self._record(work, AcceptPrompt(payment, attempt, *ids, ticket.page))

    def _may_repeat(self, request: PromptRequest) -> bool:
        """Only where the neighbour takes each of our names once; M-Pesa does not."""
        return self._money.own_name(request.payee, request.payment, request.attempt) is not None

    def _request(self, work: Work, asked: PaymentRequested, attempt: Attempt, phone: str) -> PromptRequest:
        named = PaymentId(work.subject)
        payee = payee_of(work.boutique, asked, attempt)
        return PromptRequest(
            boutique=work.boutique,
            payment=named,
            attempt=attempt.number,
            payee=payee,
            amount=attempt.amount or asked.amount,
            phone=phone,
            reference=asked.reference,
            token=self._token_of(work.boutique, named, attempt.number),
        )

    def _record(self, work: Work, command: Command) -> Outcome:
        origin = self._shop.origin(work.boutique, Payment, work.subject)
        cause = Cause(Actor.NEIGHBOUR, derive(work.subject, work.key, "prompted"), origin)
        self._shop.do(work.boutique, cause, command)
        return DONE
