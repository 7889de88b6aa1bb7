"""The figures as the dashboard shows them."""

from collections.abc import Callable
from typing import Any, TypeVar

from domain.identity import BoutiqueId, ProductId
from domain.money import Money
from interfaces.http.deps import DashboardDeps
from interfaces.http.problems import ProblemFound
from interfaces.http.schemas import (
    Amount,
    Funnel,
    ResponseTime,
    Sales,
    SalesDay,
    TopProduct,
    TopProducts,
)
from interfaces.http.views.products import picture_path
from projections import product_index
from projections.sales import EAST_AFRICA, FiguresAway, Period

_Answer = TypeVar("_Answer")


def sales(boutique: BoutiqueId, deps: DashboardDeps, days: int) -> Sales:
    """What was paid on each day, today the last."""
    rows = _ask(lambda: deps.sales.by_day(boutique, _period(deps, days)))
    return Sales(
        days=[SalesDay(day=r.day, orders=r.orders, pieces=r.pieces, paid=_kes(r.cents)) for r in rows],
        orders=sum(row.orders for row in rows),
        paid=_kes(sum(row.cents for row in rows)),
    )


def top_products(boutique: BoutiqueId, deps: DashboardDeps, days: int, limit: int) -> TopProducts:
    """The pieces that sold best."""
    rows = _ask(lambda: deps.sales.top_products(boutique, _period(deps, days), limit))
    with deps.door(boutique) as conn:
        pieces = product_index.pieces(boutique, conn, [row.product for row in rows])
    told = []
    for row in rows:
        piece = pieces.get(ProductId(row.product))
        told.append(
            TopProduct(
                product=row.product,
                title=piece.title if piece else row.title,
                picture=picture_path(piece.pictures if piece else []),
                pieces=row.pieces,
                paid=_kes(row.cents),
            )
        )
    return TopProducts(days=days, products=told)


def funnel(boutique: BoutiqueId, deps: DashboardDeps, days: int) -> Funnel:
    """From pieces shown to paid."""
    steps = _ask(lambda: deps.sales.funnel(boutique, _period(deps, days)))
    return Funnel(days=days, shown=steps.shown, carted=steps.carted, prompted=steps.prompted, paid=steps.paid)


def response_time(boutique: BoutiqueId, deps: DashboardDeps, days: int) -> ResponseTime:
    """How long customers waited for the first answer."""
    waited = _ask(lambda: deps.sales.response_time(boutique, _period(deps, days)))
    return ResponseTime(
        days=days,
        answered=waited.answered,
        unanswered=waited.unanswered,
        median_seconds=waited.median,
        p90_seconds=waited.p90,
    )


def _period(deps: DashboardDeps, days: int) -> Period:
    return Period.ending(deps.clock.now().astimezone(EAST_AFRICA).date(), days)


def _ask(question: Callable[[], _Answer]) -> _Answer:
    try:
        return question()
    except FiguresAway as away:
        raise ProblemFound(503, "figures-away", "The figures cannot be asked right now") from away


def _kes(cents: Any) -> Amount:
    return Amount.of(Money(cents=int(cents)))
