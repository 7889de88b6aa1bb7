"""What Meta's error codes mean for us. The HTTP status says nothing certain, so only the code is asked.

Source: Meta's error codes of the Cloud API, September 2026.
"""

import httpx

from application.ports import NeighbourFailed, NeighbourUnsure

NEIGHBOUR = "whatsapp"
_TRANSIENT = frozenset({1, 2, 131000, 131016, 131057, 133004})
_THROTTLED = frozenset({4, 80007, 130429, 131056, 132069})
_SERVER_FAULT = 500


def failure_of(answer: httpx.Response) -> NeighbourFailed:
    """The failure that an answer other than success tells."""
    fault = _fault_in(answer)
    if fault is None:
        return _unexplained(answer.status_code)
    code, reason = fault
    return NeighbourFailed(NEIGHBOUR, str(code), reason, retryable=is_retryable(code))


def is_retryable(code: int) -> bool:
    """True when Meta may say yes to the very same request later."""
    return code in _TRANSIENT or code in _THROTTLED


def unreachable(error: httpx.TransportError) -> NeighbourFailed:
    """The failure of a request that got no answer: unsure once a byte of it may have arrived."""
    reason = f"{type(error).__name__}: {error}"
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
        return NeighbourFailed(NEIGHBOUR, "unreachable", reason, retryable=True)
    return NeighbourUnsure(NEIGHBOUR, "no-answer", reason, retryable=False)


def _unexplained(status: int) -> NeighbourFailed:
    if status >= _SERVER_FAULT:
        return NeighbourUnsure(NEIGHBOUR, f"http-{status}", "no error code in the answer", retryable=False)
    busy = status == httpx.codes.TOO_MANY_REQUESTS
    return NeighbourFailed(NEIGHBOUR, f"http-{status}", "no error code in the answer", retryable=busy)


def _fault_in(answer: httpx.Response) -> tuple[int, str] | None:
    try:
        error = answer.json()["error"]
        details = (error.get("error_data") or {}).get("details")
        return int(error["code"]), str(details or error.get("message") or "")
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
