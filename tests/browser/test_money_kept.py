"""A refund that the owner declines asks for nothing any more, and its order says by whom and why."""

import pytest
from playwright.sync_api import expect

from tests.browser.phones import Street
from tests.stories.walks import owner_does, pays_for
from tests.support.browser import DESK, PHONE
from tests.support.house import AMANI, PWANI

pytest_plugins = ["tests.browser.town"]

WHY = "She wore it to a wedding"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_declined_refund_leaves_the_day_and_stands_with_its_order_until_it_is_asked_for_again(
    street: Street, size: tuple[int, int]
) -> None:
    with street.house.customer() as phone:
        number = pays_for(phone)
    owner_does(street.house, number, "cancel")
    street.house.settles()
    owner = street.owner(AMANI, size)
    needs = owner.page.get_by_role("list", name="What waits for you").get_by_text(number)

    owner.open(f"/money?q={number}").press("Keep it").write("Why it stays", WHY)
    owner.picture(f"refund-decline-{size[0]}")
    owner.press("Yes").sees("No such money waits")
    street.house.settles()

    owner.open("/today").sees("Paid today")
    expect(needs).to_have_count(0)
    owner.open("/orders?status=not-refunded").follow(number)
    owner.sees("was not sent back").sees(f"Declined by the owner: “{WHY}”").sees("Not refunded")
    owner.picture(f"refund-declined-{size[0]}", whole=True)
    assert owner.offences() == []
    assert not owner.scrolls_sideways()
    street.owner(PWANI, size).open("/orders?status=not-refunded").sees_nothing_of(number)

    owner.press("Ask again").sees_nothing_of("was not sent back").sees("Refund due")
    street.house.settles()
    owner.open(f"/money?q={number}").press("Send it back").sees("Approved")
