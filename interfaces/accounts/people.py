"""People in PostgreSQL, behind the few questions that a door may ask."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from domain.identity import BoutiqueId, PersonId
from domain.staff.events import Role
from interfaces.postgres.database import Database

RESET_LIVES: Final = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known by her address. `totp_box` is her second factor's secret, sealed; None without one."""

    person: PersonId
    name: str
    password_hash: str
    totp_box: bytes | None


@dataclass(frozen=True, slots=True)
class Place:
    """A boutique that somebody may enter, and as what."""

    boutique: BoutiqueId
    role: Role


class People:
    """Who may sign in. None of these questions tells anything of a boutique's content."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def join(self, person: PersonId, email: str, name: str, password_hash: str, now: datetime) -> bool:
        """Know somebody from now on; False where the address is somebody's already."""
        return bool(
            self._ask("dukani.person_joins(%s, %s, %s, %s, %s)", person, email, name, password_hash, now)
        )

    def called(self, email: str) -> Person | None:
        """The person of this address."""
        with self._database.as_ingress() as conn:
            row = conn.execute("SELECT * FROM dukani.person_called(%s)", (email,)).fetchone()
        return Person(PersonId(row[0]), row[1], row[2], bytes(row[3]) if row[3] else None) if row else None

    def places_of(self, person: PersonId, now: datetime) -> Sequence[Place]:
        """The boutiques that she may enter, the oldest first."""
        with self._database.as_ingress() as conn:
            rows = conn.execute("SELECT * FROM dukani.boutiques_of(%s, %s)", (person, now)).fetchall()
        return [Place(BoutiqueId(boutique), Role(role)) for boutique, role in rows]

    def ask_reset(self, person: PersonId, now: datetime) -> str:
        """A token that sets a new password once; the ones before open nothing any more."""
        token = secrets.token_urlsafe(32)
        self._ask("dukani.reset_is_asked(%s, %s, %s)", person, _hash_of(token), now + RESET_LIVES)
        return token

    def reset(self, token: str, password_hash: str, now: datetime) -> bool:
        """Set the new password and end all sessions; False for a token that is spent, old or made up."""
        return bool(self._ask("dukani.reset_is_done(%s, %s, %s)", _hash_of(token), password_hash, now))

    def keep_second_factor(self, person: PersonId, box: bytes | None) -> None:
        """Ask for a code at every sign-in from now on; for none any more with None."""
        self._ask("dukani.second_factor_is_kept(%s, %s)", person, box)

    def take_code(self, person: PersonId, step: int) -> bool:
        """Spend the code of this time step; False where it, or a later one, was spent already."""
        return bool(self._ask("dukani.second_factor_is_taken(%s, %s)", person, step))

    def _ask(self, question: str, *values: UUID | str | bytes | int | datetime | None) -> object:
        with self._database.as_ingress() as conn:
            row = conn.execute(f"SELECT {question}".encode(), values).fetchone()
        return row[0] if row else None


def _hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
