"""Paystack's answers and events, read leniently; amounts strictly."""

from collections.abc import Mapping
from typing import Final

import httpx

from application.ports import NeighbourFailed, NeighbourUnsure
from domain.money import Money

NEIGHBOUR: Final = "paystack"
Fields = Mapping[str, object]
_MOST_CENTS: Final = 100_000_000 * 100


def fields_of(answer: httpx.Response) -> Fields:
    """The answer's members; none for anything but a JSON object, such as a proxy's page."""
    try:
        told = answer.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def inside(told: Fields, name: str) -> Fields:
    """The object of this name."""
    found = told.get(name)
    return found if isinstance(found, dict) else {}


def text_in(told: Fields, name: str) -> str:
    """A member as text: ids are numbers."""
    value = told.get(name)
    return str(value)[:200] if isinstance(value, str | int) and not isinstance(value, bool) else ""


def amount_in(told: Fields) -> Money | None:
    """The amount, in hundredths; None unless it is an exact positive number, here of any currency."""
    value = told.get("amount")
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= _MOST_CENTS:
        return None
    return Money(cents=value, currency=text_in(told, "currency") or "KES")


def failure_of(answer: httpx.Response) -> NeighbourFailed:
    """The failure that an answer tells; unsure unless Paystack itself says no."""
    told = fields_of(answer)
    code, reason = f"http-{answer.status_code}", text_in(told, "message")
    if answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
        return NeighbourFailed(NEIGHBOUR, code, "too many calls", retryable=True)
    if told.get("status") is False and answer.status_code < httpx.codes.INTERNAL_SERVER_ERROR:
        return NeighbourFailed(NEIGHBOUR, code, reason, retryable=False)
    return NeighbourUnsure(NEIGHBOUR, code, reason or "no answer to rely on", retryable=False)
