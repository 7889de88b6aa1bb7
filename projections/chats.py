"""What is asked of the inbox: the list of chats, one chat, and its messages."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import Connection

from domain.identity import BoutiqueId, ConversationId, CustomerId, MessageId
from projections.inbox import CHATS, MESSAGES, ChatRow, MessageRow


def latest(  # noqa: PLR0913 — one for each filter
    boutique: BoutiqueId,
    conn: Connection[Any],
    limit: int,
    after: tuple[datetime, UUID] | None = None,
    needs_person: bool | None = None,
    *,
    unanswered: bool = False,
    customers: Sequence[UUID] | None = None,
) -> list[ChatRow]:
    """Every customer's newest conversation, the one last written in first; of these customers, if named.

    `unanswered` are those in which somebody waits for an answer.
    """
    condition, values = "NOT superseded", list[Any]()
    if needs_person is not None:
        condition, values = condition + " AND needs_person = %s", [needs_person]
    if unanswered:
        condition += " AND waiting <> '{}'"
    if customers is not None:
        condition, values = condition + " AND customer = ANY(%s)", [*values, list(customers)]
    if after is not None:
        condition, values = condition + " AND (last_at, conversation) < (%s, %s)", [*values, *after]
    condition += " ORDER BY last_at DESC, conversation DESC LIMIT %s"
    return CHATS.where(conn, boutique, condition, [*values, limit])


def longest_waiting(boutique: BoutiqueId, conn: Connection[Any], limit: int) -> list[ChatRow]:
    """Chats that a person must answer, the longest silent first."""
    condition = "needs_person AND NOT superseded ORDER BY last_at, conversation LIMIT %s"
    return CHATS.where(conn, boutique, condition, [limit])


def newest_of(
    boutique: BoutiqueId, conn: Connection[Any], customers: Sequence[UUID]
) -> dict[UUID, ConversationId]:
    """These customers' newest conversations."""
    condition = "customer = ANY(%s) AND NOT superseded"
    rows = CHATS.where(conn, boutique, condition, [list(customers)])
    return {row.customer: ConversationId(row.conversation) for row in rows if row.customer}


def chat(boutique: BoutiqueId, conn: Connection[Any], conversation: ConversationId) -> ChatRow | None:
    """A conversation of this boutique; None for any other id."""
    return next(iter(CHATS.where(conn, boutique, "conversation = %s", [conversation])), None)


def of_people(boutique: BoutiqueId, conn: Connection[Any], customers: Sequence[UUID]) -> list[UUID]:
    """The newest conversation of each of these customers, the one last written in first."""
    condition = "NOT superseded AND customer = ANY(%s) ORDER BY last_at DESC, conversation"
    return [row.conversation for row in CHATS.where(conn, boutique, condition, [list(customers)])]


def message(boutique: BoutiqueId, conn: Connection[Any], wanted: MessageId) -> MessageRow | None:
    """A message of this boutique; None for any other id."""
    return next(iter(MESSAGES.where(conn, boutique, "message = %s", [wanted])), None)


def messages(
    boutique: BoutiqueId,
    conn: Connection[Any],
    customer: CustomerId,
    limit: int,
    before: MessageId | None = None,
) -> list[MessageRow]:
    """A customer's messages and the answers to them, the latest first, across her conversations."""
    condition, values = "customer = %s", list[Any]([customer])
    if before is not None:
        condition += (
            " AND position < (SELECT b.position FROM dukani.inbox_messages b"
            " WHERE b.boutique_id = inbox_messages.boutique_id AND b.message = %s)"
        )
        values.append(before)
    condition += " ORDER BY position DESC LIMIT %s"
    return MESSAGES.where(conn, boutique, condition, [*values, limit])


def last_heard(boutique: BoutiqueId, conn: Connection[Any], customer: CustomerId) -> datetime | None:
    """When she wrote last, from which WhatsApp's 24 hours count."""
    row = conn.execute(
        "SELECT max(at) FROM dukani.inbox_messages"
        " WHERE boutique_id = %s AND customer = %s AND side = 'customer'",
        (boutique, customer),
    ).fetchone()
    return row[0] if row else None


def waiting_for_person(boutique: BoutiqueId, conn: Connection[Any]) -> int:
    """How many chats a person must answer now."""
    row = conn.execute(
        "SELECT count(*) FROM dukani.inbox_chats WHERE boutique_id = %s AND needs_person AND NOT superseded",
        (boutique,),
    ).fetchone()
    return int(row[0]) if row else 0
