"""What a boutique pays for Dukani, by its own facts; what is unbilled by the ledger's rows."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from domain.calendar import day_in_nairobi, month_of, next_month
from domain.identity import BoutiqueId
from domain.subscription.events import InvoiceLine
from domain.subscription.state import Invoice, sum_of
from domain.subscription.subscription import Subscription
from domain.subscription.terms import Terms
from interfaces.http.deps import DashboardDeps
from interfaces.http.problems import not_found
from interfaces.http.schemas import Amount
from interfaces.http.schemas.subscription import Bill, BillLine, InvoiceCard, PlanCard, SubscriptionCard
from interfaces.papers.invoice import invoice_paper
from interfaces.papers.order_papers import eat
from interfaces.spreadsheets.csv_writing import csv_lines
from projections import ledger_lists
from projections.ledger_rows import LedgerEntryRow

PAGE: Final = 500
EVERYTHING: Final = 2**62
HEADINGS: Final = (
    "at", "month", "kind", "name", "goods", "percent", "net", "vat", "owed", "invoice", "entry", "reverses",
)  # fmt: skip


def subscription(boutique: BoutiqueId, deps: DashboardDeps) -> SubscriptionCard:
    """The plan, the month so far, and every invoice."""
    now = deps.clock.now()
    known, this = deps.office.subscription(boutique), month_of(now)
    plan, coming = known.terms_in(this), known.terms_in(next_month(this))
    return SubscriptionCard(
        plan=_plan(plan),
        next=None if coming == plan else _plan(coming, next_month(this)),
        offered=[_plan(each) for each in deps.billing.offered],
        bill=_bill(boutique, deps, known, this),
        invoices=[_invoice(each, day_in_nairobi(now)) for each in reversed(known.invoices)],
        credit=Amount.of(known.credit),
        paybill=deps.billing.paybill,
    )


def paper(boutique: BoutiqueId, deps: DashboardDeps, number: str) -> bytes:
    """An invoice to print. Raises: ProblemFound 404."""
    invoice = deps.office.subscription(boutique).invoice(number)
    if invoice is None:
        raise not_found()
    return invoice_paper(invoice, deps.billing.paybill, deps.clock.now())


def entries(boutique: BoutiqueId, deps: DashboardDeps) -> Iterator[str]:
    """Every entry of the ledger as CSV, oldest first."""
    return csv_lines(HEADINGS, _rows(boutique, deps))


def _rows(boutique: BoutiqueId, deps: DashboardDeps) -> Iterator[tuple[object, ...]]:
    """Page by page, each read whole before it is sent: a slow line holds no connection."""
    after = 0
    while True:
        with deps.door(boutique) as conn:
            page = ledger_lists.listed(boutique, conn, PAGE, after)
        yield from map(_row, page)
        if len(page) < PAGE:
            return
        after = page[-1].position


def _row(row: LedgerEntryRow) -> tuple[object, ...]:
    return (
        eat(row.at),
        f"{row.month:%Y-%m}",
        row.kind,
        row.name,
        row.goods / 100,
        row.basis_points / 100,
        row.net / 100,
        row.vat / 100,
        row.total / 100,
        row.invoice,
        row.entry,
        row.reverses,
    )


def _plan(terms: Terms, starts: date | None = None) -> PlanCard:
    percent = terms.commission_basis_points / 100
    return PlanCard(
        name=terms.plan,
        fee=Amount.of(terms.monthly_fee),
        percent=percent,
        least=Amount.of(terms.least_of_sale) if terms.least_of_sale.cents else None,
        most=Amount.of(terms.most_of_sale) if terms.most_of_sale else None,
        starts=starts,
    )


def _bill(boutique: BoutiqueId, deps: DashboardDeps, known: Subscription, month: date) -> Bill:
    with deps.door(boutique) as conn:
        owed = ledger_lists.unbilled(boutique, conn, month, EVERYTHING)
    lines = (*known.fee_lines(month), *owed)
    net, vat = sum_of(lines)
    told = [_line(line) for line in lines]
    return Bill(month=month, lines=told, vat=Amount.of(vat), total=Amount.of(net + vat))


def _line(line: InvoiceLine) -> BillLine:
    return BillLine(
        kind=line.kind,
        percent=line.basis_points / 100,
        entries=line.entries,
        goods=Amount.of(line.goods),
        net=Amount.of(line.net),
    )


def _invoice(invoice: Invoice, today: date) -> InvoiceCard:
    told, left = invoice.issued, invoice.outstanding
    return InvoiceCard(
        number=told.number,
        month=told.month,
        due=told.due,
        total=Amount.of(told.total),
        pay=Amount.of(invoice.to_pay),
        overdue=left.cents > 0 and told.due < today,
    )
