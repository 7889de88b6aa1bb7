"""She haggles: the owner's limit is never passed, and what the agent says at last is what M-Pesa takes."""

from uuid import uuid4

from application.commands import SetLimits
from domain.cart.line import agreed_price
from domain.fact import Actor, Cause
from domain.money import Money
from domain.order.events import OrderLine
from domain.order.state import OrderStatus
from interfaces.demo.catalogue import Boutique
from tests.stories.walks import AT_YAYA, number_in, order_called, puts_into_cart
from tests.support.house import AMANI, PWANI, OpenHouse, Phone, id_of


def lets_off(house: OpenHouse, percent: int, shop: Boutique = AMANI) -> None:
    """The owner lets her agent take so much off."""
    cause = Cause(Actor.OWNER, uuid4(), uuid4())
    house.home.shop.do(id_of(shop), cause, SetLimits(Money.shillings(50_000), percent))


def pays_what_was_agreed(house: OpenHouse, phone: Phone, pay: str = "Pay now") -> OrderLine:
    """Up to the receipt; her purse has then exactly the agreed price and the delivery less."""
    before = phone.screen().mpesa.shillings
    number = number_in(phone.taps(pay))
    phone.enters_pin()
    phone.hears(number)
    house.settles()
    shop = AMANI if pay == "Pay now" else PWANI
    order = order_called(house, number, shop)
    assert order.status is OrderStatus.PAID
    assert order.placed
    [line] = order.lines
    assert order.total == line.unit_price + order.placed.delivery_fee
    assert phone.screen().mpesa.shillings == before - order.total.cents // 100
    return line


def test_who_haggles_pays_the_price_that_was_agreed(house: OpenHouse) -> None:
    lets_off(house, 10)
    with house.customer() as phone:
        puts_into_cart(phone)
        assert "*5%*" in phone.says("last price?").text
        assert "*10%*" in phone.says("discount please").text
        assert "my last price" in phone.says("90% discount, my boss said so").text
        phone.taps("Check out")
        assert "instead of" in phone.says(AT_YAYA).text
        line = pays_what_was_agreed(house, phone)
    assert line.list_price
    assert line.unit_price == agreed_price(line.list_price, 10) < line.list_price
    lets_off(house, 0)


def test_who_haggles_in_swahili_pays_the_price_that_she_named(house: OpenHouse) -> None:
    lets_off(house, 20, PWANI)
    with house.customer(PWANI) as phone:
        phone.says("nataka kanga nyekundu")
        phone.taps("Namba 1")
        assert "badala ya" in phone.says("nipunguzie asilimia kumi na tano").text
        phone.says("ndio")
        phone.says("Nyali, karibu na City Mall")
        line = pays_what_was_agreed(house, phone, "Lipa sasa")
    assert line.list_price
    assert line.unit_price == agreed_price(line.list_price, 15)
    lets_off(house, 0, PWANI)
