"""No screen goes unseen: each is opened in a shop that lives, on a phone and at a desk, in light and dark."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from playwright.sync_api import Page

from tests.browser import test_screens
from tests.browser.phones import Street
from tests.stories.walks import AT_YAYA, owner_does, pays_for
from tests.support.browser import DESK, PHONE, Dashboard
from tests.support.house import AMANI, OpenHouse

pytest_plugins = ["tests.browser.town"]

ROUTER: Final = Path(__file__).parents[2] / "dashboard/src/app/router.tsx"
PICTURED_FROM_EXAMPLES: Final = {
    "/", "/today", "/conversations", "/conversations/$conversation", "/orders", "/orders/$order", "/products",
    "/insights", "/subscription", "/platform", "/platform/join", "/platform/boutiques/$boutique",
}  # fmt: skip
"""Those of `test_screens`."""

LIVING: Final[Mapping[str, str | re.Pattern[str]]] = {
    "/products/new": "A new piece",
    "/products/import": "Choose a list",
    "/products/stock-take": "Not yet counted",
    "/products/$product": "What happened to it",
    "/customers": "Name or number",
    "/customers/$customer": re.compile(f"^{AT_YAYA}$"),
    "/staff": "Nobody helps you here yet",
    "/money": "To go back",
    "/welcome": "Open your shop",
    "/shop": "Profile, delivery, numbers and payments",
    "/shop/number": "Your WhatsApp number",
    "/agent": "Version",
    "/account": "How you come in",
    "/set-password": "password",
    "/join": "A shop invites you",
}
"""What there is to see on each of the others."""


def test_no_screen_goes_unseen() -> None:
    assert routes() == PICTURED_FROM_EXAMPLES | set(LIVING)
    opened = {re.sub(r"/[0-9a-f-]{36}", "/$", path) for path, _ in test_screens.SCREENS.values()}
    assert opened == {re.sub(r"\$\w+", "$", path) for path in PICTURED_FROM_EXAMPLES}


def test_every_screen_of_a_living_shop_fits_its_glass(street: Street) -> None:
    lives(street.house)
    owner, wrong = street.owner(AMANI, PHONE), list[str]()
    for path, text in LIVING.items():
        owner.open(address(owner.page, path)).sees(text)
        wrong += [f"{path}: small {target}" for target in owner.small_targets()]
        for where, size in (("phone", PHONE), ("desk", DESK)):
            owner.page.set_viewport_size({"width": size[0], "height": size[1]})
            wrong += [f"{path}, {where}: {offence}" for offence in looked_at(owner, f"{named(path)}-{where}")]
        owner.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert wrong == []
    street.forgive("409")  # the demo's door lets in nobody in particular, who has no alerts of her own


IN_SWAHILI: Final = (
    *("/today", "/conversations", "/orders", "/orders/$order", "/products", "/products/$product"),
    *("/customers", "/customers/$customer", "/insights", "/money", "/shop", "/agent"),
)


def test_the_main_screens_of_a_phone_fit_their_glass_in_swahili(street: Street) -> None:
    lives(street.house)
    owner, wrong = street.owner(AMANI, PHONE, locale="sw-KE"), list[str]()
    for path in IN_SWAHILI:
        owner.open(address(owner.page, path))
        assert owner.page.locator("html").get_attribute("lang") == "sw"
        wrong += [f"{path}: small {target}" for target in owner.small_targets()]
        wrong += [f"{path}: {offence}" for offence in looked_at(owner, f"{named(path)}-swahili-phone")]
    assert wrong == []


def lives(house: OpenHouse) -> None:
    """One customer's order is packed, another's money goes back."""
    for step in ("pack", "cancel"):
        with house.customer() as phone:
            owner_does(house, pays_for(phone), step)
    house.settles()


def routes() -> set[str]:
    """The addresses that the dashboard's router knows; a part's own start is the address of the part."""
    source = re.sub(r"\s+", " ", ROUTER.read_text("utf-8"))
    found = re.findall(
        r"const (\w+) = createRoute\(\{ getParentRoute: \(\) => (\w+), path: '([^']+)'", source
    )
    under = {name: path for name, _, path in found}
    return {f"{under.get(parent, '')}/{path.strip('/')}".rstrip("/") or "/" for _, parent, path in found}


def named(path: str) -> str:
    """What a picture of this address is called."""
    return path.strip("/").replace("/$", "-").replace("/", "-")


def address(page: Page, path: str) -> str:
    """The address of something that is there."""
    named = path.partition("$")[2]
    if not named:
        return path
    (first,) = page.request.get(f"/api/{named}s?limit=1").json()["items"]
    return path.replace(f"${named}", str(first.get(named, first)["id"]))


def looked_at(owner: Dashboard, name: str) -> list[str]:
    """What is wrong with a screen: read by ear on a phone in light, at a desk in the dark."""
    wrong = ["wider than the screen"] if owner.scrolls_sideways() else []
    for look in ("light", "dark"):
        owner.page.emulate_media(color_scheme=look, reduced_motion="reduce")
        owner.picture(f"{name}-{look}", whole=True)
        if name.endswith("phone") is (look == "light"):
            wrong += owner.offences()
    owner.page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return wrong
