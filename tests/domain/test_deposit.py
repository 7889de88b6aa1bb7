"""The rules of a deposit: money of one receipt has one home."""

from domain.deposit.deposit import (
    Deposit,
    DepositDiffers,
    DepositIsClaimed,
    DepositIsReturned,
    DepositIsUnknown,
    PersonIsMissing,
)
from domain.deposit.events import DepositClaimed, DepositReceived, DepositReturned, DepositSetAside
from domain.fact import Fact, Facts
from domain.identity import PaymentId
from tests.domain.pieces import KES, NOW, an_id, sealed
from tests.support.scenario import Decide, Given, happens, refuses, scenario, stays_quiet

CAME = DepositReceived(
    provider="mpesa",
    shortcode="600999",
    receipt="SGR7X1Y2Z3",
    amount=KES(2_800),
    reference=sealed("DK-7F3K9"),
    payer=sealed("2547****149"),
    paid_at=NOW,
)
PAYMENT, OTHER = PaymentId(an_id("payment")), PaymentId(an_id("another payment"))
CLAIMED = DepositClaimed(payment=PAYMENT)
ASIDE = DepositSetAside(reason="unknown-reference", suggested=PAYMENT)
RETURNED = DepositReturned(returned_by="Njeri", note="sent back by phone")


def a_deposit(*facts: Fact) -> Given[Deposit]:
    return scenario(Deposit).given(CAME, *facts)


def receiving(**change: object) -> Decide[Deposit]:
    return lambda deposit: deposit.receive(**{**dict(CAME), **change})


def claiming(payment: PaymentId = PAYMENT) -> Decide[Deposit]:
    return lambda deposit: deposit.claim(payment)


def leaving(deposit: Deposit) -> Facts:
    return deposit.put_aside("unknown-reference", PAYMENT)


def returning(by: str = "Njeri") -> Decide[Deposit]:
    return lambda deposit: deposit.give_back(returned_by=by, note="sent back by phone")


@happens(Deposit.receive)
def test_money_that_came_is_known_even_after_its_claim() -> None:
    assert scenario(Deposit).when(receiving()).then(CAME).received == CAME
    assert scenario(Deposit).given(CLAIMED).when(receiving()).then(CAME).payment == PAYMENT


@refuses(Deposit.receive)
def test_the_amount_of_a_receipt_does_not_change() -> None:
    a_deposit().when(receiving(amount=KES(1))).then_refused(DepositDiffers)


@stays_quiet(Deposit.receive)
def test_money_comes_once_however_often_it_is_told() -> None:
    scenario(Deposit).when_repeated(receiving()).then_nothing()


@happens(Deposit.claim)
def test_a_payment_counts_the_money_even_before_its_own_news_and_after_it_was_left_to_a_person() -> None:
    scenario(Deposit).when(claiming()).then(CLAIMED)
    after = a_deposit(ASIDE).when(claiming()).then(CLAIMED)
    assert not after.is_unallocated
    assert (after.is_free_for(PAYMENT), after.is_free_for(OTHER)) == (True, False)


@refuses(Deposit.claim)
def test_the_money_is_counted_for_one_payment_and_not_after_it_went_back() -> None:
    a_deposit(CLAIMED).when(claiming(OTHER)).then_refused(DepositIsClaimed)
    a_deposit(RETURNED).when(claiming()).then_refused(DepositIsReturned)


@stays_quiet(Deposit.claim)
def test_a_claim_is_made_once() -> None:
    a_deposit().when_repeated(claiming()).then_nothing()


@happens(Deposit.put_aside)
def test_money_of_nobody_knows_whom_waits_for_a_person() -> None:
    after = a_deposit().when(leaving).then(ASIDE)
    assert after.is_unallocated
    assert after.is_free_for(OTHER)


@refuses(Deposit.put_aside, Deposit.give_back)
def test_money_that_never_came_goes_nowhere() -> None:
    scenario(Deposit).when(leaving).then_refused(DepositIsUnknown)
    scenario(Deposit).when(returning()).then_refused(DepositIsUnknown)


@stays_quiet(Deposit.put_aside)
def test_money_with_a_home_is_not_left_to_a_person() -> None:
    for known in (CLAIMED, RETURNED, ASIDE):
        a_deposit(known).when(leaving).then_nothing()


@happens(Deposit.give_back)
def test_a_person_gives_it_back() -> None:
    after = a_deposit(ASIDE).when(returning()).then(RETURNED)
    assert (after.is_unallocated, after.is_free_for(PAYMENT)) == (False, False)


@refuses(Deposit.give_back)
def test_nobody_unnamed_gives_money_back_nor_what_a_payment_counts() -> None:
    a_deposit(ASIDE).when(returning(" ")).then_refused(PersonIsMissing)
    a_deposit(CLAIMED).when(returning()).then_refused(DepositIsClaimed)


@stays_quiet(Deposit.give_back)
def test_money_goes_back_once() -> None:
    a_deposit().when_repeated(returning()).then_nothing()
