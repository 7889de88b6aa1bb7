"""What an owner does every day with the dashboard, in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from interfaces.http.schemas import OrderStatus
from tests.browser.conftest import NewOwner, RunningStub
from tests.browser.examples import PLACED
from tests.browser.shelf import example_id
from tests.support.browser import PHONE

TO_PACK, PACKED, UNPAID = (example_id(PLACED[i].number) for i in (0, 3, 2))


def test_the_start_page_opens_a_boutiques_dashboard(owner: NewOwner) -> None:
    owner(boutique=None).enter("Amani Styles").sees("Paid today").sees("KSh 28,450")


@pytest.mark.parametrize(
    ("tile", "address", "seen"),
    [
        ("To pack", r"/orders\?status=paid$", "DK-2QX8B"),
        ("Chats waiting", r"/conversations\?waiting=true$", "She asked for a person"),
        ("Running out", r"/products\?stock=low$", "Amani wrap dress"),
        ("Awaiting payment", r"/orders\?status=awaiting-payment$", "DK-9MT4C"),
    ],
)
def test_each_figure_of_today_opens_its_list(owner: NewOwner, tile: str, address: str, seen: str) -> None:
    dashboard = owner(PHONE).open("/today")

    dashboard.follow(re.compile(rf"^\d+ ?{tile}$"))

    dashboard.sees(seen)
    expect(dashboard.page).to_have_url(re.compile(address))


def test_a_paid_order_is_packed_with_one_press(owner: NewOwner, stub: RunningStub) -> None:
    dashboard = owner(PHONE).open(f"/orders/{TO_PACK}")

    dashboard.press("Mark as packed")

    dashboard.sees("Done: Packed").sees("Hand to courier")
    assert stub.shop.moved == {TO_PACK: OrderStatus.PACKED}


def test_the_courier_is_named_before_the_parcel_goes(owner: NewOwner, stub: RunningStub) -> None:
    dashboard = owner(PHONE).open(f"/orders/{PACKED}").press("Hand to courier")
    send = dashboard.page.get_by_role("dialog").get_by_role("button", name="Hand to courier")
    expect(send).to_be_disabled()

    dashboard.write("Who takes the parcel?", "Wells Fargo").picture("order-courier-phone")
    send.click()

    dashboard.sees("Done: With courier")
    assert stub.shop.moved == {PACKED: OrderStatus.WITH_COURIER}


def test_an_order_is_only_cancelled_after_asking(owner: NewOwner, stub: RunningStub) -> None:
    dashboard = owner().open(f"/orders/{UNPAID}").press("Cancel order").sees("Cancel order DK-9MT4C?")
    dashboard.press("Keep order")
    assert stub.shop.moved == {}

    dashboard.press("Cancel order")
    dashboard.page.get_by_role("dialog").get_by_role("button", name="Cancel order").click()

    dashboard.sees("Done: Cancelled")


def test_a_rule_that_says_no_is_told_in_words(owner: NewOwner, stub: RunningStub) -> None:
    stub.shop.refusal = "order-is-given-up"
    dashboard = owner().open(f"/orders/{TO_PACK}")

    dashboard.press("Mark as packed")

    dashboard.sees("The order was cancelled, or its time ran out.").sees_nothing_of("for programs")


def test_the_history_is_a_timeline_of_facts_that_unfold(owner: NewOwner) -> None:
    dashboard = owner().open(f"/orders/{TO_PACK}").sees("Chain verified to 4219")
    expect(dashboard.timeline()).to_have_count(14)

    dashboard.choose("Which facts", "Without chat")
    expect(dashboard.timeline()).to_have_count(10)
    dashboard.timeline().filter(has_text="Money came in").locator("summary").click()

    dashboard.sees("currency").sees("payment-money-received.v1").sees(re.compile(r"^payment/[0-9a-f-]{36}$"))
    dashboard.picture("order-fact-unfolded", whole=True)


def test_a_change_elsewhere_appears_without_reload(owner: NewOwner, stub: RunningStub) -> None:
    dashboard = owner().open("/orders")
    row = dashboard.page.get_by_role("listitem").filter(has_text="DK-7F3K9")
    expect(row).to_contain_text("To pack")

    stub.shop.move(TO_PACK, OrderStatus.DELIVERED)

    expect(row).to_contain_text("Delivered")


def test_a_broken_line_is_said_and_what_was_known_stays(owner: NewOwner) -> None:
    dashboard = owner(PHONE).open("/orders").sees("DK-7F3K9")

    dashboard.page.context.set_offline(True)

    dashboard.sees("You are offline.").sees("DK-7F3K9").picture("orders-offline-phone")
    dashboard.page.context.set_offline(False)
    dashboard.sees_nothing_of("You are offline.")


def test_words_and_shelves_narrow_the_pieces_and_stay_in_the_address(owner: NewOwner) -> None:
    dashboard = owner().open("/products").sees("12 pieces")

    dashboard.write("Title or code", "dress").sees("2 pieces")

    expect(dashboard.page).to_have_url(re.compile("q=dress"))
    dashboard.follow("Sold out").sees("No piece fits").follow("Show all").sees("Zawadi kaftan")


FILES_AT_ONCE = 6
"""Chromium lets a page hand over ten files in a few seconds and asks before the next one."""


def test_every_chart_can_be_read_as_a_table_and_taken_along_as_csv(owner: NewOwner) -> None:
    dashboard = owner().open("/insights").sees("Who comes again")

    charts = dashboard.page.get_by_role("button", name="as CSV")
    expect(charts).to_have_count(11)
    for place, chart in enumerate(charts.all()):
        if place == FILES_AT_ONCE:
            dashboard.open("/insights").sees("Who comes again")
        title = (chart.get_attribute("aria-label") or "").removesuffix(" as CSV")
        dashboard.choose(f"View {title} as", "Table")
        table = dashboard.page.get_by_role("table", name=title)
        expect(table).to_be_visible()
        with dashboard.page.expect_download() as taken:
            chart.click()
        lines = Path(taken.value.path()).read_text(encoding="utf-8-sig").splitlines()
        assert taken.value.suggested_filename == f"{title}.csv"
        assert len(lines) == table.get_by_role("row").count()

    dashboard.picture("insights-tables", whole=True)


def test_the_period_of_the_figures_stays_in_the_address(owner: NewOwner) -> None:
    dashboard = owner().open("/insights")

    dashboard.choose("Period", "7 days")

    expect(dashboard.page).to_have_url(re.compile(r"days=7$"))
    dashboard.choose("Period", "Other days")
    dashboard.page.get_by_label("To", exact=True).fill("2026-10-31")
    dashboard.page.get_by_label("From", exact=True).fill("2026-10-01")
    expect(dashboard.page).to_have_url(re.compile(r"days=31&last=2026-10-31$"))


def test_language_and_look_are_switched_and_kept(owner: NewOwner) -> None:
    dashboard = owner(PHONE).open("/today").press("Settings")

    dashboard.choose("Language", "Kiswahili").sees("Lugha").choose("Mwonekano", "Giza").picture(
        "settings-phone"
    )

    dashboard.open("/today").sees("Zilizolipwa leo")
    expect(dashboard.page.locator("html")).to_have_attribute("data-theme", "dark")


def test_the_page_is_walked_by_keyboard(owner: NewOwner) -> None:
    dashboard = owner().open("/today").sees("Paid today")

    dashboard.page.keyboard.press("Tab")
    expect(dashboard.page.get_by_role("link", name="Skip to content")).to_be_focused()
    dashboard.page.keyboard.press("Enter")
    dashboard.page.keyboard.press("Tab")

    expect(dashboard.page.get_by_role("main").locator(":focus")).to_have_count(1)


def test_what_a_customer_writes_is_never_run(owner: NewOwner) -> None:
    chat = example_id("chat Rude Script")
    dashboard = owner().open(f"/conversations/{chat}")

    dashboard.sees("<img src=x onerror=alert(1)>")

    assert dashboard.page.locator("img[src=x]").count() == 0


def test_signing_out_closes_the_shop(owner: NewOwner) -> None:
    dashboard = owner().open("/orders").press("Settings").press("Sign out")

    dashboard.sees("Your shop, its chats and its money").sees_nothing_of("DK-7F3K9")


def test_an_owner_changes_her_plan_from_the_next_month_on(owner: NewOwner, stub: RunningStub) -> None:
    dashboard = owner(PHONE).open("/subscription")

    dashboard.press("Choose: Monthly")
    dashboard.sees("It counts from 1 December.").picture("subscription-choose-phone")
    dashboard.press("Change plan")

    dashboard.sees("From 1 December: KSh 2,900 a month")
    assert stub.shop.plan == "Monthly"
