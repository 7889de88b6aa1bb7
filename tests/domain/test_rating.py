"""She says how happy she is with an order once she has it; the newest word counts."""

import pytest

from domain.fact import Facts
from domain.order.events import OrderDelivered, OrderPacked, OrderRated
from domain.order.order import Order, OrderIsNotDelivered, OrderIsNotPlaced
from tests.domain.test_order import LEFT, PAID, an_order
from tests.support.scenario import Decide, happens, refuses, scenario, stays_quiet

ON_ITS_WAY = (PAID, OrderPacked(), LEFT)


def rating(stars: int) -> Decide[Order]:
    return lambda order: order.rate(stars)


@happens(Order.rate)
@pytest.mark.parametrize("before", [(), (OrderRated(stars=5),)], ids=["first", "changed her mind"])
def test_her_stars_are_kept(before: Facts) -> None:
    after = an_order(*ON_ITS_WAY, OrderDelivered(), *before).when(rating(2)).then(OrderRated(stars=2))
    assert after.stars == 2


@stays_quiet(Order.rate)
def test_the_same_stars_are_said_once() -> None:
    an_order(*ON_ITS_WAY, OrderDelivered()).when_repeated(rating(4)).then_nothing()


@refuses(Order.rate)
def test_nothing_is_rated_before_she_has_it() -> None:
    an_order(*ON_ITS_WAY).when(rating(5)).then_refused(OrderIsNotDelivered)
    scenario(Order).when(rating(5)).then_refused(OrderIsNotPlaced)
