"""An invoice of the installation to a boutique, as it was issued."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from domain.subscription.events import InvoiceIssued, InvoiceLine, LineKind, Party
from domain.subscription.state import Invoice
from interfaces.papers import blank

if TYPE_CHECKING:
    from interfaces.papers.sheet import Sheet

_WORDS: Final = {
    LineKind.FEE: "Monthly fee",
    LineKind.SALES: "{percent:g} % of goods sold for {goods} ({entries})",
    LineKind.REFUNDS: "{percent:g} % of goods taken back for {goods} ({entries})",
}


def invoice_paper(invoice: Invoice, paybill: str | None, now: datetime) -> bytes:
    """What is billed, by whom, to whom, how much is still to be paid, and how."""
    told = invoice.issued
    sheet = blank(f"{told.seller.name}: invoice {told.number}", now)
    sheet.add_page()
    _party(sheet, told.seller, 16)
    sheet.words(f"Invoice {told.number}", 13, bold=True)
    sheet.words(f"For {told.month:%B %Y}. Issued {day(told.issued)}, due {day(told.due)}.", 9, after=2)
    sheet.words("To", bold=True)
    _party(sheet, told.buyer, 11)
    sheet.rule()
    for line in told.lines:
        sheet.pair(_said(line), str(line.net))
    sheet.pair("VAT", str(told.vat))
    sheet.rule()
    sheet.pair("Total", str(told.total), bold=True)
    _paid(sheet, invoice)
    _how_to_pay(sheet, invoice, paybill)
    _kra(sheet, told)
    return bytes(sheet.output())


def day(told: date) -> str:
    """A day as people read it. Example: 1 Dec 2026."""
    return f"{told.day} {told:%b %Y}"


def _party(sheet: "Sheet", party: Party, size: float) -> None:
    sheet.words(party.name, size, bold=True)
    pin = f"PIN {party.pin}" if party.pin else ""
    sheet.words(", ".join(filter(None, (party.place, pin))), 9, after=3)


def _said(line: InvoiceLine) -> str:
    goods = str(line.goods).removeprefix("-")
    percent = line.basis_points / 100
    return _WORDS[line.kind].format(percent=percent, goods=goods, entries=line.entries)


def _paid(sheet: "Sheet", invoice: Invoice) -> None:
    if invoice.issued.credit.cents:
        sheet.pair("Paid too much before", f"-{invoice.issued.credit}")
    for payment in invoice.payments:
        sheet.pair(f"Paid by M-Pesa {payment.code}", f"-{payment.amount - payment.beyond}")
    sheet.pair("To pay", str(invoice.to_pay), bold=True)


def _how_to_pay(sheet: "Sheet", invoice: Invoice, paybill: str | None) -> None:
    if not invoice.outstanding.cents:
        sheet.words("Paid. Asante sana!", bold=True, after=2)
    elif paybill:
        sheet.words(f"Pay by M-Pesa: paybill {paybill}, account {invoice.issued.number}.", after=2)
    else:
        sheet.words(f"Ask {invoice.issued.seller.name} how to pay.", after=2)


def _kra(sheet: "Sheet", told: InvoiceIssued) -> None:
    if told.control_number:
        sheet.words(f"KRA control number {told.control_number}", 8)
    else:
        sheet.words("Not transmitted to KRA by eTIMS.", 8)
