"""An attempt: one prompt on one phone, and what is known of it."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final, Self

from domain.fact import Fact
from domain.money import Money
from domain.payment.events import (
    Payee,
    PromptAccepted,
    PromptFailed,
    PromptRefused,
    PromptUncertain,
    PromptUnresolved,
)
from domain.sealed import Sealed


class AttemptState(StrEnum):
    """How far a prompt came, by the evidence."""

    SUBMITTING = "submitting"
    UNCERTAIN = "uncertain"
    PROMPTED = "prompted"
    REFUSED = "refused"
    FAILED = "failed"
    UNRESOLVED = "unresolved"
    SUCCEEDED = "succeeded"


LIVE: Final = frozenset({AttemptState.SUBMITTING, AttemptState.UNCERTAIN, AttemptState.PROMPTED})
"""States in which the phone may be ringing, so that no other prompt may be started."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One prompt. `code` is why it was refused or failed; `receipt` of its money, once known.

    `amount` is what it asks for, where that is not the whole; `payee` where its money goes, if elsewhere than
    the order was placed with; `page` where she pays, if no phone rings.
    """

    number: int
    paying_number: Sealed
    started_at: datetime | None = None
    state: AttemptState = AttemptState.SUBMITTING
    checkout_id: str | None = None
    code: str | None = None
    receipt: str | None = None
    amount: Money | None = None
    payee: Payee | None = None
    page: str | None = None

    @property
    def is_live(self) -> bool:
        """Whether the phone may be ringing."""
        return self.state in LIVE

    @property
    def brought_money(self) -> bool:
        """Whether money came by it. That never reverts."""
        return self.state is AttemptState.SUCCEEDED

    @property
    def lacks_its_receipt(self) -> bool:
        """Whether its money is known only by a query, which names no receipt."""
        return self.brought_money and self.receipt is None

    def evolve(self, fact: Fact) -> Self:
        """The attempt after a fact of its prompt; an answer that comes late makes no phone ring."""
        match fact:
            case PromptAccepted():
                state = AttemptState.PROMPTED if self.is_live else self.state
                return replace(self, state=state, checkout_id=fact.checkout_id, page=fact.page)
            case PromptRefused():
                return replace(self, state=AttemptState.REFUSED, code=fact.code)
            case PromptUncertain():
                return replace(self, state=AttemptState.UNCERTAIN)
            case PromptFailed():
                return replace(self, state=AttemptState.FAILED, code=fact.code)
            case PromptUnresolved():
                return replace(self, state=AttemptState.UNRESOLVED)
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of a payment")

    def paid(self, receipt: str | None) -> Self:
        """The attempt once money came by it."""
        return replace(self, state=AttemptState.SUCCEEDED, receipt=receipt or self.receipt)

    def without(self, receipt: str | None) -> Self:
        """The attempt once a receipt taken for its own turned out to be another's."""
        return replace(self, receipt=None) if receipt and self.receipt == receipt else self
