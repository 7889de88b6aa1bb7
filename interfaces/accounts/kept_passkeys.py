"""Passkeys in PostgreSQL, behind the few questions that a door may ask."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from domain.identity import PersonId
from interfaces.http.doorkeeping import Passkey
from interfaces.postgres.database import Database

CHALLENGE_LIVES: Final = timedelta(minutes=5)
MOST: Final = 10
"""Passkeys of one person."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What is known of a credential. Shape: `cose` is its public key; `counter` what it counted last."""

    person: PersonId
    cose: bytes
    counter: int


@dataclass(frozen=True, slots=True)
class NewCredential:
    """A credential that a device has just made."""

    credential: bytes
    cose: bytes
    counter: int


class KeptPasskeys:
    """Whose credential is whose, and which challenges are still open."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ask(self, challenge: bytes, person: PersonId | None, now: datetime) -> None:
        """Wait for an answer to this challenge: by her who adds a passkey, or by whoever signs in."""
        until = now + CHALLENGE_LIVES
        self._one("dukani.passkey_is_asked(%s, %s, %s, %s)", _hash_of(challenge), person, now, until)

    def spend(self, challenge: bytes, person: PersonId | None, now: datetime) -> bool:
        """Whether an answer was awaited of her; it is no longer."""
        return bool(self._one("dukani.passkey_answers(%s, %s, %s)", _hash_of(challenge), person, now))

    def keep(self, person: PersonId, name: str, made: NewCredential, now: datetime) -> bool:
        """Let it open from now on; False where it is somebody's already, or she has too many."""
        kept = (uuid4(), person, made.credential, made.cose, made.counter, name, now, MOST)
        return bool(self._one("dukani.passkey_is_kept(%s, %s, %s, %s, %s, %s, %s, %s)", *kept))

    def called(self, credential: bytes) -> PublicKey | None:
        """The public key of this credential."""
        found = self._all("dukani.passkey_called(%s)", credential)
        return next((PublicKey(PersonId(row[0]), bytes(row[1]), row[2]) for row in found), None)

    def use(self, credential: bytes, counter: int, now: datetime) -> bool:
        """Note that it signed; False where its counter did not go up."""
        return bool(self._one("dukani.passkey_is_used(%s, %s, %s)", credential, counter, now))

    def of(self, person: PersonId) -> Sequence[tuple[Passkey, bytes]]:
        """Hers, the oldest first, each with its credential."""
        rows = self._all("dukani.passkeys_of(%s)", person)
        return [(Passkey(named, name, added, used), bytes(cred)) for named, cred, name, added, used in rows]

    def drop(self, person: PersonId, passkey: UUID, here: str) -> bool:
        """Let it open no longer, and end what she has open elsewhere; False where it is not hers."""
        return bool(self._one("dukani.passkey_is_dropped(%s, %s, %s)", passkey, person, here))

    def address_of(self, person: PersonId) -> tuple[str, str]:
        """Her name and her mail's address."""
        name, email = next(iter(self._all("dukani.address_of(%s)", person)))
        return name, email

    def _one(self, question: str, *values: object) -> object:
        return self._all(question, *values)[0][0]

    def _all(self, question: str, *values: object) -> Sequence[tuple[Any, ...]]:
        with self._database.as_ingress() as conn:
            return conn.execute(b"SELECT * FROM " + question.encode(), values).fetchall()


def _hash_of(challenge: bytes) -> str:
    return hashlib.sha256(challenge).hexdigest()
