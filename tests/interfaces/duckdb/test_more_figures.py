"""What the figures tell beyond sales: stock, buyers, hands, wishes and costs, each held to the facts."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from domain.brain import BrainName, ModelUse, Purpose
from domain.charges.events import MessagesCharged
from domain.conversation.events import (
    ConversationOpened,
    HandedToPerson,
    ModelAnswered,
    NothingFound,
    StaffReplied,
)
from domain.fact import Recorded
from domain.identity import BoutiqueId, ConversationId, CustomerId, subject_of
from domain.order.events import OrderDelivered, OrderPaid, OrderPlaced, OrderRated
from domain.stock.events import StockAdjusted, StockReceived, StockReturned, StockSold
from interfaces.duckdb.figures import DuckFigures
from interfaces.duckdb.figures_file import FiguresFile
from interfaces.duckdb.spending import spent, stated
from projections.platform_sales import BoutiqueSpend
from projections.sales import EAST_AFRICA, Period, Spend
from tests.interfaces.duckdb.test_figures import EVER, page_of
from tests.projections.history import BEGIN, History, lived

SOME = Period(BEGIN.date() + timedelta(days=10), BEGIN.date() + timedelta(days=24))
Facts = list[Recorded[Any]]
FLASH = ModelUse(
    brain=BrainName.GEMINI,
    purpose=Purpose.READING,
    model="models/flash",
    prompt="reading-1",
    outcome="answered",
    tokens_in=200,
    tokens_out=20,
    cost_micro_usd=70,
    reused=False,
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[BoutiqueId, Facts, DuckFigures]]:
    """A boutique that has lived for forty days, and another one beside it."""
    file = FiguresFile(tmp_path_factory.mktemp("figures") / "figures.duckdb")
    mine, other = BoutiqueId(uuid4()), BoutiqueId(uuid4())
    history = lived(mine, seed=4, days=40)
    for wanted in (("kaftan", "green"), ("kaftan", "green"), ("shoes",)):
        history.tell("conversation", history.conversations[history.customers[0]], NothingFound(wanted=wanted))
    file.append(mine, page_of(history.facts))
    file.append(other, page_of(lived(other, seed=5, days=40).facts))
    yield mine, history.facts, DuckFigures(file)
    file.close()


def day(fact: Recorded[Any]) -> date:
    """Its day in Nairobi."""
    return fact.at.astimezone(EAST_AFRICA).date()


def paid_orders(facts: Facts) -> list[tuple[Recorded[Any], OrderPlaced]]:
    """Each payment with its order, in the order of the log."""
    placed = {fact.originator_id: fact.fact for fact in facts if isinstance(fact.fact, OrderPlaced)}
    return [(fact, placed[fact.originator_id]) for fact in facts if isinstance(fact.fact, OrderPaid)]


def test_sizes_are_ranked_by_what_they_brought(shop: tuple[BoutiqueId, Facts, DuckFigures]) -> None:
    boutique, facts, figures = shop
    brought: Counter[str] = Counter()
    for fact, order in paid_orders(facts):
        if SOME.first <= day(fact) <= SOME.last:
            brought.update({line.size.label: line.total.cents for line in order.lines})
    told = figures.top_sizes(boutique, SOME)
    assert [row.cents for row in told] == sorted(brought.values(), reverse=True) != []
    assert {row.size: row.cents for row in told} == brought


def test_a_piece_came_went_and_is_there_as_its_stock_says(
    shop: tuple[BoutiqueId, Facts, DuckFigures],
) -> None:
    boutique, facts, figures = shop
    product: dict[UUID, UUID] = {}
    began: Counter[UUID] = Counter()
    ended: Counter[UUID] = Counter()
    sold: Counter[UUID] = Counter()
    for fact in facts:
        match fact.fact:
            case StockReceived(product=whose, quantity=change):
                product[subject_of(fact.originator_id)] = whose
            case StockSold(quantity=quantity):
                change = -quantity
            case StockReturned(quantity=change) | StockAdjusted(change=change):
                pass
            case _:
                continue
        of = product[subject_of(fact.originator_id)]
        began[of] += change if day(fact) < SOME.first else 0
        ended[of] += change if day(fact) <= SOME.last else 0
        if isinstance(fact.fact, StockSold) and SOME.first <= day(fact) <= SOME.last:
            sold[of] -= change
    told = figures.stock_turns(boutique, SOME)
    assert sum(row.sold for row in told) > 0
    for row in told:
        assert (row.began, row.ended, row.sold) == (
            began[row.product],
            ended[row.product],
            sold[row.product],
        )


def test_the_first_order_is_a_new_buyers_and_the_next_that_of_one_who_came_again(
    shop: tuple[BoutiqueId, Facts, DuckFigures],
) -> None:
    boutique, facts, figures = shop
    seen: set[UUID] = set()
    expected: Counter[str] = Counter()
    months: dict[UUID, list[str]] = defaultdict(list)
    for fact, order in paid_orders(facts):
        who = "again" if order.customer in seen else "new"
        seen.add(order.customer)
        months[order.customer].append(f"{day(fact):%Y-%m}")
        if SOME.first <= day(fact) <= SOME.last:
            expected.update({who: 1, f"{who} cents": fact.fact.amount.cents})
    told = figures.buyers(boutique, SOME)
    assert (told.new, told.again) == (expected["new"], expected["again"])
    assert (told.new_cents, told.again_cents) == (expected["new cents"], expected["again cents"])
    cohorts = Counter((bought[0], month) for bought in months.values() for month in set(bought))
    assert {(row.first, row.month): row.customers for row in figures.cohorts(boutique, EVER)} == cohorts


def test_chats_are_the_agents_alone_until_a_person_takes_part(
    shop: tuple[BoutiqueId, Facts, DuckFigures],
) -> None:
    boutique, facts, figures = shop
    chats = {fact.originator_id for fact in facts if isinstance(fact.fact, ConversationOpened)}
    by_hand = {fact.originator_id for fact in facts if isinstance(fact.fact, HandedToPerson | StaffReplied)}
    agent, person = figures.hands(boutique, EVER)
    assert (agent.chats, person.chats) == (len(chats - by_hand), len(by_hand))
    assert person.replies == sum(isinstance(fact.fact, StaffReplied) for fact in facts)
    assert agent.paid + person.paid == figures.funnel(boutique, EVER).paid
    assert agent.cents + person.cents == sum(fact.fact.amount.cents for fact, _ in paid_orders(facts))


def test_a_delivery_counts_on_its_own_day_by_the_last_stars_that_she_gave(
    shop: tuple[BoutiqueId, Facts, DuckFigures],
) -> None:
    boutique, facts, figures = shop
    delivered = {fact.originator_id: day(fact) for fact in facts if isinstance(fact.fact, OrderDelivered)}
    said = {fact.originator_id: fact.fact.stars for fact in facts if isinstance(fact.fact, OrderRated)}
    assert len(said) < len(delivered)
    (busiest, _), *_ = Counter(delivered.values()).most_common(1)
    for period in (EVER, SOME, Period(busiest, busiest)):
        within = [order for order, on in delivered.items() if period.first <= on <= period.last]
        stars = Counter(said.get(order, 0) for order in within)
        told = figures.satisfaction(boutique, period)
        assert (told.delivered, told.stars) == (len(within), tuple(stars[n] for n in range(1, 6)))
    assert figures.satisfaction(boutique, EVER).rated == len(said) > 0


def test_what_was_asked_for_in_vain_is_told_with_how_often(
    shop: tuple[BoutiqueId, Facts, DuckFigures],
) -> None:
    boutique, _, figures = shop
    assert figures.missed(boutique, EVER) == [("kaftan green", 2), ("shoes", 1)]


def test_models_and_delivered_messages_are_counted_once(shop: tuple[BoutiqueId, Facts, DuckFigures]) -> None:
    boutique, facts, figures = shop
    asked = [f.fact.use for f in facts if f.fact.TOPIC == "conversation-model-answered.v1"]
    spending = figures.spending(boutique, EVER)
    models = {row.about: (row.times, row.micro_usd) for row in spending if row.kind == "model"}
    for model in ("flash", "haiku"):
        calls = [use.cost_micro_usd for use in asked if use.model == model and not use.reused]
        assert models[model] == (len(calls), sum(calls))
    priced = sum(fact.fact.TOPIC == "conversation-reply-priced.v1" for fact in facts)
    priced += sum(fact.fact.TOPIC == "news-delivered.v1" for fact in facts)
    assert [row for row in spending if row.kind == "message"] == [Spend("message", "service", priced, 0)]


def test_only_the_first_thousand_messages_of_a_numbers_month_are_free() -> None:
    rows = [
        ("2026-10/1063/service", 900, 1_300),
        ("2026-11/1063/service", 0, 1_000),
        ("2026-11/2000/utility", 0, 2),
        ("2026-11/2000/marketing", 0, 5),
        ("2026-11/2000/authentication", 4, 4),
    ]
    assert spent(rows) == [
        Spend("message", "marketing", 5, None),
        Spend("message", "service", 1_400, 300 * 4_000),
        Spend("message", "utility", 2, 2 * 4_000),
    ]


def test_what_a_channel_states_itself_is_the_cost_and_another_currency_is_not_known_in_dollars() -> None:
    rows = [("AC1:+2547/USD", 3, 15_000), ("AC1:+2548/USD", 1, 9_000), ("AC1:+2547/EUR", 2, 8_000)]
    assert stated(rows) == [Spend("message", "stated", 4, 24_000), Spend("message", "stated EUR", 2, None)]


def test_twilios_charges_count_in_the_boutique_whose_number_it_is(tmp_path: Path) -> None:
    file = FiguresFile(tmp_path / "figures.duckdb")
    shops = [History(BoutiqueId(uuid4()), seed=seed) for seed in (1, 2)]
    first, later = BEGIN.date(), BEGIN.date() + timedelta(days=1)
    for history, micros in zip(shops, (5_000, 9_000), strict=True):
        for when, messages in ((first, 1), (first, 2), (later, 1)):
            charged = {"account": "AC1:+2547", "day": when, "currency": "USD"}
            fact = MessagesCharged(**charged, messages=messages, micros=messages * micros)
            history.tell("charges", uuid4(), fact)
        file.append(history.boutique, page_of(history.facts))
    figures, period = DuckFigures(file), Period(first, first)

    told = [figures.spending(history.boutique, period) for history in shops]
    both = figures.spending_of_all(period)

    assert told == [[Spend("message", "stated", 3, 15_000)], [Spend("message", "stated", 3, 27_000)]]
    assert {row.boutique: row[1:] for row in both} == {
        shops[0].boutique: ("message", "twilio", "stated", 3, 15_000),
        shops[1].boutique: ("message", "twilio", "stated", 3, 27_000),
    }
    assert isinstance(both[0], BoutiqueSpend)
    file.close()


def test_a_models_calls_count_for_the_channel_of_their_chat_and_for_an_owner_together(tmp_path: Path) -> None:
    file = FiguresFile(tmp_path / "figures.duckdb")
    shops = [History(BoutiqueId(uuid4()), seed=seed) for seed in (1, 2)]
    for history, ways in zip(shops, (("whatsapp", "twilio", "twilio"), ("whatsapp",)), strict=True):
        for way in ways:
            chat = ConversationId(uuid4())
            opened = ConversationOpened(
                customer=CustomerId(uuid4()), channel=way, account="1", continues=None
            )
            thought = ModelAnswered(answer=uuid4(), messages=(), use=FLASH)
            again = thought.model_copy(update={"use": FLASH.model_copy(update={"reused": True})})
            history.tell("conversation", chat, opened, thought, again)
        file.append(history.boutique, page_of(history.facts))
    figures = DuckFigures(file)

    told = [figures.spending(history.boutique, EVER) for history in shops]
    both = figures.spending_of_all(EVER)

    assert told == [[Spend("model", "models/flash", 3, 210)], [Spend("model", "models/flash", 1, 70)]]
    assert set(both) == {
        BoutiqueSpend(shops[0].boutique, "model", "twilio", "models/flash", 2, 140),
        BoutiqueSpend(shops[0].boutique, "model", "whatsapp", "models/flash", 1, 70),
        BoutiqueSpend(shops[1].boutique, "model", "whatsapp", "models/flash", 1, 70),
    }
    file.close()


def test_a_chat_paid_days_later_counts_in_the_chat_in_which_it_was_ordered(tmp_path: Path) -> None:
    history = History(BoutiqueId(uuid4()), seed=8)
    history.list_product()
    buyer = history.meet_customer()
    while not paid_orders(history.facts):
        history.buy(buyer)
    late = next(place for place, fact in enumerate(history.facts) if isinstance(fact.fact, OrderPaid))
    file = FiguresFile(tmp_path / "figures.duckdb")
    for part in (history.facts[:late], history.facts[late:]):
        file.append(history.boutique, page_of(part))
    began = Period.ending(day(history.facts[0]), 1)
    assert DuckFigures(file).funnel(history.boutique, began).paid == 1
    file.close()
