"""What Twilio's error codes mean for us: try again, let it be, or call the owner.

Source: Twilio's error dictionary and its list of WhatsApp's codes, 2026. Codes that we do not know are final:
a message refused twice is worse than one told to the owner once.
"""

from datetime import timedelta
from enum import StrEnum

import httpx

from application.ports import NeighbourFailed, NeighbourUnsure, WindowClosed

NEIGHBOUR = "twilio"
_SERVER_FAULT = 500
_LONGEST_PATIENCE = 3600


class Remedy(StrEnum):
    """What can be done about a code."""

    RETRY = "retry"
    """Twilio may say yes to the very same request later."""
    TEMPLATE = "template"
    """Only a template may be sent now: the customer has not written for 24 hours."""
    NEVER = "never"
    """This customer cannot or does not want to be reached, or this message cannot be sent."""
    OWNER = "owner"
    """The boutique's account or sender needs its owner."""


REMEDIES = {
    20003: Remedy.OWNER,  # account and token do not fit
    20404: Remedy.OWNER,  # no such account
    20429: Remedy.RETRY,  # too many requests
    21211: Remedy.NEVER,  # no valid number
    21408: Remedy.OWNER,  # no permission for this country
    21604: Remedy.NEVER,  # no recipient
    21606: Remedy.OWNER,  # the sender is not this account's
    21608: Remedy.OWNER,  # a trial account writes to verified numbers only
    21610: Remedy.NEVER,  # she sent STOP
    21611: Remedy.RETRY,  # the sender's queue is full
    21617: Remedy.NEVER,  # the body is too long
    21620: Remedy.NEVER,  # the picture's address is no address
    21656: Remedy.NEVER,  # the template's variables do not fit
    30001: Remedy.RETRY,  # queue overflow
    30002: Remedy.OWNER,  # the account is suspended
    63003: Remedy.NEVER,  # no WhatsApp at this number
    63005: Remedy.NEVER,  # WhatsApp did not take the content
    63007: Remedy.OWNER,  # the sender is not a WhatsApp sender
    63012: Remedy.RETRY,  # WhatsApp's own fault
    63013: Remedy.OWNER,  # against WhatsApp's policy
    63014: Remedy.NEVER,  # she blocked the shop
    63016: Remedy.TEMPLATE,  # outside the 24 hours
    63018: Remedy.RETRY,  # too many messages for this sender
    63019: Remedy.NEVER,  # the picture could not be fetched
    63020: Remedy.OWNER,  # the business has not accepted Twilio's invitation
    63021: Remedy.NEVER,  # the content does not fit
    63024: Remedy.NEVER,  # this recipient cannot get it
    63032: Remedy.NEVER,  # WhatsApp limits what this person gets
    63034: Remedy.NEVER,  # the picture is too large
    63049: Remedy.NEVER,  # Meta chose not to deliver it
    63051: Remedy.OWNER,  # the sender is locked
}


_ADVICE = {
    20003: "Twilio does not take the auth token any more: enter the new one.",
    30002: "Twilio has suspended the account: look into its console.",
    63007: "The number is no WhatsApp sender of the account: register it in Twilio's console.",
    63013: "WhatsApp says that this breaks its policy: look into Twilio's console.",
    63020: "Accept Twilio's invitation in the Meta Business Manager.",
    63051: "WhatsApp has locked the sender: look into Twilio's console.",
}
_ANY_ADVICE = "Twilio sends nothing from this number: look into its console."


def advice_for(code: str) -> str | None:
    """What the owner must do, in one sentence; None where it is nothing of hers."""
    if remedy_for(code) is not Remedy.OWNER:
        return None
    return _ADVICE.get(int(code), _ANY_ADVICE)


def told_for(code: str, reason: str) -> str:
    """What is told of a failure: to the owner's advice, if it is hers, comes what Twilio says."""
    advice = advice_for(code)
    return f"{advice} ({reason})" if advice else reason


def remedy_for(code: str) -> Remedy:
    """What can be done about a code that Twilio told in an answer or in a status."""
    return REMEDIES.get(int(code), Remedy.NEVER) if code.isdecimal() else Remedy.NEVER


def failure_of(answer: httpx.Response) -> NeighbourFailed:
    """The failure that an answer other than success tells; a fault of Twilio's own may have sent it."""
    fault, status = _fault_in(answer), answer.status_code
    code, reason = fault or (f"http-{status}", "no error code in the answer")
    if status >= _SERVER_FAULT:
        return NeighbourUnsure(NEIGHBOUR, code, reason, retryable=False)
    remedy = remedy_for(code)
    again = remedy is Remedy.RETRY or status == httpx.codes.TOO_MANY_REQUESTS
    after = _wanted_pause(answer)
    failed = WindowClosed if remedy is Remedy.TEMPLATE else NeighbourFailed
    return failed(NEIGHBOUR, code, told_for(code, reason), retryable=again, after=after)


def unreachable(error: httpx.TransportError) -> NeighbourFailed:
    """The failure of a request that got no answer: unsure once a byte of it may have arrived."""
    reason = type(error).__name__
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
        return NeighbourFailed(NEIGHBOUR, "unreachable", reason, retryable=True)
    return NeighbourUnsure(NEIGHBOUR, "no-answer", reason, retryable=False)


def _wanted_pause(answer: httpx.Response) -> timedelta | None:
    """How long Twilio wants to be left alone, where it says so and means less than an hour."""
    told = answer.headers.get("retry-after", "")
    seconds = int(told) if told.isascii() and told.isdigit() and len(told) < 5 else 0
    return timedelta(seconds=min(seconds, _LONGEST_PATIENCE)) if seconds else None


def _fault_in(answer: httpx.Response) -> tuple[str, str] | None:
    try:
        told = answer.json()
        return str(int(told["code"])), str(told.get("message") or "")
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
