"""Brings a database to this release: roles and schema once by an administrator, then the numbered files.

Read models of others are files of their own from 0100 on; `migrations/README.md` says how they are written.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psycopg
from psycopg import Connection, sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from interfaces.postgres.credentials import Addresses, Credentials

FOLDER: Final = Path(__file__).parent / "migrations"
DATABASE: Final = "dukani"
ROLES: Final = ("owner", "app", "follower", "auditor", "platform")
_LOCK: Final = 7_040_001


class MigrationRefused(Exception):  # noqa: N818
    """The database cannot be brought to this release; the message is one sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered file."""

    name: str
    text: str

    @property
    def checksum(self) -> str:
        """SHA-256 of the text, in hex."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def migrations(folder: Path = FOLDER) -> tuple[Migration, ...]:
    """All files of the folder in the order of their numbers. Raises: MigrationRefused on a double number."""
    files = sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    numbers = [file.name[:4] for file in files]
    for number in numbers:
        if numbers.count(number) > 1:
            raise MigrationRefused(f"Two migrations have the number {number}; give one of them another.")
    return tuple(Migration(file.stem, file.read_text()) for file in files)


def database_in(address: str) -> str:
    """The database that an operator's address names, else ours."""
    return str(conninfo_to_dict(address).get("dbname") or DATABASE)


def prepare(admin_address: str, credentials: Credentials, database: str = DATABASE) -> Addresses:
    """Roles, database, schema and extension, made where missing; then every migration. The roles' addresses.

    Raises: MigrationRefused.
    """
    with psycopg.connect(admin_address, autocommit=True) as admin:
        _make_roles(admin, credentials)
        _make_database(admin, database)
    with psycopg.connect(make_conninfo(admin_address, dbname=database), autocommit=True) as admin:
        _make_schema(admin)
    addresses = Addresses.of(admin_address, credentials, database)
    migrate(addresses.owner)
    return addresses


def migrate(owner_address: str, folder: Path = FOLDER) -> tuple[str, ...]:
    """Apply what is missing, all or nothing, as the schema's owner; the names of the files applied.

    Raises: MigrationRefused when an applied file was edited, removed or overtaken.
    """
    with psycopg.connect(owner_address) as conn:
        conn.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        _make_record(conn)
        missing = _missing(conn, migrations(folder))
        for migration in missing:
            try:
                conn.execute(migration.text.encode())
            except psycopg.Error as error:
                raise MigrationRefused(f"The migration {migration.name} failed: {error}") from error
            conn.execute(
                "INSERT INTO dukani.migrations (name, checksum) VALUES (%s, %s)",
                (migration.name, migration.checksum),
            )
    return tuple(migration.name for migration in missing)


def verdict(applied: dict[str, str], wanted: Sequence[Migration]) -> str | None:
    """What is wrong with the files applied, in one sentence; None if they are this release's beginning."""
    known = {migration.name for migration in wanted}
    for migration in wanted:
        if applied.get(migration.name, migration.checksum) != migration.checksum:
            return f"The migration {migration.name} was edited after it was applied; restore it."
    for name in applied:
        if name not in known:
            return f"The database has the migration {name}, unknown to this release; use a newer release."
    return None


def _missing(conn: Connection[Any], wanted: Sequence[Migration]) -> tuple[Migration, ...]:
    applied = dict(conn.execute("SELECT name, checksum FROM dukani.migrations").fetchall())
    if refusal := verdict(applied, wanted):
        raise MigrationRefused(refusal)
    return tuple(migration for migration in wanted if migration.name not in applied)


def _make_record(conn: Connection[Any]) -> None:
    if conn.execute("SELECT to_regclass('dukani.migrations')").fetchone() != (None,):
        return
    conn.execute(
        b"""CREATE TABLE dukani.migrations (
              name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());
            ALTER TABLE dukani.migrations ENABLE ROW LEVEL SECURITY;
            ALTER TABLE dukani.migrations FORCE ROW LEVEL SECURITY;
            CREATE POLICY kept ON dukani.migrations TO dukani_owner USING (true);
            CREATE POLICY checked ON dukani.migrations FOR SELECT TO dukani_app, dukani_follower USING (true);
            GRANT SELECT ON dukani.migrations TO dukani_app, dukani_follower"""
    )


def _make_roles(admin: Connection[Any], credentials: Credentials) -> None:
    with admin.transaction():
        admin.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        for role in ROLES:
            name = sql.Identifier(f"dukani_{role}")
            known = admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (f"dukani_{role}",)).fetchone()
            verb = sql.SQL("ALTER" if known else "CREATE")
            password = sql.Literal(getattr(credentials, role))
            admin.execute(sql.SQL("{} ROLE {} LOGIN PASSWORD {}").format(verb, name, password))
            admin.execute(sql.SQL("ALTER ROLE {} SET search_path = dukani, public, extensions").format(name))
        for reader in ("auditor", "platform"):
            admin.execute(
                sql.SQL("ALTER ROLE {} SET default_transaction_read_only = on").format(
                    sql.Identifier(f"dukani_{reader}")
                )
            )
        if admin.execute("SELECT NOT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone() == (
            True,
        ):
            admin.execute("GRANT dukani_owner TO CURRENT_USER")


def _make_database(admin: Connection[Any], database: str) -> None:
    if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", (database,)).fetchone() is None:
        admin.execute(
            sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(sql.Identifier(database))
        )


def _make_schema(admin: Connection[Any]) -> None:
    try:
        admin.execute("CREATE EXTENSION IF NOT EXISTS vector")
    except psycopg.Error as error:
        raise MigrationRefused(
            "The extension pgvector is missing on this server; install it first."
        ) from error
    admin.execute("CREATE SCHEMA IF NOT EXISTS dukani AUTHORIZATION dukani_owner")
    admin.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")


def newest() -> int:
    """How many migrations this release knows."""
    return len(migrations())


def level(conn: Connection[Any]) -> int:
    """How many migrations the database has."""
    row = conn.execute("SELECT count(*) FROM dukani.migrations").fetchone()
    return int(row[0]) if row else 0
