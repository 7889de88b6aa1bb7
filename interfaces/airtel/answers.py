"""Airtel's answers, read leniently: a member that is missing or of another kind is empty, never a crash."""

from collections.abc import Mapping

import httpx

from application.ports import NeighbourFailed, NeighbourUnsure
from interfaces.airtel.statuses import IN_DOUBT

NEIGHBOUR = "airtel"
Fields = Mapping[str, object]


def fields_of(answer: httpx.Response) -> Fields:
    """The answer's members; none for anything but a JSON object, such as a proxy's page."""
    try:
        told = answer.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def inside(told: Fields, *path: str) -> Fields:
    """The object at the end of this path."""
    for name in path:
        found = told.get(name)
        told = found if isinstance(found, dict) else {}
    return told


def text_in(told: Fields, name: str) -> str:
    """A member as text: Airtel writes the same code now as a number, now as a text."""
    value = told.get(name)
    return str(value)[:200] if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def failure_of(answer: httpx.Response) -> NeighbourFailed:
    """The failure that an answer tells; unsure unless Airtel itself says that it took nothing."""
    status = inside(fields_of(answer), "status")
    code = text_in(status, "response_code") or text_in(status, "result_code")
    reason = text_in(status, "message")
    if answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
        return NeighbourFailed(NEIGHBOUR, "http-429", "too many calls", retryable=True)
    if not code or code in IN_DOUBT or answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
        code = code or f"http-{answer.status_code}"
        return NeighbourUnsure(NEIGHBOUR, code, reason or "no answer to rely on", retryable=False)
    return NeighbourFailed(NEIGHBOUR, code, reason, retryable=False)


def unreachable(error: httpx.TransportError) -> NeighbourFailed:
    """The failure of a request without an answer: unsure once a byte of it may have arrived."""
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
        return NeighbourFailed(NEIGHBOUR, "unreachable", type(error).__name__, retryable=True)
    return NeighbourUnsure(NEIGHBOUR, "no-answer", type(error).__name__, retryable=False)
