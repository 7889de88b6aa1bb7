"""Which of Daraja's errors are a sure "not sent", and which leave it open.

Source: Safaricom's STK push documentation, error envelope and codes.
"""

from collections.abc import Mapping

import httpx

from application.ports import PHONE_BUSY, NeighbourFailed, NeighbourUnsure

NEIGHBOUR = "mpesa"
WRONG_TOKEN = frozenset({"404.001.03", "400.003.01", "401.002.01"})
"""Each of Daraja's products has its own word for it."""
_IN_DOUBT = frozenset({"500.003.1001"})
_WORTH_ANOTHER_TRY = frozenset({"500.003.02", "500.003.03"})
_AMBIGUOUS = "500.001.1001"
_LOCKED = "unable to lock subscriber"
_IN_PROGRESS = "being processed"


def failure_of(answer: httpx.Response) -> NeighbourFailed:
    """The failure that an answer tells; unsure unless Daraja's own envelope says that nothing was sent."""
    code, reason = envelope_in(answer)
    if code is None:
        return NeighbourUnsure(NEIGHBOUR, f"http-{answer.status_code}", "no error code", retryable=False)
    if code in _IN_DOUBT or (code == _AMBIGUOUS and _IN_PROGRESS in reason.lower()):
        return NeighbourUnsure(NEIGHBOUR, code, reason, retryable=False)
    if code == _AMBIGUOUS and _LOCKED in reason.lower():
        return NeighbourFailed(NEIGHBOUR, PHONE_BUSY, reason, retryable=True)
    return NeighbourFailed(NEIGHBOUR, code, reason, retryable=code in _WORTH_ANOTHER_TRY)


def refusal_of(answer: httpx.Response, told: Mapping[str, str]) -> NeighbourFailed:
    """Why a request was not taken, by its response code or by Daraja's envelope."""
    code = told.get("ResponseCode")
    if answer.status_code == httpx.codes.OK and code:
        return NeighbourFailed(NEIGHBOUR, code, told.get("ResponseDescription", ""), retryable=False)
    return failure_of(answer)


def is_in_progress(answer: httpx.Response) -> bool:
    """True when a query is told to come again later."""
    code, reason = envelope_in(answer)
    return code == _AMBIGUOUS and _IN_PROGRESS in reason.lower()


def unreachable(error: httpx.TransportError) -> NeighbourFailed:
    """The failure of a request without an answer: unsure once a byte of it may have arrived."""
    reason = f"{type(error).__name__}: {error}"
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
        return NeighbourFailed(NEIGHBOUR, "unreachable", reason, retryable=True)
    return NeighbourUnsure(NEIGHBOUR, "no-answer", reason, retryable=False)


def envelope_in(answer: httpx.Response) -> tuple[str | None, str]:
    """Daraja's error code and message; no code for anything else, such as a proxy's page."""
    try:
        told = answer.json()
        return str(told["errorCode"]), str(told.get("errorMessage", ""))
    except (ValueError, LookupError, TypeError, AttributeError):
        return None, ""
