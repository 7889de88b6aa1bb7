"""A customer wrote, or is owed news → her turn. A photo that cannot be had now is waited for."""

from collections.abc import Callable
from typing import Final

from application.conversing import Conversing
from application.outcome import DONE, Later, Outcome, backoff
from application.ports import Clock, NeighbourFailed
from application.work import Work
from domain.identity import CustomerId

MOST_WAITS: Final = 3
"""For a photo while WhatsApp's own server does not answer; together some twenty seconds."""


class AnswerCustomer:
    """Settles all that waits of one customer."""

    def __init__(self, conversing: Conversing, clock: Clock) -> None:
        self._conversing, self._clock = conversing, clock

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Answer her; later, when her photo may be had later."""
        try:
            patient = work.attempts < MOST_WAITS
            self._conversing.turn(work.boutique, CustomerId(work.lane), patient=patient)
        except NeighbourFailed as failed:
            begin()
            return Later(backoff(self._clock.now(), work.attempts), f"her photo: {failed}")
        return DONE
