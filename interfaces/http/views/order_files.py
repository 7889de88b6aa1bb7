"""Orders as files: CSV of exactly what is filtered, and papers to print."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from domain.boutique.boutique import Boutique
from domain.identity import BoutiqueId, OrderId
from domain.order.events import OrderLine
from domain.staff.events import Role
from interfaces.http.deps import DashboardDeps, OpenRows
from interfaces.http.problems import ProblemFound
from interfaces.http.schemas import CustomerCard
from interfaces.http.views.masking import HIDDEN, reveals
from interfaces.http.views.orders import address_of, order
from interfaces.http.views.people import cards, opened
from interfaces.papers.order_papers import Sender, eat, packing_slips, receipt
from interfaces.spreadsheets.csv_writing import csv_lines
from projections import order_lists
from projections.order_lists import AskedOrders
from projections.orders import OrderRow

MOST_SLIPS: Final = 100
PAGE: Final = 200
HEADINGS: Final = (
    "order", "status", "placed", "paid", "customer", "phone", "area", "address", "pieces", "count",
    "delivery_fee", "total", "currency", "receipt", "courier", "tracking", "link",
)  # fmt: skip


def file(boutique: BoutiqueId, deps: OpenRows, asked: AskedOrders, role: Role) -> Iterator[str]:
    """The orders asked for as CSV; what is personal is masked for who only reads."""
    return csv_lines(HEADINGS, _rows(boutique, deps, asked, role))


def slips(boutique: BoutiqueId, deps: DashboardDeps, wanted: Sequence[OrderId], role: Role) -> bytes:
    """A packing slip for each of these orders. Raises: ProblemFound 404."""
    told = [order(boutique, deps, one, role) for one in wanted]
    return packing_slips(_sender(boutique, deps), told, deps.clock.now())


def slips_of(boutique: BoutiqueId, deps: DashboardDeps, asked: AskedOrders, role: Role) -> bytes:
    """A packing slip for each order asked for, up to a hundred, the oldest first.

    Raises: ProblemFound 404."""
    with deps.door(boutique) as conn:
        rows = order_lists.listed(boutique, conn, asked, MOST_SLIPS)
    if not rows:
        raise ProblemFound(404, "nothing-to-print")
    return slips(boutique, deps, [OrderId(row.order_id) for row in reversed(rows)], role)


def receipt_of(boutique: BoutiqueId, deps: DashboardDeps, wanted: OrderId, role: Role) -> bytes:
    """The receipt of a paid order. Raises: ProblemFound 404, and 409 for one that was not paid."""
    told = order(boutique, deps, wanted, role)
    if told.paid_at is None:
        raise ProblemFound(409, "order-is-not-paid")
    return receipt(_sender(boutique, deps), told, deps.clock.now())


def _sender(boutique: BoutiqueId, deps: DashboardDeps) -> Sender:
    shop = deps.cataloguing.shop.open(boutique, boutique).get(Boutique, boutique)
    numbers = [number.display_number for number in shop.whatsapp]
    place = ", ".join(filter(None, (shop.street, shop.town)))
    return Sender(shop.name, place, numbers[0] if numbers else "", shop.return_policy)


def _rows(
    boutique: BoutiqueId, deps: OpenRows, asked: AskedOrders, role: Role
) -> Iterator[tuple[object, ...]]:
    """Page by page, each read whole before it is sent: a slow line holds no connection."""
    after: tuple[datetime, UUID] | None = None
    while True:
        with deps.door(boutique) as conn:
            page = order_lists.listed(boutique, conn, asked, PAGE, after)
            known = (row.customer for row in page)
            people = cards(boutique, conn, deps.vault, known, role, whole=True)
        for row in page:
            address = address_of(opened(boutique, deps.vault, row.address)) if reveals(role) else HIDDEN
            yield _row(row, people[row.customer] if row.customer else None, address)
        if len(page) < PAGE or page[-1].placed_at is None:
            return
        after = page[-1].placed_at, page[-1].order_id


def _row(row: OrderRow, customer: CustomerCard | None, address: str | None) -> tuple[object, ...]:
    lines = [OrderLine.model_validate(line) for line in row.lines]
    return (
        row.number,
        row.status,
        eat(row.placed_at) if row.placed_at else "",
        eat(row.paid_at) if row.paid_at else "",
        customer.name if customer else "",
        customer.phone if customer else "",
        row.delivery_area,
        address,
        "; ".join(f"{line.quantity} x {line.title} ({line.size.label})" for line in lines),
        row.pieces,
        row.delivery_fee / 100,
        row.total / 100,
        row.currency,
        row.receipt,
        row.courier,
        row.tracking,
        row.tracking_link,
    )
