"""Whether the database answers, and is what this release was written for."""

import psycopg

from interfaces.findings import Finding, broken, off, works
from interfaces.postgres.database import Database, StoreUnavailable
from interfaces.postgres.migrate import level, newest

NAME = "database"
POOLER = "pooler"


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


def check_pooler(database: Database, *, named: bool) -> Finding:
    """Whether transactions go through the pooler, and sessions past it."""
    if not named:
        return off(POOLER, "set DUKANI_POOLER_URL where a transaction pooler stands before the database")
    try:
        with database.as_ingress() as conn:
            conn.execute("SELECT 1")
    except (StoreUnavailable, psycopg.Error) as away:
        return broken(POOLER, f"it cannot be asked ({type(away).__name__})", "correct DUKANI_POOLER_URL")
    try:
        with database.follower_session() as session:
            session.execute("SELECT 1")
    except psycopg.Error as away:
        says = f"past it the database cannot be asked ({type(away).__name__})"
        return broken(POOLER, says, "correct DUKANI_DATABASE_URL: lanes need sessions")
    return works(POOLER, "transactions go through it, sessions past it")
