"""Through a transaction pooler each transaction finds its own boutique and limits, and leaves nothing behind.

The emulated pooler gives every transaction another connection of the server than the one before, and refuses
whatever relies on a session.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
import pytest

from domain.identity import BoutiqueId
from interfaces.composition import House
from interfaces.ingress.messages import IngressSettings, PostgresIngress
from interfaces.postgres.credentials import Addresses
from interfaces.postgres.database import Database
from interfaces.postgres.due_work import Worker
from interfaces.postgres.event_store import PostgresFactLog
from interfaces.postgres.migrate import database_in
from interfaces.postgres.projector import Projector
from interfaces.postgres.startup import UnsafeDatabase, refuse_unsafe
from interfaces.postgres.vault import PostgresVault
from interfaces.settings import Settings
from interfaces.whatsapp.payload import read_delivery
from tests.emulators.pooler import TransactionPooler
from tests.interfaces.postgres.notes import NoteCounts, make_note_counts, note_stream, notes
from tests.support.clock import FixedClock
from tests.support.postgres import TestServer
from tests.support.wire import delivery, text_message

Two = tuple[BoutiqueId, BoutiqueId]
MINE = "SELECT current_setting('app.boutique_id'), current_setting('lock_timeout')"
LEFT = ("app.boutique_id", "lock_timeout", "statement_timeout")


@dataclass
class Way:
    """A database of one's own with a pooler before it. `through` uses it as an operator would set it up."""

    postgres: TestServer
    name: str
    pooler: TransactionPooler
    through: Database

    def pooled(self) -> Addresses:
        return Addresses.of(self.pooler.url(self.name), self.postgres.credentials)


@pytest.fixture(scope="module")
def way(postgres: TestServer) -> Iterator[Way]:
    name = postgres.clone()
    make_note_counts(postgres, name)
    with TransactionPooler(postgres.admin) as pooler:
        pooled = Addresses.of(pooler.url(name), postgres.credentials)
        with Database(postgres.addresses(name), 4, pooled) as database:
            yield Way(postgres, name, pooler, database)
    postgres.drop(name)


def test_each_transaction_has_its_own_boutique_and_limits_and_leaves_neither_behind(
    way: Way, two_boutiques: Two
) -> None:
    with way.through.as_boutique(two_boutiques[0]) as one, way.through.as_boutique(two_boutiques[1]) as other:
        seen = [conn.execute(MINE).fetchone() for conn in (one, other, one, other)]
    assert seen == [(str(two_boutiques[n]), "1s") for n in (0, 1, 0, 1)]
    with way.through.as_ingress() as conn:
        assert conn.execute(MINE).fetchone() == ("", "1s")

    assert [way.pooler.left_behind(name) for name in LEFT] == [{""}, {"0"}, {"0"}]


def test_messages_facts_seals_and_read_models_go_through_it_each_to_their_own_boutique(
    way: Way, two_boutiques: Two
) -> None:
    database, (mine, theirs), before = way.through, two_boutiques, way.pooler.transactions
    with psycopg.connect(way.postgres.admin_of(way.name)) as admin:
        for boutique in two_boutiques:
            row = (boutique, str(boutique.int)[:15])
            admin.execute("INSERT INTO dukani.boutique_accounts VALUES (%s, 'whatsapp', %s, now())", row)
    ingress = PostgresIngress(database, IngressSettings(b"lanes"), FixedClock())
    log, vault = PostgresFactLog(database), PostgresVault(database, way.postgres.credentials.master)

    for number in range(3):
        body = delivery(str(mine.int)[:15], text_message(f"wamid.{number}", "Habari"))
        asyncio.run(ingress.accept(read_delivery(body)))
        log.append(notes(note_stream(mine), 2))
        log.append(notes(note_stream(theirs), 1))
    sealed = vault.seal(mine, mine, "Kilimani")
    Projector(database, [NoteCounts()]).catch_up()

    assert vault.open(mine, sealed) == "Kilimani"
    for boutique, messages, facts in ((mine, 3, 6), (theirs, 0, 3)):
        with database.as_boutique(boutique) as conn:
            assert conn.execute("SELECT count(*) FROM dukani.inbox").fetchone() == (messages,)
            assert conn.execute("SELECT facts FROM dukani.note_counts").fetchone() == (facts,)
    assert way.pooler.refused == []
    assert way.pooler.transactions >= before + 9, "three deliveries and six appends at least"


def test_lanes_are_held_by_sessions_that_go_past_it(way: Way, clock: FixedClock) -> None:
    before = way.pooler.transactions
    with Worker(way.through) as worker:
        worker.claim(["nothing"], clock.now())
    assert way.pooler.transactions == before


def test_what_relies_on_a_session_is_refused_by_it_so_the_other_tests_can_fail(
    way: Way, two_boutiques: Two
) -> None:
    with (
        psycopg.connect(way.pooled().app, autocommit=True) as conn,
        pytest.raises(psycopg.Error, match="prepared statements are not kept"),
    ):
        conn.execute("SELECT %s", (1,), prepare=True)
    with psycopg.connect(way.pooled().app, autocommit=True) as conn:
        with pytest.raises(psycopg.Error, match="a setting is not kept"):
            conn.execute("SET lock_timeout = '1s'")
        conn.execute(f"SELECT set_config('app.boutique_id', '{two_boutiques[0]}', false)".encode())
        assert conn.execute("SELECT current_setting('app.boutique_id', true)").fetchone() != (
            str(two_boutiques[0]),
        )
        conn.execute("SELECT set_config('app.boutique_id', '', false)")
    way.pooler.refused.clear()


def test_a_start_whose_sessions_go_through_it_is_refused(way: Way) -> None:
    with TransactionPooler(way.postgres.admin, strict=False) as lax:
        shared = Addresses.of(lax.url(way.name), way.postgres.credentials)
        with (
            Database(shared, 2, shared) as database,
            pytest.raises(UnsafeDatabase, match="DUKANI_POOLER_URL"),
        ):
            refuse_unsafe(database)


def test_a_house_goes_through_the_pooler_that_its_settings_name(way: Way) -> None:
    settings = Settings(
        sandbox=True, database_url=way.postgres.admin_of(way.name), pooler_url=way.pooler.url(way.name)
    )
    home, before = House(settings, way.postgres.credentials, way.postgres.addresses(way.name)), 0
    try:
        before = way.pooler.transactions
        with home.database.as_ingress() as conn:
            conn.execute("SELECT 1")
    finally:
        home.close()
    assert way.pooler.transactions > before
    with pytest.raises(ValueError, match="beside DUKANI_POOLER_URL set DUKANI_DATABASE_URL"):
        Settings(sandbox=True, pooler_url="host=pooler")


def test_supabases_project_stands_behind_every_roles_name(postgres: TestServer) -> None:
    url = "postgresql://postgres.abcd:secret@aws-0-eu-central-1.pooler.supabase.com:6543/postgres"
    addresses = Addresses.of(url, postgres.credentials, database_in(url))
    assert "user=dukani_app.abcd" in addresses.app
    assert "user=dukani_follower.abcd" in addresses.follower
    assert "dbname=postgres" in addresses.app
    assert database_in("host=localhost") == "dukani"
