"""Routes of the shop as a whole: who is signed in, how the day goes, signing out."""

from fastapi import APIRouter, Response

from interfaces.http.deps import Deps
from interfaces.http.schemas import Me, Needs, Today
from interfaces.http.sessions import SignedIn, close_session, drop_cookie
from interfaces.http.views import needs, shop

router = APIRouter(tags=["shop"])


@router.get("/me")
def read_me(session: SignedIn, deps: Deps) -> Me:
    """Who is signed in, and in which boutique."""
    return shop.me(session.boutique, deps, session.role)


@router.get("/today")
def read_today(session: SignedIn, deps: Deps) -> Today:
    """How the day goes, and what waits for a person."""
    return shop.today(session.boutique, deps)


@router.get("/today/needs")
def read_needs(session: SignedIn, deps: Deps) -> Needs:
    """What waits for a person, one thing to do for each."""
    return needs.needs(session.boutique, deps, session.role)


@router.post("/sign-out", status_code=204)
def sign_out(session: SignedIn, deps: Deps, response: Response) -> None:
    """End the session in the shop and in the browser."""
    with deps.door(session.boutique) as conn:
        close_session(session.boutique, conn, session.token_hash)
    drop_cookie(response, https=deps.https)
