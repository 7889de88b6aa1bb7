"""The boutiques' logs in pages, for whoever follows them all and keeps little."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from domain.fact import Recorded
from domain.identity import BoutiqueId
from interfaces.postgres.database import Database
from interfaces.postgres.envelope import decode
from projections.counted_facts import Place

_END: Final = """
    SELECT notification_id, encode(chain, 'hex') FROM dukani.stored_events
     WHERE boutique_id = %s AND notification_id <= %s ORDER BY notification_id DESC LIMIT 1"""
_FACTS: Final = """
    SELECT originator_id, originator_version, topic, state, notification_id FROM dukani.stored_events
     WHERE boutique_id = %s AND notification_id > %s AND notification_id <= %s AND topic = ANY(%s)
     ORDER BY notification_id"""


@dataclass(frozen=True, slots=True)
class LogPage:
    """A stretch of a boutique's log: `begin` is the position before it, `end` its last one.

    Shape: `facts` are those of the stretch that were asked for; `mark` is the log's chain at its end, which
    no other log has.
    """

    begin: int
    end: int
    mark: str
    facts: Sequence[Recorded[Any] | Place]


class _Time(TypedDict):
    at: datetime


_TIME: Final = TypeAdapter(_Time).validator


class LogPages:
    """Reads the facts of some topics of every boutique, in the order of its log, of some the place alone."""

    def __init__(self, database: Database, topics: Sequence[str], places: Collection[str] = ()) -> None:
        self._database, self._topics, self._places = database, list(topics), frozenset(places)

    def heads(self) -> Mapping[BoutiqueId, int]:
        """Each boutique's last position."""
        with self._database.as_follower() as conn:
            return dict(conn.execute("SELECT boutique_id, last FROM dukani.log_heads").fetchall())

    def after(self, boutique: BoutiqueId, position: int, limit: int) -> LogPage:
        """The stretch behind a position; empty, and ending where it began, when there is nothing more."""
        with self._database.as_follower() as conn:
            last = conn.execute(_END, (boutique, position + limit), prepare=True).fetchone()
            end, mark = last or (0, "")
            if end <= position:
                return LogPage(position, position, mark, ())
            asked = (boutique, position, end, self._topics)
            rows = conn.execute(_FACTS, asked, prepare=True, binary=True).fetchall()
        return LogPage(position, end, mark, [self._read(*row) for row in rows])

    def _read(
        self, stream: str, version: int, topic: str, state: bytes, position: int
    ) -> Recorded[Any] | Place:
        if topic in self._places:
            return Place(topic, stream, position, _TIME.validate_json(state)["at"])
        return decode(stream, version, topic, state, position)

    def mark(self, boutique: BoutiqueId, position: int) -> str:
        """The log's chain at a position; empty where there is none."""
        with self._database.as_follower() as conn:
            last = conn.execute(_END, (boutique, position), prepare=True).fetchone()
        return str(last[1]) if last and last[0] == position else ""
