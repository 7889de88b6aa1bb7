"""Routes of the inbox."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from domain.identity import ConversationId
from interfaces.http.cursors import Sliced
from interfaces.http.deps import Deps
from interfaces.http.schemas import Conversation, ConversationRow, Page
from interfaces.http.sessions import SignedIn
from interfaces.http.views import inbox

router = APIRouter(prefix="/conversations", tags=["conversations"])


@router.get("")
def list_conversations(
    session: SignedIn, deps: Deps, part: Sliced, needs_person: Annotated[bool | None, Query()] = None
) -> Page[ConversationRow]:
    """The chats, one for each customer, the latest first."""
    return inbox.conversations(session.boutique, deps, part, needs_person=needs_person)


@router.get("/{conversation}")
def read_conversation(session: SignedIn, deps: Deps, part: Sliced, conversation: UUID) -> Conversation:
    """One customer's chat, the latest messages, oldest of them first."""
    return inbox.conversation(session.boutique, deps, ConversationId(conversation), part)
