"""A photo becomes a delivered order, clicked through on the phones, while the owner watches her dashboard."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.phones import SEEN, Street, Untouched, somebody
from tests.support.browser import PHONE
from tests.support.house import AMANI, PWANI, photo_of

pytest_plugins = ["tests.browser.town"]

HISTORY = (
    "A photo was looked at", "Pieces were shown", "A piece went into the cart", "The order was placed",
    "The phone is ringing", "Money came in", "The order is paid", "The order is packed",
    "A courier took the parcel", "The customer has her parcel",
)  # fmt: skip
"""What an order's timeline tells, in this order and with more between."""


def test_a_photo_becomes_a_delivered_order_in_english(street: Street) -> None:
    customer = somebody(street.house)
    phones, dashboard = street.phones(), street.owner(AMANI)
    her, owner = phones.hands(customer.name).opens(AMANI), phones.phone_of("Shop owner").opens(AMANI)
    today = Untouched(dashboard.page)

    her.writes("Hi").hears("Amani Styles")
    her.shows(photo_of("AM-102-RED"), caption="Do you have this dress?")
    shown = her.hears("1. Wambui wrap midi dress, red")
    assert shown.get_by_alt_text("Pieces of the shop, numbered").evaluate(SEEN)
    phones.picture("journey-english-1-pieces")
    her.taps("Number 1").hears("I don't know your size yet")
    her.picks("Choose a size", "M").hears("Total: KSh 2,400")
    phones.picture("journey-english-2-cart")
    her.taps("Check out").hears("Where shall we deliver?")
    her.writes("Kilimani, near Yaya Centre, gate 4").hears("To pay: KSh 2,650")
    phones.picture("journey-english-3-summary")
    number = number_in(her.taps("Pay now").hears("please enter your PIN"))
    expect(her.prompt()).to_contain_text("KSh 2,650")
    phones.picture("journey-english-4-prompt")
    her.enters_pin().hears(f"Order {number} is confirmed")
    owner.hears(f"New paid order {number}: KSh 2,650")
    phones.picture("journey-english-5-paid")

    dashboard.sees(f"{customer.name} ordered Wambui wrap midi dress, red (Quorlax)").picture(
        "journey-english-6-today"
    )
    assert today.still()
    dashboard.go_to("Orders").follow(re.compile(number)).sees("M-Pesa receipt")
    dashboard.press("Mark as packed").sees("Done: Packed")
    her.hears(f"Order {number} is packed")
    dashboard.press("Hand to courier").write("Who takes the parcel?", "Wells Fargo")
    dashboard.page.get_by_role("dialog").get_by_role("button", name="Hand to courier").click()
    her.hears(f"Order {number} is on its way with Wells Fargo")
    dashboard.press("Mark as delivered").sees("Done: Delivered")
    her.hears(f"Order {number} has been delivered")
    phones.picture("journey-english-7-delivered")
    expect(dashboard.timeline().filter(has_text="The customer has her parcel")).to_have_count(1)
    assert tuple(words for words in dashboard.told() if words in HISTORY) == HISTORY
    assert today.still()
    dashboard.picture("journey-english-8-history", whole=True)


def test_a_photo_becomes_a_paid_order_in_swahili_on_small_phones(street: Street) -> None:
    customer = somebody(street.house, PWANI, hides_phone=True)
    phones, dashboard = street.phones(PHONE), street.owner(PWANI, PHONE, "sw-KE")
    her = phones.hands(customer.name).opens(PWANI)
    orders = Untouched(dashboard.go_to("Oda").page)

    her.writes("Habari yako").hears("karibu sana Pwani Collection")
    her.shows(photo_of("PW-104-RED"), caption="Mko na hii gauni?").hears("1. Gauni refu la kitenge Salma")
    phones.picture("journey-swahili-1-pieces-phone")
    her.taps("Namba 1").hears("Bado sijui saizi yako")
    her.picks("Chagua saizi", "M").hears("Jumla: KSh 3,400")
    her.taps("Maliza oda").hears("Tulete wapi?")
    her.writes("Nyali karibu na City Mall").hears("Utalipa kwa namba gani ya M-Pesa?")
    phones.picture("journey-swahili-2-number-phone")
    her.writes(customer.phone).hears("Ya kulipa: KSh 3,500")
    number = number_in(her.taps("Lipa sasa").hears("tafadhali weka PIN yako"))
    phones.picture("journey-swahili-3-prompt-phone")
    her.enters_pin().hears(f"Oda {number} imethibitishwa")
    phones.picture("journey-swahili-4-paid-phone")

    row = dashboard.page.get_by_role("listitem").filter(has_text=number)
    expect(row).to_contain_text("Ya kufunga")
    assert orders.still()
    dashboard.picture("journey-swahili-5-orders-phone")
    dashboard.follow(re.compile(number)).press("Imefungwa")
    her.hears(f"Oda {number} imefungwa")
    dashboard.sees("Tayari: Imefungwa")
    expect(dashboard.page.get_by_text(re.compile("[Tt]he customer|The order|Customer "))).to_have_count(0)
    dashboard.picture("journey-swahili-6-order-phone", whole=True)


def number_in(bubble: Locator) -> str:
    """The order's number that a bubble names."""
    found = re.search(r"DK-[2-9A-Z]{6}", bubble.inner_text())
    assert found, bubble.inner_text()
    return found.group()
