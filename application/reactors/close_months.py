"""The first day of a month: each month that is over is closed and billed, and the next one waited for."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from application.commands import CloseMonth
from application.execute import Shop
from application.outcome import Later, Outcome
from application.subscribing import Owing
from application.work import Work
from domain.calendar import begins, month_of, next_month
from domain.fact import Actor, Cause
from domain.identity import derive
from domain.subscription.events import Party
from domain.subscription.subscription import BooksAreBehind, Subscription

SOON: Final = timedelta(seconds=2)


class CloseMonths:
    """Closes months for as long as the boutique has a subscription. `seller` says who sends invoices."""

    def __init__(self, shop: Shop, owing: Owing, seller: Callable[[], Party]) -> None:
        self._shop, self._owing, self._seller = shop, owing, seller

    def __call__(self, work: Work, _: Callable[[], None]) -> Outcome:
        """Close the oldest month that is over; the ledger must have seen it before the next one is."""
        now = self._shop.now()
        known = self._shop.open(work.boutique, work.boutique).get(Subscription, work.boutique)
        due = known.months_to_close(now)
        if not due:
            return Later(begins(next_month(month_of(now))), "every month that is over is closed")
        month = due[0]
        owed = self._owing(work.boutique, month)
        if owed is None:
            return _behind(now)
        command = derive(work.boutique, "close", month.isoformat())
        try:
            self._shop.do(
                work.boutique,
                Cause(Actor.CLOCK, command, command),
                CloseMonth(month, owed, self._seller()),
            )
        except BooksAreBehind:
            return _behind(now)
        return Later(now, f"{month:%B %Y} is closed")


def _behind(now: datetime) -> Outcome:
    return Later(now + SOON, "the ledger is behind the log")
