"""Facts become due work, each exactly once.

Work that was done is gone, so what is due cannot be rebuilt from zero: that would send every message of the
past again. `scheduled_effects` remembers up to which fact work was written, and a rebuild goes past it only.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Generic, TypeVar
from uuid import UUID

from psycopg import Connection

from domain.conversation.events import ConversationOpened
from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId, CustomerId, subject_of
from projections.projection import RebuildRefused
from projections.table import Table

W = TypeVar("W")


@dataclass(slots=True)
class ConversationCustomerRow:
    """Whose conversation it is."""

    conversation: UUID
    customer: UUID


CUSTOMERS: Final = Table("conversation_customers", ConversationCustomerRow, key=("conversation",))


class Effects(Generic[W]):
    """The projection of due work.

    `work_for` says what is due for a fact, given whose conversation it is; `in_conversations` are the kinds
    of facts for which that must be known; `schedule` writes the work in the transaction of the connection.
    """

    name: ClassVar[str] = "effects"
    topics: ClassVar[frozenset[str] | None] = None
    """All: what makes work due is known to `work_for` alone; a fact kept from it would be work forgotten."""

    def __init__(
        self,
        work_for: Callable[[Recorded[Any], CustomerId | None], Sequence[W]],
        in_conversations: tuple[type[Fact], ...],
        schedule: Callable[[Connection[Any], Sequence[W]], object],
    ) -> None:
        self._work_for, self._in_conversations, self._schedule = work_for, in_conversations, schedule

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        CUSTOMERS.save(conn, boutique, _opened(facts).values())
        new = _after(facts, _scheduled_to(boutique, conn))
        if not new:
            return
        customers = self._customers(conn, boutique, new)
        work: list[W] = []
        for fact in new:
            talk = subject_of(fact.originator_id) if isinstance(fact.fact, self._in_conversations) else None
            work.extend(self._work_for(fact, customers.get(talk) if talk else None))
        if work:
            self._schedule(conn, work)
        _remember(boutique, conn, max(fact.position or 0 for fact in new))

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget whose conversations there are; what was once scheduled stays scheduled.

        Raises: RebuildRefused when work was written for facts that `scheduled_effects` does not remember.
        """
        applied, scheduled = _applied_to(boutique, conn), _scheduled_to(boutique, conn)
        if applied > scheduled:
            raise RebuildRefused(
                f"work was written for facts up to {applied}, but only {scheduled} is remembered"
            )
        CUSTOMERS.clear(conn, boutique)

    def _customers(
        self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]
    ) -> dict[UUID, CustomerId]:
        asked = {subject_of(f.originator_id) for f in facts if isinstance(f.fact, self._in_conversations)}
        rows = CUSTOMERS.load(conn, boutique, asked)
        return {row.conversation: CustomerId(row.customer) for row in rows.values()}


def _opened(facts: Sequence[Recorded[Any]]) -> dict[UUID, ConversationCustomerRow]:
    opened = ((subject_of(f.originator_id), f.fact) for f in facts if isinstance(f.fact, ConversationOpened))
    return {subject: ConversationCustomerRow(subject, fact.customer) for subject, fact in opened}


def _after(facts: Sequence[Recorded[Any]], position: int) -> list[Recorded[Any]]:
    return [fact for fact in facts if fact.position is not None and fact.position > position]


def _scheduled_to(boutique: BoutiqueId, conn: Connection[Any]) -> int:
    row = conn.execute(
        "SELECT position FROM dukani.scheduled_effects WHERE boutique_id = %s", (boutique,)
    ).fetchone()
    return int(row[0]) if row else 0


def _applied_to(boutique: BoutiqueId, conn: Connection[Any]) -> int:
    row = conn.execute(
        "SELECT position FROM dukani.positions WHERE boutique_id = %s AND projection = %s",
        (boutique, Effects.name),
    ).fetchone()
    return int(row[0]) if row else 0


def _remember(boutique: BoutiqueId, conn: Connection[Any], position: int) -> None:
    conn.execute(
        "INSERT INTO dukani.scheduled_effects (boutique_id, position) VALUES (%s, %s)"
        " ON CONFLICT (boutique_id) DO UPDATE SET position = EXCLUDED.position",
        (boutique, position),
    )
