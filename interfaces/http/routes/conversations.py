"""Routes of the inbox: reading chats, and standing in for the agent."""

from typing import Annotated, Final
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, File, Form, Header, Query, UploadFile
from fastapi.responses import StreamingResponse

from application.brain.eye.photo import MAX_BYTES, PhotoUnreadable
from domain.conversation.reply import Reply
from domain.identity import ConversationId, CustomerId, MessageId, ProductId, derive
from interfaces.http.csv_files import CSV, as_csv
from interfaces.http.cursors import Sliced
from interfaces.http.deps import Deps
from interfaces.http.problems import ProblemFound
from interfaces.http.schemas import (
    ChatStep,
    Conversation,
    ConversationRow,
    DiscountGiven,
    Page,
    PiecesChosen,
    ReadUpTo,
    StaffMessage,
    Unread,
)
from interfaces.http.schemas.reasons import ReplyReasons
from interfaces.http.schemas.templates import FilledTemplate, TemplateList
from interfaces.http.sessions import SignedIn
from interfaces.http.views import chat_list, inbox, reasons, templates, unread
from interfaces.http.views.chat_list import ChatsAsked

router = APIRouter(prefix="/conversations", tags=["conversations"])

LONGEST_CAPTION: Final = 1024
"""What WhatsApp takes under a picture."""

ClickKey = Annotated[str | None, Header(alias="Idempotency-Key", max_length=80)]


def chats_asked(
    needs_person: Annotated[bool | None, Query()] = None,
    unanswered: Annotated[bool, Query()] = False,
    unread: Annotated[bool, Query()] = False,
    label: Annotated[UUID | None, Query()] = None,
    q: Annotated[str | None, Query(max_length=80)] = None,
) -> ChatsAsked:
    """Which chats are asked for; with `q` those with whom her name or number has."""
    return ChatsAsked(needs_person, unanswered, unread, label, q)


Asked = Annotated[ChatsAsked, Depends(chats_asked)]


@router.get("")
def list_conversations(
    session: SignedIn,
    deps: Deps,
    part: Sliced,
    asked: Asked,
) -> Page[ConversationRow]:
    """The chats, one for each customer, the latest first."""
    return chat_list.conversations(session, deps, part, asked)


@router.get(".csv", response_class=StreamingResponse, responses={**CSV})
def export_conversations(session: SignedIn, deps: Deps, asked: Asked) -> StreamingResponse:
    """Exactly the chats asked for as CSV."""
    return as_csv("conversations", chat_list.file(session, deps, asked))


@router.get("/unread")
def read_unread(session: SignedIn, deps: Deps) -> Unread:
    """In how many chats something is new for the one who asks."""
    with deps.door(session.boutique) as conn:
        return Unread(chats=len(unread.chats(session, conn)))


@router.get("/{conversation}")
def read_conversation(session: SignedIn, deps: Deps, part: Sliced, conversation: UUID) -> Conversation:
    """One customer's chat, the latest messages, oldest of them first."""
    return inbox.conversation(session.boutique, deps, ConversationId(conversation), part, session.role)


@router.post("/{conversation}/read", status_code=204)
def mark_read(session: SignedIn, deps: Deps, conversation: UUID, seen: ReadUpTo) -> None:
    """The one who looks has read this chat, up to a message of it."""
    customer = inbox.customer_of(session.boutique, deps, ConversationId(conversation))
    with deps.door(session.boutique) as conn:
        unread.mark(session, conn, customer, seen.message)


@router.get("/{conversation}/replies/{reply}/reasons")
def read_reasons(session: SignedIn, deps: Deps, conversation: UUID, reply: UUID) -> ReplyReasons:
    """Why the agent said this."""
    return reasons.reasons(session.boutique, deps, ConversationId(conversation), MessageId(reply))


@router.post("/{conversation}/take-over")
def take_chat_over(session: SignedIn, deps: Deps, conversation: UUID, key: ClickKey = None) -> ChatStep:
    """A person answers from now on; the agent says so and keeps silent."""
    customer = inbox.customer_of(session.boutique, deps, ConversationId(conversation))
    deps.chats.take_over(session.boutique, customer, session.role, _click(customer, key))
    return ChatStep(conversation=conversation, needs_person=True)


@router.post("/{conversation}/replies")
def write_in_chat(session: SignedIn, deps: Deps, conversation: UUID, said: StaffMessage) -> ChatStep:
    """A person writes to her; the chat is then the person's."""
    customer = inbox.customer_of(session.boutique, deps, ConversationId(conversation))
    message = _written(customer, said.id)
    whom = session.boutique, customer, session.role, message
    deps.chats.write(*whom, Reply(text=said.text), late=said.late)
    return ChatStep(conversation=conversation, needs_person=True)


@router.get("/{conversation}/templates")
def read_templates(session: SignedIn, deps: Deps, conversation: UUID) -> TemplateList:
    """The templates that WhatsApp has approved and that may be sent to her now."""
    return templates.templates(session.boutique, deps, ConversationId(conversation))


@router.post("/{conversation}/templates")
def send_template(session: SignedIn, deps: Deps, conversation: UUID, said: FilledTemplate) -> ChatStep:
    """A person sends her an approved template; the chat is then the person's."""
    customer = inbox.customer_of(session.boutique, deps, ConversationId(conversation))
    reply = templates.filled(session.boutique, deps, ConversationId(conversation), said)
    message = _written(customer, said.id)
    deps.chats.write(session.boutique, customer, session.role, message, reply, late=True)
    return ChatStep(conversation=conversation, needs_person=True)


@router.post("/{conversation}/photos")
def show_photo(
    session: SignedIn,
    deps: Deps,
    conversation: UUID,
    id: Annotated[UUID, Form()],  # noqa: A002 — as it is called in `StaffMessage`
    photo: Annotated[UploadFile, File()],
    text: Annotated[str, Form(max_length=LONGEST_CAPTION)] = "",
) -> ChatStep:
    """A person shows her a photo, with words or none; the chat is then the person's."""
    customer = inbox.customer_of(session.boutique, deps, ConversationId(conversation))
    content, said = photo.file.read(MAX_BYTES + 1), _written(customer, id)
    try:
        deps.chats.show_photo(session.boutique, customer, session.role, said, content, text.strip())
    except PhotoUnreadable as unreadable:
        raise ProblemFound(422, "photo-unreadable", unreadable.reason.value) from unreadable
    return ChatStep(conversation=conversation, needs_person=True)


@router.post("/{conversation}/offers")
def offer_pieces(session: SignedIn, deps: Deps, conversation: UUID, chosen: PiecesChosen) -> ChatStep:
    """A person shows her pieces of the catalogue, which she can choose by number or button."""
    customer = inbox.customer_of(session.boutique, deps, ConversationId(conversation))
    pieces = [ProductId(each) for each in dict.fromkeys(chosen.pieces)]
    whom = session.boutique, customer, session.role, _written(customer, chosen.id)
    deps.chats.offer(*whom, pieces, chosen.text, to_agent=chosen.to_agent)
    return ChatStep(conversation=conversation, needs_person=not chosen.to_agent)


@router.post("/{conversation}/give-back")
def give_chat_back(session: SignedIn, deps: Deps, conversation: UUID, key: ClickKey = None) -> ChatStep:
    """The agent answers again, and says so."""
    customer = inbox.customer_of(session.boutique, deps, ConversationId(conversation))
    deps.chats.give_back(session.boutique, customer, session.role, _click(customer, key))
    return ChatStep(conversation=conversation, needs_person=False)


@router.post("/{conversation}/discount", status_code=204)
def give_discount(session: SignedIn, deps: Deps, conversation: UUID, given: DiscountGiven) -> None:
    """A person takes so much off her cart, and she is told; who answers her stays as it is."""
    customer = inbox.customer_of(session.boutique, deps, ConversationId(conversation))
    command = derive(customer, "discount", given.id)
    deps.customers.discount(session.boutique, customer, session.role, command, given.percent)


def _written(customer: CustomerId, own: UUID) -> MessageId:
    return MessageId(derive(customer, "written", own))


def _click(customer: UUID, key: str | None) -> UUID:
    return derive(customer, "chat", key) if key else uuid4()
