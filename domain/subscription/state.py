"""What is known of a subscription: folded from its facts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self

from domain.calendar import month_of, next_month
from domain.fact import Fact
from domain.money import Money
from domain.subscription.agreed import terms_in
from domain.subscription.events import (
    InvoiceIssued,
    InvoiceLine,
    InvoicePaymentRecorded,
    LineKind,
    MonthClosed,
    TermsAgreed,
)
from domain.subscription.ledger import rule_in, with_vat
from domain.subscription.terms import Terms


@dataclass(frozen=True, slots=True)
class Invoice:
    """An invoice, and what was paid of it."""

    issued: InvoiceIssued
    payments: tuple[InvoicePaymentRecorded, ...] = ()

    @property
    def paid(self) -> Money:
        """What was paid of it, by credit too."""
        return sum((each.amount - each.beyond for each in self.payments), self.issued.credit)

    @property
    def outstanding(self) -> Money:
        """What is still to be paid."""
        return self.issued.total - self.paid

    @property
    def to_pay(self) -> Money:
        """What is outstanding, rounded up to what M-Pesa can move; what is too much pays the next invoice."""
        left = self.outstanding
        return Money(cents=-(-left.cents // 100) * 100, currency=left.currency)


@dataclass(frozen=True, slots=True)
class SubscriptionState:
    """What a boutique agreed to pay, and what was billed and paid. Oldest first."""

    agreed: tuple[TermsAgreed, ...] = ()
    closed: date | None = None
    invoices: tuple[Invoice, ...] = ()

    def terms_in(self, month: date) -> Terms:
        """What a month costs."""
        return terms_in(month, self.agreed)

    def fee_lines(self, month: date) -> tuple[InvoiceLine, ...]:
        """What a month's fee is on an invoice; no line where there is none."""
        charge = with_vat(self.terms_in(month).monthly_fee.cents, rule_in(month))
        if not charge.total:
            return ()
        nothing, net, vat = Money.zero(), Money(cents=charge.net), Money(cents=charge.vat)
        return (InvoiceLine(kind=LineKind.FEE, basis_points=0, entries=1, goods=nothing, net=net, vat=vat),)

    def months_to_close(self, now: datetime) -> tuple[date, ...]:
        """The months that are over and not closed yet, oldest first; none before something was agreed."""
        if not self.agreed:
            return ()
        month = min(each.starts for each in self.agreed)
        if self.closed is not None:
            month = max(month, next_month(self.closed))
        months, this = [], month_of(now)
        while month < this:
            months.append(month)
            month = next_month(month)
        return tuple(months)

    @property
    def credit(self) -> Money:
        """What was paid too much, and has paid nothing yet."""
        beyond = (each.beyond for invoice in self.invoices for each in invoice.payments)
        used = sum((invoice.issued.credit for invoice in self.invoices), Money.zero())
        return sum(beyond, Money.zero()) - used

    @property
    def outstanding(self) -> Money:
        """What is still to be paid of all invoices."""
        return sum((invoice.outstanding for invoice in self.invoices), Money.zero())

    def invoice(self, number: str) -> Invoice | None:
        """The invoice of this number."""
        return next((each for each in self.invoices if each.issued.number == number), None)

    def evolve(self, fact: Fact) -> Self:
        """The subscription after this fact."""
        match fact:
            case TermsAgreed():
                return replace(self, agreed=(*self.agreed, fact))
            case MonthClosed():
                return replace(self, closed=fact.month)
            case InvoiceIssued():
                return replace(self, invoices=(*self.invoices, Invoice(fact)))
            case InvoicePaymentRecorded():
                return replace(self, invoices=tuple(_paid(each, fact) for each in self.invoices))
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of a subscription")


def _paid(invoice: Invoice, payment: InvoicePaymentRecorded) -> Invoice:
    if invoice.issued.number != payment.number:
        return invoice
    return replace(invoice, payments=(*invoice.payments, payment))


def sum_of(lines: Iterable[InvoiceLine]) -> tuple[Money, Money]:
    """What lines come to: without VAT, and the VAT."""
    listed = tuple(lines)
    net = sum((line.net for line in listed), Money.zero())
    return net, sum((line.vat for line in listed), Money.zero())
