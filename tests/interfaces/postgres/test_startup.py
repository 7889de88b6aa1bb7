"""Nothing is served from a database on which a boutique could see another, or lose a fact."""

from collections.abc import Iterator
from dataclasses import replace

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from interfaces.postgres.credentials import Addresses
from interfaces.postgres.database import Database
from interfaces.postgres.migrate import Migration, migrations
from interfaces.postgres.startup import UnsafeDatabase, refuse_unsafe
from tests.support.postgres import TestServer


@pytest.fixture
def scratch(postgres: TestServer) -> Iterator[str]:
    name = postgres.clone()
    yield name
    postgres.drop(name)


def check(addresses: Addresses, wanted: tuple[Migration, ...] | None = None) -> None:
    with Database(addresses, 2) as database:
        refuse_unsafe(database, wanted)


def test_the_migrated_database_is_fit_to_serve(postgres: TestServer, scratch: str) -> None:
    check(postgres.addresses(scratch))


@pytest.mark.parametrize("pool", ["app", "follower"])
def test_a_superuser_is_refused(postgres: TestServer, scratch: str, pool: str) -> None:
    with pytest.raises(UnsafeDatabase, match="postgres is a superuser"):
        check(replace(postgres.addresses(scratch), **{pool: postgres.admin_of(scratch)}))


@pytest.mark.parametrize("pool", ["app", "follower"])
def test_the_owner_is_refused(postgres: TestServer, scratch: str, pool: str) -> None:
    addresses = postgres.addresses(scratch)
    with pytest.raises(UnsafeDatabase, match="dukani_owner owns"):
        check(replace(addresses, **{pool: addresses.owner}))


def test_a_role_that_bypasses_row_security_is_refused(postgres: TestServer, scratch: str) -> None:
    with psycopg.connect(postgres.admin, autocommit=True) as admin:
        admin.execute("CREATE ROLE test_bypasser LOGIN PASSWORD 'x' BYPASSRLS IN ROLE dukani_app")
    try:
        addresses = postgres.addresses(scratch)
        sly = make_conninfo(addresses.app, user="test_bypasser", password="x")
        with pytest.raises(UnsafeDatabase, match="test_bypasser bypasses"):
            check(replace(addresses, app=sly))
    finally:
        with psycopg.connect(postgres.admin, autocommit=True) as admin:
            admin.execute("DROP ROLE test_bypasser")


STOCK = """
    CREATE FUNCTION dukani.es_insert_events_text(events dukani.stored_event_text[])
    RETURNS SETOF bigint LANGUAGE plpgsql AS $$ BEGIN
      NOTIFY stored_events;
      RETURN QUERY INSERT INTO dukani.stored_events (originator_id, originator_version, topic, state)
        SELECT * FROM unnest(events) RETURNING notification_id; END $$"""
REPLACED = """
    CREATE OR REPLACE FUNCTION dukani.record(boutique uuid, events dukani.stored_event_text[])
    RETURNS SETOF bigint LANGUAGE plpgsql AS $$ BEGIN
      RETURN QUERY INSERT INTO dukani.stored_events (originator_id, originator_version, topic, state)
        SELECT * FROM unnest(events) RETURNING notification_id; END $$"""


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (REPLACED, "record.* does not hold the head"),
        (STOCK, "es_insert_events_text.* is the event library's own"),
        ("ALTER TABLE dukani.inbox NO FORCE ROW LEVEL SECURITY", "not forced on the table .*inbox"),
        ("ALTER TABLE dukani.inbox DISABLE ROW LEVEL SECURITY", "not forced on the table .*inbox"),
        ("CREATE TABLE dukani.added (boutique_id uuid)", "not forced on the table .*added"),
        ("CREATE VIEW dukani.seen AS SELECT * FROM dukani.inbox", "view .*seen shows every boutique's rows"),
        ("DROP EXTENSION vector CASCADE", "pgvector is missing"),
        ("UPDATE dukani.migrations SET checksum = 'x' WHERE name = '0002_log'", "0002_log was edited"),
        ("DELETE FROM dukani.migrations WHERE name = '0004_work'", "0004_work is missing"),
        ("DROP SCHEMA dukani CASCADE", "The database is empty"),
    ],
)
def test_each_unsafe_state_is_refused_in_one_sentence(
    postgres: TestServer, scratch: str, spoil: str, sentence: str
) -> None:
    with psycopg.connect(postgres.admin_of(scratch), autocommit=True) as admin:
        admin.execute(spoil.encode())
    with pytest.raises(UnsafeDatabase, match=sentence) as refusal:
        check(postgres.addresses(scratch))
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_a_migration_of_this_release_that_is_not_applied_is_named(postgres: TestServer, scratch: str) -> None:
    newer = (*migrations(), Migration("9999_next", "SELECT 1"))
    with pytest.raises(UnsafeDatabase, match="9999_next is missing; run `dukani migrate`"):
        check(postgres.addresses(scratch), newer)
