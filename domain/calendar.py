"""Months and days as the shops live them: by the clocks of East Africa, which has no summer time."""

from datetime import date, datetime, time, timedelta, timezone
from typing import Final

NAIROBI: Final = timezone(timedelta(hours=3), "EAT")
"""The time of the shops' days."""


def day_in_nairobi(at: datetime) -> date:
    """The day on which a moment falls."""
    return at.astimezone(NAIROBI).date()


def month_of(at: datetime) -> date:
    """The month in which a moment falls, as its first day."""
    return day_in_nairobi(at).replace(day=1)


def next_month(month: date) -> date:
    """The month after this one, as its first day."""
    return (month.replace(day=1) + timedelta(days=31)).replace(day=1)


def begins(month: date) -> datetime:
    """The moment at which a month begins."""
    return datetime.combine(month.replace(day=1), time(), NAIROBI)
