"""What is asked of a boutique's subscription: its terms, its months and its invoices."""

from dataclasses import dataclass
from datetime import date

from application.commands.command import Command
from domain.money import Money
from domain.subscription.events import Party
from domain.subscription.subscription import Owed
from domain.subscription.terms import Terms


@dataclass(frozen=True, slots=True)
class AgreeTerms(Command):
    """Let the boutique pay so from a month on: the operator's word. `starts` is the month's first day."""

    terms: Terms
    starts: date


@dataclass(frozen=True, slots=True)
class ChoosePlan(Command):
    """Take one of the plans offered, from the next month on: the owner's word."""

    plan: str
    offered: tuple[Terms, ...]


@dataclass(frozen=True, slots=True)
class CloseMonth(Command):
    """Charge a month that is over, and bill what is owed by then. `seller` sends the invoice."""

    month: date
    owed: Owed
    seller: Party


@dataclass(frozen=True, slots=True)
class RecordInvoicePayment(Command):
    """The boutique paid an invoice, by this code of M-Pesa's."""

    number: str
    code: str
    amount: Money
