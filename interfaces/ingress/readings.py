"""Which reader understands which channel's callbacks: also long after they came, when they are weighed."""

from collections.abc import Callable, Mapping
from typing import Final

from application.ports import Evidence
from interfaces.airtel import callback as airtel_callback
from interfaces.callbacks import AttemptRef, Callback, callback_from
from interfaces.mpesa import callback as mpesa_callback
from interfaces.paystack import webhook as paystack_webhook

READERS: Final[Mapping[str, Callable[[bytes], Evidence]]] = {
    mpesa_callback.CHANNEL: mpesa_callback.read_callback,
    airtel_callback.CHANNEL: airtel_callback.read_callback,
    paystack_webhook.CHANNEL: paystack_webhook.read_event,
}
"""PayLink's callbacks are Safaricom's own, and come by M-Pesa's channel."""


def callback_of(channel: str, about: AttemptRef, body: bytes) -> Callback:
    """A callback as its channel reads it. Raises: KeyError for a channel that is none of the money's."""
    return callback_from(channel, about, body, READERS[channel])
