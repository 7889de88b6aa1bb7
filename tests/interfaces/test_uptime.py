"""Uptime is counted from minutes in which a process was there."""

import threading
from datetime import UTC, datetime, timedelta

from interfaces.platform.books import PostgresBooks
from interfaces.platform.heartbeat import Heartbeat
from interfaces.platform.uptime import uptime
from interfaces.postgres.database import Database
from projections.sales import Period
from tests.support.clock import FixedClock

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)
ALL = (1 << 60) - 1


def at(minute: int) -> datetime:
    return NINE + timedelta(minutes=minute)


def test_a_minute_without_a_beat_is_downtime() -> None:
    found = uptime("api", [(NINE, ALL & ~(1 << 30)), (at(60), 0b1111)], NINE, at(63))
    assert (found.minutes, found.of, found.last) == (62, 63, at(63))


def test_nothing_is_counted_before_the_first_beat_or_of_the_minute_under_way() -> None:
    found = uptime("api", [(NINE, 0b1110000)], NINE - timedelta(days=30), at(6) + timedelta(seconds=40))
    assert (found.minutes, found.of) == (2, 2)


def test_before_the_first_beat_there_is_no_figure() -> None:
    assert uptime("worker", [], NINE, at(5)).of == 0


def test_beats_of_two_processes_of_a_kind_are_one_and_of_two_kinds_are_two(database: Database) -> None:
    clock = FixedClock(NINE)
    one, other, worker = (Heartbeat(database, clock, kind) for kind in ("api", "api", "worker"))
    for minute in range(6):
        clock.set(at(minute))
        (one if minute % 2 else other).beat()
        one.beat()
        if minute < 3:
            worker.beat()
    api, work = PostgresBooks(database).uptime(Period(NINE.date(), NINE.date()), at(6))
    assert (api.minutes, api.of, work.minutes, work.of) == (6, 6, 3, 6)


class StopsAtTheNextWait(threading.Event):
    """Told to stop as soon as somebody waits."""

    def wait(self, timeout: float | None = None) -> bool:
        self.set()
        return True


def test_a_process_beats_until_it_is_told_to_stop(database: Database) -> None:
    clock = FixedClock(NINE + timedelta(days=1))
    Heartbeat(database, clock, "api").run(StopsAtTheNextWait())
    api, _ = PostgresBooks(database).uptime(Period.ending(clock.now().date(), 1), clock.now())
    assert api.last == clock.now()


def test_a_process_of_which_a_part_has_fallen_does_not_count_as_there(database: Database) -> None:
    clock = FixedClock(NINE + timedelta(days=3))
    Heartbeat(database, clock, "worker", lambda: False).beat()
    _, worker = PostgresBooks(database).uptime(Period.ending(clock.now().date(), 1), clock.now())
    assert worker.last != clock.now()
