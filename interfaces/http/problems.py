"""Errors as the API tells them: application/problem+json with a cause that finds them in the log."""

from uuid import uuid4

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from domain.refusal import Refusal
from interfaces.http.schemas import Problem, Told
from interfaces.sayings import Said
from projections.sales import FiguresAway

_LOG = structlog.get_logger(__name__)
_TITLES = {
    400: "The request makes no sense",
    401: "Nobody is signed in",
    403: "Not allowed",
    404: "There is no such thing here",
    405: "This cannot be done here",
    409: "A rule of the shop says no",
    413: "That is too much",
    422: "The request makes no sense",
    500: "Something broke on our side",
    503: "Not available right now",
}


class ProblemFound(HTTPException):
    """A request that cannot be served. `kind` is stable and names the problem to programs."""

    def __init__(
        self, status: int, kind: str, detail: str | None = None, said: tuple[Said, ...] = ()
    ) -> None:
        super().__init__(status_code=status, detail=detail)
        self.kind = kind
        self.said = said


def not_found() -> ProblemFound:
    """The answer for what is not there, and for what is another boutique's."""
    return ProblemFound(404, "not-found")


def answer_problems(app: FastAPI) -> None:
    """Let this application answer every error as a problem; no trace ever leaves the process."""
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(Refusal, _on_refusal)
    app.add_exception_handler(FiguresAway, _on_figures_away)
    app.add_exception_handler(Exception, _on_bug)


def problem(status: int, kind: str, detail: str | None = None, said: tuple[Said, ...] = ()) -> JSONResponse:
    """The response that tells this problem."""
    cause = uuid4().hex
    _LOG.info("http-problem", status=status, kind=kind, cause=cause)
    told = Problem(
        type=f"urn:dukani:{kind}",
        title=_TITLES.get(status, "Error"),
        status=status,
        detail=detail,
        cause=cause,
        said=Told.of(said),
    )
    return JSONResponse(told.model_dump(), status, media_type="application/problem+json")


async def _on_http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 — registered for this class only
    if isinstance(error, ProblemFound):
        return problem(error.status_code, error.kind, error.detail or None, error.said)
    return problem(error.status_code, f"http-{error.status_code}", error.detail or None)


async def _on_invalid(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 — registered for this class only
    wrong = "; ".join(f"{'.'.join(str(p) for p in e['loc'])}: {e['msg']}" for e in error.errors())
    return problem(422, "invalid-request", wrong[:500])


async def _on_refusal(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Refusal)  # noqa: S101 — registered for this class only
    return problem(409, error.code, str(error) or None)


async def _on_figures_away(_: Request, error: Exception) -> JSONResponse:
    _LOG.warning("figures-away", cause=str(error))
    return problem(503, "figures-away", "The figures cannot be asked right now")


async def _on_bug(_: Request, error: Exception) -> JSONResponse:
    _LOG.error("http-bug", exc_info=error)
    return problem(500, "bug")
