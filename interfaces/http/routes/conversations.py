"""Routes of the inbox: reading chats, and standing in for the agent."""

from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Header, Query

from domain.conversation.reply import Reply
from domain.identity import ConversationId, MessageId, derive
from interfaces.http.cursors import Sliced
from interfaces.http.deps import Deps
from interfaces.http.schemas import ChatStep, Conversation, ConversationRow, Page, StaffMessage
from interfaces.http.schemas.reasons import ReplyReasons
from interfaces.http.sessions import SignedIn
from interfaces.http.views import inbox, reasons

router = APIRouter(prefix="/conversations", tags=["conversations"])

ClickKey = Annotated[str | None, Header(alias="Idempotency-Key", max_length=80)]


@router.get("")
def list_conversations(
    session: SignedIn,
    deps: Deps,
    part: Sliced,
    needs_person: Annotated[bool | None, Query()] = None,
    unread: Annotated[bool, Query()] = False,
    q: Annotated[str | None, Query(max_length=80)] = None,
) -> Page[ConversationRow]:
    """The chats, one for each customer, the latest first; with `q` those with whom her name or number has."""
    asked = inbox.ChatsAsked(needs_person, unread, q)
    return inbox.conversations(session.boutique, deps, part, asked, session.role)


@router.get("/{conversation}")
def read_conversation(session: SignedIn, deps: Deps, part: Sliced, conversation: UUID) -> Conversation:
    """One customer's chat, the latest messages, oldest of them first."""
    return inbox.conversation(session.boutique, deps, ConversationId(conversation), part)


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
    message = MessageId(derive(customer, "written", said.id))
    deps.chats.write(session.boutique, customer, session.role, message, Reply(text=said.text))
    return ChatStep(conversation=conversation, needs_person=True)


@router.post("/{conversation}/give-back")
def give_chat_back(session: SignedIn, deps: Deps, conversation: UUID, key: ClickKey = None) -> ChatStep:
    """The agent answers again, and says so."""
    customer = inbox.customer_of(session.boutique, deps, ConversationId(conversation))
    deps.chats.give_back(session.boutique, customer, session.role, _click(customer, key))
    return ChatStep(conversation=conversation, needs_person=False)


def _click(customer: UUID, key: str | None) -> UUID:
    return derive(customer, "chat", key) if key else uuid4()
