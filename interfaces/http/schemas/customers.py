"""Customers: the list, one person's profile, and what can be done about her."""

from datetime import datetime
from uuid import UUID

from interfaces.http.schemas.answers import Amount, Answer
from interfaces.http.schemas.conversations import ChatMessage
from interfaces.http.schemas.notebook import LabelChip, PrivateNote
from interfaces.http.schemas.orders import OrderRow
from interfaces.http.schemas.people import CustomerCard


class CustomerRow(Answer):
    """A customer in the list. `orders` and `spent` are what she paid for and kept."""

    customer: CustomerCard
    met_at: datetime
    orders: int
    spent: Amount
    labels: list[LabelChip]
    wants_erasure: bool


class SizeWorn(Answer):
    """A size, and why the shop takes it to be hers. `garment` is None for what she wears in all."""

    garment: str | None
    size: str
    told: bool
    bought: int
    last_at: datetime


class CustomerProfile(Answer):
    """All that the shop knows of a person, the records that are joined to hers included.

    `marketing` is None until she said something about offers, `marketing_at` when she did. `address` is None
    where it may not be shown.
    """

    customer: CustomerCard
    language: str | None
    met_at: datetime
    marketing: bool | None
    marketing_at: datetime | None
    address: str | None
    sizes: list[SizeWorn]
    labels: list[LabelChip]
    notes: list[PrivateNote]
    orders: list[OrderRow]
    bought: int
    spent: Amount
    chats: list[UUID]
    joined: list[CustomerCard]
    erasure_requested_at: datetime | None
    forgotten_at: datetime | None


class CustomerExport(Answer):
    """Everything of a customer that is kept and can be read, for herself."""

    profile: CustomerProfile
    messages: list[ChatMessage]


class Joining(Answer):
    """Which other record is the same person."""

    other: UUID


class ErasureSure(Answer):
    """The word that must be typed before somebody is forgotten: what she is called on the page."""

    typed: str


class ErasureProof(Answer):
    """What was destroyed: `values` of hers that nobody can read any more, and what was emptied beside them.

    `log_whole` says that the boutique's chain of facts still verifies.
    """

    customer: UUID
    at: datetime
    values: int
    messages: int
    callbacks: int
    callbacks_left: int
    pictures: int
    orders_closed: int
    key_destroyed: bool
    log_whole: bool
