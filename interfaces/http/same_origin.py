"""Only our own pages may change anything: no other site rides on a session's cookie."""

from fastapi import Request

from interfaces.http.deps import Deps
from interfaces.http.problems import ProblemFound

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


async def refuse_other_sites(request: Request, deps: Deps) -> None:
    """Raises: ProblemFound when a changing request comes from another site."""
    refuse_unless_own(request, deps.origins)


def refuse_unless_own(request: Request, origins: frozenset[str]) -> None:
    """Raises: ProblemFound when a changing request comes from a page of none of these origins.

    Browsers send `Sec-Fetch-Site`; an older one at least `Origin`. A request with neither carries no proof
    of where it comes from and is refused as well.
    """
    if request.method in _SAFE:
        return
    site = request.headers.get("sec-fetch-site")
    if site in {"same-origin", "none"}:
        return
    origin = request.headers.get("origin")
    if site is None and origin is not None and _is_own(request, origin, origins):
        return
    raise ProblemFound(403, "other-site", "Changes are taken from the dashboard's own page only")


def _is_own(request: Request, origin: str, origins: frozenset[str]) -> bool:
    return origin in origins or origin == f"{request.url.scheme}://{request.url.netloc}"
