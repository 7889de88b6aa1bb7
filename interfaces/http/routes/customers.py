"""Routes of the customers: who they are, and what an owner does about them."""

from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import StreamingResponse

from domain.identity import CustomerId
from interfaces.http.csv_files import CSV, as_csv
from interfaces.http.cursors import Sliced
from interfaces.http.deps import Deps
from interfaces.http.problems import ProblemFound
from interfaces.http.schemas import Page
from interfaces.http.schemas.customers import (
    CustomerExport,
    CustomerProfile,
    CustomerRow,
    ErasureProof,
    ErasureSure,
    Joining,
)
from interfaces.http.sessions import SignedIn
from interfaces.http.views import customer_list, customers
from projections.customer_lists import AskedCustomers, Group

router = APIRouter(prefix="/customers", tags=["customers"])


def asked_customers(
    q: Annotated[str | None, Query(max_length=80)] = None,
    group: Annotated[Group | None, Query()] = None,
    label: Annotated[UUID | None, Query()] = None,
) -> AskedCustomers:
    """Which customers are asked for; with `q` those whose name or number has it."""
    return AskedCustomers(q, group, label)


Filtered = Annotated[AskedCustomers, Depends(asked_customers)]


@router.get("")
def list_customers(session: SignedIn, deps: Deps, part: Sliced, asked: Filtered) -> Page[CustomerRow]:
    """The customers asked for, the latest met first."""
    return customer_list.customer_list(session.boutique, deps, part, asked, session.role)


@router.get(".csv", response_class=StreamingResponse, responses={**CSV})
def export_customers(session: SignedIn, deps: Deps, asked: Filtered) -> StreamingResponse:
    """Exactly the customers asked for as CSV."""
    return as_csv("customers", customer_list.file(session.boutique, deps, asked, session.role))


@router.get("/{customer}")
def read_customer(session: SignedIn, deps: Deps, customer: UUID) -> CustomerProfile:
    """All that the shop knows of her."""
    return customers.profile(session.boutique, deps, CustomerId(customer), session.role)


@router.get("/{customer}/export")
def export_customer(session: SignedIn, deps: Deps, response: Response, customer: UUID) -> CustomerExport:
    """Everything of hers that can be read, as a file for herself."""
    response.headers["Content-Disposition"] = f'attachment; filename="customer-{customer}.json"'
    response.headers["Cache-Control"] = "private, no-store"
    return customers.export(session.boutique, deps, CustomerId(customer), session.role)


@router.post("/{customer}/join")
def join_customers(session: SignedIn, deps: Deps, customer: UUID, same: Joining) -> CustomerProfile:
    """Another record is the same person."""
    known = customers.records_of(session.boutique, deps, CustomerId(customer))[0]
    customers.records_of(session.boutique, deps, CustomerId(same.other))
    deps.customers.join(session.boutique, known, CustomerId(same.other), uuid4())
    return customers.profile(session.boutique, deps, known, session.role)


@router.post("/{customer}/forget")
def forget_customer(session: SignedIn, deps: Deps, customer: UUID, sure: ErasureSure) -> ErasureProof:
    """Destroy all that can be read of her, and show what was destroyed. Nothing brings it back."""
    records = customers.records_of(session.boutique, deps, CustomerId(customer))
    if sure.typed.strip().casefold() not in customers.called(session.boutique, deps, records[0]):
        raise ProblemFound(409, "not-sure", "Type what she is called, exactly as it stands here")
    erased = deps.customers.forget(session.boutique, records, uuid4())
    done, emptied = erased.done, erased.done.emptied
    return ErasureProof(
        customer=customer,
        at=deps.clock.now(),
        values=done.sealed,
        messages=emptied.messages,
        callbacks=emptied.callbacks,
        callbacks_left=emptied.callbacks_left,
        pictures=emptied.pictures,
        orders_closed=len(done.orders_closed),
        key_destroyed=True,
        log_whole=erased.log_whole,
    )
