"""The ledger's rules: what each fact costs a boutique, in double entry.

Money never passes through Dukani, so the ledger keeps claims: what a boutique owes the installation, and what
it paid of that. Every entry balances. What was reckoned by a rule stays so: a new rule begins with a month.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from domain.identity import derive

WHOLE: Final = 10_000
"""Hundredths of a percent in the whole."""


class Account(StrEnum):
    """Where an amount stands. Those of the boutique are its own; the installation's are told apart by it."""

    RECEIVABLE = "boutique:receivable"
    CREDIT = "boutique:credit"
    COMMISSION = "platform:revenue:commission"
    SUBSCRIPTION = "platform:revenue:subscription"
    VAT = "platform:vat-payable"
    CASH = "platform:cash:paybill"


@dataclass(frozen=True, slots=True)
class Rule:
    """How facts are reckoned from a month on. `version` names the rule in every entry made by it."""

    version: int
    since: date
    vat_basis_points: int


RULES: Final = (Rule(1, date(2000, 1, 1), 1_600),)


def rule_in(month: date) -> Rule:
    """The rule of a month."""
    return next(rule for rule in reversed(RULES) if rule.since <= month)


@dataclass(frozen=True, slots=True)
class Charge:
    """An amount without VAT, and its VAT. Units: cents."""

    net: int
    vat: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.net + self.vat

    def __sub__(self, other: "Charge") -> "Charge":
        return Charge(self.net - other.net, self.vat - other.vat)


@dataclass(frozen=True, slots=True)
class Posting:
    """An amount on one side of an account. Units: cents."""

    account: Account
    debit: int = 0
    credit: int = 0


Postings = tuple[Posting, ...]


def with_vat(net: int, rule: Rule) -> Charge:
    """An amount and its VAT, half a cent rounded up."""
    return Charge(net, _half_up(net * rule.vat_basis_points, WHOLE))


def commission_on(
    goods: int, basis_points: int, rule: Rule, least: int = 0, most: int | None = None
) -> Charge:
    """The share of one order's goods, half a cent rounded up; within its bounds, and never above the goods.

    Shape: `goods` is what the pieces cost as agreed, after discounts and without delivery.
    Example: 3 % of KSh 2,500 is KSh 75 and KSh 12 VAT.
    """
    share = max(_half_up(goods * basis_points, WHOLE), least)
    return with_vat(min(share, goods, share if most is None else most), rule)


def part_of(charge: Charge, back: int, paid: int) -> Charge:
    """As much of a charge as went back of what was paid; all of it once all went back."""
    return Charge(in_proportion(charge.net, back, paid), in_proportion(charge.vat, back, paid))


def in_proportion(amount: int, part: int, whole: int) -> int:
    """As much of an amount as a part is of the whole, half a cent rounded up, and never more than all."""
    return _half_up(amount * min(part, whole), whole)


def charged(charge: Charge, revenue: Account) -> Postings:
    """The boutique owes it."""
    return _posted(
        Posting(Account.RECEIVABLE, debit=charge.total),
        Posting(revenue, credit=charge.net),
        Posting(Account.VAT, credit=charge.vat),
    )


def taken_back(charge: Charge, revenue: Account) -> Postings:
    """The boutique owes it no more: the charge turned round."""
    return tuple(Posting(each.account, each.credit, each.debit) for each in charged(charge, revenue))


def paid(amount: int, beyond: int) -> Postings:
    """The boutique paid; what is beyond its debt is kept for it."""
    return _posted(
        Posting(Account.CASH, debit=amount),
        Posting(Account.RECEIVABLE, credit=amount - beyond),
        Posting(Account.CREDIT, credit=beyond),
    )


def credited(amount: int) -> Postings:
    """What was kept for the boutique pays a debt."""
    return _posted(Posting(Account.CREDIT, debit=amount), Posting(Account.RECEIVABLE, credit=amount))


def owed_by(postings: Iterable[Posting]) -> int:
    """By how much the boutique's debt grows."""
    return sum(each.debit - each.credit for each in postings if each.account is Account.RECEIVABLE)


def entry_of(source: UUID, version: int, rule: int) -> UUID:
    """The one entry that a fact makes by a rule, however often it is reckoned."""
    return derive(source, "ledger", version, rule)


def _posted(*postings: Posting) -> Postings:
    return tuple(each for each in postings if each.debit or each.credit)


def _half_up(parts: int, whole: int) -> int:
    return (2 * parts + whole) // (2 * whole)
