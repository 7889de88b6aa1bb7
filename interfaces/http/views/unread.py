"""What each person of the shop has not read yet: her own marks, one for each chat.

A chat that she never opened counts from when she began to work here. A mark is no fact of the shop's life: it
is kept beside the log, as a session is.
"""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from domain.identity import CustomerId
from domain.staff.events import Role
from interfaces.http.sessions import Session

MOST_COUNTED: Final = 100
"""More unread chats than that are "many"."""

_SINCE: Final = """
    date_trunc('second', coalesce(
      (SELECT s.since FROM dukani.staff s WHERE s.boutique_id = %(boutique)s AND s.person = %(person)s),
      (SELECT s.opened FROM dukani.sessions s
        WHERE s.boutique_id = %(boutique)s AND s.token_hash = %(session)s)))"""
"""WhatsApp tells when she wrote in whole seconds."""

_IS_NEW: Final = f"""
    m.side = 'customer'
      AND CASE WHEN r.position IS NULL THEN m.at >= {_SINCE} ELSE m.position > r.position END"""
_COUNTS: Final = f"""
    SELECT m.customer, count(*) FROM dukani.inbox_messages m
      LEFT JOIN dukani.read_marks r
        ON r.boutique_id = m.boutique_id AND r.customer = m.customer AND r.reader = %(reader)s
     WHERE m.boutique_id = %(boutique)s AND m.customer = ANY(%(customers)s) AND {_IS_NEW}
     GROUP BY m.customer"""  # noqa: S608 — words of our own
_CHATS: Final = f"""
    SELECT c.customer FROM dukani.inbox_chats c
      LEFT JOIN dukani.read_marks r
        ON r.boutique_id = c.boutique_id AND r.customer = c.customer AND r.reader = %(reader)s
     WHERE c.boutique_id = %(boutique)s AND NOT c.superseded
       AND (r.position IS NOT NULL OR c.last_at >= {_SINCE})
       AND EXISTS (SELECT FROM dukani.inbox_messages m
                    WHERE m.boutique_id = c.boutique_id AND m.customer = c.customer AND {_IS_NEW})
     ORDER BY c.last_at DESC LIMIT %(most)s"""  # noqa: S608 — words of our own
_MARK: Final = """
    INSERT INTO dukani.read_marks AS r (boutique_id, reader, customer, position)
    SELECT m.boutique_id, %(reader)s, m.customer, m.position FROM dukani.inbox_messages m
     WHERE m.boutique_id = %(boutique)s AND m.customer = %(customer)s AND m.message = %(message)s
        ON CONFLICT (boutique_id, reader, customer)
        DO UPDATE SET position = greatest(r.position, EXCLUDED.position)"""


def counts(session: Session, conn: Connection[Any], customers: Sequence[UUID]) -> dict[UUID, int]:
    """How many messages of each of these customers this person has not read; nothing for none."""
    if session.role is Role.AUDITOR:
        return {}
    return dict(conn.execute(_COUNTS, {**_who(session), "customers": list(customers)}).fetchall())


def chats(session: Session, conn: Connection[Any], most: int = MOST_COUNTED) -> list[UUID]:
    """With whom the chats are that this person has not read to their end, the latest first."""
    if session.role is Role.AUDITOR:
        return []
    return [row[0] for row in conn.execute(_CHATS, {**_who(session), "most": most}).fetchall()]


def mark(session: Session, conn: Connection[Any], customer: CustomerId, message: UUID) -> None:
    """She has read this chat up to a message of it. A mark never goes back."""
    conn.execute(_MARK, {**_who(session), "customer": customer, "message": message})


def _who(session: Session) -> dict[str, object]:
    """Who has no name, as in the demo, is known by her session."""
    return {
        "boutique": session.boutique,
        "person": session.person,
        "session": session.token_hash,
        "reader": session.person or UUID(hex=session.token_hash[:32]),
    }
