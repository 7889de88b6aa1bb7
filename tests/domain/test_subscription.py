"""What a boutique agrees to pay, and how its months are closed, billed and paid."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.money import Money
from domain.refusal import Refusal
from domain.subscription.events import (
    InvoiceIssued,
    InvoiceLine,
    InvoicePaymentRecorded,
    LineKind,
    MonthClosed,
    Party,
    TermsAgreed,
)
from domain.subscription.subscription import (
    AmountIsNotPossible,
    BooksAreBehind,
    CodeIsKnown,
    CodeIsNotPossible,
    InvoiceIsUnknown,
    MonthIsNotDue,
    MonthIsOver,
    Owed,
    PlanIsNotOffered,
    Subscription,
    TermsAreNotPossible,
)
from domain.subscription.terms import TRIAL, Terms
from tests.domain.pieces import KES
from tests.support.scenario import Decide, Given, happens, refuses, scenario, stays_quiet

OCTOBER, NOVEMBER, DECEMBER = (date(2026, month, 1) for month in (10, 11, 12))
NOW = datetime(2026, 11, 28, 19, tzinfo=UTC)
JUST_DECEMBER = datetime(2026, 11, 30, 21, tzinfo=UTC)
MONTHLY = Terms(plan="monthly", monthly_fee=KES(2_500), commission_basis_points=0)
SHARE = Terms(plan="share", monthly_fee=KES(0), commission_basis_points=300)
OFFERED = (MONTHLY, SHARE)
SELLER, BUYER = Party(name="Dukani Ltd", pin="P051234567X"), Party(name="Amani", place="Nairobi")
SALES = InvoiceLine(
    kind=LineKind.SALES, basis_points=300, entries=2, goods=KES(5_000), net=KES(150), vat=KES(24)
)
WHOLE = KES(2_900)
NOTHING_OWED = Owed((), 40, 0)


def agreed(terms: Terms, starts: date) -> TermsAgreed:
    return TermsAgreed(terms=terms, starts=starts)


def closing(
    month: date = NOVEMBER, owed: Owed = NOTHING_OWED, now: datetime = JUST_DECEMBER
) -> Decide[Subscription]:
    return lambda known: known.close_month(month, owed, series="7F3K9Q", seller=SELLER, buyer=BUYER, now=now)


def paying(
    code: str = "SKR4X2M9QT", amount: Money = WHOLE, number: str = "INV-7F3K9Q-0001"
) -> Decide[Subscription]:
    return lambda known: known.record_payment(number=number, code=code, amount=amount)


def billed(terms: Terms = MONTHLY, owed: Owed = NOTHING_OWED) -> Given[Subscription]:
    """A subscription whose November was billed."""
    begun = scenario(Subscription).given(agreed(terms, NOVEMBER))
    return begun.given(*begun.when(closing(owed=owed)).facts)


@happens(Subscription.agree)
def test_the_operator_says_what_a_boutique_pays_from_a_month_on() -> None:
    after = (
        scenario(Subscription)
        .when(lambda s: s.agree(SHARE, starts=date(2026, 12, 9), now=NOW))
        .then(agreed(SHARE, DECEMBER))
    )
    assert after.terms_in(NOVEMBER) == TRIAL
    assert after.terms_in(DECEMBER) == SHARE


@stays_quiet(Subscription.agree)
def test_the_same_terms_again_change_nothing() -> None:
    scenario(Subscription).when(lambda s: s.agree(TRIAL, starts=NOVEMBER, now=NOW)).then_nothing()
    known = scenario(Subscription).given(agreed(SHARE, DECEMBER))
    known.when(lambda s: s.agree(SHARE, starts=DECEMBER, now=NOW)).then_nothing()


@happens(Subscription.agree)
def test_what_was_to_come_is_overruled_by_a_newer_word() -> None:
    known = scenario(Subscription).given(agreed(SHARE, DECEMBER))
    after = known.when(lambda s: s.agree(TRIAL, starts=NOVEMBER, now=NOW)).then(agreed(TRIAL, NOVEMBER))
    assert after.terms_in(DECEMBER) == TRIAL


def test_a_share_may_have_a_least_and_a_most_of_a_sale() -> None:
    for change in ({"least_of_sale": KES(20)}, {"least_of_sale": KES(20), "most_of_sale": KES(300)}):
        assert SHARE.model_copy(update=change).are_possible


@refuses(Subscription.agree)
@pytest.mark.parametrize(
    "change",
    [
        {"commission_basis_points": 199},
        {"commission_basis_points": 501},
        {"commission_basis_points": -1},
        {"monthly_fee": KES(-1)},
        {"monthly_fee": KES(1_000_001)},
        {"monthly_fee": Money(cents=1, currency="USD")},
        {"plan": " "},
        {"commission_basis_points": 0, "most_of_sale": KES(300)},
        {"least_of_sale": KES(-1)},
        {"least_of_sale": Money(cents=1, currency="USD")},
        {"most_of_sale": KES(0)},
        {"most_of_sale": Money(cents=1, currency="USD")},
        {"least_of_sale": KES(301), "most_of_sale": KES(300)},
    ],
)
def test_a_share_is_two_to_five_percent_and_a_fee_an_amount_of_shillings(
    change: Mapping[str, object],
) -> None:
    terms = SHARE.model_copy(update=change)
    scenario(Subscription).when(lambda s: s.agree(terms, starts=DECEMBER, now=NOW)).then_refused(
        TermsAreNotPossible
    )


@refuses(Subscription.agree)
def test_a_month_that_is_over_is_not_agreed_anew() -> None:
    scenario(Subscription).when(lambda s: s.agree(SHARE, starts=OCTOBER, now=NOW)).then_refused(MonthIsOver)


@happens(Subscription.choose)
def test_an_owner_chooses_an_offered_plan_from_the_next_month_on() -> None:
    scenario(Subscription).when(lambda s: s.choose("share", OFFERED, now=NOW)).then(agreed(SHARE, DECEMBER))


@stays_quiet(Subscription.choose)
def test_a_plan_chosen_twice_is_chosen_once() -> None:
    known = scenario(Subscription)
    known.when_repeated(lambda s: s.choose("share", OFFERED, now=NOW)).then_nothing()


@refuses(Subscription.choose)
def test_an_owner_cannot_choose_what_is_not_offered() -> None:
    scenario(Subscription).when(lambda s: s.choose("gold", OFFERED, now=NOW)).then_refused(PlanIsNotOffered)


@happens(Subscription.close_month)
def test_a_month_is_closed_and_billed_as_soon_as_it_is_december_in_nairobi() -> None:
    issued = InvoiceIssued(
        number="INV-7F3K9Q-0001",
        month=NOVEMBER,
        lines=(
            InvoiceLine(
                kind=LineKind.FEE, basis_points=0, entries=1, goods=KES(0), net=KES(2_500), vat=KES(400)
            ),
            SALES,
        ),
        net=KES(2_650),
        vat=KES(424),
        total=KES(3_074),
        credit=KES(0),
        issued=DECEMBER,
        due=date(2026, 12, 15),
        up_to=40,
        seller=SELLER,
        buyer=BUYER,
    )
    closed = MonthClosed(month=NOVEMBER, fee=KES(2_500), vat=KES(400))
    owed = Owed((SALES,), 40, 0)
    known = scenario(Subscription).given(agreed(MONTHLY, NOVEMBER))
    assert known.when(closing(owed=owed)).then(closed, issued).months_to_close(JUST_DECEMBER) == ()


@happens(Subscription.close_month)
def test_what_is_not_above_nothing_is_carried_on_without_an_invoice() -> None:
    back = SALES.model_copy(update={"kind": LineKind.REFUNDS, "net": KES(-10), "vat": KES(-2)})
    known = scenario(Subscription).given(agreed(SHARE, NOVEMBER))
    closed = MonthClosed(month=NOVEMBER, fee=KES(0), vat=KES(0))
    known.when(closing(owed=Owed((back,), 40, 0))).then(closed)


@stays_quiet(Subscription.close_month)
def test_a_month_is_billed_once_however_many_workers_close_it() -> None:
    scenario(Subscription).given(agreed(MONTHLY, NOVEMBER)).when_repeated(closing()).then_nothing()


@refuses(Subscription.close_month)
@pytest.mark.parametrize(
    ("starts", "month", "now"),
    [(NOVEMBER, NOVEMBER, NOW), (OCTOBER, NOVEMBER, JUST_DECEMBER), (DECEMBER, NOVEMBER, JUST_DECEMBER)],
    ids=["not over", "another before it", "before the first"],
)
def test_months_are_closed_in_order_when_they_are_over(starts: date, month: date, now: datetime) -> None:
    known = scenario(Subscription).given(agreed(MONTHLY, starts))
    known.when(closing(month=month, now=now)).then_refused(MonthIsNotDue)


def test_without_an_agreement_no_month_is_ever_due() -> None:
    assert Subscription().months_to_close(NOW) == ()


@refuses(Subscription.close_month)
def test_a_ledger_that_has_not_seen_the_last_invoice_bills_nothing() -> None:
    january = datetime(2027, 1, 1, 3, tzinfo=UTC)
    billed().when(closing(month=DECEMBER, owed=NOTHING_OWED, now=january)).then_refused(BooksAreBehind)


@happens(Subscription.record_payment)
def test_an_invoice_is_paid_in_parts_and_what_is_too_much_pays_the_next_one() -> None:
    known = billed()
    first = known.when(paying(amount=KES(1_000))).then(
        InvoicePaymentRecorded(number="INV-7F3K9Q-0001", code="SKR4X2M9QT", amount=KES(1_000), beyond=KES(0))
    )
    assert first.outstanding == KES(1_900)
    (rest,) = first.record_payment(number="INV-7F3K9Q-0001", code="SKR4X2M9QU", amount=KES(2_000))
    assert isinstance(rest, InvoicePaymentRecorded)
    assert rest.beyond == KES(100)
    after = first.evolve(rest)
    assert (after.outstanding, after.credit) == (KES(0), KES(100))
    january = datetime(2027, 1, 1, 3, tzinfo=UTC)
    _, second = closing(month=DECEMBER, owed=Owed((), 60, 1), now=january)(after)
    assert isinstance(second, InvoiceIssued)
    assert (second.number, second.credit) == ("INV-7F3K9Q-0002", KES(100))
    assert after.evolve(second).credit == KES(0)
    assert after.evolve(second).outstanding == KES(2_800)


@stays_quiet(Subscription.record_payment)
def test_a_payment_recorded_twice_counts_once() -> None:
    billed().when_repeated(paying()).then_nothing()


@refuses(Subscription.record_payment)
@pytest.mark.parametrize(
    ("payment", "refusal"),
    [
        (paying(code="skr4x2m9qt"), CodeIsNotPossible),
        (paying(code="SKR4"), CodeIsNotPossible),
        (paying(amount=KES(0)), AmountIsNotPossible),
        (paying(amount=Money(cents=100, currency="USD")), AmountIsNotPossible),
        (paying(number="INV-7F3K9Q-0002"), InvoiceIsUnknown),
        (paying(code="SKR4X2M9QU", amount=KES(5)), CodeIsKnown),
    ],
)
def test_a_payment_names_a_code_an_amount_and_an_invoice(
    payment: Decide[Subscription], refusal: type[Refusal]
) -> None:
    known = billed()
    known = known.given(*known.when(paying(code="SKR4X2M9QU")).facts)
    known.when(payment).then_refused(refusal)


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(cents=st.lists(st.integers(1, 400_000), max_size=5))
def test_no_cent_that_was_paid_is_lost_between_invoices_and_credit(cents: list[int]) -> None:
    known = billed().state()
    for number, amount in enumerate(cents):
        for fact in paying(code=f"SKR4X2M9Q{number}", amount=Money(cents=amount))(known):
            known = known.evolve(fact)
    january = datetime(2027, 1, 1, 3, tzinfo=UTC)
    for fact in closing(month=DECEMBER, owed=Owed((), 60, 1), now=january)(known):
        known = known.evolve(fact)
    owed = sum((invoice.issued.total for invoice in known.invoices), Money.zero())
    assert known.outstanding.cents >= 0
    assert known.credit.cents >= 0
    assert Money(cents=sum(cents)) == owed - known.outstanding + known.credit
