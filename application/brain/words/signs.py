"""Emoji that are the whole of a message: a thumb up is a yes, folded hands are thanks."""

import re
from typing import Final

_SAYING: Final = re.compile(r"\w")
_SAID: Final = (
    ("\U0001f44e", "no"),
    ("\U0001f44d", "yes"),
    ("\U0001f44c", "yes"),
    ("\u2705", "yes"),
    ("\U0001f64f", "thanks"),
    ("\U0001f44b", "hi"),
)


def said_by_signs(text: str) -> str:
    """The text, or where it has no word and no figure what its emoji say; a thumb down is heard first.

    Example: said_by_signs("\U0001f44d\U0001f3ff") == "yes".
    """
    if _SAYING.search(text):
        return text
    return next((word for sign, word in _SAID if sign in text), text)
