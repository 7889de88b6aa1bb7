"""On a poor network the shop stays open: the page, what it knew, and the steps that were taken."""

from playwright.sync_api import expect

from interfaces.http.schemas import OrderStatus
from tests.browser.conftest import NewOwner, RunningStub
from tests.browser.phones import PATIENCE
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


class Line:
    """A page's line to the world, which goes and comes back.

    Chromium 150 forgets over a reload that it is gone, and is told again by its own protocol.
    """

    def __init__(self, dashboard: Dashboard) -> None:
        self._page, self._context = dashboard.page, dashboard.page.context
        self._browser = self._context.new_cdp_session(dashboard.page)
        self._browser.send("Network.enable")
        expect.set_options(timeout=PATIENCE)  # a step that found no line is tried again after seconds

    def goes(self) -> None:
        self._context.set_offline(True)

    def reloads(self) -> None:
        """The page is opened anew while the line is gone."""
        self._page.reload()
        self._is(gone=True)

    def comes_back(self) -> None:
        self._context.set_offline(False)
        self._is(gone=False)

    def _is(self, *, gone: bool) -> None:
        told = {"offline": gone, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        self._browser.send("Network.emulateNetworkConditions", told)


def test_without_a_line_the_page_opens_and_a_packed_order_is_told_later_once(
    owner: NewOwner, stub: RunningStub
) -> None:
    dashboard = owner(PHONE).open("/today").sees("KSh 28,450")
    assert kept(dashboard, "queries", "/api/today/needs")
    line = Line(dashboard)

    line.goes()
    line.reloads()
    dashboard.sees("KSh 28,450").sees("You are offline").sees("As of now").picture("today-offline-phone")
    dashboard.page.get_by_role("button", name="Mark as packed").first.click()
    dashboard.sees("1 step waits for the line")
    assert dashboard.offences() == []
    assert kept(dashboard, "mutations", "pack")
    line.reloads()
    dashboard.sees("1 step waits for the line")
    assert stub.shop.moved == {}

    line.comes_back()
    expect(dashboard.page.get_by_text("1 step waits")).to_have_count(0)
    eventually(lambda: bool(stub.shop.moved), "the step to come to the shop")
    assert list(stub.shop.moved.values()) == [OrderStatus.PACKED]


def test_a_step_that_the_shop_refuses_when_the_line_is_back_is_told(
    owner: NewOwner, stub: RunningStub
) -> None:
    dashboard = owner(PHONE).open("/today").sees("KSh 28,450")
    assert kept(dashboard, "queries", "/api/today/needs")
    line = Line(dashboard)
    line.goes()
    dashboard.page.get_by_role("button", name="Mark as packed").first.click()
    dashboard.sees("1 step waits for the line")
    assert kept(dashboard, "mutations", "pack")
    line.reloads()
    dashboard.sees("1 step waits for the line")
    stub.shop.refusal = "order-is-given-up"

    line.comes_back()

    dashboard.sees("A step that waited could not be done. The order was cancelled")
    dashboard.press("Close").sees_nothing_of("could not be done")


def test_nothing_stays_on_the_phone_of_who_signs_out(owner: NewOwner) -> None:
    dashboard = owner(PHONE).open("/today").sees("KSh 28,450")
    assert kept(dashboard, "queries", "/api/today/needs")

    dashboard.press("Settings").press("Sign out").sees("Your shop, its chats and its money")

    assert kept(dashboard, "queries", "/api/today", wanted=False)
