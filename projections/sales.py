"""The figures of a shop: what sold, where customers were lost, how long they waited, what it all cost.

This page says what may be asked. What is counted for it stands in counted_facts.py; where the sums are kept
is another matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Final, NamedTuple, Protocol
from uuid import UUID

from domain.identity import BoutiqueId

_AHEAD: Final = timedelta(hours=3)
EAST_AFRICA: Final = timezone(_AHEAD, "EAT")
"""The time of the shops' days; East Africa has no summer time."""

MOST: Final = 100
"""The longest list that the figures tell."""


def day_of(utc: datetime) -> date:
    """The day in East Africa of a time that is UTC without a zone."""
    return (utc + _AHEAD).date()


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

    @property
    def before(self) -> "Period":
        """As many days, right before."""
        return Period.ending(self.first - timedelta(days=1), self.days)


class DaySales(NamedTuple):
    """What was paid on one day, and what of sales was given back on it. Units: cents."""

    day: date
    orders: int
    pieces: int
    cents: int
    back: int


class ProductSales(NamedTuple):
    """What one piece sold. Units: cents."""

    product: UUID
    title: str
    pieces: int
    cents: int


class SizeSales(NamedTuple):
    """What one size sold. Units: cents."""

    size: str
    pieces: int
    cents: int


class FunnelSteps(NamedTuple):
    """How many of the chats that began came how far; whoever came further is counted for the steps before."""

    opened: int
    shown: int
    carted: int
    prompted: int
    paid: int


class StockTurn(NamedTuple):
    """How a piece came and went. Units: pieces; `ended` is what was there at the period's end."""

    product: UUID
    title: str
    received: int
    sold: int
    corrected: int
    ended: int

    @property
    def began(self) -> int:
        """What was there when the period began."""
        return self.ended - self.received - self.corrected + self.sold

    @property
    def sell_through(self) -> float | None:
        """The part of all that could be sold that was; None where there was nothing to sell."""
        there = self.began + self.received + self.corrected
        return self.sold / there if there > 0 else None

    @property
    def turnover(self) -> float | None:
        """How often what is on the shelf on average was sold."""
        shelf = (self.began + self.ended) / 2
        return self.sold / shelf if shelf > 0 else None


class Missed(NamedTuple):
    """What people asked for and was not there. Shape: `wanted` are concept tags with a space between."""

    wanted: str
    times: int


class Waiting(NamedTuple):
    """How long chats that began in a period waited for their first answer.

    Units: seconds, right to a hundredth.
    """

    answered: int
    unanswered: int
    median: float | None
    p90: float | None


class Hands(NamedTuple):
    """Chats that the agent had alone, or in which a person took part, and what came of them. Units: cents."""

    who: str
    chats: int
    paid: int
    cents: int
    replies: int


class Buyers(NamedTuple):
    """Orders of those who bought for the first time, and of those who came again. Units: cents."""

    new: int
    new_cents: int
    again: int
    again_cents: int


class Cohort(NamedTuple):
    """How many of those who bought first in one month bought in another. Shape: months are 2026-11."""

    first: str
    month: str
    customers: int


class Satisfaction(NamedTuple):
    """Orders delivered in a period, and how many of them got each number of stars, one star first."""

    delivered: int
    stars: tuple[int, int, int, int, int]

    @property
    def rated(self) -> int:
        """Of how many she said something."""
        return sum(self.stars)


class Spend(NamedTuple):
    """What one kind of neighbour's work cost. Units: millionths of a US dollar; None where it is not known.

    Shape: `kind` is "model", named by `about`, or "message", named by WhatsApp's category,
    or "stated" where the channel states a price and no category.
    """

    kind: str
    about: str
    times: int
    micro_usd: int | None


class GoodsFigures(Protocol):
    """What of the shop's goods sold, stood, and was not there."""

    def by_day(self, boutique: BoutiqueId, period: Period) -> Sequence[DaySales]:
        """Sales of every day of the period, days without any included."""
        ...

    def top_products(self, boutique: BoutiqueId, period: Period) -> Sequence[ProductSales]:
        """The pieces that sold best, best first."""
        ...

    def top_sizes(self, boutique: BoutiqueId, period: Period) -> Sequence[SizeSales]:
        """The sizes that sold best, best first."""
        ...

    def stock_turns(self, boutique: BoutiqueId, period: Period) -> Sequence[StockTurn]:
        """How pieces came and went, those that sold most first."""
        ...

    def missed(self, boutique: BoutiqueId, period: Period) -> Sequence[Missed]:
        """What was asked for in vain, most often first."""
        ...


class ServingFigures(Protocol):
    """How customers were served, and how they liked it."""

    def funnel(self, boutique: BoutiqueId, period: Period) -> FunnelSteps:
        """From a chat to paid."""
        ...

    def response_time(self, boutique: BoutiqueId, period: Period) -> Waiting:
        """How long customers waited for the first answer."""
        ...

    def hands(self, boutique: BoutiqueId, period: Period) -> Sequence[Hands]:
        """The agent against people: two rows, the agent's first."""
        ...

    def satisfaction(self, boutique: BoutiqueId, period: Period) -> Satisfaction:
        """How happy customers are with what was delivered."""
        ...


class BuyerFigures(Protocol):
    """Who bought, and who came again."""

    def buyers(self, boutique: BoutiqueId, period: Period) -> Buyers:
        """New buyers and those who came again."""
        ...

    def cohorts(self, boutique: BoutiqueId, period: Period) -> Sequence[Cohort]:
        """Who came again, over the year that ends with the period, by the month of the first purchase."""
        ...


class SalesFigures(GoodsFigures, ServingFigures, BuyerFigures, Protocol):
    """The questions that the figures answer. Every one is about one boutique. Lists have at most MOST rows.

    Raises: FiguresAway when whoever keeps them cannot be asked now.
    """

    def spending(self, boutique: BoutiqueId, period: Period) -> Sequence[Spend]:
        """What messages and models cost."""
        ...

    def position(self, boutique: BoutiqueId) -> int:
        """How far the figures have followed the boutique's log."""
        ...


class FiguresAway(Exception):  # noqa: N818
    """Whoever keeps the figures cannot be asked now."""
