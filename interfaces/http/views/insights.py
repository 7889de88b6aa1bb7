"""The figures as the dashboard shows them."""

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from domain.identity import BoutiqueId, ProductId
from domain.money import Money
from interfaces.http.deps import DashboardDeps
from interfaces.http.schemas import (
    AgentAndPeople,
    Amount,
    BothHands,
    BuyersSum,
    CohortRow,
    Cost,
    Costs,
    Dollars,
    Funnel,
    FunnelSteps,
    HandsSum,
    MissedWish,
    MissedWishes,
    ResponseTime,
    ReturningBuyers,
    Sales,
    SalesDay,
    SalesSum,
    StockPiece,
    StockTurns,
    TopProduct,
    TopProducts,
    TopSize,
    TopSizes,
)
from interfaces.http.views.products import picture_path
from projections import product_index
from projections.sales import MOST, Buyers, Cohort, DaySales, Hands, Period, Spend

K = TypeVar("K", bound=Hashable)


def sales(boutique: BoutiqueId, deps: DashboardDeps, period: Period) -> Sales:
    """What was paid on each day."""
    rows = deps.sales.by_day(boutique, period)
    before = _sum(deps.sales.by_day(boutique, period.before))
    days = [
        SalesDay(day=r.day, orders=r.orders, pieces=r.pieces, paid=_kes(r.cents), back=_kes(r.back))
        for r in rows
    ]
    return Sales(days=days, before=SalesSum(**before), **_sum(rows))


def top_products(boutique: BoutiqueId, deps: DashboardDeps, period: Period, limit: int) -> TopProducts:
    """The pieces that sold best."""
    rows = deps.sales.top_products(boutique, period)[:limit]
    before = _Before({row.product: row.cents for row in deps.sales.top_products(boutique, period.before)})
    look = _Looks(boutique, deps, {row.product for row in rows})
    told = [
        TopProduct(
            product=row.product,
            title=look.title(row.product, row.title),
            picture=look.picture(row.product),
            pieces=row.pieces,
            paid=_kes(row.cents),
            before=_known_kes(before.of(row.product)),
        )
        for row in rows
    ]
    return TopProducts(days=period.days, products=told)


def top_sizes(boutique: BoutiqueId, deps: DashboardDeps, period: Period) -> TopSizes:
    """The sizes that sold best."""
    rows = deps.sales.top_sizes(boutique, period)
    before = _Before({row.size: row.cents for row in deps.sales.top_sizes(boutique, period.before)})
    told = [
        TopSize(
            size=row.size,
            pieces=row.pieces,
            paid=_kes(row.cents),
            before=_known_kes(before.of(row.size)),
        )
        for row in rows
    ]
    return TopSizes(days=period.days, sizes=told)


def funnel(boutique: BoutiqueId, deps: DashboardDeps, period: Period) -> Funnel:
    """From a chat to paid."""
    steps = deps.sales.funnel(boutique, period)._asdict()
    before = deps.sales.funnel(boutique, period.before)._asdict()
    return Funnel(days=period.days, before=FunnelSteps(**before), **steps)


def stock_turns(boutique: BoutiqueId, deps: DashboardDeps, period: Period, limit: int) -> StockTurns:
    """How pieces came and went."""
    rows = deps.sales.stock_turns(boutique, period)[:limit]
    before = {row.product: row.sell_through for row in deps.sales.stock_turns(boutique, period.before)}
    look = _Looks(boutique, deps, {row.product for row in rows})
    told = [
        StockPiece(
            product=row.product,
            title=look.title(row.product, row.title),
            picture=look.picture(row.product),
            began=row.began,
            received=row.received,
            sold=row.sold,
            corrected=row.corrected,
            ended=row.ended,
            sell_through=row.sell_through,
            turnover=row.turnover,
            before=before.get(row.product),
        )
        for row in rows
    ]
    return StockTurns(days=period.days, pieces=told)


def missed(boutique: BoutiqueId, deps: DashboardDeps, period: Period) -> MissedWishes:
    """What people asked for and was not there."""
    rows = deps.sales.missed(boutique, period)
    before = _Before({row.wanted: row.times for row in deps.sales.missed(boutique, period.before)})
    told = [
        MissedWish(wanted=_concepts(row.wanted), times=row.times, before=before.of(row.wanted))
        for row in rows
    ]
    return MissedWishes(days=period.days, wishes=told)


def response_time(boutique: BoutiqueId, deps: DashboardDeps, period: Period) -> ResponseTime:
    """How long customers waited for the first answer."""
    waited = deps.sales.response_time(boutique, period)
    return ResponseTime(
        days=period.days,
        answered=waited.answered,
        unanswered=waited.unanswered,
        median_seconds=waited.median,
        p90_seconds=waited.p90,
        before_median_seconds=deps.sales.response_time(boutique, period.before).median,
    )


def hands(boutique: BoutiqueId, deps: DashboardDeps, period: Period) -> AgentAndPeople:
    """The agent against people."""
    now, before = (_both_hands(deps.sales.hands(boutique, each)) for each in (period, period.before))
    return AgentAndPeople(days=period.days, agent=now.agent, people=now.people, before=before)


def buyers(boutique: BoutiqueId, deps: DashboardDeps, period: Period) -> ReturningBuyers:
    """Who bought for the first time, and who came again."""
    before = BuyersSum(**_buyers(deps.sales.buyers(boutique, period.before)))
    cohorts = _cohorts(deps.sales.cohorts(boutique, period))
    told = _buyers(deps.sales.buyers(boutique, period))
    return ReturningBuyers(days=period.days, before=before, cohorts=cohorts, **told)


def costs(boutique: BoutiqueId, deps: DashboardDeps, period: Period) -> Costs:
    """What messages and models cost."""
    rows = deps.sales.spending(boutique, period)
    total, before = _total(rows), _total(deps.sales.spending(boutique, period.before))
    chats, orders = _chats_and_orders(boutique, deps, period)
    chats_before, orders_before = _chats_and_orders(boutique, deps, period.before)
    return Costs(
        days=period.days,
        chats=chats,
        orders=orders,
        costs=[_cost(row) for row in rows],
        total=Dollars.of(total),
        before_total=Dollars.of(before),
        per_chat=_each(total, chats),
        per_order=_each(total, orders),
        before_per_chat=_each(before, chats_before),
        before_per_order=_each(before, orders_before),
    )


class _Before(Generic[K]):
    """What stood in a list of the time before; of what is not in a full list nothing is known."""

    def __init__(self, listed: Mapping[K, int]) -> None:
        self._listed = listed

    def of(self, key: K) -> int | None:
        return self._listed.get(key, None if len(self._listed) >= MOST else 0)


class _Looks:
    """How pieces look today; one that is no longer listed keeps the title it was sold by."""

    def __init__(self, boutique: BoutiqueId, deps: DashboardDeps, products: Collection[UUID]) -> None:
        with deps.door(boutique) as conn:
            self._pieces = product_index.pieces(boutique, conn, [ProductId(each) for each in products])

    def title(self, product: UUID, sold_by: str) -> str:
        piece = self._pieces.get(ProductId(product))
        return piece.title if piece else sold_by

    def picture(self, product: UUID) -> str | None:
        piece = self._pieces.get(ProductId(product))
        return picture_path(piece.pictures if piece else [])


def _sum(rows: Sequence[DaySales]) -> dict[str, Any]:
    orders, cents = sum(row.orders for row in rows), sum(row.cents for row in rows)
    average = round(cents / orders / 100) * 100 if orders else 0
    back = _kes(sum(row.back for row in rows))
    return {"orders": orders, "paid": _kes(cents), "back": back, "average": _kes(average)}


def _chats_and_orders(boutique: BoutiqueId, deps: DashboardDeps, period: Period) -> tuple[int, int]:
    orders = sum(row.orders for row in deps.sales.by_day(boutique, period))
    return deps.sales.funnel(boutique, period).opened, orders


def _each(total: int, among: int) -> Dollars | None:
    return Dollars.of(round(total / among)) if among else None


def _both_hands(rows: Sequence[Hands]) -> BothHands:
    agent, people = map(_hands, rows)
    return BothHands(agent=agent, people=people)


def _hands(row: Hands) -> HandsSum:
    return HandsSum(chats=row.chats, paid_chats=row.paid, paid=_kes(row.cents), replies=row.replies)


def _buyers(told: Buyers) -> dict[str, Any]:
    return {
        "new_orders": told.new,
        "new_paid": _kes(told.new_cents),
        "again_orders": told.again,
        "again_paid": _kes(told.again_cents),
    }


def _cohorts(rows: Iterable[Cohort]) -> list[CohortRow]:
    """Months in which nobody came again stand as nought."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for row in rows:
        found[row.first][_months(row.month) - _months(row.first)] = row.customers
    return [
        CohortRow(first=first, customers=[months.get(since, 0) for since in range(max(months) + 1)])
        for first, months in sorted(found.items())
    ]


def _months(month: str) -> int:
    year, number = month.split("-")
    return 12 * int(year) + int(number)


def _concepts(wanted: str) -> list[str]:
    """Its tags; a size has a blank in it."""
    return re.split(r" (?=[a-z]+:)", wanted) if wanted else []


def _cost(row: Spend) -> Cost:
    known = None if row.micro_usd is None else Dollars.of(row.micro_usd)
    return Cost(kind=row.kind, about=row.about, times=row.times, cost=known)


def _total(rows: Iterable[Spend]) -> int:
    return sum(row.micro_usd or 0 for row in rows)


def _known_kes(cents: int | None) -> Amount | None:
    return None if cents is None else _kes(cents)


def _kes(cents: int) -> Amount:
    return Amount.of(Money(cents=int(cents)))
