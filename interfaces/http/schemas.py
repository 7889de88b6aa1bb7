"""What the dashboard's API answers with; the page's own types are generated from these.

Units: times are UTC; money is integer cents beside the text that a shop would write.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from domain.clothing import Colour, Garment, Pattern
from domain.fact import Actor
from domain.money import Money
from domain.staff.events import Role


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True)


Item = TypeVar("Item")


class Page(_Answer, Generic[Item]):
    """A page of a list. `next_cursor` fetches the following one; None at the end."""

    items: list[Item]
    next_cursor: str | None


class Amount(_Answer):
    """Money as a figure and as a shop writes it. Units: cents. Example: 250000 is "KSh 2,500"."""

    cents: int
    currency: str
    text: str

    @classmethod
    def of(cls, money: Money) -> "Amount":
        """The amount of this money."""
        return cls(cents=money.cents, currency=money.currency, text=str(money))


class BoutiqueCard(_Answer):
    """The boutique of the session."""

    id: UUID
    name: str
    town: str
    currency: str
    whatsapp_numbers: list[str]


class Me(_Answer):
    """Who is signed in, and where."""

    boutique: BoutiqueCard
    role: Role


class LowStock(_Answer):
    """A size that is nearly gone."""

    product: UUID
    title: str
    size: str
    available: int
    picture: str | None


class Today(_Answer):
    """The day so far, in East Africa Time. `change_percent` is against the same weekday last week."""

    day: date
    paid: Amount
    paid_orders: int
    same_weekday_last_week: Amount
    change_percent: int | None
    orders_to_pack: int
    orders_awaiting_payment: int
    chats_waiting: int
    low_stock: list[LowStock]


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


class CustomerCard(_Answer):
    """A customer as far as she may be shown; nothing personal is left once she is forgotten."""

    id: UUID
    name: str | None
    phone: str | None
    forgotten: bool


class ConversationRow(_Answer):
    """One customer's chat in the list. `unread` counts her messages that nobody has answered."""

    id: UUID
    customer: CustomerCard
    channel: str
    last_text: str | None
    last_side: Side
    last_kind: str
    last_at: datetime
    unread: int
    needs_person: bool
    reason: str | None


class ProductCard(_Answer):
    """A piece that was shown in a message, with the price of that moment."""

    product: UUID
    rank: int
    title: str
    price: Amount
    picture: str | None


class ChatMessage(_Answer):
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


class OrderStatus(StrEnum):
    """How far an order has come."""

    AWAITING_PAYMENT = "awaiting-payment"
    PAID = "paid"
    PACKED = "packed"
    WITH_COURIER = "with-courier"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    REFUND_DUE = "refund-due"
    REFUNDED = "refunded"


class OrderRow(_Answer):
    """An order in the list."""

    id: UUID
    number: str
    customer: CustomerCard
    status: OrderStatus
    total: Amount
    pieces: int
    first_title: str
    delivery_area: str
    placed_at: datetime
    paid_at: datetime | None


class Conversation(_Answer):
    """A chat, oldest message first. `older_cursor` fetches what came before."""

    id: UUID
    customer: CustomerCard
    channel: str
    needs_person: bool
    reason: str | None
    messages: list[ChatMessage]
    older_cursor: str | None
    orders: list[OrderRow]


class OrderedPiece(_Answer):
    """A line of an order, at the price agreed."""

    product: UUID
    variant: UUID
    title: str
    size: str
    quantity: int
    unit_price: Amount
    total: Amount
    picture: str | None


class PaymentAttempt(_Answer):
    """One prompt to the customer's phone, and what became of it."""

    attempt: int
    state: str
    reason: str | None
    at: datetime


class PaymentCard(_Answer):
    """The payment of an order."""

    id: UUID
    state: str
    provider: str
    requested: Amount
    received: Amount
    receipt: str | None
    attempts: list[PaymentAttempt]


class OrderStep(StrEnum):
    """What a person of the shop can do with an order now."""

    PACK = "pack"
    COURIER = "courier"
    DELIVER = "deliver"
    CANCEL = "cancel"


class Order(_Answer):
    """One order, whole. `steps` are those that make sense in its status."""

    id: UUID
    number: str
    customer: CustomerCard
    conversation: UUID
    status: OrderStatus
    lines: list[OrderedPiece]
    delivery_area: str
    delivery_fee: Amount
    total: Amount
    address: str | None
    paying_number: str | None
    courier: str | None
    tracking: str | None
    cancel_reason: str | None
    payment: PaymentCard | None
    placed_at: datetime
    pay_until: datetime
    paid_at: datetime | None
    packed_at: datetime | None
    handed_over_at: datetime | None
    delivered_at: datetime | None
    steps: list[OrderStep]


class HistoryEntry(_Answer):
    """A fact of the order's history in plain words, with its place in the log."""

    position: int
    stream: str
    version: int
    topic: str
    title: str
    detail: str | None
    at: datetime
    actor: Actor
    command: UUID
    correlation: UUID


class History(_Answer):
    """An order's whole history across all streams. `chain_verified` is False if the log was tampered with."""

    order: UUID
    number: str
    entries: list[HistoryEntry]
    chain_verified: bool
    verified_to: int


class CourierHandover(BaseModel):
    """Who takes the parcel."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    courier: str = Field(min_length=1, max_length=80)
    tracking: str | None = Field(default=None, max_length=80)


class StepDone(_Answer):
    """The order after a step; its lists follow within moments."""

    order: UUID
    status: OrderStatus


class SizeStock(_Answer):
    """What is there of one size."""

    variant: UUID
    size: str
    on_hand: int
    reserved: int
    available: int
    low: bool


class ProductRow(_Answer):
    """A piece of the catalogue, with its stock per size."""

    id: UUID
    sku: str
    title: str
    title_sw: str
    price: Amount
    garment: Garment
    colours: list[Colour]
    pattern: Pattern
    picture: str | None
    archived: bool
    available: int
    sizes: list[SizeStock]


class SalesDay(_Answer):
    """What was paid on one day in East Africa."""

    day: date
    orders: int
    pieces: int
    paid: Amount


class Sales(_Answer):
    """Sales by day, oldest first, days without sales included."""

    days: list[SalesDay]
    orders: int
    paid: Amount


class TopProduct(_Answer):
    """A piece by what it sold."""

    product: UUID
    title: str
    picture: str | None
    pieces: int
    paid: Amount


class TopProducts(_Answer):
    """The pieces that sold best."""

    days: int
    products: list[TopProduct]


class Funnel(_Answer):
    """How many customers came how far in the days asked for."""

    days: int
    shown: int
    carted: int
    prompted: int
    paid: int


class ResponseTime(_Answer):
    """How long customers waited for the first answer. Units: seconds; None where nobody wrote."""

    days: int
    answered: int
    unanswered: int
    median_seconds: float | None
    p90_seconds: float | None


class ModelLag(_Answer):
    """How far one read model is behind the log. `fault` says what stopped it."""

    name: str
    position: int
    behind: int
    fault: str | None


class Lag(_Answer):
    """The boutique's log and all that follows it."""

    head: int
    models: list[ModelLag]


class LivePosition(_Answer):
    """An event of the live stream: what is visible now, and where the log stands."""

    visible: int
    head: int


class Problem(_Answer):
    """What went wrong, as application/problem+json. `cause` finds it in the log of the running system."""

    type: str
    title: str
    status: int
    detail: str | None = None
    cause: str


class Liveness(_Answer):
    """The process runs."""

    alive: bool


class ReadinessCheck(_Answer):
    """One thing that must hold before work is taken."""

    name: str
    ready: bool
    detail: str


class Readiness(_Answer):
    """Whether work can be taken now, and why not."""

    ready: bool
    checks: list[ReadinessCheck]
