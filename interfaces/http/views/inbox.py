"""The chats as the dashboard shows them: both sides in order, opened for the one who looks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from psycopg import Connection
from pydantic import ValidationError

from domain.conversation.events import ShownPiece
from domain.conversation.reply import Reply
from domain.identity import BoutiqueId, ConversationId, CustomerId, MessageId, ProductId
from domain.staff.events import Role
from domain.writing_window import WRITING_WINDOW
from interfaces.http.cursors import Cursor, Slice
from interfaces.http.deps import DashboardDeps
from interfaces.http.problems import not_found
from interfaces.http.schemas import (
    Amount,
    ChatMessage,
    Conversation,
    ConversationRow,
    CustomerCard,
    Delivery,
    Page,
    ProductCard,
    Side,
)
from interfaces.http.views.orders import listed
from interfaces.http.views.people import cards, found, opened
from interfaces.http.views.products import picture_path
from interfaces.http.views.waiting import wish
from projections import chats, orders, product_index
from projections.inbox import ChatRow, MessageRow
from projections.product_index import ProductRow

_ORDERS_SHOWN: Final = 10
_LINE: Final = 160


@dataclass(frozen=True, slots=True)
class ChatsAsked:
    """Which chats are asked for: where a person is needed, where somebody waits, with whom."""

    needs_person: bool | None = None
    unread: bool = False
    q: str | None = None


def conversations(
    boutique: BoutiqueId, deps: DashboardDeps, part: Slice, asked: ChatsAsked, role: Role
) -> Page[ConversationRow]:
    """The chats, one for each customer, the latest first."""
    with deps.door(boutique) as conn:
        whom = [row.customer for row in found(boutique, conn, deps.vault, asked.q, role)] if asked.q else None
        rows = chats.latest(
            boutique,
            conn,
            part.limit + 1,
            part.after,
            asked.needs_person,
            unread=asked.unread,
            customers=whom,
        )
        people = cards(boutique, conn, deps.vault, (row.customer for row in rows))
    shown = rows[: part.limit]
    more = len(rows) > part.limit and shown[-1].last_at
    return Page(
        items=[_row(boutique, deps, row, people) for row in shown],
        next_cursor=Cursor(more, shown[-1].conversation).token() if more else None,
    )


def conversation(
    boutique: BoutiqueId, deps: DashboardDeps, wanted: ConversationId, part: Slice
) -> Conversation:
    """One customer's chat. Raises: ProblemFound 404 for a conversation that is not this boutique's."""
    before = MessageId(part.after.id) if part.after else None
    with deps.door(boutique) as conn:
        chat = chats.chat(boutique, conn, wanted)
        if chat is None or chat.customer is None:
            raise not_found()
        customer = CustomerId(chat.customer)
        rows = chats.messages(boutique, conn, customer, part.limit + 1, before)
        pieces = _pieces(boutique, conn, rows)
        heard = chats.last_heard(boutique, conn, customer)
        ordered = orders.of_customer(boutique, conn, customer, _ORDERS_SHOWN)
        her = cards(boutique, conn, deps.vault, [customer])[customer]
    shown = rows[: part.limit]
    older = Cursor(shown[-1].at, shown[-1].message).token() if len(rows) > part.limit else None
    return Conversation(
        id=chat.conversation,
        customer=her,
        channel=chat.channel,
        needs_person=chat.needs_person,
        reason=chat.reason,
        wish=wish(boutique, deps, wanted, customer) if chat.needs_person else None,
        writable_until=heard + WRITING_WINDOW if heard else None,
        messages=[_message(boutique, deps, row, pieces) for row in reversed(shown)],
        older_cursor=older,
        orders=[listed(row, her) for row in ordered],
    )


def customer_of(boutique: BoutiqueId, deps: DashboardDeps, wanted: ConversationId) -> CustomerId:
    """Whose chat it is. Raises: ProblemFound 404 for a conversation that is not this boutique's."""
    with deps.door(boutique) as conn:
        chat = chats.chat(boutique, conn, wanted)
    if chat is None or chat.customer is None:
        raise not_found()
    return CustomerId(chat.customer)


def _row(
    boutique: BoutiqueId, deps: DashboardDeps, row: ChatRow, people: Mapping[UUID, CustomerCard]
) -> ConversationRow:
    if row.customer is None or row.last_at is None:
        raise LookupError(f"conversation {row.conversation} was never opened")
    text = opened(boutique, deps.vault, row.last_body)
    said = text if row.last_side == Side.CUSTOMER or text is None else _reply(text).text
    return ConversationRow(
        id=row.conversation,
        customer=people[row.customer],
        channel=row.channel,
        last_text=said[:_LINE] if said else None,
        last_side=Side(row.last_side),
        last_kind=row.last_kind,
        last_at=row.last_at,
        unread=len(row.waiting),
        needs_person=row.needs_person,
        reason=row.reason,
    )


def _message(
    boutique: BoutiqueId, deps: DashboardDeps, row: MessageRow, pieces: Mapping[ProductId, ProductRow]
) -> ChatMessage:
    text = opened(boutique, deps.vault, row.body)
    reply = None if row.side == Side.CUSTOMER or text is None else _reply(text)
    shown = reply.photo if reply else row.picture
    return ChatMessage(
        id=row.message,
        side=Side(row.side),
        kind=row.kind,
        at=row.at,
        text=(reply.text or None) if reply else text,
        picture=picture_path([shown] if shown else []),
        buttons=[*(b.title for b in reply.buttons), *(r.title for r in reply.rows)] if reply else [],
        cards=[card(ShownPiece.model_validate(shown), pieces) for shown in row.cards],
        delivery=Delivery(row.delivery) if row.delivery else None,
        failure=row.failure,
    )


def _reply(text: str) -> Reply:
    """What the shop wrote; a person's plain words are a reply without anything to tap."""
    try:
        return Reply.model_validate_json(text)
    except ValidationError:
        return Reply(text=text[:4096] or " ")


def _pieces(
    boutique: BoutiqueId, conn: Connection[Any], rows: Sequence[MessageRow]
) -> Mapping[ProductId, ProductRow]:
    shown = {ShownPiece.model_validate(card).product for row in rows for card in row.cards}
    return product_index.pieces(boutique, conn, list(shown))


def card(shown: ShownPiece, pieces: Mapping[ProductId, ProductRow]) -> ProductCard:
    """A piece as it was shown, with the price of that moment."""
    piece = pieces.get(shown.product)
    return ProductCard(
        product=shown.product,
        rank=shown.rank,
        title=piece.title if piece else "",
        price=Amount.of(shown.price),
        picture=picture_path(piece.pictures if piece else []),
    )
