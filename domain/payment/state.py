"""What is known of a payment: folded from its facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from domain.fact import Fact
from domain.identity import CustomerId, OrderId
from domain.money import Money
from domain.payment.attempt import Attempt
from domain.payment.events import (
    EvidenceContradicted,
    MoneyReceived,
    MoneyRefunded,
    MoneyUnallocated,
    PaymentCancelled,
    PaymentCompleted,
    PaymentRequested,
    PromptAccepted,
    PromptFailed,
    PromptRefused,
    PromptStarted,
    PromptUncertain,
    PromptUnresolved,
    ReceiptLearned,
    RefundStarted,
)
from domain.payment.takings import BY_HAND, WRONG_SHOP, Takings


@dataclass(frozen=True, slots=True)
class PaymentState:
    """What is known of a payment. Shape: `attempts` are counted 1, 2, 3…; `asked` says for what."""

    asked: PaymentRequested | None = None
    attempts: Mapping[int, Attempt] = field(default_factory=dict)
    takings: Takings = field(default_factory=Takings)
    contradictions: frozenset[tuple[int, str]] = frozenset()
    is_complete: bool = False
    is_cancelled: bool = False

    @property
    def order(self) -> OrderId | None:
        """The order that wants the money."""
        return self.asked.order if self.asked else None

    @property
    def customer(self) -> CustomerId | None:
        """Who is asked to pay."""
        return self.asked.customer if self.asked else None

    @property
    def amount(self) -> Money | None:
        """What is wanted; None before anybody asked."""
        return self.asked.amount if self.asked else None

    @property
    def received(self) -> Money:
        """What settles the payment so far."""
        return self.takings.received

    @property
    def live_attempt(self) -> Attempt | None:
        """The attempt whose phone may be ringing; never more than one."""
        return next((attempt for attempt in self.attempts.values() if attempt.is_live), None)

    @property
    def next_attempt(self) -> int:
        """The number that a further prompt gets."""
        return len(self.attempts) + 1

    def evolve(self, fact: Fact) -> Self:
        """The payment after this fact."""
        match fact:
            case PaymentRequested():
                return replace(self, asked=fact, takings=Takings.none(fact.amount.currency))
            case PromptStarted():
                return self._with(Attempt(fact.attempt, fact.paying_number, fact.started_at))
            case MoneyReceived() | ReceiptLearned():
                return self._paid(fact.attempt, fact.receipt, self.takings.evolve(fact))
            case MoneyUnallocated():
                attempt = BY_HAND if fact.reason == WRONG_SHOP else fact.attempt or BY_HAND
                return self._paid(attempt, fact.receipt, self.takings.evolve(fact))
            case RefundStarted() | MoneyRefunded():
                return replace(self, takings=self.takings.evolve(fact))
            case PaymentCompleted():
                return replace(self, is_complete=True)
            case PaymentCancelled():
                return replace(self, is_cancelled=True)
            case _:
                return self._evolve_attempt(fact)

    def _evolve_attempt(self, fact: Fact) -> Self:
        match fact:
            case EvidenceContradicted():
                return replace(self, contradictions=self.contradictions | {(fact.attempt, fact.code)})
            case PromptAccepted() | PromptRefused() | PromptUncertain() | PromptFailed() | PromptUnresolved():
                return self._with(self.attempts[fact.attempt].evolve(fact))
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of a payment")

    def _with(self, attempt: Attempt) -> Self:
        return replace(self, attempts={**self.attempts, attempt.number: attempt})

    def _paid(self, attempt: int, receipt: str | None, takings: Takings) -> Self:
        known = self.attempts.get(attempt)
        if known is None:
            return replace(self, takings=takings)
        attempts = {number: other.without(receipt) for number, other in self.attempts.items()}
        return replace(self, takings=takings, attempts={**attempts, attempt: known.paid(receipt)})
