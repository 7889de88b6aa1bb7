"""The platform's API, put together: for the operator of the installation, apart from every boutique's."""

from fastapi import APIRouter, Depends, Request

from interfaces.http.dashboard import ERRORS, named_after_function
from interfaces.http.platform_deps import Deps, PlatformDeps
from interfaces.http.readable import refuse_nul
from interfaces.http.routes import operators, platform
from interfaces.http.same_origin import refuse_unless_own


def platform_router(deps: PlatformDeps) -> APIRouter:
    """All routes under /api/platform, served with these dependencies."""

    async def provide(request: Request) -> None:
        request.state.platform = deps

    async def refuse_other_sites(request: Request, deps: Deps) -> None:
        refuse_unless_own(request, deps.origins)

    router = APIRouter(
        prefix="/api/platform",
        dependencies=[Depends(provide), Depends(refuse_other_sites), Depends(refuse_nul)],
        responses={**ERRORS},
        generate_unique_id_function=named_after_function,
    )
    for part in (operators, platform):
        router.include_router(part.router)
    return router
