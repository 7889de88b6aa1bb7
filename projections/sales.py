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
    """What is kept of a fact; nothing of most."""
    match recorded.fact:
        case ConversationOpened() | CartOpened() | PaymentRequested() as begun:
            yield _moment(recorded, "begun")._replace(customer=begun.customer)
        case OrderPlaced() as placed:
            yield _moment(recorded, "begun")._replace(customer=placed.customer)
            for line in placed.lines:
                yield _moment(recorded, "line")._replace(
                    product=line.product, title=line.title, pieces=line.quantity, cents=line.total.cents
                )
        case OrderPaid() as paid:
            yield _moment(recorded, "paid")._replace(cents=paid.amount.cents)
        case ReplyComposed() as reply:
            if reply.answers:
                yield _moment(recorded, "answered")
        case fact if kind := _KINDS.get(type(fact)):
            yield _moment(recorded, kind)


_KINDS: Final[dict[type[Fact], str]] = {
    PiecesShown: "shown",
    CartItemAdded: "carted",
    PromptStarted: "prompted",
    MessageReceived: "wrote",
    StaffReplied: "answered",
}


def _moment(recorded: Recorded[Any], kind: str) -> Moment:
    if recorded.position is None:
        raise LookupError(f"{recorded.originator_id} is not in the log yet")
    return Moment(
        position=recorded.position,
        kind=kind,
        subject=subject_of(recorded.originator_id),
        at=recorded.at.astimezone(UTC).replace(tzinfo=None),
        day=recorded.at.astimezone(EAST_AFRICA).date(),
    )


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
