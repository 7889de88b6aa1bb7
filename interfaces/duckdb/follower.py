"""Keeps the figures up with the logs, and throws them away when they cannot be believed."""

import threading
import time
from collections.abc import Mapping
from typing import Final, Protocol

import duckdb
import psycopg
import structlog

from domain.identity import BoutiqueId
from interfaces.collector import collector_paused
from interfaces.duckdb.figures_file import FiguresFile
from interfaces.duckdb.log_pages import LogPage
from interfaces.postgres.database import StoreUnavailable

PAGE: Final = 10_000
POLL_SECONDS: Final = 0.25
CHECK_SECONDS: Final = 30.0

_say = structlog.get_logger(__name__)


class Logs(Protocol):
    """The boutiques' logs, as a follower reads them."""

    def heads(self) -> Mapping[BoutiqueId, int]:
        """How long each log is."""
        ...

    def after(self, boutique: BoutiqueId, position: int, limit: int) -> LogPage:
        """The facts behind a position."""
        ...

    def mark(self, boutique: BoutiqueId, position: int) -> str:
        """What tells the log up to a position from any other."""
        ...


class FiguresFollower:
    """Takes pages of facts into the figures. One of them works at a time."""

    def __init__(self, logs: Logs, file: FiguresFile) -> None:
        self._logs, self._file = logs, file
        self._trusted: set[BoutiqueId] = set()

    def run(self, stop: threading.Event) -> None:
        """Work until told to stop. A database away is waited for; a file gone bad is filled anew."""
        checked = time.monotonic()
        while not stop.wait(POLL_SECONDS):
            try:
                if time.monotonic() - checked > CHECK_SECONDS:
                    self.check()
                    checked = time.monotonic()
                self.catch_up()
            except (StoreUnavailable, psycopg.OperationalError):
                stop.wait(1.0)
            except duckdb.Error as error:
                self._begin_anew(type(error).__name__)

    def catch_up(self) -> int:
        """Until nothing is behind; how many facts were taken in."""
        return sum(self._follow(boutique, head) for boutique, head in self._logs.heads().items())

    def check(self) -> bool:
        """Whether the figures can be believed; if not, they are thrown away, to be filled again."""
        if self._file.is_sound():
            return True
        self._begin_anew("the rows do not agree with their sums, or the file is gone")
        return False

    def rebuild(self) -> int:
        """Everything again from the first fact; how many facts were taken in."""
        self._begin_anew("asked for")
        return self.catch_up()

    def _follow(self, boutique: BoutiqueId, head: int) -> int:
        """A file that another log has filled is found out by the log's mark, and its rows are forgotten."""
        position, mark = self._file.position(boutique)
        if boutique not in self._trusted:
            if position and self._logs.mark(boutique, position) != mark:
                self._file.forget(boutique)
                position = 0
            self._trusted.add(boutique)
        begin = position
        while position < head:
            with collector_paused():
                page = self._logs.after(boutique, position, PAGE)
                self._file.append(boutique, page)
            if page.end == position:
                break
            position = page.end
        return position - begin

    def _begin_anew(self, why: str) -> None:
        _say.warning("figures-begun-anew", cause=why)
        self._trusted.clear()
        self._file.begin_anew()
