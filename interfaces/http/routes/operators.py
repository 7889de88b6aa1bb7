"""Routes of the operators' own front door."""

from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import Field

from interfaces.http.doorkeeping import DoorClosed, Proof
from interfaces.http.operating import Newcomer
from interfaces.http.operator_sessions import SignedIn, drop_cookie, put_cookie
from interfaces.http.platform_deps import Deps
from interfaces.http.routes.accounts import Asked, Password, SecondFactorCard, SignIn, address_of, told
from interfaces.http.schemas.answers import Answer

router = APIRouter(tags=["platform"])

Link = Annotated[str, Field(min_length=20, max_length=100)]


class InvitationShown(Asked):
    """The token of an invitation."""

    link: Link


class OperatorJoining(Asked):
    """What makes an account of an invitation: a password, the secret that was offered, a code made of it."""

    link: Link
    password: Password
    secret: Annotated[str, Field(pattern=r"^[A-Z2-7]{32}$")]
    code: Annotated[str, Field(pattern=r"^\d{6}$")]


class OperatorCard(Answer):
    """Who is signed in."""

    email: str


@router.post("/join/offer")
def offer_operator_factor(asked: InvitationShown, deps: Deps, request: Request) -> SecondFactorCard:
    """A fresh secret for the authenticator app of somebody who is invited."""
    try:
        offer = deps.operators.offer(asked.link, address_of(request))
    except DoorClosed as closed:
        raise told(closed) from closed
    return SecondFactorCard(secret=offer.secret, address=offer.address)


@router.post("/join", status_code=204)
def join_operators(asked: OperatorJoining, deps: Deps, request: Request, response: Response) -> None:
    """Make an account of an invitation, and sign her in."""
    who = Newcomer(asked.link, asked.password.get_secret_value(), asked.secret, asked.code)
    try:
        token = deps.operators.join(who, address_of(request))
    except DoorClosed as closed:
        raise told(closed) from closed
    put_cookie(response, token, https=deps.https)


@router.post("/sign-in", status_code=204)
def sign_in_operator(asked: SignIn, deps: Deps, request: Request, response: Response) -> None:
    """Sign an operator in, by her password and a code."""
    proof = Proof(asked.email, asked.password.get_secret_value(), asked.code, address_of(request))
    try:
        token = deps.operators.sign_in(proof)
    except DoorClosed as closed:
        raise told(closed) from closed
    put_cookie(response, token, https=deps.https)


@router.post("/sign-out", status_code=204)
def sign_out_operator(session: SignedIn, deps: Deps, response: Response) -> None:
    """End her session now."""
    deps.operators.sign_out(session.token)
    drop_cookie(response, https=deps.https)


@router.get("/me")
def read_operator(session: SignedIn) -> OperatorCard:
    """Who is signed in."""
    return OperatorCard(email=session.operator.email)
