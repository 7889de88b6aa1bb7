"""Routes of the money: what waits for a person, and what goes back."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse

from domain.money import Money
from interfaces.http.csv_files import CSV, as_csv
from interfaces.http.deps import Deps
from interfaces.http.schemas.money import (
    DepositClaim,
    DepositReturn,
    RefundDone,
    RefundKept,
    RefundWish,
    WaitingMoney,
)
from interfaces.http.sessions import SignedIn
from interfaces.http.views import money, money_file
from interfaces.http.views.money import AskedMoney, MoneyKind

router = APIRouter(prefix="/money", tags=["money"])


def asked_money(
    kind: Annotated[MoneyKind | None, Query()] = None,
    q: Annotated[str | None, Query(max_length=80)] = None,
) -> AskedMoney:
    """Which money is asked for; with `q` what has it in its sum, receipt, order or reference."""
    return AskedMoney(kind, q)


Filtered = Annotated[AskedMoney, Depends(asked_money)]


@router.get("")
def read_money(session: SignedIn, deps: Deps, asked: Filtered) -> WaitingMoney:
    """Money that belongs to no order yet, and refunds that are not done."""
    return money.waiting_money(session.boutique, deps, asked, session.role)


@router.get(".csv", response_class=StreamingResponse, responses={**CSV})
def export_money(session: SignedIn, deps: Deps, asked: Filtered) -> StreamingResponse:
    """Exactly the money asked for as CSV."""
    return as_csv("money", money_file.file(session.boutique, deps, asked, session.role))


@router.post("/deposits/{deposit}/claim", status_code=204)
def claim_deposit(session: SignedIn, deps: Deps, deposit: UUID, asked: DepositClaim) -> None:
    """Count the money for an order."""
    known = money.deposit_here(session.boutique, deps, deposit)
    payment = money.payment_of_number(session.boutique, deps, asked.order)
    deps.money.claim(session.boutique, session.role, known, payment)


@router.post("/deposits/{deposit}/return", status_code=204)
def return_deposit(session: SignedIn, deps: Deps, deposit: UUID, asked: DepositReturn) -> None:
    """Note that the money was given back by hand."""
    known = money.deposit_here(session.boutique, deps, deposit)
    deps.money.give_back(session.boutique, session.role, known, asked.note)


@router.post("/refunds", status_code=204)
def request_refund(session: SignedIn, deps: Deps, asked: RefundWish) -> None:
    """Wish that money goes back; above the boutique's limit its owner decides."""
    payment = money.payment_here(session.boutique, deps, asked.payment)
    amount = Money(cents=asked.cents)
    told = asked.receipt, asked.reason
    deps.money.request(session.boutique, session.role, payment, amount, told)


@router.post("/refunds/{payment}/{refund}/approve", status_code=204)
def approve_refund(session: SignedIn, deps: Deps, payment: UUID, refund: int) -> None:
    """Let the money go back."""
    known = money.payment_here(session.boutique, deps, payment)
    deps.money.approve(session.boutique, session.role, known, refund)


@router.post("/refunds/{payment}/{refund}/decline", status_code=204)
def decline_refund(session: SignedIn, deps: Deps, payment: UUID, refund: int, asked: RefundKept) -> None:
    """Keep the money, and say why."""
    known = money.payment_here(session.boutique, deps, payment)
    deps.money.decline(session.boutique, session.role, known, refund, asked.reason)


@router.post("/refunds/{payment}/{refund}/again", status_code=204)
def ask_refund_again(session: SignedIn, deps: Deps, payment: UUID, refund: int) -> None:
    """Wish anew for money that was kept."""
    known = money.payment_here(session.boutique, deps, payment)
    deps.money.ask_again(session.boutique, session.role, known, refund)


@router.post("/refunds/{payment}/{refund}/done", status_code=204)
def record_refund(session: SignedIn, deps: Deps, payment: UUID, refund: int, asked: RefundDone) -> None:
    """Note that the money went back by hand."""
    known = money.payment_here(session.boutique, deps, payment)
    deps.money.record(session.boutique, session.role, known, refund, asked.reference)
