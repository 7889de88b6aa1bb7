"""The rules of stock: nobody is promised a piece that is not there."""

import pytest

from domain.identity import OrderId, ProductId
from domain.stock.events import (
    ReleaseReason,
    StockAdjusted,
    StockReceived,
    StockReleased,
    StockReserved,
    StockReturned,
    StockSold,
)
from domain.stock.stock import (
    CountIsBelowReserved,
    MoreThanWasSold,
    NotEnoughInStock,
    NothingReserved,
    OrderIsSoldOtherwise,
    QuantityIsNotPositive,
    Stock,
    StockMovedSinceCount,
    StockOfAnotherProduct,
)
from tests.domain.pieces import LATER, NOW, an_id
from tests.support.scenario import Decide, happens, never_refuses, refuses, scenario, stays_quiet

DRESS, ORDER, OTHER = ProductId(an_id("red")), OrderId(an_id("order")), OrderId(an_id("other order"))
THREE_CAME = StockReceived(product=DRESS, quantity=3)
TWO_HELD = StockReserved(order=ORDER, quantity=2, until=LATER)
TWO_SOLD = StockSold(order=ORDER, quantity=2)

never_refuses(Stock.release, because="an order that holds nothing has nothing to give back")


@happens(Stock.receive)
def test_pieces_that_came_in_are_on_hand() -> None:
    after = scenario(Stock).when(lambda stock: stock.receive(DRESS, 3)).then(THREE_CAME)
    assert (after.product, after.on_hand, after.available) == (DRESS, 3, 3)


@refuses(Stock.receive)
def test_fewer_than_no_pieces_cannot_come_in() -> None:
    scenario(Stock).when(lambda stock: stock.receive(DRESS, -1)).then_refused(QuantityIsNotPositive)


@refuses(Stock.receive)
def test_a_variant_never_changes_its_product() -> None:
    stock = scenario(Stock).given(THREE_CAME)
    stock.when(lambda stock: stock.receive(ProductId(an_id("blue")), 1)).then_refused(StockOfAnotherProduct)


@stays_quiet(Stock.receive)
def test_a_delivery_of_nothing_changes_nothing() -> None:
    scenario(Stock).when(lambda stock: stock.receive(DRESS, 0)).then_nothing()


@happens(Stock.reserve)
def test_held_pieces_are_not_available_to_others() -> None:
    after = scenario(Stock).given(THREE_CAME).when(lambda s: s.reserve(ORDER, 2, LATER)).then(TWO_HELD)
    assert (after.on_hand, after.reserved, after.available) == (3, 2, 1)
    assert after.holds(ORDER)
    assert not after.holds(OTHER)


@happens(Stock.reserve)
def test_the_last_piece_can_be_held() -> None:
    scenario(Stock).given(THREE_CAME, TWO_HELD).when(lambda s: s.reserve(OTHER, 1, LATER)).then(
        StockReserved(order=OTHER, quantity=1, until=LATER)
    )


@refuses(Stock.reserve)
def test_a_piece_held_for_one_order_is_not_held_for_another() -> None:
    refusal = (
        scenario(Stock)
        .given(THREE_CAME, TWO_HELD)
        .when(lambda s: s.reserve(OTHER, 2, LATER))
        .then_refused(NotEnoughInStock)
    )
    assert (refusal.available, refusal.wanted) == (1, 2)


@refuses(Stock.reserve)
@pytest.mark.parametrize("quantity", [0, -1])
def test_no_order_holds_less_than_a_piece(quantity: int) -> None:
    stock = scenario(Stock).given(THREE_CAME)
    stock.when(lambda s: s.reserve(ORDER, quantity, LATER)).then_refused(QuantityIsNotPositive)


@refuses(Stock.reserve)
def test_an_order_that_has_its_pieces_holds_no_other_number() -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD, TWO_SOLD)
    stock.when(lambda s: s.reserve(ORDER, 1, LATER)).then_refused(OrderIsSoldOtherwise)


@stays_quiet(Stock.reserve)
def test_pieces_are_held_once_however_often_an_order_asks() -> None:
    scenario(Stock).given(THREE_CAME).when_repeated(lambda s: s.reserve(ORDER, 3, LATER)).then_nothing()


@stays_quiet(Stock.reserve)
def test_an_order_that_has_its_pieces_holds_no_more() -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD, TWO_SOLD)
    stock.when(lambda s: s.reserve(ORDER, 2, LATER)).then_nothing()


@happens(Stock.reserve)
def test_a_changed_order_holds_the_new_number_instead_of_the_old() -> None:
    after = (
        scenario(Stock)
        .given(THREE_CAME, TWO_HELD)
        .when(lambda s: s.reserve(ORDER, 3, LATER))
        .then(
            StockReleased(order=ORDER, quantity=2, reason=ReleaseReason.CHANGED),
            StockReserved(order=ORDER, quantity=3, until=LATER),
        )
    )
    assert after.reserved == 3


@happens(Stock.release)
def test_released_pieces_are_available_again() -> None:
    after = (
        scenario(Stock)
        .given(THREE_CAME, TWO_HELD)
        .when(lambda s: s.release(ORDER, ReleaseReason.EXPIRED))
        .then(StockReleased(order=ORDER, quantity=2, reason=ReleaseReason.EXPIRED))
    )
    assert after.available == 3


@stays_quiet(Stock.release)
def test_pieces_go_back_once() -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD)
    stock.when_repeated(lambda s: s.release(ORDER, ReleaseReason.CANCELLED)).then_nothing()


@stays_quiet(Stock.release)
def test_sold_pieces_do_not_go_back_on_the_shelf_by_a_release() -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD, TWO_SOLD)
    stock.when(lambda s: s.release(ORDER, ReleaseReason.EXPIRED)).then_nothing()


@happens(Stock.sell)
def test_sold_pieces_are_the_held_ones() -> None:
    after = scenario(Stock).given(THREE_CAME, TWO_HELD).when(lambda s: s.sell(ORDER)).then(TWO_SOLD)
    assert (after.on_hand, after.reserved, after.available) == (1, 0, 1)


@refuses(Stock.sell)
def test_an_order_that_holds_nothing_is_not_sold_from_its_hold() -> None:
    scenario(Stock).given(THREE_CAME).when(lambda s: s.sell(ORDER)).then_refused(NothingReserved)


@stays_quiet(Stock.sell)
def test_an_order_is_sold_once() -> None:
    scenario(Stock).given(THREE_CAME, TWO_HELD).when_repeated(lambda s: s.sell(ORDER)).then_nothing()


@happens(Stock.sell_late)
def test_an_order_paid_late_takes_from_the_shelf() -> None:
    after = scenario(Stock).given(THREE_CAME).when(lambda s: s.sell_late(ORDER, 2)).then(TWO_SOLD)
    assert after.on_hand == 1


@happens(Stock.sell_late)
def test_an_order_paid_late_takes_its_own_hold_too() -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD)
    after = stock.when(lambda s: s.sell_late(ORDER, 3)).then(StockSold(order=ORDER, quantity=3))
    assert (after.on_hand, after.reserved) == (0, 0)


@refuses(Stock.sell_late)
def test_an_order_paid_late_takes_nothing_that_others_hold() -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD)
    stock.when(lambda s: s.sell_late(OTHER, 2)).then_refused(NotEnoughInStock)


@refuses(Stock.sell_late)
def test_no_order_is_sold_less_than_a_piece() -> None:
    stock = scenario(Stock).given(THREE_CAME)
    stock.when(lambda s: s.sell_late(OTHER, 0)).then_refused(QuantityIsNotPositive)


@refuses(Stock.sell_late)
def test_an_order_that_has_its_pieces_is_not_sold_another_number() -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD, TWO_SOLD)
    stock.when(lambda s: s.sell_late(ORDER, 1)).then_refused(OrderIsSoldOtherwise)


@stays_quiet(Stock.sell_late)
def test_an_order_paid_late_is_sold_once() -> None:
    scenario(Stock).given(THREE_CAME).when_repeated(lambda s: s.sell_late(ORDER, 2)).then_nothing()


@happens(Stock.take_back)
def test_pieces_given_back_are_on_hand_again() -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD, TWO_SOLD)
    after = stock.when(lambda s: s.take_back(ORDER, 1)).then(StockReturned(order=ORDER, quantity=1))
    assert (after.on_hand, after.sold[ORDER]) == (2, 1)


@refuses(Stock.take_back)
@pytest.mark.parametrize("order", [ORDER, OTHER])
def test_nobody_gives_back_more_than_she_took(order: OrderId) -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD, TWO_SOLD)
    stock.when(lambda s: s.take_back(order, 3)).then_refused(MoreThanWasSold)


@refuses(Stock.take_back)
def test_less_than_a_piece_cannot_come_back() -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD, TWO_SOLD)
    stock.when(lambda s: s.take_back(ORDER, 0)).then_refused(QuantityIsNotPositive)


@stays_quiet(Stock.take_back)
def test_an_order_gives_all_its_pieces_back_once() -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD, TWO_SOLD)
    stock.when_repeated(lambda s: s.take_back(ORDER, 2)).then_nothing()


@happens(Stock.adjust)
def test_a_count_sets_right_what_is_on_hand() -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD)
    after = stock.when(lambda s: s.adjust(2, "one is torn")).then(
        StockAdjusted(change=-1, reason="one is torn")
    )
    assert (after.on_hand, after.available) == (2, 0)


@refuses(Stock.adjust)
def test_a_count_cannot_lose_pieces_that_are_promised() -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD)
    assert stock.when(lambda s: s.adjust(1, "lost")).then_refused(CountIsBelowReserved).reserved == 2


@refuses(Stock.adjust)
def test_nobody_counts_fewer_than_no_pieces() -> None:
    scenario(Stock).when(lambda s: s.adjust(-1, "lost")).then_refused(QuantityIsNotPositive)


def counting(pieces: int, *, seen: int) -> Decide[Stock]:
    return lambda stock: stock.adjust(pieces, "counted", seen=seen)


@refuses(Stock.adjust)
def test_what_was_sold_after_it_was_counted_is_neither_lost_nor_found() -> None:
    stock = scenario(Stock).given(THREE_CAME, StockAdjusted(change=-1, reason="sold at the door"))
    for counted in (3, 2):
        moved = stock.when(counting(counted, seen=3))
        assert moved.then_refused(StockMovedSinceCount).on_hand == 2
    stock.when(counting(1, seen=2)).then(StockAdjusted(change=-1, reason="counted"))


@stays_quiet(Stock.adjust)
def test_a_count_that_agrees_changes_nothing() -> None:
    scenario(Stock).given(THREE_CAME).when(lambda s: s.adjust(3, "counted")).then_nothing()


@happens(Stock.correct)
def test_a_torn_piece_leaves_the_shelf_whatever_was_sold_meanwhile() -> None:
    stock = scenario(Stock).given(THREE_CAME)
    assert (
        stock.when(lambda s: s.correct(-1, "torn")).then(StockAdjusted(change=-1, reason="torn")).on_hand == 2
    )


@refuses(Stock.correct)
def test_promised_pieces_cannot_be_written_off() -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD)
    stock.when(lambda s: s.correct(-2, "torn")).then_refused(CountIsBelowReserved)


@stays_quiet(Stock.correct)
def test_a_correction_of_nothing_changes_nothing() -> None:
    scenario(Stock).given(THREE_CAME).when(lambda s: s.correct(0, "looked")).then_nothing()


def test_a_hold_is_due_when_its_time_is_over_and_not_before() -> None:
    stock = scenario(Stock).given(THREE_CAME, TWO_HELD).state()
    assert stock.due_to_expire(NOW) == ()
    assert stock.due_to_expire(LATER) == (ORDER,)
