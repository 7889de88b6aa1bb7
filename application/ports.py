"""The ports: all that the use cases ask of the world, in our words.

Each port has a real adapter and one that ships for the sandbox, and both pass one contract suite.

Errors of a port:
    NeighbourFailed           it did not work, and surely nothing happened
      NeighbourUnsure         it may have happened: never repeated blindly
    StreamMoved               somebody else recorded into the stream first: reload and decide again
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from application.look import Look
from application.understanding import Need, ReadingContext, Understanding
from domain.clothing import Colour, Garment, Occasion, Pattern, Style
from domain.conversation.reply import Reply
from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId, PaymentId, ProductId, StreamId, VariantId
from domain.language import Language
from domain.money import Money
from domain.sealed import Sealed
from domain.sizes import Size, SizeChart


class NeighbourFailed(Exception):  # noqa: N818
    """A neighbour said no or could not be reached; nothing happened there.

    `code` is the neighbour's own; `retryable` says whether asking again later can help.
    """

    def __init__(self, neighbour: str, code: str, reason: str, *, retryable: bool) -> None:
        super().__init__(f"{neighbour} {code}: {reason}")
        self.neighbour, self.code, self.reason, self.retryable = neighbour, code, reason, retryable


class NeighbourUnsure(NeighbourFailed):
    """The answer was lost: it may have happened. Evidence must tell; a money call is never repeated."""


class StreamMoved(Exception):  # noqa: N818
    """The stream has grown since it was read."""


class FactLog(Protocol):
    """The boutique's log of facts."""

    def read(self, stream: StreamId) -> Sequence[Recorded[Fact]]:
        """All facts of a stream in order; empty for an unknown stream."""
        ...

    def append(self, facts: Sequence[Recorded[Fact]]) -> None:
        """Record all of these, or none. All belong to one boutique.

        Raises: StreamMoved.
        """
        ...


class Vault(Protocol):
    """Seals personal values under their subject's own key."""

    def seal(self, boutique: BoutiqueId, subject: UUID, text: str) -> Sealed:
        """The text, readable only while the subject's key exists; makes the key at the first call."""
        ...

    def open(self, boutique: BoutiqueId, sealed: Sealed) -> str | None:
        """The text again; None once the subject has been forgotten."""
        ...

    def destroy(self, boutique: BoutiqueId, subject: UUID) -> None:
        """Forget the subject: nothing sealed for her can be read again."""
        ...


class Clock(Protocol):
    """The time, in UTC."""

    def now(self) -> datetime:
        """The time of this moment."""
        ...


class Pictures(Protocol):
    """Pictures by the SHA-256 of their bytes: a catalogue's in the open, a customer's sealed."""

    def keep(self, boutique: BoutiqueId, picture: bytes, subject: UUID | None = None) -> str:
        """Store a picture, sealed if it has a subject; the name it is fetched by."""
        ...

    def fetch(self, boutique: BoutiqueId, name: str) -> bytes | None:
        """The bytes; None if there is none, or its subject was forgotten."""
        ...


class Eye(Protocol):
    """Sees what is on a photo."""

    def look(self, photo: bytes) -> Look:
        """Attributes and vector. Raises: PhotoUnreadable."""
        ...


class Reader(Protocol):
    """Understands what a customer writes."""

    def read(self, text: str, context: ReadingContext) -> Understanding:
        """What the text means where the conversation stands; it never fails on strange text."""
        ...


@dataclass(frozen=True, slots=True)
class SizeOnOffer:
    """A size of a piece that can be bought now."""

    variant: VariantId
    size: Size
    available: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the boutique as the agent may speak of it: every figure from the read models.

    Shape: `sizes` are those in stock, `made_in` all that it comes in, sold out ones too.
    """

    product: ProductId
    sku: str
    title: str
    title_sw: str
    price: Money
    garment: Garment
    colours: tuple[Colour, ...]
    pattern: Pattern
    styles: tuple[Style, ...]
    occasions: tuple[Occasion, ...]
    picture: str | None
    sizes: tuple[SizeOnOffer, ...]
    made_in: tuple[Size, ...] = ()
    chart: SizeChart = field(default_factory=SizeChart)

    def title_in(self, language: Language) -> str:
        """What it is called in her language."""
        return self.title if language is Language.EN else self.title_sw or self.title


@dataclass(frozen=True, slots=True)
class Found:
    """A piece found, with why. `likeness` is the cosine to the photo, None for a search by words."""

    piece: Piece
    score: float
    likeness: float | None
    relaxed: tuple[str, ...] = ()


class Shelf(Protocol):
    """The boutique's pieces in stock, searched by picture and words."""

    def search(
        self, boutique: BoutiqueId, need: Need, look: Look | None, limit: int, skip: int = 0
    ) -> Sequence[Found]:
        """Nearest pieces first. Size, price and stock are exact; what was relaxed is named on each."""
        ...

    def piece(self, boutique: BoutiqueId, product: ProductId) -> Piece | None:
        """One piece with what is in stock of it now."""
        ...


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom, and through which of the boutique's numbers. At least one of the two names is there."""

    account: str
    bsuid: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One WhatsApp message. `reply_id` comes back in its status, and so resolves a lost answer."""

    reply_id: UUID
    to: Recipient
    reply: Reply
    pictures: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class MediaRef:
    """A customer's picture, still at the neighbour's."""

    account: str
    media_id: str
    mime_type: str
    sha256: str | None = None


class Messenger(Protocol):
    """WhatsApp."""

    def send(self, message: Outgoing) -> str:
        """The neighbour's id of the accepted message. Raises: NeighbourFailed, NeighbourUnsure."""
        ...

    def fetch_media(self, media: MediaRef) -> bytes:
        """A customer's picture. Raises: NeighbourFailed."""
        ...

    def show_typing(self, account: str, provider_id: str) -> None:
        """Mark the message read and show typing. A failure is silent: it is a courtesy."""
        ...


@dataclass(frozen=True, slots=True)
class PayeeAccount:
    """Where the boutique's money goes: its own paybill or till."""

    provider: str
    shortcode: str
    is_till: bool
    store_number: str | None = None


@dataclass(frozen=True, slots=True)
class PromptRequest:
    """One request to a phone to enter its PIN. `token` is unguessable and names the attempt."""

    boutique: BoutiqueId
    payment: PaymentId
    attempt: int
    payee: PayeeAccount
    amount: Money
    phone: str
    reference: str
    token: str


@dataclass(frozen=True, slots=True)
class PromptTicket:
    """The neighbour accepted a prompt: nothing is paid yet."""

    checkout_id: str
    merchant_request_id: str


class EvidenceKind(StrEnum):
    """What evidence says about a prompt."""

    SUCCEEDED = "succeeded"
    FAILED = "failed"
    PENDING = "pending"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the neighbour says became of a prompt; `code` is its own result code."""

    kind: EvidenceKind
    code: str
    reason: str
    checkout_id: str | None = None
    merchant_request_id: str | None = None
    receipt: str | None = None
    amount: Money | None = None


class MobileMoney(Protocol):
    """Prompts a phone for money and tells what became of it."""

    def prompt(self, request: PromptRequest) -> PromptTicket:
        """Ask the phone once. Raises: NeighbourFailed (surely not sent), NeighbourUnsure (perhaps sent)."""
        ...

    def query(self, payee: PayeeAccount, checkout_id: str) -> Evidence:
        """What became of a prompt. Raises: NeighbourFailed."""
        ...
