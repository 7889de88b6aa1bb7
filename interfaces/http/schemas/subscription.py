"""What a boutique pays for Dukani: its plan, its bill so far and its invoices."""

from datetime import date

from domain.subscription.events import LineKind
from interfaces.http.schemas.answers import Amount, Answer


class PlanCard(Answer):
    """What a plan asks for, without VAT. Units: `percent` of the goods sold.

    Shape: `least` and `most` are bounds of the share of one sale, None where there is none;
    `starts` is the first day from which it counts, None for one that counts or is only offered.
    """

    name: str
    fee: Amount
    percent: float
    least: Amount | None = None
    most: Amount | None = None
    starts: date | None = None


class BillLine(Answer):
    """One kind of charge at one rate. Refunds are below nothing."""

    kind: LineKind
    percent: float
    entries: int
    goods: Amount
    net: Amount


class Bill(Answer):
    """What the month comes to so far. `month` is its first day."""

    month: date
    lines: list[BillLine]
    vat: Amount
    total: Amount


class InvoiceCard(Answer):
    """An invoice. `pay` is what is still to be paid, in whole shillings, as M-Pesa moves them."""

    number: str
    month: date
    due: date
    total: Amount
    pay: Amount
    overdue: bool


class SubscriptionCard(Answer):
    """All about what the boutique pays.

    Shape: `next` is what counts from the next month on, None where nothing changes; `invoices` are newest
    first; `credit` was paid too much and pays the next invoice; without a `paybill` the operator is asked.
    """

    plan: PlanCard
    next: PlanCard | None
    offered: list[PlanCard]
    bill: Bill
    invoices: list[InvoiceCard]
    credit: Amount
    paybill: str | None
