"""Routes of the staff: who may enter the boutique."""

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID, uuid4

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from domain.identity import PersonId, derive
from domain.staff.events import Role
from interfaces.http import reads
from interfaces.http.deps import Deps
from interfaces.http.doorkeeping import DoorClosed, Invitation
from interfaces.http.problems import not_found
from interfaces.http.routes.accounts import Called, Email, told
from interfaces.http.sessions import SignedIn

router = APIRouter(prefix="/staff", tags=["staff"])

READS_SHOWN: Final = 100


class ColleagueRow(BaseModel):
    """Somebody of the staff."""

    person: UUID
    name: str
    email: str
    role: Role
    since: datetime
    until: datetime | None


class Invite(BaseModel):
    """Somebody to be let in; an auditor until a time."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Called
    email: Email
    role: Role
    until: Annotated[AwareDatetime | None, Field()] = None


class Invited(BaseModel):
    """The link that is sent to her, shown this once; None where she was of the boutique before.

    `known` says that she has an account elsewhere: by the link she signs in with her own password, and is in.
    """

    link: str | None
    known: bool = False


@router.get("")
def list_staff(session: SignedIn, deps: Deps) -> list[ColleagueRow]:
    """All who may enter, in the order in which they came."""
    return [
        ColleagueRow(
            person=one.person, name=one.name, email=one.email, role=one.role, since=one.since, until=one.until
        )
        for one in deps.staff.people(session.boutique)
    ]


@router.post("")
def invite_person(session: SignedIn, deps: Deps, asked: Invite) -> Invited:
    """Let somebody in once she says yes, or give one of the staff another role."""
    who = Invitation(asked.name, asked.email, asked.role, asked.until)
    try:
        she = deps.staff.invite(session.boutique, session.person, who, uuid4())
    except DoorClosed as closed:
        raise told(closed) from closed
    if she.joins:
        return Invited(link=f"/join#{she.joins}", known=True)
    return Invited(link=f"/set-password#{she.chooses}" if she.chooses else None)


@router.post("/{person}/link")
def renew_link(session: SignedIn, deps: Deps, person: UUID) -> Invited:
    """A link with which somebody of the staff chooses a new password. Her old one opens until she does."""
    try:
        token = deps.staff.renew(session.boutique, PersonId(person))
    except DoorClosed as closed:
        raise not_found() if closed.kind == "no-boutique" else told(closed) from closed
    return Invited(link=f"/set-password#{token}")


class ReadRow(BaseModel):
    """What an auditor read, or who took a copy of all. `name` is None for the demo's door."""

    at: datetime
    name: str | None
    role: Role
    route: str
    path: str


@router.get("/reads")
def list_reads(session: SignedIn, deps: Deps) -> list[ReadRow]:
    """The last reads that are written down, the latest first."""
    names = {one.person: one.name for one in deps.staff.people(session.boutique)}
    with deps.door(session.boutique) as conn:
        read = reads.latest(session.boutique, conn, READS_SHOWN)
    return [
        ReadRow(
            at=one.at,
            name=names.get(PersonId(one.person)) if one.person else None,
            role=one.role,
            route=one.route,
            path=one.path,
        )
        for one in read
    ]


@router.delete("/{person}", status_code=204)
def dismiss_person(session: SignedIn, deps: Deps, person: UUID) -> None:
    """Let somebody in no longer; what she has open ends now."""
    command = derive(person, "dismissed", str(deps.clock.now()))
    deps.staff.dismiss(session.boutique, session.person, PersonId(person), command)
