"""The chats as the dashboard shows them: both sides in order, opened for the one who looks."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection
from pydantic import ValidationError

from application.ports import Recipient
from domain.channel import Channel
from domain.conversation.reply import Reply
from domain.conversation.screen import ShownPiece
from domain.identity import BoutiqueId, ConversationId, CustomerId, MessageId, ProductId
from domain.staff.events import Role
from domain.writing_window import WRITING_WINDOW, is_open
from interfaces.http.cursors import Cursor, Slice
from interfaces.http.deps import DashboardDeps
from interfaces.http.problems import not_found
from interfaces.http.schemas import (
    Amount,
    ChatMessage,
    Conversation,
    Delivery,
    ProductCard,
    Side,
)
from interfaces.http.views import notebook
from interfaces.http.views.masking import HIDDEN, reveals
from interfaces.http.views.orders import listed
from interfaces.http.views.people import cards, opened
from interfaces.http.views.products import picture_path
from interfaces.http.views.waiting import her_cart, wish
from projections import chats, orders, product_index
from projections.inbox import ChatRow, MessageRow
from projections.product_index import ProductRow

_ORDERS_SHOWN: Final = 10


def conversation(
    boutique: BoutiqueId, deps: DashboardDeps, wanted: ConversationId, part: Slice, role: Role
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
        her = cards(boutique, conn, deps.vault, [customer], role)[customer]
        labels = notebook.labels_of(boutique, conn, [customer]).get(customer, [])
        notes = notebook.notes_of(boutique, deps, conn, [customer], role)
    shown = rows[: part.limit]
    older = Cursor(shown[-1].at, shown[-1].message).token() if len(rows) > part.limit else None
    return Conversation(
        id=chat.conversation,
        customer=her,
        channel=chat.channel,
        needs_person=chat.needs_person,
        reason=chat.reason,
        wish=wish(boutique, deps, wanted) if chat.needs_person else None,
        cart=her_cart(boutique, deps, customer, role),
        writable_until=heard + WRITING_WINDOW if heard else None,
        late=None if her.forgotten or not reveals(role) else _late(boutique, deps, chat, customer, heard),
        labels=labels,
        notes=notes,
        messages=[_seen(_message(boutique, deps, row, pieces), role) for row in reversed(shown)],
        older_cursor=older,
        orders=[listed(row, her) for row in ordered],
    )


def _late(
    boutique: BoutiqueId, deps: DashboardDeps, chat: ChatRow, customer: CustomerId, heard: datetime | None
) -> list[str] | None:
    """Words to send by a template; None while she may be written to freely."""
    if is_open(heard, deps.clock.now()):
        return None
    return deps.late.suggestions(
        boutique, customer, Recipient(chat.account, None, None, Channel(chat.channel))
    )


def customer_of(boutique: BoutiqueId, deps: DashboardDeps, wanted: ConversationId) -> CustomerId:
    """Whose chat it is. Raises: ProblemFound 404 for a conversation that is not this boutique's."""
    with deps.door(boutique) as conn:
        chat = chats.chat(boutique, conn, wanted)
    if chat is None or chat.customer is None:
        raise not_found()
    return CustomerId(chat.customer)


def _message(
    boutique: BoutiqueId, deps: DashboardDeps, row: MessageRow, pieces: Mapping[ProductId, ProductRow]
) -> ChatMessage:
    text = opened(boutique, deps.vault, row.body)
    reply = None if row.side == Side.CUSTOMER or text is None else reply_of(text)
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
        failure_code=row.failure_code,
    )


def _seen(message: ChatMessage, role: Role) -> ChatMessage:
    """A message as the role may see it: who only reads sees whose it is, when, and which pieces."""
    if reveals(role):
        return message
    return message.model_copy(
        update={"text": HIDDEN if message.text else None, "picture": None, "buttons": []}
    )


def reply_of(text: str) -> Reply:
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
