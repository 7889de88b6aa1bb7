"""Due work is done one row of a lane at a time, by whoever comes, and nothing of it is lost."""

import threading
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.identity import BoutiqueId
from interfaces.postgres.database import Database
from interfaces.postgres.due_work import Due, Worker, backlog, cancel, schedule
from tests.support.postgres import TestServer
from tests.support.present import present

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
Two = tuple[BoutiqueId, BoutiqueId]


@pytest.fixture
def kind() -> str:
    """A kind of work of this test's own: the tests share a database."""
    return f"kind-{uuid4()}"


def plan(database: Database, *dues: Due, patience: timedelta | None = None) -> None:
    with database.as_boutique(dues[0].boutique) as conn:
        schedule(conn, *dues, patience=patience)


def test_work_is_claimed_when_due_and_not_before(database: Database, two_boutiques: Two, kind: str) -> None:
    plan(database, Due(two_boutiques[0], kind, "a", uuid4(), NOW, '{"n": 1}'))

    with Worker(database) as worker:
        assert worker.claim([kind], NOW - SECOND) is None
        assert worker.claim(["another"], NOW) is None
        work = worker.claim([kind], NOW)
        assert work is not None
        assert (work.due.key, work.due.payload, work.attempts, work.started_at) == ("a", '{"n": 1}', 0, None)
        worker.finish(work)
        assert worker.claim([kind], NOW) is None


@given(
    keys=st.lists(st.sampled_from("abc"), min_size=1, max_size=8),
    patience=st.sampled_from([None, 2 * SECOND]),
    seed=st.integers(0, 2**32),
)
@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)
def test_much_work_at_once_is_written_as_if_one_by_one(
    database: Database, keys: list[str], patience: timedelta | None, seed: int
) -> None:
    chance, kind = Random(seed), f"kind-{uuid4()}"
    one_by_one, at_once = BoutiqueId(uuid4()), BoutiqueId(uuid4())
    told = [
        (key, uuid4(), NOW + chance.randint(-5, 5) * SECOND, f'{{"n": {n}}}') for n, key in enumerate(keys)
    ]
    written: list[list[tuple[Any, ...]]] = []
    for boutique in (one_by_one, at_once):
        dues = [Due(boutique, kind, *one) for one in told]
        begun = [Due(boutique, kind, "b", uuid4(), NOW - SECOND)]
        for batch in (begun, dues) if boutique == at_once else ([due] for due in begun + dues):
            plan(database, *batch, patience=patience)
        with database.as_boutique(boutique) as conn:
            asked = (
                "SELECT key, lane, due_at, first_due_at, revision, payload FROM dukani.due_work ORDER BY key"
            )
            written.append([row for row in conn.execute(asked).fetchall() if row[0] in keys])
    with database.as_follower() as conn:
        conn.execute("DELETE FROM dukani.due_work WHERE kind = %s", (kind,))
    assert written[0] == written[1]
    assert [row[0] for row in written[0]] == sorted(set(keys))


def test_one_lane_is_worked_by_one_while_other_lanes_go_on(
    database: Database, two_boutiques: Two, kind: str
) -> None:
    lane = uuid4()
    plan(
        database,
        Due(two_boutiques[0], kind, "first", lane, NOW),
        Due(two_boutiques[0], kind, "second", lane, NOW + SECOND),
        Due(two_boutiques[0], kind, "aside", uuid4(), NOW + 2 * SECOND),
    )
    later = NOW + 9 * SECOND
    with Worker(database) as one, Worker(database) as two:
        held, aside = one.claim([kind], later), two.claim([kind], later)
        assert held is not None
        assert aside is not None
        assert (held.due.key, aside.due.key) == ("first", "aside")
        two.finish(aside)
        assert two.claim([kind], later) is None
        one.finish(held)
        freed = two.claim([kind], later)
        assert freed is not None
        assert freed.due.key == "second"
        two.finish(freed)


def test_the_same_lane_of_another_boutique_is_another_lane(
    database: Database, two_boutiques: Two, kind: str
) -> None:
    lane = uuid4()
    for boutique in two_boutiques:
        plan(database, Due(boutique, kind, "a", lane, NOW))
    with Worker(database) as one, Worker(database) as two:
        claimed = [present(worker.claim([kind], NOW)).due.boutique for worker in (one, two)]
        assert set(claimed) == set(two_boutiques)


def test_a_killed_worker_frees_its_lane_at_once_and_its_attempt_is_known(
    postgres: TestServer, database: Database, two_boutiques: Two, kind: str
) -> None:
    plan(database, Due(two_boutiques[0], kind, "a", uuid4(), NOW))
    killed = Worker(database)
    work = killed.claim([kind], NOW)
    assert work is not None
    killed.begin_attempt(work, NOW)
    with psycopg.connect(postgres.admin, autocommit=True) as admin:
        admin.execute("SELECT pg_terminate_backend(%s, 5000)", (present(killed._conn).info.backend_pid,))

    with Worker(database) as next_one:
        again = next_one.claim([kind], NOW)
        assert again is not None
        assert (again.attempts, again.started_at) == (1, NOW)
        next_one.finish(again)
    killed.close()


def test_work_put_off_comes_again_with_its_reason(database: Database, two_boutiques: Two, kind: str) -> None:
    plan(database, Due(two_boutiques[0], kind, "a", uuid4(), NOW))
    with Worker(database) as worker:
        work = present(worker.claim([kind], NOW))
        worker.begin_attempt(work, NOW)
        worker.retry_at(work, NOW + 5 * SECOND, "the neighbour was away")
        assert worker.claim([kind], NOW + 4 * SECOND) is None
        again = present(worker.claim([kind], NOW + 5 * SECOND))
        assert (again.attempts, again.last_error) == (1, "the neighbour was away")
        worker.finish(again)


def test_a_burst_puts_the_answer_off_but_not_for_ever(
    database: Database, two_boutiques: Two, kind: str
) -> None:
    lane = uuid4()
    for second in range(20):
        plan(
            database,
            Due(two_boutiques[0], kind, "turn", lane, NOW + (second + 2) * SECOND),
            patience=6 * SECOND,
        )
    with Worker(database) as worker:
        assert worker.claim([kind], NOW + 7.9 * SECOND) is None
        work = worker.claim([kind], NOW + 8 * SECOND)
        assert work is not None
        assert work.due.at == NOW + 8 * SECOND


def test_work_that_became_due_anew_while_it_was_done_stays_due(
    database: Database, two_boutiques: Two, kind: str
) -> None:
    lane = uuid4()
    plan(database, Due(two_boutiques[0], kind, "turn", lane, NOW))
    with Worker(database) as worker:
        work = present(worker.claim([kind], NOW))
        worker.begin_attempt(work, NOW)
        plan(database, Due(two_boutiques[0], kind, "turn", lane, NOW + 3 * SECOND), patience=6 * SECOND)
        worker.finish(work)
        assert worker.claim([kind], NOW + 2 * SECOND) is None
        newer = worker.claim([kind], NOW + 3 * SECOND)
        assert newer is not None
        assert (newer.attempts, newer.started_at) == (0, None)
        worker.finish(newer)
        assert worker.claim([kind], NOW + 99 * SECOND) is None


def test_cancelled_work_is_not_done(database: Database, two_boutiques: Two, kind: str) -> None:
    plan(database, Due(two_boutiques[0], kind, "expiry", uuid4(), NOW))
    with database.as_boutique(two_boutiques[0]) as conn:
        cancel(conn, two_boutiques[0], kind, "expiry")
    with Worker(database) as worker:
        assert worker.claim([kind], NOW) is None


def test_many_workers_do_everything_once_and_never_two_of_a_lane_together(
    database: Database, two_boutiques: Two, kind: str
) -> None:
    lanes = [UUID(int=number) for number in range(7)]
    dues = [
        Due(two_boutiques[n % 2], kind, str(n), lanes[n % 7], NOW + n * SECOND / 1000) for n in range(210)
    ]
    for boutique in two_boutiques:
        plan(database, *[due for due in dues if due.boutique == boutique])
    done: list[str] = []
    inside: set[tuple[BoutiqueId, UUID]] = set()
    guard = threading.Lock()
    clashes: list[str] = []

    def work_all() -> None:
        with Worker(database) as worker:
            misses = 0
            while misses < 50 and len(done) < 210:
                work = worker.claim([kind], NOW + 99 * SECOND)
                if work is None:
                    misses += 1
                    continue
                place = (work.due.boutique, work.due.lane)
                with guard:
                    if place in inside:
                        clashes.append(work.due.key)
                    inside.add(place)
                worker.begin_attempt(work, NOW)
                with guard:
                    inside.discard(place)
                    done.append(work.due.key)
                worker.finish(work)

    threads = [threading.Thread(target=work_all) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert clashes == []
    assert sorted(done, key=int) == [str(n) for n in range(210)]


def test_overdue_work_is_counted_by_kind(database: Database, two_boutiques: Two, kind: str) -> None:
    plan(
        database,
        Due(two_boutiques[0], kind, "a", uuid4(), NOW),
        Due(two_boutiques[0], kind, "b", uuid4(), NOW),
    )
    (mine,) = [row for row in backlog(database, NOW) if row.kind == kind]
    assert (mine.waiting, mine.oldest, mine.failing) == (2, NOW, 0)


def test_a_lane_with_a_thousand_rows_starves_nobody(
    database: Database, two_boutiques: Two, kind: str
) -> None:
    crowded = uuid4()
    mine, others = two_boutiques
    plan(database, *(Due(mine, kind, str(n), crowded, NOW + n * SECOND / 1000) for n in range(1_000)))
    plan(database, Due(others, kind, "late", uuid4(), NOW + 5 * SECOND))
    with Worker(database) as busy, Worker(database) as free:
        assert present(busy.claim([kind], NOW + 9 * SECOND)).due.boutique == mine
        assert present(free.claim([kind], NOW + 9 * SECOND)).due.key == "late"


def test_the_next_work_is_found_by_its_index(database: Database, two_boutiques: Two, kind: str) -> None:
    plan(database, *(Due(two_boutiques[0], kind, str(n), uuid4(), NOW + n * SECOND) for n in range(1_000)))
    with database.as_follower() as conn:
        plan_rows = conn.execute(
            "EXPLAIN SELECT * FROM dukani.due_work WHERE due_at <= %s AND kind = ANY (%s)"
            " ORDER BY due_at LIMIT 1",
            (NOW, [kind]),
        ).fetchall()
    assert "due_work_next" in "\n".join(row for (row,) in plan_rows)


def test_a_worker_holds_one_lane_at_most(database: Database, two_boutiques: Two, kind: str) -> None:
    plan(database, *(Due(two_boutiques[0], kind, key, uuid4(), NOW) for key in "ab"))
    with Worker(database) as worker:
        worker.claim([kind], NOW)
        with pytest.raises(RuntimeError, match="still held"):
            worker.claim([kind], NOW)
