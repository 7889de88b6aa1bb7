"""News that money came by hand → the neighbour is asked → the order's, or money that waits for a person.

The news carries no signature. What the neighbour denies is put aside; what nobody can be asked about is
recorded as unconfirmed, and settles nothing before a person says so.
"""

from collections.abc import Callable
from typing import Final

from application.depositing import number_meant
from application.execute import Shop
from application.inbound import DepositBox
from application.outcome import DONE, Later, Outcome, backoff
from application.ports import (
    Evidence,
    EvidenceKind,
    NeighbourFailed,
    PayeeAccount,
    StatementLine,
    TokenOf,
    Transactions,
)
from application.statement import FindPayment, received
from application.work import Work
from domain.boutique.boutique import Boutique
from domain.deposit.refusals import DepositDiffers
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, DepositId, PaymentId, derive

MOST_QUESTIONS: Final = 6
"""For one receipt; in all some ten minutes. After them a person is asked instead."""


class WeighDeposit:
    """Weighs what was told of one receipt."""

    def __init__(
        self, shop: Shop, box: DepositBox, transactions: Transactions, token_of: TokenOf, find: FindPayment
    ) -> None:
        self._shop, self._box, self._transactions = shop, box, transactions
        self._token_of, self._find = token_of, find

    def __call__(self, work: Work, begin: Callable[[], None]) -> Outcome:
        """Believe, ask, or leave it to a person. All that was told of a receipt is settled together."""
        deposit = DepositId(work.subject)
        line = next(iter(self._box.arrivals(work.boutique, deposit)), None)
        if line is None:
            return self._settle(work, "about no money")
        payee = self._payee(work.boutique, line.shortcode)
        if payee is None:
            return self._settle(work, "wrong shop")
        standing = [_agrees(each, line) for each in self._box.standings(work.boutique, deposit)]
        if True in standing:
            return self._receive(work, line, payee, is_confirmed=True)
        if False in standing:
            return self._settle(work, "denied")
        begin()
        return self._ask(work, line, payee)

    def _ask(self, work: Work, line: StatementLine, payee: PayeeAccount) -> Outcome:
        token = self._token_of(work.boutique, PaymentId(work.subject), 0)
        why = "asked"
        try:
            self._transactions.look(payee, line.receipt, token)
        except NeighbourFailed as failed:
            if not failed.retryable:
                return self._receive(work, line, payee, is_confirmed=False)
            why = str(failed)
        if work.attempts < MOST_QUESTIONS:
            return Later(backoff(self._shop.now(), work.attempts + 1), why)
        return self._receive(work, line, payee, is_confirmed=False)

    def _receive(
        self, work: Work, line: StatementLine, payee: PayeeAccount, *, is_confirmed: bool
    ) -> Outcome:
        number = number_meant(line.reference)
        payment = self._find(work.boutique, number) if number else None
        came = received(line, payee, payment, is_confirmed=is_confirmed)
        cause = Cause(Actor.NEIGHBOUR, derive(work.subject, "came", str(is_confirmed)), work.subject)
        try:
            self._shop.do(work.boutique, cause, came)
        except DepositDiffers:
            return self._settle(work, "of another amount")
        return self._settle(work, "weighed")

    def _payee(self, boutique: BoutiqueId, shortcode: str) -> PayeeAccount | None:
        """The boutique's own account of this number at M-Pesa."""
        accounts = self._shop.open(boutique, boutique).get(Boutique, boutique).payees
        own = (each for each in accounts if shortcode in (each.shortcode, each.store_number))
        found = next((each for each in own if each.provider in {"mpesa", "paylink"}), None)
        if found is None:
            return None
        return PayeeAccount(boutique, found.provider, found.shortcode, found.is_till, found.store_number)

    def _settle(self, work: Work, outcome: str) -> Outcome:
        self._box.settle_deposit(work.boutique, DepositId(work.subject), outcome)
        return DONE


def _agrees(standing: Evidence, line: StatementLine) -> bool | None:
    """Whether the neighbour's word is that this money came; None where it does not say."""
    if standing.receipt not in (None, line.receipt) or standing.amount not in (None, line.amount):
        return False
    told = {EvidenceKind.SUCCEEDED: True, EvidenceKind.FAILED: False}.get(standing.kind)
    return None if told and (standing.receipt is None or standing.amount is None) else told
