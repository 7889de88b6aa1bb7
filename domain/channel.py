"""The ways on which a boutique's WhatsApp number is reached."""

from enum import StrEnum
from typing import Final


class Channel(StrEnum):
    """A neighbour that carries WhatsApp messages; inbox rows and facts name it by this word."""

    CLOUD_API = "whatsapp"
    TWILIO = "twilio"


def states_prices(channel: Channel) -> bool:
    """Whether the channel states an amount for each message; Meta bills by rates that it publishes."""
    return channel is Channel.TWILIO


PROVIDERS: Final = {"meta": Channel.CLOUD_API, "twilio": Channel.TWILIO}
"""The provider's name, as a boutique connects it, and the channel it opens."""


def channel_of(provider: str) -> Channel:
    """The channel that this provider opens; an unknown one speaks the Cloud API."""
    return PROVIDERS.get(provider, Channel.CLOUD_API)
