"""The figures of a shop: what sold when, what sold best, where customers were lost, how long they waited.

This page says what is asked and what of each fact is kept; where the rows are kept is another matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta, timezone
from typing import Final, Protocol
from uuid import UUID

from domain.identity import BoutiqueId

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
