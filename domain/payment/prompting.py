"""Prompting: asking a phone for money, and what the neighbour says of it. At most one phone rings."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.fact import Facts
from domain.payment.attempt import Attempt, AttemptState
from domain.payment.events import (
    EvidenceContradicted,
    MoneySource,
    Payee,
    PaymentRequested,
    PromptAccepted,
    PromptFailed,
    PromptRefused,
    PromptStarted,
    PromptUncertain,
    PromptUnresolved,
)
from domain.payment.refusals import (
    AttemptIsLive,
    AttemptIsUnknown,
    PaymentIsComplete,
    PaymentIsGivenUp,
    PaymentIsNotRequested,
    TooManyPrompts,
)
from domain.payment.state import PaymentState
from domain.sealed import Sealed

MOST_PROMPTS: Final = 3
PROMPTS_WITHIN: Final = timedelta(minutes=10)

ACCEPTED_AFTER_ALL: Final = "accepted-after-all"

PAGE_LEFT: Final = "page-left"
"""Why an attempt ends when she leaves its page for another way to pay; she need not be told."""


@dataclass(frozen=True, slots=True)
class Prompting(PaymentState):
    """The half of a payment in which phones are asked."""

    def start_prompt(
        self,
        *,
        paying_number: Sealed,
        now: datetime,
        attempt: int | None = None,
        payee: Payee | None = None,
    ) -> Facts:
        """Be about to ask a phone, as this attempt or the next. Nothing new: this attempt was started.

        Shape: `payee` None asks for the money where it was asked for first.

        Raises: PaymentIsNotRequested, PaymentIsComplete, PaymentIsGivenUp, AttemptIsLive, TooManyPrompts,
        AttemptIsUnknown when an attempt would be left out.
        """
        self._requested()
        if attempt in self.attempts:
            return ()
        if attempt not in (None, self.next_attempt):
            raise AttemptIsUnknown(f"attempt {self.next_attempt} comes next")
        self._must_want_a_prompt(now)
        started = PromptStarted(
            attempt=self.next_attempt,
            paying_number=paying_number,
            started_at=now,
            amount=self.due if self.received.cents else None,
            payee=None if payee == self._first_payee() else payee,
        )
        return (started,)

    def accept_prompt(
        self, *, attempt: int, checkout_id: str, merchant_request_id: str, page: str | None = None
    ) -> Facts:
        """Learn that the neighbour took the prompt. Nothing new: its ids are known.

        Raises: AttemptIsUnknown.
        """
        known = self._attempt(attempt)
        if known.state is AttemptState.REFUSED or known.checkout_id not in (None, checkout_id):
            return self._contradict(attempt, ACCEPTED_AFTER_ALL, f"accepted as {checkout_id}")
        if known.checkout_id == checkout_id:
            return ()
        accepted = PromptAccepted(
            attempt=attempt, checkout_id=checkout_id, merchant_request_id=merchant_request_id, page=page
        )
        return (accepted,)

    def refuse_prompt(self, *, attempt: int, code: str, reason: str) -> Facts:
        """Learn that the prompt was surely not sent. Nothing new: it is over already.

        Raises: AttemptIsUnknown.
        """
        known = self._attempt(attempt)
        if known.brought_money or known.state is AttemptState.PROMPTED:
            return self._contradict(attempt, code, reason)
        return (PromptRefused(attempt=attempt, code=code, reason=reason),) if known.is_live else ()

    def doubt_prompt(self, *, attempt: int, reason: str) -> Facts:
        """Admit that nobody knows whether the prompt was sent. Nothing new: there is better evidence.

        Raises: AttemptIsUnknown.
        """
        if self._attempt(attempt).state is not AttemptState.SUBMITTING:
            return ()
        return (PromptUncertain(attempt=attempt, reason=reason),)

    def fail_prompt(self, *, attempt: int, code: str, reason: str, source: MoneySource) -> Facts:
        """Learn that the attempt moved no money. Nothing new: that is known.

        Raises: AttemptIsUnknown.
        """
        known = self._attempt(attempt)
        if known.brought_money:
            return self._contradict(attempt, code, reason)
        if known.is_live or known.state is AttemptState.UNRESOLVED:
            return (PromptFailed(attempt=attempt, code=code, reason=reason, source=source),)
        return ()

    def leave_page(self) -> Facts:
        """Close the card's page that stands open, as she wants to pay in another way. Nothing new: none does.

        Money that still comes by it is received all the same.
        """
        live = self.live_attempt
        if live is None or live.page is None:
            return ()
        left = "she pays in another way"
        return (PromptFailed(attempt=live.number, code=PAGE_LEFT, reason=left, source=MoneySource.PERSON),)

    def give_up_waiting(self, attempt: int) -> Facts:
        """Wait no longer for evidence. Nothing new: the attempt is over.

        Raises: AttemptIsUnknown.
        """
        return (PromptUnresolved(attempt=attempt),) if self._attempt(attempt).is_live else ()

    def _requested(self) -> PaymentRequested:
        if self.asked is None:
            raise PaymentIsNotRequested("no order wants this money")
        return self.asked

    def _first_payee(self) -> Payee:
        asked = self._requested()
        return Payee(
            provider=asked.provider,
            shortcode=asked.shortcode,
            is_till=asked.is_till,
            store_number=asked.store_number,
        )

    def _attempt(self, attempt: int) -> Attempt:
        if attempt not in self.attempts:
            raise AttemptIsUnknown(f"attempt {attempt} was never started")
        return self.attempts[attempt]

    def _must_want_a_prompt(self, now: datetime) -> None:
        if self.is_complete:
            raise PaymentIsComplete("the money is there")
        if self.is_cancelled:
            raise PaymentIsGivenUp("the order does not want it")
        if self.live_attempt:
            raise AttemptIsLive(self.live_attempt.number)
        began = (attempt.started_at for attempt in self.attempts.values())
        recent = sorted(at for at in began if at and now - at < PROMPTS_WITHIN)
        if len(recent) >= MOST_PROMPTS:
            raise TooManyPrompts(recent[-MOST_PROMPTS] + PROMPTS_WITHIN)

    def _contradict(self, attempt: int, code: str, reason: str) -> Facts:
        if (attempt, code) in self.contradictions:
            return ()
        return (EvidenceContradicted(attempt=attempt, code=code, reason=reason),)
