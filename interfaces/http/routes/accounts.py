"""Routes of the front door: joining, signing in, a forgotten password, the second factor."""

from typing import Annotated, Final

import phonenumbers
from fastapi import APIRouter, Request, Response
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, StringConstraints

from domain.identity import PersonId
from interfaces.http.deps import Deps
from interfaces.http.doorkeeping import DoorClosed, Newcomer, Proof
from interfaces.http.problems import ProblemFound, not_found
from interfaces.http.sessions import Session, SignedIn, end_former_session, put_cookie

router = APIRouter(tags=["accounts"])

_STATUS: Final = {
    "wrong-password": 401,
    "code-wanted": 401,
    "wrong-code": 401,
    "wrong-token": 401,
    "wrong-passkey": 401,
    "no-boutique": 403,
    "email-taken": 409,
    "spent-link": 409,
    "works-elsewhere": 409,
    "passkey-not-kept": 409,
    "weak-password": 422,
    "too-many-tries": 429,
    "too-busy": 503,
}


def _e164(told: str) -> str:
    try:
        number = phonenumbers.parse(told, "KE")
    except phonenumbers.NumberParseException as unread:
        raise ValueError("a phone number, such as 0712 345 678") from unread
    if not phonenumbers.is_valid_number(number):
        raise ValueError("a phone number, such as 0712 345 678")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


Email = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        to_lower=True,
        max_length=254,
        pattern=r"^[^@\s\x00]+@[^@\s\x00]+\.[^@\s\x00]+$",
    ),
]
Called = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120, pattern=r"^[^\x00-\x1f]+$")
]
Phone = Annotated[str, Field(max_length=40), AfterValidator(_e164)]
Password = Annotated[SecretStr, Field(max_length=300)]


class Asked(BaseModel):
    """What somebody sends to a door: nothing beside what is asked."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SignUp(Asked):
    """Somebody who opens a boutique."""

    email: Email
    password: Password
    name: Called
    phone: Phone
    boutique: Called
    town: Called


class SignIn(Asked):
    """What somebody shows at the door."""

    email: Email
    password: Password
    code: Annotated[str | None, Field(max_length=8, pattern=r"^\d{6}$")] = None
    invitation: Annotated[str | None, Field(max_length=100)] = None


class TokenShown(Asked):
    """A token of the identity provider."""

    token: Annotated[SecretStr, Field(max_length=5_000)]


class Forgotten(Asked):
    """Whose password is forgotten."""

    email: Email


class NewPassword(Asked):
    """A new password, with the link that allows it."""

    link: Annotated[str, Field(min_length=20, max_length=100)]
    password: Password


class SecondFactor(Asked):
    """A secret that was offered, and a code that an app made of it."""

    secret: Annotated[str, Field(pattern=r"^[A-Z2-7]{32}$")]
    code: Annotated[str, Field(pattern=r"^\d{6}$")]


class SecondFactorCard(BaseModel):
    """A secret for an authenticator app, and the address that its QR code holds."""

    secret: str
    address: str


@router.post("/sign-up", status_code=204)
def sign_up(asked: SignUp, deps: Deps, request: Request, response: Response) -> None:
    """Open a boutique, and sign its owner in."""
    newcomer = Newcomer(
        asked.email, asked.password.get_secret_value(), asked.name, asked.phone, asked.boutique, asked.town
    )
    try:
        token = deps.doorkeeper.sign_up(newcomer, address_of(request))
    except DoorClosed as closed:
        raise told(closed) from closed
    end_former_session(request, deps)
    put_cookie(response, token, https=deps.https)


@router.post("/sign-in", status_code=204)
def sign_in(asked: SignIn, deps: Deps, request: Request, response: Response) -> None:
    """Sign somebody in, into the boutique that invited her where she follows its link.

    A session that the browser still had ends.
    """
    shown = asked.email, asked.password.get_secret_value(), asked.code
    proof = Proof(*shown, address_of(request), asked.invitation)
    try:
        token = deps.doorkeeper.sign_in(proof)
    except DoorClosed as closed:
        raise told(closed) from closed
    end_former_session(request, deps)
    put_cookie(response, token, https=deps.https)


@router.post("/sign-in/token", status_code=204)
def sign_in_by_token(asked: TokenShown, deps: Deps, request: Request, response: Response) -> None:
    """Sign in whom the identity provider's token names; there is no such door unless one is configured."""
    if deps.token_door is None:
        raise not_found()
    try:
        token = deps.token_door.sign_in(asked.token.get_secret_value())
    except DoorClosed as closed:
        raise told(closed) from closed
    end_former_session(request, deps)
    put_cookie(response, token, https=deps.https)


@router.post("/password/link", status_code=204)
def ask_password(asked: Forgotten, deps: Deps, request: Request) -> None:
    """Send a link for a new password by mail, if the address is anybody's. The answer is always the same."""
    if deps.password_post is None:
        raise ProblemFound(409, "no-mail", "No mail server is chosen here")
    try:
        deps.password_post.ask(asked.email, address_of(request))
    except DoorClosed as closed:
        raise told(closed) from closed


@router.post("/password", status_code=204)
def set_password(asked: NewPassword, deps: Deps, request: Request) -> None:
    """Choose a new password with a link that was given out."""
    try:
        deps.doorkeeper.set_password(asked.link, asked.password.get_secret_value(), address_of(request))
    except DoorClosed as closed:
        raise told(closed) from closed


@router.post("/second-factor/offer")
def offer_second_factor(session: SignedIn, deps: Deps) -> SecondFactorCard:
    """A fresh secret for an authenticator app."""
    offer = deps.doorkeeper.offer_second_factor(session.boutique, somebody(session))
    return SecondFactorCard(secret=offer.secret, address=offer.address)


@router.post("/second-factor", status_code=204)
def keep_second_factor(session: SignedIn, deps: Deps, asked: SecondFactor) -> None:
    """Ask for a code at every sign-in from now on."""
    try:
        deps.doorkeeper.keep_second_factor(somebody(session), asked.secret, asked.code)
    except DoorClosed as closed:
        raise told(closed) from closed


def told(closed: DoorClosed) -> ProblemFound:
    """Why somebody is not let in, as a problem."""
    return ProblemFound(_STATUS[closed.kind], closed.kind)


def somebody(session: Session) -> PersonId:
    """Who it is that has signed in. Raises: ProblemFound 409 for the demo's door, which asks nobody."""
    if session.person is None:
        raise ProblemFound(409, "nobody-in-particular", "The demo's door lets in nobody in particular")
    return session.person


def address_of(request: Request) -> str:
    """Where the request comes from."""
    return request.client.host if request.client else "unknown"
