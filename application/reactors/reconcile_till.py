"""The neighbour's own list beside ours, every two hours: money that nobody told us of is found there.

The list goes back further than the pause, so that a day without it loses nothing.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from application.depositing import number_meant, receipt_of
from application.execute import Shop
from application.outcome import DONE, Later, Outcome
from application.ports import NeighbourFailed, PayeeAccount, StatementLine, Statements
from application.statement import FindPayment, received
from application.work import Work
from domain.boutique.boutique import Boutique
from domain.deposit.deposit import Deposit
from domain.deposit.refusals import DepositDiffers
from domain.fact import Actor, Cause
from domain.identity import derive

EVERY: Final = timedelta(hours=2)
SOON: Final = timedelta(minutes=10)
NOT_BEGUN: Final = "not begun"
BACK: Final = timedelta(hours=47)


class ReconcileTill:
    """Looks at an account's list for as long as the boutique keeps the account."""

    def __init__(self, shop: Shop, statements: Statements, find: FindPayment) -> None:
        self._shop, self._statements, self._find = shop, statements, find

    def __call__(self, work: Work, _: Callable[[], None]) -> Outcome:
        """Take in what the list has and we have not, and look again later."""
        unit = self._shop.open(work.boutique, work.boutique)
        accounts = unit.get(Boutique, work.boutique).payees
        account = next((a for a in accounts if (a.provider, a.shortcode) == ("mpesa", work.detail)), None)
        if account is None:
            return DONE
        payee = PayeeAccount(work.boutique, "mpesa", account.shortcode, account.is_till, account.store_number)
        now = self._shop.now()
        if (work.last_error or NOT_BEGUN).startswith(NOT_BEGUN):
            try:
                self._statements.begin(payee)
            except NeighbourFailed as failed:
                if failed.retryable:
                    return Later(now + SOON, f"{NOT_BEGUN}: {failed}")
        try:
            new = [self._take(work, line, payee) for line in self._statements.lines(payee, now - BACK, now)]
        except NeighbourFailed as failed:
            return Later(now + EVERY, str(failed))
        return Later(now + EVERY, f"{sum(new)} of {len(new)} were news")

    def _take(self, work: Work, line: StatementLine, payee: PayeeAccount) -> bool:
        """Whether this money was news. What is told otherwise than before is left as it was told first."""
        unit = self._shop.open(work.boutique, work.boutique)
        known = unit.get(Deposit, receipt_of(unit, payee.provider, line.receipt))
        if known.received and not known.is_unallocated:
            return False
        number = number_meant(line.reference)
        payment = self._find(work.boutique, number) if number else None
        cause = Cause(Actor.NEIGHBOUR, derive(work.boutique, "listed", line.receipt), work.boutique)
        try:
            return bool(self._shop.do(work.boutique, cause, received(line, payee, payment)))
        except DepositDiffers:
            return False
