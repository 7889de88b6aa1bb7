"""How fast a number may speak: Meta's quotas kept on our side, so that no message is spent on a refusal.

Shape: one keeper for all threads of a process. Other processes keep their own; what Meta refuses above that
comes back as an error and slows down both the number or the pair that it names.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from application.ports import NeighbourFailed
from interfaces.whatsapp.faults import NEIGHBOUR

PAIR_EVERY: Final = 6.0
PAIR_BURST: Final = 45
_MOST_PAIRS: Final = 10_000
_NUMBER_CODES: Final = frozenset({"4", "80007", "130429", "http-429"})
_PAIR_CODE: Final = "131056"
_AFTER_REFUSAL: Final = timedelta(seconds=4)


@dataclass
class _Bucket:
    """Tokens that come back with time. Units: seconds on a clock that only goes forward."""

    most: float
    every: float
    left: float
    at: float

    def wait(self, now: float) -> float:
        """Seconds until there is a token."""
        self.left = min(self.most, self.left + max(0.0, now - self.at) / self.every)
        self.at = max(now, self.at)
        return max(0.0, (1 - self.left) * self.every) + self.at - now

    @property
    def is_full(self) -> bool:
        """True for one that says nothing of the past."""
        return self.left >= self.most


class Pacing:
    """The quotas of all numbers and of their customers. Units: messages a second."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._numbers: dict[str, _Bucket] = {}
        self._pairs: dict[tuple[str, str], _Bucket] = {}

    def take(self, account: str, person: str, per_second: int) -> None:
        """Use up one message of the number and of the pair.

        Raises: NeighbourFailed where there is none, saying when there will be; nothing was used up then.
        """
        with self._lock:
            now = self._now()
            number = self._numbers.setdefault(account, _Bucket(per_second, 1 / per_second, per_second, now))
            pair = self._pair(account, person, now)
            wait = max(number.wait(now), pair.wait(now))
            if wait <= 0:
                number.left -= 1
                pair.left -= 1
                return
        after = timedelta(seconds=wait)
        raise NeighbourFailed(NEIGHBOUR, "paced", "the quota is used up for now", retryable=True, after=after)

    def refused(self, account: str, person: str, failed: NeighbourFailed) -> None:
        """Meta says it was too fast: the number, or only this customer, waits."""
        with self._lock:
            now, pause = self._now(), (failed.after or _AFTER_REFUSAL).total_seconds()
            if failed.code in _NUMBER_CODES and account in self._numbers:
                self._numbers[account].at = now + pause
                self._numbers[account].left = 1
            elif failed.code == _PAIR_CODE:
                pair = self._pair(account, person, now)
                pair.at, pair.left = now + pause, 1

    def _pair(self, account: str, person: str, now: float) -> _Bucket:
        if len(self._pairs) >= _MOST_PAIRS:
            kept = ((key, held) for key, held in self._pairs.items() if held.wait(now) or not held.is_full)
            self._pairs = dict(kept)
        return self._pairs.setdefault((account, person), _Bucket(PAIR_BURST, PAIR_EVERY, PAIR_BURST, now))
