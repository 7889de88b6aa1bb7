"""What each customer paid for and kept, less what was given back of it, so that lists read it.

It is counted anew when an order of hers changes, in the same transaction, and is rebuilt with the orders.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from domain.identity import BoutiqueId
from projections.table import Table


@dataclass(slots=True)
class Bought:
    """What a customer paid for and kept. Units: `spent` is cents."""

    customer: UUID
    orders: int = 0
    spent: int = 0
    last_paid_at: datetime | None = None


BUYERS: Final = Table("buyers", Bought, key=("customer",))

_FORGET: Final = b"DELETE FROM dukani.buyers WHERE boutique_id = %s AND customer = ANY(%s)"


def count_anew(boutique: BoutiqueId, conn: Connection[Any], customers: Collection[UUID], kept: str) -> None:
    """Count what these customers have. Shape: `kept` is the condition that an order is paid for and kept."""
    if not customers:
        return
    values = (boutique, list(customers))
    conn.execute(_FORGET, values)
    text = (
        "INSERT INTO dukani.buyers (boutique_id, customer, orders, spent, last_paid_at)"  # noqa: S608 — words of our own
        " SELECT boutique_id, customer, count(*), sum(total - refund_due + kept)::bigint, max(paid_at)"
        " FROM dukani.orders"
        f" WHERE boutique_id = %s AND customer = ANY(%s) AND {kept} GROUP BY boutique_id, customer"
    )
    conn.execute(text.encode(), values)


def bought_by(boutique: BoutiqueId, conn: Connection[Any], customers: Sequence[UUID]) -> dict[UUID, Bought]:
    """What each of these customers paid for and kept; only those who did."""
    return {row.customer: row for row in BUYERS.load(conn, boutique, customers).values()}
