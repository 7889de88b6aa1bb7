"""The commands: what can be asked of a boutique, in the imperative.

Agent nodes, processes, the dashboard and the command line propose these; `execute` alone carries them out.
Personal values are plain here and are sealed before they become facts.
"""

from dataclasses import dataclass
from datetime import datetime

from application.delivery import DeliveryAddress
from application.look import Look
from domain.clothing import Garment
from domain.conversation.events import HandOverReason, NoticeKind, ShownPiece
from domain.conversation.question import Question
from domain.conversation.reply import Reply
from domain.customer.events import PurchasedPiece
from domain.identity import ConversationId, CustomerId, MessageId, OrderId, PaymentId, ProductId, VariantId
from domain.language import Language
from domain.money import Money
from domain.order.events import CancelReason
from domain.payment.events import MoneySource
from domain.product.events import Listing
from domain.sizes import Measurements, Size, SizeChart
from domain.stock.events import ReleaseReason


@dataclass(frozen=True, slots=True)
class Command:
    """Something asked of the boutique."""


# The catalogue and its stock.


@dataclass(frozen=True, slots=True)
class ListProduct(Command):
    """Offer a new piece."""

    product: ProductId
    sku: str
    listing: Listing
    price: Money
    chart: SizeChart


@dataclass(frozen=True, slots=True)
class AddVariant(Command):
    """Offer a piece in a size, with the pieces that came in of it."""

    product: ProductId
    variant: VariantId
    size: Size
    received: int


@dataclass(frozen=True, slots=True)
class AddPhoto(Command):
    """Show a piece by one more picture."""

    product: ProductId
    picture: str


@dataclass(frozen=True, slots=True)
class ChangePrice(Command):
    """Ask another price from now on."""

    product: ProductId
    price: Money


@dataclass(frozen=True, slots=True)
class ReceiveStock(Command):
    """Put pieces that came in on the shelf."""

    product: ProductId
    variant: VariantId
    quantity: int


@dataclass(frozen=True, slots=True)
class ReleaseStock(Command):
    """Put pieces held for an order back."""

    variant: VariantId
    order: OrderId
    reason: ReleaseReason


@dataclass(frozen=True, slots=True)
class SellStock(Command):
    """Let pieces that an order paid for go."""

    variant: VariantId
    order: OrderId
    quantity: int


# The customer.


@dataclass(frozen=True, slots=True)
class ChooseLanguage(Command):
    """Answer her in this tongue."""

    customer: CustomerId
    language: Language


@dataclass(frozen=True, slots=True)
class TellSize(Command):
    """Remember what she wears."""

    customer: CustomerId
    garment: Garment | None
    size: Size


@dataclass(frozen=True, slots=True)
class TellMeasurements(Command):
    """Remember her measurements."""

    customer: CustomerId
    measurements: Measurements


@dataclass(frozen=True, slots=True)
class RememberAddress(Command):
    """Remember where she wants it."""

    customer: CustomerId
    address: DeliveryAddress


@dataclass(frozen=True, slots=True)
class ConfirmPayingNumber(Command):
    """Remember the number she pays from."""

    customer: CustomerId
    phone: str


@dataclass(frozen=True, slots=True)
class RememberPurchase(Command):
    """Remember what she bought, for her next size."""

    customer: CustomerId
    order: OrderId
    pieces: tuple[PurchasedPiece, ...]


@dataclass(frozen=True, slots=True)
class StopMarketing(Command):
    """Send her no offers."""

    customer: CustomerId


@dataclass(frozen=True, slots=True)
class RequestErasure(Command):
    """Note that she wants to be forgotten."""

    customer: CustomerId


# The conversation.


@dataclass(frozen=True, slots=True)
class NoteUnderstanding(Command):
    """Keep how messages were understood, so that no replay asks a brain again."""

    conversation: ConversationId
    messages: tuple[MessageId, ...]
    intent: str
    confidence: float
    language: Language
    unknown_words: tuple[str, ...] = ()


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
class ReturnToAgent(Command):
    """Let the agent answer again."""

    conversation: ConversationId


@dataclass(frozen=True, slots=True)
class OweNotice(Command):
    """Tell her something that she did not ask for, once."""

    customer: CustomerId
    key: str
    kind: NoticeKind
    order: OrderId
    detail: str = ""


# The cart.


@dataclass(frozen=True, slots=True)
class AddToCart(Command):
    """Put a piece of a size into her cart."""

    customer: CustomerId
    product: ProductId
    variant: VariantId
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class ChangeQuantity(Command):
    """Want more or fewer of a piece."""

    customer: CustomerId
    variant: VariantId
    quantity: int


@dataclass(frozen=True, slots=True)
class RemoveFromCart(Command):
    """Take a piece out of her cart."""

    customer: CustomerId
    variant: VariantId


@dataclass(frozen=True, slots=True)
class EmptyCart(Command):
    """Take everything out of her cart."""

    customer: CustomerId


# The order and its money.


@dataclass(frozen=True, slots=True)
class PlaceOrder(Command):
    """Turn her cart into an order, hold the pieces and prompt her phone: all of it, or nothing."""

    order: OrderId
    customer: CustomerId
    conversation: ConversationId
    address: DeliveryAddress
    paying_number: str
    pay_until: datetime


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


@dataclass(frozen=True, slots=True)
class DeliverOrder(Command):
    """The customer has her parcel."""

    order: OrderId


@dataclass(frozen=True, slots=True)
class CancelOrder(Command):
    """Give an unpaid order up."""

    order: OrderId
    reason: CancelReason


@dataclass(frozen=True, slots=True)
class ExpireOrder(Command):
    """Give up an order that nobody paid in time."""

    order: OrderId


@dataclass(frozen=True, slots=True)
class NoteOwnerTold(Command):
    """The owner's phone took the news of an order."""

    order: OrderId
    provider_id: str


@dataclass(frozen=True, slots=True)
class StartPrompt(Command):
    """Ask her phone for the money of an order, again or for the first time."""

    payment: PaymentId
    paying_number: str


@dataclass(frozen=True, slots=True)
class AcceptPrompt(Command):
    """The neighbour took the prompt."""

    payment: PaymentId
    attempt: int
    checkout_id: str
    merchant_request_id: str


@dataclass(frozen=True, slots=True)
class RefusePrompt(Command):
    """The prompt was surely not sent."""

    payment: PaymentId
    attempt: int
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class DoubtPrompt(Command):
    """Nobody knows whether the prompt was sent."""

    payment: PaymentId
    attempt: int
    reason: str


@dataclass(frozen=True, slots=True)
class FailPrompt(Command):
    """The neighbour says that no money moved."""

    payment: PaymentId
    attempt: int
    code: str
    reason: str
    source: MoneySource


@dataclass(frozen=True, slots=True)
class GiveUpWaiting(Command):
    """No evidence came in all the time it could."""

    payment: PaymentId
    attempt: int


@dataclass(frozen=True, slots=True)
class ReceiveMoney(Command):
    """Evidence says that money came."""

    payment: PaymentId
    attempt: int
    amount: Money | None
    receipt: str | None
    source: MoneySource


@dataclass(frozen=True, slots=True)
class CancelPayment(Command):
    """The order does not want the money any more."""

    payment: PaymentId
    reason: str
