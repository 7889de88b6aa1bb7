"""Sessions: an opaque token in a cookie, of which only the SHA-256 is stored.

Whose session a token opens is asked before any boutique is known: the one question of the dashboard that no
boutique limits, and it goes through a function of the database that answers nothing else.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any, Final

from fastapi import Depends, Request, Response
from psycopg import Connection

from domain.identity import BoutiqueId
from interfaces.http.deps import Deps
from interfaces.http.problems import ProblemFound
from interfaces.http.schemas import Role

COOKIE: Final = "dukani_session"
LIFETIME: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in person. `token_hash` names the session; the token itself is with the browser alone."""

    boutique: BoutiqueId
    role: Role
    token_hash: str


def open_session(boutique: BoutiqueId, conn: Connection[Any], role: Role, now: datetime) -> str:
    """The token of a new session of this boutique; it is not stored and cannot be told again."""
    token = secrets.token_urlsafe(32)
    conn.execute(
        "INSERT INTO dukani.sessions (boutique_id, token_hash, role, opened, expires)"
        " VALUES (%s, %s, %s, %s, %s)",
        (boutique, hash_of(token), role.value, now, now + LIFETIME),
    )
    return token


def hash_of(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def put_cookie(response: Response, token: str, *, https: bool) -> None:
    """Give the browser its session."""
    response.set_cookie(
        COOKIE, token, max_age=int(LIFETIME.total_seconds()), httponly=True, samesite="lax", secure=https
    )


def close_session(boutique: BoutiqueId, conn: Connection[Any], token_hash: str) -> None:
    """End a session now."""
    conn.execute(
        "DELETE FROM dukani.sessions WHERE boutique_id = %s AND token_hash = %s", (boutique, token_hash)
    )


def current_session(request: Request, deps: Deps) -> Session:
    """The session of this request. Raises: ProblemFound 401 when there is none, or it has ended."""
    token = request.cookies.get(COOKIE)
    if not token or len(token) > 100:
        raise ProblemFound(401, "no-session")
    named = hash_of(token)
    with deps.threshold() as conn:
        row = conn.execute(
            "SELECT boutique_id, role FROM dukani.session_of(%s, %s)", (named, deps.clock.now())
        ).fetchone()
    if row is None:
        raise ProblemFound(401, "no-session")
    return Session(BoutiqueId(row[0]), Role(row[1]), named)


SignedIn = Annotated[Session, Depends(current_session)]


def moving_session(session: SignedIn) -> Session:
    """The session of somebody who may change things. Raises: ProblemFound 403 for an auditor."""
    if session.role is Role.AUDITOR:
        raise ProblemFound(403, "auditors-only-read", "An auditor reads and changes nothing")
    return session


MaySell = Annotated[Session, Depends(moving_session)]
