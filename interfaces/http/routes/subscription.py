"""Routes of what a boutique pays for Dukani: its plan, its bill, its invoices."""

from typing import Annotated, Final
from uuid import uuid4

from fastapi import APIRouter, Path, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from application.commands import ChoosePlan
from interfaces.http.csv_files import CSV, as_csv
from interfaces.http.deps import Deps
from interfaces.http.pdf_files import as_pdf
from interfaces.http.schemas.subscription import SubscriptionCard
from interfaces.http.sessions import SignedIn
from interfaces.http.views import subscription

router = APIRouter(tags=["subscription"])

_PDF: Final[dict[int | str, dict[str, object]]] = {200: {"content": {"application/pdf": {}}}}
InvoiceNumber = Annotated[str, Path(pattern=r"^INV-[0-9A-Z]{6}-[0-9]{4,8}$")]


class ChosenPlan(BaseModel):
    """The plan that an owner wants from the next month on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    plan: Annotated[str, Field(min_length=1, max_length=60)]


@router.get("/subscription")
def read_subscription(session: SignedIn, deps: Deps) -> SubscriptionCard:
    """What the boutique pays, what this month comes to so far, and its invoices."""
    return subscription.subscription(session.boutique, deps)


@router.put("/subscription/plan")
def choose_plan(session: SignedIn, deps: Deps, asked: ChosenPlan) -> SubscriptionCard:
    """Take an offered plan from the next month on."""
    chosen = ChoosePlan(asked.plan, deps.billing.offered)
    deps.office.decide(session.boutique, session.person, chosen, uuid4())
    return subscription.subscription(session.boutique, deps)


@router.get("/subscription/entries.csv", response_class=StreamingResponse, responses={**CSV})
def export_ledger(session: SignedIn, deps: Deps) -> StreamingResponse:
    """Every entry of the boutique's ledger as CSV."""
    return as_csv("ledger", subscription.entries(session.boutique, deps))


@router.get("/subscription/invoices/{number}/invoice.pdf", response_class=Response, responses={**_PDF})
def print_invoice(session: SignedIn, deps: Deps, number: InvoiceNumber) -> Response:
    """An invoice as it was issued, and what was paid of it."""
    return as_pdf(number, subscription.paper(session.boutique, deps, number))
