"""Whoever looks for something finds it from anywhere, by thumb or by keyboard."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import NewOwner
from tests.support.browser import PHONE

FIELD = "Customer, order, piece, M-Pesa code"


def test_ctrl_k_and_two_keys_open_an_order_by_its_receipt(owner: NewOwner) -> None:
    dashboard = owner().open("/products").sees("Amani wrap dress")

    dashboard.page.keyboard.press("Control+k")
    expect(dashboard.page.get_by_label(FIELD)).to_be_focused()
    dashboard.page.keyboard.type("skr4x2m9qt")
    dashboard.sees("M-Pesa codes").picture("search-desk")
    dashboard.page.keyboard.press("ArrowDown")
    dashboard.page.keyboard.press("Enter")

    expect(dashboard.page).to_have_url(re.compile("/orders/"))
    dashboard.sees("DK-7F3K9")


def test_on_a_phone_a_bar_finds_customers_pieces_and_where_to_go(owner: NewOwner) -> None:
    dashboard = owner(PHONE).open("/today").press("Search everything")

    dashboard.sees("Orders to pack")
    assert dashboard.offences() == []
    dashboard.write(FIELD, "wanjiku").sees("Customers").picture("search-phone")
    dashboard.write(FIELD, "dress").sees("Amani wrap dress")
    dashboard.write(FIELD, "tlm7").sees("TLM7Q2X9PA").sees("No order yet")
    dashboard.write(FIELD, "zzz").sees("Nothing fits “zzz”")
    dashboard.write(FIELD, "to hand").follow("Orders to hand over")

    expect(dashboard.page).to_have_url(re.compile("status=packed"))
