"""What the sandbox remembers, in one SQLite file: a restart or a kill goes on where it was."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SCHEMA = """
CREATE TABLE IF NOT EXISTS messages (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, account TEXT NOT NULL, person TEXT NOT NULL,
  from_shop INTEGER NOT NULL, content TEXT NOT NULL, at REAL NOT NULL, state TEXT NOT NULL, note TEXT,
  recipient TEXT);
CREATE INDEX IF NOT EXISTS messages_chat ON messages (person, account, seq);
CREATE TABLE IF NOT EXISTS reactions (message TEXT PRIMARY KEY, emoji TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS media (
  id TEXT PRIMARY KEY, account TEXT NOT NULL, mime TEXT NOT NULL, sha256 TEXT NOT NULL, content BLOB NOT NULL,
  at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL, signed INTEGER NOT NULL, body BLOB NOT NULL,
  due REAL NOT NULL, attempts INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS prompts (
  checkout TEXT PRIMARY KEY, merchant TEXT NOT NULL, shortcode TEXT NOT NULL, payee TEXT NOT NULL,
  phone TEXT NOT NULL, shillings INTEGER NOT NULL, reference TEXT NOT NULL, callback TEXT NOT NULL,
  at REAL NOT NULL, outcome TEXT, code TEXT, reason TEXT, receipt TEXT, done_at REAL);
CREATE INDEX IF NOT EXISTS prompts_phone ON prompts (phone, code);
CREATE TABLE IF NOT EXISTS wallets (
  person TEXT PRIMARY KEY, shillings INTEGER NOT NULL, next_outcome TEXT NOT NULL DEFAULT 'normal');
CREATE TABLE IF NOT EXISTS reversals (
  receipt TEXT PRIMARY KEY, reversal TEXT NOT NULL, conversation TEXT NOT NULL, shillings INTEGER NOT NULL,
  at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS sms (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, person TEXT NOT NULL, words TEXT NOT NULL, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS typing (
  account TEXT NOT NULL, person TEXT NOT NULL, until REAL NOT NULL, PRIMARY KEY (account, person));
CREATE TABLE IF NOT EXISTS shops (
  key TEXT PRIMARY KEY, account TEXT UNIQUE NOT NULL, phone TEXT UNIQUE NOT NULL,
  shortcode TEXT UNIQUE NOT NULL, name TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS newcomers (id TEXT PRIMARY KEY, name TEXT NOT NULL, phone TEXT UNIQUE NOT NULL);
CREATE TABLE IF NOT EXISTS access_tokens (app TEXT PRIMARY KEY, token TEXT NOT NULL, until REAL NOT NULL);
"""

Row = sqlite3.Row


class Store:
    """The file, and a count of its changes for those who watch.

    Example:
        with store.change() as db:
            db.execute("UPDATE …")
    """

    def __init__(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(
            directory / "sandbox.sqlite3", check_same_thread=False, isolation_level=None
        )
        self._db.row_factory = sqlite3.Row
        self._db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;" + _SCHEMA)
        self._lock = threading.RLock()
        self.version = 0

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it, or nothing when the block raises."""
        with self._lock:
            if self._db.in_transaction:
                yield self._db
                return
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")
            self.version += 1

    def rows(self, query: str, *values: object) -> list[Row]:
        """The rows of a query."""
        with self._lock:
            return self._db.execute(query, values).fetchall()

    def row(self, query: str, *values: object) -> Row | None:
        """The first row of a query."""
        return next(iter(self.rows(query, *values)), None)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()
