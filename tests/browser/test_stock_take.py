"""An owner counts her whole shop on one page; what was typed stays, and no sale is miscounted meanwhile."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, expect

from application.commands import CorrectStock
from domain.fact import Actor, Cause
from interfaces.demo.ids import variant_of
from tests.browser.phones import Street
from tests.stories.walks import stock_of
from tests.support.browser import DESK, PHONE, Dashboard
from tests.support.house import AMANI, PWANI, OpenHouse, id_of

pytest_plugins = ["tests.browser.town"]

SKU = "AM-104-BLK"
AWAY = ("ERR_INTERNET_DISCONNECTED", "/api/live")


def field(owner: Dashboard, size: str) -> Locator:
    """Where a size's count is typed."""
    return owner.page.get_by_label(re.compile(rf"size {size}: counted$"))


def should_be(owner: Dashboard, size: str) -> int:
    """How many the page says there should be."""
    told = owner.page.get_by_role("button", name=re.compile(rf"size {size}: there are"))
    found = re.search(r"there are (\d+)", told.get_attribute("aria-label") or "")
    assert found
    return int(found[1])


def sold_at_the_door(house: OpenHouse, size: str) -> None:
    """A piece of this size leaves the shop while she counts."""
    gone = CorrectStock(variant_of(id_of(AMANI), SKU, size), -1, "sold at the door")
    house.home.shop.do(id_of(AMANI), Cause(Actor.STAFF, uuid4(), uuid4()), gone)


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_the_shop_is_counted_left_resumed_and_set_right_without_a_line(
    street: Street, screen: tuple[int, int]
) -> None:
    owner = street.owner(AMANI, screen).go_to("Products").follow("Stock take").sees("Not yet counted")
    owner.picture(f"stock-take-{screen[0]}")
    assert owner.offences() == []
    assert owner.small_targets() == []
    assert not owner.scrolls_sideways()
    owner.write("Name or code of a piece", SKU)
    expect(owner.page).to_have_url(re.compile(f"q={SKU}"))
    expect(field(owner, "M")).to_have_count(1)
    small, medium, large = (should_be(owner, size) for size in "SML")
    field(owner, "S").fill(str(small - 1))
    owner.sees("−1")
    owner.page.get_by_role("button", name=re.compile("size M: there are")).click()
    owner.sees("agrees")
    field(owner, "L").fill(str(large))
    owner.sees(re.compile("^3 of")).picture(f"stock-take-counted-{screen[0]}")

    owner.open("/today").open(f"/products/stock-take?q={SKU}").sees(re.compile("^3 of .* 1 differs"))
    sold_at_the_door(street.house, "L")
    owner.sees(f"Sold or came in since you counted: {large} → {large - 1}").sees(re.compile("^2 of"))
    owner.page.get_by_role("link", name="Not yet counted").click()
    expect(field(owner, "M")).to_have_count(0)
    expect(field(owner, "L")).to_be_visible()

    owner.page.context.set_offline(True)
    owner.press("Finish").sees("Set the stock right?").sees(f"{small} → {small - 1}")
    owner.picture(f"stock-take-confirm-{screen[0]}")
    owner.press("Lost").press("Set right").sees("Kept on this phone")
    assert stock_of(street.house, SKU, "S").on_hand == small
    owner.page.context.set_offline(False)
    owner.sees("2 sizes counted; the stock is right.").picture(f"stock-take-done-{screen[0]}")
    now = [stock_of(street.house, SKU, size).on_hand for size in "SML"]
    assert now == [small - 1, medium, large - 1]

    owner.press("Undo this count").sees("Taken back")
    assert stock_of(street.house, SKU, "S").on_hand == small
    street.forgive(*AWAY)


def test_a_count_of_one_boutique_is_none_of_the_next_ones(street: Street) -> None:
    owner = street.owner(AMANI, PHONE).open(f"/products/stock-take?q={SKU}")
    field(owner, "M").fill("1")
    owner.sees(re.compile("^1 of"))

    owner.page.goto("/")
    owner.press(f"Open dashboard: {PWANI.profile.name}").sees("Paid today")
    owner.open("/products/stock-take").sees("Not yet counted").sees_nothing_of("sizes counted")
    owner.sees_nothing_of("Quorlax")
    street.forgive("/api/pictures/", "404")
