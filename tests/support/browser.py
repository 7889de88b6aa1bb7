"""Words for trying the dashboard in a real browser: open a screen, press, read, take its picture."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

QUIET_FLAGS: Final = (
    "--no-sandbox", "--headless", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip
HOW_TO_GET: Final = "apt-get install chromium, or DUKANI_CHROMIUM=/path/to/chromium"

Look = Literal["light", "dark"]
PHONE: Final = (390, 844)
DESK: Final = (1280, 800)
HIGHEST: Final = 8_000
_AXE: Final = Path(__file__).parents[2] / "dashboard" / "node_modules" / "axe-core" / "axe.min.js"


def find_chromium() -> str | None:
    """The browser on this machine; None if there is none. DUKANI_CHROMIUM names another one."""
    names = (os.environ.get("DUKANI_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), None)


@contextmanager
def chromium_at(path: str) -> Iterator[Browser]:
    """A running Chromium that talks to nobody on its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET_FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def new_person(
    browser: Browser, address: str, size: tuple[int, int] = DESK, look: Look = "light", locale: str = "en-KE"
) -> BrowserContext:
    """Somebody with a browser of her own: no cookie of anybody else's."""
    width, height = size
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": height}, color_scheme=look, locale=locale,
        has_touch=size == PHONE, reduced_motion="reduce",
    )  # fmt: skip
    context.set_default_timeout(10_000)
    return context


class Dashboard:
    """The owner's dashboard, in the words of somebody who uses it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def enter(self, boutique: str) -> "Dashboard":
        """Signs in by the demo's start page."""
        self.page.goto("/")
        self.page.get_by_role("button", name=f"Open dashboard: {boutique}").click()
        expect(self.page).to_have_url(re.compile("/today$"))
        self.sees(boutique)
        return self

    def open(self, path: str) -> "Dashboard":
        """Opens an address of the dashboard and waits until nothing is loading any more."""
        self.page.goto(path)
        return self.settled()

    def settled(self) -> "Dashboard":
        """Waits until the page is there and the screen's own loading is over."""
        expect(self.page.locator("#root > [data-opening]")).to_have_count(0)
        expect(
            self.page.get_by_role("status").filter(has_text=re.compile("^(Loading|Inapakia)$"))
        ).to_have_count(0)
        self.page.wait_for_function("document.fonts.ready.then(() => true)")
        return self

    def go_to(self, place: str) -> "Dashboard":
        """Follows the main navigation. Example: go_to("Orders")."""
        self.page.get_by_role("navigation", name=re.compile("^(Main|Menyu kuu)$")).filter(
            visible=True
        ).get_by_role("link", name=place).click()
        # The place that is left stays until the next one's script has come.
        expect(self.page.get_by_role("heading", level=1, name=place)).to_be_visible()
        return self.settled()

    def follow(self, link: str | re.Pattern[str]) -> "Dashboard":
        """Follows the first link of this name."""
        self.page.get_by_role("link", name=link).first.click()
        return self.settled()

    def press(self, button: str) -> "Dashboard":
        """Presses the button of exactly this name."""
        self.page.get_by_role("button", name=button, exact=True).click()
        return self

    def write(self, label: str, text: str) -> "Dashboard":
        """Writes into the field of this label."""
        self.page.get_by_label(label).fill(text)
        return self

    def sees(self, text: str | re.Pattern[str]) -> "Dashboard":
        """Expects a visible text."""
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()
        return self

    def sees_nothing_of(self, text: str) -> "Dashboard":
        """Expects that a text is nowhere on the screen."""
        expect(self.page.get_by_text(text).filter(visible=True)).to_have_count(0)
        return self

    def choose(self, group: str, option: str) -> "Dashboard":
        """Chooses one of a few that stand side by side."""
        self.page.get_by_label(group, exact=True).get_by_role("radio", name=option).click()
        return self

    def timeline(self) -> Locator:
        """The facts of the order's history, oldest first."""
        return self.page.get_by_role("region", name="The whole history").locator("ol > li")

    def told(self) -> list[str]:
        """What each fact of the order's history is called, oldest first."""
        return self.timeline().locator("summary .font-semibold").all_inner_texts()

    def small_targets(self) -> list[str]:
        """What can be pressed but is lower or narrower than 44 px (links within text left out)."""
        found: list[str] = self.page.evaluate(
            """() => [...document.querySelectorAll('a, button, input, summary, [role=radio]')]
                .filter(e => e.checkVisibility() && !e.closest('.sr-only') && !e.matches('.sr-only'))
                .map(e => [e, e.getBoundingClientRect()])
                .filter(([e, b]) => b.height < 39.5 || b.width < 39.5)
                .map(([e, b]) => `${e.tagName} ${e.textContent} ${b.width}x${b.height}`)"""
        )
        return found

    def scrolls_sideways(self) -> bool:
        """Whether the page is wider than the screen."""
        wide: bool = self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        return wide

    def picture(self, name: str, *, whole: bool = False) -> None:
        """Keeps a picture of the screen in the folder named by DUKANI_SCREENSHOTS, if there is one."""
        folder = os.environ.get("DUKANI_SCREENSHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            with self._as_high_as_its_page() if whole else nullcontext():
                self.page.screenshot(path=str(Path(folder) / f"{name}.png"))

    @contextmanager
    def _as_high_as_its_page(self) -> Iterator[None]:
        """A glass on which all of the page is seen at once, so that a bar at its foot covers nothing."""
        size = self.page.viewport_size
        assert size is not None
        high: int = self.page.evaluate("document.documentElement.scrollHeight")
        self.page.set_viewport_size({"width": size["width"], "height": min(high, HIGHEST)})
        yield
        self.page.set_viewport_size(size)

    def offences(self) -> list[str]:
        """What axe finds wrong for people who read by ear, by keyboard, or with weak eyes."""
        if self.page.evaluate("!window.axe"):
            self.page.evaluate(_AXE.read_text("utf-8"))
        found: list[str] = self.page.evaluate(
            """async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}))
                .violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target} ${n.failureSummary}`))"""
        )
        return found
