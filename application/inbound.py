"""What comes in from a customer's phone, as any channel tells it."""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol
from uuid import NAMESPACE_URL, UUID, uuid5

from application.ports import Evidence, MediaRef, Recipient, StatementLine
from domain.channel import Channel
from domain.conversation.events import MessageKind
from domain.identity import BoutiqueId, CustomerId, DepositId, MessageId, PaymentId, derive

MESSAGES: Final = uuid5(NAMESPACE_URL, "https://dukani.app/messages")
"""The namespace in which an inbound message's own id follows from the provider's."""
_BSUID: Final = re.compile(r"[A-Za-z]{2}\.[A-Za-z0-9.]{1,140}")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote. At least one of `bsuid` and `phone` is there; a customer may have no phone number."""

    bsuid: str | None
    phone: str | None
    username: str | None = None
    profile_name: str | None = None

    @property
    def key(self) -> str:
        """What tells this sender from all others of a number."""
        return self.bsuid or self.phone or ""


@dataclass(frozen=True, slots=True)
class Place:
    """A pin on the map, or a place chosen from it."""

    latitude: float
    longitude: float
    name: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Ordered:
    """A piece in a cart that was filled in the channel's own catalogue. Its price there is never read."""

    sku: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message of a customer. Units: `sent_at` is UTC.

    Shape: `moved_to` is there in WhatsApp's own notice that her number or her id has changed.
    """

    message: MessageId
    provider_id: str
    channel: Channel
    account: str
    sender: Sender
    kind: MessageKind
    sent_at: datetime
    text: str | None = None
    media: MediaRef | None = None
    choice: str | None = None
    place: Place | None = None
    contact_phone: str | None = None
    replies_to: str | None = None
    moved_to: Sender | None = None
    ordered: tuple[Ordered, ...] = ()

    @property
    def came_from(self) -> Recipient:
        """Where an answer goes."""
        return Recipient(self.account, self.sender.bsuid, self.sender.phone, self.channel)


class DeliveryState(StrEnum):
    """How far one of our messages has come."""

    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class DeliveryStatus:
    """What became of one of our messages. `reply` is the id that we gave it, where the channel returns it.

    Shape: `category` and `billing` say what the message costs, where the channel tells it; `window_closed`
    says of a failure that 24 hours had passed since she wrote; `part` is the number of a message of a reply
    that goes on in further ones, and 0 for its last or only one.
    """

    provider_id: str
    channel: Channel
    account: str
    sender: Sender
    state: DeliveryState
    at: datetime
    reply: UUID | None = None
    code: str | None = None
    reason: str | None = None
    category: str | None = None
    billing: str | None = None
    window_closed: bool = False
    part: int = 0

    @property
    def about(self) -> str:
        """The neighbour's id of the message itself; the status has it with its state behind."""
        return self.provider_id.partition("#")[0]


@dataclass(frozen=True, slots=True)
class OwnerMessage:
    """What the owner wrote to a customer on her own phone, beside us. Units: `sent_at` is UTC.

    Shape: `text` is None where it was no words, or where she changed or took back what she had written.
    """

    message: MessageId
    provider_id: str
    channel: Channel
    account: str
    sender: Sender
    sent_at: datetime
    text: str | None = None


InboxItem = Inbound | DeliveryStatus | OwnerMessage

UNAVAILABLE: Final = "unavailable"
"""The choice of a message that WhatsApp itself could not show, often the first one after an advertisement."""

WHATSAPPS_OWN: Final = "system:"
"""How the choice of a notice begins that WhatsApp wrote, not the customer."""


class Inbox(Protocol):
    """What was accepted from the channels and is not settled yet."""

    def waiting(self, boutique: BoutiqueId, customer: CustomerId) -> Sequence[InboxItem]:
        """A customer's unsettled items, oldest first."""
        ...

    def settle(self, boutique: BoutiqueId, customer: CustomerId, outcomes: Sequence[tuple[str, str]]) -> None:
        """Write the outcomes, as pairs of provider id and outcome. Repeating it changes nothing."""
        ...


class EvidenceBox(Protocol):
    """What the money's neighbours called back, accepted and not settled yet."""

    def evidence(self, boutique: BoutiqueId, payment: PaymentId, fingerprint: str) -> Evidence | None:
        """What a callback says; None once it is settled."""
        ...

    def settle_evidence(
        self, boutique: BoutiqueId, payment: PaymentId, fingerprint: str, outcome: str
    ) -> None:
        """Write its outcome. Repeating it changes nothing."""
        ...


class DepositBox(Protocol):
    """What was told of one receipt and is not settled yet: that its money came, and how it stands."""

    def arrivals(self, boutique: BoutiqueId, deposit: DepositId) -> Sequence[StatementLine]:
        """News that its money came, the oldest first."""
        ...

    def standings(self, boutique: BoutiqueId, deposit: DepositId) -> Sequence[Evidence]:
        """What the neighbour says when asked, the oldest first."""
        ...

    def settle_deposit(self, boutique: BoutiqueId, deposit: DepositId, outcome: str) -> None:
        """Write the outcome of all of it."""
        ...


def customer_of(secret: bytes, boutique: BoutiqueId, channel: str, sender: Sender) -> CustomerId:
    """The id of a customer whom nobody knows yet by another name: always the same for a sender."""
    return name_of(secret, boutique, channel, sender.key)


def name_of(secret: bytes, boutique: BoutiqueId, channel: str, name: str) -> CustomerId:
    """What stands for a name of hers, and may be a customer's id; it tells nothing without the secret."""
    named = f"{boutique}|{channel}|{name}".encode()
    return CustomerId(UUID(bytes=hmac.new(secret, named, hashlib.sha256).digest()[:16], version=5))


def message_id_of(channel: Channel, account: str, provider_id: str) -> MessageId:
    """Our id of a message: the same however often its channel delivers it."""
    return MessageId(derive(MESSAGES, channel, account, provider_id))


def phone_of(digits: str | None) -> str | None:
    """E.164 of what WhatsApp writes with or without its plus; None for anything that is no number."""
    bare = (digits or "").removeprefix("+")
    return f"+{bare}" if re.fullmatch(r"[1-9][0-9]{6,14}", bare) else None


def bsuid_of(text: str | None) -> str | None:
    """WhatsApp's id of a person at one business; None for anything that is none."""
    return text if text and _BSUID.fullmatch(text) else None
