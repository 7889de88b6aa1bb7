"""What must be true of the database before the first message is taken: one sentence for each refusal."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from psycopg import Connection

from interfaces.postgres.database import Database
from interfaces.postgres.migrate import Migration, migrations, verdict


class UnsafeDatabase(Exception):  # noqa: N818
    """The database is not fit to serve; the message is one sentence for the operator."""


Check = Callable[[Connection[Any]], str | None]


def refuse_unsafe(database: Database, wanted: Sequence[Migration] | None = None) -> None:
    """Check all. Raises: UnsafeDatabase with the first thing that is wrong."""
    release = migrations() if wanted is None else wanted
    checks: tuple[Check, ...] = (
        _role_is_harmless,
        lambda conn: _is_migrated(conn, release),
        _functions_are_ours,
        _rows_are_guarded,
        _views_are_guarded,
        _vectors_are_known,
    )
    with database.as_ingress() as conn:
        for check in checks:
            _refuse_if(check(conn))
    with database.as_follower() as conn:
        _refuse_if(_role_is_harmless(conn))
    _refuse_if(_sessions_are_kept(database))


def _refuse_if(sentence: str | None) -> None:
    if sentence is not None:
        raise UnsafeDatabase(sentence)


def _role_is_harmless(conn: Connection[Any]) -> str | None:
    row = conn.execute(_ROLE).fetchone()
    name, is_super, bypasses, owns = row or ("nobody", True, True, True)
    if is_super:
        return f"The role {name} is a superuser, whom no row security binds; connect as a plain role."
    if bypasses:
        return f"The role {name} bypasses row security; take BYPASSRLS away from it."
    if owns:
        return f"The role {name} owns or may become the owner of the tables; connect as a role that does not."
    return None


def _is_migrated(conn: Connection[Any], wanted: Sequence[Migration]) -> str | None:
    if conn.execute("SELECT to_regclass('dukani.migrations')").fetchone() == (None,):
        return "The database is empty; run `dukani migrate`."
    applied = dict(conn.execute("SELECT name, checksum FROM dukani.migrations").fetchall())
    if wrong := verdict(applied, wanted):
        return wrong
    for migration in wanted:
        if migration.name not in applied:
            return f"The migration {migration.name} is missing; run `dukani migrate`."
    return None


def _functions_are_ours(conn: Connection[Any]) -> str | None:
    """The library's own functions take no lock: readers would lose facts without a word."""
    for name, stock in conn.execute(_FUNCTIONS).fetchall():
        if stock:
            return f"The function {name} is the event library's own, which loses facts; drop it."
        return f"The function {name} does not hold the head of the log; run our migrations."
    return None


def _rows_are_guarded(conn: Connection[Any]) -> str | None:
    for (name,) in conn.execute(_OPEN_TABLES).fetchall():
        return f"Row security is not forced on the table {name}; call dukani.guard for it."
    return None


def _views_are_guarded(conn: Connection[Any]) -> str | None:
    for (name,) in conn.execute(_OPEN_VIEWS).fetchall():
        return f"The view {name} shows every boutique's rows; make it with security_invoker."
    return None


def _vectors_are_known(conn: Connection[Any]) -> str | None:
    if conn.execute("SELECT 1 FROM pg_extension WHERE extname = 'vector'").fetchone() is None:
        return "The extension pgvector is missing in this database; install it."
    return None


def _sessions_are_kept(database: Database) -> str | None:
    """A transaction pooler lets sessions share a connection, and with it the locks of the worker's lanes."""
    with database.follower_session() as one, database.follower_session() as other:
        for _ in range(_TRIES):
            first, again, others = (_server_of(conn) for conn in (one, one, other))
            if first != again or first == others:
                return (
                    "DUKANI_DATABASE_URL leads through a transaction pooler, which keeps no locks; set it to "
                    "the database's own address, and DUKANI_POOLER_URL to the pooler's."
                )
    return None


def _server_of(conn: Connection[Any]) -> object:
    return conn.execute("SELECT pg_backend_pid()").fetchone()


_TRIES: Final = 3
_ROLE: Final = """
    SELECT r.rolname, r.rolsuper, r.rolbypassrls, EXISTS (
      SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'dukani' AND c.relkind IN ('r', 'p') AND pg_has_role(c.relowner, 'MEMBER'))
      FROM pg_roles r WHERE r.rolname = current_user"""
_FUNCTIONS: Final = """
    SELECT p.oid::regprocedure::text, p.proname <> 'record'
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname = 'dukani' AND (starts_with(p.proname, 'es_insert_events')
        OR p.proname = 'record' AND NOT (p.prosecdef AND p.prosrc LIKE '%log_heads h%FOR UPDATE%'))"""
_OPEN_TABLES: Final = """
    SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'dukani' AND c.relkind IN ('r', 'p')
       AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1"""
_OPEN_VIEWS: Final = """
    SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'dukani' AND (c.relkind = 'm' OR c.relkind = 'v'
       AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)) ORDER BY 1"""
