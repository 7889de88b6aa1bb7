"""News that cannot wait rings in the browser of who wants it, by the running worker and over the wire."""

from collections.abc import Iterator
from uuid import uuid4

import pytest

from application.alerts import AlertKind
from domain.identity import PersonId
from domain.language import Language
from domain.staff.events import Role
from domain.staff.staff import Staff
from interfaces.demo.catalogue import Boutique
from interfaces.http.alerting import AlertChoices, NewDevice
from tests.emulators.push import BrowserMaker, Subscribed, pushing
from tests.stories.walks import pays_for
from tests.support.house import AMANI, PWANI, OpenHouse, id_of, until


@pytest.fixture(scope="module")
def maker() -> Iterator[BrowserMaker]:
    """Whoever makes the owners' browsers."""
    with pushing() as serving:
        yield serving


def wants_all(house: OpenHouse, maker: BrowserMaker, shop: Boutique) -> tuple[PersonId, Subscribed]:
    """Somebody of this shop who wants all news on her phone, with who writes and what."""
    person, boutique, alerting = PersonId(uuid4()), id_of(shop), house.home.alerting
    now = house.home.clock.now()
    house.home.shop.tell(
        boutique, person, Staff, boutique, lambda all_: all_.admit(person, Role.STAFF, now=now)
    )
    browser = maker.subscribe(alerting.public_key)
    alerting.choose(boutique, person, AlertChoices(frozenset(AlertKind), private=False))
    alerting.keep(boutique, person, NewDevice(browser.endpoint, *browser.keys, Language.EN))
    return person, browser


def test_a_paid_order_and_a_waiting_customer_each_ring_once_and_in_their_own_shop_alone(
    house: OpenHouse, maker: BrowserMaker
) -> None:
    (hers, mine), (theirs, other) = (wants_all(house, maker, shop) for shop in (AMANI, PWANI))
    with house.customer() as phone:
        number = pays_for(phone)
        phone.says("let me talk to a person please")
        until(lambda: len(mine.shown) >= 2, "both buzzes", 20)
        house.settles()
    for person, shop, browser in ((hers, AMANI, mine), (theirs, PWANI, other)):
        house.home.alerting.drop(id_of(shop), person, browser.endpoint)

    waits, paid = sorted(mine.shown, key=lambda shown: number in shown["title"])
    assert number in paid["title"]
    assert "KSh" in paid["body"]
    assert waits["title"].startswith("Customer")
    assert "let me talk to a person" in waits["body"]
    assert (other.shown, maker.refused) == ([], [])
