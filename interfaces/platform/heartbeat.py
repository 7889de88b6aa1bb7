"""The heartbeat: a process says that it is there, by a write to the database that it lives on."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final, Literal

import psycopg

from application.ports import Clock
from interfaces.postgres.database import Database, StoreUnavailable

EVERY_SECONDS: Final = 20.0
"""Three times a minute, so that one slow answer makes no minute of downtime."""


class Heartbeat:
    """Beats from a thread of its own, as long as the process is `whole`.

    Example: Heartbeat(database, clock, "worker").run(stop)
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        process: Literal["api", "worker"],
        whole: Callable[[], bool] = lambda: True,
    ) -> None:
        self._database, self._clock, self._process, self._whole = database, clock, process, whole
        self._stop = threading.Event()

    def beat(self) -> None:
        """This minute counts, if the process is whole. Raises: StoreUnavailable, psycopg.Error."""
        if not self._whole():
            return
        with self._database.as_ingress() as conn:
            conn.execute("SELECT dukani.beats(%s, %s)", (self._process, self._clock.now()))

    def run(self, stop: threading.Event) -> None:
        """Beat until told to stop. A database away is what makes a minute not count."""
        while not stop.is_set():
            with suppress(StoreUnavailable, psycopg.OperationalError):
                self.beat()
            stop.wait(EVERY_SECONDS)

    def start(self) -> None:
        """Beat in the background until `stop`."""
        threading.Thread(target=self.run, args=(self._stop,), name="heartbeat", daemon=True).start()

    def stop(self) -> None:
        """Beat no more."""
        self._stop.set()
