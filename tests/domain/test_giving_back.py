"""Pieces of a paid order that come back, and the money that goes back for them."""

import pytest

from domain.fact import Fact
from domain.order.events import (
    OrderDelivered,
    OrderHandedToCourier,
    OrderPacked,
    OrderPaid,
    OrderPiecesTakenBack,
    PiecesOf,
    RefundDue,
    TakeBackReason,
)
from domain.order.order import (
    MoreThanSheHas,
    NothingIsLeftToSend,
    Order,
    OrderIsNotPaid,
    OrderIsNotPlaced,
    OrderStatus,
    RefundIsAbovePaid,
)
from tests.domain.pieces import KES, an_id, an_order_line, an_order_placed
from tests.support.scenario import Decide, Given, happens, refuses, scenario, stays_quiet

LINE = an_order_line(quantity=2)
PLACED = an_order_placed().model_copy(update={"lines": (LINE,), "total": KES(5_300)})
PAID = OrderPaid(payment=PLACED.payment, amount=KES(5_300), receipt="SGR7X1Y2Z3")
DELIVERED = (PAID, OrderPacked(), OrderHandedToCourier(courier="G4S"), OrderDelivered())
FAULTY = TakeBackReason.FAULTY


def an_order(*facts: Fact) -> Given[Order]:
    return scenario(Order).given(PLACED, *facts)


def of(quantity: int) -> tuple[PiecesOf, ...]:
    return (PiecesOf(variant=LINE.variant, quantity=quantity),) if quantity else ()


def taking(quantity: int, refund: int = 0, *, on_shelf: bool = False) -> Decide[Order]:
    return lambda order: order.take_back(
        pieces=of(quantity), refund=KES(refund), reason=FAULTY, on_shelf=on_shelf
    )


def taken(quantity: int, *, on_shelf: bool = False) -> OrderPiecesTakenBack:
    return OrderPiecesTakenBack(pieces=of(quantity), reason=FAULTY, on_shelf=on_shelf)


def due(amount: int) -> RefundDue:
    return RefundDue(amount=KES(amount), reason="faulty")


@happens(Order.take_back)
def test_a_piece_comes_back_and_its_price_goes_back_while_the_order_stands() -> None:
    order = (
        an_order(*DELIVERED).when(taking(1, 2_500, on_shelf=True)).then(taken(1, on_shelf=True), due(2_500))
    )
    assert (order.status, order.outstanding, order.left_of(LINE.variant)) == (
        OrderStatus.DELIVERED,
        KES(2_500),
        1,
    )


@happens(Order.take_back)
def test_money_may_go_back_without_a_piece_and_a_piece_may_come_back_without_money() -> None:
    an_order(*DELIVERED).when(taking(0, 400)).then(due(400))
    an_order(*DELIVERED).when(taking(1)).then(taken(1))


@happens(Order.take_back)
def test_everything_may_come_back_from_her_door() -> None:
    order = an_order(*DELIVERED).when(taking(2, 5_300)).then(taken(2), due(5_300))
    assert order.pieces_left == 0


@stays_quiet(Order.take_back)
def test_nothing_taken_back_is_nothing_new() -> None:
    an_order(*DELIVERED).when(taking(0)).then_nothing()


@refuses(Order.take_back)
@pytest.mark.parametrize(("before", "quantity"), [(0, 3), (1, 2), (2, 1)])
def test_no_more_comes_back_than_she_has(before: int, quantity: int) -> None:
    earlier = [taken(before)] if before else []
    an_order(*DELIVERED, *earlier).when(taking(quantity)).then_refused(MoreThanSheHas)


@refuses(Order.take_back)
def test_of_another_piece_she_has_none() -> None:
    another = (PiecesOf(variant=an_id("blue-m"), quantity=1),)
    an_order(*DELIVERED).when(
        lambda o: o.take_back(pieces=another, refund=KES(0), reason=FAULTY, on_shelf=False)
    ).then_refused(MoreThanSheHas)


@refuses(Order.take_back)
@pytest.mark.parametrize("facts", [(PAID,), (PAID, OrderPacked()), (PAID, taken(1))])
def test_an_order_that_is_still_in_the_shop_keeps_a_piece(facts: tuple[Fact, ...]) -> None:
    left = 1 if taken(1) in facts else 2
    an_order(*facts).when(taking(left)).then_refused(NothingIsLeftToSend)


@happens(Order.take_back)
def test_a_piece_that_cannot_be_sent_is_left_out_and_the_rest_is_packed() -> None:
    order = an_order(PAID).when(taking(1, 2_500)).then(taken(1), due(2_500))
    assert order.pack() == (OrderPacked(),)


@refuses(Order.take_back)
def test_no_more_money_goes_back_than_was_paid() -> None:
    an_order(*DELIVERED).when(taking(1, 5_301)).then_refused(RefundIsAbovePaid)
    an_order(*DELIVERED, taken(1), due(5_000)).when(taking(1, 301)).then_refused(RefundIsAbovePaid)
    an_order(*DELIVERED).when(taking(0, -1)).then_refused(RefundIsAbovePaid)


@refuses(Order.take_back)
def test_nothing_comes_back_of_what_was_never_paid() -> None:
    an_order().when(taking(1)).then_refused(OrderIsNotPaid)
    scenario(Order).given().when(taking(1)).then_refused(OrderIsNotPlaced)
