"""Refusals: the named rules by which the business says no."""

from typing import ClassVar


class Refusal(Exception):  # noqa: N818 — a refusal is an answer, not an error
    """A rule said no; nothing was recorded.

    `code` is stable and names the rule to programs; the message explains it to an operator. What a customer
    or an owner reads is worded elsewhere, in her language.
    """

    code: ClassVar[str] = "refused"

    @classmethod
    def __init_subclass__(cls) -> None:
        words = "".join(f"-{c.lower()}" if c.isupper() else c for c in cls.__name__)
        cls.code = words.lstrip("-")
