"""What the platform's routes are built with. There is no door to a boutique among it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from application.ports import Clock
from interfaces.http.operating import OperatorDoor, PlatformBooks
from projections.platform_sales import PlatformFigures


@dataclass(frozen=True, slots=True)
class PlatformDeps:
    """All that the platform's routes use. `origins` are the addresses its own page is served from."""

    operators: OperatorDoor
    books: PlatformBooks
    figures: PlatformFigures
    clock: Clock
    origins: frozenset[str]
    https: bool


async def platform_deps(request: Request) -> PlatformDeps:
    """What the router was built with."""
    deps: PlatformDeps = request.state.platform
    return deps


Deps = Annotated[PlatformDeps, Depends(platform_deps)]
