"""The dashboard's API, put together."""

from fastapi import APIRouter, Depends, Request
from fastapi.routing import APIRoute

from interfaces.http.deps import DashboardDeps
from interfaces.http.readable import refuse_nul
from interfaces.http.routes import (
    accounts,
    alerts,
    bulk,
    cataloguing,
    connections,
    conversations,
    customers,
    exports,
    histories,
    imports,
    insights,
    live,
    money,
    notebook,
    number_signup,
    order_files,
    orders,
    owning,
    passkeys,
    products,
    satisfaction,
    saved_views,
    search,
    shop,
    staff,
    subscription,
)
from interfaces.http.same_origin import refuse_other_sites
from interfaces.http.schemas import Problem

ERRORS: dict[int | str, dict[str, object]] = {
    code: {"model": Problem, "content": {"application/problem+json": {}}}
    for code in (400, 401, 403, 404, 409, 422, 429, 503)
}


_PARTS = (
    accounts,
    passkeys,
    alerts,
    exports,
    staff,
    shop,
    owning,
    histories,
    conversations,
    order_files,
    customers,
    notebook,
    orders,
    saved_views,
    money,
    bulk,
    cataloguing,
    imports,
    products,
    insights,
    satisfaction,
    live,
    search,
    number_signup,
    connections,
    subscription,
)
"""In the order in which their addresses are looked through."""


def named_after_function(route: APIRoute) -> str:
    """Generated clients call a route as the code does."""
    return route.name


def dashboard_router(deps: DashboardDeps) -> APIRouter:
    """All routes of the dashboard under /api, served with these dependencies."""

    async def provide(request: Request) -> None:
        request.state.dashboard = deps

    router = APIRouter(
        prefix="/api",
        dependencies=[Depends(provide), Depends(refuse_other_sites), Depends(refuse_nul)],
        responses={**ERRORS},
        generate_unique_id_function=named_after_function,
    )
    for part in _PARTS:
        router.include_router(part.router)
    return router
