"""What the platform's routes ask of the house, in its own words. Nothing here leads into a boutique."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from domain.identity import BoutiqueId, PersonId
from interfaces.http.doorkeeping import Proof, SecondFactorOffer
from projections.sales import Period


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs the installation and is signed in."""

    person: PersonId
    email: str


@dataclass(frozen=True, slots=True, repr=False)
class Newcomer:
    """Who makes an account of an invitation: a password, a secret that was offered, and a code made of it."""

    link: str
    password: str
    secret: str
    code: str


class OperatorDoor(Protocol):
    """The operators' own door. Answers are a session's token. Raises: DoorClosed."""

    def offer(self, link: str, address: str) -> SecondFactorOffer:
        """A fresh secret for whoever holds the link."""
        ...

    def join(self, who: Newcomer, address: str) -> str:
        """Make her account, and let her in."""
        ...

    def sign_in(self, proof: Proof) -> str:
        """Let an operator in who proves who she is, with a code too."""
        ...

    def session_of(self, token: str) -> Operator | None:
        """Who is signed in by this token."""
        ...

    def sign_out(self, token: str) -> None:
        """End her session now."""
        ...


class BoutiqueHealth(NamedTuple):
    """A boutique from outside. `stopped` are read models that a fact has stopped; since when it is here.

    Units: cents, of what it pays in a month: a `fee`, and a `commission` on the last thirty days' sales.
    """

    boutique: UUID
    title: str
    town: str
    open: bool
    since: datetime | None
    stopped: int
    chats_waiting: int
    work_failing: int
    counted_at: datetime
    fee: int
    commission: int


class AccountHealth(NamedTuple):
    """A number or a till: when something came and went, and what became of it in 24 hours.

    Shape: `verdict` is works or broken, of the check at `checked_at`; None before the first.
    """

    boutique: UUID
    neighbour: str
    ending: str
    last_in: datetime | None
    last_out: datetime | None
    sent: int
    failed: int
    prompted: int
    succeeded: int
    unknown: int
    verdict: str | None
    checked_at: datetime | None


class Ratings(NamedTuple):
    """What customers of a boutique said of what was delivered to them in a period."""

    boutique: UUID
    delivered: int
    rated: int
    stars: int


@dataclass(frozen=True, slots=True)
class Uptime:
    """How long a process was there. Units: minutes, whole ones. `last` is the newest that it was seen in."""

    process: str
    minutes: int
    of: int
    last: datetime | None


class PlatformBooks(Protocol):
    """What is kept of all boutiques together: sums and times."""

    def boutiques(self) -> Sequence[BoutiqueHealth]:
        """Every boutique, the newest first."""
        ...

    def accounts(self, boutique: BoutiqueId | None = None) -> Sequence[AccountHealth]:
        """Every number and till, or those of one boutique."""
        ...

    def ratings(self, period: Period) -> Sequence[Ratings]:
        """What customers said, by boutique."""
        ...

    def uptime(self, period: Period, now: datetime) -> Sequence[Uptime]:
        """How long the installation's processes were there."""
        ...
