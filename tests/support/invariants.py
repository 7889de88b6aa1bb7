"""What must be true of a house whenever it is quiet, whatever was done to it.

I1 no shilling is lost or made up · I2 a receipt counts once, and a paid order has its money · I3 no order is
paid and given up · I4 stock is never less than nothing, at every prefix · I5 every accepted message has one
outcome, every reply one bubble, every attempt one prompt · I6 versions and positions have no gap · I7 every
read model is what its rebuild gives · I9 the chain verifies · and every figure on a phone is a true one, no
boutique shows another's word, and no customer meets the machine.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, TypeVar
from uuid import UUID

from psycopg import sql

from application.inbound import Inbound
from domain.boutique.events import ProfileDescribed
from domain.cart.cart import Cart, agreed_price
from domain.cart.events import CartDiscounted
from domain.conversation.events import (
    HandedToPerson,
    MessageReceived,
    NoReplyNeeded,
    ReplyComposed,
    StaffReplied,
)
from domain.fact import Aggregate, Fact, Recorded, fold
from domain.identity import OrderId, kind_of, subject_of
from domain.money import Money
from domain.order.events import (
    CancelReason,
    OrderCancelled,
    OrderExpired,
    OrderLine,
    OrderPaid,
    OrderPiecesTakenBack,
    OrderPlaced,
    RefundDue,
)
from domain.order.order import PAID_TOO_LATE, Order
from domain.payment.events import MoneyUnallocated, PaymentRequested, PromptRefused, PromptStarted
from domain.payment.payment import Payment
from domain.product.events import PriceChanged, ProductListed
from domain.stock.stock import Stock
from domain.subscription.ledger import RULES, commission_on, in_proportion
from domain.subscription.subscription import Subscription
from interfaces.demo.catalogue import Boutique
from interfaces.demo.seeding import SHARE
from interfaces.postgres.chain import verify
from interfaces.postgres.database import enter
from interfaces.read_models import read_models
from interfaces.sandbox.bubbles import shown_by
from interfaces.twilio.reading import read_item as twilio_item
from interfaces.whatsapp.reading import read_item as whatsapp_item
from projections.ledger_rows import ENTRIES
from tests.support.exchange import Shown
from tests.support.house import CANARIES, SHOPS, OpenHouse, account_of, id_of
from tests.support.tables import TABLES

A = TypeVar("A", bound=Aggregate)
DONE_AND_GONE: Final = {"due_work"}

_BY_SANDBOX: Final = {"mpesa", "paylink"}
"""Both ring the sandbox's M-Pesa; an exchange says itself whose prompts it has."""

_READERS: Final = {"whatsapp": whatsapp_item, "twilio": twilio_item}
_ROWS: Final = sql.SQL("SELECT to_jsonb(t) FROM dukani.{} t ORDER BY to_jsonb(t)::text")
_UNEVEN: Final = """
    SELECT entry FROM dukani.ledger_postings WHERE boutique_id = %s
     GROUP BY entry HAVING sum(debit) <> sum(credit)"""
_FIGURE: Final = re.compile(r"KSh ([\d,]+)")
_MACHINE: Final = re.compile(r"Traceback|Exception|\w+Error\b|\bNone\b|\bnull\b|[{}]|<[a-z]+ ")


@dataclass(frozen=True)
class Shop:
    """One boutique's log, folded in several ways."""

    house: OpenHouse
    demo: Boutique

    @cached_property
    def log(self) -> Sequence[Recorded[Fact]]:
        """All facts."""
        return self.house.facts(self.demo)

    @cached_property
    def streams(self) -> dict[str, list[Recorded[Fact]]]:
        """The facts by stream."""
        found: dict[str, list[Recorded[Fact]]] = defaultdict(list)
        for recorded in self.log:
            found[recorded.originator_id].append(recorded)
        return found

    def stories(self, kind: type[A]) -> dict[UUID, list[Fact]]:
        """The histories of all aggregates of a kind."""
        return {
            subject_of(stream): [each.fact for each in told]
            for stream, told in self.streams.items()
            if kind_of(stream) == kind.KIND
        }

    def all(self, kind: type[A]) -> dict[UUID, A]:
        """All aggregates of a kind as they stand."""
        return {identity: fold(kind(), story) for identity, story in self.stories(kind).items()}

    def told(self, *kinds: type[Fact]) -> list[Any]:
        """All facts of these kinds, in order."""
        return [recorded.fact for recorded in self.log if isinstance(recorded.fact, kinds)]


def check(house: OpenHouse) -> None:
    """Raises: AssertionError for the first thing that is not as it must be. The house must be quiet."""
    assert not house.troubles, house.troubles
    receipts: Counter[str] = Counter()
    for demo in SHOPS:
        shop = Shop(house, demo)
        _versions_have_no_gap(shop)
        _money_adds_up(shop)
        _paid_is_paid(shop)
        _stock_is_never_negative(shop)
        _every_message_has_one_outcome(shop)
        _everything_is_sent_once(shop)
        _one_cause_runs_through(shop)
        _rebuilt_is_live(shop)
        _shares_are_true(shop)
        _bubbles_are_true(shop)
        assert verify(house.home.database, id_of(demo)) is None
        for payment in shop.all(Payment).values():
            receipts.update(payment.takings.receipts.keys())
    assert all(times == 1 for times in receipts.values()), receipts


def _versions_have_no_gap(shop: Shop) -> None:
    assert [each.position for each in shop.log] == list(range(1, len(shop.log) + 1))
    for stream, told in shop.streams.items():
        assert [each.originator_version for each in told] == list(range(1, len(told) + 1)), stream
        assert stream.startswith(f"{id_of(shop.demo)}/")


def _money_adds_up(shop: Shop) -> None:
    payments, orders = shop.all(Payment), shop.all(Order)
    received = sum(payment.received.cents for payment in payments.values())
    paid = sum(fact.amount.cents for fact in shop.told(OrderPaid))
    late = sum(fact.amount.cents for fact in shop.told(RefundDue) if fact.reason == PAID_TOO_LATE)
    assert received == paid + late
    known = {receipt for payment in payments.values() for receipt in payment.takings.receipts}
    moved = shop.house.rows(
        "SELECT receipt FROM prompts WHERE code = '0' AND shortcode = ?", shop.demo.profile.payment.shortcode
    )
    receipts = [row["receipt"] for row in moved]
    receipts += [receipt for each in shop.house.exchanges for receipt in each.receipts(shop.demo)]
    unknown_receipts = [p for p in payments.values() if p.received.cents and not p.takings.receipts]
    lost = [receipt for receipt in receipts if receipt not in known]
    assert len(lost) <= len(unknown_receipts), lost
    for order in orders.values():
        assert order.refunded.cents <= order.paid.cents + order.due.cents + order.due_beside.cents


def _paid_is_paid(shop: Shop) -> None:
    payments, stock = shop.all(Payment), shop.all(Stock)
    for identity, story in shop.stories(Order).items():
        order = fold(Order(), story)
        paid_at = next((n for n, fact in enumerate(story) if isinstance(fact, OrderPaid)), None)
        given_up = any(isinstance(f, OrderCancelled | OrderExpired) for f in story[paid_at or len(story) :])
        assert not (paid_at is not None and given_up), story
        assert sum(isinstance(fact, OrderPaid) for fact in story) <= 1
        if order.payment and order.was_paid:
            assert not payments[order.payment].received < order.total
        for line in order.lines:
            held = identity in stock[line.variant].reservations
            sold = stock[line.variant].sold.get(OrderId(identity), 0)
            assert held == (order.status.value == "awaiting-payment"), order
            assert sold == (_gone(order, story, line) if order.was_paid else 0)


def _gone(order: Order, story: Sequence[Fact], line: OrderLine) -> int:
    """How many pieces of a paid line are not on the shelf: hers, or of no use to anybody."""
    owed = {fact.reason for fact in story if isinstance(fact, RefundDue)}
    hers = 0 if owed & set(CancelReason) else order.left_of(line.variant)
    backs = (fact for fact in story if isinstance(fact, OrderPiecesTakenBack) and not fact.on_shelf)
    return hers + sum(one.quantity for back in backs for one in back.pieces if one.variant == line.variant)


def _stock_is_never_negative(shop: Shop) -> None:
    for story in shop.stories(Stock).values():
        stock = Stock()
        for fact in story:
            stock = stock.evolve(fact)
            held = sum(reservation.quantity for reservation in stock.reservations.values())
            assert 0 <= held <= stock.on_hand, story


def _every_message_has_one_outcome(shop: Shop) -> None:
    outcomes: Counter[UUID] = Counter()
    for fact in shop.told(ReplyComposed, NoReplyNeeded, HandedToPerson):
        outcomes.update(fact.answers if isinstance(fact, ReplyComposed) else fact.messages)
    received = shop.told(MessageReceived)
    assert outcomes == Counter(fact.message for fact in received)
    ids = {fact.provider_id for fact in received}
    with shop.house.home.database.as_boutique(id_of(shop.demo)) as conn:
        rows = conn.execute(
            "SELECT channel, raw, received_at, outcome FROM dukani.inbox WHERE channel = ANY (%s)"
            " AND (raw IS NOT NULL OR outcome IS NULL)",  # those of who was forgotten are emptied
            (list(_READERS),),
        ).fetchall()
    for channel, raw, received_at, outcome in rows:
        if raw is None:  # a tick of somebody who has no key: the owner, or who was forgotten
            assert outcome
            continue
        item = _READERS[channel](bytes(raw), received_at)
        assert outcome, item
        assert not isinstance(item, Inbound) or item.provider_id in ids


def _everything_is_sent_once(shop: Shop) -> None:
    bubbles = Counter(shop.house.replies_shown(shop.demo))
    assert bubbles == Counter(str(fact.reply) for fact in shop.told(ReplyComposed, StaffReplied))
    references = {order.placed.number for order in shop.all(Order).values() if order.placed}
    prompts = shop.house.rows(
        "SELECT reference FROM prompts WHERE shortcode = ?", shop.demo.profile.payment.shortcode
    )
    rung = [row["reference"] for row in prompts]
    rung += [reference for each in shop.house.exchanges for reference in each.prompts_rung(shop.demo)]
    by = _BY_SANDBOX | {each.rings for each in shop.house.exchanges if each.rings}
    ours = sum(reference in references for reference in rung)
    assert ours == sum(_rings(story, by) for story in shop.stories(Payment).values())


def _rings(story: Sequence[Fact], by: Set[str]) -> int:
    """How often a payment rang a phone by these providers."""
    asked = next(fact for fact in story if isinstance(fact, PaymentRequested))
    started = {f.attempt: f.payee or asked for f in story if isinstance(f, PromptStarted)}
    refused = {fact.attempt for fact in story if isinstance(fact, PromptRefused)}
    by_phone = {n for n, payee in started.items() if payee.provider in by}
    return len(by_phone - refused)


def _one_cause_runs_through(shop: Shop) -> None:
    """Everything of one turn stands under the id of the message that it answers."""
    by = {r.fact.message: r.cause.correlation for r in shop.log if isinstance(r.fact, MessageReceived)}
    for recorded in shop.log:
        fact = recorded.fact
        if isinstance(fact, ReplyComposed) and fact.answers:
            assert recorded.cause.correlation in {by[message] for message in fact.answers}
        if isinstance(fact, OrderPlaced):
            assert recorded.cause.correlation in by
    assert set(by.values()) <= set(by)


def _rebuilt_is_live(shop: Shop) -> None:
    """Each read model is emptied and built again in a transaction that is then taken back."""
    boutique = id_of(shop.demo)
    for model in read_models():
        with shop.house.home.database.as_follower() as conn:
            enter(conn, boutique)
            live = _rows(conn, model.name)
            model.reset(conn, boutique)
            model.apply(conn, boutique, shop.log)
            rebuilt = _rows(conn, model.name)
            conn.rollback()
        assert rebuilt == live, model.name


def _shares_are_true(shop: Shop) -> None:
    """The ledger has each sale's share, less what of it came back, and every entry balances."""
    boutique, owed = id_of(shop.demo), Counter[UUID]()
    with shop.house.home.database.as_boutique(boutique) as conn:
        assert conn.execute(_UNEVEN, (boutique,)).fetchall() == []
        for entry in ENTRIES.where(conn, boutique, "order_id IS NOT NULL"):
            owed[entry.order_id or entry.entry] += entry.net
    for identity, order in shop.all(Order).items():
        goods = sum(line.total.cents for line in order.lines) if order.was_paid else 0
        share = commission_on(goods, SHARE.commission_basis_points, RULES[0]).net
        back = in_proportion(share, order.refunded.cents, order.paid.cents) if share else 0
        assert owed[identity] == share - back or order.due_beside.cents, order


def _rows(conn: Any, name: str) -> dict[str, list[Any]]:
    return {
        table: conn.execute(_ROWS.format(sql.Identifier(table))).fetchall()
        for table in TABLES[name]
        if table not in DONE_AND_GONE
    }


def _bubbles_are_true(shop: Shop) -> None:
    true, others = set(_figures(shop)), {c for slug, c in CANARIES.items() if slug != shop.demo.profile.slug}
    for shown in _shown(shop):
        assert not any(other in shown.raw for other in others), shown.raw
        assert not _MACHINE.search(shown.text), shown.text
        for figure in _FIGURE.findall(shown.text):
            assert int(figure.replace(",", "")) * 100 in true, (figure, shown.text)


def _shown(shop: Shop) -> Iterator[Shown]:
    """All that the boutique said on phones, whichever neighbour carried it."""
    rows = shop.house.rows(
        "SELECT content FROM messages WHERE from_shop AND account = ?", account_of(shop.demo)
    )
    for row in rows:
        yield Shown(row["content"], str(shown_by(json.loads(row["content"])).get("text", "")))
    for each in shop.house.exchanges:
        yield from each.bubbles_shown(shop.demo)


def _figures(shop: Shop) -> Iterator[int]:
    """Every amount that the boutique may name: prices, fees, carts as they stood, orders, money, invoices."""
    fees = [Money.zero()]
    for fact in shop.told(ProfileDescribed):
        fees += [area.fee for area in fact.areas]
    yield from (fee.cents for fee in fees)
    prices = [fact.price for fact in shop.told(ProductListed, PriceChanged)]
    percents = {0, *(fact.percent for fact in shop.told(CartDiscounted))}
    yield from (agreed_price(price, percent).cents for price in prices for percent in percents)
    yield from (fact.total.cents for fact in shop.told(OrderPlaced))
    yield from (each.to_pay.cents for told in shop.all(Subscription).values() for each in told.invoices)
    yield from (fact.amount.cents for fact in shop.told(MoneyUnallocated, RefundDue))
    for story in shop.stories(Cart).values():
        cart = Cart()
        for fact in story:
            cart = cart.evolve(fact)
            yield from (cents for line in cart.lines for cents in (line.total.cents, line.list_total.cents))
            yield from (cart.total.cents + fee.cents for fee in fees)
