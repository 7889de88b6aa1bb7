"""Routes of orders as files: CSV, packing slips, receipts."""

from typing import Final
from uuid import UUID

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse

from domain.identity import OrderId
from interfaces.http.csv_files import CSV, as_csv
from interfaces.http.deps import Deps
from interfaces.http.pdf_files import as_pdf
from interfaces.http.routes.orders import Filtered
from interfaces.http.sessions import SignedIn
from interfaces.http.views import order_files

router = APIRouter(tags=["orders"])

_PDF: Final[dict[int | str, dict[str, object]]] = {200: {"content": {"application/pdf": {}}}}


@router.get("/orders.csv", response_class=StreamingResponse, responses={**CSV})
def export_orders(session: SignedIn, deps: Deps, asked: Filtered) -> StreamingResponse:
    """Exactly the orders asked for as CSV."""
    return as_csv("orders", order_files.file(session.boutique, deps, asked, session.role))


@router.get("/packing-slips.pdf", response_class=Response, responses={**_PDF})
def print_slips(session: SignedIn, deps: Deps, asked: Filtered) -> Response:
    """A packing slip for each order asked for, up to a hundred."""
    return as_pdf("packing-slips", order_files.slips_of(session.boutique, deps, asked, session.role))


@router.get("/orders/{order}/packing-slip.pdf", response_class=Response, responses={**_PDF})
def print_slip(session: SignedIn, deps: Deps, order: UUID) -> Response:
    """What goes into a parcel, and to whom."""
    return as_pdf("packing-slip", order_files.slips(session.boutique, deps, [OrderId(order)], session.role))


@router.get("/orders/{order}/receipt.pdf", response_class=Response, responses={**_PDF})
def print_receipt(session: SignedIn, deps: Deps, order: UUID) -> Response:
    """What a customer bought, and how it was paid."""
    return as_pdf("receipt", order_files.receipt_of(session.boutique, deps, OrderId(order), session.role))
