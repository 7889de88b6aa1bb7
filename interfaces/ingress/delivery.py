"""What a channel's webhook brought, taken apart: the words that all channels and the inbox share."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from application.inbound import Sender
from domain.channel import Channel

OTHER_APP: Final = "other-app"
"""Why an item is set aside whose number the app that signed it has no say over."""


class Pace(StrEnum):
    """How long a turn waits for more of the same after this item."""

    WORDS = "words"
    TAP = "tap"
    PHOTO = "photo"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Item:
    """One message or status. Shape: `raw` is what the channel's own reader reads again; `moved_to` is how she
    is named from now on, in the channel's own notice that it changed.
    """

    account: str
    provider_id: str
    sender: Sender
    raw: bytes
    pace: Pace
    channel: Channel = Channel.CLOUD_API
    moved_to: Sender | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """An authentic piece that could not be taken for an item, and why."""

    account: str
    reason: str
    raw: bytes
    channel: str = Channel.CLOUD_API


@dataclass(frozen=True, slots=True)
class Cause:
    """Why items were set aside, and how many. Shape: `newest` is the number of the last one kept."""

    channel: str
    account: str
    reason: str
    items: int
    newest: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Delivery:
    """All that one webhook brought. It is acknowledged when all of it is durable."""

    items: tuple[Item, ...]
    rejected: tuple[Rejected, ...] = ()


class NotStored(Exception):  # noqa: N818
    """Nothing of the delivery is durable for sure; its sender should deliver it again."""


class Ingress(Protocol):
    """Where deliveries become durable."""

    async def accept(self, delivery: Delivery) -> None:
        """Returns once every item is committed; one already known changes nothing.

        Raises: NotStored.
        """
        ...


def status_id(message: str, state: str) -> str:
    """The one id of a message's arrival in one state: a status has none of its own."""
    return f"{message}#{state}"
