"""An owner asked for a copy of all → it is made, kept for a day, and then it goes."""

from collections.abc import Callable
from typing import Final

from application.exporting import Archives, ExportState
from application.outcome import DONE, Later, Outcome
from application.ports import Clock
from application.work import Work

MOST_TRIES: Final = 5
"""The worker tries again after a failure; a copy that fails so often is given up."""
_ENDED: Final = (ExportState.FAILED, ExportState.GONE)


class ExportBoutique:
    """Makes copies, and lets them go."""

    def __init__(self, archives: Archives, clock: Clock) -> None:
        self._archives, self._clock = archives, clock

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Make it, or let it go when its time is over. One that was broken off begins anew."""
        kept = self._archives.find(work.boutique, work.subject)
        if kept is None or kept.state in _ENDED:
            return DONE
        if kept.state is ExportState.READY and kept.expires:
            if kept.expires > self._clock.now():
                return Later(kept.expires, "it is kept until then")
            self._archives.end(work.boutique, work.subject, ExportState.GONE)
            return DONE
        if work.attempts >= MOST_TRIES:
            self._archives.end(work.boutique, work.subject, ExportState.FAILED)
            return DONE
        begin()
        return Later(self._archives.make(work.boutique, work.subject), "it is kept until then")
