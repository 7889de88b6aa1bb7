"""The route of what customers said about what they got."""

from fastapi import APIRouter

from interfaces.http.deps import Deps
from interfaces.http.routes.insights import Days
from interfaces.http.schemas.satisfaction import CustomerSatisfaction, StarsSum
from interfaces.http.sessions import SignedIn
from projections.sales import Satisfaction

router = APIRouter(prefix="/insights", tags=["insights"])


@router.get("/satisfaction")
def read_satisfaction(session: SignedIn, deps: Deps, period: Days) -> CustomerSatisfaction:
    """How happy customers are with what was delivered in this time."""
    now, before = (_sum(deps.sales.satisfaction(session.boutique, each)) for each in (period, period.before))
    return CustomerSatisfaction(**now.model_dump(), before=before)


def _sum(said: Satisfaction) -> StarsSum:
    total = sum(stars * count for stars, count in enumerate(said.stars, start=1))
    return StarsSum(
        delivered=said.delivered,
        rated=said.rated,
        stars=list(said.stars),
        average=round(total / said.rated, 2) if said.rated else None,
        happy_percent=round(100 * sum(said.stars[3:]) / said.rated) if said.rated else None,
    )
