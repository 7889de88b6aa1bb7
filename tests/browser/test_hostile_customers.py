"""What customers write stays text: thirty payloads come by WhatsApp, and no page runs one."""

import re

from playwright.sync_api import Browser, Page, Route

from tests.browser import hostile
from tests.browser.hostile import Watch
from tests.browser.phones import Street
from tests.stories.walks import pays_for
from tests.support.browser import Dashboard, new_person
from tests.support.house import AMANI, OpenHouse

pytest_plugins = ["tests.browser.town"]

THANKS = [{"type": "text", "text": {"body": "Asante"}}]
MARKS = str.maketrans("", "", "*_")
"""WhatsApp's own marks are shown as bold and slanted."""


def test_thirty_payloads_through_whatsapp_run_on_no_page(street: Street) -> None:
    assert len(set(hostile.ALL)) == 30
    house = street.house
    number = everybody_writes(house)
    owner = street.owner(AMANI)
    watch = Watch(owner.page)
    (found,) = owner.page.request.get(f"/api/orders?q={number}").json()["items"]
    order = found["id"]
    chats = owner.page.request.get("/api/conversations?limit=100").json()["items"]
    theirs = [row for row in chats if row["customer"]["name"] in hostile.NAMES]
    assert {row["customer"]["name"] for row in theirs} == set(hostile.NAMES)
    wrote = next(row for row in theirs if row["customer"]["name"] == hostile.NAMES[0])
    for path, text in (
        ("/today", f"{hostile.NAMES[-1]} ordered"),
        ("/conversations", hostile.NAMES[0]),
        (f"/conversations/{wrote['id']}", hostile.WORDS[0]),
        ("/customers", hostile.NAMES[1]),
        *((f"/customers/{row['customer']['id']}", row["customer"]["name"]) for row in theirs[:2]),
        ("/orders", number),
        (f"/orders/{order}", hostile.PLACES[1]),
        ("/money", "Money"),
        (f"/orders?q={number}", number),
    ):
        owner.open(path).sees(text)
        watch.looks()
    every_word_stands_in_the_chat(owner, wrote["id"], watch)
    history_is_unfolded(owner, order, watch)
    search_shows_them(owner, watch)
    papers_are_no_pages(owner, order)

    assert watch.noticed == []


def everybody_writes(house: OpenHouse) -> str:
    """Six customers with hostile names write all there is to write; one buys. Returns her order's number."""
    number = ""
    for name in hostile.NAMES:
        with house.customer() as phone:
            person = house.world.person(phone.screen().person.id)
            assert person
            phone.says("Hi")
            if name == hostile.NAMES[-1]:
                number = pays_for(phone, where=f"Kilimani, {hostile.PLACES[1]}")
            said = hostile.messages() if name == hostile.NAMES[0] else THANKS
            hostile.meta_sends(house, AMANI, person, name, said)
    house.settles()
    return number


def every_word_stands_in_the_chat(owner: Dashboard, chat: str, watch: Watch) -> None:
    owner.open(f"/conversations/{chat}")
    shown = owner.page.get_by_role("main").inner_text()
    for words in hostile.SEEN_IN_CHATS:
        assert words.translate(MARKS) in shown.translate(MARKS)
    for why in owner.page.get_by_role("button", name="Why this?").all()[:2]:
        why.click()
        owner.sees("Understood as")
        watch.looks()
        owner.page.keyboard.press("Escape")


def history_is_unfolded(owner: Dashboard, order: str, watch: Watch) -> None:
    owner.open(f"/orders/{order}")
    for fact in owner.timeline().locator("summary").all():
        fact.click()
    watch.looks()


def search_shows_them(owner: Dashboard, watch: Watch) -> None:
    owner.page.keyboard.press("Control+k")
    field = owner.page.get_by_label("Customer, order, piece, M-Pesa code")
    for words in hostile.NAMES[:3]:
        field.fill(words[:80])
        owner.sees(re.compile("Nothing fits|Customers"))
        watch.looks()


def papers_are_no_pages(owner: Dashboard, order: str) -> None:
    for path, kind in (
        (f"orders/{order}/packing-slip.pdf", "application/pdf"),
        (f"orders/{order}/receipt.pdf", "application/pdf"),
        ("orders.csv", "text/csv"),
    ):
        answer = owner.page.request.get(f"/api/{path}")
        assert answer.ok
        assert answer.headers["content-type"].startswith(kind)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "attachment" in answer.headers["content-disposition"] or kind == "application/pdf"


def test_the_watch_notices_a_payload_that_gets_into_a_page(street: Street, chromium: Browser) -> None:
    """The control: a payload that became markup would be seen, and the policy would still hold it."""
    owner = street.owner(AMANI)
    watch = Watch(owner.page)
    owner.open("/today")
    owner.page.route(f"{hostile.ELSEWHERE}/**", no_content)
    for payload in (each for each in hostile.ALL if "<" in each):
        watch.noticed.clear()
        becomes_markup(owner.page, payload)
        watch.looks()
        assert watch.noticed, payload
        assert not any(each.startswith("dialog") for each in watch.noticed)
    street.complaints.clear()

    unprotected = new_person(chromium, street.house.url)
    page = unprotected.new_page()
    open_door = Watch(page)
    page.goto("about:blank")
    page.set_content("<main></main>")
    with page.expect_event("dialog"):
        becomes_markup(page, hostile.NAMES[1])
    assert any(each.startswith("dialog") for each in open_door.noticed)
    unprotected.close()


def becomes_markup(page: Page, payload: str) -> None:
    page.evaluate(
        "payload => { document.querySelector('main').insertAdjacentHTML('beforeend', payload) }", payload
    )


def no_content(route: Route) -> None:
    route.fulfill(status=204)
