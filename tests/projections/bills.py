"""What a boutique agrees, is billed and pays for Dukani, made up for its life."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from domain.fact import Fact
from domain.money import Money
from domain.subscription.events import (
    InvoiceIssued,
    InvoiceLine,
    InvoicePaymentRecorded,
    LineKind,
    MonthClosed,
    Party,
    TermsAgreed,
)
from domain.subscription.terms import Terms

KES = Money.shillings
SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)
SHARE = Terms(plan="share", monthly_fee=KES(0), commission_basis_points=300)
BOTH = Terms(plan="both", monthly_fee=KES(1_000), commission_basis_points=200)
MONTHLY = Terms(plan="monthly", monthly_fee=KES(2_900), commission_basis_points=0)
FEE = InvoiceLine(kind=LineKind.FEE, basis_points=0, entries=1, goods=KES(0), net=KES(1_000), vat=KES(160))

Tell = Callable[..., None]


def agree(boutique: UUID, tell: Tell) -> None:
    """It pays a share of what it sells from its first month on."""
    tell("subscription", boutique, TermsAgreed(terms=SHARE, starts=SEPTEMBER))


def bill(boutique: UUID, tell: Tell, up_to: int) -> None:
    """Its month is closed, billed, and paid too well; the next invoice takes what was too much."""
    facts: list[Fact] = []
    for number, month, credit in (("INV-1", SEPTEMBER, KES(0)), ("INV-2", OCTOBER, KES(40))):
        issued = InvoiceIssued(
            number=number,
            month=month,
            lines=(FEE,),
            net=KES(1_000),
            vat=KES(160),
            total=KES(1_160),
            credit=credit,
            issued=date(2026, 10, 1),
            due=date(2026, 10, 15),
            up_to=up_to,
            seller=Party(name="Dukani"),
            buyer=Party(name="Amani"),
        )
        paid = InvoicePaymentRecorded(
            number=number, code=f"SKR4X2M9Q{number[-1]}", amount=KES(1_200), beyond=KES(40) + credit
        )
        facts += [MonthClosed(month=month, fee=KES(1_000), vat=KES(160)), issued, paid]
    tell("subscription", boutique, *facts)
