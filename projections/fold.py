"""How rows grow from facts: each kind of fact has a function that takes it into a row."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from psycopg import Connection

from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId, subject_of
from projections.table import Table

State = TypeVar("State")
F = TypeVar("F", bound=Fact)
Taking = Callable[[State, F, Recorded[Any]], None]


class Fold(Generic[State]):
    """Which function takes which kind of fact into a row.

    Example:
        fold = Fold[OrderRow]()

        @fold.on(OrderPacked)
        def _packed(row: OrderRow, fact: OrderPacked, at: Recorded[Any]) -> None: ...
    """

    def __init__(self) -> None:
        self._taking: dict[type[Fact], Callable[[State, Any, Recorded[Any]], None]] = {}

    def on(self, kind: type[F]) -> Callable[[Taking[State, F]], Taking[State, F]]:
        """Let this function take facts of this kind. Raises: TypeError when another one does already."""

        def register(taking: Taking[State, F]) -> Taking[State, F]:
            if kind in self._taking:
                raise TypeError(f"{kind.TOPIC} is taken in twice")
            self._taking[kind] = taking
            return taking

        return register

    @property
    def topics(self) -> frozenset[str]:
        """The facts that some function takes."""
        return frozenset(kind.TOPIC for kind in self._taking)

    def known(self, facts: Iterable[Recorded[Any]]) -> list[Recorded[Any]]:
        """Those facts that some function takes."""
        return [recorded for recorded in facts if type(recorded.fact) in self._taking]

    def take(self, row: State, recorded: Recorded[Any]) -> None:
        """Let the row know this fact."""
        self._taking[type(recorded.fact)](row, recorded.fact, recorded)


class StreamRow(Protocol):
    """A row that is grown from one stream, and knows how far."""

    version: int


Row = TypeVar("Row", bound=StreamRow)


def fold_streams(
    fold: Fold[Row],
    table: Table[Row],
    new_row: Callable[[UUID], Row],
    conn: Connection[Any],
    boutique: BoutiqueId,
    facts: Sequence[Recorded[Any]],
) -> list[Row]:
    """Take facts into a table with one row for each stream; a fact that a row has seen changes nothing.

    Shape: the rows that changed.
    """
    mine = [(subject_of(recorded.originator_id), recorded) for recorded in fold.known(facts)]
    if not mine:
        return []
    rows = table.load(conn, boutique, {subject for subject, _ in mine})
    changed: dict[Hashable, Row] = {}
    for subject, recorded in mine:
        row = rows.get(subject)
        if row is None:
            row = rows[subject] = new_row(subject)
        if recorded.originator_version > row.version:
            fold.take(row, recorded)
            row.version = recorded.originator_version
            changed[subject] = row
    table.save(conn, boutique, changed.values())
    return list(changed.values())
