"""The operator's session: an opaque token in a cookie of its own, which opens no boutique."""

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import Depends, Request, Response

from interfaces.http.operating import Operator
from interfaces.http.permissions import OPERATORS
from interfaces.http.platform_deps import Deps
from interfaces.http.problems import ProblemFound

COOKIE: Final = "dukani_operator"
HOST_COOKIE: Final = "__Host-dukani-operator"
_LONGEST: Final = 100


@dataclass(frozen=True, slots=True, repr=False)
class OperatorSession:
    """A signed-in operator, and the token that her browser has."""

    operator: Operator
    token: str


def put_cookie(response: Response, token: str, *, https: bool) -> None:
    """Give the browser its session, which ends with the browser or after half a day."""
    name = cookie_of(https=https)
    response.set_cookie(name, token, httponly=True, samesite="strict", secure=https)


def drop_cookie(response: Response, *, https: bool) -> None:
    """Take the session from the browser."""
    response.delete_cookie(cookie_of(https=https), httponly=True, samesite="strict", secure=https)


def cookie_of(*, https: bool) -> str:
    """The cookie's name. Over https no other host and no subdomain can set its like."""
    return HOST_COOKIE if https else COOKIE


def current_operator(request: Request, deps: Deps) -> OperatorSession:
    """The operator of this request, if the table of roles gives her the route.

    Raises: ProblemFound 401 when nobody is signed in here; 403 when the table says no.
    """
    token = request.cookies.get(cookie_of(https=deps.https))
    operator = deps.operators.session_of(token) if token and len(token) <= _LONGEST else None
    if operator is None or not token:
        raise ProblemFound(401, "no-session")
    if request.scope["route"].name not in OPERATORS:
        raise ProblemFound(403, "not-your-role", "Not for operators")
    return OperatorSession(operator, token)


SignedIn = Annotated[OperatorSession, Depends(current_operator)]
