"""A refund on its way → a question, again at growing distance, until the neighbour says how it ended.

After the last one it stays on its way, or in doubt, before the owner's eyes: only she can look further.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from application.outcome import DONE, Later, Outcome
from application.ports import Clock
from application.refund_enquiry import RefundEnquiry
from application.work import Work

_DAY: Final = timedelta(days=1)
SCHEDULE: Final = (
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(hours=1),
    timedelta(hours=6),
    *(_DAY,) * 14,
)
"""Distances between questions, after the first one at half a minute: a card's takes up to two weeks."""

ASKED_FOR: Final = sum(SCHEDULE, timedelta(minutes=1))
"""After so long nobody asks any more."""


class QueryRefund:
    """Asks the money's neighbour what became of a refund."""

    def __init__(self, clock: Clock, enquiry: RefundEnquiry) -> None:
        self._clock, self._enquiry = clock, enquiry

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Ask, and come back later while nothing is known."""
        begin()
        why = self._enquiry.look(work, int(work.detail))
        if why is None or work.attempts >= len(SCHEDULE):
            return DONE
        return Later(self._clock.now() + SCHEDULE[work.attempts], why)
