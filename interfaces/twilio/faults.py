"""What Twilio's error codes mean for us: try again, let it be, or call the owner.

Source: Twilio's error dictionary and its list of WhatsApp's codes, 2026. Codes that we do not know are final:
a message refused twice is worse than one told to the owner once.
"""

from enum import StrEnum

import httpx

from application.ports import NeighbourFailed, NeighbourUnsure

NEIGHBOUR = "twilio"
_SERVER_FAULT = 500


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
    20500: Remedy.RETRY,  # Twilio's own fault
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


def remedy_for(code: str) -> Remedy:
    """What can be done about a code that Twilio told in an answer or in a status."""
    return REMEDIES.get(int(code), Remedy.NEVER) if code.isdecimal() else Remedy.NEVER


def failure_of(answer: httpx.Response) -> NeighbourFailed:
    """The failure that an answer other than success tells."""
    fault = _fault_in(answer)
    status = answer.status_code
    if fault is not None and (status < _SERVER_FAULT or fault[0] != "0"):
        code, reason = fault
        return NeighbourFailed(NEIGHBOUR, code, reason, retryable=remedy_for(code) is Remedy.RETRY)
    if status >= _SERVER_FAULT:
        return NeighbourUnsure(NEIGHBOUR, f"http-{status}", "no error code in the answer", retryable=False)
    busy = status == httpx.codes.TOO_MANY_REQUESTS
    return NeighbourFailed(NEIGHBOUR, f"http-{status}", "no error code in the answer", retryable=busy)


def unreachable(error: httpx.TransportError) -> NeighbourFailed:
    """The failure of a request that got no answer: unsure once a byte of it may have arrived."""
    reason = type(error).__name__
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
        return NeighbourFailed(NEIGHBOUR, "unreachable", reason, retryable=True)
    return NeighbourUnsure(NEIGHBOUR, "no-answer", reason, retryable=False)


def _fault_in(answer: httpx.Response) -> tuple[str, str] | None:
    try:
        told = answer.json()
        return str(int(told["code"])), str(told.get("message") or "")
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
