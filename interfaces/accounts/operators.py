"""Operators in PostgreSQL, behind the few questions that their door may ask, and who may invite them."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import psycopg

from domain.identity import PersonId
from interfaces.http.operating import Operator
from interfaces.postgres.database import Database

INVITATION_LIVES: Final = timedelta(hours=24)
SESSION_LIVES: Final = timedelta(hours=12)


@dataclass(frozen=True, slots=True, repr=False)
class KnownOperator:
    """An operator by her address. `totp_box` is her second factor's secret, sealed; she always has one."""

    person: PersonId
    password_hash: str
    totp_box: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Joining:
    """What makes an account of an invitation. `step` is that of the code which was shown."""

    person: PersonId
    password_hash: str
    totp_box: bytes
    step: int


class Operators:
    """Who may sign in to the platform. None of these questions tells anything of a boutique."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def invited(self, link: str, now: datetime) -> str | None:
        """The address that this link was made for; None for one that is spent, old or made up."""
        found = self._ask("dukani.operator_invited(%s, %s)", _hash_of(link), now)
        return found if isinstance(found, str) else None

    def join(self, link: str, her: Joining, now: datetime) -> bool:
        """Make her account, and end what was open under her address; False for a spent link."""
        told = (her.person, her.password_hash, her.totp_box, her.step)
        return bool(self._ask("dukani.operator_joins(%s, %s, %s, %s, %s, %s)", _hash_of(link), *told, now))

    def called(self, email: str) -> KnownOperator | None:
        """The operator of this address."""
        with self._database.as_ingress() as conn:
            row = conn.execute("SELECT * FROM dukani.operator_called(%s)", (email,)).fetchone()
        return KnownOperator(PersonId(row[0]), row[1], bytes(row[2])) if row else None

    def take_code(self, person: PersonId, step: int) -> bool:
        """Spend the code of this time step; False where it, or a later one, was spent already."""
        return bool(self._ask("dukani.operator_code_is_taken(%s, %s)", person, step))

    def open_session(self, person: PersonId, now: datetime) -> str:
        """The token of a new session; it is not stored and cannot be told again."""
        token, until = secrets.token_urlsafe(32), now + SESSION_LIVES
        self._ask("dukani.operator_session_opens(%s, %s, %s, %s)", _hash_of(token), person, now, until)
        return token

    def session_of(self, token: str, now: datetime) -> Operator | None:
        """Who is signed in by this token."""
        asked = "SELECT * FROM dukani.operator_session_of(%s, %s)"
        with self._database.as_ingress() as conn:
            row = conn.execute(asked, (_hash_of(token), now)).fetchone()
        return Operator(PersonId(row[0]), row[1]) if row else None

    def close_session(self, token: str) -> None:
        """End a session now."""
        self._ask("dukani.operator_session_closes(%s)", _hash_of(token))

    def _ask(self, question: str, *values: UUID | str | bytes | int | datetime) -> object:
        with self._database.as_ingress() as conn:
            row = conn.execute(f"SELECT {question}".encode(), values).fetchone()
        return row[0] if row else None


@dataclass(frozen=True, slots=True)
class OperatorsRegister:
    """Who is an operator at all: kept by whoever has the schema owner's address, on the machine itself."""

    owner_address: str

    def invite(self, email: str, now: datetime) -> str:
        """A link's token with which she joins within a day; one given before opens nothing any more."""
        token = secrets.token_urlsafe(32)
        with psycopg.connect(self.owner_address) as conn:
            conn.execute(
                "INSERT INTO dukani.operator_invitations (token_hash, email, expires)"
                " VALUES (%s, lower(%s), %s) ON CONFLICT (email)"
                " DO UPDATE SET token_hash = excluded.token_hash, expires = excluded.expires",
                (_hash_of(token), email, now + INVITATION_LIVES),
            )
        return token

    def dismiss(self, email: str) -> bool:
        """She is an operator no longer, and what she has open ends; False where she was none."""
        with psycopg.connect(self.owner_address) as conn:
            conn.execute("DELETE FROM dukani.operator_invitations WHERE email = lower(%s)", (email,))
            gone = conn.execute("DELETE FROM dukani.operators WHERE email = lower(%s)", (email,))
            return gone.rowcount > 0

    def all(self) -> Sequence[tuple[str, datetime]]:
        """Every operator's address, and since when she is one."""
        with psycopg.connect(self.owner_address) as conn:
            return conn.execute("SELECT email, joined_at FROM dukani.operators ORDER BY joined_at").fetchall()


def _hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
