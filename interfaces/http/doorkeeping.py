"""What the dashboard's routes ask of the house about people, in its own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from domain.identity import BoutiqueId, PersonId
from domain.staff.events import Role


@dataclass(frozen=True, slots=True, repr=False)
class Newcomer:
    """Somebody who opens a boutique. Shape: `phone` is E.164."""

    email: str
    password: str
    name: str
    phone: str
    boutique: str
    town: str


@dataclass(frozen=True, slots=True, repr=False)
class Proof:
    """What somebody shows at the door. `code` is of her authenticator app, where she has one."""

    email: str
    password: str
    code: str | None
    address: str
    invitation: str | None = None
    """The token of a boutique's invitation, which she accepts by signing in."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the boutique's staff."""

    person: PersonId
    name: str
    email: str
    role: Role
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody to be let in; an auditor until a time."""

    name: str
    email: str
    role: Role
    until: datetime | None


@dataclass(frozen=True, slots=True)
class SecondFactorOffer:
    """A secret for an authenticator app, and the address that its QR code holds."""

    secret: str
    address: str


@dataclass(frozen=True, slots=True)
class Passkey:
    """A key inside a phone or laptop, under the name that she gave it."""

    passkey: UUID
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Invitee:
    """What somebody who is let in has still to do: choose a password, or sign in with the one she has.

    Shape: each is a token for her link; neither is there where she was of the boutique before.
    """

    chooses: str | None = None
    joins: str | None = None


class DoorClosed(Exception):  # noqa: N818
    """Somebody is not let in. `kind` names why to programs: wrong-password, code-wanted, wrong-code,
    no-boutique, email-taken, weak-password, spent-link, wrong-token, wrong-passkey, passkey-not-kept,
    too-many-tries, too-busy, works-elsewhere."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Doorkeeper(Protocol):
    """Lets people in. Every answer is a session's token. Raises: DoorClosed."""

    def sign_up(self, newcomer: Newcomer, address: str) -> str:
        """Open a boutique for its owner."""
        ...

    def sign_in(self, proof: Proof) -> str:
        """Let somebody in who proves who she is."""
        ...

    def set_password(self, link: str, password: str, address: str) -> None:
        """Take a new password from whoever holds the link."""
        ...

    def offer_second_factor(self, boutique: BoutiqueId, person: PersonId) -> SecondFactorOffer:
        """A fresh secret, which counts once a code of it was shown."""
        ...

    def keep_second_factor(self, person: PersonId, secret: str, code: str) -> None:
        """Ask for codes from now on."""
        ...


class PasswordPost(Protocol):
    """Brings whoever forgot her password a link by mail."""

    def ask(self, email: str, address: str) -> None:
        """Have a link sent, if anybody has this address of mail; who asks is not told. Raises: DoorClosed."""
        ...


class TokenDoor(Protocol):
    """Lets people in whom another house knows already."""

    def sign_in(self, token: str) -> str:
        """A session's token for whom an identity provider's token names. Raises: DoorClosed."""
        ...


class PasskeyRing(Protocol):
    """Somebody's own passkeys. What goes to her browser and comes from it is JSON, as WebAuthn has it."""

    def of(self, person: PersonId) -> Sequence[Passkey]:
        """Hers, the oldest first."""
        ...

    def offer(self, person: PersonId) -> str:
        """What her browser is asked to make."""
        ...

    def keep(self, person: PersonId, name: str, answer: str) -> None:
        """Let what her browser made open from now on. Raises: DoorClosed passkey-not-kept."""
        ...

    def drop(self, person: PersonId, passkey: UUID, here: str) -> bool:
        """Let it open no longer; what she has open beside the session `here` ends. False: it is not hers."""
        ...


class PasskeyDoor(Protocol):
    """Lets people in by a passkey, which is both factors at once."""

    def ask(self, address: str) -> str:
        """What any browser is asked to sign. Raises: DoorClosed too-many-tries."""
        ...

    def sign_in(self, answer: str) -> str:
        """A session's token for whose passkey has signed. Raises: DoorClosed."""
        ...


class StaffRoom(Protocol):
    """Who may enter a boutique. Raises: DoorClosed, and a Refusal of the staff's rules."""

    def people(self, boutique: BoutiqueId) -> Sequence[Colleague]:
        """All who may enter, in the order in which they came."""
        ...

    def invite(self, boutique: BoutiqueId, by: PersonId | None, who: Invitation, command: UUID) -> Invitee:
        """Let somebody in, once she says so herself where she has an account."""
        ...

    def renew(self, boutique: BoutiqueId, person: PersonId) -> str:
        """A link with which somebody of the boutique, and of no other, chooses a new password."""
        ...

    def dismiss(self, boutique: BoutiqueId, by: PersonId | None, person: PersonId, command: UUID) -> None:
        """Let somebody in no longer; what she has open ends now."""
        ...
