"""What remains of customers beside the log, in PostgreSQL."""

from collections.abc import Sequence
from typing import Any, Final

import psycopg
from psycopg import Connection

from application.ports import Emptied
from domain.identity import BoutiqueId, CustomerId, OrderId
from interfaces.postgres.database import Database

LEAST_NAME: Final = 7
"""A shorter name stands in too much that is not hers to be looked for in raw bytes."""

_MESSAGES: Final = """
    UPDATE dukani.inbox SET raw = NULL, settled_at = coalesce(settled_at, now()),
           outcome = coalesce(outcome, 'forgotten')
     WHERE boutique_id = %s AND lane = %s AND raw IS NOT NULL"""
_CALLBACKS: Final = """
    UPDATE dukani.inbox SET raw = NULL
     WHERE boutique_id = %s AND lane = ANY(%s) AND raw IS NOT NULL AND settled_at IS NOT NULL"""
_LEFT: Final = """
    SELECT count(*) FROM dukani.inbox
     WHERE boutique_id = %s AND lane = ANY(%s) AND raw IS NOT NULL AND settled_at IS NULL"""
_TROUBLES: Final = """
    UPDATE dukani.due_work SET last_error = NULL WHERE boutique_id = %s AND (lane = %s OR lane = ANY(%s))"""
_PICTURES: Final = "DELETE FROM dukani.customer_pictures WHERE boutique_id = %s AND subject = %s"
_NAMES: Final = "DELETE FROM dukani.sender_names WHERE boutique_id = %s AND customer = %s"
_QUARANTINED: Final = """
    DELETE FROM dukani.quarantine q WHERE EXISTS (
      SELECT FROM unnest(%s::bytea[]) AS n (name) WHERE position(n.name IN q.raw) > 0)"""


class PostgresLeftovers:
    """Leftovers over PostgreSQL. Shape: only `owner`, the schema's owner, may look into the quarantine."""

    def __init__(self, database: Database, owner: str) -> None:
        self._database = database
        self._owner = owner

    def orders_of(self, boutique: BoutiqueId, customer: CustomerId) -> Sequence[OrderId]:
        """The orders that the read model knows to be hers."""
        with self._database.as_boutique(boutique) as conn:
            rows = conn.execute(
                "SELECT order_id FROM dukani.orders WHERE boutique_id = %s AND customer = %s",
                (boutique, customer),
            ).fetchall()
        return [OrderId(order) for (order,) in rows]

    def empty(self, boutique: BoutiqueId, customer: CustomerId, names: Sequence[str]) -> Emptied:
        """Empty her rows. A row stays where it stands, so that what comes a second time is still known."""
        with self._database.as_boutique(boutique) as conn:
            payments = _payments(conn, boutique, customer)
            conn.execute(_TROUBLES, (boutique, customer, payments))
            conn.execute(_NAMES, (boutique, customer))
            left = conn.execute(_LEFT, (boutique, payments)).fetchone()
            return Emptied(
                messages=conn.execute(_MESSAGES, (boutique, customer)).rowcount,
                callbacks=conn.execute(_CALLBACKS, (boutique, payments)).rowcount,
                callbacks_left=int(left[0]) if left else 0,
                pictures=conn.execute(_PICTURES, (boutique, customer)).rowcount,
                quarantined=self._empty_quarantine(names),
            )

    def _empty_quarantine(self, names: Sequence[str]) -> int:
        """What nobody could route is hers if it holds one of her numbers or names."""
        known = [name.lstrip("+").encode() for name in names if len(name) >= LEAST_NAME]
        if not known:
            return 0
        with psycopg.connect(self._owner) as conn:
            return conn.execute(_QUARANTINED, (known,)).rowcount


def _payments(conn: Connection[Any], boutique: BoutiqueId, customer: CustomerId) -> list[Any]:
    rows = conn.execute(
        "SELECT payment FROM dukani.orders WHERE boutique_id = %s AND customer = %s AND payment IS NOT NULL",
        (boutique, customer),
    ).fetchall()
    return [payment for (payment,) in rows]
