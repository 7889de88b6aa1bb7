"""What waits for a person of the shop now."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from domain.identity import BoutiqueId
from interfaces.http.deps import DashboardDeps
from interfaces.http.schemas import CustomerCard, Need, NeedKind, Needs
from interfaces.http.views.orders import listed
from interfaces.http.views.people import cards
from projections import chats, orders, payments
from projections.inbox import ChatRow
from projections.orders import OrderRow, Status

EACH: Final = 3
"""Of each kind, at most."""

_WAITING: Final = {
    NeedKind.PACK: Status.PAID,
    NeedKind.REFUND: Status.REFUND_DUE,
    NeedKind.HAND_OVER: Status.PACKED,
}


def needs(boutique: BoutiqueId, deps: DashboardDeps) -> Needs:
    """What waits, the most pressing first."""
    with deps.door(boutique) as conn:
        waiting = dict(_waiting(boutique, conn))
        asking = chats.longest_waiting(boutique, conn, EACH)
        whose = [row.customer for found in waiting.values() for row in found]
        people = cards(boutique, conn, deps.vault, [*whose, *(chat.customer for chat in asking)])
    told = list(_chats(asking, people))
    for kind in (NeedKind.CHECK_PAYMENT, *_WAITING):
        told += _orders(kind, waiting[kind], people)
    return Needs(needs=told)


def _waiting(boutique: BoutiqueId, conn: Connection[Any]) -> Iterator[tuple[NeedKind, list[OrderRow]]]:
    doubtful = [row.order_id for row in payments.wanting_eyes(boutique, conn, EACH) if row.order_id]
    yield NeedKind.CHECK_PAYMENT, list(orders.some(boutique, conn, doubtful).values())
    for kind, status in _WAITING.items():
        yield kind, orders.longest_waiting(boutique, conn, status, EACH)


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


def _orders(kind: NeedKind, rows: Iterable[OrderRow], people: Mapping[UUID, CustomerCard]) -> Iterator[Need]:
    for row in rows:
        since = row.packed_at or row.paid_at or row.placed_at
        if row.customer and since:
            card = people[row.customer]
            yield Need(
                kind=kind,
                since=since,
                customer=card,
                order=listed(row, card),
                conversation=row.conversation,
                reason=None,
            )
