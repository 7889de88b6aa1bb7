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

from domain.identity import BoutiqueId, PersonId
from domain.staff.events import Role
from interfaces.http import reads
from interfaces.http.deps import Deps
from interfaces.http.permissions import may
from interfaces.http.problems import ProblemFound
from interfaces.http.reads import Read

COOKIE: Final = "dukani_session"
HOST_COOKIE: Final = "__Host-dukani"
LIFETIME: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in person. `token_hash` names the session; the token itself is with the browser alone."""

    boutique: BoutiqueId
    role: Role
    token_hash: str
    person: PersonId | None = None


def open_session(
    boutique: BoutiqueId, conn: Connection[Any], role: Role, now: datetime, person: PersonId | None = None
) -> str:
    """The token of a new session of this boutique; it is not stored and cannot be told again."""
    token = secrets.token_urlsafe(32)
    conn.execute(
        "INSERT INTO dukani.sessions (boutique_id, token_hash, role, opened, expires, person)"
        " VALUES (%s, %s, %s, %s, %s, %s)",
        (boutique, hash_of(token), role.value, now, now + LIFETIME, person),
    )
    return token


def hash_of(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def put_cookie(response: Response, token: str, *, https: bool) -> None:
    """Give the browser its session. Over https no other host and no subdomain can set its like."""
    name, age = cookie_of(https=https), int(LIFETIME.total_seconds())
    response.set_cookie(name, token, max_age=age, httponly=True, samesite="lax", secure=https)


def drop_cookie(response: Response, *, https: bool) -> None:
    """Take the session from the browser."""
    response.delete_cookie(cookie_of(https=https), httponly=True, samesite="lax", secure=https)


def cookie_of(*, https: bool) -> str:
    """The cookie's name."""
    return HOST_COOKIE if https else COOKIE


def close_session(boutique: BoutiqueId, conn: Connection[Any], token_hash: str) -> None:
    """End a session now."""
    conn.execute(
        "DELETE FROM dukani.sessions WHERE boutique_id = %s AND token_hash = %s", (boutique, token_hash)
    )


def current_session(request: Request, deps: Deps) -> Session:
    """The session of this request, if its role may use the route.

    Raises: ProblemFound 401 when there is none, or it has ended; 403 when the table of roles says no.
    """
    session = _session_of(request, deps)
    if session is None:
        raise ProblemFound(401, "no-session")
    if not may(session.role, request.scope["route"].name):
        raise ProblemFound(403, "not-your-role", f"Not for the role {session.role}")
    if session.role is Role.AUDITOR:
        note_read(session, request, deps)
    return session


def note_read(session: Session, request: Request, deps: Deps) -> None:
    """Write down that this session reads what the request asks for."""
    asked = request.scope["route"].name
    read = Read(deps.clock.now(), session.person, session.role, asked, request.url.path)
    with deps.door(session.boutique) as conn:
        reads.note(session.boutique, conn, read)


def end_former_session(request: Request, deps: Deps) -> None:
    """End the session that this browser still had: nobody goes on in it after another signs in."""
    former = _session_of(request, deps)
    if former is not None:
        with deps.door(former.boutique) as conn:
            close_session(former.boutique, conn, former.token_hash)


def _session_of(request: Request, deps: Deps) -> Session | None:
    token = request.cookies.get(cookie_of(https=deps.https))
    if not token or len(token) > 100:
        return None
    named = hash_of(token)
    with deps.threshold() as conn:
        row = conn.execute(
            "SELECT boutique_id, role, person FROM dukani.session_of(%s, %s)", (named, deps.clock.now())
        ).fetchone()
    if row is None:
        return None
    return Session(BoutiqueId(row[0]), Role(row[1]), named, row[2] and PersonId(row[2]))


SignedIn = Annotated[Session, Depends(current_session)]
