"""Every page over a real house: nothing in it shuts anybody out, and one leads to the other."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.phones import Street, somebody
from tests.stories.walks import pays_for
from tests.support.browser import DESK, PHONE, Dashboard
from tests.support.house import AMANI

pytest_plugins = ["tests.browser.town"]

SEVERAL = re.compile(r"^\d+ pieces$")
"""Other stories may have brought pieces of their own into this house."""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_phones_shut_nobody_out(street: Street, size: tuple[int, int]) -> None:
    phones = street.phones(size)
    her = phones.hands(somebody(street.house).name).opens(AMANI)
    assert phones.offences() == []
    her.writes("red wrap dress").hears("1. Wambui")
    her.taps("Number 1").hears("I don't know your size yet")
    her.sheet("Choose a size")
    assert phones.offences() == []
    phones.page.keyboard.press("Escape")

    for look in ("light", "dark"):
        phones.page.emulate_media(color_scheme=look, reduced_motion="reduce")
        expect(phones.page.locator("html")).to_have_attribute("data-theme", look)
        phones.picture(f"phones-{'phone' if size == PHONE else 'desk'}-{look}")
        assert phones.offences() == []
    assert not phones.scrolls_sideways()


def test_the_dashboard_of_a_living_shop_shuts_nobody_out(street: Street) -> None:
    customer = somebody(street.house)
    with street.house.phone(customer.id) as phone:
        number = pays_for(phone)
    dashboard = street.newcomer()
    dashboard.page.goto("/")
    _looks_at(dashboard, "start", "Pwani Collection")
    dashboard.enter("Amani Styles")

    _looks_at(dashboard, "today", customer.name)
    _looks_at(dashboard.go_to("Orders"), "orders", number)
    _looks_at(dashboard.follow(re.compile(number)), "order", "The order is paid")
    _looks_at(dashboard.go_to("Chats"), "chats", customer.name)
    _looks_at(dashboard.follow(re.compile(f"^{customer.name}")), "chat", "Check out")
    _looks_at(dashboard.go_to("Products"), "products", "Wambui wrap midi dress, red (Quorlax)")
    _looks_at(dashboard.go_to("Insights"), "insights", "Put in cart")


def _looks_at(dashboard: Dashboard, screen: str, sight: str) -> None:
    dashboard.sees(sight)
    dashboard.picture(f"living-{screen}")
    assert dashboard.offences() == [], screen


def test_the_start_page_leads_to_the_phones(street: Street) -> None:
    start = street.newcomer()
    start.page.goto("/")

    start.follow("Play a customer")

    expect(start.page.get_by_role("combobox", name="Whose phone").first).to_be_visible()


def test_a_word_that_was_dropped_from_the_address_leaves_the_box_for_good(street: Street) -> None:
    dashboard = street.owner(AMANI).go_to("Products")
    box = dashboard.page.get_by_label("Title or code")
    dashboard.sees(SEVERAL).write("Title or code", "palazzo").sees("1 piece")
    dashboard.follow("Sold out").sees("No piece fits").follow("Show all").sees(SEVERAL)

    expect(box).to_have_value("")
    box.fill("handbag")

    dashboard.sees("1 piece").sees_nothing_of("palazzo")
