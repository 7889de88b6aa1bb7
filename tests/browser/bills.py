"""The stub's subscription: a boutique that pays a share of its sales, and one invoice late."""

from datetime import date

from domain.subscription.events import LineKind
from interfaces.http.schemas.subscription import Bill, BillLine, InvoiceCard, PlanCard, SubscriptionCard
from tests.browser.shelf import shillings

SHARE = PlanCard(name="Share", fee=shillings(0), percent=3)
MONTHLY = PlanCard(name="Monthly", fee=shillings(2_900), percent=0)


def subscription(*, empty: bool, chosen: str | None) -> SubscriptionCard:
    """What an owner is told; a plan that she chose comes in December."""
    coming = next((plan for plan in (MONTHLY,) if plan.name == chosen), None)
    lines = [
        BillLine(kind=LineKind.SALES, percent=3, entries=38, goods=shillings(96_400), net=shillings(2_892)),
        BillLine(kind=LineKind.REFUNDS, percent=3, entries=1, goods=shillings(-2_500), net=shillings(-75)),
    ]
    invoices = [
        InvoiceCard(
            number=f"INV-7F3K9Q-000{number}", month=date(2026, month, 1), due=date(2026, month + 1, 15),
            total=shillings(total), pay=shillings(pay), overdue=bool(pay),
        )
        for number, month, total, pay in ((3, 10, 3_412, 3_412), (2, 9, 2_987, 0), (1, 8, 1_204, 0))
    ]  # fmt: skip
    return SubscriptionCard(
        plan=SHARE,
        next=coming and coming.model_copy(update={"starts": date(2026, 12, 1)}),
        offered=[MONTHLY, SHARE],
        bill=Bill(
            month=date(2026, 11, 1), lines=[] if empty else lines, vat=shillings(0 if empty else 450),
            total=shillings(0 if empty else 3_267),
        ),
        invoices=[] if empty else invoices,
        credit=shillings(0 if empty else 40),
        paybill=None if empty else "522533",
    )  # fmt: skip
