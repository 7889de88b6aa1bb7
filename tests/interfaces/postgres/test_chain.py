"""Whatever is changed in a boutique's history behind the application's back is found and its place named."""

# ruff: noqa: S608 - the statements are constants of this file

from collections.abc import Iterator

import psycopg
import pytest

from domain.identity import BoutiqueId
from interfaces.postgres.chain import Anchor, Broken, Fault, anchor_now, verify
from interfaces.postgres.database import Database
from interfaces.postgres.event_store import PostgresFactLog
from tests.interfaces.postgres.notes import note_stream, notes
from tests.support.postgres import TestServer

MINE = "boutique_id = %(mine)s"
SWAP = f"""
    UPDATE dukani.stored_events SET notification_id = -1 WHERE {MINE} AND notification_id = 17;
    UPDATE dukani.stored_events SET notification_id = 17 WHERE {MINE} AND notification_id = 18;
    UPDATE dukani.stored_events SET notification_id = 18 WHERE {MINE} AND notification_id = -1"""
SWAP_CONTENTS = f"""
    CREATE TEMP TABLE pair AS
      SELECT * FROM dukani.stored_events WHERE {MINE} AND notification_id IN (17, 20);
    UPDATE dukani.stored_events e
       SET state = p.state, topic = p.topic, originator_version = -p.originator_version
      FROM pair p WHERE e.{MINE} AND e.notification_id + p.notification_id = 37;
    UPDATE dukani.stored_events SET originator_version = -originator_version WHERE originator_version < 0"""


@pytest.fixture
def boutique(log: PostgresFactLog, two_boutiques: tuple[BoutiqueId, BoutiqueId]) -> BoutiqueId:
    for one in two_boutiques:
        for _ in range(2):
            log.append(notes(note_stream(one), 25))
    return two_boutiques[0]


@pytest.fixture
def tamper(postgres: TestServer, database: Database, boutique: BoutiqueId) -> Iterator[psycopg.ClientCursor]:
    with database.as_ingress() as conn:
        name = conn.info.dbname
    rule = "stored_events_originator_version_check"
    with psycopg.connect(postgres.admin_of(name), autocommit=True) as admin:
        admin.execute(f"ALTER TABLE dukani.stored_events DROP CONSTRAINT IF EXISTS {rule}".encode())
        yield psycopg.ClientCursor(admin)


def test_an_untouched_log_is_whole(database: Database, boutique: BoutiqueId) -> None:
    assert verify(database, boutique) is None
    assert verify(database, boutique, anchor_now(database, boutique)) is None


def test_a_boutique_without_facts_is_whole(
    database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    assert verify(database, two_boutiques[0]) is None
    assert anchor_now(database, two_boutiques[0]) is None


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        (f"UPDATE dukani.stored_events SET state = state || '\\x20' WHERE {MINE} AND notification_id = 17",
         Broken(17, Fault.ALTERED)),
        (f"UPDATE dukani.stored_events SET topic = 'x' WHERE {MINE} AND notification_id = 1",
         Broken(1, Fault.ALTERED)),
        (f"UPDATE dukani.stored_events SET chain = sha256(chain) WHERE {MINE} AND notification_id = 50",
         Broken(50, Fault.ALTERED)),
        (f"DELETE FROM dukani.stored_events WHERE {MINE} AND notification_id = 9", Broken(9, Fault.MISSING)),
        (f"DELETE FROM dukani.stored_events WHERE {MINE} AND notification_id < 3", Broken(1, Fault.MISSING)),
        (SWAP, Broken(17, Fault.REORDERED)),
        (SWAP_CONTENTS, Broken(17, Fault.REORDERED)),
        (f"DELETE FROM dukani.stored_events WHERE {MINE} AND notification_id > 48", Broken(49, Fault.CUT)),
        (f"DELETE FROM dukani.stored_events WHERE {MINE}", Broken(1, Fault.CUT)),
        (f"UPDATE dukani.log_heads SET last = 48 WHERE {MINE}", Broken(49, Fault.HEAD_ALTERED)),
        (f"UPDATE dukani.log_heads SET head = 'x' WHERE {MINE}", Broken(50, Fault.HEAD_ALTERED)),
    ],
)  # fmt: skip
def test_each_kind_of_tampering_is_found_at_its_place(
    database: Database, boutique: BoutiqueId, tamper: psycopg.ClientCursor, change: str, broken: Broken
) -> None:
    tamper.execute(change, {"mine": boutique})
    assert verify(database, boutique) == broken


def test_a_log_cut_together_with_its_head_is_found_by_an_anchor_kept_outside(
    database: Database, boutique: BoutiqueId, tamper: psycopg.ClientCursor
) -> None:
    anchor = anchor_now(database, boutique)
    tamper.execute(
        "DELETE FROM dukani.stored_events WHERE boutique_id = %(mine)s AND notification_id > 40;"
        " UPDATE dukani.log_heads SET last = 40, head = (SELECT chain FROM dukani.stored_events"
        " WHERE boutique_id = %(mine)s AND notification_id = 40) WHERE boutique_id = %(mine)s",
        {"mine": boutique},
    )
    assert verify(database, boutique) is None
    assert verify(database, boutique, anchor) == Broken(41, Fault.CUT)
    assert verify(database, boutique, Anchor(40, b"another")) == Broken(40, Fault.REWRITTEN)


def test_another_boutiques_log_is_not_touched_by_ours(
    database: Database,
    boutique: BoutiqueId,
    two_boutiques: tuple[BoutiqueId, BoutiqueId],
    tamper: psycopg.ClientCursor,
) -> None:
    tamper.execute(f"DELETE FROM dukani.stored_events WHERE {MINE}", {"mine": boutique})
    assert verify(database, two_boutiques[1]) is None
