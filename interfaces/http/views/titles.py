"""Facts in plain words, for owners and auditors. Nothing personal: that stays sealed in the fact."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from domain.boutique import events as shop
from domain.cart import events as cart
from domain.conversation import events as talk
from domain.customer import events as customer
from domain.deposit import events as deposit
from domain.fact import Fact
from domain.notebook import events as notebook
from domain.order import events as order
from domain.payment import events as payment
from domain.product import events as piece
from domain.stock import events as stock


class Told(NamedTuple):
    """A fact in a few words, and what is particular about it."""

    title: str
    detail: str | None = None


_Words = tuple[str, Callable[[Any], str | None] | None]

_IN_WORDS: Final[dict[type[Fact], _Words]] = {
    talk.ConversationOpened: ("A chat began", lambda f: f.channel),
    talk.MessageReceived: ("The customer wrote", lambda f: f.kind.value),
    talk.PhotoSeen: ("A photo was looked at", lambda f: f.kind.value if f.kind else "kind not sure"),
    talk.PhotoRejected: ("A photo could not be read", lambda f: f.reason),
    talk.MessageUnderstood: ("The message was understood", lambda f: f"{f.intent} ({f.confidence:.0%})"),
    talk.PiecesShown: ("Pieces were shown", lambda f: f"{len(f.pieces)} by {f.by}"),
    talk.NothingFound: ("Nothing like it was found", lambda f: ", ".join(f.wanted) or None),
    talk.SizeAdvised: ("A size was advised", lambda f: f"{f.size.label if f.size else 'none'}: {f.reason}"),
    talk.QuestionAsked: ("The shop asked", lambda f: f.question.value.replace("_", " ")),
    talk.ReplyComposed: ("A reply was written", lambda f: f.intent),
    talk.NoReplyNeeded: ("No reply was needed", lambda f: f.reason),
    talk.ReplySent: ("The reply was sent", None),
    talk.ReplyDelivered: ("The reply arrived", None),
    talk.ReplyRead: ("The customer read the reply", None),
    talk.ReplyFailed: ("The reply did not arrive", lambda f: f.reason),
    talk.NoticeOwed: ("The customer is to be told", lambda f: f.kind.value.replace("-", " ")),
    talk.NoticeWithheld: (
        "The customer could not be told",
        lambda f: f"{f.kind.value.replace('-', ' ')}: {f.reason.replace('-', ' ')}",
    ),
    talk.HandedToPerson: ("A person took over", lambda f: f.reason.value.replace("-", " ")),
    talk.ReturnedToAgent: ("The agent answers again", None),
    talk.StaffReplied: ("The shop wrote to the customer", None),
    cart.CartOpened: ("The customer took a cart", None),
    cart.CartItemAdded: (
        "A piece went into the cart",
        lambda f: f"{f.quantity} × {f.title}, {f.size.label}, {f.unit_price}",
    ),
    cart.CartQuantityChanged: ("The quantity was changed", lambda f: str(f.quantity)),
    cart.CartItemRepriced: ("A piece in the cart costs another price now", lambda f: str(f.unit_price)),
    cart.CartItemRemoved: ("A piece was taken out of the cart", None),
    cart.CartEmptied: ("The cart was emptied", None),
    cart.CartCheckedOut: ("The cart became an order", None),
    order.OrderPlaced: ("The order was placed", lambda f: f"{f.number}, {f.total}"),
    order.OrderPaid: ("The order is paid", lambda f: f"{f.amount}{_receipt(f.receipt)}"),
    order.OrderPacked: ("The order is packed", None),
    order.OrderHandedToCourier: ("A courier took the parcel", lambda f: f.courier),
    order.OrderDelivered: ("The customer has her parcel", None),
    order.OrderCancelled: ("The order was cancelled", lambda f: f.reason.value.replace("-", " ")),
    order.OrderExpired: ("Nobody paid in time", None),
    order.RefundDue: ("Money must go back", lambda f: f"{f.amount}: {f.reason}"),
    order.OrderRefunded: ("The order was refunded", lambda f: f"{f.amount}, {f.reference}"),
    order.OrderRated: ("She said how she likes it", lambda f: f"{f.stars} of 5"),
    order.OwnerTold: ("The owner was told", None),
    payment.PaymentRequested: ("Money was asked for", lambda f: f"{f.amount} to {f.shortcode}"),
    payment.PromptStarted: ("A payment prompt was started", lambda f: f"attempt {f.attempt}"),
    payment.PromptAccepted: ("The phone is ringing", lambda f: f"attempt {f.attempt}"),
    payment.PromptRefused: ("The prompt was not sent", lambda f: f.reason),
    payment.PromptUncertain: ("Nobody knows whether the prompt was sent", lambda f: f.reason),
    payment.PromptFailed: ("The prompt brought no money", lambda f: f"{f.reason} ({f.code})"),
    payment.PromptUnresolved: ("The prompt was never answered", lambda f: f"attempt {f.attempt}"),
    payment.MoneyReceived: (
        "Money came in",
        lambda f: f"{f.amount}{_receipt(f.receipt)}, by {f.source.value}",
    ),
    payment.ReceiptLearned: ("The receipt became known", lambda f: f.receipt),
    payment.PaymentCompleted: ("The whole amount is there", lambda f: str(f.amount)),
    payment.MoneyUnallocated: ("Money came that settles nothing", lambda f: f"{f.amount}: {f.reason}"),
    payment.EvidenceContradicted: ("Evidence contradicts what is known", lambda f: f"{f.reason} ({f.code})"),
    payment.PaymentCancelled: ("The payment was cancelled", lambda f: f.reason),
    payment.RefundRequested: ("A refund was asked for", lambda f: f"{f.amount}: {f.reason}"),
    payment.RefundDeclined: ("The refund was declined", lambda f: f"by {f.declined_by}"),
    payment.RefundStarted: ("A refund was approved", lambda f: f"{f.amount}, by {f.approved_by}"),
    payment.RefundAccepted: ("The refund is on its way", lambda f: f.reference),
    payment.RefundUncertain: ("Nobody knows whether the refund was sent", lambda f: f.reason),
    payment.RefundFailed: ("The refund moved no money", lambda f: f"{f.reason} ({f.code})"),
    payment.MoneyRefunded: ("Money went back", lambda f: f"{f.amount}, {f.reference}"),
    deposit.DepositReceived: ("Money came into the account", lambda f: f"{f.amount}, receipt {f.receipt}"),
    deposit.DepositClaimed: ("The money was counted for a payment", None),
    deposit.DepositSetAside: ("The money waits for a person", lambda f: f.reason),
    deposit.DepositReturned: ("The money was given back", lambda f: f"{f.note}, by {f.returned_by}"),
    piece.ProductListed: ("The piece came into the shop", lambda f: f"{f.listing.title}, {f.price}"),
    piece.ListingRewritten: ("The piece was described anew", lambda f: f.listing.title),
    piece.PriceChanged: ("The price was changed", lambda f: str(f.price)),
    piece.SizeChartMeasured: ("The sizes were measured anew", None),
    piece.VariantAdded: ("A size was added", lambda f: f.size.label),
    piece.PhotoAdded: ("A photo was added", None),
    piece.PhotoRemoved: ("A photo was taken away", None),
    piece.PhotoPutFirst: ("A photo was put first", None),
    piece.LowStockLevelLifted: ("How it sells says when it runs out", None),
    piece.LowStockLevelSet: ("The low-stock level was set", lambda f: str(f.level)),
    piece.ArrivalMarked: ("It was marked as new in", lambda f: f"until {f.until:%d %b}"),
    piece.ArrivalUnmarked: ("The mark as new in ended", None),
    piece.ProductArchived: ("The piece was taken out of the shop", None),
    piece.ProductRestored: ("The piece is offered again", None),
    stock.StockReceived: ("Pieces came in", lambda f: str(f.quantity)),
    stock.StockAdjusted: ("Stock was corrected", lambda f: f"{f.change:+}: {f.reason}"),
    stock.StockReserved: ("Pieces were held", lambda f: str(f.quantity)),
    stock.StockReleased: ("Held pieces went back", lambda f: f"{f.quantity}: {f.reason.value}"),
    stock.StockSold: ("Held pieces were sold", lambda f: str(f.quantity)),
    stock.StockReturned: ("Sold pieces came back", lambda f: str(f.quantity)),
    customer.CustomerMet: ("The customer wrote for the first time", None),
    customer.PurchaseRemembered: ("Her sizes were remembered", None),
    customer.PurchaseReturned: ("She gave pieces back", None),
    customer.AddressRemembered: ("Her address was remembered", None),
    customer.PayingNumberConfirmed: ("She confirmed the number she pays from", None),
    customer.SizeTold: ("She said what she wears", lambda f: f.size.label),
    customer.IdentifierLearned: ("A number or name of hers was learned", None),
    customer.NameLearned: ("Her name was learned", None),
    customer.LanguageChosen: ("She writes in another language", lambda f: f.language.value),
    customer.MeasurementsTold: ("She told her measurements", None),
    customer.MarketingAllowed: ("She wants to hear of offers", None),
    customer.MarketingStopped: ("She wants no offers", None),
    customer.ErasureRequested: ("She asked to be forgotten", None),
    customer.CustomerForgotten: ("She was forgotten", None),
    customer.CustomersMerged: ("Another record was joined to hers", None),
    notebook.NoteWritten: ("A note was written", None),
    notebook.NoteRemoved: ("A note was taken away", None),
    notebook.LabelPut: ("A label was put on her", None),
    notebook.LabelTaken: ("A label was taken off her", None),
    notebook.NotebookEmptied: ("Her notes and labels were emptied", None),
    shop.BoutiqueOpened: ("The shop opened", lambda f: f.name),
    shop.ProfileDescribed: ("The shop was described", lambda f: f.hours or None),
    shop.WhatsAppConnected: ("A WhatsApp number was connected", lambda f: f.display_number),
    shop.WhatsAppDisconnected: ("A WhatsApp number was disconnected", lambda f: f.display_number),
    shop.PaymentAccountConnected: ("A till was connected", lambda f: f"{f.provider} {f.shortcode}"),
    shop.PaymentAccountDisconnected: ("A till was disconnected", lambda f: f.provider),
    shop.OwnerRegistered: ("The owner's own phone was registered", None),
    shop.VoicePublished: ("The agent speaks in another way", lambda f: f"version {f.version}"),
    shop.LimitsSet: (
        "The agent's limits were set",
        lambda f: f"{f.order_limit}, {f.discount_percent} %",
    ),
    shop.BrainChosen: ("Another brain was chosen", lambda f: f"{f.brain.value} {f.model}".strip()),
    shop.BoutiqueClosed: ("The shop closed", lambda f: f.reason),
    shop.BoutiqueReopened: ("The shop opened again", None),
    customer.ServiceWindowOpened: ("A window of 24 hours opened", None),
}


def told(fact: Fact) -> Told:
    """The fact in plain words; one that nobody has worded yet is told by its own name."""
    title, detail = _IN_WORDS.get(type(fact), (_own_name(fact), None))
    return Told(title, detail(fact) if detail else None)


def _own_name(fact: Fact) -> str:
    return fact.TOPIC.rsplit(".", 1)[0].replace("-", " ").capitalize()


def _receipt(receipt: str | None) -> str:
    return f", receipt {receipt}" if receipt else ""
