"""Faults of the world between us and the database change nothing that was recorded."""

import contextlib
import multiprocessing
import os
import random
import signal
import threading
import time
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from application.ports import StreamMoved
from domain.identity import BoutiqueId
from interfaces.postgres import database as door
from interfaces.postgres.credentials import Addresses
from interfaces.postgres.database import Database, StoreUnavailable
from interfaces.postgres.event_store import PostgresFactLog
from interfaces.postgres.projector import Projector
from tests.interfaces.postgres.notes import NoteCounts, make_note_counts, note_stream, noted, notes
from tests.support.postgres import TestServer
from tests.support.sandbox import eventually
from tests.support.tcp_proxy import LossyProxy

Two = tuple[BoutiqueId, BoutiqueId]


def test_a_lost_answer_to_a_commit_is_resolved_and_nothing_recorded_twice(
    postgres: TestServer, two_boutiques: Two
) -> None:
    name = postgres.clone()
    address = postgres.addresses(name)
    socket = Path(str(conninfo_to_dict(address.app)["host"])) / ".s.PGSQL.5432"
    with LossyProxy(socket) as proxy:
        far = make_conninfo(
            address.app, host="127.0.0.1", port=proxy.port, sslmode="disable", gssencmode="disable"
        )
        with Database(Addresses(*[far] * 5)) as database:
            log = PostgresFactLog(database)
            stream = note_stream(two_boutiques[0])
            log.append([noted(stream, 1)])
            for version in range(2, 7):
                proxy.lose_answer_to(lambda content: b"test-noted.v1" in content)
                log.append([noted(stream, version)])
            assert proxy.lost == 5
            assert [r.position for r in log.read(stream)] == list(range(1, 7))

            proxy.lose_answer_to(lambda content: b"test-noted.v1" in content)
            with pytest.raises(StreamMoved):
                log.append([noted(stream, 6)])
    postgres.drop(name)


def test_a_database_that_is_away_is_said_so_in_time(
    two_boutiques: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "WAIT_SECONDS", 0.5)
    nowhere = "host=/nonexistent dbname=x user=y"
    with Database(Addresses(*[nowhere] * 5)) as database:
        began = time.monotonic()
        with pytest.raises(StoreUnavailable):
            PostgresFactLog(database).append([noted(note_stream(two_boutiques[0]), 1)])
        assert time.monotonic() - began < 5


def test_a_reader_at_the_end_of_the_log_misses_nothing_of_eight_writers(
    postgres: TestServer, two_boutiques: Two
) -> None:
    seen: dict[UUID, list[int]] = {boutique: [] for boutique in two_boutiques}
    done = threading.Event()

    def write(database: Database, number: int) -> None:
        log, chance = PostgresFactLog(database), random.Random(number)
        for _ in range(60):
            boutique = two_boutiques[chance.randrange(2)]
            log.append(notes(note_stream(boutique), chance.randrange(1, 4)))

    def tail(database: Database) -> None:
        last_round = False
        while not last_round:
            last_round = done.is_set()
            for boutique, positions in seen.items():
                with database.as_follower() as conn:
                    rows = conn.execute(
                        "SELECT notification_id FROM dukani.stored_events WHERE boutique_id = %s"
                        " AND notification_id > %s ORDER BY 1",
                        (boutique, positions[-1] if positions else 0),
                    ).fetchall()
                positions.extend(place for (place,) in rows)

    with postgres.fresh() as database:
        reader = threading.Thread(target=tail, args=(database,))
        writers = [threading.Thread(target=write, args=(database, number)) for number in range(8)]
        reader.start()
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        done.set()
        reader.join()
        with database.as_follower() as conn:
            stored = dict(conn.execute("SELECT boutique_id, last FROM dukani.log_heads").fetchall())

    for boutique, positions in seen.items():
        assert positions == list(range(1, stored[boutique] + 1))


def test_writers_of_one_stream_at_once_record_each_place_once(database: Database, two_boutiques: Two) -> None:
    stream = note_stream(two_boutiques[0])
    outcomes: list[str] = []

    def write() -> None:
        log = PostgresFactLog(database)
        for version in range(1, 31):
            try:
                log.append([noted(stream, version)])
                outcomes.append("recorded")
            except StreamMoved:
                outcomes.append("moved")

    threads = [threading.Thread(target=write) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (outcomes.count("recorded"), outcomes.count("moved")) == (30, 120)
    assert [r.position for r in PostgresFactLog(database).read(stream)] == list(range(1, 31))


def _project_for_ever(addresses: Addresses) -> None:
    with Database(addresses, 2) as database:
        Projector(database, [NoteCounts()]).run(threading.Event())


def test_projectors_killed_one_after_another_count_each_fact_once(
    postgres: TestServer, two_boutiques: Two
) -> None:
    name = postgres.clone()
    make_note_counts(postgres, name)
    addresses, chance = postgres.addresses(name), random.Random(7)
    spawn = multiprocessing.get_context("spawn")
    crew = [spawn.Process(target=_project_for_ever, args=(addresses,), daemon=True) for _ in range(3)]
    with Database(addresses) as database:
        log = PostgresFactLog(database)
        for process in crew:
            process.start()
        for process in crew:
            for _ in range(chance.randrange(4, 12)):
                log.append(notes(note_stream(two_boutiques[chance.randrange(2)]), 40))
            before = _applied(database)
            while _applied(database) <= before:
                log.append(notes(note_stream(two_boutiques[0]), 3))
            os.kill(process.pid or 0, signal.SIGKILL)
            process.join()
        with database.as_follower() as conn:
            facts = dict(conn.execute("SELECT boutique_id, last FROM dukani.log_heads").fetchall())
        eventually(
            lambda: _counted(database, two_boutiques) == facts, "the lock of the last one killed to go"
        )
    postgres.drop(name)


def _counted(database: Database, boutiques: Two) -> dict[BoutiqueId, int]:
    """What is counted once everything is, but for boutiques that a dying server process still holds."""
    Projector(database, [NoteCounts()]).catch_up()
    counted = {}
    for boutique in boutiques:
        with database.as_boutique(boutique) as conn:
            row = conn.execute("SELECT facts FROM dukani.note_counts").fetchone()
        counted[boutique] = row[0] if row else 0
    return counted


def _applied(database: Database) -> int:
    with database.as_follower() as conn:
        row = conn.execute("SELECT coalesce(sum(position), 0) FROM dukani.positions").fetchone()
    assert row
    return int(row[0])


def test_row_security_binds_even_who_sends_no_boutique(database: Database, two_boutiques: Two) -> None:
    PostgresFactLog(database).append([noted(note_stream(two_boutiques[0]), 1)])
    with database.as_ingress() as conn:
        assert conn.execute("SELECT count(*) FROM dukani.stored_events").fetchone() == (0,)
    with pytest.raises(psycopg.errors.InsufficientPrivilege), database.as_ingress() as conn:
        conn.execute("SELECT dukani.record(NULL, ARRAY[]::dukani.stored_event_text[])")
    foreign = note_stream(two_boutiques[0])
    for named in two_boutiques:
        with (
            pytest.raises(psycopg.errors.InsufficientPrivilege),
            database.as_boutique(two_boutiques[1]) as conn,
        ):
            conn.execute(
                "SELECT dukani.record(%s, ARRAY[ROW(%s, 9, 't', '')::dukani.stored_event_text])",
                (named, foreign),
            )


def test_connections_that_died_in_the_pool_are_replaced_without_a_word(
    postgres: TestServer, two_boutiques: Two
) -> None:
    with postgres.fresh() as database:
        log, stream = PostgresFactLog(database), note_stream(two_boutiques[0])
        log.append([noted(stream, 1)])
        for version in (2, 3):
            with psycopg.connect(postgres.admin, autocommit=True) as admin:
                admin.execute(
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                    " WHERE usename = 'dukani_app'"
                )
            if version == 2:
                assert len(log.read(stream)) == 1
            log.append([noted(stream, version)])
        assert len(log.read(stream)) == 3


def test_an_error_passed_over_inside_a_door_does_not_commit_as_if_nothing_was(
    database: Database, two_boutiques: Two
) -> None:
    with (
        pytest.raises(psycopg.errors.InFailedSqlTransaction),
        database.as_boutique(two_boutiques[0]) as conn,
        contextlib.suppress(psycopg.errors.UndefinedTable),
    ):
        conn.execute("SELECT * FROM dukani.no_such_table")
