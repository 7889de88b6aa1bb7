"""Ways through a shop that many stories begin with."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

import httpx

from domain.conversation.conversation import Conversation
from domain.order.order import Order
from domain.stock.stock import Stock
from interfaces.demo.catalogue import Boutique
from interfaces.demo.ids import variant_of
from interfaces.sandbox.screens import Bubble
from tests.support.house import AMANI, OpenHouse, Phone, account_of, heard_of, id_of
from tests.support.invariants import Shop
from tests.support.sandbox_phone import meta_delivers as delivered_by_meta

AT_YAYA = "Kilimani, near Yaya Centre, gate 4"


def puts_into_cart(phone: Phone, what: str = "red wrap dress", size: str = "M") -> Bubble:
    """She looks for a piece by words, takes the first and says her size."""
    phone.says(what)
    asked = phone.taps("Number 1")
    return phone.says(size) if "Which size" in asked.text else asked


def comes_to_her_word(
    phone: Phone, what: str = "red wrap dress", size: str = "M", where: str = AT_YAYA
) -> Bubble:
    """Up to the summary, which waits for her word."""
    puts_into_cart(phone, what, size)
    phone.taps("Check out")
    return phone.says(where)


def orders(phone: Phone, what: str = "red wrap dress", size: str = "M", where: str = AT_YAYA) -> str:
    """Up to the prompt on her phone. Returns the order's number."""
    comes_to_her_word(phone, what, size, where)
    return number_in(phone.taps("Pay now"))


def pays_for(phone: Phone, what: str = "red wrap dress", size: str = "M", where: str = AT_YAYA) -> str:
    """Up to the receipt. Returns the order's number."""
    number = orders(phone, what, size, where)
    phone.enters_pin()
    phone.hears("Payment received")
    return number


def hears_what_is_known_after_two_minutes(house: OpenHouse, phone: Phone) -> None:
    """When a prompt was taken, but the answer that said so got lost.

    Who knows a prompt by our own name for it is asked again and tells that it rings, so she hears nothing
    more; else nobody can say, and she is told so.
    """
    house.time_passes(seconds=125)
    if phone.prompts_have_our_names:
        house.settles()
        assert not heard_of(phone, "don't pay again")
    else:
        phone.hears("If you have paid, don't pay again")


def asks_where(bubble: Bubble) -> bool:
    """Whether it asks for the place: by WhatsApp's own button, where the channel has one."""
    return bubble.asks_location or "Where shall we deliver" in bubble.text


def choices_in(bubble: Bubble) -> Sequence[str]:
    """What can be chosen, in order: by a tap, or by the number before it where nothing can be tapped."""
    taps = [tap.title for tap in (*bubble.buttons, *bubble.rows)]
    return taps or re.findall(r"^\d+\. (.+?)(?: — .*)?$", bubble.text, re.MULTILINE)


def words_on(bubble: Bubble) -> str:
    """All that one reads on it, taps included."""
    return "\n".join([bubble.text, *(tap.title for tap in (*bubble.buttons, *bubble.rows))])


def number_in(bubble: Bubble) -> str:
    """The order's number that a bubble names."""
    found = re.search(r"DK-[2-9A-Z]{6}", bubble.text)
    assert found, bubble.text
    return found.group()


def order_called(house: OpenHouse, number: str, shop: Boutique = AMANI) -> Order:
    """The order of this number, as it stands."""
    return next(order for order in Shop(house, shop).all(Order).values() if order.number == number)


def stock_of(house: OpenHouse, sku: str, size: str, shop: Boutique = AMANI) -> Stock:
    """The stock of one size of a piece."""
    return Shop(house, shop).all(Stock)[variant_of(id_of(shop), sku, size)]


def talk_of(house: OpenHouse, words: int, shop: Boutique = AMANI) -> Sequence[Conversation]:
    """The conversations that hold this many messages of the customer."""
    talks = Shop(house, shop).all(Conversation).values()
    return [talk for talk in talks if len(talk.messages) == words]


def meta_delivers(house: OpenHouse, phone: Phone, message: Mapping[str, Any]) -> int:
    """A signed delivery with whatever a phone of the sandbox may send or tick; the webhook's answer."""
    person = house.world.person(phone.screen().person.id)
    assert person
    return delivered_by_meta(house.world, person, account_of(AMANI), message)


def owner_does(house: OpenHouse, number: str, step: str, told: Mapping[str, Any] | None = None) -> None:
    """One click on the dashboard."""
    stories = Shop(house, AMANI).all(Order)
    order = next(identity for identity, order in stories.items() if order.number == number)
    with httpx.Client(base_url=house.url, headers={"Origin": house.url}, timeout=20) as browser:
        signed_in = browser.post("/sandbox/api/sign-in", json={"boutique": AMANI.profile.slug})
        assert signed_in.status_code == 204
        done = browser.post(
            f"/api/orders/{order}/{step}", json=told, headers={"Idempotency-Key": f"{uuid4()}"}
        )
        assert done.is_success, done.text
