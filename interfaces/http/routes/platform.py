"""Routes of the operator: the boutiques together and each from outside, in figures."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from interfaces.http.operator_sessions import SignedIn
from interfaces.http.platform_deps import Deps
from interfaces.http.problems import not_found
from interfaces.http.schemas.platform import PlatformFigures, PlatformUptime, ProcessUptime, WatchedBoutique
from interfaces.http.views import platform
from projections.sales import EAST_AFRICA, Period

router = APIRouter(tags=["platform"])


def _period(
    deps: Deps,
    days: Annotated[int, Query(ge=1, le=366)] = 30,
    last: Annotated[date | None, Query(ge=date(2020, 1, 1), le=date(2100, 1, 1))] = None,
) -> Period:
    """So many days, ending with the last one named; today where none is."""
    return Period.ending(last or deps.clock.now().astimezone(EAST_AFRICA).date(), days)


Days = Annotated[Period, Depends(_period)]


@router.get("/figures")
def read_platform_figures(_: SignedIn, deps: Deps, period: Days) -> PlatformFigures:
    """All boutiques together, and each by itself."""
    return platform.figures(deps, period)


@router.get("/uptime")
def read_platform_uptime(_: SignedIn, deps: Deps, period: Days) -> PlatformUptime:
    """How long the installation was there."""
    found = deps.books.uptime(period, deps.clock.now())
    told = [
        ProcessUptime(
            process=each.process,
            percent=round(100 * each.minutes / each.of, 2) if each.of else None,
            minutes=each.minutes,
            of=each.of,
            last=each.last,
        )
        for each in found
    ]
    return PlatformUptime(days=period.days, processes=told)


@router.get("/boutiques/{boutique}")
def read_boutique_health(_: SignedIn, deps: Deps, boutique: UUID, period: Days) -> WatchedBoutique:
    """One boutique from outside: its figures, its numbers and its tills."""
    card = platform.boutique(deps, boutique, period)
    if card is None:
        raise not_found()
    return card
