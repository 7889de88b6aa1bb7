"""A bell that rings once for each cause, however often it happens."""

import threading
import time
from collections.abc import Callable, Hashable
from typing import Final

AGAIN_AFTER: Final = 3600.0
"""Seconds after which a cause that goes on is news once more."""
MOST_CAUSES: Final = 1000


class Bell:
    """Remembers which causes have rung, the newest thousand. Safe to share between threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rang: dict[Hashable, float] = {}
        self._lock = threading.Lock()

    def rings(self, cause: Hashable) -> bool:
        """Whether this cause is news."""
        now = self._clock()
        with self._lock:
            if now - self._rang.get(cause, float("-inf")) < AGAIN_AFTER:
                return False
            self._rang.pop(cause, None)
            self._rang[cause] = now
            if len(self._rang) > MOST_CAUSES:
                self._rang.pop(next(iter(self._rang)))
            return True
