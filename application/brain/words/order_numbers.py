"""Numbers of orders in a message, as people type them from memory or off the phone."""

import re
from typing import Final, NamedTuple

_CODE: Final = r"(?P<code>(?:[a-z0-9][\s\-–]?){5}[a-z0-9])(?![a-z0-9])"
_WHOLE_CODE: Final = r"(?P<code>[a-z0-9]{6})(?![a-z0-9])"
_WITH_MARK: Final = re.compile(rf"(?<![a-z0-9])dk\s*[-–—_:#.]?\s*{_CODE}", re.IGNORECASE)
_AFTER_ORDER: Final = re.compile(
    rf"\b(?:order|oda|agizo|parcel|mzigo)\b(?:\W+(?:number|no|namba|nambari|yangu|wangu|langu|ya|is|ni|code))*"
    rf"\W+{_WHOLE_CODE}",
    re.IGNORECASE,
)
_SPOKEN: Final = re.compile(r"[2-9A-HJ-NP-Z]{6}")
_BY_NUMBER: Final = re.compile(r"[dD][kK]\s*[-–—_:#.]|DK")
_PRICE: Final = re.compile(r"\d{3,}[A-Z]{2,3}")


class OrderNumber(NamedTuple):
    """The number as the shop writes it, and the characters it took."""

    number: str
    start: int
    end: int


def order_number_in(text: str) -> OrderNumber | None:
    """The number of an order, put as the shop puts it; whose order it is, is not known here.

    Shape: after "DK" any six letters and digits are one, in small letters and with gaps too; without it
    only six of the shop's own signs, letters and digits among them, behind a word for an order.
    Example: order_number_in("oda yangu ni dk 7f3k9q").number == "DK-7F3K9Q".
    """
    for found in _WITH_MARK.finditer(text):
        # "dk really" is said for "don't know": letters alone are a number only behind "DK-".
        code = _code(found)
        if any(sign.isdigit() for sign in code) or _BY_NUMBER.match(found.group()):
            return OrderNumber(f"DK-{code}", found.start(), found.end())
    for found in _AFTER_ORDER.finditer(text):
        code = _code(found)
        mixed = any(sign.isdigit() for sign in code) and any(sign.isalpha() for sign in code)
        if mixed and _SPOKEN.fullmatch(code) and not _PRICE.fullmatch(code):
            return OrderNumber(f"DK-{code}", found.start("code"), found.end("code"))
    return None


def _code(found: re.Match[str]) -> str:
    return re.sub(r"[\s\-–]", "", found["code"]).upper()
