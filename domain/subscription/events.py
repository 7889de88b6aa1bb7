"""What happens between a boutique and the installation about money."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from domain.fact import Fact
from domain.money import Money
from domain.subscription.terms import Terms


class LineKind(StrEnum):
    """What a line of an invoice is for."""

    FEE = "fee"
    SALES = "sales"
    REFUNDS = "refunds"


class InvoiceLine(BaseModel):
    """One kind of charge at one rate, summed up. Refunds are below nothing.

    Shape: `entries` counts what stands in the ledger for it. Units: `basis_points` are hundredths of a
    percent of `goods`; a fee has neither. `net` is without `vat`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: LineKind
    basis_points: int
    entries: int
    goods: Money
    net: Money
    vat: Money


class Party(BaseModel):
    """Who sends an invoice, or whom it is for, as it stood when the invoice was made. `pin` is KRA's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    pin: str = ""
    place: str = ""


class TermsAgreed(Fact):
    """What the boutique pays from a month on, until something else is agreed. `starts` is its first day."""

    TOPIC: ClassVar = "subscription-terms-agreed.v1"
    terms: Terms
    starts: date


class MonthClosed(Fact):
    """A month is over, and its fee was charged. `month` is its first day; `fee` is without `vat`."""

    TOPIC: ClassVar = "subscription-month-closed.v1"
    month: date
    fee: Money
    vat: Money


class InvoiceIssued(Fact):
    """What the ledger held was billed, as it stood.

    Shape: `up_to` is the place in the log up to which entries are on it, besides the fee of `month`; `credit`
    is what was paid too much before and pays a part of it; `control_number` is KRA's, empty while no eTIMS
    device is connected.
    """

    TOPIC: ClassVar = "subscription-invoice-issued.v1"
    number: str
    month: date
    lines: tuple[InvoiceLine, ...] = Field(min_length=1)
    net: Money
    vat: Money
    total: Money
    credit: Money
    issued: date
    due: date
    up_to: int
    seller: Party
    buyer: Party
    control_number: str = ""


class InvoicePaymentRecorded(Fact):
    """The boutique paid: `code` is M-Pesa's, `beyond` what is more than the invoice still asked for."""

    TOPIC: ClassVar = "subscription-invoice-payment-recorded.v1"
    number: str
    code: str
    amount: Money
    beyond: Money
