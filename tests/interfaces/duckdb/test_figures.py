"""The figures are right, are about one boutique each, and count no fact twice."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest

from domain.fact import Recorded
from domain.identity import BoutiqueId, OrderId
from domain.money import Money
from domain.order.events import OrderPaid, OrderPlaced, OrderRefundDeclined, RefundDue
from domain.order.order import PAID_TOO_LATE
from interfaces.duckdb.figures import DuckFigures
from interfaces.duckdb.figures_file import FiguresFile
from interfaces.duckdb.log_pages import LogPage
from interfaces.duckdb.wire import ANSWERS, OF_ALL
from projections.sales import EAST_AFRICA, FiguresAway, Period, SalesFigures
from tests.projections.history import BEGIN, History, lived
from tests.projections.test_all_read_models import pages

EVER = Period(BEGIN.date(), BEGIN.date() + timedelta(days=200))


@pytest.fixture
def file(tmp_path: Path) -> Iterator[FiguresFile]:
    held = FiguresFile(tmp_path / "figures.duckdb")
    yield held
    held.close()


@pytest.fixture
def figures(file: FiguresFile) -> DuckFigures:
    return DuckFigures(file)


def page_of(facts: Sequence[Recorded[Any]]) -> LogPage:
    """These facts as a stretch of a log."""
    return LogPage((facts[0].position or 0) - 1, facts[-1].position or 0, "mark", facts)


def paid(facts: list[Recorded[Any]]) -> list[Recorded[Any]]:
    """The facts that say that money came."""
    return [fact for fact in facts if isinstance(fact.fact, OrderPaid)]


def test_sales_by_day_are_those_of_the_log(file: FiguresFile, figures: DuckFigures) -> None:
    boutique = BoutiqueId(uuid4())
    facts = lived(boutique, seed=1, days=40).facts
    file.append(boutique, page_of(facts))
    days = figures.by_day(boutique, EVER)
    assert sum(day.cents for day in days) == sum(fact.fact.amount.cents for fact in paid(facts)) > 0
    assert sum(day.orders for day in days) == len(paid(facts))
    assert [day.day for day in days] == [EVER.first + timedelta(days=n) for n in range(EVER.days)]
    by_day = {day.day: day.orders for day in days}
    for fact in paid(facts):
        assert by_day[fact.at.astimezone(EAST_AFRICA).date()] > 0


def test_what_was_given_back_of_sales_stands_on_its_day_beside_them(
    file: FiguresFile, figures: DuckFigures
) -> None:
    boutique = BoutiqueId(uuid4())
    facts = lived(boutique, seed=11, days=60).facts
    file.append(boutique, page_of(facts))
    due = [fact for fact in facts if isinstance(fact.fact, RefundDue) and not fact.fact.keeps_order]
    kept = sum(fact.fact.amount.cents for fact in facts if isinstance(fact.fact, OrderRefundDeclined))
    days = {day.day: day.back for day in figures.by_day(boutique, EVER)}
    assert sum(days.values()) == sum(fact.fact.amount.cents for fact in due) - kept > 0
    assert kept > 0
    assert all(days[fact.at.astimezone(EAST_AFRICA).date()] > 0 for fact in due)


def test_money_that_came_too_late_or_on_top_was_no_sale_and_is_none_given_back(
    file: FiguresFile, figures: DuckFigures
) -> None:
    history = History(BoutiqueId(uuid4()), seed=3)
    order, sum_ = OrderId(history.id()), Money.shillings(900)
    history.tell("order", order, RefundDue(amount=sum_, reason=PAID_TOO_LATE))
    history.tell("order", order, RefundDue(amount=sum_, reason="paid-twice", keeps_order=True))
    file.append(history.boutique, page_of(history.facts))
    assert sum(day.back for day in figures.by_day(history.boutique, EVER)) == 0


def test_a_sale_after_nine_in_the_evening_utc_is_of_the_next_day_in_nairobi(
    file: FiguresFile, figures: DuckFigures
) -> None:
    history = History(BoutiqueId(uuid4()), seed=3)
    history.open_shop()
    history.list_product()
    customer = history.meet_customer()
    while not paid(history.facts):
        history.now = datetime(2026, 10, 1, 20, 50, tzinfo=UTC)
        history.buy(customer)
    late = paid(history.facts)[0]
    moved = [
        fact if fact is not late else Recorded(*_with_time(fact, datetime(2026, 10, 1, 21, 30, tzinfo=UTC)))
        for fact in history.facts
    ]
    file.append(history.boutique, page_of(moved))
    (day,) = [day for day in figures.by_day(history.boutique, EVER) if day.orders]
    assert day.day == date(2026, 10, 2)


def _with_time(fact: Recorded[Any], at: datetime) -> tuple[Any, ...]:
    return fact.originator_id, fact.originator_version, fact.fact, at, fact.cause, fact.position


def test_the_best_sold_pieces_come_first_with_what_they_brought(
    file: FiguresFile, figures: DuckFigures
) -> None:
    boutique = BoutiqueId(uuid4())
    facts = lived(boutique, seed=2, days=40).facts
    file.append(boutique, page_of(facts))
    orders = {fact.originator_id for fact in paid(facts)}
    brought: dict[UUID, int] = {}
    for fact in facts:
        if isinstance(fact.fact, OrderPlaced) and fact.originator_id in orders:
            for line in fact.fact.lines:
                brought[line.product] = brought.get(line.product, 0) + line.total.cents
    top = figures.top_products(boutique, EVER)
    assert [row.cents for row in top] == sorted(brought.values(), reverse=True)
    assert all(brought[row.product] == row.cents for row in top)


def test_the_funnel_counts_each_chat_once_and_never_widens(file: FiguresFile, figures: DuckFigures) -> None:
    history = History(BoutiqueId(uuid4()), seed=5)
    history.open_shop()
    history.list_product()
    history.meet_customer()
    shown, buying = history.meet_customer(), history.meet_customer()
    for customer in (shown, shown, buying):
        history.answer(customer, [history.write(customer, "a dress?")])
    history.open_conversation(buying)
    while not paid(history.facts):
        history.buy(buying)
    file.append(history.boutique, page_of(history.facts))
    assert figures.funnel(history.boutique, EVER) == (4, 3, 1, 1, 1)


def test_the_first_answer_is_timed_and_a_notice_is_none(file: FiguresFile, figures: DuckFigures) -> None:
    history = History(BoutiqueId(uuid4()), seed=6)
    history.list_product()
    answered, waiting = history.meet_customer(), history.meet_customer()
    message = history.write(answered, "hello")
    history.write(waiting, "hello?")
    history.now += timedelta(seconds=57)
    history.answer(answered, [message])
    history.answer(waiting, [])
    file.append(history.boutique, page_of(history.facts))
    waited = figures.response_time(history.boutique, EVER)
    assert (waited.answered, waited.unanswered) == (1, 1)
    assert waited.median == pytest.approx(60, abs=3)


def test_nothing_is_known_of_a_boutique_without_facts(figures: DuckFigures) -> None:
    boutique = BoutiqueId(uuid4())
    assert figures.position(boutique) == 0
    assert sum(day.orders for day in figures.by_day(boutique, EVER)) == 0
    assert figures.top_products(boutique, EVER) == []
    assert figures.response_time(boutique, EVER).median is None


def test_two_boutiques_are_never_mixed(
    file: FiguresFile, figures: DuckFigures, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    for seed, boutique in enumerate(two_boutiques):
        file.append(boutique, page_of(lived(boutique, seed, days=20).facts))
    mine, other = two_boutiques
    before = everything(figures, mine)
    assert before != everything(figures, other)
    file.append(other, page_of(_more(other, file)))
    assert everything(figures, mine) == before
    file.forget(other)
    assert everything(figures, mine) == before


def _more(boutique: BoutiqueId, file: FiguresFile) -> list[Recorded[Any]]:
    facts = lived(boutique, seed=1, days=60).facts
    return [fact for fact in facts if (fact.position or 0) > file.position(boutique)[0]]


@pytest.mark.parametrize("seed", range(4))
def test_the_same_facts_twice_change_nothing_and_a_rebuild_equals_the_life(
    seed: int, file: FiguresFile, figures: DuckFigures
) -> None:
    boutique = BoutiqueId(uuid4())
    facts = lived(boutique, seed, days=20).facts
    for page in pages(facts, Random(seed)):
        file.append(boutique, page_of(page))
    live = everything(figures, boutique)
    file.append(boutique, page_of(facts))
    assert everything(figures, boutique) == live
    assert file.is_sound()
    file.begin_anew()
    file.append(boutique, page_of(facts))
    assert everything(figures, boutique) == live


def test_a_gap_in_the_facts_is_refused(file: FiguresFile) -> None:
    boutique = BoutiqueId(uuid4())
    facts = lived(boutique, seed=1).facts
    with pytest.raises(ValueError, match="after 0 comes 1"):
        file.append(boutique, page_of(facts[3:]))


def test_a_second_keeper_is_told_that_there_is_one(file: FiguresFile) -> None:
    with pytest.raises(FiguresAway, match="another process"):
        FiguresFile(file.path)


def everything(figures: SalesFigures, boutique: BoutiqueId) -> tuple[Any, ...]:
    """All that the figures tell of a boutique."""
    own = [getattr(figures, name)(boutique, EVER) for name in sorted(ANSWERS.keys() - OF_ALL - {"position"})]
    of_all = [row for name in sorted(OF_ALL) for row in getattr(figures, name)(EVER)]
    return (*own, [row for row in of_all if row.boutique == boutique], figures.position(boutique))
