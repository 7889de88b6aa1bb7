"""What happens in a conversation between a customer and the shop."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Final
from uuid import UUID

from pydantic import Field

from domain.brain import ModelUse
from domain.clothing import Colour, Garment, Occasion, Pattern, Style
from domain.conversation.question import Question
from domain.conversation.screen import ShownPiece
from domain.fact import Fact
from domain.identity import ConversationId, CustomerId, MessageId, OrderId, ProductId
from domain.language import Language
from domain.sealed import Sealed
from domain.sizes import Size


class MessageKind(StrEnum):
    """What a customer sent."""

    TEXT = "text"
    PHOTO = "photo"
    CHOICE = "choice"
    LOCATION = "location"
    CONTACT = "contact"
    ORDER = "order"
    REACTION = "reaction"
    VOICE = "voice"
    EDIT = "edit"
    DELETION = "deletion"
    OTHER = "other"


class NoticeKind(StrEnum):
    """What the shop owes a customer to say without being asked."""

    PROMPT_SENT = "prompt-sent"
    PROMPT_FAILED = "prompt-failed"
    ORDER_PAID = "order-paid"
    ORDER_EXPIRED = "order-expired"
    ORDER_PACKED = "order-packed"
    ORDER_ON_ITS_WAY = "order-on-its-way"
    ORDER_DELIVERED = "order-delivered"
    REFUND_DUE = "refund-due"
    REFUNDED = "refunded"
    ORDER_CANCELLED = "order-cancelled"


class HandOverReason(StrEnum):
    """Why a person took over."""

    ASKED = "asked"
    NOT_UNDERSTOOD = "not-understood"
    COMPLAINT = "complaint"
    ABUSE = "abuse"
    PAYMENT = "payment"
    PRIVACY = "privacy"
    LIMIT = "limit"
    OWNER_WRITES = "owner-writes"
    TAKEN_OVER = "taken-over"
    OUT_OF_REACH = "out-of-reach"


class ConversationOpened(Fact):
    """A window of 24 hours began; it goes on from the one before."""

    TOPIC: ClassVar = "conversation-opened.v1"
    customer: CustomerId
    channel: str
    account: str
    continues: ConversationId | None


class MessageReceived(Fact):
    """A customer's message. `content` is the sealed text or caption, `choice` what a button carried;
    `replies_to` is WhatsApp's id of the message that it quotes, changes, takes back or reacts to."""

    TOPIC: ClassVar = "conversation-message-received.v1"
    message: MessageId
    provider_id: str
    kind: MessageKind
    content: Sealed | None
    picture: str | None
    choice: str | None
    sent_at: datetime
    replies_to: str | None = None


class PhotoSeen(Fact):
    """What the eye saw on a photo; recorded, so that no replay looks again."""

    TOPIC: ClassVar = "conversation-photo-seen.v1"
    message: MessageId
    kind: Garment | None
    confidence: float
    colours: tuple[Colour, ...]
    pattern: Pattern | None
    style: Style | None
    occasion: Occasion | None
    model: str


class PhotoRejected(Fact):
    """A photo that could not be read."""

    TOPIC: ClassVar = "conversation-photo-rejected.v1"
    message: MessageId
    reason: str


class MessageUnderstood(Fact):
    """What a brain took the messages of a turn to mean."""

    TOPIC: ClassVar = "conversation-message-understood.v1"
    messages: tuple[MessageId, ...]
    intent: str
    confidence: float
    language: Language
    brain: str
    unknown_words: tuple[Sealed, ...] = ()


class ModelAnswered(Fact):
    """A model was asked while the shop thought; recorded, so that any reply can be explained. `answer` names
    the question, `inputs` are hashes of what it was asked about, `body` is what it said.
    """

    TOPIC: ClassVar = "conversation-model-answered.v1"
    answer: UUID
    messages: tuple[MessageId, ...]
    use: ModelUse
    inputs: tuple[str, ...] = ()
    body: Sealed | None = None


class PiecesShown(Fact):
    """Pieces were put on her screen, by "picture", by "words" or by a "person". `wanted` are concept tags."""

    TOPIC: ClassVar = "conversation-pieces-shown.v1"
    pieces: tuple[ShownPiece, ...] = Field(min_length=1)
    by: str
    relaxed: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()


class NothingFound(Fact):
    """The shop has no such piece: what people asked for and was not there. `wanted` are concept tags."""

    TOPIC: ClassVar = "conversation-nothing-found.v1"
    wanted: tuple[str, ...]


class SizeAdvised(Fact):
    """A size was advised, or honestly not; `reason` names the rule that led to it."""

    TOPIC: ClassVar = "conversation-size-advised.v1"
    product: ProductId
    size: Size | None
    reason: str


class QuestionAsked(Fact):
    """What the shop waits to hear. `subject` is what it is about; sealed where it is personal. `quantity` is
    how many pieces she wanted before she was asked for their size.
    """

    TOPIC: ClassVar = "conversation-question-asked.v1"
    question: Question
    subject: str = ""
    sizes: tuple[Size, ...] = ()
    meanings: tuple[str, ...] = ()
    personal: Sealed | None = None
    quantity: int | None = None


class ReplyComposed(Fact):
    """The shop's answer, to be sent; `answers` and `tells` are what it settles, if anything. `as_template`
    where 24 hours have passed, so that WhatsApp carries it in no other way."""

    TOPIC: ClassVar = "conversation-reply-composed.v1"
    reply: MessageId
    answers: tuple[MessageId, ...]
    tells: tuple[str, ...] = ()
    body: Sealed
    language: Language
    intent: str
    brain: str
    as_template: bool = False


WINDOW_CLOSED: Final = "window-closed"
"""Why nothing is sent 24 hours after her last message: WhatsApp would refuse it."""


class NoReplyNeeded(Fact):
    """Messages that want no answer, and why."""

    TOPIC: ClassVar = "conversation-no-reply-needed.v1"
    messages: tuple[MessageId, ...]
    reason: str


class ReplySent(Fact):
    """WhatsApp took the reply."""

    TOPIC: ClassVar = "conversation-reply-sent.v1"
    reply: MessageId
    provider_id: str


class ReplyPartSent(Fact):
    """WhatsApp took one message of a reply that goes on in further ones. Units: parts count from 1."""

    TOPIC: ClassVar = "conversation-reply-part-sent.v1"
    reply: MessageId
    part: int
    provider_id: str


class ReplyDelivered(Fact):
    """The reply is on the customer's phone. `category` is what older lines say WhatsApp bills it as."""

    TOPIC: ClassVar = "conversation-reply-delivered.v1"
    reply: MessageId
    category: str | None = None


class ReplyPriced(Fact):
    """WhatsApp said what it bills a reply of this number as: its category, and whether that one is free."""

    TOPIC: ClassVar = "conversation-reply-priced.v1"
    reply: MessageId
    account: str
    category: str
    billing: str


class ReplyRead(Fact):
    """The customer has seen the reply."""

    TOPIC: ClassVar = "conversation-reply-read.v1"
    reply: MessageId


class ReplyFailed(Fact):
    """The reply did not reach the customer, and why."""

    TOPIC: ClassVar = "conversation-reply-failed.v1"
    reply: MessageId
    code: str
    reason: str


class NoticeOwed(Fact):
    """Something happened that the customer must be told. `key` makes the notice one."""

    TOPIC: ClassVar = "conversation-notice-owed.v1"
    key: str
    kind: NoticeKind
    order: OrderId
    detail: str = ""


class NoticeWithheld(Fact):
    """News could not be told, and why. It is told when she writes again, if it is still the newest."""

    TOPIC: ClassVar = "conversation-notice-withheld.v1"
    key: str
    kind: NoticeKind
    order: OrderId
    reason: str


class HandedToPerson(Fact):
    """A person answers from here on; the agent keeps silent. `messages` are those it leaves to her."""

    TOPIC: ClassVar = "conversation-handed-to-person.v1"
    reason: HandOverReason
    messages: tuple[MessageId, ...] = ()


class ReturnedToAgent(Fact):
    """The agent answers again."""

    TOPIC: ClassVar = "conversation-returned-to-agent.v1"


class StaffReplied(Fact):
    """A person of the shop wrote; with `provider_id` on her own phone, and sent already."""

    TOPIC: ClassVar = "conversation-staff-replied.v1"
    reply: MessageId
    body: Sealed
    provider_id: str | None = None
    as_template: bool = False
