"""A person of the shop gives a discount in a chat: within what she may, told at once, and told once."""

from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest

from application.commands import GiveDiscount, TakeOver
from domain.boutique.boutique import Boutique
from domain.cart.events import CartDiscounted
from domain.cart.refusals import DiscountIsTooHigh
from domain.conversation.refusals import ConversationIsNotOpen, WindowIsClosed
from domain.fact import Actor, Cause
from domain.identity import CustomerId
from tests.application.little_shop import AMANI, Customer, LittleShop, intents
from tests.domain.pieces import KES, an_id

CLICK = an_id("click")


def gives(little: LittleShop, customer: UUID, percent: int, *, by_owner: bool, click: UUID = CLICK) -> None:
    """A click on the dashboard, and what follows from it."""
    cause = Cause(Actor.OWNER if by_owner else Actor.STAFF, click, customer)
    little.shop.do(AMANI, cause, GiveDiscount(CustomerId(customer), percent, by_owner))
    little.works()


@pytest.fixture
def buying(wanjiku: Customer) -> Customer:
    """The red dress in M, for 2,500, is in her cart; the agent may give ten percent."""
    limits = partial(Boutique.set_limits, order_limit=KES(100_000), discount_percent=10)
    wanjiku.little.tell(Boutique, AMANI, limits)
    wanjiku.says("red dress")
    wanjiku.says("1")
    wanjiku.taps("tell_size:M")
    return wanjiku


def test_the_owner_gives_more_than_the_agent_may_and_the_agent_goes_on_at_that_price(
    little: LittleShop, buying: Customer
) -> None:
    gives(little, buying.id, 20, by_owner=True)
    told = buying.heard[-1]
    assert "Good news from Amani Styles: *20%* off" in told.text
    assert "KSh 2,000 instead of KSh 2,500" in told.text
    assert intents(told) == ["checkout", "more"]
    assert "my last price" in buying.says("last price?").text
    buying.taps("checkout")
    buying.says("Westlands, Sarit Centre, 3rd floor")
    buying.presses()
    assert buying.order.total == KES(2_000 + 300)


def test_staff_gives_as_much_as_the_agent_may_and_no_more(little: LittleShop, buying: Customer) -> None:
    with pytest.raises(DiscountIsTooHigh):
        gives(little, buying.id, 11, by_owner=False)
    assert buying.cart.percent == 0
    gives(little, buying.id, 10, by_owner=False)
    assert buying.cart.total == KES(2_250)
    with pytest.raises(DiscountIsTooHigh):
        gives(little, buying.id, 91, by_owner=True, click=an_id("another"))


def test_she_is_told_once_however_often_it_is_clicked(little: LittleShop, buying: Customer) -> None:
    before = len(buying.heard)
    for click in (CLICK, CLICK, an_id("again")):
        gives(little, buying.id, 10, by_owner=True, click=click)
    assert len(buying.heard) == before + 1
    assert [fact.percent for fact in little.log.told(CartDiscounted)] == [10]


def test_in_a_persons_chat_it_stays_the_persons_and_offers_nothing_of_the_agents(
    little: LittleShop, buying: Customer
) -> None:
    little.do(TakeOver(buying.id))
    gives(little, buying.id, 15, by_owner=True)
    assert "*15%*" in buying.heard[-1].text
    assert intents(buying.heard[-1]) == []


def test_who_looks_still_gets_it_off_what_she_will_choose(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("habari, nataka nguo nyekundu")
    gives(little, wanjiku.id, 10, by_owner=True)
    assert "punguzo la *10%*" in wanjiku.heard[-1].text
    wanjiku.says("1")
    assert "KSh 2,250 badala ya KSh 2,500" in wanjiku.taps("tell_size:M").text


def test_who_cannot_be_told_gets_nothing(little: LittleShop, buying: Customer) -> None:
    little.clock.pass_by(timedelta(hours=25))
    with pytest.raises(WindowIsClosed):
        gives(little, buying.id, 10, by_owner=True)
    with pytest.raises(ConversationIsNotOpen):
        gives(little, an_id("nobody"), 10, by_owner=True)
    assert little.log.told(CartDiscounted) == []
