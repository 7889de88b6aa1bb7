"""Lists of orders: which ones an owner asked to see, page by page."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from psycopg import Connection

from domain.identity import BoutiqueId
from projections.orders import ORDERS, OrderRow, Status
from projections.sales import EAST_AFRICA
from projections.table import literally


@dataclass(frozen=True, slots=True)
class AskedOrders:
    """What a list is asked for; what is None is not asked about.

    Units: `since` and `until` are days in East Africa on which orders were placed, both included.
    """

    status: Status | None = None
    words: str | None = None
    area: str | None = None
    since: date | None = None
    until: date | None = None


def listed(
    boutique: BoutiqueId,
    conn: Connection[Any],
    asked: AskedOrders,
    limit: int,
    after: tuple[datetime, UUID] | None = None,
) -> list[OrderRow]:
    """Orders, the latest placed first; `after` is the last one that was seen."""
    conditions, values = _asked(asked)
    if after is not None:
        conditions.append("(placed_at, order_id) < (%s, %s)")
        values += after
    order = " ORDER BY placed_at DESC, order_id DESC LIMIT %s"
    return ORDERS.where(conn, boutique, " AND ".join(conditions) + order, [*values, limit])


def _asked(asked: AskedOrders) -> tuple[list[str], list[Any]]:
    conditions, values = ["true"], list[Any]()
    if asked.status is not None:
        conditions.append("status = %s")
        values.append(asked.status.value)
    if asked.words:
        code = asked.words.strip().upper()
        conditions.append("(number LIKE %s OR upper(receipt) = %s OR upper(tracking) = %s)")
        values += [f"%{_escaped(code)}%", code, code]
    if asked.area:
        conditions.append("lower(delivery_area) = lower(%s)")
        values.append(asked.area)
    if asked.since is not None:
        conditions.append("placed_at >= %s")
        values.append(_midnight(asked.since))
    if asked.until is not None and asked.until < date.max:
        conditions.append("placed_at < %s")
        values.append(_midnight(asked.until + timedelta(days=1)))
    return conditions, values


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), EAST_AFRICA)


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")


def begin_with(boutique: BoutiqueId, conn: Connection[Any], number: str, limit: int) -> list[OrderRow]:
    """The orders whose number begins so, the latest first."""
    condition = "number LIKE %s ORDER BY placed_at DESC, order_id DESC LIMIT %s"
    return ORDERS.where(conn, boutique, condition, [f"{literally(number)}%", limit])


def longest_waiting(
    boutique: BoutiqueId, conn: Connection[Any], status: Status, limit: int
) -> list[OrderRow]:
    """Orders that stand so, the longest placed first."""
    condition = "status = %s ORDER BY placed_at, order_id LIMIT %s"
    return ORDERS.where(conn, boutique, condition, [status.value, limit])


def with_nothing_under_way(boutique: BoutiqueId, conn: Connection[Any], limit: int) -> list[OrderRow]:
    """Orders whose money must go back and of which no refund is open, the longest placed first.

    A refund that was declined and not asked for again is a decision: nobody has to do anything.
    """
    condition = """status = %s AND coalesce((SELECT r.state FROM dukani.refunds r
        WHERE r.boutique_id = %s AND r.payment = orders.payment
        ORDER BY r.state IN ('done', 'declined'), r.refund DESC LIMIT 1), 'done') = 'done'
        ORDER BY placed_at, order_id LIMIT %s"""
    return ORDERS.where(conn, boutique, condition, [Status.REFUND_DUE.value, boutique, limit])
