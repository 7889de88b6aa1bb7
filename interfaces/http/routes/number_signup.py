"""Routes of signing a number up: Meta's own dialog, and what comes back from it."""

from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from interfaces.connections.plan import NotConnected
from interfaces.http.deps import Deps
from interfaces.http.routes.connections import told
from interfaces.http.schemas import Health
from interfaces.http.sessions import SignedIn

router = APIRouter(prefix="/connections/signup", tags=["connections"])


class SignupWays(BaseModel):
    """Where Meta asks her: for a new number, and for the one of her Business app. None: no app of ours."""

    fresh: str | None
    app: str | None


class SignupDone(BaseModel):
    """What came back. `pin` only where the number has one of its own already."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Annotated[str, Field(min_length=1, max_length=2_000)]
    state: Annotated[str, Field(max_length=100, pattern=r"^[a-z]+\.[0-9a-f]{64}$")]
    pin: Annotated[str, Field(pattern=r"^(\d{6})?$")] = ""


@router.get("")
def read_signup(session: SignedIn, deps: Deps) -> SignupWays:
    """Where Meta asks her; the addresses are good for this session alone."""
    dialogs = deps.signing_up.dialogs(session.token_hash)
    return SignupWays(fresh=dialogs.fresh if dialogs else None, app=dialogs.app if dialogs else None)


@router.post("", responses={409: {"description": "It does not work; nothing was connected"}})
def sign_number_up(session: SignedIn, deps: Deps, done: SignupDone) -> Health:
    """Take the number that she gave us at Meta, verify it, and connect it."""
    try:
        offer = deps.signing_up.offer(session.token_hash, done.code, done.state, done.pin)
        found = deps.connecting.connect(session.boutique, session.person, offer, uuid4())
    except NotConnected as no:
        raise told(no) from no
    return Health.of(found)
