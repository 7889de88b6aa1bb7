"""Where every fact stands, so that all that belongs to one order is found across the streams.

The journal keeps places and causes, never what a fact says: that is read from the log itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.fact import Recorded
from domain.identity import BoutiqueId, OrderId, kind_of, subject_of
from projections.table import Table


@dataclass(slots=True)
class JournalRow:
    """One fact's place. `order_id` is set where the fact itself names an order, or is an order's own."""

    position: int
    stream: str
    version: int
    topic: str
    at: datetime
    actor: str
    command: UUID
    correlation: UUID
    order_id: UUID | None


JOURNAL: Final = Table("journal", JournalRow, key=("position",))

_OF_ORDER: Final = """
  position IN (
    WITH mine AS (
      SELECT stream, correlation FROM dukani.journal WHERE boutique_id = %s AND order_id = %s
    )
    SELECT j.position FROM dukani.journal j WHERE j.boutique_id = %s AND j.order_id = %s
    UNION
    SELECT j.position FROM dukani.journal j WHERE j.boutique_id = %s
       AND j.stream IN (SELECT stream FROM mine WHERE stream LIKE '%%/payment/%%')
    UNION
    SELECT j.position FROM dukani.journal j WHERE j.boutique_id = %s
       AND j.correlation IN (SELECT correlation FROM mine)
  ) ORDER BY position
"""


class Journal:
    """The read model of all facts' places."""

    name: ClassVar[str] = "journal"

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        JOURNAL.save(conn, boutique, {recorded.position: _row(recorded) for recorded in facts}.values())

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        JOURNAL.clear(conn, boutique)


def of_order(boutique: BoutiqueId, conn: Connection[Any], order: OrderId) -> list[JournalRow]:
    """All that belongs to an order in the order of the log: its own facts, those of its money and its pieces,
    and whatever followed from the same messages and callbacks."""
    return JOURNAL.where(conn, boutique, _OF_ORDER, [boutique, order, boutique, order, boutique, boutique])


def _row(recorded: Recorded[Any]) -> JournalRow:
    if recorded.position is None:
        raise LookupError(f"{recorded.originator_id} is not in the log yet")
    stream, cause = recorded.originator_id, recorded.cause
    return JournalRow(
        position=recorded.position,
        stream=stream,
        version=recorded.originator_version,
        topic=recorded.fact.TOPIC,
        at=recorded.at,
        actor=cause.actor.value,
        command=cause.command,
        correlation=cause.correlation,
        order_id=subject_of(stream) if kind_of(stream) == "order" else getattr(recorded.fact, "order", None),
    )
