"""Counts one boutique for the operator: sums and times of its rows, and no word of them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from domain.channel import Channel
from domain.identity import BoutiqueId, derive
from interfaces.connections.plan import Connected
from projections.ledger_lists import monthly_revenue

A_DAY: Final = timedelta(hours=24)
LOOK_BACK: Final = timedelta(days=7)
"""How far back messages are looked at for the last one; an older one is known from an earlier count."""

ENDING: Final = 4
_OUR_CHANNELS: Final = frozenset({*Channel})

_BOUTIQUE: Final = """
    INSERT INTO dukani.platform_boutiques AS p
    SELECT b.boutique_id, b.title, b.town, b.open,
           (SELECT min(s.since) FROM dukani.staff s WHERE s.boutique_id = b.boutique_id),
           (SELECT count(*) FROM dukani.positions o
             WHERE o.boutique_id = b.boutique_id AND o.error IS NOT NULL),
           (SELECT count(*) FROM dukani.inbox_chats c
             WHERE c.boutique_id = b.boutique_id AND c.needs_person AND NOT c.superseded),
           (SELECT count(*) FROM dukani.due_work d
             WHERE d.boutique_id = b.boutique_id AND d.last_error IS NOT NULL AND d.attempts > 2),
           %(now)s, %(fee)s, %(commission)s
      FROM dukani.boutiques b WHERE b.boutique_id = %(boutique)s AND b.boutique = %(boutique)s
    ON CONFLICT (boutique_id) DO UPDATE SET title = excluded.title, town = excluded.town,
      open = excluded.open, since = coalesce(p.since, excluded.since), stopped = excluded.stopped,
      chats_waiting = excluded.chats_waiting, work_failing = excluded.work_failing,
      counted_at = excluded.counted_at, fee = excluded.fee, commission = excluded.commission"""

_RATINGS: Final = """
    INSERT INTO dukani.platform_ratings
    SELECT boutique_id, (delivered_at AT TIME ZONE 'Africa/Nairobi')::date, count(*), count(stars),
           coalesce(sum(stars), 0)
      FROM dukani.ratings WHERE boutique_id = %(boutique)s GROUP BY 1, 2
    ON CONFLICT (boutique_id, day) DO UPDATE SET delivered = excluded.delivered, rated = excluded.rated,
      stars = excluded.stars"""

_NUMBER: Final = """
    SELECT max(m.at) FILTER (WHERE m.side = 'customer'), max(m.at) FILTER (WHERE {sent}),
           count(*) FILTER (WHERE {sent} AND m.at > %(day)s),
           count(*) FILTER (WHERE m.delivery = 'failed' AND m.at > %(day)s), 0, 0, 0
      FROM dukani.inbox_chats n
      JOIN dukani.inbox_messages m ON m.boutique_id = n.boutique_id AND m.customer = n.customer
      JOIN dukani.inbox_chats c ON c.boutique_id = m.boutique_id AND c.conversation = m.conversation
     WHERE n.boutique_id = %(boutique)s AND NOT n.superseded AND n.last_at > %(week)s AND m.at > %(week)s
       AND c.channel = %(neighbour)s AND c.account = %(account)s
""".replace("{sent}", "m.side <> 'customer' AND m.delivery IN ('sent', 'delivered', 'read')")

_TILL: Final = """
    SELECT max(p.completed_at), max(p.requested_at) FILTER (WHERE p.attempts <> '[]'), 0, 0,
           count(*) FILTER (WHERE {lately}), count(p.completed_at) FILTER (WHERE {lately}),
           count(*) FILTER (WHERE {lately} AND p.state IN ('uncertain', 'unresolved'))
      FROM dukani.payments p
     WHERE p.boutique_id = %(boutique)s AND p.provider = %(neighbour)s AND p.shortcode = %(account)s
""".replace("{lately}", "p.attempts <> '[]' AND p.requested_at > %(day)s")

_ACCOUNT: Final = """
    INSERT INTO dukani.platform_accounts AS a (boutique_id, connection, neighbour, ending,
      last_in, last_out, sent, failed, prompted, succeeded, unknown)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (boutique_id, connection) DO UPDATE SET
      last_in = greatest(a.last_in, excluded.last_in), last_out = greatest(a.last_out, excluded.last_out),
      sent = excluded.sent, failed = excluded.failed, prompted = excluded.prompted,
      succeeded = excluded.succeeded, unknown = excluded.unknown"""


def count(boutique: BoutiqueId, conn: Connection[Any], connected: Sequence[Connected], now: datetime) -> None:
    """Write the boutique's sums anew, in a transaction that is bound to it. Its brain is no account."""
    pays = monthly_revenue(boutique, conn, now)
    told = {"boutique": boutique, "now": now, "fee": pays.fee, "commission": pays.commission}
    conn.execute(_BOUTIQUE, told)
    conn.execute(_RATINGS, {"boutique": boutique})
    accounts = [each for each in connected if each.neighbour != "brain"]
    for each in accounts:
        _count_account(boutique, conn, each, now)
    conn.execute(
        "DELETE FROM dukani.platform_accounts WHERE boutique_id = %s AND connection <> ALL (%s)",
        (boutique, [connection_id(boutique, each) for each in accounts]),
    )


def connection_id(boutique: BoutiqueId, each: Connected) -> UUID:
    """What names a connection where its account must not stand."""
    return derive(boutique, "connection", each.neighbour, each.account)


def _count_account(boutique: BoutiqueId, conn: Connection[Any], each: Connected, now: datetime) -> None:
    asked = _NUMBER if each.neighbour in _OUR_CHANNELS else _TILL
    values = {"boutique": boutique, "neighbour": each.neighbour, "account": each.account}
    found = conn.execute(asked, {**values, "day": now - A_DAY, "week": now - LOOK_BACK}).fetchone() or ()
    named = (boutique, connection_id(boutique, each), each.neighbour, each.shown[-ENDING:])
    conn.execute(_ACCOUNT, (*named, *found))
