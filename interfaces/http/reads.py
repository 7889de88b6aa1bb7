"""Reads that are written down: all that an auditor sees, and every copy of all that somebody takes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from psycopg import Connection

from domain.identity import BoutiqueId
from domain.staff.events import Role

_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Read:
    """Who read what, and when. `route` is its name, `path` its address."""

    at: datetime
    person: UUID | None
    role: Role
    route: str
    path: str


def note(boutique: BoutiqueId, conn: Connection[Any], read: Read) -> None:
    """Write it down; nobody of the application can change or take it away again."""
    conn.execute(
        "INSERT INTO dukani.reads (boutique_id, read, at, person, role, route, path)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s)",
        (boutique, uuid4(), read.at, read.person, read.role.value, read.route, read.path[:_LONGEST]),
    )


def latest(boutique: BoutiqueId, conn: Connection[Any], limit: int) -> list[Read]:
    """The last ones, the latest first."""
    rows = conn.execute(
        "SELECT at, person, role, route, path FROM dukani.reads WHERE boutique_id = %s"
        " ORDER BY at DESC, read LIMIT %s",
        (boutique, limit),
    ).fetchall()
    return [Read(at, person, Role(role), route, path) for at, person, role, route, path in rows]
