"""Papers to print: slips, receipts and invoices, as PDF."""

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interfaces.papers.sheet import Sheet


def blank(title: str, now: datetime) -> "Sheet":
    """A sheet with nothing on it. What draws it is loaded with the first: a start does not wait for it."""
    from interfaces.papers.sheet import Sheet

    return Sheet(title, now)
