"""Money goes back: the shop gives a paid order up, the owner says yes, and M-Pesa returns it once."""

from uuid import uuid4

from application.commands import ApproveRefund, Command
from application.ordering import payment_of
from domain.customer.customer import Customer
from domain.fact import Actor, Cause, fold
from domain.identity import OrderId
from domain.order.order import Order
from domain.order.state import OrderStatus
from domain.payment.payment import Payment
from domain.payment.refund import RefundState
from tests.stories.walks import order_called, owner_does, pays_for, stock_of
from tests.support.house import AMANI, OpenHouse, id_of, until
from tests.support.invariants import Shop


def owner_says(house: OpenHouse, command: Command) -> None:
    house.home.shop.do(id_of(AMANI), Cause(Actor.OWNER, uuid4(), uuid4()), command)


def test_a_paid_order_that_the_shop_gives_up_is_paid_back_by_the_same_till(house: OpenHouse) -> None:
    before = stock_of(house, "AM-102-RED", "M").available
    with house.customer() as phone:
        number = pays_for(phone)
        left = phone.screen().mpesa.shillings
        owner_does(house, number, "cancel")
        assert "Your KSh" in phone.hears("cannot be delivered").text
        assert "cannot be delivered" in phone.says("where is my order?").text
        house.settles()
        order = next(o for o, told in Shop(house, AMANI).all(Order).items() if told.number == number)
        owner_says(house, ApproveRefund(payment_of(OrderId(order)), 1, "Amina"))
        until(lambda: order_called(house, number).status is OrderStatus.REFUNDED, "the money", 20)
        whole = order_called(house, number).total.cents // 100
        assert phone.screen().mpesa.shillings == left + whole
        phone.hears("has been sent back to you")
    house.settles()
    payment = fold(Payment(), Shop(house, AMANI).stories(Payment)[payment_of(OrderId(order))])
    assert [each.state for each in payment.refunds.values()] == [RefundState.DONE]
    assert stock_of(house, "AM-102-RED", "M").available == before


def test_a_dress_that_did_not_fit_comes_back_its_price_goes_back_and_the_order_stands(
    house: OpenHouse,
) -> None:
    before = stock_of(house, "AM-102-RED", "M").available
    with house.customer() as phone:
        number = pays_for(phone)
        left = phone.screen().mpesa.shillings
        for step, told in (("pack", None), ("courier", {"courier": "Boda"}), ("deliver", None)):
            owner_does(house, number, step, told)
        line = order_called(house, number).lines[0]
        one = {"variant": str(line.variant), "quantity": 1}
        price = line.unit_price.cents
        wish = {"pieces": [one], "refund": price, "reason": "returned", "on_shelf": True}
        owner_does(house, number, "take-back", wish)
        phone.hears("goes back to you")
        house.settles()
        (order,) = (o for o, told in Shop(house, AMANI).all(Order).items() if told.number == number)
        owner_says(house, ApproveRefund(payment_of(OrderId(order)), 1, "Amina"))
        until(lambda: order_called(house, number).refunded.cents == price, "the money", 20)
        assert phone.screen().mpesa.shillings == left + price // 100
        phone.hears("has been sent back to you")
        house.settles()
        assert order_called(house, number).status is OrderStatus.DELIVERED
        assert stock_of(house, "AM-102-RED", "M").available == before
        owner = Shop(house, AMANI)
        customer = owner.all(Customer)[order_called(house, number).customer or uuid4()]
        assert not any(customer.purchases.values())
