"""What Meta's error codes mean for us. The HTTP status says nothing certain, so only the code is asked.

Source: Meta's error codes of the Cloud API, September 2026.
"""

from datetime import timedelta
from enum import StrEnum
from typing import Final

import httpx

from application.ports import NeighbourFailed, NeighbourUnsure, WindowClosed

NEIGHBOUR: Final = "whatsapp"
_SERVER_FAULT: Final = 500
_LONGEST_PATIENCE: Final = 3600


class Remedy(StrEnum):
    """What is to be done about an error."""

    RETRY = "retry"
    """It passes: the same request may be taken soon."""
    SLOW_DOWN = "slow-down"
    """Too much at once: the same request is taken after a while."""
    TEMPLATE = "template"
    """She has not written for 24 hours: only a template reaches her."""
    LET_IT_BE = "let-it-be"
    """It does not reach her, whatever we do."""
    OWNER = "owner"
    """Nothing goes out from this number until its owner has done something at Meta's."""
    OURS = "ours"
    """We asked for something wrong."""


_REMEDIES: Final[dict[int, Remedy]] = {
    **dict.fromkeys((1, 2, 131000, 131016, 131057, 133004), Remedy.RETRY),
    **dict.fromkeys((4, 80007, 130429, 131056, 132069), Remedy.SLOW_DOWN),
    131047: Remedy.TEMPLATE,
    **dict.fromkeys((131026, 130403, 131021, 131030, 131049, 131050, 130472, 131063), Remedy.LET_IT_BE),
    **dict.fromkeys((131052, 131062), Remedy.LET_IT_BE),
    **dict.fromkeys((0, 3, 10, 190, 131005), Remedy.OWNER),
    **dict.fromkeys((368, 130497, 131031, 131037, 131042, 131045, 131048, 131064, 133010), Remedy.OWNER),
    **dict.fromkeys((132001, 132007, 132015, 132016, 132068), Remedy.OWNER),
}
_PERMISSIONS: Final = range(200, 300)

_ADVICE: Final[dict[int, str]] = {
    190: "WhatsApp does not take the access token any more: connect the number anew.",
    131031: "Meta has locked the account: look into the WhatsApp Manager.",
    131037: "The display name is not approved yet: look into the WhatsApp Manager.",
    131042: "Meta has no payment method that works: add one in the WhatsApp Manager.",
    131045: "The number is not registered: register it in the WhatsApp Manager.",
    133010: "The number is not registered: register it in the WhatsApp Manager.",
    131048: "Customers have marked messages as spam: Meta lets no more out for now.",
    130497: "Meta does not let this number write to that country.",
    132001: "The template does not exist in that language: create it in the WhatsApp Manager.",
    132015: "Meta has paused the template: look into the WhatsApp Manager.",
    132016: "Meta has disabled the template: create another one in the WhatsApp Manager.",
}
_PERMISSION_ADVICE: Final = "The access token may not send from this number: give it that permission."


def remedy_for(code: int) -> Remedy:
    """What is to be done about it; an unknown code is ours to look at."""
    if code in _PERMISSIONS:
        return Remedy.OWNER
    return _REMEDIES.get(code, Remedy.OURS)


def advice_for(code: int) -> str | None:
    """What the owner must do, in one sentence; None where it is nothing of hers."""
    if remedy_for(code) is not Remedy.OWNER:
        return None
    return _ADVICE.get(code, _PERMISSION_ADVICE)


def failure_of(answer: httpx.Response) -> NeighbourFailed:
    """The failure that an answer other than success tells."""
    fault, after = _fault_in(answer), _wanted_pause(answer)
    if fault is None:
        return _unexplained(answer.status_code, after)
    code, reason = fault
    told = f"{advice} ({reason})" if (advice := advice_for(code)) else reason
    failed = WindowClosed if is_outside_window(code) else NeighbourFailed
    return failed(NEIGHBOUR, str(code), told, retryable=is_retryable(code), after=after)


def is_outside_window(code: int) -> bool:
    """True when only a template may be sent to her."""
    return remedy_for(code) is Remedy.TEMPLATE


def is_retryable(code: int) -> bool:
    """True when Meta may say yes to the very same request later."""
    return remedy_for(code) in (Remedy.RETRY, Remedy.SLOW_DOWN)


def unreachable(error: httpx.TransportError) -> NeighbourFailed:
    """The failure of a request that got no answer: unsure once a byte of it may have arrived."""
    reason = f"{type(error).__name__}: {error}"
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
        return NeighbourFailed(NEIGHBOUR, "unreachable", reason, retryable=True)
    return NeighbourUnsure(NEIGHBOUR, "no-answer", reason, retryable=False)


def _unexplained(status: int, after: timedelta | None) -> NeighbourFailed:
    if status >= _SERVER_FAULT:
        return NeighbourUnsure(NEIGHBOUR, f"http-{status}", "no error code in the answer", retryable=False)
    busy = status == httpx.codes.TOO_MANY_REQUESTS
    reason = "no error code in the answer"
    return NeighbourFailed(NEIGHBOUR, f"http-{status}", reason, retryable=busy, after=after)


def _fault_in(answer: httpx.Response) -> tuple[int, str] | None:
    try:
        error = answer.json()["error"]
        details = (error.get("error_data") or {}).get("details")
        return int(error["code"]), str(details or error.get("message") or "")
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _wanted_pause(answer: httpx.Response) -> timedelta | None:
    """What `Retry-After` says in seconds, as Meta writes it; never more than an hour."""
    told = answer.headers.get("retry-after", "")
    return (
        timedelta(seconds=min(int(told), _LONGEST_PATIENCE)) if told.isascii() and told.isdecimal() else None
    )
