"""The rules of refunds: a person answers for money that goes back, and it goes back once."""

import pytest

from domain.fact import Fact, Facts
from domain.money import Money
from domain.payment.events import (
    MoneyRefunded,
    RefundAccepted,
    RefundDeclined,
    RefundFailed,
    RefundRequested,
    RefundStarted,
    RefundUncertain,
)
from domain.payment.payment import (
    ApprovalIsMissing,
    Payment,
    PaymentIsNotRequested,
    ReceiptIsUnknown,
    RefundIsAboveReceived,
    RefundIsNotStarted,
    RefundIsUnknown,
)
from tests.domain.pieces import KES
from tests.domain.test_payment import WHOLE, money, ringing
from tests.support.scenario import Decide, Given, happens, refuses, scenario, stays_quiet


def refunding(amount: Money = WHOLE, receipt: str | None = None, reason: str = "torn") -> Decide[Payment]:
    return lambda p: p.request_refund(amount=amount, requested_by="staff", reason=reason, receipt=receipt)


def wished(amount: Money = WHOLE, refund: int = 1, receipt: str = "SGR7X1Y2Z3") -> RefundRequested:
    return RefundRequested(refund=refund, amount=amount, requested_by="staff", reason="torn", receipt=receipt)


def promised(amount: Money = WHOLE, refund: int = 1) -> RefundStarted:
    return RefundStarted(amount=amount, approved_by="Njeri", reason="torn", refund=refund)


def paid_back(*facts: Fact) -> Given[Payment]:
    return ringing(*money(), wished(), *facts)


ON_ITS_WAY = RefundAccepted(refund=1, reference="AG_1")
LOST = RefundUncertain(refund=1, reason="timed out")
NOT_SENT = RefundFailed(refund=1, code="21", reason="no right to it")
BACK = MoneyRefunded(amount=WHOLE, reference="SGR9", refund=1)
DECLINED = RefundDeclined(refund=1, declined_by="Njeri")


@happens(Payment.request_refund)
def test_a_wished_refund_names_the_money_that_settled_the_payment_and_claims_it() -> None:
    after = ringing(*money()).when(refunding()).then(wished())
    assert (after.refundable, after.refunds[1].receipt) == (KES(0), "SGR7X1Y2Z3")


@refuses(Payment.request_refund)
@pytest.mark.parametrize(
    ("facts", "amount"),
    [
        ((), KES(1)),
        (money(), KES(2_801)),
        (money(), KES(0)),
        ((*money(), wished(KES(2_000))), KES(801)),
        ((*money(), wished(), promised(), BACK), KES(1)),
    ],
)
def test_no_more_goes_back_than_came_in(facts: Facts, amount: Money) -> None:
    ringing(*facts).when(refunding(amount)).then_refused(RefundIsAboveReceived)


@refuses(Payment.request_refund)
def test_money_of_another_receipt_does_not_go_back() -> None:
    ringing(*money()).when(refunding(receipt="SGR0")).then_refused(ReceiptIsUnknown)


@refuses(Payment.request_refund)
def test_money_that_nobody_asked_for_does_not_go_back() -> None:
    scenario(Payment).when(refunding()).then_refused(PaymentIsNotRequested)


@stays_quiet(Payment.request_refund)
def test_a_refund_is_wished_for_once() -> None:
    ringing(*money()).when_repeated(refunding(KES(1_000))).then_nothing()


@happens(Payment.request_refund)
@pytest.mark.parametrize("over", [DECLINED, NOT_SENT])
def test_money_that_did_not_go_back_can_be_wished_back_again(over: Fact) -> None:
    begun = () if over is DECLINED else (promised(),)
    paid_back(*begun, over).when(refunding()).then(wished(refund=2))


@happens(Payment.approve_refund)
def test_a_person_approves_that_money_goes_back() -> None:
    after = paid_back().when(lambda p: p.approve_refund(refund=1, approved_by="Njeri")).then(promised())
    assert after.refunds[1].is_on_its_way


@refuses(Payment.approve_refund)
def test_nobody_unnamed_approves_a_refund() -> None:
    paid_back().when(lambda p: p.approve_refund(refund=1, approved_by=" ")).then_refused(ApprovalIsMissing)


@refuses(
    Payment.approve_refund,
    Payment.decline_refund,
    Payment.accept_refund,
    Payment.doubt_refund,
    Payment.fail_refund,
    Payment.record_refund,
)
def test_a_refund_that_nobody_wished_for_refuses_everything() -> None:
    for decide in (
        lambda p: p.approve_refund(refund=2, approved_by="Njeri"),
        lambda p: p.decline_refund(refund=2, declined_by="Njeri"),
        lambda p: p.accept_refund(refund=2, reference="AG_1"),
        lambda p: p.doubt_refund(refund=2, reason="timed out"),
        lambda p: p.fail_refund(refund=2, code="21", reason="no right to it"),
        lambda p: p.record_refund(refund=2, reference="SGR9"),
    ):
        paid_back().when(decide).then_refused(RefundIsUnknown)


@stays_quiet(Payment.approve_refund, Payment.decline_refund)
def test_a_refund_is_decided_once() -> None:
    paid_back().when_repeated(lambda p: p.approve_refund(refund=1, approved_by="Njeri")).then_nothing()
    paid_back(DECLINED).when(lambda p: p.approve_refund(refund=1, approved_by="Njeri")).then_nothing()
    paid_back(promised()).when(lambda p: p.decline_refund(refund=1, declined_by="Njeri")).then_nothing()


@happens(Payment.decline_refund)
def test_declined_money_is_free_again() -> None:
    after = paid_back().when(lambda p: p.decline_refund(refund=1, declined_by="Njeri")).then(DECLINED)
    assert after.refundable == WHOLE


@happens(Payment.accept_refund)
@pytest.mark.parametrize("before", [(), (LOST,)])
def test_a_refund_that_the_neighbour_took_has_a_reference(before: Facts) -> None:
    payment = paid_back(promised(), *before)
    after = payment.when(lambda p: p.accept_refund(refund=1, reference="AG_1")).then(ON_ITS_WAY)
    assert after.refunds[1].reference == "AG_1"


@stays_quiet(Payment.accept_refund, Payment.doubt_refund, Payment.fail_refund)
def test_what_is_known_of_a_refund_is_not_told_again() -> None:
    taken = lambda p: p.accept_refund(refund=1, reference="AG_1")  # noqa: E731
    paid_back(promised()).when_repeated(taken).then_nothing()
    paid_back(promised(), ON_ITS_WAY).when(lambda p: p.doubt_refund(refund=1, reason="lost")).then_nothing()
    paid_back(promised(), BACK).when(lambda p: p.fail_refund(refund=1, code="21", reason="")).then_nothing()


@happens(Payment.doubt_refund)
def test_a_lost_answer_leaves_a_refund_open_and_its_money_claimed() -> None:
    after = paid_back(promised()).when(lambda p: p.doubt_refund(refund=1, reason="timed out")).then(LOST)
    assert (after.refundable, after.refunds[1].is_on_its_way) == (KES(0), True)


@happens(Payment.fail_refund)
def test_money_that_surely_did_not_go_back_is_free_again() -> None:
    failing = lambda p: p.fail_refund(refund=1, code="21", reason="no right to it")  # noqa: E731
    assert paid_back(promised(), ON_ITS_WAY).when(failing).then(NOT_SENT).refundable == WHOLE


@happens(Payment.record_refund)
@pytest.mark.parametrize("before", [(), (ON_ITS_WAY,), (LOST,), (NOT_SENT,)])
def test_money_that_went_back_is_believed_however_late(before: Facts) -> None:
    payment = paid_back(promised(), *before)
    after = payment.when(lambda p: p.record_refund(refund=1, reference="SGR9")).then(BACK)
    assert (after.refundable, after.refunds[1].reference) == (KES(0), "SGR9")


@refuses(Payment.record_refund)
@pytest.mark.parametrize("before", [(), (DECLINED,)])
def test_money_that_nobody_promised_does_not_go_back(before: Facts) -> None:
    refused = paid_back(*before).when(lambda p: p.record_refund(refund=1, reference="B1"))
    refused.then_refused(RefundIsNotStarted)


@stays_quiet(Payment.record_refund)
def test_a_refund_is_recorded_once() -> None:
    payment = paid_back(promised())
    payment.when_repeated(lambda p: p.record_refund(refund=1, reference="SGR9")).then_nothing()


def test_refunds_of_the_first_release_are_counted_as_they_come() -> None:
    uncounted = RefundStarted(amount=KES(500), approved_by="Njeri", reason="torn")
    done = MoneyRefunded(amount=KES(500), reference="B1")
    payment = ringing(*money(), uncounted, done).state()
    assert (payment.refunds[1].reference, payment.refundable) == ("B1", KES(2_300))
