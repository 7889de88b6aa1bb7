"""The bench of the customers' list: a page of it, however it is asked for, beside the cheapest way to a page.

The limit is the same page by the index alone, whoever is on it: no list can be told faster than that.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random
from typing import Any, Final
from uuid import UUID, uuid4

import psycopg
from psycopg import Connection

from domain.identity import BoutiqueId
from interfaces.postgres.database import enter
from projections import buyers, customer_lists
from projections.customer_lists import AskedCustomers, Group
from projections.customers import CUSTOMERS, CustomerRow
from projections.notebook import LABELS, NOTEBOOKS, LabelsRow, NotebookRow
from projections.orders import ORDERS, PAID_AND_KEPT, OrderRow, Status
from tests.bench.row import Row, beside
from tests.bench.store import Bench

HOW_MANY, PAGE, TIMES = 16_600, 51, 60
BEGIN: Final = datetime(2026, 1, 1, tzinfo=UTC)
LABEL: Final = UUID(int=7)
ASKED: Final = {
    "everybody": AskedCustomers(),
    **{group.value: AskedCustomers(group=group) for group in Group},
    "a label": AskedCustomers(label=LABEL),
}
LEAST: Final = 0.06
"""Whoever is asked for, her page costs no more than sixteen by the index alone."""
_BARE: Final = (
    "SELECT * FROM dukani.customers WHERE boutique_id = %s ORDER BY met_at DESC, customer DESC LIMIT %s"
)


def rows(on: Bench, many: int = HOW_MANY) -> list[Row]:
    """How many pages a second, of those that the index alone gives."""
    boutique, chance = BoutiqueId(uuid4()), Random(many)
    everybody = list(_everybody(chance, many))
    for whose in (boutique, BoutiqueId(uuid4())):
        with on.database.as_follower() as conn:
            enter(conn, whose)
            _met(conn, whose, everybody, chance)
    with psycopg.connect(on.admin, autocommit=True) as owner:
        owner.execute("ANALYZE")
    found = []
    with on.database.as_boutique(boutique) as conn:
        limit = _pages_a_second(lambda: conn.execute(_BARE, (boutique, PAGE)).fetchall())
        for name, asked in ASKED.items():
            pages = _pages_a_second(partial(_page, conn, boutique, asked))
            found.append(beside(f"customers' list of {many:,}, {name}", pages, "pages/s", limit, LEAST))
    return found


def _page(conn: Connection[Any], boutique: BoutiqueId, asked: AskedCustomers) -> None:
    """A page as the dashboard asks for it: who is on it, and what each bought under all her records."""
    shown = customer_lists.listed(boutique, conn, asked, PAGE)
    records = [each for row in shown for each in (row.customer, *(row.merged_from or []))]
    buyers.bought_by(boutique, conn, records)


def _everybody(chance: Random, many: int) -> Iterator[CustomerRow]:
    """Met one after another; one in fifty is known under another record too, few want to be forgotten."""
    before: UUID | None = None
    for place in range(many):
        customer = UUID(int=chance.getrandbits(128), version=4)
        yield CustomerRow(
            customer=customer,
            channel="cloud-api",
            account="1063",
            met_at=BEGIN + timedelta(minutes=29 * place),
            marketing=(None, True, False)[place % 3],
            erasure_requested_at=BEGIN if place % 900 == 0 else None,
            merged_from=[before] if place % 50 == 0 and before else None,
            version=1,
        )
        before = customer


def _met(conn: Connection[Any], boutique: BoutiqueId, everybody: list[CustomerRow], chance: Random) -> None:
    """Six in ten bought something, and one in forty bears a label."""
    CUSTOMERS.save(conn, boutique, everybody)
    bought = [row for row in everybody if row.customer.int % 10 < 6]
    ORDERS.save(conn, boutique, [_order(chance, row) for row in bought])
    buyers.count_anew(boutique, conn, [row.customer for row in bought], PAID_AND_KEPT)
    labelled = everybody[::40]
    NOTEBOOKS.save(conn, boutique, [NotebookRow(row.customer, labels=[LABEL], version=1) for row in labelled])
    named = {"label": str(LABEL), "name": "VIP", "tone": "gold"}
    LABELS.save(conn, boutique, [LabelsRow(boutique, [named], 1)])


def _order(chance: Random, row: CustomerRow) -> OrderRow:
    return OrderRow(
        order_id=UUID(int=chance.getrandbits(128), version=4),
        customer=row.customer,
        conversation=row.customer,
        payment=row.customer,
        status=Status.DELIVERED,
        placed_at=row.met_at,
        pay_until=row.met_at,
        paid_at=row.met_at,
        total=250_000,
        version=1,
    )


def _pages_a_second(asked: Callable[[], object]) -> float:
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        asked()
        taken.append(time.perf_counter() - began)
    return 1 / statistics.median(taken)
