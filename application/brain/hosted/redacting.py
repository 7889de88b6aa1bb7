"""What of a customer's words goes to a hosted model: nothing by which she can be found, called or charged."""

import re
from typing import Final

from application.brain.words.text import clean

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER: Final = re.compile(r"\+?\d(?:[\s().-]{0,2}\d){6,}")
_RECEIPT: Final = re.compile(r"\b(?=[A-Z0-9]*[A-Z])(?=[A-Z0-9]*\d)[A-Z0-9]{10}\b")
_LINK: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def redacted(text: str) -> str:
    """The text, cleaned and cut, with words instead of numbers, addresses of mail and links.

    Example: redacted("call me on 0712 345 678") == "call me on [number]"
    """
    told = _LINK.sub("[link]", _EMAIL.sub("[mail]", clean(text)))
    return _RECEIPT.sub("[receipt]", _NUMBER.sub("[number]", told))
