"""One person who wrote from two numbers becomes one customer, after her owner has said so twice."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.phones import Street
from tests.stories.walks import pays_for, puts_into_cart
from tests.support.browser import DESK, PHONE, Dashboard
from tests.support.house import AMANI, PWANI

pytest_plugins = ["tests.browser.town"]


def looked_up(owner: Dashboard, name: str) -> Dashboard:
    """Her page."""
    owner.open("/customers").write("Name or number", name)
    owner.page.get_by_role("link", name=name).first.click()
    return owner.settled().sees("Customer since")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_two_records_of_one_person_are_joined_and_nothing_of_either_is_lost(
    street: Street, size: tuple[int, int]
) -> None:
    with street.house.customer() as first, street.house.customer() as second:
        names = [each.screen().person.name for each in (first, second)]
        number = pays_for(first)
        second.says("I wear size L")
        second.says("STOP")
        puts_into_cart(second, "black handbag")
        street.house.settles()
        owner = looked_up(street.owner(AMANI, size), names[1])
        owner.write("What should the shop remember?", f"Likes pockets, says {names[1]}").press(
            "Keep the note"
        )
        owner.sees("Private note").sees("No offers, please").sees_nothing_of(number)

        looked_up(owner, names[0]).sees(number).sees_nothing_of("Likes pockets")
        owner.press("Same person as…").page.get_by_role("dialog").get_by_label("Name or number").fill(
            names[1]
        )
        owner.page.get_by_role("dialog").get_by_role("button", name=names[1]).click()
        owner.sees("Nothing parts them again")
        owner.picture(f"join-sure-{size[0]}")
        assert owner.offences() == []
        owner.press("Somebody else").page.get_by_role("dialog").get_by_label("Name or number").fill(names[1])
        owner.page.get_by_role("dialog").get_by_role("button", name=names[1]).click()
        owner.press("Join them for good").sees("1 other record joined")

        owner.sees(number).sees("Likes pockets").sees("No offers, please").sees("She said so")
        owner.picture(f"joined-{size[0]}", whole=True)
        assert not owner.scrolls_sideways()
        assert "handbag" in first.says("show my cart").text, "what she had put aside goes on"
        with owner.page.expect_download() as taken:
            owner.follow("Download her data")
        hers = json.loads(Path(taken.value.path()).read_text(encoding="utf-8"))
        assert number in json.dumps(hers)
        assert "I wear size L" in json.dumps(hers)
    owner.open("/customers").write("Name or number", names[1])
    expect(owner.page.get_by_role("main").get_by_role("link", name=names[1])).to_have_count(0)
    neighbour = street.owner(PWANI, size).open("/customers")
    neighbour.write("Name or number", names[0]).sees("Nobody is called so")
