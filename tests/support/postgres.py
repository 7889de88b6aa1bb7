"""One embedded PostgreSQL for the whole test session, and a fresh migrated database for each that asks.

The migrated database is made once and then copied. Durability against power loss is off: the tests kill
processes, never the machine.
"""

import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from interfaces.postgres.credentials import Addresses, Credentials
from interfaces.postgres.database import Database
from interfaces.postgres.embedded import EmbeddedServer
from interfaces.postgres.migrate import prepare

TEMPLATE = "dukani_template"
_HASTE = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "max_connections": "200"}


class TestServer:
    """The session's server."""

    __test__ = False

    def __init__(self, directory: Path) -> None:
        self.credentials = Credentials.kept_in(directory)
        self.server = EmbeddedServer(directory, self.credentials, _HASTE)
        self.admin = self.server.start()
        self._numbers = itertools.count(1)
        prepare(self.admin, self.credentials, TEMPLATE)

    def admin_of(self, database: str) -> str:
        """The superuser's address of one database, for tampering."""
        return make_conninfo(self.admin, dbname=database)

    def clone(self) -> str:
        """The name of a fresh copy of the migrated, empty database."""
        name = f"test_{os.getpid()}_{next(self._numbers)}"
        with psycopg.connect(self.admin, autocommit=True) as admin:
            admin.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                    sql.Identifier(name), sql.Identifier(TEMPLATE)
                )
            )
        return name

    def drop(self, name: str) -> None:
        """Remove a copy, also while somebody is connected."""
        with psycopg.connect(self.admin, autocommit=True) as admin:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def addresses(self, database: str) -> Addresses:
        """The roles' addresses of one database."""
        return Addresses.of(self.admin, self.credentials, database)

    @contextmanager
    def fresh(self, connections: int = 12) -> Iterator[Database]:
        """A migrated, empty database of one's own; gone afterwards."""
        name = self.clone()
        database = Database(self.addresses(name), connections)
        try:
            yield database
        finally:
            database.close()
            self.drop(name)


@contextmanager
def serving() -> Iterator[TestServer]:
    """A server in a short-lived directory, stopped and removed at the end."""
    directory = Path(tempfile.mkdtemp(prefix="dkt-"))
    server = TestServer(directory)
    try:
        yield server
    finally:
        server.server.stop()
        shutil.rmtree(directory, ignore_errors=True)
