"""Orders, and how a person of the shop moves them on."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from domain.cart.cart import MOST_LINES, MOST_OF_A_PIECE
from domain.order.events import TakeBackReason
from interfaces.http.schemas.answers import MOST_CENTS, Amount, Answer
from interfaces.http.schemas.people import CustomerCard


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
    NOT_REFUNDED = "not-refunded"
    """It was given up, and a person said that its money stays."""


class OrderRow(Answer):
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


class OrderedPiece(Answer):
    """A line of an order, at the price agreed, and at the list price that was before her discount.

    `taken_back` counts the pieces that are the shop's again.
    """

    product: UUID
    variant: UUID
    title: str
    size: str
    quantity: int
    unit_price: Amount
    total: Amount
    list_price: Amount
    list_total: Amount
    taken_back: int
    picture: str | None


class PaymentAttempt(Answer):
    """One prompt to the customer's phone, and what became of it.

    `code` is the provider's own, for which the page has words; `reason` is what it says itself.
    """

    attempt: int
    state: str
    code: str | None
    reason: str | None
    at: datetime


class PaymentCard(Answer):
    """The payment of an order."""

    id: UUID
    state: str
    provider: str
    requested: Amount
    received: Amount
    receipt: str | None
    attempts: list[PaymentAttempt]


class KeptMoney(Answer):
    """Money that somebody wished back, and that a person of the shop kept; it can be asked for again.

    `reason` is why it should have gone back, `kept_for` why it stays.
    """

    payment: UUID
    refund: int
    amount: Amount
    reason: str
    kept_by: str
    kept_for: str | None
    at: datetime


class OrderStep(StrEnum):
    """What a person of the shop can do with an order now."""

    PACK = "pack"
    COURIER = "courier"
    DELIVER = "deliver"
    CANCEL = "cancel"
    TAKE_BACK = "take-back"


class Order(Answer):
    """One order, whole. `steps` are those that make sense in its status.

    Shape: `discount` is what was taken off the list prices; `total` is without it. `going_back` is what must
    still go back to her, `gone_back` what did; `may_go_back` is what of the order's own money can still fall
    due.
    """

    id: UUID
    number: str
    customer: CustomerCard
    conversation: UUID
    status: OrderStatus
    lines: list[OrderedPiece]
    delivery_area: str
    delivery_fee: Amount
    discount: Amount | None
    total: Amount
    address: str | None
    paying_number: str | None
    courier: str | None
    tracking: str | None
    tracking_link: str | None
    cancel_reason: str | None
    payment: PaymentCard | None
    kept: list[KeptMoney]
    placed_at: datetime
    pay_until: datetime
    paid_at: datetime | None
    packed_at: datetime | None
    handed_over_at: datetime | None
    delivered_at: datetime | None
    going_back: Amount
    gone_back: Amount
    may_go_back: Amount
    steps: list[OrderStep]


class CourierHandover(BaseModel):
    """Who takes the parcel."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    courier: str = Field(min_length=1, max_length=80)
    tracking: str | None = Field(default=None, max_length=80)
    link: str | None = Field(default=None, max_length=300, pattern=r"^https://[^\s<>\"']+$")


class PiecesBack(BaseModel):
    """How many pieces of one line come back."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    variant: UUID
    quantity: int = Field(ge=1, le=MOST_OF_A_PIECE)


class TakingBack(BaseModel):
    """Which pieces of a paid order come back, and how much money goes back for them: one of them at least.

    Units: `refund` is cents, in whole shillings, as M-Pesa moves no others.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    pieces: list[PiecesBack] = Field(default=[], max_length=MOST_LINES)
    refund: int = Field(ge=0, le=MOST_CENTS, multiple_of=100)
    reason: TakeBackReason
    on_shelf: bool = False

    @model_validator(mode="after")
    def _takes_something_back(self) -> "TakingBack":
        if not self.pieces and not self.refund:
            raise ValueError("nothing comes back and nothing goes back")
        if len({piece.variant for piece in self.pieces}) < len(self.pieces):
            raise ValueError("a line is named twice")
        return self


class StepDone(Answer):
    """The order after a step; its lists follow within moments."""

    order: UUID
    status: OrderStatus
