"""What is asked of a conversation."""

from dataclasses import dataclass

from application.commands.command import Command
from application.look import Look
from application.model_call import ModelCall
from application.understanding import OFFLINE_BRAIN
from domain.conversation.events import HandOverReason, NoticeKind
from domain.conversation.question import Question
from domain.conversation.reply import Reply
from domain.conversation.screen import ShownPiece
from domain.identity import ConversationId, CustomerId, MessageId, OrderId, ProductId
from domain.language import Language
from domain.sizes import Size


@dataclass(frozen=True, slots=True)
class NoteUnderstanding(Command):
    """Keep how messages were understood, so that no replay asks a brain again."""

    conversation: ConversationId
    messages: tuple[MessageId, ...]
    intent: str
    confidence: float
    language: Language
    unknown_words: tuple[str, ...] = ()
    brain: str = OFFLINE_BRAIN


@dataclass(frozen=True, slots=True)
class NotePhotoSeen(Command):
    """Keep what the eye saw, so that no replay looks again."""

    conversation: ConversationId
    message: MessageId
    look: Look


@dataclass(frozen=True, slots=True)
class NotePhotoRejected(Command):
    """Keep why a photo could not be read."""

    conversation: ConversationId
    message: MessageId
    reason: str


@dataclass(frozen=True, slots=True)
class ShowPieces(Command):
    """Put pieces on her screen."""

    conversation: ConversationId
    pieces: tuple[ShownPiece, ...]
    by: str
    relaxed: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteNothingFound(Command):
    """Keep what she asked for and was not there."""

    conversation: ConversationId
    wanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AdviseSize(Command):
    """Keep which size was advised, and by which rule."""

    conversation: ConversationId
    product: ProductId
    size: Size | None
    reason: str


@dataclass(frozen=True, slots=True)
class AskQuestion(Command):
    """Wait for an answer to this."""

    conversation: ConversationId
    question: Question
    subject: str = ""
    sizes: tuple[Size, ...] = ()
    meanings: tuple[str, ...] = ()
    quantity: int | None = None


@dataclass(frozen=True, slots=True)
class ComposeReply(Command):
    """Answer messages, or tell owed notices, by one message."""

    conversation: ConversationId
    reply_id: MessageId
    answers: tuple[MessageId, ...]
    tells: tuple[str, ...]
    reply: Reply
    language: Language
    intent: str
    brain: str = OFFLINE_BRAIN


@dataclass(frozen=True, slots=True)
class NoteModelAnswer(Command):
    """Keep what a model was asked while these messages were thought about."""

    conversation: ConversationId
    messages: tuple[MessageId, ...]
    call: ModelCall


@dataclass(frozen=True, slots=True)
class NeedNoReply(Command):
    """Leave messages without an answer, for a reason."""

    conversation: ConversationId
    messages: tuple[MessageId, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class HandToPerson(Command):
    """Let a person of the shop answer from here on."""

    conversation: ConversationId
    reason: HandOverReason
    messages: tuple[MessageId, ...] = ()


@dataclass(frozen=True, slots=True)
class OweNotice(Command):
    """Tell her something that she did not ask for, once."""

    customer: CustomerId
    key: str
    kind: NoticeKind
    order: OrderId
    detail: str = ""


@dataclass(frozen=True, slots=True)
class WithholdNotice(Command):
    """Leave news untold for now, for a reason."""

    conversation: ConversationId
    key: str
    reason: str
