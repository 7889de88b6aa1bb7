"""The rules of an order: nothing leaves the shop unpaid, and no money is kept for nothing."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TypedDict, Unpack

import pytest

from domain.fact import Fact, Facts, fold
from domain.identity import PaymentId
from domain.money import Money
from domain.order.events import (
    CancelReason,
    OrderCancelled,
    OrderDelivered,
    OrderExpired,
    OrderHandedToCourier,
    OrderPacked,
    OrderPaid,
    OrderRefundDeclined,
    OrderRefunded,
    OwnerTold,
    RefundDue,
)
from domain.order.order import (
    PAID_TOO_LATE,
    AmountDoesNotSettle,
    MoneyGoesBack,
    Order,
    OrderIsEmpty,
    OrderIsGivenUp,
    OrderIsNotOnItsWay,
    OrderIsNotPacked,
    OrderIsNotPaid,
    OrderIsNotPlaced,
    OrderIsPaid,
    OrderIsPlacedAlready,
    OrderStatus,
    OrderStillStands,
    PaymentOfAnotherOrder,
    RefundIsAbovePaid,
    RefundIsNotDue,
    TimeToPayIsNotOver,
    TotalDoesNotAddUp,
)
from domain.refusal import Refusal
from tests.domain.pieces import KES, LATER, NOW, an_id, an_order_line, an_order_placed
from tests.support.scenario import Decide, Decision, Given, happens, refuses, scenario, stays_quiet

PLACED = an_order_placed()


class Paying(TypedDict, total=False):
    payment: PaymentId
    amount: Money
    receipt: str | None


MONEY: Paying = {"payment": PLACED.payment, "amount": KES(2_800), "receipt": "SGR7X1Y2Z3"}
PAID = OrderPaid(**MONEY)
CANCELLED = OrderCancelled(reason=CancelReason.CUSTOMER)
WAY = {"courier": "G4S", "tracking": "G-1"}
LEFT = OrderHandedToCourier(**WAY)
ALL_DUE = RefundDue(amount=KES(2_800), reason="torn")


def an_order(*facts: Fact) -> Given[Order]:
    return scenario(Order).given(PLACED, *facts)


def placing(**change: object) -> Decide[Order]:
    fields = {**dict(PLACED), **change}
    return lambda order: order.place(**fields)


def paying(**change: Unpack[Paying]) -> Decide[Order]:
    return lambda order: order.mark_paid(**MONEY | change)


def owing(amount: int) -> Decide[Order]:
    return lambda order: order.refund_due(amount=KES(amount), reason="torn")


def paying_late(stock_is_back: bool = True, **change: Unpack[Paying]) -> Decide[Order]:
    return lambda order: order.accept_late_money(**MONEY | change, stock_is_back=stock_is_back)


@happens(Order.place)
def test_an_order_waits_for_its_money_once_placed() -> None:
    after = scenario(Order).when(placing()).then(PLACED)
    assert after.status is OrderStatus.AWAITING_PAYMENT
    assert (after.number, after.total, after.lines) == ("DK-7F3K9", KES(2_800), PLACED.lines)
    assert (after.customer, after.payment, after.pay_until) == (PLACED.customer, PLACED.payment, LATER)


def test_an_order_that_nobody_placed_is_nothing_yet() -> None:
    order = Order()
    assert (order.status, order.is_placed, order.lines, order.number) == (OrderStatus.UNPLACED, False, (), "")
    assert (order.customer, order.payment, order.pay_until, order.total) == (None, None, None, KES(0))


@refuses(Order.place)
@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"lines": ()}, OrderIsEmpty),
        ({"total": KES(2_799)}, TotalDoesNotAddUp),
        ({"delivery_fee": KES(0)}, TotalDoesNotAddUp),
    ],
)
def test_an_order_adds_up(change: Mapping[str, object], refusal: type[Refusal]) -> None:
    scenario(Order).when(placing(**change)).then_refused(refusal)


@refuses(Order.place)
@pytest.mark.parametrize("change", [{"number": "DK-OTHER"}, {"lines": (an_order_line(quantity=2),)}])
def test_a_placed_order_does_not_become_another(change: Mapping[str, object]) -> None:
    an_order().when(placing(**change)).then_refused(OrderIsPlacedAlready)


@stays_quiet(Order.place)
def test_an_order_is_placed_once() -> None:
    scenario(Order).when_repeated(placing()).then_nothing()


@happens(Order.mark_paid)
def test_money_for_the_whole_order_pays_it() -> None:
    after = an_order().when(paying()).then(PAID)
    assert (after.status, after.paid, after.receipt) == (OrderStatus.PAID, KES(2_800), "SGR7X1Y2Z3")


@refuses(Order.mark_paid, Order.accept_late_money)
@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"payment": an_id("other")}, PaymentOfAnotherOrder),
        ({"amount": KES(2_799)}, AmountDoesNotSettle),
        ({"amount": KES(2_801)}, AmountDoesNotSettle),
    ],
)
def test_only_the_right_money_pays_an_order(change: Paying, refusal: type[Refusal]) -> None:
    for decide in (paying(**change), paying_late(**change)):
        an_order().when(decide).then_refused(refusal)


@refuses(Order.mark_paid)
@pytest.mark.parametrize("end", [CANCELLED, OrderExpired()])
def test_money_for_an_order_that_was_given_up_is_late(end: Fact) -> None:
    an_order(end).when(paying()).then_refused(OrderIsGivenUp)


@stays_quiet(Order.mark_paid)
def test_an_order_is_paid_once() -> None:
    an_order().when_repeated(paying()).then_nothing()


@happens(Order.accept_late_money)
@pytest.mark.parametrize("end", [CANCELLED, OrderExpired()])
def test_late_money_revives_an_order_whose_pieces_can_be_had(end: Fact) -> None:
    assert an_order(end).when(paying_late()).then(PAID).status is OrderStatus.PAID


@happens(Order.accept_late_money)
def test_late_money_goes_back_when_the_pieces_are_gone() -> None:
    due = RefundDue(amount=KES(2_800), reason=PAID_TOO_LATE)
    after = an_order(OrderExpired()).when(paying_late(stock_is_back=False)).then(due)
    assert (after.status, after.outstanding) == (OrderStatus.EXPIRED, KES(2_800))
    back = after.evolve(OrderRefunded(amount=KES(2_800), reference="R1"))
    assert back.status is OrderStatus.REFUNDED


@refuses(Order.accept_late_money)
def test_money_in_time_is_not_late() -> None:
    an_order().when(paying_late()).then_refused(OrderStillStands)


@stays_quiet(Order.accept_late_money)
@pytest.mark.parametrize("stock_is_back", [True, False])
def test_late_money_is_decided_once(stock_is_back: bool) -> None:
    an_order(OrderExpired()).when_repeated(paying_late(stock_is_back)).then_nothing()


STEPS: list[tuple[Decision, Decide[Order], Facts, Fact, OrderStatus]] = [
    (Order.pack, lambda o: o.pack(), (PAID,), OrderPacked(), OrderStatus.PACKED),
    (
        Order.hand_to_courier,
        lambda o: o.hand_to_courier(**WAY),
        (PAID, OrderPacked()),
        LEFT,
        OrderStatus.ON_ITS_WAY,
    ),
    (
        Order.deliver,
        lambda o: o.deliver(),
        (PAID, OrderPacked(), LEFT),
        OrderDelivered(),
        OrderStatus.DELIVERED,
    ),
]
SENDING = (Order.pack, Order.hand_to_courier, Order.deliver)


@happens(*SENDING)
def test_a_paid_order_is_packed_sent_and_delivered() -> None:
    for _, decide, before, fact, status in STEPS:
        assert an_order(*before).when(decide).then(fact).status is status


@stays_quiet(*SENDING)
def test_each_step_is_taken_once() -> None:
    for _, decide, before, _, _ in STEPS:
        an_order(*before).when_repeated(decide).then_nothing()
        an_order(PAID, OrderPacked(), LEFT, OrderDelivered()).when(decide).then_nothing()


@refuses(*SENDING, Order.owner_told)
def test_nothing_leaves_the_shop_before_it_is_paid() -> None:
    for decide in (*(step[1] for step in STEPS), lambda o: o.owner_told("wamid.1")):
        an_order().when(decide).then_refused(OrderIsNotPaid)
        an_order(OrderExpired()).when(decide).then_refused(OrderIsNotPaid)


@refuses(Order.hand_to_courier)
def test_the_courier_takes_parcels_only() -> None:
    an_order(PAID).when(lambda o: o.hand_to_courier(**WAY)).then_refused(OrderIsNotPacked)


@refuses(Order.deliver)
def test_what_did_not_leave_cannot_arrive() -> None:
    an_order(PAID, OrderPacked()).when(lambda o: o.deliver()).then_refused(OrderIsNotOnItsWay)


@happens(Order.hand_to_courier)
def test_a_tracking_number_may_come_later() -> None:
    left = OrderHandedToCourier(courier="G4S")
    an_order(PAID, OrderPacked(), left).when(lambda o: o.hand_to_courier(**WAY)).then(LEFT)


@refuses(Order.pack, Order.hand_to_courier)
def test_an_order_whose_money_goes_back_does_not_leave() -> None:
    an_order(PAID, ALL_DUE).when(lambda o: o.pack()).then_refused(MoneyGoesBack)
    packed = an_order(PAID, OrderPacked(), ALL_DUE)
    packed.when(lambda o: o.hand_to_courier(**WAY)).then_refused(MoneyGoesBack)


@refuses(
    Order.mark_paid,
    Order.accept_late_money,
    *SENDING,
    Order.cancel,
    Order.expire,
    Order.refund_due,
    Order.refund,
    Order.decline_refund,
    Order.owner_told,
)
def test_an_order_that_nobody_placed_refuses_everything() -> None:
    for decide in (
        paying(),
        paying_late(),
        *(step[1] for step in STEPS),
        lambda o: o.cancel(CancelReason.OWNER),
        lambda o: o.expire(LATER),
        lambda o: o.refund_due(amount=KES(1), reason="torn"),
        lambda o: o.refund(amount=KES(1), reference="R1"),
        lambda o: o.decline_refund(refund=1, amount=KES(1), declined_by="owner"),
        lambda o: o.owner_told("wamid.1"),
    ):
        scenario(Order).when(decide).then_refused(OrderIsNotPlaced)


@happens(Order.cancel)
def test_an_unpaid_order_can_be_cancelled() -> None:
    after = an_order().when(lambda o: o.cancel(CancelReason.CUSTOMER)).then(CANCELLED)
    assert after.status is OrderStatus.CANCELLED
    assert after.is_given_up


@refuses(Order.cancel)
@pytest.mark.parametrize(("fact", "refusal"), [(PAID, OrderIsPaid), (OrderExpired(), OrderIsGivenUp)])
def test_a_paid_or_expired_order_is_not_cancelled(fact: Fact, refusal: type[Refusal]) -> None:
    an_order(fact).when(lambda o: o.cancel(CancelReason.OWNER)).then_refused(refusal)


@stays_quiet(Order.cancel)
def test_an_order_is_cancelled_once() -> None:
    an_order().when_repeated(lambda o: o.cancel(CancelReason.OWNER)).then_nothing()


@happens(Order.expire)
def test_an_order_that_nobody_paid_in_time_expires() -> None:
    assert an_order().when(lambda o: o.expire(LATER)).then(OrderExpired()).status is OrderStatus.EXPIRED


@refuses(Order.expire)
def test_she_may_pay_to_the_last_moment() -> None:
    refusal = an_order().when(lambda o: o.expire(LATER - timedelta(microseconds=1)))
    assert refusal.then_refused(TimeToPayIsNotOver).until == LATER


@stays_quiet(Order.expire)
@pytest.mark.parametrize("end", [PAID, CANCELLED, OrderExpired()])
def test_what_is_paid_or_given_up_does_not_expire(end: Fact) -> None:
    an_order(end).when(lambda o: o.expire(NOW)).then_nothing()


@happens(Order.refund_due, Order.refund)
def test_an_order_whose_money_went_back_is_refunded() -> None:
    after = an_order(PAID).when(owing(2_800)).then(ALL_DUE)
    assert (after.status, after.outstanding) == (OrderStatus.PAID, KES(2_800))
    back = OrderRefunded(amount=KES(2_800), reference="R1")
    after = an_order(PAID, ALL_DUE).when(lambda o: o.refund(amount=KES(2_800), reference="R1")).then(back)
    assert after.status is OrderStatus.REFUNDED


@happens(Order.refund_due)
def test_a_part_refund_leaves_the_order_standing() -> None:
    decided = an_order(PAID).when(lambda o: o.refund_due(amount=KES(300), reason="no delivery"))
    order = decided.then(RefundDue(amount=KES(300), reason="no delivery"))
    order = order.evolve(OrderRefunded(amount=KES(300), reference="R1"))
    assert order.status is OrderStatus.PAID
    assert order.pack() == (OrderPacked(),)


@happens(Order.refund_due)
def test_money_paid_twice_goes_back_and_the_order_stands() -> None:
    twice = RefundDue(amount=KES(2_800), reason="paid-twice", keeps_order=True)
    order = (
        an_order(PAID)
        .when(lambda o: o.refund_due(amount=KES(2_800), reason="paid-twice", keeps_order=True))
        .then(twice)
    )
    order = order.evolve(OrderRefunded(amount=KES(2_800), reference="R1"))
    assert order.status is OrderStatus.PAID
    assert order.pack() == (OrderPacked(),)


@refuses(Order.refund_due)
def test_no_more_goes_back_than_was_paid() -> None:
    an_order(PAID).when(owing(2_801)).then_refused(RefundIsAbovePaid)
    an_order(PAID, ALL_DUE).when(owing(1)).then_refused(RefundIsAbovePaid)
    an_order(PAID).when(owing(-1)).then_refused(RefundIsAbovePaid)
    an_order().when(owing(1)).then_refused(OrderIsNotPaid)


@stays_quiet(Order.refund_due)
def test_a_refund_of_nothing_is_not_due() -> None:
    an_order(PAID).when(lambda o: o.refund_due(amount=KES(0), reason="torn")).then_nothing()


KEPT = OrderRefundDeclined(refund=1, amount=KES(2_800), declined_by="owner", reason="worn")


def keeping(shillings: int, *, on_top: bool = False) -> Decide[Order]:
    """The owner keeps so much."""
    return lambda order: order.decline_refund(
        refund=1, amount=KES(shillings), declined_by="owner", reason="worn", keeps_order=on_top
    )


@happens(Order.decline_refund, Order.refund_due)
def test_money_that_a_person_keeps_is_not_due_until_it_is_asked_for_again() -> None:
    kept = an_order(PAID, ALL_DUE).when(keeping(2_800)).then(KEPT)
    assert (kept.status, kept.outstanding) == (OrderStatus.NOT_REFUNDED, KES(0))
    again = an_order(PAID, ALL_DUE, KEPT).when(owing(2_800)).then(ALL_DUE)
    assert (again.status, again.outstanding, again.cannot_be_kept) == (OrderStatus.PAID, KES(2_800), True)
    assert again.evolve(OrderRefunded(amount=KES(2_800), reference="R1")).status is OrderStatus.REFUNDED


@happens(Order.decline_refund)
def test_an_order_stands_when_money_on_top_of_it_is_kept() -> None:
    twice = RefundDue(amount=KES(2_800), reason="paid-twice", keeps_order=True)
    on_top = KEPT.model_copy(update={"keeps_order": True})
    order = an_order(PAID, twice).when(keeping(2_800, on_top=True)).then(on_top)
    assert (order.status, order.outstanding) == (OrderStatus.PAID, KES(0))
    assert order.pack() == (OrderPacked(),)


@happens(Order.refund_due)
def test_money_that_came_too_late_and_was_kept_falls_due_anew_once() -> None:
    late = RefundDue(amount=KES(2_800), reason=PAID_TOO_LATE)
    order = an_order(OrderExpired(), late, KEPT).when(owing(2_800)).then(ALL_DUE)
    assert order.outstanding == KES(2_800)
    an_order(OrderExpired(), late, KEPT, ALL_DUE).when(owing(1)).then_refused(OrderIsNotPaid)


@refuses(Order.decline_refund)
@pytest.mark.parametrize("amount", [2_801, 0])
def test_only_money_that_is_due_can_be_kept(amount: int) -> None:
    an_order(PAID, ALL_DUE).when(keeping(amount)).then_refused(RefundIsNotDue)


@stays_quiet(Order.decline_refund)
def test_a_refund_is_declined_once() -> None:
    an_order(PAID, ALL_DUE, KEPT, ALL_DUE).when(keeping(2_800)).then_nothing()


@refuses(Order.refund)
@pytest.mark.parametrize("amount", [2_801, 0])
def test_only_money_that_is_due_goes_back(amount: int) -> None:
    order = an_order(PAID, ALL_DUE)
    order.when(lambda o: o.refund(amount=KES(amount), reference="R1")).then_refused(RefundIsNotDue)


@stays_quiet(Order.refund)
def test_money_goes_back_once() -> None:
    order = an_order(PAID, ALL_DUE)
    order.when_repeated(lambda o: o.refund(amount=KES(1_400), reference="R1")).then_nothing()


@happens(Order.owner_told)
def test_the_owner_is_told_of_a_paid_order() -> None:
    told = OwnerTold(provider_id="wamid.1")
    assert an_order(PAID).when(lambda o: o.owner_told("wamid.1")).then(told).owner_knows


@stays_quiet(Order.owner_told)
def test_the_owner_is_told_once() -> None:
    an_order(PAID, OwnerTold(provider_id="wamid.1")).when(lambda o: o.owner_told("wamid.2")).then_nothing()


@pytest.mark.parametrize(
    ("facts", "lost"),
    [
        ((PAID, ALL_DUE), True),
        ((PAID, ALL_DUE, OrderRefunded(amount=KES(1_000), reference="R1")), True),
        ((PAID, ALL_DUE, OrderRefunded(amount=KES(2_800), reference="R1")), False),
        ((PAID, RefundDue(amount=KES(500), reason="torn")), False),
        ((PAID, RefundDue(amount=KES(2_800), reason="twice", keeps_order=True)), False),
        ((PAID, OrderPacked(), LEFT, OrderDelivered(), ALL_DUE), False),
        ((PAID,), False),
    ],
    ids=["all", "half of all is back", "all is back", "a part", "paid twice", "delivered", "no money"],
)
def test_an_order_cannot_be_kept_while_all_its_own_money_must_go_back(facts: Facts, lost: bool) -> None:
    assert fold(Order(), (PLACED, *facts)).cannot_be_kept is lost
