"""Phrases that an owner never wants to hear her shop say."""

import re
from collections.abc import Iterable


def says_forbidden(text: str, forbidden: Iterable[str]) -> str | None:
    """The first of these phrases that a text says as whole words, in whatever case; None where it says none.

    Example: says_forbidden("All sales are FINAL!", ("sales are final",)) == "sales are final"
    """
    said = f" {_words(text)} "
    return next((phrase for phrase in forbidden if _words(phrase) and f" {_words(phrase)} " in said), None)


def _words(text: str) -> str:
    return " ".join(re.findall(r"[\w'’]+", text.casefold()))
