"""What is particular about a fact, as values: the page has the words for them, in the reader's language.

Nothing personal: that stays sealed in the fact.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from application.undoing import TAKEN_BACK
from domain.boutique import events as shop
from domain.cart import events as cart
from domain.conversation import events as talk
from domain.customer import events as customer
from domain.deposit import events as deposit
from domain.fact import Fact
from domain.order import events as order
from domain.payment import events as payment
from domain.product import events as piece
from domain.stock import events as stock
from interfaces.http.schemas.history import FactValue, ValueKind


def values_of(fact: Fact) -> list[FactValue]:
    """The values that the fact is told with; none where its name says all."""
    told = _TOLD.get(type(fact))
    return [each for each in told(fact) if each is not None] if told else []


_Told = Callable[[Any], tuple[FactValue | None, ...]]


def _text(name: str, value: object) -> FactValue | None:
    """A name, a number or money, the same in every language; nothing where it is not known."""
    told = "" if value is None else str(value)
    return FactValue(name=name, value=told, kind=ValueKind.TEXT) if told else None


def _code(name: str, value: str | None, quote: str | None = None) -> FactValue | None:
    """A word of our own rules, or a provider's code with what the provider itself says of it."""
    told = value or quote
    return FactValue(name=name, value=told, kind=ValueKind.CODE, quote=quote or None) if told else None


def _day(name: str, at: datetime) -> FactValue:
    return FactValue(name=name, value=at.isoformat(), kind=ValueKind.DAY)


def _texts(**fields: str) -> _Told:
    """Values read from the fact's own fields, which may lie within another."""
    return lambda fact: tuple(_text(name, _field(fact, path)) for name, path in fields.items())


def _codes(**fields: str) -> _Told:
    return lambda fact: tuple(_code(name, _field(fact, path)) for name, path in fields.items())


def _both(*told: _Told) -> _Told:
    return lambda fact: tuple(each for one in told for each in one(fact))


def _field(fact: Any, path: str) -> Any:
    for step in path.split("."):
        fact = getattr(fact, step) if fact is not None else None
    return fact


def _result(fact: Any) -> tuple[FactValue | None, ...]:
    return (_code("result", fact.code, fact.reason),)


_ATTEMPT: Final = _texts(attempt="attempt")
_QUANTITY: Final = _texts(quantity="quantity")
_AMOUNT: Final = _texts(amount="amount")
_WHY: Final = _codes(why="reason")
_PAID: Final = _texts(amount="amount", receipt="receipt")


def _understood(fact: talk.MessageUnderstood) -> tuple[FactValue | None, ...]:
    return _code("intent", fact.intent), _text("sure", round(fact.confidence * 100))


def _seen(fact: talk.PhotoSeen) -> tuple[FactValue | None, ...]:
    return (_code("garment", fact.kind.value if fact.kind else "unsure"),)


def _advised(fact: talk.SizeAdvised) -> tuple[FactValue | None, ...]:
    return _text("size", fact.size.label if fact.size else "–"), _code("fit", fact.reason)


def _placed(fact: order.OrderPlaced) -> tuple[FactValue | None, ...]:
    percent = fact.discount_percent or None
    return _text("number", fact.number), _text("total", fact.total), _text("percent", percent)


def _adjusted(fact: stock.StockAdjusted) -> tuple[FactValue | None, ...]:
    why = _code if fact.reason == TAKEN_BACK else _text
    return _text("change", f"{fact.change:+}"), why("adjusted", fact.reason)


_TALK: Final[Mapping[type[Fact], _Told]] = {
    talk.ConversationOpened: _codes(channel="channel"),
    talk.MessageReceived: _codes(message="kind.value"),
    talk.PhotoSeen: _seen,
    talk.PhotoRejected: _codes(photo="reason"),
    talk.MessageUnderstood: _understood,
    talk.PiecesShown: lambda f: (_text("count", len(f.pieces)), _code("by", f.by)),
    talk.NothingFound: lambda f: tuple(_code("wanted", each) for each in f.wanted),
    talk.SizeAdvised: _advised,
    talk.QuestionAsked: _codes(question="question.value"),
    talk.ReplyComposed: _codes(intent="intent"),
    talk.NoReplyNeeded: _codes(silence="reason"),
    talk.ReplyFailed: _result,
    talk.NoticeOwed: _codes(notice="kind.value"),
    talk.NoticeWithheld: _codes(notice="kind.value", silence="reason"),
    talk.HandedToPerson: _codes(handed="reason.value"),
}
_ORDER: Final[Mapping[type[Fact], _Told]] = {
    cart.CartItemAdded: _texts(quantity="quantity", title="title", size="size.label", price="unit_price"),
    cart.CartQuantityChanged: _QUANTITY,
    cart.CartItemRepriced: _texts(price="unit_price"),
    cart.CartDiscounted: _texts(percent="percent"),
    order.OrderPlaced: _placed,
    order.OrderPaid: _PAID,
    order.OrderHandedToCourier: _texts(courier="courier"),
    order.OrderCancelled: _codes(given_up="reason.value"),
    order.OrderPiecesTakenBack: _both(_QUANTITY, _codes(why="reason.value")),
    order.RefundDue: _both(_AMOUNT, _WHY),
    order.OrderRefundDeclined: _both(_AMOUNT, _both(_codes(person="declined_by"), _texts(note="reason"))),
    order.OrderRefunded: _texts(amount="amount", reference="reference"),
    order.OrderRated: _texts(stars="stars"),
}
_MONEY: Final[Mapping[type[Fact], _Told]] = {
    payment.PaymentRequested: _texts(amount="amount", shortcode="shortcode"),
    payment.PromptStarted: _ATTEMPT,
    payment.PromptAccepted: _ATTEMPT,
    payment.PromptRefused: _result,
    payment.PromptFailed: _result,
    payment.PromptUnresolved: _ATTEMPT,
    payment.MoneyReceived: _both(_PAID, _codes(source="source.value")),
    payment.ReceiptLearned: _texts(receipt="receipt"),
    payment.PaymentCompleted: _AMOUNT,
    payment.MoneyUnallocated: _both(_AMOUNT, _WHY),
    payment.EvidenceContradicted: _result,
    payment.PaymentCancelled: _codes(given_up="reason"),
    payment.RefundRequested: _both(_AMOUNT, _WHY),
    payment.RefundDeclined: _both(_codes(person="declined_by"), _texts(note="reason")),
    payment.RefundStarted: _both(_AMOUNT, _codes(person="approved_by")),
    payment.RefundAccepted: _texts(reference="reference"),
    payment.RefundFailed: _result,
    payment.MoneyRefunded: _texts(amount="amount", reference="reference"),
    deposit.DepositReceived: _PAID,
    deposit.DepositSetAside: _WHY,
    deposit.DepositReturned: _both(_texts(note="note"), _codes(person="returned_by")),
}
_GOODS: Final[Mapping[type[Fact], _Told]] = {
    piece.ProductListed: _texts(title="listing.title", price="price"),
    piece.ListingRewritten: _texts(title="listing.title"),
    piece.PriceChanged: _texts(price="price"),
    piece.VariantAdded: _texts(size="size.label"),
    piece.LowStockLevelSet: _texts(level="level"),
    piece.ArrivalMarked: lambda f: (_day("until", f.until),),
    stock.StockReceived: _QUANTITY,
    stock.StockAdjusted: _adjusted,
    stock.StockReserved: _QUANTITY,
    stock.StockReleased: _both(_QUANTITY, _codes(released="reason.value")),
    stock.StockSold: _QUANTITY,
    stock.StockReturned: _QUANTITY,
}
_RECORDS: Final[Mapping[type[Fact], _Told]] = {
    customer.SizeTold: _texts(size="size.label"),
    customer.LanguageChosen: _codes(language="language.value"),
    shop.BoutiqueOpened: _texts(name="name"),
    shop.ProfileDescribed: _texts(hours="hours"),
    shop.WhatsAppConnected: _texts(number="display_number"),
    shop.WhatsAppDisconnected: _texts(number="display_number"),
    shop.PaymentAccountConnected: _both(_codes(provider="provider"), _texts(shortcode="shortcode")),
    shop.PaymentAccountDisconnected: _codes(provider="provider"),
    shop.VoicePublished: _texts(version="version"),
    shop.LimitsSet: _texts(limit="order_limit", discount="discount_percent"),
    shop.BrainChosen: _both(_codes(brain="brain.value"), _texts(model="model")),
    shop.BoutiqueClosed: _texts(reason="reason"),
}
_TOLD: Final[Mapping[type[Fact], _Told]] = {**_TALK, **_ORDER, **_MONEY, **_GOODS, **_RECORDS}
