"""The takings of one payment: money that came, and money that settles nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Self

from domain.fact import Fact
from domain.money import Money
from domain.payment.events import MoneyReceived, MoneyUnallocated, ReceiptLearned

BY_HAND: Final = 0
"""The attempt of money that no prompt brought."""

WRONG_SHOP: Final = "wrong-shop"
WRONG_AMOUNT: Final = "wrong-amount"
PAID_TWICE: Final = "paid-twice"
OVERPAID: Final = "overpaid"

NOT_OURS: Final = frozenset({PAID_TWICE, OVERPAID})
"""Why money on top of an order's own goes back, while the order stands."""


@dataclass(frozen=True, slots=True)
class Takings:
    """What came in for one payment, each receipt counted once.

    Shape: `receipts` maps a receipt to the attempt that brought it (0: by hand); `loose` are receipts by
    hand of the right amount, which may turn out to be a prompt's, and `guessed` those that were taken for a
    prompt's; `held` is money in the boutique's account
    that settles nothing; `wanted` is the whole amount, which alone a prompt's money can be;
    `settled_by` the receipt of what was received, once known.
    """

    received: Money = field(default_factory=Money.zero)
    held: Money = field(default_factory=Money.zero)
    wanted: Money | None = None
    settled_by: str | None = None
    receipts: Mapping[str, int] = field(default_factory=dict)
    loose: tuple[str, ...] = ()
    guessed: frozenset[str] = frozenset()

    @classmethod
    def none(cls, wanted: Money) -> Self:
        """Nothing yet of what is wanted."""
        nothing = Money(cents=0, currency=wanted.currency)
        return cls(received=nothing, held=nothing, wanted=wanted)

    def evolve(self, fact: Fact) -> Self:
        """The takings after this fact."""
        match fact:
            case MoneyReceived():
                kept = self._with(fact.receipt, fact.attempt, fact.amount)
                settled_by = self.settled_by or fact.receipt
                return replace(kept, received=self.received + fact.amount, settled_by=settled_by)
            case MoneyUnallocated():
                return self._set_aside(fact)
            case ReceiptLearned():
                return self._learn(fact)
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of money")

    def _learn(self, fact: ReceiptLearned) -> Self:
        return replace(
            self,
            settled_by=self.settled_by or fact.receipt,
            receipts={**self.receipts, fact.receipt: fact.attempt},
            loose=tuple(receipt for receipt in self.loose if receipt != fact.receipt),
            guessed=self.guessed | {fact.receipt} if fact.guessed else self.guessed - {fact.receipt},
        )

    def _set_aside(self, fact: MoneyUnallocated) -> Self:
        if fact.reason == PAID_TWICE:
            kept = self._with(fact.receipt, fact.attempt or BY_HAND, fact.amount)
            return replace(kept, held=self.held + fact.amount)
        if fact.reason == OVERPAID:
            loose = tuple(receipt for receipt in self.loose if receipt != fact.receipt)
            return replace(self, held=self.held + fact.amount, loose=loose)
        receipts = {**self.receipts, fact.receipt: fact.attempt or BY_HAND} if fact.receipt else self.receipts
        if fact.reason == WRONG_SHOP:
            return replace(self, receipts=receipts)
        return replace(self, receipts=receipts, held=self.held + fact.amount)

    def _with(self, receipt: str | None, attempt: int, amount: Money) -> Self:
        """With this receipt; one that was guessed to be of this attempt's money is by hand again."""
        if receipt is None:
            return self
        may_be_a_prompts = attempt == BY_HAND and amount == self.wanted
        wrong = {guess for guess in self.guessed - {receipt} if attempt and self.receipts[guess] == attempt}
        return replace(
            self,
            receipts={**self.receipts, **dict.fromkeys(wrong, BY_HAND), receipt: attempt},
            loose=(*self.loose, *sorted(wrong), *((receipt,) if may_be_a_prompts else ())),
            guessed=self.guessed - wrong - {receipt},
        )
