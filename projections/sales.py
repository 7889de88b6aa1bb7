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
from domain.fact import Recorded
from domain.identity import BoutiqueId, subject_of
from domain.order.events import OrderLine, OrderPaid, OrderPlaced
from domain.payment.events import PaymentRequested, PromptStarted

_AHEAD: Final = timedelta(hours=3)
EAST_AFRICA: Final = timezone(_AHEAD, "EAT")
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


class Place(NamedTuple):
    """A fact of which only its kind, place and time are asked: it need not be read to be counted."""

    topic: str
    stream: str
    position: int
    at: datetime


def moments(happened: Recorded[Any] | Place) -> Iterable[Moment]:
    """What is kept of a fact; nothing of those that are not in TOPICS, and of replies that answer nobody."""
    if isinstance(happened, Place):
        yield _moment(_KINDS[happened.topic], happened.stream, happened.position, happened.at)
        return
    fact = happened.fact
    kind = _KINDS.get(fact.TOPIC)
    if kind is None or (isinstance(fact, ReplyComposed) and not fact.answers):
        return
    if happened.position is None:
        raise LookupError(f"{happened.originator_id} is not in the log yet")
    moment = _moment(kind, happened.originator_id, happened.position, happened.at)
    match fact:
        case OrderPaid():
            yield moment._replace(cents=fact.amount.cents)
        case OrderPlaced():
            yield moment._replace(customer=fact.customer)
            yield from (_sold(moment, line) for line in fact.lines)
        case ConversationOpened() | CartOpened() | PaymentRequested():
            yield moment._replace(customer=fact.customer)
        case _:
            yield moment


def _moment(kind: str, stream: str, position: int, at: datetime) -> Moment:
    utc = at.astimezone(UTC).replace(tzinfo=None)
    return Moment(position, kind, subject_of(stream), utc, (utc + _AHEAD).date())


def _sold(moment: Moment, line: OrderLine) -> Moment:
    return moment._replace(
        kind="line",
        product=line.product,
        title=line.title,
        pieces=line.quantity,
        cents=line.total.cents,
    )


_BEGUN: Final = "begun"
_KINDS: Final[dict[str, str]] = {
    ConversationOpened.TOPIC: _BEGUN,
    CartOpened.TOPIC: _BEGUN,
    PaymentRequested.TOPIC: _BEGUN,
    OrderPlaced.TOPIC: _BEGUN,
    PiecesShown.TOPIC: "shown",
    CartItemAdded.TOPIC: "carted",
    PromptStarted.TOPIC: "prompted",
    OrderPaid.TOPIC: "paid",
    MessageReceived.TOPIC: "wrote",
    ReplyComposed.TOPIC: "answered",
    StaffReplied.TOPIC: "answered",
}

TOPICS: Final = tuple(sorted(_KINDS))
"""The facts of which anything is kept; a follower need not read the others."""

PLACES: Final = frozenset(
    fact.TOPIC for fact in (PiecesShown, CartItemAdded, PromptStarted, MessageReceived, StaffReplied)
)
"""Of these only their place is kept."""


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
