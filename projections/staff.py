"""Who may enter which boutique, for the door of the dashboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.fact import Recorded
from domain.identity import BoutiqueId
from domain.staff.events import PersonAdmitted, PersonDismissed
from projections.table import Table


@dataclass(slots=True)
class StaffRow:
    """One person of the boutique. Once dismissed, `role` is None; the row stays, so that her name is told."""

    person: UUID
    role: str | None
    since: datetime
    until: datetime | None = None


STAFF: Final = Table("staff", StaffRow, key=("person",))


class StaffList:
    """The read model of the boutiques' people."""

    name: ClassVar[str] = "staff"
    topics: ClassVar[frozenset[str]] = frozenset({PersonAdmitted.TOPIC, PersonDismissed.TOPIC})

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        rows: dict[UUID, StaffRow] = {}
        for recorded in facts:
            match recorded.fact:
                case PersonAdmitted() as let_in:
                    row = StaffRow(let_in.person, let_in.role.value, recorded.at, let_in.until)
                    rows[let_in.person] = row
                case PersonDismissed() as sent_away:
                    rows[sent_away.person] = StaffRow(sent_away.person, None, recorded.at)
        STAFF.save(conn, boutique, rows.values())

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget them, to be built anew."""
        STAFF.clear(conn, boutique)


def people(boutique: BoutiqueId, conn: Connection[Any]) -> Sequence[StaffRow]:
    """Those who may enter, in the order in which they came."""
    return STAFF.where(conn, boutique, "role IS NOT NULL ORDER BY since, person")
