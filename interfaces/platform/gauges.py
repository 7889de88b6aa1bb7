"""The gauges: keeps what the operator sees up with what happens, a boutique at a time."""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

import psycopg
import structlog

from application.ports import Clock
from domain.identity import BoutiqueId
from interfaces.connections.plan import Connected
from interfaces.findings import Finding, carried_out
from interfaces.platform.counts import connection_id, count
from interfaces.postgres.database import Database, StoreUnavailable, enter

LOOK_EVERY: Final = 60.0
AT_LEAST_EVERY: Final = timedelta(minutes=5)
"""Counts are of the last 24 hours and grow old by themselves."""
CHECK_EVERY: Final = timedelta(hours=1)

ConnectedTo = Callable[[BoutiqueId], Sequence[Connected]]
Look = Callable[[BoutiqueId, str, str], Finding]

_say = structlog.get_logger()
_CHECKED: Final = """
    UPDATE dukani.platform_accounts SET verdict = %s, checked_at = %s
     WHERE boutique_id = %s AND connection = %s"""


class Gauges:
    """Counts the boutiques in which something happened, and the others now and then.

    Example: Gauges(database, clock, connections.connected, connections.look).run(stop)
    """

    def __init__(self, database: Database, clock: Clock, connected: ConnectedTo, look: Look) -> None:
        self._database, self._clock = database, clock
        self._connected, self._look = connected, look
        self._counted: dict[BoutiqueId, tuple[int, datetime]] = {}

    def run(self, stop: threading.Event) -> None:
        """Count until told to stop. A database away is waited for."""
        while not stop.is_set():
            with suppress(StoreUnavailable, psycopg.OperationalError):
                self.once()
            stop.wait(LOOK_EVERY)

    def once(self) -> int:
        """Count all that is due; how many boutiques that were. One that cannot be counted stops no other."""
        done = 0
        for boutique, head in self._heads():
            if self._is_due(boutique, head):
                done += self._count(boutique, head)
        return done

    def check(self) -> None:
        """Ask the neighbours of every boutique how its numbers and tills are."""
        for boutique, _ in self._heads():
            for each in self._connected(boutique):
                if each.neighbour != "brain":
                    self._note(boutique, each)

    def run_checks(self, stop: threading.Event) -> None:
        """Check once an hour until told to stop, apart from counting: a neighbour may be slow."""
        while not stop.wait(LOOK_EVERY):
            try:
                self.check()
            except (StoreUnavailable, psycopg.OperationalError):
                continue
            stop.wait(CHECK_EVERY.total_seconds())

    def _heads(self) -> list[tuple[BoutiqueId, int]]:
        # all-boutiques: the operator's figures are of every one
        with self._database.as_follower() as conn:
            return conn.execute("SELECT boutique_id, last FROM dukani.log_heads").fetchall()

    def _is_due(self, boutique: BoutiqueId, head: int) -> bool:
        known, at = self._counted.get(boutique, (None, None))
        return known != head or at is None or self._clock.now() - at >= AT_LEAST_EVERY

    def _count(self, boutique: BoutiqueId, head: int) -> int:
        now = self._clock.now()
        self._counted[boutique] = head, now
        try:
            connected = self._connected(boutique)
            with self._database.as_follower() as conn:
                enter(conn, boutique)
                count(boutique, conn, connected, now)
        except (StoreUnavailable, psycopg.OperationalError):
            raise
        except Exception:  # noqa: BLE001 — the operator wants to hear of the others too
            _say.warning("boutique-not-counted", boutique=str(boutique), exc_info=True)
            return 0
        return 1

    def _note(self, boutique: BoutiqueId, each: Connected) -> None:
        found = carried_out(each.neighbour, lambda: self._look(boutique, each.neighbour, each.account))
        with self._database.as_follower() as conn:
            enter(conn, boutique)
            told = (found.verdict.value, self._clock.now(), boutique, connection_id(boutique, each))
            conn.execute(_CHECKED, told)
