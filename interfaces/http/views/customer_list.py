"""The customers asked for, as a list page by page and as a file of exactly the same."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from psycopg import Connection

from domain.identity import BoutiqueId
from domain.money import Money
from domain.staff.events import Role
from interfaces.http.cursors import Cursor, Slice
from interfaces.http.deps import DashboardDeps, OpenRows
from interfaces.http.schemas import Amount, Page
from interfaces.http.schemas.customers import CustomerRow
from interfaces.http.views import notebook
from interfaces.http.views.people import cards, found
from interfaces.papers.order_papers import eat
from interfaces.spreadsheets.csv_writing import csv_lines
from projections import buyers, customer_lists
from projections.customer_lists import AskedCustomers
from projections.customers import CustomerRow as KnownRow

FILE_PAGE: Final = 200
HEADINGS: Final = (
    "customer", "phone", "first_met", "language", "labels", "orders", "spent", "currency", "offers",
    "asked_to_be_forgotten",
)  # fmt: skip
_OFFERS: Final = {None: "not asked", True: "yes", False: "no"}


def customer_list(
    boutique: BoutiqueId, deps: DashboardDeps, part: Slice, asked: AskedCustomers, role: Role
) -> Page[CustomerRow]:
    """The customers asked for, the latest met first."""
    with deps.door(boutique) as conn:
        rows = _page(boutique, deps, conn, Slice(part.limit + 1, part.after), asked, role)
        shown = _rows(boutique, deps, conn, rows[: part.limit], role)
    last = rows[part.limit - 1] if len(rows) > part.limit else None
    next_cursor = Cursor(last.met_at, last.customer).token() if last and last.met_at else None
    return Page(items=shown, next_cursor=next_cursor)


def file(boutique: BoutiqueId, deps: OpenRows, asked: AskedCustomers, role: Role) -> Iterator[str]:
    """The customers asked for as CSV; what is personal is masked for who only reads."""
    return csv_lines(HEADINGS, _file_rows(boutique, deps, asked, role))


def _file_rows(
    boutique: BoutiqueId, deps: OpenRows, asked: AskedCustomers, role: Role
) -> Iterator[tuple[object, ...]]:
    """Page by page, each read whole before it is sent: a slow line holds no connection."""
    after: Cursor | None = None
    while True:
        with deps.door(boutique) as conn:
            page = _page(boutique, deps, conn, Slice(FILE_PAGE, after), asked, role)
            told = _rows(boutique, deps, conn, page, role, whole=True)
        known = {row.customer: row for row in page}
        for row in told:
            yield _line(row, known[row.customer.id])
        if len(page) < FILE_PAGE or page[-1].met_at is None:
            return
        after = Cursor(page[-1].met_at, page[-1].customer)


def _page(
    boutique: BoutiqueId,
    deps: OpenRows,
    conn: Connection[Any],
    part: Slice,
    asked: AskedCustomers,
    role: Role,
) -> list[KnownRow]:
    """A part of the list; names are sealed, so that words are looked for in each that is opened."""
    if not asked.words:
        return customer_lists.listed(boutique, conn, asked, part.limit, part.after)
    fitting = found(boutique, conn, deps.vault, asked.words, role, asked)
    behind = [row for row in fitting if part.after is None or (row.met_at, row.customer) < tuple(part.after)]
    return behind[: part.limit]


def _rows(
    boutique: BoutiqueId,
    deps: OpenRows,
    conn: Connection[Any],
    rows: Sequence[KnownRow],
    role: Role,
    *,
    whole: bool = False,
) -> list[CustomerRow]:
    joined = {row.customer: [row.customer, *(row.merged_from or [])] for row in rows}
    bought = buyers.bought_by(boutique, conn, [each for ids in joined.values() for each in ids])
    people = cards(boutique, conn, deps.vault, joined, role, whole=whole)
    labels = notebook.labels_of(boutique, conn, list(joined))
    return [
        CustomerRow(
            customer=people[row.customer],
            met_at=row.met_at,
            orders=sum(bought[each].orders for each in joined[row.customer] if each in bought),
            spent=_amount(sum(bought[each].spent for each in joined[row.customer] if each in bought)),
            labels=labels.get(row.customer, []),
            wants_erasure=row.erasure_requested_at is not None and row.forgotten_at is None,
        )
        for row in rows
        if row.met_at is not None
    ]


def _line(row: CustomerRow, known: KnownRow) -> tuple[object, ...]:
    return (
        row.customer.name,
        row.customer.phone,
        eat(row.met_at),
        known.language,
        "; ".join(label.name for label in row.labels),
        row.orders,
        row.spent.cents / 100,
        row.spent.currency,
        _OFFERS[known.marketing],
        eat(known.erasure_requested_at) if row.wants_erasure and known.erasure_requested_at else "",
    )


def _amount(cents: int) -> Amount:
    return Amount.of(Money(cents=cents, currency="KES"))
