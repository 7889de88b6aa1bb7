"""Notices writes to the database without reading its tables."""

import time
from typing import Any, Final

from psycopg import Connection

from interfaces.postgres.database import Database

LINGER_SECONDS: Final = 0.25
AT_LEAST_EVERY_SECONDS: Final = 1.0


class LogWatch:
    """Tells cheaply whether anything was written to the database since it was last asked.

    The end of the write-ahead log moves with every write of any process. A commit becomes visible shortly
    after its place in that log, hence the looks after a change; and one look a second whatever happens.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._conn: Connection[Any] | None = None
        self._end: object = None
        self._changed_at = self._looked_at = 0.0

    def has_changed(self) -> bool:
        """Whether it is worth a look. Raises: psycopg.OperationalError."""
        if self._conn is None:
            self._conn = self._database.follower_session()
        row = self._conn.execute("SELECT pg_current_wal_insert_lsn()::text", prepare=True).fetchone()
        now = time.monotonic()
        if row != self._end:
            self._end, self._changed_at = row, now
        look = now - self._changed_at < LINGER_SECONDS or now - self._looked_at > AT_LEAST_EVERY_SECONDS
        if look:
            self._looked_at = now
        return look

    def close(self) -> None:
        """Give the connection back; the next question opens another."""
        if self._conn is not None:
            self._conn.close()
            self._conn = None
