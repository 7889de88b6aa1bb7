"""The charges for one number's messages in one month: what is known of each day, so that it counts once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, NamedTuple, Self

from domain.charges.events import MessagesCharged
from domain.fact import Fact, Facts


class Charged(NamedTuple):
    """So many messages of a day, and what they cost together. Units: millionths of the currency."""

    currency: str
    messages: int
    micros: int


@dataclass(frozen=True, slots=True)
class Charges:
    """What is booked, by day and currency."""

    KIND: ClassVar[str] = "charges"

    booked: Mapping[tuple[date, str], Charged] = field(default_factory=dict)

    def evolve(self, fact: Fact) -> Self:
        """The charges after this fact."""
        if not isinstance(fact, MessagesCharged):
            raise TypeError(f"{fact.TOPIC} is no fact of charges")
        before = self.on(fact.day, fact.currency)
        now = Charged(fact.currency, before.messages + fact.messages, before.micros + fact.micros)
        return replace(self, booked={**self.booked, (fact.day, fact.currency): now})

    def on(self, day: date, currency: str) -> Charged:
        """What is booked of a day."""
        return self.booked.get((day, currency), Charged(currency, 0, 0))

    def state(self, account: str, day: date, told: Charged) -> Facts:
        """Learn what the channel takes for a day so far. Nothing new: that much is booked."""
        before = self.on(day, told.currency)
        messages, micros = told.messages - before.messages, told.micros - before.micros
        if not messages and not micros:
            return ()
        more = MessagesCharged(
            account=account, day=day, currency=told.currency, messages=messages, micros=micros
        )
        return (more,)
