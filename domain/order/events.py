"""What happens to an order."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Final

from pydantic import BaseModel, ConfigDict, Field

from domain.clothing import Garment
from domain.fact import Fact
from domain.identity import ConversationId, CustomerId, PaymentId, ProductId, VariantId
from domain.money import Money
from domain.sealed import Sealed
from domain.sizes import Size

PAID_TOO_LATE: Final = "paid-too-late"
"""Why money goes back that came when the pieces were gone: it never paid for anything."""


class OrderLine(BaseModel):
    """One piece of an order, at the price agreed. `list_price` is what it costs without her discount."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    variant: VariantId
    product: ProductId
    title: str
    garment: Garment
    size: Size
    unit_price: Money
    quantity: int = Field(gt=0)
    list_price: Money | None = None

    @property
    def total(self) -> Money:
        """What this line costs."""
        return self.unit_price * self.quantity

    @property
    def list_total(self) -> Money:
        """What this line would cost without a discount."""
        return (self.list_price or self.unit_price) * self.quantity


class CancelReason(StrEnum):
    """Why an order was given up."""

    CUSTOMER = "customer"
    OWNER = "owner"
    OUT_OF_STOCK = "out-of-stock"
    REPLACED = "replaced"
    """She ordered anew before she paid."""


class TakeBackReason(StrEnum):
    """Why pieces of a paid order, or some of its money, go back."""

    RETURNED = "returned"
    """She did not want it, or it did not fit."""
    FAULTY = "faulty"
    MISSING = "missing"
    """It could not be sent, or was not in the parcel."""
    GOODWILL = "goodwill"


class PiecesOf(BaseModel):
    """So many pieces of one variant."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    variant: VariantId
    quantity: int = Field(gt=0)


class OrderPlaced(Fact):
    """A customer ordered: what, for how much, and where it goes.

    `number` is what people say on the phone, such as DK-7F3K9. `pay_until` is when held pieces go back.
    `discount_percent` was taken off the pieces' list prices, and is in the total already.
    """

    TOPIC: ClassVar = "order-placed.v1"
    number: str
    customer: CustomerId
    conversation: ConversationId
    lines: tuple[OrderLine, ...] = Field(min_length=1)
    delivery_area: str
    delivery_fee: Money
    total: Money
    address: Sealed
    paying_number: Sealed
    payment: PaymentId
    pay_until: datetime
    discount_percent: int = Field(default=0, ge=0, le=90)


class OrderPaid(Fact):
    """The money for the whole order is there. `receipt` may become known later."""

    TOPIC: ClassVar = "order-paid.v1"
    payment: PaymentId
    amount: Money
    receipt: str | None


class OrderPacked(Fact):
    """The pieces are packed."""

    TOPIC: ClassVar = "order-packed.v1"


class OrderHandedToCourier(Fact):
    """The parcel is on its way. `link` is where the customer can follow it."""

    TOPIC: ClassVar = "order-handed-to-courier.v1"
    courier: str
    tracking: str | None = None
    link: str | None = None

    @property
    def way(self) -> str:
        """Who takes it, by which code, and where that can be followed, in one line."""
        return " ".join(filter(None, (self.courier, self.tracking, self.link)))


class OrderDelivered(Fact):
    """The customer has her parcel."""

    TOPIC: ClassVar = "order-delivered.v1"


class OrderPiecesTakenBack(Fact):
    """Some pieces of a paid order are the shop's again: she returned them, or they never left.

    `on_shelf` says whether they can be sold again.
    """

    TOPIC: ClassVar = "order-pieces-taken-back.v1"
    pieces: tuple[PiecesOf, ...] = Field(min_length=1)
    reason: TakeBackReason
    on_shelf: bool

    @property
    def quantity(self) -> int:
        """How many pieces they are."""
        return sum(back.quantity for back in self.pieces)


class OrderCancelled(Fact):
    """The order was given up before it was paid."""

    TOPIC: ClassVar = "order-cancelled.v1"
    reason: CancelReason


class OrderExpired(Fact):
    """Nobody paid in time."""

    TOPIC: ClassVar = "order-expired.v1"


class RefundDue(Fact):
    """Money must go back: paid too late, too much, or for what could not be delivered.

    With `keeps_order` the order stands all the same, as when it was paid twice.
    """

    TOPIC: ClassVar = "order-refund-due.v1"
    amount: Money
    reason: str
    keeps_order: bool = False


class OrderRefunded(Fact):
    """Money went back. `reference` is the neighbour's."""

    TOPIC: ClassVar = "order-refunded.v1"
    amount: Money
    reference: str


class OrderRefundDeclined(Fact):
    """A person said that money which was due stays with the shop, and why; it may fall due anew.

    `refund` is the payment's number of it, `owed_for` why it had been due; with `keeps_order` it had come on
    top of the order's own.
    """

    TOPIC: ClassVar = "order-refund-declined.v1"
    refund: int = Field(ge=1)
    amount: Money
    declined_by: str
    reason: str = ""
    keeps_order: bool = False
    owed_for: str = ""


class OrderRated(Fact):
    """She said how happy she is with it, from one star to five; the newest word counts."""

    TOPIC: ClassVar = "order-rated.v1"
    stars: int = Field(ge=1, le=5)


class OwnerTold(Fact):
    """The owner's phone has been told of the paid order."""

    TOPIC: ClassVar = "order-owner-told.v1"
    provider_id: str
