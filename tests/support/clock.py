"""A clock that stands until it is moved."""

from datetime import UTC, datetime, timedelta


class FixedClock:
    """The time as the test sets it; it never moves by itself."""

    def __init__(self, at: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)) -> None:
        self._at = at

    def now(self) -> datetime:
        """The time set."""
        return self._at

    def set(self, at: datetime) -> None:
        """Make it this time."""
        self._at = at

    def pass_by(self, span: timedelta) -> datetime:
        """Let the span pass; the time after it."""
        self._at += span
        return self._at
