"""WhatsApp, through whichever neighbour a boutique's number is connected."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from domain.channel import Channel
from domain.conversation.reply import Reply


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom, and through which of the boutique's numbers. At least one of the two names is there."""

    account: str
    bsuid: str | None
    phone: str | None
    channel: Channel = Channel.CLOUD_API


def _forget(_: int, __: str) -> None:
    """Nobody asks which parts went."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One reply. `reply_id` comes back in its status, and so resolves a lost answer.

    Shape: where a channel needs several messages for it, `parts_sent` went before, and `note_part` keeps each
    further one but the last, as its number and the neighbour's id, before the next is sent.
     `unasked` is news for somebody who may not have written for a day, such as the owner; `as_template`
    is for a customer who surely has not, so that it goes as a template or not at all.
    """

    reply_id: UUID
    to: Recipient
    reply: Reply
    pictures: tuple[bytes, ...] = ()
    unasked: bool = False
    as_template: bool = False
    parts_sent: int = 0
    note_part: Callable[[int, str], None] = field(default=_forget, compare=False)


@dataclass(frozen=True, slots=True)
class MediaRef:
    """A customer's picture, still at the neighbour's."""

    account: str
    media_id: str
    mime_type: str
    sha256: str | None = None
    channel: Channel = Channel.CLOUD_API


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a channel can show. `taps`: buttons and lists; without them choices stand in the text."""

    taps: bool = True


class Messenger(Protocol):
    """WhatsApp."""

    def capabilities(self, channel: Channel) -> Capabilities:
        """What can be shown on this channel."""
        ...

    def has_template(self, to: Recipient) -> bool:
        """Whether the shop can write to who has been silent for a day. False while that cannot be known."""
        ...

    def send(self, message: Outgoing) -> str:
        """The neighbour's id of the accepted message.

        Raises: NeighbourFailed, WindowClosed, NeighbourUnsure.
        """
        ...

    def fetch_media(self, media: MediaRef) -> bytes:
        """A customer's picture. Raises: NeighbourFailed."""
        ...

    def show_typing(self, to: Recipient, provider_id: str) -> None:
        """Mark her message read and show typing. A failure is silent: it is a courtesy."""
        ...
