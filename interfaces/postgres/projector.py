"""Applies the boutiques' facts to the read models: page by page, exactly once, each boutique by itself.

A page and its position are one transaction, under a lock on the position's row: any number of projectors may
run in any number of processes. A fact that a read model cannot take stops that read model for that boutique
only; what is wrong stands in `positions`, and it is tried again with growing pauses.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import psycopg
import structlog

from domain.identity import BoutiqueId
from interfaces.collector import collector_paused
from interfaces.postgres.database import Database, StoreUnavailable, enter
from interfaces.postgres.log_stretches import LogStretches
from interfaces.postgres.log_watch import LogWatch
from projections.projection import Projection

PAGE: Final = 5_000
POLL_SECONDS: Final = 0.01
LONGEST_ERROR: Final = 500

_say = structlog.get_logger()

_BEHIND: Final = """
    SELECT h.boutique_id, n.projection, p.position IS NULL
      FROM dukani.log_heads h CROSS JOIN unnest(%s::text[]) WITH ORDINALITY AS n (projection, rank)
      LEFT JOIN dukani.positions p ON p.boutique_id = h.boutique_id AND p.projection = n.projection
     WHERE h.last > coalesce(p.position, 0) AND (p.retry_at IS NULL OR p.retry_at <= now())
     ORDER BY h.boutique_id, n.rank"""
_LAG: Final = """
    SELECT n.projection, coalesce(sum(h.last - coalesce(p.position, 0)), 0)::bigint,
           count(*) FILTER (WHERE h.last > coalesce(p.position, 0)), count(p.error)
      FROM unnest(%s::text[]) AS n (projection) LEFT JOIN dukani.log_heads h ON true
      LEFT JOIN dukani.positions p ON p.boutique_id = h.boutique_id AND p.projection = n.projection
     GROUP BY n.projection ORDER BY n.projection"""
_TAKE_IN_HAND: Final = """
    SELECT position, set_config('app.boutique_id', boutique_id::text, true),
           set_config('synchronous_commit', 'off', true)
      FROM dukani.positions WHERE projection = %s AND boutique_id = %s FOR UPDATE SKIP LOCKED"""
"""A page lost in a crash of the server is lost with its position: its commit need not wait for the disk."""

_MOVE: Final = """
    UPDATE dukani.positions SET position = %s, error = NULL, error_at = NULL, failures = 0, retry_at = NULL
     WHERE projection = %s AND boutique_id = %s"""


class ProjectionStopped(Exception):  # noqa: N818
    """A read model could not take a fact."""


@dataclass(frozen=True, slots=True)
class Lag:
    """How far one read model is behind the log, over all boutiques. `stopped` counts boutiques in error."""

    projection: str
    facts: int
    boutiques: int
    stopped: int


class Projector:
    """Keeps read models up with the log.

    Example: Projector(database, [Orders(), Stock()]).run(stop)
    """

    def __init__(
        self,
        database: Database,
        projections: Sequence[Projection],
        pause: Callable[[int], float] = lambda failures: min(2.0**failures, 300.0),
    ) -> None:
        self._database = database
        self._projections = {projection.name: projection for projection in projections}
        if len(self._projections) != len(projections):
            raise ValueError("two projections have one name")
        self._pause = pause
        self._log = LogStretches()
        self._bell = threading.Event()

    def wake(self, _boutique: BoutiqueId) -> None:
        """Something was recorded in this process: look at once. Meant for `PostgresFactLog`'s `on_append`."""
        self._bell.set()

    def run(self, stop: threading.Event) -> None:
        """Work until told to stop. A database away is waited for."""
        watch = LogWatch(self._database)
        while not stop.is_set():
            try:
                rang = self._bell.wait(POLL_SECONDS)
                self._bell.clear()
                if rang or watch.has_changed():
                    while self.run_once() and not stop.is_set():
                        pass
            except (StoreUnavailable, psycopg.OperationalError):
                watch.close()
                stop.wait(1.0)
        watch.close()

    def run_once(self) -> int:
        """One page for each read model of each boutique that is behind; how many facts were applied."""
        with self._database.as_follower() as conn:
            behind = conn.execute(_BEHIND, (list(self._projections),)).fetchall()
            fresh = [(name, boutique) for boutique, name, unknown in behind if unknown]
            if fresh:
                conn.cursor().executemany(
                    "INSERT INTO dukani.positions (projection, boutique_id) VALUES (%s, %s)"
                    " ON CONFLICT DO NOTHING",
                    fresh,
                )
        return sum(
            self._bring_on(self._projections[name], BoutiqueId(boutique)) for boutique, name, _ in behind
        )

    def catch_up(self) -> int:
        """Until nothing is behind; how many facts were applied. Raises: ProjectionStopped."""
        total = 0
        while done := self.run_once():
            total += done
        with self._database.as_follower() as conn:
            stopped = conn.execute(
                "SELECT projection, boutique_id::text, error FROM dukani.positions"
                " WHERE error IS NOT NULL AND projection = ANY (%s)",
                (list(self._projections),),
            ).fetchall()
        if stopped:
            raise ProjectionStopped("; ".join(" ".join(row) for row in stopped))
        return total

    def rebuild(self, name: str, boutique: BoutiqueId | None = None) -> None:
        """Empty one read model, for one boutique or all, and let it begin again from the first fact.

        Raises: RebuildRefused; the boutique in question, and those after it, are then left as they are.
        """
        with self._database.as_follower() as conn:
            asked = conn.execute(
                "SELECT boutique_id FROM dukani.positions WHERE projection = %s"
                " AND (%s::uuid IS NULL OR boutique_id = %s) ORDER BY boutique_id",
                (name, boutique, boutique),
            ).fetchall()
        for (one,) in asked:
            with self._database.as_follower() as conn:
                enter(conn, one)
                held = "SELECT FROM dukani.positions WHERE projection = %s AND boutique_id = %s FOR UPDATE"
                conn.execute(held, (name, one))
                self._projections[name].reset(conn, BoutiqueId(one))
                conn.execute(_MOVE, (0, name, one))
        self._bell.set()

    def lag(self) -> Sequence[Lag]:
        """How far each read model is behind."""
        with self._database.as_follower() as conn:
            return [Lag(*row) for row in conn.execute(_LAG, (list(self._projections),)).fetchall()]

    def _bring_on(self, projection: Projection, boutique: BoutiqueId) -> int:
        try:
            return self._advance(projection, boutique, PAGE)
        except Exception as error:  # noqa: BLE001 - whatever a read model raises must stop it alone
            _let_outage_fall(error)
            return self._narrow(projection, boutique)

    def _narrow(self, projection: Projection, boutique: BoutiqueId) -> int:
        """Smaller and smaller pages up to the one fact that is at fault, which is then named."""
        done, size = 0, PAGE // 2
        while True:
            try:
                moved = self._advance(projection, boutique, size)
            except Exception as error:  # noqa: BLE001 - as above
                _let_outage_fall(error)
                if size == 1:
                    self._stop(projection, boutique, error)
                    return done
                size = size // 4 or 1
            else:
                if moved == 0:
                    return done
                done += moved

    def _advance(self, projection: Projection, boutique: BoutiqueId, size: int) -> int:
        """One page and its position in one transaction; 0 if another projector has this boutique in hand.

        The position passes the whole page, of which the read model is given its own facts only.
        """
        with self._database.as_follower() as conn, collector_paused():
            row = conn.execute(_TAKE_IN_HAND, (projection.name, boutique), prepare=True).fetchone()
            if row is None:
                return 0
            begin: int = row[0]
            end, facts = self._log.after(conn, boutique, begin, size, projection.topics)
            if facts:
                projection.apply(conn, boutique, facts)
            if end > begin:
                conn.execute(_MOVE, (end, projection.name, boutique), prepare=True)
            return end - begin

    def _stop(self, projection: Projection, boutique: BoutiqueId, error: Exception) -> None:
        with self._database.as_follower() as conn:
            row = conn.execute(
                "SELECT p.position + 1, e.topic, p.failures + 1 FROM dukani.positions p"
                " LEFT JOIN dukani.stored_events e"
                " ON e.boutique_id = p.boutique_id AND e.notification_id = p.position + 1"
                " WHERE p.projection = %s AND p.boutique_id = %s",
                (projection.name, boutique),
            ).fetchone()
            place, topic, failures = row or (0, "", 1)
            words = f"at {place} {topic}: {type(error).__name__}: {error}".replace("\0", "")[:LONGEST_ERROR]
            conn.execute(
                "UPDATE dukani.positions SET error = %s, error_at = now(), failures = %s,"
                " retry_at = now() + make_interval(secs => %s) WHERE projection = %s AND boutique_id = %s",
                (words, failures, self._pause(failures), projection.name, boutique),
            )
        if failures == 1:
            told = {"projection": projection.name, "boutique": str(boutique), "position": place}
            _say.error("projection-stopped", cause=type(error).__name__, exc_info=error, **told)


def _let_outage_fall(error: Exception) -> None:
    """A database away is nobody's fault: it is raised on, so that no read model is blamed for it."""
    if isinstance(error, StoreUnavailable):
        raise error
    if isinstance(error, psycopg.OperationalError):
        state = error.sqlstate
        if state is None or state[:2] in {"08", "53"} or state.startswith("57P"):
            raise error
