"""The subscription: what a boutique agreed to pay, and what it is billed for each month."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar, Final

from domain.calendar import day_in_nairobi, month_of, next_month
from domain.fact import Facts
from domain.money import Money
from domain.subscription.events import (
    InvoiceIssued,
    InvoiceLine,
    InvoicePaymentRecorded,
    MonthClosed,
    Party,
    TermsAgreed,
)
from domain.subscription.refusals import (
    AmountIsNotPossible,
    BooksAreBehind,
    CodeIsKnown,
    CodeIsNotPossible,
    InvoiceIsUnknown,
    MonthIsNotDue,
    MonthIsOver,
    PlanIsNotOffered,
    TermsAreNotPossible,
)
from domain.subscription.state import SubscriptionState, sum_of
from domain.subscription.terms import Terms

__all__ = [
    "AmountIsNotPossible",
    "BooksAreBehind",
    "CodeIsKnown",
    "CodeIsNotPossible",
    "InvoiceIsUnknown",
    "MonthIsNotDue",
    "MonthIsOver",
    "Owed",
    "PlanIsNotOffered",
    "Subscription",
    "TermsAreNotPossible",
]

DAYS_TO_PAY: Final = 14
_CODE: Final = re.compile("[A-Z0-9]{8,12}")


@dataclass(frozen=True, slots=True)
class Owed:
    """What the ledger holds that no invoice has billed.

    Shape: `up_to` is the place in the log up to which it has read, `invoices` how many it had seen by then.
    """

    lines: tuple[InvoiceLine, ...]
    up_to: int
    invoices: int


@dataclass(frozen=True, slots=True)
class Subscription(SubscriptionState):
    """What a boutique pays for Dukani, and what is decided about it."""

    KIND: ClassVar[str] = "subscription"

    def agree(self, terms: Terms, *, starts: date, now: datetime) -> Facts:
        """Let the boutique pay so from a month on. Nothing new: it pays so from then on.

        Raises: TermsAreNotPossible, MonthIsOver.
        """
        if not terms.are_possible:
            raise TermsAreNotPossible(f"{terms.monthly_fee} and {terms.commission_basis_points} basis points")
        starts = starts.replace(day=1)
        if starts < month_of(now):
            raise MonthIsOver(f"{starts:%B %Y}")
        later = (each.starts for each in self.agreed if each.starts > starts)
        if all(self.terms_in(month) == terms for month in (starts, *later)):
            return ()
        return (TermsAgreed(terms=terms, starts=starts),)

    def choose(self, plan: str, offered: tuple[Terms, ...], *, now: datetime) -> Facts:
        """Take one of the plans offered, from the next month on. Nothing new: that is what comes next.

        Raises: PlanIsNotOffered, TermsAreNotPossible.
        """
        wanted = next((terms for terms in offered if terms.plan == plan), None)
        if wanted is None:
            raise PlanIsNotOffered(plan)
        return self.agree(wanted, starts=next_month(month_of(now)), now=now)

    def close_month(
        self, month: date, owed: Owed, *, series: str, seller: Party, buyer: Party, now: datetime
    ) -> Facts:
        """Charge the fee of a month that is over, and bill all that is owed by then, if it is above nothing.

        What is not is carried to the next invoice. Nothing new: the month is closed.
        Raises: MonthIsNotDue, BooksAreBehind.
        """
        if self.closed is not None and month <= self.closed:
            return ()
        if self.months_to_close(now)[:1] != (month,):
            raise MonthIsNotDue(f"{month:%B %Y}")
        if owed.invoices != len(self.invoices):
            raise BooksAreBehind(f"{owed.invoices} of {len(self.invoices)} invoices are in the ledger")
        fee = self.fee_lines(month)
        charged, lines = sum_of(fee), (*fee, *owed.lines)
        closed = MonthClosed(month=month, fee=charged[0], vat=charged[1])
        net, vat = sum_of(lines)
        if (net + vat).cents <= 0:
            return (closed,)
        today = day_in_nairobi(now)
        issued = InvoiceIssued(
            number=f"INV-{series}-{len(self.invoices) + 1:04d}",
            month=month,
            lines=lines,
            net=net,
            vat=vat,
            total=net + vat,
            credit=min(self.credit, net + vat),
            issued=today,
            due=today + timedelta(days=DAYS_TO_PAY),
            up_to=owed.up_to,
            seller=seller,
            buyer=buyer,
        )
        return (closed, issued)

    def record_payment(self, *, number: str, code: str, amount: Money) -> Facts:
        """Learn that an invoice was paid, whole, in part, or more. Nothing new: this payment is known.

        Raises: CodeIsNotPossible, AmountIsNotPossible, InvoiceIsUnknown, CodeIsKnown.
        """
        if not _CODE.fullmatch(code):
            raise CodeIsNotPossible(code)
        if amount.cents <= 0 or amount.currency != "KES":
            raise AmountIsNotPossible(str(amount))
        invoice = self.invoice(number)
        if invoice is None:
            raise InvoiceIsUnknown(number)
        known = [each for bill in self.invoices for each in bill.payments if each.code == code]
        if known:
            if (known[0].number, known[0].amount) == (number, amount):
                return ()
            raise CodeIsKnown(f"{code} paid {known[0].amount} of {known[0].number}")
        beyond = max(amount - invoice.outstanding, Money.zero())
        return (InvoicePaymentRecorded(number=number, code=code, amount=amount, beyond=beyond),)
