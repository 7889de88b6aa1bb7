"""The takings of one payment: money that came, money that settles nothing, and money that goes back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Self

from domain.fact import Fact
from domain.money import Money
from domain.payment.events import (
    MoneyReceived,
    MoneyRefunded,
    MoneyUnallocated,
    ReceiptLearned,
    RefundStarted,
)

BY_HAND: Final = 0
"""The attempt of money that no prompt brought."""

WRONG_SHOP: Final = "wrong-shop"
WRONG_AMOUNT: Final = "wrong-amount"
PAID_TWICE: Final = "paid-twice"


@dataclass(frozen=True, slots=True)
class Takings:
    """What came in for one payment, each receipt counted once.

    Shape: `receipts` maps a receipt to the attempt that brought it (0: by hand); `loose` are receipts by
    hand of the right amount, which may turn out to be a prompt's, and `guessed` those that were taken for a
    prompt's; `held` is money in the boutique's account
    that settles nothing; `promised` are refunds approved and not yet done.
    """

    received: Money = field(default_factory=Money.zero)
    held: Money = field(default_factory=Money.zero)
    refunded: Money = field(default_factory=Money.zero)
    promised: tuple[RefundStarted, ...] = ()
    receipts: Mapping[str, int] = field(default_factory=dict)
    loose: tuple[str, ...] = ()
    guessed: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()

    @classmethod
    def none(cls, currency: str) -> Self:
        """Nothing yet, in this currency."""
        nothing = Money(cents=0, currency=currency)
        return cls(received=nothing, held=nothing, refunded=nothing)

    @property
    def refundable(self) -> Money:
        """What is in the boutique's account and was neither given back nor promised back."""
        free = self.received + self.held - self.refunded
        for refund in self.promised:
            free = free - refund.amount
        return free

    def evolve(self, fact: Fact) -> Self:
        """The takings after this fact."""
        match fact:
            case MoneyReceived():
                kept = self._with(fact.receipt, fact.attempt)
                return replace(kept, received=self.received + fact.amount)
            case MoneyUnallocated():
                return self._set_aside(fact)
            case ReceiptLearned():
                return self._learn(fact)
            case RefundStarted():
                return replace(self, promised=(*self.promised, fact))
            case MoneyRefunded():
                done = next((r for r in self.promised if r.amount == fact.amount), None)
                return replace(
                    self,
                    refunded=self.refunded + fact.amount,
                    promised=tuple(refund for refund in self.promised if refund is not done),
                    references=self.references | {fact.reference},
                )
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of money")

    def _learn(self, fact: ReceiptLearned) -> Self:
        return replace(
            self,
            receipts={**self.receipts, fact.receipt: fact.attempt},
            loose=tuple(receipt for receipt in self.loose if receipt != fact.receipt),
            guessed=self.guessed | {fact.receipt} if fact.guessed else self.guessed - {fact.receipt},
        )

    def _set_aside(self, fact: MoneyUnallocated) -> Self:
        if fact.reason == PAID_TWICE:
            kept = self._with(fact.receipt, fact.attempt or BY_HAND)
            return replace(kept, held=self.held + fact.amount)
        receipts = {**self.receipts, fact.receipt: fact.attempt or BY_HAND} if fact.receipt else self.receipts
        if fact.reason == WRONG_SHOP:
            return replace(self, receipts=receipts)
        return replace(self, receipts=receipts, held=self.held + fact.amount)

    def _with(self, receipt: str | None, attempt: int) -> Self:
        if receipt is None:
            return self
        return replace(
            self,
            receipts={**self.receipts, receipt: attempt},
            loose=(*self.loose, receipt) if attempt == BY_HAND else self.loose,
            guessed=self.guessed - {receipt},
        )
