"""Every entry balances, and what a sale cost comes back whole when all its money does."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.subscription.ledger import (
    RULES,
    Account,
    Charge,
    Posting,
    charged,
    commission_on,
    credited,
    entry_of,
    in_proportion,
    owed_by,
    paid,
    part_of,
    rule_in,
    taken_back,
    with_vat,
)
from tests.domain.pieces import an_id

quick = settings(max_examples=60, deadline=None, derandomize=True, database=None)
cents = st.integers(0, 50_000_000)
shares = st.integers(200, 500)
RULE = rule_in(date(2026, 11, 1))


def balance(postings: tuple[Posting, ...]) -> int:
    return sum(each.debit - each.credit for each in postings)


def test_three_percent_of_a_dress_is_charged_with_vat() -> None:
    charge = commission_on(250_000, 300, RULE)
    assert charge == Charge(7_500, 1_200)
    told = {each.account: each.debit - each.credit for each in charged(charge, Account.COMMISSION)}
    assert told == {Account.RECEIVABLE: 8_700, Account.COMMISSION: -7_500, Account.VAT: -1_200}


def test_a_share_keeps_within_its_bounds_and_never_costs_more_than_was_sold() -> None:
    bounds = {"least": 2_000, "most": 30_000}
    assert commission_on(50_000, 300, RULE, **bounds).net == 2_000
    assert commission_on(250_000, 300, RULE, **bounds).net == 7_500
    assert commission_on(5_000_000, 300, RULE, **bounds).net == 30_000
    assert commission_on(1_500, 300, RULE, **bounds).net == 1_500
    assert commission_on(0, 300, RULE, **bounds) == Charge(0, 0)


def test_half_a_cent_is_rounded_up() -> None:
    assert commission_on(50, 300, RULE) == Charge(2, 0)
    assert with_vat(3, RULE).vat == 0
    assert with_vat(4, RULE).vat == 1


@quick
@given(goods=cents, share=shares, amount=cents, beyond=st.integers(0, 100))
def test_every_entry_balances_and_no_side_is_below_nothing(
    goods: int, share: int, amount: int, beyond: int
) -> None:
    charge = commission_on(goods, share, RULE)
    beyond = in_proportion(amount, beyond, 100)
    for postings in (
        charged(charge, Account.COMMISSION),
        taken_back(charge, Account.COMMISSION),
        paid(amount, beyond),
        credited(amount),
    ):
        assert balance(postings) == 0
        assert all(each.debit >= 0 and each.credit >= 0 for each in postings)
        assert len({each.account for each in postings}) == len(postings)


@quick
@given(goods=cents, share=shares, parts=st.lists(st.integers(1, 1_000_000), min_size=1, max_size=5))
def test_a_sale_and_all_its_refunds_are_worth_nothing_together(
    goods: int, share: int, parts: list[int]
) -> None:
    total = sum(parts)
    charge = commission_on(goods, share, RULE)
    owed, back = owed_by(charged(charge, Account.COMMISSION)), 0
    for part in parts:
        before, back = back, back + part
        gone = part_of(charge, back, total) - part_of(charge, before, total)
        assert gone.net >= 0
        assert gone.vat >= 0
        owed += owed_by(taken_back(gone, Account.COMMISSION))
        assert owed >= 0
    assert owed == 0


def test_no_more_than_all_comes_back() -> None:
    assert part_of(Charge(75, 12), 300, 200) == Charge(75, 12)


def test_a_fact_makes_one_entry_by_each_rule() -> None:
    order = an_id("order")
    assert entry_of(order, 2, 1) == entry_of(order, 2, 1)
    assert len({entry_of(order, 2, 1), entry_of(order, 3, 1), entry_of(order, 2, 2)}) == 3


def test_rules_follow_one_another() -> None:
    assert [rule.version for rule in RULES] == list(range(1, len(RULES) + 1))
    assert sorted(RULES, key=lambda rule: rule.since) == list(RULES)
