"""The route of what customers said about what they got."""

from datetime import date, datetime, time, timedelta

from fastapi import APIRouter

from interfaces.http.deps import Deps
from interfaces.http.routes.insights import Days
from interfaces.http.schemas.satisfaction import CustomerSatisfaction, StarsSum
from interfaces.http.sessions import SignedIn
from projections import ratings
from projections.ratings import Satisfaction
from projections.sales import EAST_AFRICA, Period

router = APIRouter(prefix="/insights", tags=["insights"])


@router.get("/satisfaction")
def read_satisfaction(session: SignedIn, deps: Deps, period: Days) -> CustomerSatisfaction:
    """How happy customers are with what was delivered in this time."""
    with deps.door(session.boutique) as conn:
        now, before = (
            ratings.satisfaction(session.boutique, conn, *_ends(each)) for each in (period, period.before)
        )
    return CustomerSatisfaction(**_sum(now).model_dump(), before=_sum(before))


def _ends(period: Period) -> tuple[datetime, datetime]:
    return _midnight(period.first), _midnight(period.last + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), EAST_AFRICA)


def _sum(said: Satisfaction) -> StarsSum:
    total = sum(stars * count for stars, count in enumerate(said.stars, start=1))
    return StarsSum(
        delivered=said.delivered,
        rated=said.rated,
        stars=list(said.stars),
        average=round(total / said.rated, 2) if said.rated else None,
        happy_percent=round(100 * sum(said.stars[3:]) / said.rated) if said.rated else None,
    )
