"""What Twilio's emulator knows: accounts, their numbers, people with WhatsApp, contents and messages."""

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

WINDOW = 24 * 3600.0


def sid(kind: str) -> str:
    """A new id as Twilio writes them. Example: sid("SM")."""
    return kind + secrets.token_hex(16)


@dataclass(frozen=True)
class Number:
    """A WhatsApp sender of an account, and where its messages are posted to."""

    account: str
    number: str
    webhook: str


@dataclass
class Person:
    """Somebody with WhatsApp. `hides_phone`: no number is seen. `refuses`: the error she causes."""

    name: str
    phone: str
    bsuid: str
    hides_phone: bool = False
    refuses: int = 0

    @property
    def address(self) -> str:
        """How Twilio calls her towards the shop."""
        return f"whatsapp:{self.bsuid if self.hides_phone else self.phone}"


@dataclass
class Kept:
    """A message, as the account's log has it, with what a phone shows of it."""

    sid: str
    account: str
    form: Mapping[str, str]
    person: str
    from_shop: bool
    status: str
    at: float
    media: list[str] = field(default_factory=list)
    error: int | None = None
    arrived: bool = False

    @property
    def body(self) -> str:
        """Its words."""
        return self.form.get("Body", "")


@dataclass
class World:
    """All of it, and the clock of the 24 hours."""

    own_url: str
    accounts: dict[str, list[str]]
    numbers: list[Number] = field(default_factory=list)
    people: dict[str, Person] = field(default_factory=dict)
    messages: list[Kept] = field(default_factory=list)
    media: dict[str, tuple[str, str, bytes, str | None]] = field(default_factory=dict)
    storage: dict[str, str] = field(default_factory=dict)
    contents: dict[str, dict[str, Any]] = field(default_factory=dict)
    approvals: dict[str, dict[str, str]] = field(default_factory=dict)
    typing: list[str] = field(default_factory=list)
    ahead: float = 0.0
    priced_after: float = 180.0
    silent: bool = False
    suspended: set[str] = field(default_factory=set)

    def now(self) -> float:
        """The time of this world."""
        return time.time() + self.ahead

    def price_of(self, kept: Kept) -> str | None:
        """What it costs, once it is through and some minutes have passed; what failed has no price."""
        if kept.error or self.now() < kept.at + self.priced_after:
            return None
        return "-0.00900" if "ContentSid" in kept.form else "-0.00500"

    def is_approved(self, content: str) -> bool:
        """Whether WhatsApp lets this content go outside the 24 hours."""
        return self.approvals.get(content, {}).get("status") == "approved"

    def number(self, account: str, number: str) -> Number | None:
        """The account's sender of this number."""
        found = (each for each in self.numbers if (each.account, each.number) == (account, number))
        return next(found, None)

    def person_at(self, address: str) -> Person | None:
        """Who is called so, by number or by id."""
        bare = address.removeprefix("whatsapp:")
        return next((each for each in self.people.values() if bare in (each.phone, each.bsuid)), None)

    def is_open(self, number: str, person: Person) -> bool:
        """Whether she has written to this number within 24 hours."""
        return any(
            kept.at > self.now() - WINDOW
            for kept in self.messages
            if not kept.from_shop and kept.person == person.name and kept.form["To"] == f"whatsapp:{number}"
        )
