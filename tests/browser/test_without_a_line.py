"""On a poor network the shop stays open: the page, what it knew, and the steps that were taken."""

from playwright.sync_api import expect

from interfaces.http.schemas import OrderStatus
from tests.browser.conftest import NewOwner, RunningStub
from tests.support.browser import PHONE, Dashboard
from tests.support.sandbox import eventually

DRAWER = """async ([part, sign, wanted]) => {
  await navigator.serviceWorker.ready
  for (let look = 0; look < 400; look += 1) {
    const open = indexedDB.open('dukani', 1)
    await new Promise((done) => { open.onsuccess = done })
    const asked = open.result.transaction('drawer').objectStore('drawer').get('shop')
    await new Promise((done) => { asked.onsuccess = done })
    open.result.close()
    const there = (asked.result?.state[part] ?? []).some((one) => JSON.stringify(one).includes(sign))
    if (there === wanted) return true
    await new Promise((done) => { setTimeout(done, 25) })
  }
  return false
}"""


def kept(dashboard: Dashboard, part: str, sign: str, *, wanted: bool = True) -> bool:
    """Whether the page can be opened without a line, and this is kept, or soon will be."""
    found: bool = dashboard.page.evaluate(DRAWER, [part, sign, wanted])
    return found


def test_without_a_line_the_page_opens_and_a_packed_order_is_told_later_once(
    owner: NewOwner, stub: RunningStub
) -> None:
    dashboard = owner(PHONE).open("/today").sees("KSh 28,450")
    assert kept(dashboard, "queries", "/api/today/needs")
    line = dashboard.page.context

    line.set_offline(True)
    dashboard.page.reload()
    dashboard.sees("KSh 28,450").sees("You are offline").sees("As of now").picture("today-offline-phone")
    dashboard.page.get_by_role("button", name="Mark as packed").first.click()
    dashboard.sees("1 step waits for the line")
    assert dashboard.offences() == []
    assert kept(dashboard, "mutations", "pack")
    dashboard.page.reload()
    dashboard.sees("1 step waits for the line")
    assert stub.shop.moved == {}

    line.set_offline(False)
    expect(dashboard.page.get_by_text("1 step waits")).to_have_count(0)
    eventually(lambda: bool(stub.shop.moved), "the step to come to the shop")
    assert list(stub.shop.moved.values()) == [OrderStatus.PACKED]


def test_a_step_that_the_shop_refuses_when_the_line_is_back_is_told(
    owner: NewOwner, stub: RunningStub
) -> None:
    dashboard = owner(PHONE).open("/today").sees("KSh 28,450")
    assert kept(dashboard, "queries", "/api/today/needs")
    dashboard.page.context.set_offline(True)
    dashboard.page.get_by_role("button", name="Mark as packed").first.click()
    dashboard.sees("1 step waits for the line")
    assert kept(dashboard, "mutations", "pack")
    dashboard.page.reload()
    dashboard.sees("1 step waits for the line")
    stub.shop.refusal = "order-is-given-up"

    dashboard.page.context.set_offline(False)

    dashboard.sees("A step that waited could not be done. The order was cancelled")
    dashboard.press("Close").sees_nothing_of("could not be done")


def test_nothing_stays_on_the_phone_of_who_signs_out(owner: NewOwner) -> None:
    dashboard = owner(PHONE).open("/today").sees("KSh 28,450")
    assert kept(dashboard, "queries", "/api/today/needs")

    dashboard.press("Settings").press("Sign out").sees("Your shop, its chats and its money")

    assert kept(dashboard, "queries", "/api/today", wanted=False)
