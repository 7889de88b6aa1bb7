"""Routes of the orders: reading them, their history, and moving them on."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query

from application.commands import TakeBack
from domain.identity import OrderId, VariantId, derive
from domain.money import Money
from domain.order.events import PiecesOf
from interfaces.http.cursors import Sliced
from interfaces.http.deps import Deps, Parcel
from interfaces.http.schemas import (
    CourierHandover,
    History,
    Order,
    OrderRow,
    OrderStatus,
    Page,
    StepDone,
    TakingBack,
)
from interfaces.http.sessions import SignedIn
from interfaces.http.views import history, orders
from projections.order_lists import AskedOrders
from projections.orders import Status

router = APIRouter(prefix="/orders", tags=["orders"])

CommandKey = Annotated[str | None, Header(alias="Idempotency-Key", max_length=80)]


@dataclass(frozen=True)
class Filter:
    """Which orders are asked for. `q` is a number, a receipt or a courier's code; days are East Africa's."""

    status: Annotated[OrderStatus | None, Query()] = None
    q: Annotated[str | None, Query(max_length=60)] = None
    area: Annotated[str | None, Query(max_length=60)] = None
    since: Annotated[date | None, Query()] = None
    until: Annotated[date | None, Query()] = None


def asked_orders(asked: Annotated[Filter, Depends()]) -> AskedOrders:
    """The orders that a request asks for."""
    status = Status(asked.status.value) if asked.status else None
    return AskedOrders(status, asked.q, asked.area, asked.since, asked.until)


Filtered = Annotated[AskedOrders, Depends(asked_orders)]


@router.get("")
def list_orders(session: SignedIn, deps: Deps, part: Sliced, asked: Filtered) -> Page[OrderRow]:
    """The orders, the latest first."""
    return orders.orders(session.boutique, deps, part, asked, session.role)


@router.get("/{order}")
def read_order(session: SignedIn, deps: Deps, order: UUID) -> Order:
    """One order, whole."""
    return orders.order(session.boutique, deps, OrderId(order), session.role)


@router.get("/{order}/history")
def read_history(session: SignedIn, deps: Deps, order: UUID) -> History:
    """All that happened around an order, in the order of the log."""
    return history.history(session.boutique, deps, OrderId(order), session.role)


@router.post("/{order}/pack")
def pack_order(session: SignedIn, deps: Deps, order: UUID, key: CommandKey = None) -> StepDone:
    """The pieces are packed."""
    known = orders.must_exist(session.boutique, deps, OrderId(order))
    deps.desk.pack(session.boutique, known, _command(order, "pack", key))
    return StepDone(order=order, status=OrderStatus.PACKED)


@router.post("/{order}/courier")
def hand_order_to_courier(
    session: SignedIn, deps: Deps, order: UUID, taken_by: CourierHandover, key: CommandKey = None
) -> StepDone:
    """A courier took the parcel."""
    known = orders.must_exist(session.boutique, deps, OrderId(order))
    command = _command(order, "courier", key)
    parcel = Parcel(taken_by.courier, taken_by.tracking, taken_by.link)
    deps.desk.hand_to_courier(session.boutique, known, command, parcel)
    return StepDone(order=order, status=OrderStatus.WITH_COURIER)


@router.post("/{order}/deliver")
def deliver_order(session: SignedIn, deps: Deps, order: UUID, key: CommandKey = None) -> StepDone:
    """The customer has her parcel."""
    known = orders.must_exist(session.boutique, deps, OrderId(order))
    deps.desk.deliver(session.boutique, known, _command(order, "deliver", key))
    return StepDone(order=order, status=OrderStatus.DELIVERED)


@router.post("/{order}/cancel")
def cancel_order(session: SignedIn, deps: Deps, order: UUID, key: CommandKey = None) -> StepDone:
    """The shop gives the order up."""
    known = orders.must_exist(session.boutique, deps, OrderId(order))
    money_goes_back = deps.desk.cancel(session.boutique, known, _command(order, "cancel", key))
    return StepDone(order=order, status=OrderStatus.REFUND_DUE if money_goes_back else OrderStatus.CANCELLED)


@router.post("/{order}/take-back", status_code=204)
def take_order_back(
    session: SignedIn, deps: Deps, order: UUID, asked: TakingBack, key: CommandKey = None
) -> None:
    """Pieces of a paid order come back, or some of its money goes back."""
    known = orders.must_exist(session.boutique, deps, OrderId(order))
    pieces = tuple(PiecesOf(variant=VariantId(one.variant), quantity=one.quantity) for one in asked.pieces)
    wish = TakeBack(known, pieces, Money(cents=asked.refund), asked.reason, asked.on_shelf)
    deps.desk.take_back(session.boutique, _command(order, "take-back", key), wish)


def _command(order: UUID, step: str, key: str | None) -> UUID:
    """A step happens once in an order's life: without a key its name is enough to know a repetition."""
    return derive(order, "dashboard", step, key or "")
