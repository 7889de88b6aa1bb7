"""Read models follow the log exactly, and one that fails stops alone."""

import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any

import psycopg
import pytest
from psycopg import Connection

from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId
from interfaces.postgres.database import Database
from interfaces.postgres.event_store import PostgresFactLog
from interfaces.postgres.projector import Lag, ProjectionStopped, Projector
from projections.projection import RebuildRefused
from tests.interfaces.postgres.notes import (
    NoteCounts,
    Noted,
    Shouted,
    Shouts,
    make_note_counts,
    note_stream,
    noted,
    notes,
    shouts,
)
from tests.support.postgres import TestServer

Two = tuple[BoutiqueId, BoutiqueId]


@pytest.fixture
def fresh(postgres: TestServer) -> Iterator[Database]:
    with postgres.fresh() as database:
        with database.as_follower() as conn:
            name = conn.info.dbname
        make_note_counts(postgres, name)
        yield database


def counted(database: Database, boutique: BoutiqueId) -> tuple[int, int] | None:
    with database.as_boutique(boutique) as conn:
        return conn.execute("SELECT facts, letters FROM dukani.note_counts").fetchone()


def test_each_fact_of_each_boutique_counts_once(fresh: Database, two_boutiques: Two) -> None:
    log, projector = PostgresFactLog(fresh), Projector(fresh, [NoteCounts()])
    log.append(notes(note_stream(two_boutiques[0]), 30))
    log.append(notes(note_stream(two_boutiques[1]), 7))

    assert projector.catch_up() == 37
    assert projector.catch_up() == 0
    assert counted(fresh, two_boutiques[0]) == (30, sum(len(f"note {n}") for n in range(1, 31)))
    assert counted(fresh, two_boutiques[1]) == (7, 42)


def test_a_fact_that_cannot_be_read_stops_one_boutique_and_is_named(
    fresh: Database, two_boutiques: Two
) -> None:
    log, projector = PostgresFactLog(fresh), Projector(fresh, [NoteCounts()], pause=lambda _: 3_600)
    sick = note_stream(two_boutiques[0])
    log.append([*notes(sick, 5), noted(sick, 6, "poison"), *notes(sick, 3, first=7)])
    log.append(notes(note_stream(two_boutiques[1]), 4))

    with pytest.raises(ProjectionStopped, match=r"at 6 test-noted.v1: ValueError: cannot be read"):
        projector.catch_up()

    assert counted(fresh, two_boutiques[0]) == (5, 30)
    assert counted(fresh, two_boutiques[1]) == (4, 24)
    assert projector.lag() == [Lag("note_counts", facts=4, boutiques=1, stopped=1)]
    assert projector.run_once() == 0


def test_a_read_model_is_given_its_own_facts_alone_and_passes_the_others(
    fresh: Database, two_boutiques: Two
) -> None:
    log, mine = PostgresFactLog(fresh), two_boutiques[0]
    seen: list[str] = []

    class Watched(NoteCounts):
        def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Fact]]) -> None:
            seen.extend(fact.fact.TOPIC for fact in facts)
            super().apply(conn, boutique, facts)

    for boutique in two_boutiques:
        log.append([*shouts(note_stream(boutique), 3), *notes(note_stream(boutique), 2)])
        log.append(shouts(note_stream(boutique), 4))
    projector = Projector(fresh, [Watched()])

    assert projector.catch_up() == 18
    assert seen == ["test-noted.v1"] * 4
    assert counted(fresh, mine) == (2, 12)
    assert projector.lag() == [Lag("note_counts", facts=0, boutiques=0, stopped=0)]


def test_a_fact_that_cannot_be_read_stops_only_who_asks_for_it(
    fresh: Database, two_boutiques: Two, postgres: TestServer
) -> None:
    log, projector = PostgresFactLog(fresh), Projector(fresh, [NoteCounts(), Shouts()], pause=lambda _: 3_600)
    for boutique in two_boutiques:
        log.append([*notes(note_stream(boutique), 2), *shouts(note_stream(boutique), 3)])
    with fresh.as_follower() as conn:
        name = conn.info.dbname
    with psycopg.connect(postgres.admin_of(name)) as admin:
        spoilt = "UPDATE dukani.stored_events SET state = '{' WHERE topic = %s AND boutique_id = %s"
        admin.execute(spoilt, (Shouted.TOPIC, two_boutiques[0]))

    with pytest.raises(ProjectionStopped, match=r"^shouts .* at 3 test-shouted.v1: ValidationError"):
        projector.catch_up()

    assert [counted(fresh, boutique) for boutique in two_boutiques] == [(2, 12), (2, 12)]
    assert [(lag.projection, lag.facts) for lag in projector.lag()] == [("note_counts", 0), ("shouts", 3)]


def test_read_models_that_follow_each_other_share_one_reading_of_the_log(
    fresh: Database, two_boutiques: Two
) -> None:
    log = PostgresFactLog(fresh)
    seen: dict[str, list[int]] = {"first": [], "second": []}

    class First(Shouts):
        name = "first"
        topics = frozenset({Noted.TOPIC})

        def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Fact]]) -> None:
            seen[self.name] += [id(fact) for fact in facts]

    class Second(First):
        name = "second"

    log.append([*notes(note_stream(two_boutiques[0]), 5), *notes(note_stream(two_boutiques[0]), 2)])
    Projector(fresh, [First(), Second()]).catch_up()

    assert seen["first"] == seen["second"]
    assert len(set(seen["first"])) == 7


def test_a_rebuild_that_is_refused_changes_nothing(fresh: Database, two_boutiques: Two) -> None:
    class Unsafe(NoteCounts):
        def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
            super().reset(conn, boutique)
            raise RebuildRefused("it would send everything again")

    log, projector = PostgresFactLog(fresh), Projector(fresh, [Unsafe()])
    log.append(notes(note_stream(two_boutiques[0]), 3))
    projector.catch_up()

    with pytest.raises(RebuildRefused):
        projector.rebuild("note_counts")

    assert projector.catch_up() == 0
    assert counted(fresh, two_boutiques[0]) == (3, 18)


def test_a_repaired_read_model_goes_on_by_itself_after_its_pause(fresh: Database, two_boutiques: Two) -> None:
    log, sick = PostgresFactLog(fresh), note_stream(two_boutiques[0])
    log.append([noted(sick, 1, "poison"), noted(sick, 2)])
    Projector(fresh, [NoteCounts()], pause=lambda _: 0.0).run_once()

    class Repaired(NoteCounts):
        def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Fact]]) -> None:
            super().apply(
                conn, boutique, [each for each in facts if "poison" not in each.fact.model_dump_json()]
            )

    assert Projector(fresh, [Repaired()]).catch_up() == 2
    assert counted(fresh, two_boutiques[0]) == (1, 1)


def test_a_rebuild_from_zero_gives_the_same_rows(fresh: Database, two_boutiques: Two) -> None:
    log, projector = PostgresFactLog(fresh), Projector(fresh, [NoteCounts()])
    for boutique in two_boutiques:
        log.append(notes(note_stream(boutique), 600))
    projector.catch_up()
    before = [counted(fresh, boutique) for boutique in two_boutiques]

    projector.rebuild("note_counts", two_boutiques[0])

    assert counted(fresh, two_boutiques[0]) is None
    assert counted(fresh, two_boutiques[1]) == before[1]
    assert projector.catch_up() == 600
    assert [counted(fresh, boutique) for boutique in two_boutiques] == before


def test_a_fact_is_visible_soon_after_it_was_recorded_in_this_or_another_process(
    fresh: Database, two_boutiques: Two
) -> None:
    here = Projector(fresh, [NoteCounts()])
    near, far = PostgresFactLog(fresh, here.wake), PostgresFactLog(fresh)
    stop = threading.Event()
    loop = threading.Thread(target=here.run, args=(stop,))
    loop.start()
    lags: dict[str, list[float]] = {"near": [], "far": []}
    try:
        stream = note_stream(two_boutiques[0])
        for number in range(1, 41):
            name, log = ("near", near) if number % 2 else ("far", far)
            log.append([noted(stream, number)])
            since = time.perf_counter()
            while (counted(fresh, two_boutiques[0]) or (0, 0))[0] < number:
                assert time.perf_counter() - since < 5
            lags[name].append(time.perf_counter() - since)
    finally:
        stop.set()
        loop.join()
    assert sorted(lags["near"])[10] < 0.1
    assert sorted(lags["far"])[10] < 0.1
