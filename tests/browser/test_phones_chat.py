"""What can be done on the phones besides words: albums, lists, places, ticks; and whose eyes see it."""

import re

from playwright.sync_api import expect

from application.ports import Recipient
from tests.browser.phones import SEEN, Street, somebody
from tests.stories.walks import puts_into_cart
from tests.support.browser import PHONE
from tests.support.house import AMANI, CANARIES, PWANI, photo_of

pytest_plugins = ["tests.browser.town"]

PWANIS_OWN: dict[str, str | re.Pattern[str]] = {
    "Today": "Sales, last 30 days",
    "Orders": re.compile("No orders yet|DK-"),
    "Products": "(Zimbrith)",
    "Insights": "Shown a piece",
}
"""What each screen of the second boutique holds, once it has loaded."""

PIECES = ("AM-102-RED", "AM-108-BLU", "AM-304-BLK")


def test_an_album_of_three_photos_gets_one_answer(street: Street) -> None:
    phones = street.phones(PHONE)
    her = phones.hands(somebody(street.house).name).opens(AMANI)

    chosen = her.chooses(*map(photo_of, PIECES))
    expect(chosen.get_by_role("figure")).to_have_count(3)
    phones.picture("album-before-it-goes-phone")
    chosen.get_by_role("button", name="Send photos").click()
    her.hears("1.")

    street.house.settles()
    expect(her.sent).to_have_count(3)
    expect(her.said).to_have_count(1)
    phones.picture("album-answered-phone")


def test_photos_come_from_the_gallery_too(street: Street) -> None:
    phones = street.phones(PHONE)
    her = phones.hands(somebody(street.house).name).opens(AMANI).taps("Attach").taps("Gallery")
    gallery = her.glass.get_by_role("dialog", name="Gallery")

    photos = gallery.get_by_role("button", name="Photo:")
    photos.nth(0).click()
    photos.nth(1).click()
    assert photos.nth(1).locator("img").evaluate(SEEN)
    phones.picture("gallery-phone")
    gallery.get_by_role("button", name="Use 2 photos").click()
    her.glass.get_by_role("dialog", name="Send photos").get_by_role("button", name="Send photos").click()

    expect(her.sent).to_have_count(2)
    her.hears("1.")


def test_a_row_of_a_list_is_picked_on_a_sheet_from_below(street: Street) -> None:
    phones = street.phones(PHONE)
    her = phones.hands(somebody(street.house).name).opens(AMANI)
    her.writes("red wrap dress").hears("1. Wambui")
    her.taps("Number 1").hears("I don't know your size yet")

    sheet = her.sheet("Choose a size")
    send = sheet.get_by_role("button", name="Send", exact=True)
    expect(send).to_be_disabled()
    phones.picture("list-sheet-phone")
    phones.page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    her.picks("Choose a size", "XL")

    her.hears("Wambui wrap midi dress, red (Quorlax), XL")


def test_a_pin_on_the_map_is_an_address(street: Street) -> None:
    customer = somebody(street.house)
    with street.house.phone(customer.id) as ready:
        puts_into_cart(ready)
    phones = street.phones(PHONE)
    her = phones.hands(customer.name).opens(AMANI)

    her.taps("Check out").taps("Send location").hears("Delivery to Kilimani: KSh 250")

    expect(her.sent.last).to_contain_text("Argwings Kodhek Road, Nairobi")
    phones.picture("location-phone")


def test_ticks_turn_blue_when_the_shop_has_read_and_it_is_seen_typing(street: Street) -> None:
    customer = somebody(street.house)
    phones = street.phones()
    her = phones.hands(customer.name).opens(AMANI)
    her.writes("Hi").hears("Amani Styles")
    expect(her.last_tick).to_have_accessible_name("read")
    expect(her.last_tick).to_have_css("color", "rgb(17, 135, 201)")
    with street.house.phone(customer.id) as phone:
        written = next(bubble.id for bubble in phone.bubbles() if not bubble.from_shop)

    to = Recipient(AMANI.profile.whatsapp.phone_number_id, None, None)
    street.house.home.messenger.show_typing(to, written)

    typing = her.glass.get_by_role("status").filter(has_text="typing…")
    expect(typing).to_be_visible()
    phones.picture("typing")
    her.writes("where is your shop?").hears("Moi Avenue")
    expect(typing).to_be_hidden()


def test_customers_of_two_boutiques_stand_side_by_side_and_see_only_their_own(street: Street) -> None:
    one, other = somebody(street.house), somebody(street.house, PWANI)
    phones = street.phones()
    her, him = phones.hands(one.name).opens(AMANI), phones.hands(other.name, 1).opens(PWANI)

    her.writes("red wrap dress").hears(CANARIES[AMANI.profile.slug])
    him.writes("nataka kanga nyekundu").hears(CANARIES[PWANI.profile.slug])

    phones.picture("side-by-side")
    expect(her.wall).not_to_contain_text(re.compile("kanga|Zimbrith"))
    expect(him.wall).not_to_contain_text(re.compile("wrap dress|Quorlax"))
    her.leaves().opens(PWANI)
    expect(her.wall).to_contain_text("Write to Pwani Collection")


def test_the_second_boutiques_dashboard_shows_nothing_of_the_first(street: Street) -> None:
    one, other = somebody(street.house), somebody(street.house, PWANI)
    with street.house.phone(one.id) as phone, street.house.phone(other.id, PWANI) as phone_there:
        puts_into_cart(phone)
        phone_there.says("nataka kanga nyekundu")
    first, second = street.owner(AMANI), street.owner(PWANI)

    first.go_to("Chats").sees(one.name).sees_nothing_of(other.name)
    first.follow(re.compile(f"^{one.name}")).sees("Wambui wrap midi dress")
    second.go_to("Chats").sees(other.name).sees_nothing_of(one.name)
    for place, sight in PWANIS_OWN.items():
        second.go_to(place).sees(sight).sees_nothing_of("Quorlax")
    second.page.goto(first.page.url)

    second.sees("There is nothing here").sees_nothing_of("Quorlax")
    street.forgive("404: GET", "the server responded with a status of 404")
