"""A small fact, and a read model over it, for the tests of the store."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import UUID, uuid4

import psycopg
from psycopg import Connection

from domain.fact import Actor, Cause, Fact, Recorded
from domain.identity import BoutiqueId, StreamId, stream_of
from tests.support.postgres import TestServer

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Noted(Fact):
    """A fact of these tests."""

    TOPIC = "test-noted.v1"
    text: str
    count: int = 1


class Shouted(Fact):
    """Another fact of these tests, which the read model of notes does not ask for."""

    TOPIC = "test-shouted.v1"
    words: str


def cause(command: UUID | None = None) -> Cause:
    return Cause(Actor.CUSTOMER, command or uuid4(), uuid4())


def note_stream(boutique: BoutiqueId) -> StreamId:
    return stream_of(boutique, "note", uuid4())


def noted(stream: StreamId, version: int, text: str = "a", why: Cause | None = None) -> Recorded[Fact]:
    return Recorded(stream, version, Noted(text=text), AT, why or cause())


def notes(stream: StreamId, number: int, first: int = 1) -> list[Recorded[Fact]]:
    return [noted(stream, version, f"note {version}") for version in range(first, first + number)]


def shouts(stream: StreamId, number: int) -> list[Recorded[Fact]]:
    return [Recorded(stream, version, Shouted(words="ho"), AT, cause()) for version in range(1, number + 1)]


def make_note_counts(postgres: TestServer, database: str) -> None:
    """The read model's table, as a migration of its own would make it."""
    with psycopg.connect(postgres.addresses(database).owner) as conn:
        conn.execute(
            "CREATE TABLE dukani.note_counts (boutique_id uuid PRIMARY KEY, facts bigint NOT NULL,"
            " letters bigint NOT NULL)"
        )
        conn.execute("SELECT dukani.guard('dukani.note_counts')")


class NoteCounts:
    """Counts facts and letters; refuses the text `poison`."""

    name: ClassVar[str] = "note_counts"
    topics: ClassVar[frozenset[str]] = frozenset({Noted.TOPIC})

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Fact]]) -> None:
        texts = [recorded.fact.text for recorded in facts if isinstance(recorded.fact, Noted)]
        if "poison" in texts:
            raise ValueError("cannot be read")
        conn.execute(
            "INSERT INTO dukani.note_counts AS n VALUES (%s, %s, %s) ON CONFLICT (boutique_id) DO UPDATE"
            " SET facts = n.facts + EXCLUDED.facts, letters = n.letters + EXCLUDED.letters",
            (boutique, len(texts), sum(map(len, texts))),
        )

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        conn.execute("DELETE FROM dukani.note_counts WHERE boutique_id = %s", (boutique,))


class Shouts:
    """Asks for what is shouted, and keeps nothing of it."""

    name: ClassVar[str] = "shouts"
    topics: ClassVar[frozenset[str]] = frozenset({Shouted.TOPIC})

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Fact]]) -> None:
        """Nothing to keep."""

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Nothing to forget."""
