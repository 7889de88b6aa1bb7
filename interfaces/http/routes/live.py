"""Routes that tell how fresh the rows are: the lag, and a stream that moves when they do."""

import asyncio
from collections.abc import AsyncIterator
from typing import Final

from fastapi import APIRouter, Request
from sse_starlette import EventSourceResponse, ServerSentEvent

from domain.identity import BoutiqueId
from interfaces.http.deps import DashboardDeps, Deps
from interfaces.http.schemas import Lag, LivePosition
from interfaces.http.sessions import SignedIn
from interfaces.http.views import freshness

router = APIRouter(tags=["live"])

_LOOK_EVERY: Final = 0.3
_HEARTBEAT_SECONDS: Final = 15


@router.get("/lag")
def read_lag(session: SignedIn, deps: Deps) -> Lag:
    """How far each read model is behind the boutique's log."""
    return freshness.lag(session.boutique, deps)


@router.get(
    "/live",
    response_class=EventSourceResponse,
    responses={200: {"model": LivePosition, "description": "Events `position`, each a LivePosition as JSON"}},
)
async def follow(session: SignedIn, deps: Deps, request: Request) -> EventSourceResponse:
    """An event whenever what is visible has moved, so that the page asks again; a comment keeps it open."""
    return EventSourceResponse(positions(session.boutique, deps, request), ping=_HEARTBEAT_SECONDS)


async def positions(
    boutique: BoutiqueId, deps: DashboardDeps, request: Request
) -> AsyncIterator[ServerSentEvent]:
    """The positions of a boutique as they move, until the reader is gone."""
    told: LivePosition | None = None
    while not await request.is_disconnected():
        now = await asyncio.to_thread(freshness.position, boutique, deps)
        if now != told:
            told = now
            yield ServerSentEvent(data=now.model_dump_json(), event="position", id=str(now.visible))
        await asyncio.sleep(_LOOK_EVERY)
