"""The bench of the store. Run: python -m tests.bench.store

A real server with every commit on the disk. What is compared was measured in the same run, in turn.
"""

import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar, Self
from uuid import uuid4

import psycopg
from psycopg import Connection
from psycopg.conninfo import make_conninfo

from domain.fact import Actor, Cause, Fact, Recorded, fold
from domain.identity import BoutiqueId, StreamId, stream_of
from interfaces.postgres.chain import verify
from interfaces.postgres.credentials import Addresses, Credentials
from interfaces.postgres.database import Database
from interfaces.postgres.due_work import Due, Worker, schedule
from interfaces.postgres.embedded import EmbeddedServer
from interfaces.postgres.envelope import decode, encode
from interfaces.postgres.event_store import PostgresFactLog
from interfaces.postgres.migrate import DATABASE, prepare
from interfaces.postgres.projector import Projector
from tests.bench.commits import PROCESSES, Benched, Crew, Task, Ways, fact, make_raw_table
from tests.bench.row import Row, at_least, at_most, beside

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Bench:
    """A server to measure on."""

    addresses: Addresses
    admin: str
    database: Database


@contextmanager
def bench() -> Iterator[Bench]:
    """A server of its own, gone afterwards."""
    home = Path(tempfile.mkdtemp(prefix="dkb-"))
    credentials = Credentials.kept_in(home)
    server = EmbeddedServer(home, credentials)
    try:
        admin = server.start()
        addresses = prepare(admin, credentials)
        with Database(addresses, 20) as database:
            yield Bench(addresses, make_conninfo(admin, dbname=DATABASE), database)
    finally:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)


def commits(on: Bench, seconds: float = 0.8, rounds: int = 3) -> list[Row]:
    """Commits per second at 1, 4 and 16 writers, beside the raw engine and the library's own recorder."""
    make_raw_table(on.admin)
    crew, here = Crew(on.addresses, on.admin), Ways(on.addresses, on.admin, 20)
    shapes: list[tuple[str, int, int, Callable[[Task], int]]] = [
        ("1 thread", 1, 1, here.run),
        ("4 threads", 4, 4, here.run),
        ("16 threads", 16, 16, here.run),
        (f"{PROCESSES} processes", PROCESSES, 1, crew.run),
        (f"{PROCESSES} processes x 4 threads", PROCESSES * 4, 4, crew.run),
    ]
    rows: list[Row] = []
    for name, writers, threads, run in shapes:
        rates: dict[str, list[float]] = {"raw": [], "ours": [], "stock": []}
        for _ in range(rounds):
            for way, found in rates.items():
                found.append(run(Task(way, threads, seconds)) / seconds)
        raw, ours, stock = (statistics.median(rates[way]) for way in ("raw", "ours", "stock"))
        many = writers >= 8
        rows.append(beside(f"commits, {name}, to raw", ours, "commits/s", raw, 0.4 if many else 0.0))
        rows.append(beside(f"commits, {name}, to stock", ours, "commits/s", stock, 2.0 if many else 1.0))
    crew.dismiss()
    return rows


@dataclass(frozen=True, slots=True)
class Tally:
    """A small aggregate for the fold."""

    KIND: ClassVar[str] = "tally"
    pieces: int = 0
    cents: int = 0

    def evolve(self, fact: Fact) -> Self:
        """The state after this fact."""
        if isinstance(fact, Benched):
            return replace(self, pieces=self.pieces + fact.quantity, cents=self.cents + fact.cents)
        return self


def replay(on: Bench, facts: int = 5_000) -> list[Row]:
    """Facts per second from the database to the folded state of one stream, and decoding alone."""
    log, (stream, recorded) = PostgresFactLog(on.database), _history(facts)
    log.append(recorded)
    fold(Tally(), (r.fact for r in log.read(stream)[:10]))
    taken = _best(lambda: fold(Tally(), (r.fact for r in log.read(stream))))
    packed = [(r.originator_id, r.originator_version, Benched.TOPIC, encode(r), 1) for r in recorded]
    decoding = _best(lambda: [decode(*one) for one in packed])
    return [
        at_least("replay of one stream", facts / taken, "facts/s", 60_000),
        at_least("decoding alone", facts / decoding, "facts/s", 100_000),
    ]


def chain(on: Bench, facts: int = 20_000) -> list[Row]:
    """Facts per second verified."""
    boutique = _fill(on, 1, facts)[0]
    verify(on.database, boutique)
    taken = _best(lambda: verify(on.database, boutique))
    return [at_least("chain verified", facts / taken, "facts/s", 100_000)]


class Totals:
    """A small read model."""

    name: ClassVar[str] = "bench_totals"
    topics: ClassVar[frozenset[str]] = frozenset({Benched.TOPIC})

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Fact]]) -> None:
        """One row for each stream of the page."""
        totals: dict[str, int] = {}
        for recorded in facts:
            if isinstance(recorded.fact, Benched):
                stream = recorded.originator_id
                totals[stream] = totals.get(stream, 0) + recorded.fact.cents
        conn.execute(
            "INSERT INTO dukani.bench_totals AS t SELECT %s, * FROM unnest(%s::text[], %s::bigint[])"
            " ON CONFLICT (boutique_id, stream) DO UPDATE SET cents = t.cents + EXCLUDED.cents",
            (boutique, list(totals), list(totals.values())),
        )

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Remove the rows."""
        conn.execute("DELETE FROM dukani.bench_totals WHERE boutique_id = %s", (boutique,))


def projection(on: Bench, facts: int = 40_000) -> list[Row]:
    """Facts per second into a read model from zero, and how soon a fact is visible."""
    with psycopg.connect(on.addresses.owner) as conn:
        conn.execute(
            "CREATE TABLE dukani.bench_totals (boutique_id uuid, stream text, cents bigint NOT NULL,"
            " PRIMARY KEY (boutique_id, stream))"
        )
        conn.execute("SELECT dukani.guard('dukani.bench_totals')")
    projector = Projector(on.database, [Totals()])
    projector.catch_up()
    _fill(on, 4, facts // 4)
    rates = []
    for _ in range(3):
        began = time.perf_counter()
        rates.append(projector.catch_up() / (time.perf_counter() - began))
        projector.rebuild(Totals.name)
    rate = max(rates)
    projector.catch_up()
    near, far = _lags(on, projector)
    return [
        at_least("read model from zero", rate, "facts/s", 25_000),
        at_most("recorded to visible, same process, p50", near, "ms", 25),
        at_most("recorded to visible, other process, p50", far, "ms", 25),
    ]


def _lags(on: Bench, projector: Projector, times: int = 60) -> tuple[float, float]:
    stop = threading.Event()
    loop = threading.Thread(target=projector.run, args=(stop,))
    loop.start()
    near, far = PostgresFactLog(on.database, projector.wake), PostgresFactLog(on.database)
    boutique, cause = BoutiqueId(uuid4()), Cause(Actor.AGENT, uuid4(), uuid4())
    found: dict[int, list[float]] = {0: [], 1: []}
    seen = "SELECT position FROM dukani.positions WHERE projection = 'bench_totals' AND boutique_id = %s"
    with on.database.follower_session() as conn:
        for number in range(times):
            stream = stream_of(boutique, "cart", uuid4())
            (near, far)[number % 2].append([fact(stream, 1, cause)])
            began = time.perf_counter()
            seen = (
                "SELECT position FROM dukani.positions WHERE boutique_id = %s AND projection = 'bench_totals'"
            )
            while (conn.execute(seen, (boutique,), prepare=True).fetchone() or (0,))[0] <= number:
                time.sleep(0.0005)
            found[number % 2].append((time.perf_counter() - began) * 1000)
    stop.set()
    loop.join()
    return statistics.median(found[0]), statistics.median(found[1])


def due_work(on: Bench, rows: int = 1_000) -> list[Row]:
    """Rows claimed, begun and finished per second, beside as many writers' bare commits.

    A row costs two commits that wait for the disk, so half of the bare commits is all that can be had.
    """
    make_raw_table(on.admin)
    here, found = Ways(on.addresses, on.admin, 8), []
    for workers in (1, 4):
        name = f"due work done, {workers} worker{'s' if workers > 1 else ''}, to raw commits"
        rates = [
            (_work_through(on, rows // 2, workers), here.run(Task("raw", workers, 0.8)) / 0.8)
            for _ in range(3)
        ]
        done, raw = (statistics.median(column) for column in zip(*rates, strict=True))
        found.append(beside(name, done, "rows/s", raw, 0.15))
    return found


def _work_through(on: Bench, rows: int, workers: int) -> float:
    boutique, kind = BoutiqueId(uuid4()), f"bench-{uuid4()}"
    with on.database.as_boutique(boutique) as conn:
        early = NOW - timedelta(seconds=rows)
        schedule(
            conn,
            *(Due(boutique, kind, str(n), uuid4(), early + timedelta(seconds=n)) for n in range(rows)),
        )

    def work() -> None:
        with Worker(on.database) as worker:
            while found := worker.claim([kind], NOW):
                worker.begin_attempt(found, NOW)
                worker.finish(found)

    threads = [threading.Thread(target=work) for _ in range(workers)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return rows / (time.perf_counter() - began)


def _history(facts: int) -> tuple[StreamId, list[Recorded[Fact]]]:
    stream, cause = stream_of(BoutiqueId(uuid4()), "cart", uuid4()), Cause(Actor.AGENT, uuid4(), uuid4())
    return stream, [fact(stream, version, cause) for version in range(1, facts + 1)]


def _fill(on: Bench, boutiques: int, facts: int) -> list[BoutiqueId]:
    log, made = PostgresFactLog(on.database), []
    for _ in range(boutiques):
        boutique, cause = BoutiqueId(uuid4()), Cause(Actor.AGENT, uuid4(), uuid4())
        for _ in range(facts // 500):
            streams = [stream_of(boutique, "cart", uuid4()) for _ in range(50)]
            log.append([fact(stream, version, cause) for stream in streams for version in range(1, 11)])
        made.append(boutique)
    return made


def _best(measured: Callable[[], object], times: int = 5) -> float:
    """Seconds of the quickest run: what the machine does when nobody else is on it."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        measured()
        found.append(time.perf_counter() - began)
    return min(found)


def rows() -> list[Row]:
    """Everything."""
    with bench() as on:
        return [row for part in (replay, chain, projection, due_work, commits) for row in part(on)]


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(f"{row}\n")
