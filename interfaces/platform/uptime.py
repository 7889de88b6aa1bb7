"""Uptime, from the minutes in which a process was there and reached the database."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from interfaces.http.operating import Uptime

_HOUR: Final = timedelta(hours=1)
_MINUTE: Final = timedelta(minutes=1)
Beats = Iterable[tuple[datetime, int]]
"""Hours, oldest first, each with a bit for every minute."""


def uptime(process: str, beats: Beats, begin: datetime, end: datetime) -> Uptime:
    """How much of a time the process was there, counted from its first minute on where that came later.

    The minute under way is not counted: nobody can say yet.
    """
    end = end.replace(second=0, microsecond=0)
    there = [minute for hour, bits in beats for minute in _minutes(hour, bits)]
    if not there:
        return Uptime(process, 0, 0, None)
    since = max(begin, there[0])
    counted = sum(since <= minute < end for minute in there)
    return Uptime(process, counted, max(0, round((end - since) / _MINUTE)), there[-1])


def _minutes(hour: datetime, bits: int) -> Iterable[datetime]:
    return (hour + n * _MINUTE for n in range(60) if bits >> n & 1)
