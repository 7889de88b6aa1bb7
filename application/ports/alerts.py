"""The phones and browsers of the people of the shop, which can be buzzed while nobody looks at the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from domain.identity import BoutiqueId, PersonId
from domain.language import Language


@dataclass(frozen=True, slots=True)
class Device:
    """Where somebody is buzzed, and how.

    Shape: `endpoint`, `key` and `secret` are what her browser gave out, the latter two in base64url;
    `private` when nothing of a customer may stand on its locked screen.
    """

    device: UUID
    person: PersonId
    endpoint: str
    key: str
    secret: str
    language: Language = Language.EN
    private: bool = True


@dataclass(frozen=True, slots=True)
class Alert:
    """What appears on the locked screen. `tag` makes a second one replace the first; `place` is a page."""

    tag: str
    title: str
    body: str
    place: str


class DeviceGone(Exception):  # noqa: N818
    """The browser wants no more of it: what it gave out is void for ever."""


class Devices(Protocol):
    """Who wants to be buzzed, and what of that was done."""

    def wanting(self, boutique: BoutiqueId, kind: str) -> Sequence[Device]:
        """All devices whose owners want this kind of news."""
        ...

    def take(self, boutique: BoutiqueId, device: UUID, alert: str, now: datetime) -> bool:
        """Take it upon oneself to send this alert there; False where somebody did before."""
        ...

    def give_back(self, boutique: BoutiqueId, device: UUID, alert: str) -> None:
        """It was surely not sent, and may be again."""
        ...

    def forget(self, boutique: BoutiqueId, device: UUID) -> None:
        """Know the device no longer."""
        ...


class Pusher(Protocol):
    """Buzzes a device."""

    def push(self, device: Device, alert: Alert) -> None:
        """Hand it over. Raises: DeviceGone, NeighbourFailed, NeighbourUnsure."""
        ...
