"""The log of facts on PostgreSQL, written by the recorder of the library `eventsourcing`.

The recorder is the library's own, in its function mode; the function it calls is ours (`dukani.record` in
`migrations/0002_log.sql`), because the stock one lets readers lose facts. The statement carries its boutique
along, so that naming it and recording are one round trip and one transaction.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, Final, cast
from uuid import UUID

import psycopg
from eventsourcing.persistence import (
    EventStore,
    IntegrityError,
    InterfaceError,
    Mapper,
    Notification,
    OperationalError,
    StoredEvent,
)
from eventsourcing.postgres import PgStoredEvent, PostgresApplicationRecorder, PostgresDatastore
from psycopg import Connection, Cursor
from psycopg.rows import DictRow

from application.ports import StreamMoved
from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId, StreamId, boutique_of
from interfaces.postgres.database import Database, StoreUnavailable, WrongBoutique, require
from interfaces.postgres.envelope import decode, encode

PATIENCE_SECONDS: Final = 6.0
"""After so long the library's own retries end."""

WRITTEN_OUT: Final = 8
"""Up to so many events stand in the statement itself, which is prepared once for each number."""

_EVENT: Final = "stored_event_text"
_IN_ARRAYS: Final = b"""
    SELECT dukani.record(%s, ARRAY(
      SELECT ROW(e.id, e.version, e.topic, e.state)::dukani.stored_event_text
        FROM unnest(%s::text[], %s::bigint[], %s::text[], %s::bytea[])
             WITH ORDINALITY AS e (id, version, topic, state, place) ORDER BY e.place))
    AS es_insert_events_text"""
_boutique: ContextVar[BoutiqueId] = ContextVar("boutique_of_statement")
_give_up_at: ContextVar[float] = ContextVar("give_up_at")


class FactMapper(Mapper[str]):
    """Between our recorded facts and the library's stored events."""

    def __init__(self) -> None:
        """No transcoder, compressor or cipher: the envelope is its own form."""

    def to_stored_event(self, domain_event: Any) -> StoredEvent:
        """The stored event of a recorded fact."""
        stream, version = domain_event.originator_id, domain_event.originator_version
        return StoredEvent(stream, version, domain_event.fact.TOPIC, encode(domain_event))

    def to_domain_event(self, stored_event: StoredEvent) -> Any:
        """The recorded fact of a stored event, with its position if the event has one."""
        position = stored_event.id if isinstance(stored_event, Notification) else None
        stream = cast("str", stored_event.originator_id)
        return decode(
            stream, stored_event.originator_version, stored_event.topic, stored_event.state, position
        )


class _RecordingCursor(Cursor[Any]):
    """Carries the recorder's one statement out as ours: the boutique first, then each event's four values.

    A few events are written out in the statement, which is several times cheaper for the client than one
    composite value; many are sent as four arrays.
    """

    def execute(self, query: Any, params: Any = None, **options: Any) -> "_RecordingCursor":
        (events,) = params
        boutique = _boutique.get()
        if len(events) <= WRITTEN_OUT:
            values = [boutique, *(value for event in events for value in event)]
            super().execute(_written_out(len(events)), values, **options)
        else:
            super().execute(_IN_ARRAYS, [boutique, *(list(column) for column in zip(*events, strict=True))])
        return self


@cache
def _written_out(events: int) -> bytes:
    rows = ", ".join(["ROW(%s, %s, %s, %s)::dukani.stored_event_text"] * events)
    return f"SELECT dukani.record(%s, ARRAY[{rows}]) AS es_insert_events_text".encode()


class _Door(PostgresDatastore):
    """The recorder's way to the database: our pool in place of the library's own."""

    def __init__(self, database: Database) -> None:
        super().__init__(
            *("", "", "", "", ""), schema="dukani", originator_id_type="text", enable_db_functions=True
        )
        self._database = database
        self.psycopg_python_types[_EVENT] = PgStoredEvent

    def register_type_adapters(self) -> None:
        """Nothing to register: no composite value is sent."""

    @contextmanager
    def get_connection(self) -> Iterator[Connection[DictRow]]:
        """A pooled connection. Raises: the library's errors; StoreUnavailable when patience has run out."""
        if time.monotonic() > _give_up_at.get():
            raise StoreUnavailable(f"the log did not answer within {PATIENCE_SECONDS:.0f} s")
        try:
            with self._database.as_recorder(_RecordingCursor) as conn:
                yield conn
        except psycopg.IntegrityError as error:
            raise IntegrityError(str(error)) from error
        except psycopg.InterfaceError as error:
            raise InterfaceError(str(error)) from error
        except psycopg.OperationalError as error:
            raise OperationalError(str(error)) from error


class PostgresFactLog:
    """The boutiques' logs of facts. `on_append` is told whose log has grown, after the commit.

    Example: PostgresFactLog(database).append([Recorded(stream, 1, fact, now, cause)])
    """

    def __init__(self, database: Database, on_append: Callable[[BoutiqueId], None] | None = None) -> None:
        self._database = database
        self._on_append = on_append
        self._store: EventStore[str] = EventStore(FactMapper(), PostgresApplicationRecorder(_Door(database)))

    def read(self, stream: StreamId) -> Sequence[Recorded[Fact]]:
        """All facts of a stream in order, each with its position; empty for an unknown stream.

        Raises: WrongBoutique, StoreUnavailable.
        """
        with self._database.as_boutique(boutique_of(stream)) as conn:
            rows = conn.execute(
                "SELECT notification_id, originator_id, originator_version, topic, state"
                " FROM dukani.stored_events WHERE originator_id = %s ORDER BY originator_version",
                (stream,),
                prepare=True,
                binary=True,
            ).fetchall()
        return [decode(stream, version, topic, state, place) for place, _, version, topic, state in rows]

    def append(self, facts: Sequence[Recorded[Fact]]) -> None:
        """Record all of these, or none. All belong to one boutique.

        Raises: StreamMoved, WrongBoutique, StoreUnavailable.
        """
        if not facts:
            return
        boutique = _only_boutique(facts)
        require(boutique)
        named, limited = _boutique.set(boutique), _give_up_at.set(time.monotonic() + PATIENCE_SECONDS)
        try:
            self._store.put(cast("Any", facts))
        except IntegrityError as error:
            if not isinstance(error.__cause__, psycopg.errors.UniqueViolation):
                raise
            self._resolve(facts)
        except (OperationalError, InterfaceError) as error:
            raise StoreUnavailable(str(error)) from error
        finally:
            _boutique.reset(named)
            _give_up_at.reset(limited)
        if self._on_append is not None:
            self._on_append(boutique)

    def _resolve(self, facts: Sequence[Recorded[Fact]]) -> None:
        """A place was taken. If it is taken by these very facts, the answer of our own commit was lost."""
        streams = {StreamId(fact.originator_id) for fact in facts}
        taken = {(r.originator_id, r.originator_version): _mark(r) for s in streams for r in self.read(s)}
        for fact in facts:
            if taken.get((fact.originator_id, fact.originator_version)) != _mark(fact):
                raise StreamMoved(f"{fact.originator_id} has moved past {fact.originator_version - 1}")


def _mark(recorded: Recorded[Fact]) -> tuple[UUID, str]:
    return recorded.cause.command, recorded.fact.TOPIC


def _only_boutique(facts: Sequence[Recorded[Fact]]) -> BoutiqueId:
    boutique = boutique_of(facts[0].originator_id)
    prefix = f"{boutique}/"
    if not all(fact.originator_id.startswith(prefix) for fact in facts):
        raise WrongBoutique("facts of two boutiques cannot be recorded together")
    return boutique
