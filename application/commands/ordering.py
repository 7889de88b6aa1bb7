"""What is asked of an order."""

from dataclasses import dataclass
from datetime import datetime

from application.commands.command import Command
from application.delivery import DeliveryAddress
from application.ways_to_pay import Way
from domain.identity import ConversationId, CustomerId, OrderId, PaymentId
from domain.money import Money
from domain.order.events import CancelReason, PiecesOf, TakeBackReason


@dataclass(frozen=True, slots=True)
class PlaceOrder(Command):
    """Turn her cart into an order, hold the pieces and prompt her phone: all of it, or nothing.

    `way` is how she wants to pay; None where her number decides.
    """

    order: OrderId
    customer: CustomerId
    conversation: ConversationId
    address: DeliveryAddress
    paying_number: str
    pay_until: datetime
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class SettleOrder(Command):
    """The money for an order is there."""

    order: OrderId
    payment: PaymentId
    amount: Money
    receipt: str | None


@dataclass(frozen=True, slots=True)
class PackOrder(Command):
    """The pieces are packed."""

    order: OrderId


@dataclass(frozen=True, slots=True)
class HandToCourier(Command):
    """The parcel leaves the shop."""

    order: OrderId
    courier: str
    tracking: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class DeliverOrder(Command):
    """The customer has her parcel."""

    order: OrderId


@dataclass(frozen=True, slots=True)
class CancelOrder(Command):
    """Give an order up; of a paid one, when the shop gives it up, the money falls due."""

    order: OrderId
    reason: CancelReason


@dataclass(frozen=True, slots=True)
class TakeBack(Command):
    """Pieces of a paid order are the shop's again, and this much money goes back for them.

    Shape: `pieces` name each variant once; either may be nothing. `on_shelf`: they can be sold again.
    """

    order: OrderId
    pieces: tuple[PiecesOf, ...]
    refund: Money
    reason: TakeBackReason
    on_shelf: bool


@dataclass(frozen=True, slots=True)
class RateOrder(Command):
    """Keep how happy this customer is with an order of hers."""

    customer: CustomerId
    order: OrderId
    stars: int


@dataclass(frozen=True, slots=True)
class ExpireOrder(Command):
    """Give up an order that nobody paid in time."""

    order: OrderId


@dataclass(frozen=True, slots=True)
class NoteOwnerTold(Command):
    """The owner's phone took the news of an order."""

    order: OrderId
    provider_id: str
