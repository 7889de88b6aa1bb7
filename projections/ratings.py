"""How happy customers are with what was delivered, order by order: the operator's figures are its sums."""

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
