"""An owner finds orders by chips in the address, keeps a view of them, and sees them on a board."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import NewOwner
from tests.browser.examples import PLACED
from tests.browser.shelf import example_id
from tests.support.browser import PHONE, Dashboard


def test_orders_are_filtered_by_chips_and_the_view_is_kept(owner: NewOwner) -> None:
    dashboard = owner(PHONE).open("/orders").sees("DK-7F3K9").press("Filters")
    dashboard.write("Number, receipt or tracking code", "dk-7f3k9").press("Show").sees("DK-7F3K9")
    expect(dashboard.page).to_have_url(re.compile("q=dk-7f3k9"))
    dashboard.sees_nothing_of(PLACED[1].number)
    file = dashboard.page.get_by_role("link", name="Download as CSV")
    expect(file).to_have_attribute("href", "/api/orders.csv?q=dk-7f3k9")
    dashboard.press("Keep this view").write("Name of the view", "Wanjiku").press("Keep")
    dashboard.page.get_by_role("link", name=re.compile("Take away the filter")).click()
    dashboard.sees(PLACED[1].number).follow("Wanjiku").sees_nothing_of(PLACED[1].number)
    looks_right(dashboard, "orders-filtered-phone")


def test_a_view_of_pieces_is_kept_as_well(owner: NewOwner) -> None:
    dashboard = owner(PHONE).open("/products").follow("Sold out")
    dashboard.press("Keep this view").write("Name of the view", "Order again").press("Keep")
    dashboard.sees("Order again").open("/products").follow("Order again")
    expect(dashboard.page).to_have_url(re.compile("stock=gone"))
    looks_right(dashboard, "products-view-phone")


def test_orders_stand_on_a_board_by_how_far_they_have_come(owner: NewOwner) -> None:
    dashboard = owner().open("/orders").sees("DK-7F3K9")
    dashboard.choose("Layout", "Board")
    column = dashboard.page.get_by_role("region", name="To pack")
    expect(column.get_by_text(PLACED[0].number)).to_be_visible()
    looks_right(dashboard, "orders-board-desk")
    column.get_by_role("link").first.click()
    dashboard.sees("Packing slip").sees("Receipt")


def test_a_courier_takes_the_parcel_with_a_link_to_follow(owner: NewOwner) -> None:
    sent = next(placed for placed in PLACED if placed.status == "with-courier")
    dashboard = owner(PHONE).open(f"/orders/{example_id(sent.number)}")
    link = dashboard.page.get_by_role("link", name="Follow the parcel")
    expect(link).to_have_attribute("href", "https://wf.example/WF-20418")
    packed = next(placed for placed in PLACED if placed.status == "packed")
    dashboard.open(f"/orders/{example_id(packed.number)}").press("Hand to courier")
    dashboard.write("Who takes the parcel?", "G4S").write("Tracking link (optional)", "https://g4s.example/7")
    looks_right(dashboard, "order-courier-phone")
    dashboard.page.get_by_role("dialog").get_by_role("button", name="Hand to courier").click()
    dashboard.sees("Done: With courier")


def looks_right(dashboard: Dashboard, name: str) -> None:
    for look in ("light", "dark"):
        dashboard.page.emulate_media(color_scheme=look, reduced_motion="reduce")
        dashboard.picture(f"{name}-{look}")
        assert dashboard.offences() == []
    assert not dashboard.scrolls_sideways()
    dashboard.page.emulate_media(color_scheme="light", reduced_motion="reduce")
