"""Routes of the figures: what sold, and where customers were lost."""

from typing import Annotated

from fastapi import APIRouter, Query

from interfaces.http.deps import Deps
from interfaces.http.schemas import Funnel, ResponseTime, Sales, TopProducts
from interfaces.http.sessions import SignedIn
from interfaces.http.views import insights

router = APIRouter(prefix="/insights", tags=["insights"])

Days = Annotated[int, Query(ge=1, le=366)]


@router.get("/sales")
def read_sales(session: SignedIn, deps: Deps, days: Days = 30) -> Sales:
    """What was paid on each day, today the last."""
    return insights.sales(session.boutique, deps, days)


@router.get("/top-products")
def read_top_products(
    session: SignedIn, deps: Deps, days: Days = 30, limit: Annotated[int, Query(ge=1, le=50)] = 10
) -> TopProducts:
    """The pieces that sold best."""
    return insights.top_products(session.boutique, deps, days, limit)


@router.get("/funnel")
def read_funnel(session: SignedIn, deps: Deps, days: Days = 30) -> Funnel:
    """From pieces shown to paid."""
    return insights.funnel(session.boutique, deps, days)


@router.get("/response-time")
def read_response_time(session: SignedIn, deps: Deps, days: Days = 30) -> ResponseTime:
    """How long customers waited for the first answer."""
    return insights.response_time(session.boutique, deps, days)
