"""A rule that says no is put kindly, with what she can do; and nothing of what was refused is recorded."""

import pytest

from application.agent.apologies import apology
from application.agent.offers import MOST_BUTTONS
from application.agent.wording.names import local
from application.agent.wording.phrases import Phrase, line, say, texts
from application.commands import PlaceOrder
from application.delivery import DeliveryAddress
from application.ordering import AreaIsUnknown, BoutiqueTakesNoMoney
from application.turning import recall
from domain.boutique.boutique import Boutique
from domain.identity import ConversationId, MessageId, OrderId
from domain.language import Language
from domain.order.events import OrderPlaced
from domain.refusal import Refusal
from tests.application.little_shop import AMANI, Customer, LittleShop
from tests.domain.pieces import an_id

SPOKEN = (Language.EN, Language.SW)


def ready_to_pay(customer: Customer) -> Customer:
    """The summary is on her screen."""
    customer.says("blue dress")
    customer.says("1")
    customer.taps("checkout")
    customer.says("Westlands, Sarit Centre")
    return customer


def test_another_number_while_the_prompt_rings_names_the_phone_that_rings(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.has_ordered()
    assert "0712 345 678" in wanjiku.says("0733000111").text
    assert len(little.money.asked) == 1


def test_a_shop_that_closed_meanwhile_takes_no_order(little: LittleShop, wanjiku: Customer) -> None:
    ready_to_pay(wanjiku)
    little.tell(Boutique, AMANI, lambda shop: shop.close("holiday"))
    assert "can't take orders" in wanjiku.presses().text
    assert not little.log.told(OrderPlaced)


def test_two_who_want_the_last_piece_get_one_order_and_one_apology(
    little: LittleShop, wanjiku: Customer
) -> None:
    achieng = ready_to_pay(Customer(little, "achieng", "+254722000001"))
    ready_to_pay(wanjiku)
    wanjiku.presses()
    reply = achieng.presses()
    assert len(little.log.told(OrderPlaced)) == 1
    assert "prompt" not in reply.text
    assert achieng.cart.lines


@pytest.mark.parametrize("refused", [AreaIsUnknown, BoutiqueTakesNoMoney, Refusal])
def test_every_refusal_has_words(
    little: LittleShop,
    wanjiku: Customer,
    refused: type[Refusal],
) -> None:
    wanjiku.says("hi")
    unit = little.shop.open(AMANI, an_id("look"))
    turn = recall(
        unit, wanjiku.id, ConversationId(little.log.ids(AMANI, "conversation")[0]), MessageId(an_id("reply"))
    )
    [spoken] = apology(turn, refused("no"))["lines"]
    assert say(spoken, Language.EN, an_id("turn"))


def test_an_order_to_a_place_that_no_area_names_is_refused(little: LittleShop, wanjiku: Customer) -> None:
    ready_to_pay(wanjiku)
    nowhere = PlaceOrder(
        order=OrderId(an_id("order")),
        customer=wanjiku.id,
        conversation=ConversationId(little.log.ids(AMANI, "conversation")[0]),
        address=DeliveryAddress(words="Lodwar"),
        paying_number="+254712345678",
        pay_until=little.clock.now(),
    )
    with pytest.raises(AreaIsUnknown):
        little.do(nowhere)


def test_an_order_placed_twice_is_one(little: LittleShop, wanjiku: Customer) -> None:
    order = wanjiku.has_ordered()
    again = PlaceOrder(
        order=order,
        customer=wanjiku.id,
        conversation=ConversationId(little.log.ids(AMANI, "conversation")[0]),
        address=DeliveryAddress(words="Westlands"),
        paying_number="+254712345678",
        pay_until=little.clock.now(),
    )
    assert little.do(again) == ()


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("phrase", [p for p in Phrase if p.name.startswith("BUTTON")])
def test_a_button_fits_on_whatsapps_button(phrase: Phrase, language: Language) -> None:
    assert all(len(title) <= 20 for title in texts(language)[phrase])


def test_which_variant_is_said_depends_on_the_turn_alone() -> None:
    greeting = line(Phrase.THANKS, boutique="Amani")
    said = {say(greeting, Language.EN, an_id(str(n))) for n in range(40)}
    assert said == set(texts(Language.EN)[Phrase.THANKS])
    assert say(greeting, Language.EN, an_id("1")) == say(greeting, Language.EN, an_id("1"))


def test_a_kenyan_number_is_shown_as_people_write_it_and_others_as_they_are() -> None:
    assert local("+254712345678") == "0712 345 678"
    assert local("+255712345678") == "+255712345678"


def test_there_are_never_more_buttons_than_whatsapp_shows(wanjiku: Customer) -> None:
    wanjiku.has_paid()
    assert all(len(reply.buttons) <= MOST_BUTTONS for reply in wanjiku.heard)
