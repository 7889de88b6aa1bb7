"""Whether the database answers, and is what this release was written for."""

from interfaces.findings import Finding, broken, works
from interfaces.postgres.database import Database, StoreUnavailable
from interfaces.postgres.migrate import level, newest

NAME = "database"


def check(database: Database) -> Finding:
    """Asks as each role, and compares the schema's level."""
    try:
        with database.as_follower() as conn:
            version = str(conn.execute("SHOW server_version").fetchone()[0])  # type: ignore[index]
            there = level(conn)
        with database.as_ingress() as conn:
            conn.execute("SELECT 1")
    except StoreUnavailable as away:
        return broken(NAME, str(away), "start PostgreSQL, or correct DUKANI_DATABASE_URL")
    if there != newest():
        return broken(NAME, f"schema {there} of {newest()}", "restart: a start applies what is missing")
    return works(NAME, f"PostgreSQL {version.split(maxsplit=1)[0]}, schema {there}")
