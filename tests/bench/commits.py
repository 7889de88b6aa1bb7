"""Writers for the bench of the store: ours, the raw engine and the library's own, each of one shape.

One writer records one fact in each commit, as long as told, and says how many. Four processes of as many
threads as asked, or threads of one process, so that neither side's processor alone is the limit.
"""

import multiprocessing
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection as Pipe
from uuid import uuid4

import psycopg
from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore
from psycopg.conninfo import conninfo_to_dict

from domain.fact import Actor, Cause, Fact, Recorded
from domain.identity import BoutiqueId, StreamId, stream_of
from interfaces.postgres.credentials import Addresses
from interfaces.postgres.database import Database
from interfaces.postgres.event_store import PostgresFactLog

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PROCESSES = 4


class Benched(Fact):
    """A fact of the size of a cart's."""

    TOPIC = "bench-item-added.v1"
    product: str = "8d5f5f52-6f0e-4a7e-9f43-9f3a0c1d2e3f"
    title: str = "Ankara wrap dress"
    cents: int = 250_000
    quantity: int = 1


def fact(stream: StreamId, version: int, cause: Cause) -> Recorded[Fact]:
    """The fact for one place of a stream."""
    return Recorded(stream, version, Benched(), AT, cause)


STATE = b"x" * 239
Once = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Task:
    """What the writers of one process do."""

    way: str
    threads: int
    seconds: float


class Ways:
    """Opens writers of each way on one server."""

    def __init__(self, addresses: Addresses, admin: str, connections: int) -> None:
        self._admin = admin
        self._database = Database(addresses, connections)
        self._log = PostgresFactLog(self._database)
        self._stock = _stock_recorder(admin, connections)

    def writer(self, way: str) -> Once:
        """One writer: each call is one commit."""
        return {"ours": self._ours, "raw": self._raw, "stock": self._of_stock}[way]()

    def _ours(self) -> Once:
        stream, cause = stream_of(BoutiqueId(uuid4()), "cart", uuid4()), Cause(Actor.AGENT, uuid4(), uuid4())
        versions = iter(range(1, 1 << 40))
        return lambda: self._log.append([fact(stream, next(versions), cause)])

    def _raw(self) -> Once:
        conn = psycopg.connect(self._admin, autocommit=True)
        stream, versions = f"{uuid4()}/cart/{uuid4()}", iter(range(1, 1 << 40))
        insert = b"INSERT INTO raw_events VALUES (%s, %s, %s, %s)"

        def once() -> None:
            conn.execute(insert, (stream, next(versions), Benched.TOPIC, STATE), prepare=True)

        return once

    def _of_stock(self) -> Once:
        stream, versions = f"{uuid4()}/cart/{uuid4()}", iter(range(1, 1 << 40))

        def once() -> None:
            self._stock.insert_events([StoredEvent(stream, next(versions), Benched.TOPIC, STATE)])

        return once

    def run(self, task: Task) -> int:
        """The commits of all this process's writers."""
        writers = [self.writer(task.way) for _ in range(task.threads)]
        for once in writers:
            once()
        counts, until = [0] * task.threads, time.perf_counter() + task.seconds

        def work(number: int) -> None:
            while time.perf_counter() < until:
                writers[number]()
                counts[number] += 1

        threads = [threading.Thread(target=work, args=(number,)) for number in range(task.threads)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sum(counts)


def make_raw_table(admin: str) -> None:
    """The same columns and keys as the library's table, nothing else."""
    with psycopg.connect(admin, autocommit=True) as conn:
        conn.execute(
            "CREATE TABLE IF NOT EXISTS raw_events (originator_id text, originator_version bigint,"
            " topic text,"
            " state bytea,"
            " notification_id bigserial UNIQUE, PRIMARY KEY (originator_id, originator_version))"
        )
    _stock_recorder(admin, 1).create_table()


class Crew:
    """Four processes of writers, kept for all rounds."""

    def __init__(self, addresses: Addresses, admin: str) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._pipes: list[Pipe] = []
        for _ in range(PROCESSES):
            mine, theirs = spawn.Pipe()
            spawn.Process(target=_serve, args=(theirs, addresses, admin), daemon=True).start()
            self._pipes.append(mine)
        for pipe in self._pipes:
            pipe.recv()

    def run(self, task: Task) -> int:
        """The commits of all processes."""
        for pipe in self._pipes:
            pipe.send(task)
        return sum(pipe.recv() for pipe in self._pipes)

    def dismiss(self) -> None:
        """Send all home."""
        for pipe in self._pipes:
            pipe.send(None)


def _serve(pipe: Pipe, addresses: Addresses, admin: str) -> None:
    ways = Ways(addresses, admin, 8)
    pipe.send("ready")
    while task := pipe.recv():
        pipe.send(ways.run(task))


def _stock_recorder(admin: str, connections: int) -> PostgresApplicationRecorder:
    known = conninfo_to_dict(admin)
    store = PostgresDatastore(
        *(str(known.get(key, "")) for key in ("dbname", "host", "port", "user", "password")),
        pool_size=1,
        max_overflow=connections,
        originator_id_type="text",
    )
    return PostgresApplicationRecorder(store, events_table_name="stock_events")
