"""On a slow 3G line the day is read in seconds, and a step whose answer was lost is taken once."""

import re
import sys
import time
from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, Route, expect

from domain.fact import Fact
from domain.order.events import OrderPacked, OrderPlaced
from domain.order.order import Order
from tests.browser.phones import Street
from tests.stories.walks import pays_for
from tests.support.browser import PHONE
from tests.support.house import AMANI
from tests.support.invariants import Shop

pytest_plugins = ["tests.browser.town"]

ROUND_TRIP_MS = 400
BYTES_PER_SECOND = 400_000 / 8
FIRST_WITHIN_SECONDS = 20
AGAIN_WITHIN_SECONDS = 8


def test_on_slow_3g_the_day_is_read_and_a_lost_answer_packs_an_order_once(
    street: Street, capsys: pytest.CaptureFixture[str]
) -> None:
    house = street.house
    with house.customer() as phone:
        pays_for(phone)
    house.settles()
    owner = street.newcomer(PHONE)
    signed_in = owner.page.request.post("/sandbox/api/sign-in", data={"boutique": AMANI.profile.slug})
    assert signed_in.ok
    is_on_slow_3g(owner.page)

    first, again = (seconds_to_read_today(owner.page) for _ in range(2))
    with capsys.disabled():
        sys.stdout.write(
            f"\nToday on slow 3G: {first:.1f} s for the first time, {again:.1f} s from then on\n"
        )
    assert first < FIRST_WITHIN_SECONDS
    assert again < AGAIN_WITHIN_SECONDS

    lost: list[str] = []

    def loses_the_answer(route: Route) -> None:
        if lost:
            route.continue_()
            return
        answer = route.fetch()
        lost.append(f"{answer.status}")
        route.abort("connectionreset")

    owner.page.route("**/pack", loses_the_answer)
    number = who_waits_longest(owner.page)
    waits = owner.page.get_by_role("listitem").filter(has_text=number)
    waits.get_by_role("button", name="Mark as packed").click()
    expect(waits.get_by_role("button", name="Mark as packed")).to_have_count(0)
    house.settles()

    assert lost == ["200"]
    told = next(story for story in Shop(house, AMANI).stories(Order).values() if is_called(story, number))
    assert [isinstance(fact, OrderPacked) for fact in told].count(True) == 1
    street.forgive("ERR_CONNECTION_RESET")


def is_called(story: Sequence[Fact], number: str) -> bool:
    """Whether it is the story of this order."""
    return any(isinstance(fact, OrderPlaced) and fact.number == number for fact in story)


def who_waits_longest(page: Page) -> str:
    """The number of the first order to pack; other stories of this house may have left theirs."""
    to_pack = page.get_by_role("button", name="Mark as packed")
    told = page.get_by_role("listitem").filter(has=to_pack).first.inner_text()
    found = re.search(r"DK-[2-9A-Z]{6}", told)
    assert found, told
    return found.group()


def is_on_slow_3g(page: Page) -> None:
    """From now on every byte of this page takes its time."""
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": ROUND_TRIP_MS,
            "downloadThroughput": BYTES_PER_SECOND,
            "uploadThroughput": BYTES_PER_SECOND,
        },
    )


def seconds_to_read_today(page: Page) -> float:
    """How long until the money of the day is there to read."""
    began = time.monotonic()
    page.goto("/today", wait_until="commit")
    expect(page.get_by_role("region", name="Paid today")).to_contain_text("KSh")
    return time.monotonic() - began
