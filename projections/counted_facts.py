"""Which facts the figures count, and how each is counted."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final, NamedTuple, TypeVar
from uuid import UUID

from pydantic import BaseModel, TypeAdapter
from typing_extensions import TypedDict

from domain.cart.events import CartItemAdded, CartOpened
from domain.conversation.events import (
    ConversationOpened,
    HandedToPerson,
    MessageReceived,
    NothingFound,
    PiecesShown,
    ReplyComposed,
    StaffReplied,
)
from domain.fact import Fact, Recorded
from domain.identity import subject_of
from domain.order.events import PAID_TOO_LATE, OrderPaid, OrderPlaced, OrderRefundDeclined, RefundDue
from domain.payment.events import PaymentRequested, PromptStarted
from domain.stock.events import StockAdjusted, StockReceived, StockReturned, StockSold
from projections.counted_costs import COSTS, Count, news_in
from projections.counted_parcels import PARCELS, parcels_in
from projections.sales import day_of
from projections.tallies import (
    AGENT,
    PERSON,
    ChatRow,
    LinkRow,
    Loads,
    OrderRow,
    Step,
    Tallies,
)


class Place(NamedTuple):
    """A fact of which only its kind, place and time are asked: it need not be read to be counted."""

    topic: str
    stream: str
    position: int
    at: datetime


class Line(TypedDict):
    """What an open order keeps of a line. Units: cents."""

    product: str
    size: str
    pieces: int
    cents: int


_LINES: Final = TypeAdapter(list[Line])
_COUNTS: Final[dict[str, Count]] = {**COSTS, **PARCELS}
F = TypeVar("F", bound=Count)


def _counts(*facts: type[Fact]) -> Callable[[F], F]:
    def register(count: F) -> F:
        _COUNTS.update(dict.fromkeys((fact.TOPIC for fact in facts), count))
        return count

    return register


def take(tallies: Tallies, happened: Recorded[Any] | Place) -> None:
    """Count a fact; those that are not in TOPICS count for nothing."""
    utc = happened.at.astimezone(UTC).replace(tzinfo=None)
    if isinstance(happened, Place):
        _COUNTS[happened.topic](tallies, subject_of(happened.stream), utc, None)
        return
    count = _COUNTS.get(happened.fact.TOPIC)
    if count is not None:
        count(tallies, subject_of(happened.originator_id), utc, happened.fact)


def load(tallies: Tallies, facts: Sequence[Recorded[Any] | Place], rows: Loads) -> None:
    """Have every row at hand that these facts are counted with."""
    read = [happened.fact for happened in facts if isinstance(happened, Recorded)]
    subjects = {subject_of(_stream(happened)) for happened in facts}
    tallies.links.load(subjects, rows)
    targets = {link.target for link in tallies.links.rows.values()}
    tallies.orders.load({*subjects, *targets, *_named(read, "order")}, rows)
    orders = list(tallies.orders.rows.values())
    customers = {*targets, *_named(read, "customer"), *(order.customer for order in orders)}
    tallies.buyers.load(customers, rows)
    newest = (buyer.chat for buyer in tallies.buyers.rows.values())
    ordered = (order.chat for order in orders)
    tallies.chats.load({*subjects, *_named(read, "conversation"), *newest, *ordered}, rows)
    lines = [line for fact in read if isinstance(fact, OrderPlaced) for line in fact.lines]
    tallies.pieces.load({*targets, *_named(read, "product"), *_named(lines, "product")}, rows)
    tallies.bills.load({*_named(read, "reply"), *news_in(facts)}, rows)
    tallies.parcels.load(parcels_in(facts), rows)


def _stream(happened: Recorded[Any] | Place) -> str:
    return happened.stream if isinstance(happened, Place) else happened.originator_id


def _named(things: Iterable[BaseModel], name: str) -> set[UUID]:
    return {getattr(thing, name) for thing in things if _has(type(thing), name)}


@cache
def _has(kind: type[BaseModel], name: str) -> bool:
    return name in kind.model_fields


@_counts(ConversationOpened)
def _opened(tallies: Tallies, chat: UUID, at: datetime, fact: ConversationOpened) -> None:
    tallies.open_chat(chat, fact.customer, fact.channel, at)


@_counts(MessageReceived)
def _wrote(tallies: Tallies, chat: UUID, at: datetime, _: None) -> None:
    def first(row: ChatRow) -> None:
        row.wrote_at = row.wrote_at or at

    tallies.change_chat(chat, first)


@_counts(ReplyComposed)
def _answered(tallies: Tallies, chat: UUID, at: datetime, fact: ReplyComposed) -> None:
    """A notice answers nobody."""
    if fact.answers:
        tallies.add(day_of(at), "replies", AGENT, n=1)
        tallies.change_chat(chat, lambda row: _first_answer(row, at))


@_counts(StaffReplied)
def _replied(tallies: Tallies, chat: UUID, at: datetime, _: None) -> None:
    def by_hand(row: ChatRow) -> None:
        row.person = True
        _first_answer(row, at)

    tallies.add(day_of(at), "replies", PERSON, n=1)
    tallies.change_chat(chat, by_hand)


def _first_answer(row: ChatRow, at: datetime) -> None:
    if row.wrote_at is not None:
        row.answered_at = row.answered_at or at


@_counts(HandedToPerson)
def _handed(tallies: Tallies, chat: UUID, _: datetime, __: None) -> None:
    def by_hand(row: ChatRow) -> None:
        row.person = True

    tallies.change_chat(chat, by_hand)


@_counts(PiecesShown)
def _shown(tallies: Tallies, chat: UUID, _: datetime, __: None) -> None:
    tallies.reach(chat, Step.SHOWN)


@_counts(NothingFound)
def _missed(tallies: Tallies, _: UUID, at: datetime, fact: NothingFound) -> None:
    tallies.add(day_of(at), "missed", " ".join(fact.wanted), n=1)


@_counts(CartOpened)
def _took_cart(tallies: Tallies, cart: UUID, _: datetime, fact: CartOpened) -> None:
    tallies.links.put(LinkRow(cart, fact.customer))


@_counts(CartItemAdded)
def _carted(tallies: Tallies, cart: UUID, _: datetime, __: None) -> None:
    link = tallies.links.get(cart)
    tallies.reach(tallies.chat_of(link.target if link else None), Step.CARTED)


@_counts(OrderPlaced)
def _placed(tallies: Tallies, order: UUID, _: datetime, fact: OrderPlaced) -> None:
    lines = [
        Line(
            product=str(line.product),
            size=line.size.label,
            pieces=line.quantity,
            cents=line.total.cents,
        )
        for line in fact.lines
    ]
    for line in fact.lines:
        tallies.piece(line.product).title = line.title
    kept = _LINES.dump_json(lines).decode()
    tallies.orders.put(OrderRow(order, fact.customer, fact.conversation, kept))


@_counts(PaymentRequested)
def _asked(tallies: Tallies, payment: UUID, _: datetime, fact: PaymentRequested) -> None:
    tallies.links.put(LinkRow(payment, fact.order))


@_counts(PromptStarted)
def _prompted(tallies: Tallies, payment: UUID, _: datetime, __: None) -> None:
    link = tallies.links.get(payment)
    order = tallies.orders.get(link.target if link else None)
    tallies.reach(order.chat if order else None, Step.PROMPTED)


@_counts(OrderPaid)
def _paid(tallies: Tallies, order_id: UUID, at: datetime, fact: OrderPaid) -> None:
    """The one that was placed and not counted yet."""
    order = tallies.orders.get(order_id)
    if order is None:
        return
    tallies.orders.drop(order_id)
    day, lines = day_of(at), _LINES.validate_json(order.lines)
    for line in lines:
        tallies.add(day, "product", line["product"], 1, line["pieces"], line["cents"])
        tallies.add(day, "size", line["size"], 1, line["pieces"], line["cents"])
    month, buyer = f"{day:%Y-%m}", tallies.buyer(order.customer)
    who = "again" if buyer.orders else "new"
    tallies.add(day, "sale", who, 1, sum(line["pieces"] for line in lines), fact.amount.cents)
    buyer.first = buyer.first or month
    if buyer.last != month:
        tallies.add(day.replace(day=1), "cohort", buyer.first, n=1)
    buyer.orders, buyer.last = buyer.orders + 1, month
    tallies.reach(order.chat, Step.PAID, fact.amount.cents)


@_counts(RefundDue)
def _owed(tallies: Tallies, _: UUID, at: datetime, fact: RefundDue) -> None:
    """Of what was counted as paid: money that came on top or too late never was."""
    if not fact.keeps_order and fact.reason != PAID_TOO_LATE:
        tallies.add(day_of(at), "back", "sale", amount=fact.amount.cents)


@_counts(OrderRefundDeclined)
def _kept(tallies: Tallies, _: UUID, at: datetime, fact: OrderRefundDeclined) -> None:
    if not fact.keeps_order and fact.owed_for != PAID_TOO_LATE:
        tallies.add(day_of(at), "back", "sale", amount=-fact.amount.cents)


@_counts(StockReceived)
def _came(tallies: Tallies, variant: UUID, at: datetime, fact: StockReceived) -> None:
    tallies.links.put(LinkRow(variant, fact.product))
    _move(tallies, variant, at, "came", fact.quantity)


@_counts(StockSold)
def _went(tallies: Tallies, variant: UUID, at: datetime, fact: StockSold) -> None:
    _move(tallies, variant, at, "went", -fact.quantity)


@_counts(StockReturned)
def _returned(tallies: Tallies, variant: UUID, at: datetime, fact: StockReturned) -> None:
    _move(tallies, variant, at, "corrected", fact.quantity)


@_counts(StockAdjusted)
def _adjusted(tallies: Tallies, variant: UUID, at: datetime, fact: StockAdjusted) -> None:
    _move(tallies, variant, at, "corrected", fact.change)


def _move(tallies: Tallies, variant: UUID, at: datetime, kind: str, change: int) -> None:
    link = tallies.links.get(variant)
    if link is not None:
        tallies.piece(link.target).on_hand += change
        tallies.add(day_of(at), kind, str(link.target), n=1, pieces=change)


TOPICS: Final = tuple(sorted(_COUNTS))
"""The facts that count; a follower need not read the others."""

PLACES: Final = frozenset(
    fact.TOPIC
    for fact in (PiecesShown, CartItemAdded, PromptStarted, MessageReceived, StaffReplied, HandedToPerson)
)
"""Of these only their place is asked."""
