"""Money that goes back: within the boutique's limit at once, above it when a person says so; never twice."""

from functools import partial

import pytest

from application.commands import (
    ApproveRefund,
    AskRefundAgain,
    CancelOrder,
    DeclineRefund,
    HandToCourier,
    NoteRefunded,
    OweRefund,
    PackOrder,
    RecordRefund,
    RequestRefund,
    TakeBack,
)
from application.refunding import WITHIN_LIMIT
from domain.boutique.boutique import Boutique
from domain.order.events import CancelReason, OrderRefundDeclined, OrderRefunded, TakeBackReason
from domain.order.refusals import MoneyGoesBack, OrderIsPaid
from domain.order.state import OrderStatus
from domain.payment.events import RefundRequested, RefundStarted
from domain.payment.refund import Refund, RefundState
from domain.payment.refusals import RefundIsAboveReceived, RefundIsNotStarted
from domain.stock.stock import Stock
from tests.application.little_shop import AMANI, RED_M, Customer, LittleShop
from tests.domain.pieces import KES

WHOLE = KES(2_800)
CANCEL = CancelReason.OWNER


@pytest.fixture
def paid(wanjiku: Customer) -> Customer:
    """An order is paid and in the shop."""
    wanjiku.has_paid()
    return wanjiku


def limit(little: LittleShop, shillings: int) -> None:
    little.tell(Boutique, AMANI, lambda shop: shop.set_limits(order_limit=KES(shillings), discount_percent=0))


def refund(who: Customer, number: int = 1) -> Refund:
    return who.payment.refunds[number]


@pytest.mark.parametrize(
    ("shillings", "state"),
    [(None, RefundState.REQUESTED), (2_799, RefundState.REQUESTED), (2_800, RefundState.STARTED)],
)
def test_a_refund_waits_for_a_person_above_the_boutiques_limit(
    little: LittleShop, paid: Customer, shillings: int | None, state: RefundState
) -> None:
    if shillings:
        limit(little, shillings)
    little.do(RequestRefund(paid.payment_id, WHOLE, "Amina", "it did not fit"))
    assert refund(paid).state is state
    assert [fact.approved_by for fact in little.log.told(RefundStarted)] == [WITHIN_LIMIT] * (
        state is RefundState.STARTED
    )


def test_the_same_wish_twice_is_one_refund_and_one_approval(little: LittleShop, paid: Customer) -> None:
    limit(little, 5_000)
    wish = RequestRefund(paid.payment_id, WHOLE, "Amina", "it did not fit")
    little.do(wish, wish)
    assert len(little.log.told(RefundRequested)) == len(little.log.told(RefundStarted)) == 1


def test_a_paid_order_that_the_shop_gives_up_owes_its_money_and_frees_its_piece(
    little: LittleShop, paid: Customer
) -> None:
    before = little.get(Stock, RED_M).available
    little.do(CancelOrder(paid.order_id, CANCEL), CancelOrder(paid.order_id, CANCEL))
    assert paid.order.outstanding == WHOLE
    assert (refund(paid).amount, refund(paid).reason) == (WHOLE, "owner")
    assert little.get(Stock, RED_M).available == before + 1
    with pytest.raises(MoneyGoesBack):
        little.do(PackOrder(paid.order_id))


def test_once_the_money_went_back_the_order_is_refunded(little: LittleShop, paid: Customer) -> None:
    little.do(CancelOrder(paid.order_id, CANCEL), ApproveRefund(paid.payment_id, 1, "Amina"))
    little.do(RecordRefund(paid.payment_id, 1, "RF1"), RecordRefund(paid.payment_id, 1, "RF1"))
    assert paid.order.status is OrderStatus.REFUNDED
    assert [fact.reference for fact in little.log.told(OrderRefunded)] == ["RF1"]


def test_of_a_discounted_order_what_was_paid_goes_back_and_no_more(
    little: LittleShop, wanjiku: Customer
) -> None:
    lets = partial(Boutique.set_limits, order_limit=KES(1), discount_percent=10)
    little.tell(Boutique, AMANI, lets)
    wanjiku.says("red dress")
    wanjiku.says("give me 10% discount")
    wanjiku.taps("tell_size:M")
    wanjiku.taps("checkout")
    little.tell(Boutique, AMANI, partial(Boutique.set_limits, order_limit=KES(9_000), discount_percent=0))
    wanjiku.says("Westlands, Sarit Centre, 3rd floor")
    wanjiku.presses()
    wanjiku.pays()
    with pytest.raises(RefundIsAboveReceived):
        little.do(RequestRefund(wanjiku.payment_id, WHOLE, "Amina", "more than she paid"))
    little.do(CancelOrder(wanjiku.order_id, CANCEL))
    assert refund(wanjiku).amount == wanjiku.order.total == KES(2_250 + 300)


def test_a_refund_that_was_declined_or_never_approved_moves_nothing(
    little: LittleShop, paid: Customer
) -> None:
    little.do(CancelOrder(paid.order_id, CANCEL))
    with pytest.raises(RefundIsNotStarted):
        little.do(RecordRefund(paid.payment_id, 1, "RF1"))
    little.do(DeclineRefund(paid.payment_id, 1, "Amina"))
    assert refund(paid).state is RefundState.DECLINED


def test_an_order_whose_refund_the_owner_declined_says_so_and_may_be_asked_for_again(
    little: LittleShop, paid: Customer
) -> None:
    little.do(CancelOrder(paid.order_id, CANCEL), DeclineRefund(paid.payment_id, 1, "owner", "worn"))
    assert (paid.order.status, paid.order.outstanding) == (OrderStatus.NOT_REFUNDED, KES(0))
    [told] = little.log.told(OrderRefundDeclined)
    assert (told.amount, told.declined_by, told.reason) == (WHOLE, "owner", "worn")

    again = AskRefundAgain(paid.payment_id, 1, "staff")
    little.do(again, again)

    assert [each.state for each in paid.payment.refunds.values()] == [
        RefundState.DECLINED,
        RefundState.REQUESTED,
    ]
    assert [fact.requested_by for fact in little.log.told(RefundRequested)] == ["dukani", "staff"]
    assert paid.order.outstanding == WHOLE
    little.do(ApproveRefund(paid.payment_id, 2, "owner"), RecordRefund(paid.payment_id, 2, "RF1"))
    little.do(again)
    assert paid.order.status is OrderStatus.REFUNDED
    assert len(paid.payment.refunds) == 2


def test_a_part_that_was_declined_is_asked_for_once_and_paid_once(little: LittleShop, paid: Customer) -> None:
    part = TakeBack(paid.order_id, (), KES(300), TakeBackReason.GOODWILL, on_shelf=False)
    little.do(part, DeclineRefund(paid.payment_id, 1, "owner"))
    again = AskRefundAgain(paid.payment_id, 1, "staff")
    little.do(again, again)
    little.do(ApproveRefund(paid.payment_id, 2, "owner"), RecordRefund(paid.payment_id, 2, "RF1"), again)
    assert [each.amount for each in paid.payment.refunds.values()] == [KES(300), KES(300)]
    assert (paid.order.refunded, paid.order.outstanding, paid.order.kept) == (KES(300), KES(0), KES(0))


def test_a_second_part_of_the_same_sum_is_a_second_refund(little: LittleShop, paid: Customer) -> None:
    for _ in range(2):
        little.do(TakeBack(paid.order_id, (), KES(300), TakeBackReason.GOODWILL, on_shelf=False))
    assert [each.amount for each in paid.payment.refunds.values()] == [KES(300), KES(300)]
    assert paid.order.outstanding == KES(600)


def test_a_wish_for_money_that_an_order_never_owed_leaves_what_it_owes(
    little: LittleShop, paid: Customer
) -> None:
    little.do(CancelOrder(paid.order_id, CANCEL), DeclineRefund(paid.payment_id, 1, "owner"))
    little.do(RequestRefund(paid.payment_id, KES(300), "Amina", "too late"))
    little.do(AskRefundAgain(paid.payment_id, 2, "Amina"))
    little.do(DeclineRefund(paid.payment_id, 2, "owner"))
    assert paid.order.kept == WHOLE


def test_a_parcel_that_left_the_shop_and_a_customers_own_wish_are_for_a_person(
    little: LittleShop, paid: Customer
) -> None:
    with pytest.raises(OrderIsPaid):
        little.do(CancelOrder(paid.order_id, CancelReason.CUSTOMER))
    little.do(PackOrder(paid.order_id), HandToCourier(paid.order_id, "Sendy"))
    with pytest.raises(OrderIsPaid):
        little.do(CancelOrder(paid.order_id, CANCEL))


def test_an_order_that_was_never_paid_owes_and_hears_nothing(little: LittleShop, wanjiku: Customer) -> None:
    order = wanjiku.has_ordered()
    little.do(OweRefund(order, WHOLE, "paid-twice", keeps_order=True), NoteRefunded(order, WHOLE, "RF1"))
    assert wanjiku.order.outstanding == KES(0)
