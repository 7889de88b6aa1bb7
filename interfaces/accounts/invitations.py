"""Invitations of people who have an account already: nobody becomes a boutique's without her own yes.

Whoever knew somebody's address could otherwise make her a member, read her name, and have what she does
elsewhere end with her sessions.
"""

import hashlib
import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from domain.identity import BoutiqueId, PersonId
from domain.staff.events import Role

LIVES: Final = timedelta(days=2)

_KEEP: Final = """
    INSERT INTO dukani.staff_invitations (boutique_id, person, token_hash, role, until, expires)
    VALUES (%s, %s, %s, %s, %s, %s)
    ON CONFLICT (boutique_id, person) DO UPDATE SET token_hash = excluded.token_hash,
      role = excluded.role, until = excluded.until, expires = excluded.expires"""
_READ: Final = """
    SELECT role, until FROM dukani.staff_invitations
    WHERE boutique_id = %s AND person = %s AND token_hash = %s AND expires > %s"""
_SPEND: Final = "DELETE FROM dukani.staff_invitations WHERE boutique_id = %s AND person = %s"

Enter = Callable[[BoutiqueId], AbstractContextManager[Connection[Any]]]


@dataclass(frozen=True, slots=True)
class Invited:
    """What somebody was invited as, and where to."""

    boutique: BoutiqueId
    role: Role
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Invitations:
    """The invitations of all boutiques, each in its own rows: the link names the boutique."""

    enter: Enter

    def make(self, asked: Invited, person: PersonId, now: datetime) -> str:
        """A link's token; one of before opens nothing any more."""
        secret = secrets.token_urlsafe(24)
        values = (asked.boutique, person, _hash_of(secret), asked.role.value, asked.until, now + LIVES)
        with self.enter(asked.boutique) as conn:
            conn.execute(_KEEP, values)
        return f"{asked.boutique}.{secret}"

    def read(self, token: str, person: PersonId, now: datetime) -> Invited | None:
        """What this token invites her to; None where it is another's, spent, old or made up."""
        place, _, secret = token.partition(".")
        try:
            boutique = BoutiqueId(UUID(place))
        except ValueError:
            return None
        with self.enter(boutique) as conn:
            row = conn.execute(_READ, (boutique, person, _hash_of(secret), now)).fetchone()
        return Invited(boutique, Role(row[0]), row[1]) if row else None

    def spend(self, boutique: BoutiqueId, person: PersonId) -> None:
        """Let what invited her open nothing any more: she came, or is not wanted any longer."""
        with self.enter(boutique) as conn:
            conn.execute(_SPEND, (boutique, person))


def _hash_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
