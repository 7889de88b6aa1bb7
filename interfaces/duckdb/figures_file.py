# ruff: noqa: S608 — only names of our own are put into statements
"""The file in which the figures stand, and whether it can be believed.

The file is a cache: whatever is wrong with it, it is thrown away and filled again from the log. A page of
facts and the position behind it are one transaction of the file; sums beside the position are checked
against the rows, because a damaged file may well open without complaint.
"""

import fcntl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

import duckdb

from domain.identity import BoutiqueId
from interfaces.duckdb.kept_rows import SUMS, KeptRows, fits, make_tables
from interfaces.duckdb.log_pages import LogPage
from projections.counted_facts import load, take
from projections.sales import FiguresAway
from projections.tallies import ROWS, Tallies

_POSITIONS: Final = """
CREATE TABLE IF NOT EXISTS positions (
  boutique_id UUID PRIMARY KEY, position BIGINT NOT NULL, mark VARCHAR NOT NULL,
  kept HUGEINT NOT NULL, n HUGEINT NOT NULL, pieces HUGEINT NOT NULL, amount HUGEINT NOT NULL
);
"""

_SUMMED: Final = " UNION ALL ".join(
    "SELECT boutique_id, count(*) AS kept, sum(n) AS n, sum(pieces) AS pieces, sum(amount) AS amount"
    f" FROM {table} GROUP BY boutique_id"
    for table in SUMS
)

_KEPT: Final = " UNION ALL ".join(
    f"SELECT boutique_id, count(*) AS kept, 0 AS n, 0 AS pieces, 0 AS amount FROM {kind} GROUP BY boutique_id"
    for kind in ROWS
)

_DISAGREEING: Final = f"""
SELECT count(*) FROM (
  SELECT boutique_id, sum(kept) AS kept, sum(n) AS n, sum(pieces) AS pieces, sum(amount) AS amount FROM (
    {_SUMMED} UNION ALL {_KEPT}
  ) GROUP BY boutique_id
) r FULL JOIN positions p USING (boutique_id)
WHERE (coalesce(r.kept, 0), coalesce(r.n, 0), coalesce(r.pieces, 0), coalesce(r.amount, 0))
  IS DISTINCT FROM (p.kept, p.n, p.pieces, p.amount)
"""

_MOVE: Final = """
INSERT INTO positions VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (boutique_id) DO UPDATE SET position = excluded.position, mark = excluded.mark,
  kept = positions.kept + excluded.kept, n = positions.n + excluded.n,
  pieces = positions.pieces + excluded.pieces, amount = positions.amount + excluded.amount
"""


class FiguresFile:
    """One DuckDB file, held by this process alone. Safe to share between threads.

    Raises: FiguresAway when another process holds it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._holding = _hold(path.with_suffix(".lock"))
        self._conn = self._opened()
        self._inode = _inode(path)

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._conn.close()
            self._holding.close()

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor of one's own, for questions."""
        with self._lock:
            cursor = self._conn.cursor()
            try:
                yield cursor
            finally:
                cursor.close()

    def position(self, boutique: BoutiqueId) -> tuple[int, str]:
        """How far a boutique's log has been followed, and the log's mark there."""
        with self.reading() as cursor:
            asked = "SELECT position, mark FROM positions WHERE boutique_id = ?"
            rows = cursor.execute(asked, [boutique]).fetchall()
        return rows[0] if rows else (0, "")

    def append(self, boutique: BoutiqueId, page: LogPage) -> None:
        """Take a stretch of the log in; what was taken in already is passed over.

        Raises: ValueError when a part of the log is missing between.
        """
        with self._lock:
            known, _ = self.position(boutique)
            if page.begin > known:
                raise ValueError(f"after {known} comes {known + 1}, not {page.begin + 1}")
            if page.end > known:
                self._write(boutique, page, known)

    def forget(self, boutique: BoutiqueId) -> None:
        """Take a boutique's rows away, to be filled again."""
        with self._lock, self._transaction():
            for table in (*SUMS, "positions", *ROWS):
                self._conn.execute(f"DELETE FROM {table} WHERE boutique_id = ?", [boutique])

    def is_sound(self) -> bool:
        """Whether the file is there, is the one that was opened, and its rows agree with its sums."""
        with self._lock:
            try:
                same = _inode(self.path) == self._inode
                return same and self._conn.execute(_DISAGREEING).fetchall() == [(0,)]
            except duckdb.Error:
                return False

    def begin_anew(self) -> None:
        """Throw the file away and begin with an empty one."""
        with self._lock:
            self._conn.close()
            self._remove()
            self._conn = self._connected()
            self._inode = _inode(self.path)

    def _opened(self) -> duckdb.DuckDBPyConnection:
        try:
            return self._connected()
        except duckdb.Error:
            self._remove()
        try:
            return self._connected()
        except duckdb.Error as error:
            self._holding.close()
            raise FiguresAway(f"no file for the figures can be made: {error}") from error

    def _connected(self) -> duckdb.DuckDBPyConnection:
        conn = duckdb.connect(str(self.path), config={"threads": 2})
        if not fits(conn):
            conn.close()
            self._remove()
            conn = duckdb.connect(str(self.path), config={"threads": 2})
        make_tables(conn)
        conn.execute(_POSITIONS)
        return conn

    def _remove(self) -> None:
        for name in (self.path, self.path.with_name(self.path.name + ".wal")):
            name.unlink(missing_ok=True)

    def _write(self, boutique: BoutiqueId, page: LogPage, known: int) -> None:
        new = [fact for fact in page.facts if (fact.position or 0) > known]
        tallies = Tallies()
        with self._transaction():
            rows = KeptRows(self._conn, boutique)
            load(tallies, new, rows)
            for fact in new:
                take(tallies, fact)
            self._conn.execute(_MOVE, [boutique, page.end, page.mark, *rows.save(tallies)])

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._conn.begin()
        try:
            yield
        except BaseException:
            self._conn.rollback()
            raise
        self._conn.commit()


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return None


def _hold(path: Path) -> IO[bytes]:
    path.parent.mkdir(parents=True, exist_ok=True)
    holding = path.open("wb")
    try:
        fcntl.flock(holding, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holding.close()
        raise FiguresAway("another process keeps the figures") from error
    return holding
