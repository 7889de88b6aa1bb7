"""A month is billed once over the real log, by however many workers, and after any of them was killed."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest

from application.commands import AgreeTerms
from application.execute import Shop
from application.outcome import Outcome
from application.reactors.close_months import CloseMonths
from application.unit import Units
from application.work import Work, WorkKind
from domain.calendar import begins, month_of, next_month
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId
from domain.subscription.subscription import Owed, Subscription
from interfaces.books import Books
from interfaces.plans import Plan
from interfaces.postgres.database import Database
from interfaces.postgres.event_store import PostgresFactLog
from interfaces.postgres.projector import Projector
from interfaces.postgres.vault import PostgresVault
from interfaces.settings import Settings
from projections.ledger import Ledger
from tests.support.clock import FixedClock

MONTHLY = Plan(name="Monthly", fee=2_500).terms
WORKERS = 2


class Billing:
    """A boutique that agreed to a fee, and workers that close its months."""

    def __init__(self, database: Database, log: PostgresFactLog, vault: PostgresVault) -> None:
        self.boutique, self.clock = BoutiqueId(uuid4()), FixedClock()
        self.shop = Shop(Units(log, vault, self.clock), self.clock)
        self.books = Books(Settings(sandbox=True, seller="Dukani Ltd"), database)
        self.database = database
        cause = Cause(Actor.OPERATOR, self.boutique, self.boutique)
        self.month = month_of(self.clock.now())
        self.shop.do(self.boutique, cause, AgreeTerms(MONTHLY, self.month))
        self.clock.set(begins(next_month(self.month)))

    @property
    def known(self) -> Subscription:
        """The subscription as it stands."""
        return self.shop.open(self.boutique, self.boutique).get(Subscription, self.boutique)

    def catches_up(self) -> None:
        """The ledger sees all that is recorded."""
        Projector(self.database, (Ledger(),)).catch_up()

    def close(self, owing: Callable[..., Owed | None]) -> Outcome:
        """A worker does what is due."""
        due = (self.clock.now(), self.boutique)
        work = Work(self.boutique, WorkKind.CLOSE_MONTHS, str(self.boutique), self.boutique, *due)
        return CloseMonths(self.shop, owing, self.books.seller)(work, lambda: None)


@pytest.fixture
def billing(database: Database, log: PostgresFactLog, vault: PostgresVault) -> Billing:
    return Billing(database, log, vault)


def test_two_workers_that_read_the_same_books_bill_a_month_once(billing: Billing) -> None:
    billing.catches_up()
    together = Barrier(WORKERS, timeout=10)

    def owing(*asked: object) -> Owed | None:
        owed = billing.books.owed(billing.boutique, billing.month)
        together.wait()
        return owed

    with ThreadPoolExecutor(WORKERS) as workers:
        for done in [workers.submit(billing.close, owing) for _ in range(WORKERS)]:
            done.result()
    assert [each.issued.number[-5:] for each in billing.known.invoices] == ["-0001"]


def test_a_worker_killed_after_it_billed_bills_nothing_again(billing: Billing) -> None:
    billing.catches_up()
    billing.close(billing.books.owed)
    for caught_up in (False, True):
        if caught_up:
            billing.catches_up()
        billing.close(billing.books.owed)
    assert len(billing.known.invoices) == 1


def test_the_books_say_nothing_while_the_ledger_is_behind_and_what_is_billed_once_is_billed(
    billing: Billing,
) -> None:
    assert billing.books.owed(billing.boutique, billing.month) is None
    billing.catches_up()
    billing.close(billing.books.owed)
    billing.clock.set(begins(next_month(next_month(billing.month))))
    billing.close(billing.books.owed)
    assert len(billing.known.invoices) == 1, "the ledger has not seen the first invoice"
    billing.catches_up()
    billing.close(billing.books.owed)
    assert [each.issued.total.cents for each in billing.known.invoices] == [290_000, 290_000]
