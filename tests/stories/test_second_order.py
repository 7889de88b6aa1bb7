"""She orders anew before she paid, or at a price that has changed; and she says it in her own words."""

from uuid import uuid4

from application.commands import ChangePrice
from domain.fact import Actor, Cause
from domain.order.state import OrderStatus
from interfaces.demo.ids import product_of
from tests.stories.walks import AT_YAYA, number_in, order_called, orders, puts_into_cart, stock_of
from tests.support.house import AMANI, PWANI, OpenHouse, id_of


def test_a_new_order_takes_the_place_of_an_unpaid_one(house: OpenHouse) -> None:
    before = stock_of(house, "AM-102-RED", "M").available
    with house.customer() as phone:
        first = orders(phone)
        phone.cancels_prompt()
        phone.hears("was cancelled on the phone")
        puts_into_cart(phone, "black palazzo trousers", "UK 12")
        assert f"takes the place of order {first}" in phone.says("yes").text
        said = phone.taps("Pay now")
        assert f"{first} is cancelled" in said.text
        second = number_in_last(said.text)
        phone.enters_pin()
        phone.hears("Payment received")
        house.settles()
    assert order_called(house, first).status is OrderStatus.CANCELLED
    assert order_called(house, second).status is OrderStatus.PAID
    assert stock_of(house, "AM-102-RED", "M").available == before


def test_a_price_that_changed_behind_the_summary_is_told_before_anything_is_paid(house: OpenHouse) -> None:
    product, click = product_of(id_of(AMANI), "AM-104-BLK"), uuid4()
    with house.customer() as phone:
        puts_into_cart(phone, "black dress", "M")
        phone.taps("Check out")
        phone.says(AT_YAYA)
        old = house.home.shelf.piece(id_of(AMANI), product)
        assert old
        new = old.price + old.price
        house.home.shop.do(id_of(AMANI), Cause(Actor.OWNER, click, click), ChangePrice(product, new))
        house.settles()
        told = phone.taps("Pay now")
        assert f"costs *{new}* today; it was {old.price}" in told.text
        number = number_in(phone.taps("Pay now"))
        phone.enters_pin()
        phone.hears("Payment received")
        house.settles()
    assert order_called(house, number).lines[0].unit_price == new


def test_a_failed_prompt_is_talked_about_in_everyday_swahili(house: OpenHouse) -> None:
    with house.customer(PWANI) as phone:
        phone.says("nataka kanga nyekundu")
        phone.taps("Namba 1")
        phone.says("ndio")
        phone.says("Nyali, karibu na City Mall")
        phone.taps("Lipa sasa")
        phone.has_no_money()
        phone.hears("Hakuna pesa ya kutosha")
        assert f"namba gani ya {phone.money}" in phone.says("namba nyingine").text
        assert "Natuma tena" in phone.says(house.number_of(phone)).text
        phone.cancels_prompt()
        phone.hears("lilikatizwa")
        assert "Natuma tena" in phone.says("jaribu tena").text
        phone.enters_pin()
        phone.hears("Tumepokea malipo")


def number_in_last(text: str) -> str:
    """The last order's number that a text names."""
    return text[text.rindex("DK-") :][:9]
