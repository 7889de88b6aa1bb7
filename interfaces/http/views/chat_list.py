"""The chats asked for, as a list page by page and as a file of exactly the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from domain.identity import BoutiqueId
from interfaces.http.cursors import Cursor, Slice
from interfaces.http.deps import DashboardDeps, OpenRows
from interfaces.http.schemas import ConversationRow, CustomerCard, Page, Side
from interfaces.http.schemas.notebook import LabelChip
from interfaces.http.sessions import Session
from interfaces.http.views import notebook, unread
from interfaces.http.views.inbox import reply_of
from interfaces.http.views.masking import HIDDEN, reveals
from interfaces.http.views.people import cards, found, opened
from interfaces.papers.order_papers import eat
from interfaces.spreadsheets.csv_writing import csv_lines
from projections import chats
from projections import notebook as notebooks
from projections.inbox import ChatRow

FILE_PAGE: Final = 200
HEADINGS: Final = (
    "customer", "phone", "channel", "last_message", "last_from", "last_text", "unanswered", "unread",
    "labels", "needs_a_person", "reason",
)  # fmt: skip
_LINE: Final = 160


@dataclass(frozen=True, slots=True)
class ChatsAsked:
    """Which chats are asked for: where a person is needed, where nobody has answered, where something is new
    for who looks, of which label, with whom.
    """

    needs_person: bool | None = None
    unanswered: bool = False
    unread: bool = False
    label: UUID | None = None
    q: str | None = None


def conversations(
    session: Session, deps: DashboardDeps, part: Slice, asked: ChatsAsked
) -> Page[ConversationRow]:
    """The chats, one for each customer, the latest first."""
    with deps.door(session.boutique) as conn:
        whom = _whom(session, deps, conn, asked)
        rows = _page(session.boutique, conn, Slice(part.limit + 1, part.after), asked, whom)
        items = _rows(session, deps, conn, rows[: part.limit])
    more = items and len(rows) > part.limit
    return Page(items=items, next_cursor=Cursor(items[-1].last_at, items[-1].id).token() if more else None)


def file(session: Session, deps: OpenRows, asked: ChatsAsked) -> Iterator[str]:
    """The chats asked for as CSV; what is personal is masked for who only reads."""
    return csv_lines(HEADINGS, _file_rows(session, deps, asked))


def _file_rows(session: Session, deps: OpenRows, asked: ChatsAsked) -> Iterator[tuple[object, ...]]:
    """Page by page, each read whole before it is sent: a slow line holds no connection."""
    with deps.door(session.boutique) as conn:
        whom = _whom(session, deps, conn, asked)
    after: Cursor | None = None
    while True:
        with deps.door(session.boutique) as conn:
            page = _page(session.boutique, conn, Slice(FILE_PAGE, after), asked, whom)
            told = _rows(session, deps, conn, page, whole=True)
        yield from map(_line, told)
        if len(page) < FILE_PAGE:
            return
        after = Cursor(told[-1].last_at, told[-1].id)


def _page(
    boutique: BoutiqueId, conn: Connection[Any], part: Slice, asked: ChatsAsked, whom: set[UUID] | None
) -> list[ChatRow]:
    return chats.latest(
        boutique,
        conn,
        part.limit,
        part.after,
        asked.needs_person,
        unanswered=asked.unanswered,
        customers=None if whom is None else list(whom),
    )


def _whom(session: Session, deps: OpenRows, conn: Connection[Any], asked: ChatsAsked) -> set[UUID] | None:
    """Whose chats are meant by words, label and what is new, all of them at once; None for everybody's."""
    sets: list[set[UUID]] = []
    if asked.q:
        fit = found(session.boutique, conn, deps.vault, asked.q, session.role)
        sets.append({row.customer for row in fit})
    if asked.label:
        sets.append(set(notebooks.bearing(session.boutique, conn, asked.label)))
    if asked.unread:
        sets.append(set(unread.chats(session, conn)))
    return set.intersection(*sets) if sets else None


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands beside the chats of a page, by customer."""

    people: Mapping[UUID, CustomerCard]
    labels: Mapping[UUID, list[LabelChip]]
    unread: Mapping[UUID, int]


def _rows(
    session: Session, deps: OpenRows, conn: Connection[Any], rows: Sequence[ChatRow], *, whole: bool = False
) -> list[ConversationRow]:
    boutique, ids = session.boutique, [row.customer for row in rows if row.customer]
    around = _Around(
        cards(boutique, conn, deps.vault, ids, session.role, whole=whole),
        notebook.labels_of(boutique, conn, ids),
        unread.counts(session, conn, ids),
    )
    return [_row(session, deps, row, around) for row in rows]


def _row(session: Session, deps: OpenRows, row: ChatRow, around: _Around) -> ConversationRow:
    if row.customer is None or row.last_at is None:
        raise LookupError(f"conversation {row.conversation} was never opened")
    text = opened(session.boutique, deps.vault, row.last_body) if reveals(session.role) else HIDDEN
    said = text if row.last_side == Side.CUSTOMER or text is None else reply_of(text).text
    return ConversationRow(
        id=row.conversation,
        customer=around.people[row.customer],
        channel=row.channel,
        last_text=said[:_LINE] if said else None,
        last_side=Side(row.last_side),
        last_kind=row.last_kind,
        last_at=row.last_at,
        unanswered=len(row.waiting),
        unread=around.unread.get(row.customer, 0),
        labels=around.labels.get(row.customer, []),
        needs_person=row.needs_person,
        reason=row.reason,
    )


def _line(row: ConversationRow) -> tuple[object, ...]:
    return (
        row.customer.name,
        row.customer.phone,
        row.channel,
        eat(row.last_at),
        row.last_side,
        row.last_text,
        row.unanswered,
        row.unread,
        "; ".join(label.name for label in row.labels),
        "yes" if row.needs_person else "no",
        row.reason,
    )
