"""Which reader understands what a channel kept: also long after it came, when it is answered or weighed."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Final

from application.inbound import Inbound, InboxItem
from application.ports import Evidence, StatementLine
from application.work import WorkKind
from domain.channel import Channel
from interfaces.airtel import callback as airtel_callback
from interfaces.callbacks import AttemptRef, Callback, callback_from
from interfaces.mpesa import arrivals
from interfaces.mpesa import callback as mpesa_callback
from interfaces.mpesa.results import RECEIPT_CHANNEL, RESULTS, REVERSED_CHANNEL, SEEN_CHANNEL
from interfaces.paystack import webhook as paystack_webhook
from interfaces.twilio.reading import read_item as read_twilio
from interfaces.whatsapp.reading import read_item as read_whatsapp

READERS: Final[Mapping[str, Callable[[bytes], Evidence]]] = {
    mpesa_callback.CHANNEL: mpesa_callback.read_callback,
    airtel_callback.CHANNEL: airtel_callback.read_callback,
    paystack_webhook.CHANNEL: paystack_webhook.read_event,
    paystack_webhook.REFUND_CHANNEL: paystack_webhook.read_refund,
    **RESULTS,
}
"""PayLink's callbacks are Safaricom's own, and come by M-Pesa's channel."""

MESSAGES: Final[Mapping[Channel, Callable[[bytes, datetime], InboxItem]]] = {
    Channel.CLOUD_API: read_whatsapp,
    Channel.TWILIO: read_twilio,
}


def say_the_same(channel: Channel, one: bytes, other: bytes) -> bool:
    """Whether two items of one id say the same, whatever stands around it.

    Only messages are compared: what else comes twice under one id is told more or less of each time.
    """
    now = datetime.now(UTC)
    try:
        first, second = (MESSAGES[channel](raw, now) for raw in (one, other))
    except ValueError:
        return False
    if not (isinstance(first, Inbound) and isinstance(second, Inbound)):
        return True
    return _said(first) == _said(second)


def _said(message: Inbound) -> tuple[object, ...]:
    return message.kind, message.text, message.choice, message.place, message.contact_phone


ARRIVALS: Final[Mapping[str, Callable[[bytes], StatementLine]]] = {
    arrivals.CHANNEL: arrivals.read_confirmation,
}
"""Those that tell of money which nobody was asked for."""

_WEIGHED: Final = {
    REVERSED_CHANNEL: WorkKind.WEIGH_REFUND,
    SEEN_CHANNEL: WorkKind.WEIGH_REFUND,
    paystack_webhook.REFUND_CHANNEL: WorkKind.WEIGH_REFUND,
    RECEIPT_CHANNEL: WorkKind.WEIGH_DEPOSIT,
    arrivals.CHANNEL: WorkKind.WEIGH_DEPOSIT,
}


def work_of(channel: str) -> WorkKind:
    """How what a channel tells is weighed."""
    return _WEIGHED.get(channel, WorkKind.WEIGH_EVIDENCE)


def callback_of(channel: str, about: AttemptRef, body: bytes) -> Callback:
    """A callback as its channel reads it. Raises: KeyError for a channel that is none of the money's."""
    return callback_from(channel, about, body, {**READERS, **ARRIVALS}[channel])
