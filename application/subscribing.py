"""Subscribing: what a boutique pays for Dukani, month by month."""

from collections.abc import Callable
from datetime import date

from application.commands import AgreeTerms, ChoosePlan, CloseMonth, RecordInvoicePayment
from application.unit import Unit
from domain.boutique.boutique import Boutique
from domain.identity import BoutiqueId, spoken
from domain.subscription.events import Party
from domain.subscription.subscription import Owed, Subscription

Owing = Callable[[BoutiqueId, date], Owed | None]
"""What the ledger holds for a month and those before it, unbilled; None while it is behind the log."""


def series_of(boutique: BoutiqueId) -> str:
    """By what a boutique's invoices are known, before their numbers."""
    return spoken(boutique)


def agree_terms(command: AgreeTerms, unit: Unit) -> None:
    """Let it pay so. Raises: TermsAreNotPossible, MonthIsOver."""
    unit.tell(
        Subscription,
        unit.boutique,
        lambda known: known.agree(command.terms, starts=command.starts, now=unit.now),
    )


def choose_plan(command: ChoosePlan, unit: Unit) -> None:
    """Take the plan. Raises: PlanIsNotOffered, TermsAreNotPossible."""
    unit.tell(
        Subscription,
        unit.boutique,
        lambda known: known.choose(command.plan, command.offered, now=unit.now),
    )


def close_month(command: CloseMonth, unit: Unit) -> None:
    """Close it. Raises: MonthIsNotDue, BooksAreBehind."""
    shop = unit.get(Boutique, unit.boutique)
    pin = shop.profile.kra_pin if shop.profile else ""
    place = ", ".join(filter(None, (shop.street, shop.town)))
    buyer = Party(name=shop.name, pin=pin, place=place)
    unit.tell(
        Subscription,
        unit.boutique,
        lambda known: known.close_month(
            command.month,
            command.owed,
            series=series_of(unit.boutique),
            seller=command.seller,
            buyer=buyer,
            now=unit.now,
        ),
    )


def record_invoice_payment(command: RecordInvoicePayment, unit: Unit) -> None:
    """It was paid. Raises: CodeIsNotPossible, AmountIsNotPossible, InvoiceIsUnknown, CodeIsKnown."""
    unit.tell(
        Subscription,
        unit.boutique,
        lambda known: known.record_payment(number=command.number, code=command.code, amount=command.amount),
    )
