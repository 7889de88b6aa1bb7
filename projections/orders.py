"""The orders of a boutique: the list, one order whole, and the day's totals.

The address and the paying number stay sealed here; whoever shows them opens them at that moment.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Final, NamedTuple
from uuid import UUID

from psycopg import Connection

from domain.fact import Recorded
from domain.identity import BoutiqueId, CustomerId, OrderId
from domain.order.events import (
    OrderCancelled,
    OrderDelivered,
    OrderExpired,
    OrderHandedToCourier,
    OrderPacked,
    OrderPaid,
    OrderPiecesTakenBack,
    OrderPlaced,
    OrderRefundDeclined,
    OrderRefunded,
    PiecesOf,
    RefundDue,
)
from projections import buyers
from projections.fold import Fold, fold_streams
from projections.table import Json, Table


class Status(StrEnum):
    """How far an order has come."""

    AWAITING_PAYMENT = "awaiting-payment"
    PAID = "paid"
    PACKED = "packed"
    WITH_COURIER = "with-courier"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    REFUND_DUE = "refund-due"
    REFUNDED = "refunded"
    NOT_REFUNDED = "not-refunded"


@dataclass(slots=True)
class OrderRow:
    """One order. Units: money in cents; `lines`, `taken_back`, `address` and `paying_number` are as the facts
    wrote them.

    Shape: `refund_due` is what must go back of the order's own money, `beside_due` of what came on top, and
    `kept` what of its own a person kept all the same.
    """

    order_id: UUID
    number: str = ""
    customer: UUID | None = None
    conversation: UUID | None = None
    payment: UUID | None = None
    status: str = Status.AWAITING_PAYMENT
    lines: Json = field(default_factory=list)
    pieces: int = 0
    delivery_area: str = ""
    delivery_fee: int = 0
    total: int = 0
    currency: str = "KES"
    address: Json | None = None
    paying_number: Json | None = None
    placed_at: datetime | None = None
    pay_until: datetime | None = None
    paid_at: datetime | None = None
    packed_at: datetime | None = None
    handed_over_at: datetime | None = None
    delivered_at: datetime | None = None
    closed_at: datetime | None = None
    receipt: str | None = None
    courier: str | None = None
    tracking: str | None = None
    tracking_link: str | None = None
    cancel_reason: str | None = None
    refund_due: int = 0
    beside_due: int = 0
    refunded: int = 0
    kept: int = 0
    taken_back: Json = field(default_factory=list)
    version: int = 0

    @property
    def outstanding(self) -> int:
        """What must go back and did not yet: of its own money, and of what came on top."""
        return self.refund_due + self.beside_due - self.refunded - self.kept

    def taken_back_of(self, variant: UUID) -> int:
        """How many pieces of a variant are the shop's again."""
        back = (PiecesOf.model_validate(one) for one in self.taken_back)
        return sum(one.quantity for one in back if one.variant == variant)

    @property
    def may_go_back(self) -> int:
        """What of the order's own money can still fall due: what is not due yet, and what was kept."""
        return self.total - self.refund_due + self.kept if self.paid_at else 0


ORDERS: Final = Table("orders", OrderRow, key=("order_id",))
_fold = Fold[OrderRow]()


@_fold.on(OrderPlaced)
def _placed(row: OrderRow, fact: OrderPlaced, at: Recorded[Any]) -> None:
    row.number, row.customer, row.conversation = fact.number, fact.customer, fact.conversation
    row.payment, row.pay_until, row.placed_at = fact.payment, fact.pay_until, at.at
    row.lines = [line.model_dump(mode="json") for line in fact.lines]
    row.pieces = sum(line.quantity for line in fact.lines)
    row.delivery_area, row.delivery_fee = fact.delivery_area, fact.delivery_fee.cents
    row.total, row.currency = fact.total.cents, fact.total.currency
    row.address = fact.address.model_dump(mode="json")
    row.paying_number = fact.paying_number.model_dump(mode="json")


@_fold.on(OrderPaid)
def _paid(row: OrderRow, fact: OrderPaid, at: Recorded[Any]) -> None:
    row.status, row.paid_at, row.receipt, row.closed_at = Status.PAID, at.at, fact.receipt, None


@_fold.on(OrderPacked)
def _packed(row: OrderRow, _: OrderPacked, at: Recorded[Any]) -> None:
    row.status, row.packed_at = Status.PACKED, at.at


@_fold.on(OrderHandedToCourier)
def _handed_over(row: OrderRow, fact: OrderHandedToCourier, at: Recorded[Any]) -> None:
    row.status, row.handed_over_at = Status.WITH_COURIER, at.at
    row.courier, row.tracking, row.tracking_link = fact.courier, fact.tracking, fact.link


@_fold.on(OrderDelivered)
def _delivered(row: OrderRow, _: OrderDelivered, at: Recorded[Any]) -> None:
    row.status, row.delivered_at = Status.DELIVERED, at.at


@_fold.on(OrderPiecesTakenBack)
def _taken_back(row: OrderRow, fact: OrderPiecesTakenBack, _: Recorded[Any]) -> None:
    row.taken_back = [*row.taken_back, *(back.model_dump(mode="json") for back in fact.pieces)]


@_fold.on(OrderCancelled)
def _cancelled(row: OrderRow, fact: OrderCancelled, at: Recorded[Any]) -> None:
    row.status, row.cancel_reason, row.closed_at = Status.CANCELLED, fact.reason.value, at.at


@_fold.on(OrderExpired)
def _expired(row: OrderRow, _: OrderExpired, at: Recorded[Any]) -> None:
    row.status, row.closed_at = Status.EXPIRED, at.at


@_fold.on(RefundDue)
def _refund_due(row: OrderRow, fact: RefundDue, at: Recorded[Any]) -> None:
    if fact.keeps_order:
        row.beside_due += fact.amount.cents
    else:
        anew = min(row.kept, fact.amount.cents)
        row.kept -= anew
        row.refund_due += fact.amount.cents - anew
    _given_up_if_its_own_money_goes(row, at)


@_fold.on(OrderRefunded)
def _refunded(row: OrderRow, fact: OrderRefunded, at: Recorded[Any]) -> None:
    row.refunded += fact.amount.cents
    _given_up_if_its_own_money_goes(row, at)


@_fold.on(OrderRefundDeclined)
def _declined(row: OrderRow, fact: OrderRefundDeclined, at: Recorded[Any]) -> None:
    if fact.keeps_order:
        row.beside_due -= fact.amount.cents
    else:
        row.kept += fact.amount.cents
    _given_up_if_its_own_money_goes(row, at)


def _given_up_if_its_own_money_goes(row: OrderRow, at: Recorded[Any]) -> None:
    """An order stands as it stood while only money on top of it goes back, as when it was paid twice."""
    if not row.refund_due or row.refund_due < row.total:
        return
    if row.outstanding > 0:
        row.status = Status.REFUND_DUE
        return
    row.status, row.closed_at = Status.NOT_REFUNDED if row.kept else Status.REFUNDED, at.at


class Orders:
    """The read model of orders."""

    name: ClassVar[str] = "orders"
    topics: ClassVar[frozenset[str]] = _fold.topics

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        changed = fold_streams(_fold, ORDERS, OrderRow, conn, boutique, facts)
        buyers.count_anew(boutique, conn, {row.customer for row in changed if row.customer}, PAID_AND_KEPT)

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        ORDERS.clear(conn, boutique)
        buyers.BUYERS.clear(conn, boutique)


_GIVEN_UP: Final = (Status.REFUND_DUE, Status.REFUNDED, Status.NOT_REFUNDED)

PAID_AND_KEPT: Final = f"paid_at IS NOT NULL AND status NOT IN {tuple(map(str, _GIVEN_UP))}"
"""What she paid for and kept: an order whose money must go back is none from that moment on."""


class Paid(NamedTuple):
    """What was paid in a time. Units: cents."""

    orders: int
    cents: int


def one(boutique: BoutiqueId, conn: Connection[Any], order: OrderId) -> OrderRow | None:
    """An order of this boutique; None for any other id."""
    return next(iter(ORDERS.where(conn, boutique, "order_id = %s", [order])), None)


def named(boutique: BoutiqueId, conn: Connection[Any], name: str) -> OrderId | None:
    """The order that people call by this number, or by its id; None if the boutique has none such."""
    found = ORDERS.where(conn, boutique, "number = %s OR order_id::text = %s", [name.upper(), name.lower()])
    return OrderId(found[0].order_id) if found else None


def some(boutique: BoutiqueId, conn: Connection[Any], orders: Sequence[UUID]) -> dict[UUID, OrderRow]:
    """These orders, as far as they are this boutique's."""
    return {row.order_id: row for row in ORDERS.load(conn, boutique, orders).values()}


def of_customer(
    boutique: BoutiqueId, conn: Connection[Any], customer: CustomerId, limit: int
) -> list[OrderRow]:
    """A customer's orders, the latest first."""
    return of_people(boutique, conn, [customer], limit)


def of_people(
    boutique: BoutiqueId, conn: Connection[Any], customers: Sequence[UUID], limit: int
) -> list[OrderRow]:
    """The orders of these customers together, the latest first."""
    condition = "customer = ANY(%s) ORDER BY placed_at DESC, order_id DESC LIMIT %s"
    return ORDERS.where(conn, boutique, condition, [list(customers), limit])


def paid_between(boutique: BoutiqueId, conn: Connection[Any], begin: datetime, end: datetime) -> Paid:
    """What was paid from `begin` until before `end`, whatever became of it since."""
    row = conn.execute(
        "SELECT count(*), coalesce(sum(total), 0)::bigint FROM dukani.orders"
        " WHERE boutique_id = %s AND paid_at >= %s AND paid_at < %s",
        (boutique, begin, end),
    ).fetchone()
    return Paid(*row) if row else Paid(0, 0)


def counts(boutique: BoutiqueId, conn: Connection[Any]) -> dict[Status, int]:
    """How many orders stand where."""
    rows = conn.execute(
        "SELECT status, count(*) FROM dukani.orders WHERE boutique_id = %s GROUP BY status", (boutique,)
    ).fetchall()
    return {Status(status): count for status, count in rows}
