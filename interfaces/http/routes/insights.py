"""Routes of the figures: what sold, where customers were lost, what it cost."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from interfaces.http.deps import Deps
from interfaces.http.schemas import (
    AgentAndPeople,
    Costs,
    Funnel,
    MissedWishes,
    ResponseTime,
    ReturningBuyers,
    Sales,
    StockTurns,
    TopProducts,
    TopSizes,
)
from interfaces.http.sessions import SignedIn
from interfaces.http.views import insights
from projections.sales import EAST_AFRICA, Period

router = APIRouter(prefix="/insights", tags=["insights"])


def _period(
    deps: Deps,
    days: Annotated[int, Query(ge=1, le=366)] = 30,
    last: Annotated[date | None, Query(ge=date(2020, 1, 1), le=date(2100, 1, 1))] = None,
) -> Period:
    """So many days, ending with the last one named; today where none is."""
    return Period.ending(last or deps.clock.now().astimezone(EAST_AFRICA).date(), days)


Days = Annotated[Period, Depends(_period)]
Limit = Annotated[int, Query(ge=1, le=100)]


@router.get("/sales")
def read_sales(session: SignedIn, deps: Deps, period: Days) -> Sales:
    """What was paid on each day."""
    return insights.sales(session.boutique, deps, period)


@router.get("/top-products")
def read_top_products(session: SignedIn, deps: Deps, period: Days, limit: Limit = 10) -> TopProducts:
    """The pieces that sold best."""
    return insights.top_products(session.boutique, deps, period, limit)


@router.get("/top-sizes")
def read_top_sizes(session: SignedIn, deps: Deps, period: Days) -> TopSizes:
    """The sizes that sold best."""
    return insights.top_sizes(session.boutique, deps, period)


@router.get("/funnel")
def read_funnel(session: SignedIn, deps: Deps, period: Days) -> Funnel:
    """From a chat to paid."""
    return insights.funnel(session.boutique, deps, period)


@router.get("/stock")
def read_stock_turns(session: SignedIn, deps: Deps, period: Days, limit: Limit = 50) -> StockTurns:
    """How pieces came and went."""
    return insights.stock_turns(session.boutique, deps, period, limit)


@router.get("/missed")
def read_missed(session: SignedIn, deps: Deps, period: Days) -> MissedWishes:
    """What people asked for and was not there."""
    return insights.missed(session.boutique, deps, period)


@router.get("/response-time")
def read_response_time(session: SignedIn, deps: Deps, period: Days) -> ResponseTime:
    """How long customers waited for the first answer."""
    return insights.response_time(session.boutique, deps, period)


@router.get("/hands")
def read_hands(session: SignedIn, deps: Deps, period: Days) -> AgentAndPeople:
    """The agent against people."""
    return insights.hands(session.boutique, deps, period)


@router.get("/buyers")
def read_buyers(session: SignedIn, deps: Deps, period: Days) -> ReturningBuyers:
    """Who bought for the first time, and who came again."""
    return insights.buyers(session.boutique, deps, period)


@router.get("/costs")
def read_costs(session: SignedIn, deps: Deps, period: Days) -> Costs:
    """What messages and models cost."""
    return insights.costs(session.boutique, deps, period)
