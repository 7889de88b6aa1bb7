"""The orders as the dashboard shows them."""

from typing import Any, Final, TypeVar

from psycopg import Connection
from pydantic import ValidationError

from application.delivery import DeliveryAddress
from domain.identity import BoutiqueId, OrderId
from domain.money import Money
from domain.order.events import OrderLine
from domain.staff.events import Role
from interfaces.http.cursors import Cursor, Slice
from interfaces.http.deps import DashboardDeps
from interfaces.http.problems import not_found
from interfaces.http.schemas import (
    Amount,
    CustomerCard,
    KeptMoney,
    Order,
    OrderedPiece,
    OrderRow,
    OrderStatus,
    OrderStep,
    Page,
    PaymentAttempt,
    PaymentCard,
)
from interfaces.http.views.masking import HIDDEN, masked, reveals
from interfaces.http.views.people import cards, opened
from interfaces.http.views.products import picture_path
from projections import order_lists, payments, product_index, refunds
from projections import orders as order_rows
from projections.order_lists import AskedOrders
from projections.refunds import RefundRow

_V = TypeVar("_V")

_STEPS: Final = {
    OrderStatus.AWAITING_PAYMENT: [OrderStep.CANCEL],
    OrderStatus.PAID: [OrderStep.PACK, OrderStep.TAKE_BACK, OrderStep.CANCEL],
    OrderStatus.PACKED: [OrderStep.COURIER, OrderStep.DELIVER, OrderStep.TAKE_BACK, OrderStep.CANCEL],
    OrderStatus.WITH_COURIER: [OrderStep.DELIVER, OrderStep.TAKE_BACK],
    OrderStatus.DELIVERED: [OrderStep.TAKE_BACK],
}


def orders(
    boutique: BoutiqueId, deps: DashboardDeps, part: Slice, asked: AskedOrders, role: Role
) -> Page[OrderRow]:
    """The orders, the latest first."""
    with deps.door(boutique) as conn:
        rows = order_lists.listed(boutique, conn, asked, part.limit + 1, part.after)
        people = cards(boutique, conn, deps.vault, (row.customer for row in rows), role)
    shown = rows[: part.limit]
    more = len(rows) > part.limit and shown[-1].placed_at
    return Page(
        items=[listed(row, people[_there(row.customer)]) for row in shown],
        next_cursor=Cursor(more, shown[-1].order_id).token() if more else None,
    )


def order(boutique: BoutiqueId, deps: DashboardDeps, wanted: OrderId, role: Role) -> Order:
    """One order, whole; her number and place for who brings it to her, masked for who only reads.

    Raises: ProblemFound 404 for an order that is not this boutique's."""
    with deps.door(boutique) as conn:
        row = order_rows.one(boutique, conn, wanted)
        if row is None:
            raise not_found()
        people = cards(boutique, conn, deps.vault, [row.customer], role, whole=True)
        paid = payments.of_order(boutique, conn, wanted)
        lines = _lines(boutique, conn, row)
        kept = [_kept(each) for each in refunds.kept(boutique, conn, _there(row.payment))]
    parts = lines, _payment(paid) if paid else None, kept
    told = _whole(boutique, deps, row, people[_there(row.customer)], parts)
    return told if reveals(role) else _masked(told)


def must_exist(boutique: BoutiqueId, deps: DashboardDeps, wanted: OrderId) -> OrderId:
    """The order, if it is this boutique's. Raises: ProblemFound 404."""
    with deps.door(boutique) as conn:
        if order_rows.one(boutique, conn, wanted) is None:
            raise not_found()
    return wanted


def listed(row: order_rows.OrderRow, customer: CustomerCard) -> OrderRow:
    """An order as a line of a list."""
    titles = [line.title for line in _agreed(row)]
    return OrderRow(
        id=row.order_id,
        number=row.number,
        customer=customer,
        status=OrderStatus(row.status),
        total=_amount(row, row.total),
        pieces=row.pieces,
        first_title=titles[0] if titles else "",
        delivery_area=row.delivery_area,
        placed_at=_there(row.placed_at),
        paid_at=row.paid_at,
    )


def _whole(
    boutique: BoutiqueId,
    deps: DashboardDeps,
    row: order_rows.OrderRow,
    customer: CustomerCard,
    parts: tuple[list[OrderedPiece], PaymentCard | None, list[KeptMoney]],
) -> Order:
    status = OrderStatus(row.status)
    return Order(
        id=row.order_id,
        number=row.number,
        customer=customer,
        conversation=_there(row.conversation),
        status=status,
        lines=parts[0],
        delivery_area=row.delivery_area,
        delivery_fee=_amount(row, row.delivery_fee),
        discount=_discount(row),
        total=_amount(row, row.total),
        address=address_of(opened(boutique, deps.vault, row.address)),
        paying_number=opened(boutique, deps.vault, row.paying_number),
        courier=row.courier,
        tracking=row.tracking,
        tracking_link=row.tracking_link,
        cancel_reason=row.cancel_reason,
        payment=parts[1],
        kept=parts[2],
        placed_at=_there(row.placed_at),
        pay_until=_there(row.pay_until),
        paid_at=row.paid_at,
        packed_at=row.packed_at,
        handed_over_at=row.handed_over_at,
        delivered_at=row.delivered_at,
        going_back=_amount(row, row.outstanding),
        gone_back=_amount(row, row.refunded),
        may_go_back=_amount(row, row.may_go_back),
        steps=_STEPS.get(status, []),
    )


def _masked(told: Order) -> Order:
    return told.model_copy(
        update={
            "paying_number": masked(told.paying_number) if told.paying_number else None,
            "address": HIDDEN if told.address else None,
        }
    )


def _lines(boutique: BoutiqueId, conn: Connection[Any], row: order_rows.OrderRow) -> list[OrderedPiece]:
    lines = _agreed(row)
    pieces = product_index.pieces(boutique, conn, [line.product for line in lines])
    return [
        OrderedPiece(
            product=line.product,
            variant=line.variant,
            title=line.title,
            size=line.size.label,
            quantity=line.quantity,
            unit_price=Amount.of(line.unit_price),
            total=Amount.of(line.total),
            list_price=Amount.of(line.list_price or line.unit_price),
            list_total=Amount.of(line.list_total),
            taken_back=row.taken_back_of(line.variant),
            picture=picture_path(pieces[line.product].pictures) if line.product in pieces else None,
        )
        for line in lines
    ]


def _discount(row: order_rows.OrderRow) -> Amount | None:
    """What was taken off the list prices of all its pieces; None where nothing was."""
    off = sum(line.list_total.cents - line.total.cents for line in _agreed(row))
    return _amount(row, off) if off else None


def _agreed(row: order_rows.OrderRow) -> list[OrderLine]:
    return [OrderLine.model_validate(line) for line in row.lines]


def _payment(row: payments.PaymentRow) -> PaymentCard:
    return PaymentCard(
        id=row.payment,
        state=row.state,
        provider=row.provider,
        requested=Amount.of(Money(cents=row.requested, currency=row.currency)),
        received=Amount.of(Money(cents=row.received, currency=row.currency)),
        receipt=row.receipt,
        attempts=[PaymentAttempt.model_validate(one) for one in row.attempts],
    )


def _kept(row: RefundRow) -> KeptMoney:
    return KeptMoney(
        payment=row.payment,
        refund=row.refund,
        amount=Amount.of(Money(cents=row.amount, currency=row.currency)),
        reason=row.reason,
        kept_by=row.decided_by or "",
        kept_for=row.declined_for,
        at=_there(row.at),
    )


def address_of(text: str | None) -> str | None:
    """The place as she said it, with the pin where she dropped one; None where it is not kept."""
    if text is None:
        return None
    try:
        address = DeliveryAddress.model_validate_json(text)
    except ValidationError:
        return text
    pin = f"({address.latitude}, {address.longitude})" if address.is_pin else ""
    return " ".join(part for part in (address.words, pin) if part)


def _amount(row: order_rows.OrderRow, cents: int) -> Amount:
    return Amount.of(Money(cents=cents, currency=row.currency))


def _there(value: _V | None) -> _V:
    """A value that the table never leaves empty, though the row begins without it."""
    if value is None:
        raise LookupError("a column that is never empty was empty")
    return value
