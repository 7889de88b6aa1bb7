"""Chats, and both sides' messages."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from application.offering import LONGEST_WORDS, MOST_OFFERED
from application.writing_late import LONGEST
from domain.boutique.boutique import MOST_DISCOUNT_PERCENT
from interfaces.http.schemas.answers import Amount, Answer
from interfaces.http.schemas.notebook import LabelChip, PrivateNote
from interfaces.http.schemas.orders import OrderRow
from interfaces.http.schemas.people import CustomerCard


class Side(StrEnum):
    """Who wrote a message."""

    CUSTOMER = "customer"
    AGENT = "agent"
    STAFF = "staff"


class Delivery(StrEnum):
    """How far one of the shop's messages has come."""

    PLANNED = "planned"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"


class ConversationRow(Answer):
    """One customer's chat in the list.

    `unanswered` counts her messages that nobody has answered, `unread` those that the one who looks has not
    read.
    """

    id: UUID
    customer: CustomerCard
    channel: str
    last_text: str | None
    last_side: Side
    last_kind: str
    last_at: datetime
    unanswered: int
    unread: int
    labels: list[LabelChip]
    needs_person: bool
    reason: str | None


class ProductCard(Answer):
    """A piece that was shown in a message, with the price of that moment."""

    product: UUID
    rank: int
    title: str
    price: Amount
    picture: str | None


class ChatMessage(Answer):
    """A message of either side. `text` is None where there was none, or its writer was forgotten."""

    id: UUID
    side: Side
    kind: str
    at: datetime
    text: str | None
    picture: str | None
    buttons: list[str]
    cards: list[ProductCard]
    delivery: Delivery | None
    failure: str | None
    failure_code: str | None


class Wish(Answer):
    """What she wants who waits for a person: what she meant last, and what she was asked."""

    intent: str | None
    asked: str | None


class HerCart(Answer):
    """What she means to buy, and what is taken off. `most` is how many percent the one who looks may give."""

    pieces: list[str]
    list_total: Amount
    total: Amount
    percent: int
    most: int


class Conversation(Answer):
    """A chat, oldest message first. `older_cursor` fetches what came before.

    `notes` are the shop's own, hidden from auditors. `wish` is there while a person answers.
    `writable_until` is when WhatsApp's 24 hours after her last message end; None where she never wrote.
    `late` are words to send by a template once they have ended; None while they have not, and where the
    boutique has no template.
    """

    id: UUID
    customer: CustomerCard
    channel: str
    needs_person: bool
    reason: str | None
    writable_until: datetime | None
    late: list[str] | None
    wish: Wish | None
    cart: HerCart
    labels: list[LabelChip]
    notes: list[PrivateNote]
    messages: list[ChatMessage]
    older_cursor: str | None
    orders: list[OrderRow]


class StaffMessage(Answer):
    """What a person writes to a customer. `id` is made by the writer's page, so that it is sent once.

    With `late` it goes by a template where 24 hours have passed.
    """

    id: UUID
    text: Annotated[str, StringConstraints(strip_whitespace=True), Field(min_length=1, max_length=4096)]
    late: bool = False

    @model_validator(mode="after")
    def _fits_the_template(self) -> Self:
        if self.late and len(self.text) > LONGEST:
            raise ValueError(f"a template takes {LONGEST} letters")
        return self


class PiecesChosen(Answer):
    """Pieces that a person shows to a customer, with words above them. With `to_agent` the agent takes her
    answer, and the chat is the agent's again.
    """

    id: UUID
    pieces: Annotated[list[UUID], Field(min_length=1, max_length=MOST_OFFERED)]
    text: Annotated[str, StringConstraints(strip_whitespace=True), Field(max_length=LONGEST_WORDS)] = ""
    to_agent: bool


class DiscountGiven(Answer):
    """So many percent off her cart. `id` is made by the giver's page, so that she is told once."""

    id: UUID
    percent: Annotated[int, Field(ge=1, le=MOST_DISCOUNT_PERCENT)]


class ReadUpTo(Answer):
    """The newest message that was on the screen of whoever reads."""

    message: UUID


class Unread(Answer):
    """In how many chats something new is for the one who looks; a hundred are many."""

    chats: int


class ChatStep(Answer):
    """Who answers in a chat now."""

    conversation: UUID
    needs_person: bool
