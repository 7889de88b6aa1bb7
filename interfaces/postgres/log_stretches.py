"""Stretches of the boutiques' logs, kept for the read models that follow each other over them.

A stretch is read from the table once. A fact in it is decoded when the first read model asks for its topic,
and once: facts never change, so all may share them.
"""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from psycopg import Connection

from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId
from interfaces.postgres.envelope import decode

KEPT: Final = 4

_NEXT: Final = """
    SELECT originator_id, originator_version, topic, state, notification_id FROM dukani.stored_events
     WHERE boutique_id = %s AND notification_id > %s AND notification_id <= %s ORDER BY notification_id"""

_Row = tuple[str, int, str, bytes, int]


class Stretch(NamedTuple):
    """A part of a log. `end` is the position of its last fact, whether or not its topic was asked for."""

    end: int
    facts: Sequence[Recorded[Fact]]


class LogStretches:
    """Reads what comes next in a log, for one thread. Only the last few stretches are kept."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[BoutiqueId, int], _Rows] = OrderedDict()

    def after(
        self,
        conn: Connection[Any],
        boutique: BoutiqueId,
        position: int,
        size: int,
        topics: frozenset[str] | None,
    ) -> Stretch:
        """Up to `size` positions behind this one, and their facts of these topics, all topics for None.

        Positions have no gaps, so the end of a stretch is known by the number of its rows.
        Raises: KeyError, pydantic.ValidationError for a fact of these topics that cannot be read.
        """
        rows = self._kept.setdefault((boutique, position), _Rows())
        self._kept.move_to_end((boutique, position))
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        if len(rows.stored) < size:
            span = (boutique, position + len(rows.stored), position + size)
            rows.stored += conn.execute(_NEXT, span, prepare=True, binary=True).fetchall()
        return Stretch(position + min(size, len(rows.stored)), rows.facts(size, topics))


class _Rows:
    def __init__(self) -> None:
        self.stored: list[_Row] = []
        self._decoded: dict[int, Recorded[Fact]] = {}

    def facts(self, size: int, topics: frozenset[str] | None) -> list[Recorded[Fact]]:
        asked = self.stored if len(self.stored) <= size else self.stored[:size]
        return [self._fact(row) for row in asked if topics is None or row[2] in topics]

    def _fact(self, row: _Row) -> Recorded[Fact]:
        fact = self._decoded.get(row[4])
        if fact is None:
            fact = self._decoded[row[4]] = decode(*row)
        return fact
