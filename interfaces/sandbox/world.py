"""Who lives in the sandbox: the shops' numbers, and the people with their phones."""

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Role(StrEnum):
    """Whose phone it is."""

    CUSTOMER = "customer"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Shop:
    """A boutique's WhatsApp number. Shape: `account` is the phone number id, `phone` E.164."""

    account: str
    phone: str
    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a phone. `hides_phone`: WhatsApp shows the shop a username and no number."""

    id: str
    name: str
    phone: str
    role: Role = Role.CUSTOMER
    username: str | None = None
    hides_phone: bool = False
    shillings: int = 20_000

    @property
    def digits(self) -> str:
        """The number as WhatsApp and M-Pesa write it."""
        return self.phone.removeprefix("+")


PEOPLE = (
    Person("amina", "Amina Hassan", "+254712345601"),
    Person("brian", "Brian Otieno", "+254722345602", shillings=3_000),
    Person("zawadi", "Zawadi", "+254110345603", username="zawadi.styles", hides_phone=True),
    Person("grace", "Grace Wanjiru", "+254703345604", shillings=60_000),
    Person("owner", "Shop owner", "+254720345600", role=Role.OWNER),
)


@dataclass(frozen=True, slots=True)
class SandboxSettings:
    """What the sandbox plays.

    Shape: `own_url` is where this process serves it, `webhook_url` where Meta's webhooks go; the tokens and
    secrets are those that our adapters are given; `payees` are the names that M-Pesa knows paybills and tills
    by; `now` is what the phones' clocks show. Units: seconds.
    """

    directory: Path
    own_url: str
    webhook_url: str
    app_secret: bytes
    access_token: str
    consumer_secret: str
    passkey: str
    shops: tuple[Shop, ...]
    payees: Mapping[str, str] = field(default_factory=dict)
    people: tuple[Person, ...] = PEOPLE
    prompt_lives: float = 60.0
    late_callback_after: float = 45.0
    media_url_lives: float = 300.0
    delivered_after: float = 0.3
    now: Callable[[], float] = time.time

    def person(self, identity: str) -> Person | None:
        """The person of this name."""
        return next((person for person in self.people if person.id == identity), None)


def bsuid_of(account: str, person: Person) -> str:
    """The business-scoped id by which one shop knows a person: another at every shop."""
    number = int.from_bytes(hashlib.sha256(f"{account}|{person.id}".encode()).digest()[:8], "big")
    return f"KE.{number % 10**17:017d}"
