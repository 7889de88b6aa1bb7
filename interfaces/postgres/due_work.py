"""Work that is due at a time: turns, sends, payment prompts and queries, expiries. One table, one way.

A row is written in the transaction that makes the work due, and claimed by any worker, one row of a lane at a
time. A lane is held by the worker's database session, not by a time limit: a killed worker frees it at once.
An attempt is written down before the neighbour is called, so that after a crash the next worker sees that it
perhaps happened (`started_at` is set).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final, Self
from uuid import UUID

import orjson
import psycopg
from psycopg import Connection

from domain.identity import BoutiqueId
from interfaces.postgres.database import Database, StoreUnavailable

LONGEST_ERROR: Final = 500

_SCHEDULE: Final = """
    INSERT INTO dukani.due_work AS d
      (boutique_id, kind, key, lane, due_at, payload, first_due_at, revision)
    SELECT n.boutique_id, n.kind, n.key, n.lane, n.due_at, n.payload::jsonb, n.first_due_at, n.times
      FROM jsonb_to_recordset(%(rows)s::jsonb)
        AS n (boutique_id uuid, kind text, key text, lane uuid, due_at timestamptz, payload text,
              first_due_at timestamptz, times bigint)
    ON CONFLICT (boutique_id, kind, key) DO UPDATE SET
      lane = EXCLUDED.lane, payload = EXCLUDED.payload, revision = d.revision + EXCLUDED.revision,
      due_at = CASE WHEN %(patience)s::interval IS NULL OR d.started_at IS NOT NULL THEN EXCLUDED.due_at
                    ELSE least(d.first_due_at + %(patience)s::interval, EXCLUDED.due_at) END"""
_CLAIM: Final = """
    SELECT boutique_id, kind, key, lane, due_at, payload::text, first_due_at, attempts, started_at,
           last_error, revision FROM dukani.claim_due(%s, %s)"""
_BEGIN: Final = """
    UPDATE dukani.due_work SET attempts = attempts + 1, started_at = %s, last_error = NULL
     WHERE boutique_id = %s AND kind = %s AND key = %s RETURNING attempts"""


@dataclass(frozen=True, slots=True)
class Due:
    """Work to be done at a time. A key is done once; a lane is one customer's, worked one row at a time.

    Shape: `payload` is JSON text without personal values in the clear.
    """

    boutique: BoutiqueId
    kind: str
    key: str
    lane: UUID
    at: datetime
    payload: str = "{}"


@dataclass(frozen=True, slots=True)
class Claimed:
    """Work that this worker holds. `started_at` set means that an earlier attempt perhaps happened."""

    due: Due
    first_due_at: datetime
    attempts: int
    started_at: datetime | None
    last_error: str | None
    revision: int


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is overdue of one kind."""

    kind: str
    waiting: int
    oldest: datetime
    failing: int


def schedule(conn: Connection[Any], *dues: Due, patience: timedelta | None = None) -> None:
    """Make work due, in the caller's transaction. The same key again replaces time and payload.

    With `patience` each call puts the work off, but never further than so long after it was first due: a
    burst of messages gets one answer, and an endless one is answered nevertheless.
    """
    if patience is None:
        _write(conn, dues, None)
    else:
        for due in dues:
            _write(conn, (due,), patience)


def _write(conn: Connection[Any], dues: Sequence[Due], patience: timedelta | None) -> None:
    """All in one statement; what a key was given several times is one row, as if written one by one."""
    last = {(due.boutique, due.kind, due.key): due for due in dues}
    first = {(due.boutique, due.kind, due.key): due.at for due in reversed(dues)}
    if not last:
        return
    times = Counter((due.boutique, due.kind, due.key) for due in dues)
    rows = [
        {
            "boutique_id": due.boutique,
            "kind": due.kind,
            "key": due.key,
            "lane": due.lane,
            "due_at": due.at,
            "payload": due.payload,
            "first_due_at": first[key],
            "times": times[key],
        }
        for key, due in last.items()
    ]
    conn.execute(_SCHEDULE, {"rows": orjson.dumps(rows).decode(), "patience": patience}, prepare=True)


def cancel(conn: Connection[Any], boutique: BoutiqueId, kind: str, key: str) -> None:
    """The work is no longer due. Whoever is at it right now finishes in peace."""
    conn.execute(
        "DELETE FROM dukani.due_work WHERE boutique_id = %s AND kind = %s AND key = %s",
        (boutique, kind, key),
        prepare=True,
    )


def backlog(database: Database, now: datetime) -> Sequence[Backlog]:
    """What is overdue in all boutiques, by kind."""
    with database.as_follower() as conn:
        rows = conn.execute(
            "SELECT kind, count(*), min(due_at), count(last_error) FROM dukani.due_work"
            " WHERE due_at <= %s GROUP BY kind ORDER BY kind",
            (now,),
        ).fetchall()
    return [Backlog(*row) for row in rows]


class Worker:
    """One worker's session with the due work; it holds one lane at most. Not shared between threads.

    Example:
        with Worker(database) as worker:
            while work := worker.claim(["send"], clock.now()):
                worker.begin_attempt(work, clock.now())
                ...                                        # the outside call
                worker.finish(work)
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._conn: Connection[Any] | None = None
        self._held: Claimed | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the session: a lane still held is free at once, its work still due."""
        self._held = None
        if self._conn is not None:
            self._conn.close()
            self._conn = None

    def claim(self, kinds: Sequence[str], now: datetime) -> Claimed | None:
        """The work longest due in a lane that is free; None if there is none. Raises: StoreUnavailable."""
        if self._held is not None:
            raise RuntimeError(f"{self._held.due.kind} {self._held.due.key} is still held")
        row = self._ask(_CLAIM, list(kinds), now)
        if row is None:
            return None
        self._held = Claimed(Due(BoutiqueId(row[0]), *row[1:6]), *row[6:])
        return self._held

    def begin_attempt(self, work: Claimed, now: datetime) -> Claimed:
        """Write down that the neighbour is about to be called. Raises: StoreUnavailable."""
        due = work.due
        row = self._ask(_BEGIN, now, due.boutique, due.kind, due.key)
        return replace(work, attempts=row[0] if row else work.attempts + 1, started_at=now)

    def finish(self, work: Claimed) -> None:
        """Done: the row is gone and the lane free. Raises: StoreUnavailable; the work is then due again."""
        self._ask("SELECT dukani.finish_due(%s, %s, %s, %s, %s)", *_name(work))
        self._held = None

    def retry_at(self, work: Claimed, due: datetime, error: str) -> None:
        """Not done: due again at this time, for this reason. Raises: StoreUnavailable."""
        words = (due, error.replace("\0", "")[:LONGEST_ERROR])
        self._ask("SELECT dukani.postpone_due(%s, %s, %s, %s, %s, %s, %s)", *_name(work), *words)
        self._held = None

    def _ask(self, question: str, *values: object) -> Any:
        """A lost session has lost its lane: it is closed, and the next claim begins a new one."""
        try:
            if self._conn is None:
                self._conn = self._database.follower_session()
            return self._conn.execute(question.encode(), values, prepare=True).fetchone()
        except psycopg.OperationalError as error:
            self.close()
            raise StoreUnavailable(str(error)) from error


def _name(work: Claimed) -> tuple[object, ...]:
    due = work.due
    return due.boutique, due.kind, due.key, due.lane, work.revision
