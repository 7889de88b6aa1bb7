"""A dress comes back to the shop, and its price to the customer."""

import pytest
from playwright.sync_api import expect

from tests.browser.phones import Street
from tests.stories.walks import order_called, owner_does, pays_for
from tests.support.browser import DESK, PHONE, Dashboard
from tests.support.house import AMANI

pytest_plugins = ["tests.browser.town"]


@pytest.mark.parametrize(("size", "where"), [(PHONE, "phone"), (DESK, "desk")])
def test_a_dress_that_did_not_fit_is_taken_back_and_paid_back(
    street: Street, size: tuple[int, int], where: str
) -> None:
    with street.house.customer() as phone:
        number = pays_for(phone)
        for step, told in (("pack", None), ("courier", {"courier": "Boda"}), ("deliver", None)):
            owner_does(street.house, number, step, told)
        line = order_called(street.house, number).lines[0]
        what, price = f"{line.title}, {line.size.label}", line.unit_price
        owner = street.owner(AMANI, size).go_to("Orders").follow(number)
        takes_back(owner, what, price.cents // 100, where)
        owner.sees("1 came back").sees("Still goes back to her")
        owner.open(f"/money?q={number}").press("Send it back")
        owner.sees_nothing_of("She gave pieces back")
        phone.hears("has been sent back to you")
        owner.go_to("Orders").follow(number).sees("Went back to her").sees("Delivered")
        owner.picture(f"taken-back-{where}", whole=True)
        assert owner.offences() == []


def takes_back(owner: Dashboard, what: str, shillings: int, where: str) -> None:
    owner.press("Take back or refund").sees("What comes back?")
    sum_ = owner.page.get_by_label("Money that goes back, in shillings")
    owner.press("Confirm").sees("Choose what comes back, or a sum.")
    owner.press(f"One more: {what}")
    expect(sum_).to_have_value(str(shillings))
    expect(owner.page.get_by_role("button", name=f"One more: {what}", exact=True)).to_be_disabled()
    sum_.fill("99999")
    owner.press("Confirm").sees("That is too much: 2650 at most.")
    sum_.fill(str(shillings))
    for look in ("light", "dark"):
        owner.page.emulate_media(color_scheme=look, reduced_motion="reduce")
        owner.picture(f"take-back-{where}-{look}")
        assert owner.offences() == []
    assert owner.small_targets() == []
    owner.page.emulate_media(color_scheme="light", reduced_motion="reduce")
    owner.press("Confirm").sees("It is written down.")
