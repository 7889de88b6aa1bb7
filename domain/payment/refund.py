"""A refund: one amount that goes back, from the wish to the evidence."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self

from domain.fact import Fact
from domain.money import Money
from domain.payment.events import (
    MoneyRefunded,
    RefundAccepted,
    RefundDeclined,
    RefundFailed,
    RefundStarted,
    RefundUncertain,
)


class RefundState(StrEnum):
    """How far a refund came, by the evidence."""

    REQUESTED = "requested"
    DECLINED = "declined"
    STARTED = "started"
    ACCEPTED = "accepted"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    DONE = "done"


ON_ITS_WAY: Final = frozenset({RefundState.STARTED, RefundState.ACCEPTED, RefundState.UNCERTAIN})
"""States in which the money may be going back."""

_FREE: Final = frozenset({RefundState.DECLINED, RefundState.FAILED})


@dataclass(frozen=True, slots=True)
class Refund:
    """One amount that goes back. `receipt` is of the money that came; `reference` the neighbour's name of
    the refund, and once it is done the proof of it."""

    number: int
    amount: Money
    reason: str
    receipt: str | None = None
    state: RefundState = RefundState.REQUESTED
    reference: str | None = None
    debt: int | None = None

    @property
    def is_on_its_way(self) -> bool:
        """Whether the money may be going back."""
        return self.state in ON_ITS_WAY

    @property
    def claims_money(self) -> bool:
        """Whether its amount cannot be promised a second time."""
        return self.state not in _FREE

    def evolve(self, fact: Fact) -> Self:
        """The refund after a fact of it."""
        match fact:
            case RefundDeclined():
                return replace(self, state=RefundState.DECLINED)
            case RefundStarted():
                return replace(self, state=RefundState.STARTED)
            case RefundAccepted():
                return replace(self, state=RefundState.ACCEPTED, reference=fact.reference)
            case RefundUncertain():
                return replace(self, state=RefundState.UNCERTAIN)
            case RefundFailed():
                return replace(self, state=RefundState.FAILED)
            case MoneyRefunded():
                return replace(self, state=RefundState.DONE, reference=fact.reference)
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of a refund")
