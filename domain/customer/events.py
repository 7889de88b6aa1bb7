"""What a boutique learns of a customer; what is personal stands sealed."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from domain.clothing import Garment
from domain.fact import Fact
from domain.identity import ConversationId, CustomerId, OrderId, ProductId
from domain.language import Language
from domain.sealed import Sealed
from domain.sizes import Measurements, Size


class IdentifierKind(StrEnum):
    """By what a customer is known on WhatsApp."""

    BSUID = "bsuid"
    PHONE = "phone"
    USERNAME = "username"


class PurchasedPiece(BaseModel):
    """A piece she bought and kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    product: ProductId
    garment: Garment
    size: Size


class CustomerMet(Fact):
    """She wrote for the first time. `account` is the boutique's number she wrote to."""

    TOPIC: ClassVar = "customer-met.v1"
    channel: str
    account: str


class IdentifierLearned(Fact):
    """A name by which WhatsApp knows her; the newest of a kind counts."""

    TOPIC: ClassVar = "customer-identifier-learned.v1"
    kind: IdentifierKind
    value: Sealed


class NameLearned(Fact):
    """How she calls herself."""

    TOPIC: ClassVar = "customer-name-learned.v1"
    name: Sealed


class LanguageChosen(Fact):
    """The tongue she writes in."""

    TOPIC: ClassVar = "customer-language-chosen.v1"
    language: Language


class SizeTold(Fact):
    """She said what she wears, for one garment or for all."""

    TOPIC: ClassVar = "customer-size-told.v1"
    garment: Garment | None
    size: Size


class MeasurementsTold(Fact):
    """She said her measurements."""

    TOPIC: ClassVar = "customer-measurements-told.v1"
    measurements: Measurements


class PurchaseRemembered(Fact):
    """Pieces she paid for: the best witness of her size."""

    TOPIC: ClassVar = "customer-purchase-remembered.v1"
    order: OrderId
    pieces: tuple[PurchasedPiece, ...]


class PurchaseReturned(Fact):
    """Pieces she gave back: no witness of her size. Without `pieces` it is all of the order."""

    TOPIC: ClassVar = "customer-purchase-returned.v1"
    order: OrderId
    pieces: tuple[PurchasedPiece, ...] = ()


class AddressRemembered(Fact):
    """Where she had pieces delivered, to be offered again."""

    TOPIC: ClassVar = "customer-address-remembered.v1"
    address: Sealed


class PayingNumberConfirmed(Fact):
    """The M-Pesa number she confirmed; often not the number she writes from."""

    TOPIC: ClassVar = "customer-paying-number-confirmed.v1"
    phone: Sealed


class ServiceWindowOpened(Fact):
    """A new conversation began, in a window of 24 hours."""

    TOPIC: ClassVar = "customer-service-window-opened.v1"
    conversation: ConversationId
    opened_at: datetime | None = None


class MarketingStopped(Fact):
    """She wants no offers that she did not ask for."""

    TOPIC: ClassVar = "customer-marketing-stopped.v1"


class MarketingAllowed(Fact):
    """She agreed to be sent offers."""

    TOPIC: ClassVar = "customer-marketing-allowed.v1"


class ErasureRequested(Fact):
    """She asked to be forgotten; it falls due within days."""

    TOPIC: ClassVar = "customer-erasure-requested.v1"


class CustomerForgotten(Fact):
    """Her key was destroyed; what was sealed for her is gone."""

    TOPIC: ClassVar = "customer-forgotten.v1"


class CustomersMerged(Fact):
    """Another record was found to be the same person."""

    TOPIC: ClassVar = "customer-merged.v1"
    other: CustomerId
