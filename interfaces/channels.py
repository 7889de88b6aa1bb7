"""One Messenger for all channels: each message goes to the neighbour that carries its number."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from application.ports import Capabilities, MediaRef, Messenger, NeighbourFailed, Outgoing, Recipient
from application.ports.templates import Template, Templates
from domain.channel import Channel


class Carrier(Messenger, Templates, Protocol):
    """A channel's adapter: its messages, and the templates that may go outside the 24 hours."""


class Channels:
    """Messenger and Templates over the adapters of each channel."""

    def __init__(self, by_channel: Mapping[Channel, Carrier]) -> None:
        self._by_channel = by_channel

    def capabilities(self, channel: Channel) -> Capabilities:
        """What can be shown on this channel. Raises: NeighbourFailed."""
        return self._of(channel).capabilities(channel)

    def has_template(self, to: Recipient) -> bool:
        """Whether the shop can write to who has been silent for a day."""
        return to.channel in self._by_channel and self._by_channel[to.channel].has_template(to)

    def approved(self, sender: Recipient) -> Sequence[Template]:
        """The templates that may go from this number. Raises: NeighbourFailed."""
        return self._of(sender.channel).approved(sender)

    def send(self, message: Outgoing) -> str:
        """The neighbour's id of the accepted message. Raises: NeighbourFailed, NeighbourUnsure."""
        return self._of(message.to.channel).send(message)

    def fetch_media(self, media: MediaRef) -> bytes:
        """A customer's picture. Raises: NeighbourFailed."""
        return self._of(media.channel).fetch_media(media)

    def show_typing(self, to: Recipient, provider_id: str) -> None:
        """Mark her message read and show typing, where the channel can."""
        if to.channel in self._by_channel:
            self._by_channel[to.channel].show_typing(to, provider_id)

    def _of(self, channel: Channel) -> Carrier:
        try:
            return self._by_channel[channel]
        except KeyError as none:
            raise NeighbourFailed(channel, "not-set-up", "no such channel here", retryable=False) from none
