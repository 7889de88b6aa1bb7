"""Receipts as people look for them: by how they begin."""

from typing import Any
from uuid import UUID

from psycopg import Connection

from domain.identity import BoutiqueId
from projections.table import literally


def begin_with(
    boutique: BoutiqueId, conn: Connection[Any], receipt: str, limit: int
) -> list[tuple[str, UUID]]:
    """The receipts that begin so, and the orders that their money came for, also where it settled nothing."""
    rows = conn.execute(
        "SELECT DISTINCT r.receipt, p.order_id FROM ("
        "  SELECT receipt, payment FROM dukani.payment_receipts WHERE boutique_id = %(boutique)s"
        "     AND receipt LIKE %(begin)s"
        "  UNION ALL SELECT receipt, payment FROM dukani.unallocated_money WHERE boutique_id = %(boutique)s"
        "     AND receipt LIKE %(begin)s) r"
        " JOIN dukani.payments p ON p.boutique_id = %(boutique)s AND p.payment = r.payment"
        " ORDER BY r.receipt LIMIT %(limit)s",
        {"boutique": boutique, "begin": f"{literally(receipt)}%", "limit": limit},
    ).fetchall()
    return [(str(found), order) for found, order in rows]
