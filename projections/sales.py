"""The figures of a shop: what sold when, what sold best, where customers were lost, how long they waited.

This page says what is asked and what of each fact is kept; where the rows are kept is another matter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Final, NamedTuple, Protocol
from uuid import UUID

from domain.cart.events import CartItemAdded, CartOpened
from domain.conversation.events import (
    ConversationOpened,
    MessageReceived,
    PiecesShown,
    ReplyComposed,
    StaffReplied,
)
from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId, subject_of
from domain.order.events import OrderPaid, OrderPlaced
from domain.payment.events import PaymentRequested, PromptStarted

EAST_AFRICA: Final = timezone(timedelta(hours=3), "EAT")
"""The time of the shops' days; East Africa has no summer time."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days in East Africa Time, both included."""

    first: date
    last: date

    @classmethod
    def ending(cls, last: date, days: int) -> "Period":
        """This many days, the last of them named."""
        return cls(last - timedelta(days=days - 1), last)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class DaySales:
    """What was paid on one day. Units: cents."""

    day: date
    orders: int
    pieces: int
    cents: int


@dataclass(frozen=True, slots=True)
class ProductSales:
    """What one piece sold. Units: cents."""

    product: UUID
    title: str
    pieces: int
    cents: int


@dataclass(frozen=True, slots=True)
class FunnelSteps:
    """How many customers came how far."""

    shown: int
    carted: int
    prompted: int
    paid: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long conversations that began in a period waited for their first answer. Units: seconds."""

    answered: int
    unanswered: int
    median: float | None
    p90: float | None


class Moment(NamedTuple):
    """What is kept of a fact. `subject` is the chat, cart, payment or order that it is about.

    `customer` is told once for each subject, by the moment that begins it. Units: cents; `day` is East
    African, `at` is UTC without a zone.
    """

    position: int
    kind: str
    subject: UUID
    at: datetime
    day: date
    customer: UUID | None = None
    product: UUID | None = None
    title: str | None = None
    pieces: int = 0
    cents: int = 0


def moments(recorded: Recorded[Any]) -> Iterable[Moment]:
    """What is kept of a fact; nothing of those that are not in TOPICS, and of replies that answer nobody."""
    fact = recorded.fact
    kind = _KINDS.get(type(fact))
    if kind is None or (isinstance(fact, ReplyComposed) and not fact.answers):
        return
    if recorded.position is None:
        raise LookupError(f"{recorded.originator_id} is not in the log yet")
    at = recorded.at
    place = (recorded.position, kind, subject_of(recorded.originator_id))
    time = (at.astimezone(UTC).replace(tzinfo=None), at.astimezone(EAST_AFRICA).date())
    cents = fact.amount.cents if isinstance(fact, OrderPaid) else 0
    customer = fact.customer if kind == _BEGUN else None
    yield Moment(*place, *time, customer=customer, cents=cents)
    if isinstance(fact, OrderPlaced):
        for line in fact.lines:
            yield Moment(
                *(place[0], "line", place[2], *time),
                product=line.product,
                title=line.title,
                pieces=line.quantity,
                cents=line.total.cents,
            )


_BEGUN: Final = "begun"
_KINDS: Final[dict[type[Fact], str]] = {
    ConversationOpened: _BEGUN,
    CartOpened: _BEGUN,
    PaymentRequested: _BEGUN,
    OrderPlaced: _BEGUN,
    PiecesShown: "shown",
    CartItemAdded: "carted",
    PromptStarted: "prompted",
    OrderPaid: "paid",
    MessageReceived: "wrote",
    ReplyComposed: "answered",
    StaffReplied: "answered",
}

TOPICS: Final = tuple(sorted(kind.TOPIC for kind in _KINDS))
"""The facts of which anything is kept; a follower need not read the others."""


class SalesFigures(Protocol):
    """The questions that the figures answer. Every one is about one boutique.

    Raises: FiguresAway when whoever keeps them cannot be asked now.
    """

    def by_day(self, boutique: BoutiqueId, period: Period) -> Sequence[DaySales]:
        """Sales of every day of the period, days without any included."""
        ...

    def top_products(self, boutique: BoutiqueId, period: Period, limit: int) -> Sequence[ProductSales]:
        """The pieces that sold best, best first."""
        ...

    def funnel(self, boutique: BoutiqueId, period: Period) -> FunnelSteps:
        """From pieces shown to paid."""
        ...

    def response_time(self, boutique: BoutiqueId, period: Period) -> Waiting:
        """How long customers waited for the first answer."""
        ...

    def position(self, boutique: BoutiqueId) -> int:
        """How far the figures have followed the boutique's log."""
        ...


class FiguresAway(Exception):  # noqa: N818
    """Whoever keeps the figures cannot be asked now."""
