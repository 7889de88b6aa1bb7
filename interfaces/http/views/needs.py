"""What waits for a person of the shop now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from application.reactors.query_refund import ASKED_FOR
from domain.calendar import NAIROBI
from domain.identity import BoutiqueId
from domain.money import Money
from domain.staff.events import Role
from interfaces.http.deps import DashboardDeps
from interfaces.http.schemas import Amount, CustomerCard, Need, NeedKind, Needs
from interfaces.http.views.orders import listed
from interfaces.http.views.people import cards
from projections import chats, deposits, order_lists, orders, payments, refunds
from projections.deposits import DepositRow
from projections.inbox import ChatRow
from projections.orders import OrderRow, Status
from projections.refunds import RefundRow

EACH: Final = 3
"""Of each kind, at most."""

DOUBTED_FOR: Final = timedelta(days=1)
"""So long a refund in doubt is left to our own questions: an owner who is asked sooner pays it twice."""

_WAITING: Final = {NeedKind.PACK: Status.PAID, NeedKind.HAND_OVER: Status.PACKED}


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An order in which something waits, and since when; `amount` where it is about less than all of it."""

    kind: NeedKind
    order: OrderRow
    since: datetime | None
    amount: Money | None = None


def needs(boutique: BoutiqueId, deps: DashboardDeps, role: Role) -> Needs:
    """What waits, the most pressing first; what the boutique owes is for its owners alone."""
    owed = _invoices(boutique, deps) if role is Role.OWNER else ()
    with deps.door(boutique) as conn:
        waiting = [*_money(boutique, conn, deps.clock.now()), *_goods(boutique, conn)]
        loose = deposits.longest_waiting(boutique, conn, EACH)
        asking = chats.longest_waiting(boutique, conn, EACH)
        whose = [each.order.customer for each in waiting]
        people = cards(boutique, conn, deps.vault, [*whose, *(chat.customer for chat in asking)], role)
    return Needs(needs=[*_chats(asking, people), *_loose(loose), *_orders(waiting, people), *owed])


def _money(boutique: BoutiqueId, conn: Connection[Any], now: datetime) -> Iterator[_Waiting]:
    """What is in doubt, before what only wants to be done."""
    doubtful = [row.order_id for row in payments.wanting_eyes(boutique, conn, EACH) if row.order_id]
    for order in orders.some(boutique, conn, doubtful).values():
        yield _Waiting(NeedKind.CHECK_PAYMENT, order, order.paid_at or order.placed_at)
    unknown = refunds.unknown(boutique, conn, now - DOUBTED_FOR, now - ASKED_FOR, EACH)
    yield from _refunds(boutique, conn, NeedKind.CHECK_REFUND, unknown)
    wished = refunds.requested(boutique, conn, EACH)
    yield from _refunds(boutique, conn, NeedKind.APPROVE_REFUND, wished)
    for order in order_lists.with_nothing_under_way(boutique, conn, EACH):
        amount = Money(cents=order.outstanding, currency=order.currency)
        yield _Waiting(NeedKind.REFUND, order, order.paid_at or order.placed_at, amount)
    failed = refunds.failed(boutique, conn, EACH)
    yield from _refunds(boutique, conn, NeedKind.REFUND, failed)


def _goods(boutique: BoutiqueId, conn: Connection[Any]) -> Iterator[_Waiting]:
    for kind, status in _WAITING.items():
        for order in order_lists.longest_waiting(boutique, conn, status, EACH):
            yield _Waiting(kind, order, order.packed_at or order.paid_at or order.placed_at)


def _refunds(
    boutique: BoutiqueId, conn: Connection[Any], kind: NeedKind, rows: Sequence[RefundRow]
) -> Iterator[_Waiting]:
    paid = payments.PAYMENTS.load(conn, boutique, {row.payment for row in rows})
    ids = {row.payment: row.order_id for row in paid.values() if row.order_id}
    known = orders.some(boutique, conn, list(ids.values()))
    for row in rows:
        order = known.get(ids[row.payment]) if row.payment in ids else None
        if order:
            yield _Waiting(kind, order, row.at, Money(cents=row.amount, currency=row.currency))


def _chats(rows: Iterable[ChatRow], people: Mapping[UUID, CustomerCard]) -> Iterator[Need]:
    for row in rows:
        if row.customer and row.last_at:
            yield Need(
                kind=NeedKind.ANSWER,
                since=row.last_at,
                customer=people[row.customer],
                order=None,
                conversation=row.conversation,
                reason=row.reason,
            )


def _loose(rows: Iterable[DepositRow]) -> Iterator[Need]:
    for row in rows:
        if row.paid_at:
            yield Need(
                kind=NeedKind.CLAIM_MONEY,
                since=row.paid_at,
                customer=None,
                order=None,
                conversation=None,
                reason=row.reason,
                amount=Amount.of(Money(cents=row.amount, currency=row.currency)),
            )


def _invoices(boutique: BoutiqueId, deps: DashboardDeps) -> Iterator[Need]:
    """Those that are to be paid, the oldest first."""
    for invoice in deps.office.subscription(boutique).invoices:
        if invoice.outstanding.cents:
            yield Need(
                kind=NeedKind.PAY_INVOICE,
                since=datetime.combine(invoice.issued.issued, time(), NAIROBI),
                customer=None,
                order=None,
                conversation=None,
                reason=invoice.issued.number,
                amount=Amount.of(invoice.to_pay),
                due=invoice.issued.due,
            )


def _orders(waiting: Iterable[_Waiting], people: Mapping[UUID, CustomerCard]) -> Iterator[Need]:
    for each in waiting:
        order = each.order
        if order.customer and each.since:
            card = people[order.customer]
            yield Need(
                kind=each.kind,
                since=each.since,
                customer=card,
                order=listed(order, card),
                conversation=order.conversation,
                reason=None,
                amount=Amount.of(each.amount) if each.amount else None,
            )
