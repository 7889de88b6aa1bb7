"""Which sizes are running out: by the number that the owner named, or else by how they sell.

A shop of single pieces has one left of nearly all it has, so that a number alone says nothing. A size whose
owner named none is running out once it sells so well that what is left is gone within two weeks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from psycopg import Connection
from psycopg.rows import args_row

from domain.identity import BoutiqueId
from projections.orders import PAID_AND_KEPT

LOOKS_BACK: Final = timedelta(weeks=4)
"""As long as this is looked at to know how a size sells; what is left should last half of it."""

SELLS: Final = 2
"""Who sold one piece in that time may never sell another."""

SIZES: Final = (
    "SELECT v.variant, v.product, v.on_hand - v.reserved AS available, coalesce(s.sold, 0)::bigint AS sold"  # noqa: S608 — words and numbers of our own
    " FROM dukani.shelf_variants v JOIN dukani.shelf_products p USING (boutique_id, product)"
    " LEFT JOIN (SELECT (line->>'variant')::uuid AS variant, sum((line->>'quantity')::int) AS sold"
    " FROM dukani.orders o, jsonb_array_elements(o.lines) AS line"
    f" WHERE o.boutique_id = %s AND o.paid_at >= %s AND {PAID_AND_KEPT}"
    " GROUP BY 1) s USING (variant)"
    " WHERE v.boutique_id = %s AND NOT p.archived AND v.on_hand > v.reserved"
    " AND CASE WHEN p.low_level IS NULL"
    f" THEN s.sold >= {SELLS} AND 2 * (v.on_hand - v.reserved) <= s.sold"
    " ELSE v.on_hand - v.reserved <= p.low_level END"
)
"""The sizes that are running out; asked with what `values` gives."""


@dataclass(frozen=True, slots=True)
class Scarce:
    """A size that is running out. Units: `sold` are pieces of the last four weeks."""

    variant: UUID
    product: UUID
    available: int
    sold: int


def values(boutique: BoutiqueId, now: datetime) -> tuple[Any, ...]:
    """What `SIZES` is asked with."""
    return (boutique, now - LOOKS_BACK, boutique)


def soonest(boutique: BoutiqueId, conn: Connection[Any], now: datetime, limit: int) -> list[Scarce]:
    """The sizes that are running out, whose last piece goes first before others."""
    order = " ORDER BY sold DESC, available, variant LIMIT %s"
    cursor = conn.cursor(row_factory=args_row(Scarce))
    return cursor.execute((SIZES + order).encode(), (*values(boutique, now), limit)).fetchall()


def how_many(boutique: BoutiqueId, conn: Connection[Any], now: datetime) -> int:
    """How many sizes are running out."""
    row = conn.execute(f"SELECT count(*) FROM ({SIZES}) t".encode(), values(boutique, now)).fetchone()  # noqa: S608 — as above
    return int(row[0]) if row else 0


def among(boutique: BoutiqueId, conn: Connection[Any], now: datetime, products: Sequence[UUID]) -> set[UUID]:
    """Which sizes of these pieces are running out."""
    asked = (SIZES + " AND v.product = ANY(%s)").encode()
    return {row[0] for row in conn.execute(asked, (*values(boutique, now), list(products))).fetchall()}
