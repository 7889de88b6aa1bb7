"""Where every fact stands, so that all that belongs to one order is found across the streams.

The journal keeps places and causes, never what a fact says: that is read from the log itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.fact import Fact, Recorded
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
      SELECT position, stream, topic, correlation FROM dukani.journal
       WHERE boutique_id = %s AND order_id = %s
    ), checked_out AS (
      SELECT position, stream FROM mine WHERE topic = 'cart-checked-out.v1'
    ), before AS (
      SELECT coalesce(max(j.position), 0) AS position FROM dukani.journal j JOIN checked_out c
          ON j.stream = c.stream AND j.position < c.position
       WHERE j.boutique_id = %s AND j.topic = 'cart-checked-out.v1'
    ), talk AS (
      SELECT j.position, j.correlation FROM dukani.journal j, before
       WHERE j.boutique_id = %s AND j.position > before.position
         AND j.position <= (SELECT max(position) FROM mine)
         AND j.stream IN (
           SELECT stream FROM dukani.journal WHERE boutique_id = %s AND stream LIKE '%%/conversation/%%'
              AND correlation IN (SELECT correlation FROM mine))
    )
    SELECT position FROM mine
    UNION
    SELECT j.position FROM dukani.journal j
     WHERE j.boutique_id = %s AND j.stream IN (SELECT stream FROM mine WHERE stream LIKE '%%/payment/%%')
    UNION
    SELECT j.position FROM dukani.journal j
     WHERE j.boutique_id = %s
       AND j.correlation IN (SELECT correlation FROM mine UNION SELECT correlation FROM talk)
  ) ORDER BY position
"""


class Journal:
    """The read model of all facts' places."""

    name: ClassVar[str] = "journal"
    topics: ClassVar[frozenset[str] | None] = None

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        JOURNAL.save(conn, boutique, map(_row, facts))

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        JOURNAL.clear(conn, boutique)


def of_order(boutique: BoutiqueId, conn: Connection[Any], order: OrderId) -> list[JournalRow]:
    """An order's whole story in the order of the log.

    The talk that led to it, what followed from each message
    and callback of it, its own facts, its money and its pieces.
    """
    return JOURNAL.where(conn, boutique, _OF_ORDER, [boutique, order, *[boutique] * 5])


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
        actor=cause.actor,
        command=cause.command,
        correlation=cause.correlation,
        order_id=subject_of(stream) if kind_of(stream) == "order" else _order_named_by(recorded.fact),
    )


def _order_named_by(fact: Fact) -> UUID | None:
    return getattr(fact, "order", None) if _may_name_an_order(type(fact)) else None


@cache
def _may_name_an_order(kind: type[Fact]) -> bool:
    """Asked of the kind once: to ask a fact for a field that it has not is slow."""
    return "order" in kind.model_fields
