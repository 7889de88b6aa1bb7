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
    RefundAccepted,
    RefundDeclined,
    RefundFailed,
    RefundRequested,
    RefundStarted,
    RefundUncertain,
)
from domain.payment.refund import Refund
from domain.payment.takings import BY_HAND, WRONG_SHOP, Takings


@dataclass(frozen=True, slots=True)
class PaymentState:
    """What is known of a payment.

    Shape: `attempts` and `refunds` are counted 1, 2, 3…; `asked` says for what.
    """

    asked: PaymentRequested | None = None
    attempts: Mapping[int, Attempt] = field(default_factory=dict)
    takings: Takings = field(default_factory=Takings)
    refunds: Mapping[int, Refund] = field(default_factory=dict)
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
    def shops(self) -> frozenset[str]:
        """The numbers of the accounts that its money may come to; none before anybody asked."""
        elsewhere = (each.payee for each in self.attempts.values() if each.payee)
        payees = (*((self.asked,) if self.asked else ()), *elsewhere)
        return frozenset(n for each in payees for n in (each.shortcode, each.store_number) if n)

    @property
    def received(self) -> Money:
        """What settles the payment so far."""
        return self.takings.received

    @property
    def due(self) -> Money:
        """What is still wanted; nothing before anybody asked."""
        return self.asked.amount - self.received if self.asked else self.received

    @property
    def refundable(self) -> Money:
        """What is in the boutique's account and was neither given back nor promised back."""
        free = self.takings.received + self.takings.held
        for refund in self.refunds.values():
            free = free - refund.amount if refund.claims_money else free
        return free

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
                return replace(self, asked=fact, takings=Takings.none(fact.amount))
            case PromptStarted():
                return self._with(_begun(fact))
            case MoneyReceived() | ReceiptLearned():
                return self._paid(fact.attempt, fact.receipt, self.takings.evolve(fact))
            case MoneyUnallocated():
                attempt = BY_HAND if fact.reason == WRONG_SHOP else fact.attempt or BY_HAND
                return self._paid(attempt, fact.receipt, self.takings.evolve(fact))
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
                return self._evolve_refund(fact)

    def _evolve_refund(self, fact: Fact) -> Self:
        match fact:
            case RefundRequested():
                return self._with_refund(
                    Refund(fact.refund, fact.amount, fact.reason, fact.receipt, debt=fact.debt)
                )
            case RefundStarted(refund=None):
                return self._with_refund(Refund(len(self.refunds) + 1, fact.amount, fact.reason).evolve(fact))
            case MoneyRefunded(refund=None):
                on_its_way = (r for r in self.refunds.values() if r.is_on_its_way)
                return self._with_refund(next(r for r in on_its_way if r.amount == fact.amount).evolve(fact))
            case RefundStarted(refund=int(number)) | MoneyRefunded(refund=int(number)):
                return self._with_refund(self.refunds[number].evolve(fact))
            case RefundAccepted() | RefundDeclined() | RefundUncertain() | RefundFailed():
                return self._with_refund(self.refunds[fact.refund].evolve(fact))
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of a payment")

    def _with(self, attempt: Attempt) -> Self:
        return replace(self, attempts={**self.attempts, attempt.number: attempt})

    def _with_refund(self, refund: Refund) -> Self:
        return replace(self, refunds={**self.refunds, refund.number: refund})

    def _paid(self, attempt: int, receipt: str | None, takings: Takings) -> Self:
        known = self.attempts.get(attempt)
        if known is None:
            return replace(self, takings=takings)
        attempts = {number: other.without(receipt) for number, other in self.attempts.items()}
        return replace(self, takings=takings, attempts={**attempts, attempt: known.paid(receipt)})


def _begun(fact: PromptStarted) -> Attempt:
    number, phone, at = fact.attempt, fact.paying_number, fact.started_at
    return Attempt(number, phone, at, amount=fact.amount, payee=fact.payee)
