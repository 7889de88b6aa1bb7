"""How happy customers are with what was delivered to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.fact import Recorded
from domain.identity import BoutiqueId
from domain.order.events import OrderDelivered, OrderRated
from projections.fold import Fold, fold_streams
from projections.table import Table


@dataclass(slots=True)
class RatingRow:
    """One delivered order. `stars` is None until she says something."""

    order_id: UUID
    delivered_at: datetime | None = None
    stars: int | None = None
    rated_at: datetime | None = None
    version: int = 0


RATINGS: Final = Table("ratings", RatingRow, key=("order_id",))
_fold = Fold[RatingRow]()


@_fold.on(OrderDelivered)
def _delivered(row: RatingRow, _: OrderDelivered, at: Recorded[Any]) -> None:
    row.delivered_at = at.at


@_fold.on(OrderRated)
def _rated(row: RatingRow, fact: OrderRated, at: Recorded[Any]) -> None:
    row.stars, row.rated_at = fact.stars, at.at


class Ratings:
    """The read model of what customers said about what they got."""

    name: ClassVar[str] = "ratings"
    topics: ClassVar[frozenset[str]] = _fold.topics

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        fold_streams(_fold, RATINGS, RatingRow, conn, boutique, facts)

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        RATINGS.clear(conn, boutique)


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """Orders delivered in a time, and how many of them got each number of stars, one star first."""

    delivered: int
    stars: tuple[int, int, int, int, int]

    @property
    def rated(self) -> int:
        """Of how many she said something."""
        return sum(self.stars)


def satisfaction(boutique: BoutiqueId, conn: Connection[Any], begin: datetime, end: datetime) -> Satisfaction:
    """How happy customers are with what was delivered from `begin` until before `end`."""
    rows = conn.execute(
        "SELECT coalesce(stars, 0), count(*) FROM dukani.ratings"
        " WHERE boutique_id = %s AND delivered_at >= %s AND delivered_at < %s GROUP BY 1",
        (boutique, begin, end),
    ).fetchall()
    counts = {int(stars): int(count) for stars, count in rows}
    one, two, three, four, five = (counts.get(stars, 0) for stars in range(1, 6))
    return Satisfaction(sum(counts.values()), (one, two, three, four, five))
