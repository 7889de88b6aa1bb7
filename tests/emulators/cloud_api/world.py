"""What the emulator knows: numbers, people, windows, quotas, templates and what was sent.

Units: seconds on the emulator's own clock, which a test may advance.
"""

import re
import secrets
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import BaseModel, ConfigDict

from tests.emulators.cloud_api.errors import GraphError, unknown
from tests.emulators.cloud_api.rules import Envelope, Template

WINDOW: Final = 24 * 3600.0
PAIR_EVERY: Final = 6.0
PAIR_BURST: Final = 45
BUSINESS_COUNTRY: Final = "254"


class Number(BaseModel):
    """A business number. `templates` maps a name and language, as `order_news/en`, to its gaps; `listed` are
    those that its account lists, as Meta tells them.
    """

    model_config = ConfigDict(extra="forbid")

    id: str
    display: str
    token: str
    waba: str = "9001"
    name: str = "A boutique"
    mps: int = 80
    catalogue: str | None = None
    templates: dict[str, int] = {}
    listed: list[dict[str, Any]] = []
    coexists: bool = False


class Person(BaseModel):
    """Somebody with WhatsApp. Who adopted a username hides her phone."""

    model_config = ConfigDict(extra="forbid")

    phone: str
    bsuid: str
    name: str
    username: str | None = None


@dataclass
class Sent:
    """A message that was accepted."""

    id: str
    number: str
    to: str
    body: Mapping[str, Any]
    person: Person | None


@dataclass(frozen=True)
class Line:
    """A message as it stands on a person's phone. Shape: `content` is as it went over the wire."""

    id: str
    number: str
    person: str
    from_shop: bool
    at: float
    content: Mapping[str, Any]


@dataclass
class World:
    """Numbers, people and everything between them."""

    numbers: Mapping[str, Number]
    people: list[Person]
    ahead: float = 0.0
    sent: list[Sent] = field(default_factory=list)
    heard: dict[str, str] = field(default_factory=dict)
    read: dict[str, bool] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    _windows: dict[tuple[str, str], float] = field(default_factory=dict)
    _pairs: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    _seconds: dict[str, deque[float]] = field(default_factory=dict)

    def now(self) -> float:
        """The emulator's time."""
        return time.time() + self.ahead

    def number(self, name: str, bearer: str) -> Number:
        """A number that this token may use. Raises: GraphError."""
        mine = [number for number in self.numbers.values() if f"Bearer {number.token}" == bearer]
        if not mine:
            details = "Error validating access token"
            raise GraphError(190, "(#190) Invalid OAuth access token", details, 401)
        for number in mine:
            if name in (number.id, number.waba):
                return number
        raise unknown(name)

    def may(self, bearer: str) -> Number:
        """Any number of this token. Raises: GraphError."""
        for number in self.numbers.values():
            if f"Bearer {number.token}" == bearer:
                return number
        raise GraphError(190, "(#190) Invalid OAuth access token", "Error validating access token", 401)

    def person(self, envelope: Envelope) -> tuple[Person | None, bool]:
        """Who is meant, and whether the message is silently lost: so it is with a BSUID in `to`."""
        if envelope.to:
            bare = re.sub(r"[ ()-]", "", envelope.to)
            if not re.fullmatch(r"\+?\d{5,15}", bare):
                return None, True
            phone = bare if bare.startswith("+") else f"+{BUSINESS_COUNTRY}{bare}"
            return next((one for one in self.people if one.phone == phone), None), False
        return next((one for one in self.people if one.bsuid == envelope.recipient), None), False

    def open_window(self, number: str, person: Person) -> None:
        """She wrote: 24 hours from now."""
        self._windows[number, person.bsuid] = self.now() + WINDOW

    def refuse_outside_window(self, number: Number, person: Person, content: object) -> None:
        """Raises: GraphError for anything but a template to whom has not written for a day."""
        if isinstance(content, Template) or self._windows.get((number.id, person.bsuid), 0) > self.now():
            return
        details = (
            "Message failed to send because more than 24 hours have passed since the customer last replied"
            " to this number."
        )
        raise GraphError(131047, "(#131047) Re-engagement message", details)

    def refuse_over_quota(self, number: Number, to: str) -> None:
        """Raises: GraphError above the number's messages a second, or the pair's one in six seconds."""
        now = self.now()
        second = self._seconds.setdefault(number.id, deque())
        while second and second[0] <= now - 1:
            second.popleft()
        if len(second) >= number.mps:
            details = "Cloud API message throughput has been reached."
            raise GraphError(130429, "(#130429) Rate limit hit", details, 429, {"Retry-After": "1"})
        left, at = self._pairs.get((number.id, to), (float(PAIR_BURST), now))
        left = min(PAIR_BURST, left + (now - at) / PAIR_EVERY)
        if left < 1:
            details = "Message failed to send because there were too many messages sent to this user"
            raise GraphError(
                131056, "(#131056) (Business Account, Consumer Account) pair rate limit hit", details
            )
        self._pairs[number.id, to] = (left - 1, now)
        second.append(now)

    def refuse_unknown_template(self, number: Number, template: Template) -> None:
        """Raises: GraphError for one that is not approved, or filled wrongly."""
        gaps = number.templates.get(f"{template.name}/{template.language.code}")
        if gaps is None:
            details = f"template name ({template.name}) does not exist in {template.language.code}"
            raise GraphError(
                132001, "(#132001) Template name does not exist in the translation", details, 404
            )
        if len(template.parameters) != gaps:
            details = f"number of localizable_params ({len(template.parameters)}) does not match ({gaps})"
            raise GraphError(132000, "(#132000) Number of parameters does not match", details)
        if any(re.search(r"[\n\t]| {5,}", text) for text in template.parameters):
            details = "Param text cannot have new-line/tab characters or more than 4 consecutive spaces"
            raise GraphError(132018, "(#132018) Template parameter format error", details)

    def keep(
        self, number: Number, envelope: Envelope, body: Mapping[str, Any], person: Person | None
    ) -> Sent:
        """Accept a message."""
        to = str(envelope.to or envelope.recipient)
        message = Sent(new_id(), number.id, to, body, person)
        self.sent.append(message)
        if person is not None:
            self.lines.append(Line(message.id, number.id, person.bsuid, True, self.now(), body))
        return message


def new_id() -> str:
    """An id as Meta gives it."""
    return "wamid." + secrets.token_urlsafe(36)
