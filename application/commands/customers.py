"""What is asked to be remembered of a customer."""

from dataclasses import dataclass

from application.commands.command import Command
from application.delivery import DeliveryAddress
from domain.clothing import Garment
from domain.customer.events import PurchasedPiece
from domain.identity import CustomerId, OrderId
from domain.language import Language
from domain.sizes import Measurements, Size


@dataclass(frozen=True, slots=True)
class ChooseLanguage(Command):
    """Answer her in this tongue."""

    customer: CustomerId
    language: Language


@dataclass(frozen=True, slots=True)
class TellSize(Command):
    """Remember what she wears."""

    customer: CustomerId
    garment: Garment | None
    size: Size


@dataclass(frozen=True, slots=True)
class TellMeasurements(Command):
    """Remember her measurements."""

    customer: CustomerId
    measurements: Measurements


@dataclass(frozen=True, slots=True)
class RememberAddress(Command):
    """Remember where she wants it."""

    customer: CustomerId
    address: DeliveryAddress


@dataclass(frozen=True, slots=True)
class ConfirmPayingNumber(Command):
    """Remember the number she pays from."""

    customer: CustomerId
    phone: str


@dataclass(frozen=True, slots=True)
class RememberPurchase(Command):
    """Remember what she bought, for her next size."""

    customer: CustomerId
    order: OrderId
    pieces: tuple[PurchasedPiece, ...]


@dataclass(frozen=True, slots=True)
class ReturnPurchase(Command):
    """Know that she gave these pieces of an order back."""

    customer: CustomerId
    order: OrderId
    pieces: tuple[PurchasedPiece, ...]


@dataclass(frozen=True, slots=True)
class StopMarketing(Command):
    """Send her no offers."""

    customer: CustomerId


@dataclass(frozen=True, slots=True)
class ForgetCustomer(Command):
    """Know her no more, once nothing is owed to her."""

    customer: CustomerId


@dataclass(frozen=True, slots=True)
class RequestErasure(Command):
    """Note that she wants to be forgotten."""

    customer: CustomerId


@dataclass(frozen=True, slots=True)
class MergeCustomers(Command):
    """Know that another record is the same person."""

    customer: CustomerId
    other: CustomerId
