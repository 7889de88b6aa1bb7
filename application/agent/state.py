"""What flows through the graph in one turn: read at its start, thought in its nodes, proposed at its end."""

import operator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated, TypedDict

from application.agent.wording.phrases import Line
from application.commands import Command
from application.delivery import DeliveryAddress
from application.inbound import Inbound
from application.look import Look
from application.ports import Eye, Found, Piece, PlainWriter, Shelf, Writer
from application.understanding import Understanding
from domain.boutique.boutique import Boutique
from domain.cart.cart import Cart
from domain.conversation.conversation import Conversation
from domain.conversation.events import NoticeOwed
from domain.conversation.reply import Button, Link, Picture, Reply, Row
from domain.customer.customer import Customer
from domain.fitting import FitAdvice
from domain.identity import BoutiqueId, ConversationId, CustomerId, MessageId, OrderId
from domain.language import Language
from domain.order.order import Order
from domain.payment.payment import Payment
from domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Photo:
    """A customer's photo, fetched. `picture` is the name it is kept by; no bytes where it came to nothing."""

    message: MessageId
    picture: str | None
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Person:
    """What the shop may say back to her: her own values, opened for this turn only."""

    name: str | None = None
    phone: str | None = None
    paying_number: str | None = None
    address: DeliveryAddress | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """All that is known when the shop begins to think; no node changes it.

    Shape: exactly one of `messages` and `notice` is there. `refused` is the rule that said no to what the
    graph proposed before, so that it may answer that instead.
    """

    boutique_id: BoutiqueId
    conversation_id: ConversationId
    customer_id: CustomerId
    reply_id: MessageId
    now: datetime
    boutique: Boutique
    customer: Customer
    conversation: Conversation
    cart: Cart
    person: Person
    understanding: Understanding
    language: Language
    messages: tuple[Inbound, ...] = ()
    photos: tuple[Photo, ...] = ()
    notice: NoticeOwed | None = None
    order_id: OrderId | None = None
    order: Order | None = None
    payment: Payment | None = None
    refused: Refusal | None = None
    pay_within: timedelta = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Senses:
    """The ports that a node may look through. It can change nothing by them."""

    eye: Eye
    shelf: Shelf
    writer: Writer = field(default_factory=PlainWriter)


@dataclass(frozen=True, slots=True)
class Offer:
    """What hangs on a reply to see and to tap. Rows open from a button titled `rows_title`."""

    pictures: tuple[Picture, ...] = ()
    buttons: tuple[Button, ...] = ()
    rows: tuple[Row, ...] = ()
    rows_title: str = ""
    link: Link | None = None
    asks_location: bool = False
    asks_contact: bool = False


@dataclass(frozen=True, slots=True)
class Sizing:
    """A piece, the advice for it, and whether she must now say which size."""

    piece: Piece
    advice: FitAdvice
    asks: bool


class TurnState(TypedDict, total=False):
    """The graph's state: typed, small, and gone when the turn ends."""

    turn: Turn
    looks: tuple[Look, ...]
    found: tuple[Found, ...]
    chosen: Piece | None
    wants_size: bool
    looks_anew: bool
    sizing: Sizing | None
    offer: Offer
    lines: Annotated[tuple[Line, ...], operator.add]
    commands: Annotated[tuple[Command, ...], operator.add]
    reply: Reply | None


def thinking(turn: Turn) -> TurnState:
    """The state in which a turn begins."""
    return TurnState(
        turn=turn,
        looks=(),
        found=(),
        chosen=None,
        wants_size=False,
        looks_anew=False,
        sizing=None,
        offer=Offer(),
        lines=(),
        commands=(),
        reply=None,
    )
