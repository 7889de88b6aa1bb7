"""What became of a piece of due work."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Done:
    """It is done; nothing more is due."""


@dataclass(frozen=True, slots=True)
class Later:
    """It is due again at a time, and why."""

    at: datetime
    reason: str


Outcome = Done | Later
DONE = Done()


def backoff(now: datetime, attempts: int) -> datetime:
    """When to try again: after 1, 4, 16, 64 seconds, and never longer than five minutes."""
    return now + timedelta(seconds=min(4 ** min(attempts, 5), 300))
