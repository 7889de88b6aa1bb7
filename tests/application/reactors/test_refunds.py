"""Refunds: sent once after somebody approved, and ended by evidence; in doubt they wait for a person."""

from dataclasses import replace
from datetime import timedelta

import pytest

from application.commands import ApproveRefund, CancelOrder, ReceiveMoney, RequestRefund
from application.outcome import DONE, Later, Outcome
from application.ports import Evidence, EvidenceKind, NeighbourFailed, NeighbourUnsure
from application.reactors.query_refund import SCHEDULE
from application.reactors.send_refund import MOST_RETRIES, MOST_WAITS, NO_RECEIPT
from application.reactors.weigh_refund import WAIT_FOR_ANSWER
from application.work import Work, WorkKind
from domain.money import Money
from domain.order.events import CancelReason
from domain.order.state import OrderStatus
from domain.payment.events import MoneySource, RefundFailed
from domain.payment.refund import RefundState
from tests.application.little_shop import Customer, LittleShop, put_off
from tests.domain.pieces import KES, an_id

WHOLE = KES(2_800)
BUSY = NeighbourFailed("mpesa", "500.003.02", "busy", retryable=True)
BARRED = NeighbourFailed("mpesa", "no-initiator", "nobody may", retryable=False)
LOST = NeighbourUnsure("mpesa", "no-answer", "cut", retryable=False)


def back(
    kind: EvidenceKind = EvidenceKind.SUCCEEDED,
    code: str = "0",
    name: str = "refund-1",
    receipt: str | None = "RF00000001",
    amount: Money | None = None,
) -> Evidence:
    return Evidence(kind, code, "as it is", name, None, receipt, amount)


def due(little: LittleShop, kind: WorkKind) -> Work:
    work = next(work for work in little.due if work.kind is kind)
    little.due.remove(work)
    return work


@pytest.fixture
def owed(little: LittleShop, wanjiku: Customer) -> Customer:
    """A paid order that the shop gave up; its refund waits for her."""
    wanjiku.has_paid()
    little.do(CancelOrder(wanjiku.order_id, CancelReason.OWNER))
    return wanjiku


@pytest.fixture
def approved(little: LittleShop, owed: Customer) -> Work:
    """The refund is approved and not sent."""
    little.do(ApproveRefund(owed.payment_id, 1, "Amina"))
    return due(little, WorkKind.SEND_REFUND)


@pytest.fixture
def sent(little: LittleShop, approved: Work) -> None:
    """The neighbour took it."""
    assert little.react(approved) == DONE


def state(who: Customer) -> RefundState:
    return who.payment.refunds[1].state


class TestSendRefund:
    def test_nothing_is_sent_before_somebody_approved(self, little: LittleShop, owed: Customer) -> None:
        assert [work for work in little.due if work.kind is WorkKind.SEND_REFUND] == []

    def test_it_is_sent_once_by_the_receipt_of_the_money(
        self, little: LittleShop, owed: Customer, approved: Work
    ) -> None:
        assert little.react(approved) == DONE
        assert little.react(approved) == DONE
        [asked] = little.refunds.asked
        assert (asked.amount, asked.received, asked.receipt, asked.checkout_id) == (
            WHOLE,
            WHOLE,
            "RCPT1",
            "checkout-1",
        )
        assert (asked.payee.provider, asked.payee.shortcode) == ("mpesa", "174379")
        assert state(owed) is RefundState.ACCEPTED

    @pytest.mark.parametrize("trouble", [LOST, None])
    def test_one_that_was_perhaps_sent_is_in_doubt_and_never_sent_again(
        self, little: LittleShop, owed: Customer, approved: Work, trouble: NeighbourUnsure | None
    ) -> None:
        little.refunds.answers.append(trouble)
        assert little.react(replace(approved, perhaps_done=trouble is None)) == DONE
        assert state(owed) is RefundState.UNCERTAIN
        assert little.react(approved) == DONE
        assert len(little.refunds.asked) == (trouble is LOST)

    def test_one_that_was_surely_not_taken_is_tried_again_for_a_while(
        self, little: LittleShop, owed: Customer, approved: Work
    ) -> None:
        little.refunds.answers.extend([BUSY, BUSY])
        assert isinstance(little.react(approved), Later)
        assert little.react(replace(approved, attempts=MOST_RETRIES)) == DONE
        assert state(owed) is RefundState.FAILED

    def test_one_that_is_refused_failed_and_may_be_wished_for_anew(
        self, little: LittleShop, owed: Customer, approved: Work
    ) -> None:
        little.refunds.answers.append(BARRED)
        assert little.react(approved) == DONE
        little.do(RequestRefund(owed.payment_id, WHOLE, "Amina", "owner"))
        assert [each.state for each in owed.payment.refunds.values()] == [
            RefundState.FAILED,
            RefundState.REQUESTED,
        ]

    def test_a_refund_that_was_never_asked_for_is_nothing_to_do(
        self, little: LittleShop, approved: Work
    ) -> None:
        assert little.react(replace(approved, detail="7")) == DONE
        assert little.refunds.asked == []


class TestMoneyWithoutAReceipt:
    @pytest.fixture
    def approved(self, little: LittleShop, wanjiku: Customer) -> Work:
        """Only a query said that she paid, and the money is to go back."""
        wanjiku.has_ordered()
        little.do(ReceiveMoney(wanjiku.payment_id, 1, None, None, MoneySource.QUERY))
        little.do(CancelOrder(wanjiku.order_id, CancelReason.OWNER))
        little.do(ApproveRefund(wanjiku.payment_id, 1, "Amina"))
        return due(little, WorkKind.SEND_REFUND)

    def test_its_refund_waits_for_the_receipt_and_is_of_what_was_asked(
        self, little: LittleShop, wanjiku: Customer, approved: Work
    ) -> None:
        assert isinstance(little.react(approved), Later)
        little.do(ReceiveMoney(wanjiku.payment_id, 1, WHOLE, "RCPT9", MoneySource.CALLBACK))
        assert little.react(approved) == DONE
        [asked] = little.refunds.asked
        assert (asked.receipt, asked.received) == ("RCPT9", WHOLE)

    def test_without_one_it_fails_in_the_end(
        self, little: LittleShop, wanjiku: Customer, approved: Work
    ) -> None:
        assert little.react(replace(approved, attempts=MOST_WAITS)) == DONE
        assert [fact.code for fact in little.log.told(RefundFailed)] == [NO_RECEIPT]
        assert little.refunds.asked == []

    def test_a_doubtful_one_is_not_asked_about_either(
        self, little: LittleShop, wanjiku: Customer, approved: Work
    ) -> None:
        little.react(replace(approved, perhaps_done=True))
        little.clock.pass_by(timedelta(minutes=1))
        assert isinstance(little.react(due(little, WorkKind.QUERY_REFUND)), Later)
        assert little.refunds.queried == []


@pytest.mark.usefixtures("sent")
class TestQueryRefund:
    def test_the_neighbours_own_list_ends_it_and_the_order_learns(
        self, little: LittleShop, owed: Customer
    ) -> None:
        little.refunds.truths.append(back())
        assert little.react(due(little, WorkKind.QUERY_REFUND)) == DONE
        assert little.refunds.queried == ["refund-1"]
        assert owed.order.status is OrderStatus.REFUNDED

    def test_what_is_pending_or_cannot_be_asked_is_asked_about_later(
        self, little: LittleShop, owed: Customer
    ) -> None:
        query = due(little, WorkKind.QUERY_REFUND)
        for attempts, trouble in enumerate((None, BUSY)):
            little.refunds.truths.extend([trouble] if trouble else [])
            again = put_off(little.react(replace(query, attempts=attempts)))
            assert again.at == little.clock.now() + SCHEDULE[attempts]
        assert little.react(replace(query, attempts=len(SCHEDULE))) == DONE
        assert state(owed) is RefundState.ACCEPTED

    def test_a_failed_one_gives_the_promise_back(self, little: LittleShop, owed: Customer) -> None:
        little.refunds.truths.append(back(EvidenceKind.FAILED, "failed"))
        query = due(little, WorkKind.QUERY_REFUND)
        assert little.react(query) == little.react(query) == DONE
        assert state(owed) is RefundState.FAILED
        assert owed.payment.refundable == WHOLE


def called_back(
    little: LittleShop, who: Customer, evidence: Evidence, refund: int = 1
) -> tuple[Outcome, str | None]:
    work = little.called_back(evidence, who.payment_id, refund, WorkKind.WEIGH_REFUND)
    outcome = little.react(work)
    return outcome, little.inbox.outcomes.get(work.key.rsplit("/", 1)[-1])


class TestWeighRefund:
    def test_its_callback_ends_it_once(self, little: LittleShop, owed: Customer, sent: None) -> None:
        assert called_back(little, owed, back(amount=WHOLE)) == (DONE, "weighed")
        assert called_back(little, owed, back()) == (DONE, "about no refund on its way")
        assert owed.payment.refunds[1].reference == "RF00000001"

    def test_a_settled_callback_is_not_weighed_again(
        self, little: LittleShop, owed: Customer, sent: None
    ) -> None:
        work = little.called_back(back(), owed.payment_id, 1, WorkKind.WEIGH_REFUND)
        assert little.react(work) == little.react(work) == DONE

    @pytest.mark.parametrize(
        ("evidence", "refund", "why"),
        [
            (back(name="refund-9"), 1, "another refund's callback"),
            (back(amount=KES(1)), 1, "of another amount"),
            (back(EvidenceKind.UNKNOWN, "?"), 1, "not understood: ?"),
            (back(), 7, "about no refund on its way"),
        ],
    )
    def test_what_does_not_fit_is_put_aside(
        self, little: LittleShop, owed: Customer, sent: None, evidence: Evidence, refund: int, why: str
    ) -> None:
        assert called_back(little, owed, evidence, refund) == (DONE, why)
        assert state(owed) is RefundState.ACCEPTED

    def test_one_that_overtakes_our_own_answer_waits_for_it(
        self, little: LittleShop, owed: Customer, approved: Work
    ) -> None:
        again, outcome = called_back(little, owed, back())
        assert (put_off(again).at, outcome) == (little.clock.now() + WAIT_FOR_ANSWER, None)

    def test_a_doubtful_one_is_ended_by_its_callback(
        self, little: LittleShop, owed: Customer, approved: Work
    ) -> None:
        little.react(replace(approved, perhaps_done=True))
        assert called_back(little, owed, back(EvidenceKind.FAILED, "1")) == (DONE, "weighed")
        assert state(owed) is RefundState.FAILED

    def test_a_hint_is_a_reason_to_ask(self, little: LittleShop, owed: Customer, sent: None) -> None:
        little.refunds.truths.append(back())
        hint = back(EvidenceKind.PENDING, "refund.processed", name="page-1", receipt=None)
        assert called_back(little, owed, hint, refund=5) == (DONE, "asked about")
        assert state(owed) is RefundState.DONE


def test_a_payment_that_nobody_knows_has_no_refunds(little: LittleShop) -> None:
    work = little.called_back(back(), an_id("nobody"), 1, WorkKind.WEIGH_REFUND)
    assert little.react(work) == DONE
