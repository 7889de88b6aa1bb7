"""Routes of passkeys: adding and removing one's own, and signing in by one."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from interfaces.http.deps import Deps
from interfaces.http.doorkeeping import DoorClosed
from interfaces.http.problems import not_found
from interfaces.http.routes.accounts import address_of, somebody, told
from interfaces.http.sessions import SignedIn, end_former_session, put_cookie

router = APIRouter(tags=["accounts"])

Json = Annotated[str, Field(min_length=2, max_length=20_000)]
KeyName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60, pattern=r"^[^\x00-\x1f]+$")
]


class PasskeyRow(BaseModel):
    """A passkey of hers."""

    passkey: UUID
    name: str
    added_at: datetime
    used_at: datetime | None


class PasskeyAsked(BaseModel):
    """What the browser is asked for. Shape: `options` is the JSON that WebAuthn's own parser takes."""

    options: str


class _Answered(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    credential: Json


class PasskeyMade(_Answered):
    """The credential that her browser made, as its own JSON, and what she calls it."""

    name: KeyName


class PasskeyShown(_Answered):
    """What her browser signed, as its own JSON."""


@router.get("/passkeys")
def list_passkeys(session: SignedIn, deps: Deps) -> list[PasskeyRow]:
    """Her passkeys, the oldest first; the demo's door lets in nobody who could have any."""
    if session.person is None:
        return []
    return [
        PasskeyRow(passkey=one.passkey, name=one.name, added_at=one.added_at, used_at=one.used_at)
        for one in deps.passkeys.of(session.person)
    ]


@router.post("/passkeys/offer")
def offer_passkey(session: SignedIn, deps: Deps) -> PasskeyAsked:
    """What her browser must be asked to make one."""
    return PasskeyAsked(options=deps.passkeys.offer(somebody(session)))


@router.post("/passkeys", status_code=204)
def keep_passkey(session: SignedIn, deps: Deps, asked: PasskeyMade) -> None:
    """Let her sign in by it from now on."""
    try:
        deps.passkeys.keep(somebody(session), asked.name, asked.credential)
    except DoorClosed as closed:
        raise told(closed) from closed


@router.delete("/passkeys/{passkey}", status_code=204)
def drop_passkey(session: SignedIn, deps: Deps, passkey: UUID) -> None:
    """Let it open no longer; what she has open on other devices ends."""
    if not deps.passkeys.drop(somebody(session), passkey, session.token_hash):
        raise not_found()


@router.post("/sign-in/passkey/offer")
def ask_passkey(deps: Deps, request: Request) -> PasskeyAsked:
    """What the browser of somebody at the door must be asked to sign."""
    try:
        return PasskeyAsked(options=deps.passkey_door.ask(address_of(request)))
    except DoorClosed as closed:
        raise told(closed) from closed


@router.post("/sign-in/passkey", status_code=204)
def sign_in_by_passkey(asked: PasskeyShown, deps: Deps, request: Request, response: Response) -> None:
    """Sign in whose passkey has signed. A session that the browser still had ends."""
    try:
        token = deps.passkey_door.sign_in(asked.credential)
    except DoorClosed as closed:
        raise told(closed) from closed
    end_former_session(request, deps)
    put_cookie(response, token, https=deps.https)
