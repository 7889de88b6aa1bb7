"""The only doors to the database. Each sets whose boutique it is for the length of one use.

A door gives a connection inside one transaction: it commits when the block ends, and rolls back when the
block raises. The boutique is set for that transaction only, so nothing is left behind on a pooled connection,
also where a transaction pooler stands between. Through such a pooler each transaction may meet another
connection of the server: no statement is prepared there, and the limits too are set for one transaction.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final, Self, cast
from uuid import UUID

import psycopg
from psycopg import Connection, Cursor
from psycopg.pq import TransactionStatus
from psycopg.rows import dict_row, tuple_row
from psycopg_pool import ConnectionPool, PoolTimeout

from domain.identity import BoutiqueId
from interfaces.postgres.credentials import Addresses

CONNECT_SECONDS: Final = 3
WAIT_SECONDS: Final = 5.0
_KEEPALIVE: Final[dict[str, Any]] = {
    "connect_timeout": CONNECT_SECONDS,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
    "application_name": "dukani",
}
_LIMITS: Final = {
    "statement_timeout": "10s",
    "lock_timeout": "1s",
    "idle_in_transaction_session_timeout": "30s",
}
_FOR_SESSION: Final = "; ".join(f"SET {name} = '{value}'" for name, value in _LIMITS.items()).encode()
_FOR_TRANSACTION: Final = "".join(f"SET LOCAL {name} = '{value}'; " for name, value in _LIMITS.items())

_acting_for: ContextVar[BoutiqueId | None] = ContextVar("acting_for", default=None)


class StoreUnavailable(Exception):  # noqa: N818
    """The database cannot be reached now, or not in time; nothing is known to have happened."""


class WrongBoutique(Exception):  # noqa: N818
    """Work for one boutique reached for another's rows."""


@contextmanager
def acting_for(boutique: BoutiqueId) -> Iterator[None]:
    """Everything inside is for this boutique: a door to another one refuses.

    Raises: WrongBoutique when already acting for another boutique.
    """
    require(boutique)
    token = _acting_for.set(boutique)
    try:
        yield
    finally:
        _acting_for.reset(token)


def require(boutique: BoutiqueId) -> None:
    """Refuse a boutique other than the one acted for. Raises: WrongBoutique."""
    current = _acting_for.get()
    if current is not None and current != boutique:
        raise WrongBoutique(f"acting for {current}, not for {boutique}")


@dataclass(frozen=True, slots=True)
class _Pool:
    """Connections of one role. `limits` are what each transaction sets for itself, where no session can."""

    connections: ConnectionPool[Connection[Any]]
    limits: str


class Database:
    """Pools of connections, one for each role. A `pooler` stands before them, and never before a session.

    Example:
        with database.as_boutique(boutique) as conn:
            conn.execute("SELECT * FROM dukani.orders")     # this boutique's only
    """

    def __init__(self, addresses: Addresses, connections: int = 10, pooler: Addresses | None = None) -> None:
        way, pooled = pooler or addresses, pooler is not None
        self._app = _pool(way.app, "app", connections, pooled=pooled)
        self._follower = _pool(way.follower, "follower", connections, pooled=pooled)
        self._auditor = _pool(way.auditor, "auditor", max(2, connections // 2), pooled=pooled)
        self._platform = _pool(way.platform, "platform", 2, pooled=pooled)
        self._addresses = addresses

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give all connections back to the server."""
        for pool in (self._app, self._follower, self._auditor, self._platform):
            pool.connections.close()

    @contextmanager
    def as_boutique(self, boutique: BoutiqueId) -> Iterator[Connection[Any]]:
        """The application, bound to one boutique. Raises: WrongBoutique, StoreUnavailable, psycopg.Error."""
        require(boutique)
        with _transaction(self._app, boutique) as conn:
            yield conn

    @contextmanager
    def as_follower(self) -> Iterator[Connection[Any]]:
        """The reader of every boutique's log, due work and positions. Writes no facts.

        To write a read model it must say whose: `enter(conn, boutique)`.
        """
        with _transaction(self._follower, None) as conn:
            yield conn

    @contextmanager
    def as_auditor(self, boutique: BoutiqueId) -> Iterator[Connection[Any]]:
        """The auditor of one boutique, who can only read."""
        require(boutique)
        with _transaction(self._auditor, boutique) as conn:
            yield conn

    @contextmanager
    def as_platform(self) -> Iterator[Connection[Any]]:
        """The operator, who can only read, and of the boutiques only their sums."""
        with _transaction(self._platform, None) as conn:
            yield conn

    @contextmanager
    def as_ingress(self) -> Iterator[Connection[Any]]:
        """The application before it knows the boutique: may resolve an account and fill the quarantine."""
        with _transaction(self._app, None) as conn:
            yield conn

    def boutique_of_account(self, channel: str, account: str) -> BoutiqueId | None:
        """The boutique that a channel's account belongs to; None if nobody has claimed it."""
        with self.as_ingress() as conn:
            row = conn.execute("SELECT dukani.boutique_of_account(%s, %s)", (channel, account)).fetchone()
        return BoutiqueId(row[0]) if row and row[0] else None

    @contextmanager
    def as_recorder(self, cursors: type[Cursor[Any]]) -> Iterator[Connection[Any]]:
        """For the recorder of facts alone: its cursors name the boutique in each statement of their own."""
        with _recording(self._app) as conn:
            conn.cursor_factory, conn.row_factory = cursors, cast("Any", dict_row)
            try:
                yield conn
            finally:
                conn.cursor_factory, conn.row_factory = Cursor, cast("Any", tuple_row)

    def follower_session(self) -> Connection[Any]:
        """A follower's connection of its own, outside the pool: its locks live as long as it does."""
        conn = psycopg.connect(self._addresses.follower, autocommit=True, **_KEEPALIVE)
        try:
            _configure(conn)
        except psycopg.Error:
            conn.close()
            raise
        return conn


def enter(conn: Connection[Any], boutique: UUID) -> None:
    """Bind the rest of this transaction to one boutique."""
    _set_boutique(conn, boutique)


def _set_boutique(conn: Connection[Any], boutique: UUID) -> None:
    conn.execute("SELECT pg_catalog.set_config('app.boutique_id', %s, true)", (str(boutique),), prepare=True)


@contextmanager
def _recording(pool: _Pool) -> Iterator[Connection[Any]]:
    """A connection for one statement; in a transaction of its own only where that must set the limits."""
    if pool.limits:
        with _transaction(pool, None) as conn:
            yield conn
        return
    conn = _checked_out(pool)
    try:
        yield conn
    finally:
        pool.connections.putconn(conn)


def _checked_out(pool: _Pool) -> Connection[Any]:
    try:
        return pool.connections.getconn()
    except PoolTimeout as error:
        raise StoreUnavailable(f"no connection within {WAIT_SECONDS:.0f} s") from error


def _begun(pool: _Pool, begin: bytes) -> Connection[Any]:
    """A connection with its transaction begun. One that died in the pool is thrown away for another."""
    for _ in range(pool.connections.max_size + 1):
        conn = _checked_out(pool)
        try:
            conn.execute(begin)
        except psycopg.OperationalError:
            pool.connections.putconn(conn)
        else:
            return conn
    raise StoreUnavailable("every connection was lost at once")


@contextmanager
def _transaction(pool: _Pool, boutique: UUID | None) -> Iterator[Connection[Any]]:
    """BEGIN, the limits and the boutique go in one round trip: this is on the path of every request."""
    named = "" if boutique is None else str(UUID(str(boutique)))
    mine = f"SELECT pg_catalog.set_config('app.boutique_id', '{named}', true)"
    conn = _begun(pool, f"BEGIN; {pool.limits}{mine}".encode())
    try:
        yield conn
        _commit(conn)
    except BaseException:
        if not conn.closed and conn.info.transaction_status != TransactionStatus.IDLE:
            conn.rollback()
        raise
    finally:
        pool.connections.putconn(conn)


def _commit(conn: Connection[Any]) -> None:
    """To COMMIT after an error the server answers with a rollback, which nobody would notice."""
    if conn.info.transaction_status == TransactionStatus.INERROR:
        raise psycopg.errors.InFailedSqlTransaction("an error inside the block was passed over")
    conn.commit()


def _configure(conn: Connection[Any]) -> None:
    conn.execute(_FOR_SESSION)


def _pool(address: str, name: str, connections: int, *, pooled: bool) -> _Pool:
    unprepared: dict[str, Any] = {"prepare_threshold": None} if pooled else {}
    pool: ConnectionPool[Connection[Any]] = ConnectionPool(
        address,
        kwargs={"autocommit": True, **_KEEPALIVE, **unprepared},
        min_size=0,
        max_size=connections,
        max_idle=120.0,
        timeout=WAIT_SECONDS,
        reconnect_timeout=WAIT_SECONDS,
        configure=None if pooled else _configure,
        name=f"dukani-{name}",
        open=True,
    )
    return _Pool(pool, _FOR_TRANSACTION if pooled else "")
