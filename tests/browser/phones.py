"""The phones of the sandbox and the dashboards beside them, in a real browser, over a whole house."""

import re
from typing import Final

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    FilePayload,
    Locator,
    Page,
    Request,
    Response,
    expect,
)

from interfaces.demo.catalogue import Boutique
from interfaces.sandbox.screens import PersonCard
from tests.support.browser import DESK, Dashboard, new_person
from tests.support.house import AMANI, OpenHouse

PATIENCE: Final = 20_000
"""Milliseconds; the house answers within one, a busy machine takes longer."""

SEEN: Final = "picture => (picture.scrollIntoView(), picture.decode().then(() => picture.naturalWidth > 300))"
"""Whether a picture is really one, once it is looked at."""

TICKS: Final = re.compile("^(sent|delivered|read)$")

LEFT_BEHIND: Final = "net::ERR_ABORTED"
"""What a browser says of a request that nobody waits for any more, since the page was left."""


class HeldPhone:
    """One person's phone on the page, in the words of somebody who holds it."""

    def __init__(self, page: Page, name: str) -> None:
        self.glass = page.get_by_role("region", name=f"Phone of {name}", exact=True)

    def opens(self, shop: Boutique) -> "HeldPhone":
        """Opens the chat with a shop."""
        self.glass.get_by_role("button", name=shop.profile.name).click()
        expect(self.glass.get_by_role("heading", name=shop.profile.name)).to_be_visible()
        return self

    def leaves(self) -> "HeldPhone":
        """Goes back to the list of chats."""
        self.glass.get_by_role("button", name="Back to the chats").click()
        return self

    def writes(self, text: str) -> "HeldPhone":
        """Types words and sends them."""
        self.glass.get_by_label("Message", exact=True).fill(text)
        self.glass.get_by_role("button", name="Send", exact=True).click()
        expect(self.sent.filter(has_text=text).last).to_be_visible()
        return self

    def chooses(self, *photos: bytes) -> Locator:
        """Picks photos from files. Returns the screen on which they stand before they go."""
        self.glass.get_by_role("button", name="Attach").click()
        with self.glass.page.expect_file_chooser() as asked:
            self.glass.get_by_role("button", name="My photos").click()
        asked.value.set_files(
            [
                FilePayload(name=f"{place}.jpg", mimeType="image/jpeg", buffer=photo)
                for place, photo in enumerate(photos)
            ]
        )
        return self.glass.get_by_role("dialog", name="Send photos")

    def shows(self, *photos: bytes, caption: str = "") -> "HeldPhone":
        """Sends photos from files."""
        chosen = self.chooses(*photos)
        chosen.get_by_label("Caption").fill(caption)
        chosen.get_by_role("button", name="Send photos").click()
        expect(chosen).to_be_hidden()
        return self

    def taps(self, title: str) -> "HeldPhone":
        """Taps the newest button of this name."""
        self.glass.get_by_role("button", name=title, exact=True).last.click()
        return self

    def picks(self, title: str, row: str) -> "HeldPhone":
        """Opens the newest list of this name, picks a row and sends it."""
        sheet = self.sheet(title)
        sheet.get_by_role("radio", name=row).first.click()
        sheet.get_by_role("button", name="Send", exact=True).click()
        expect(sheet).to_be_hidden()
        return self

    def sheet(self, title: str) -> Locator:
        """The newest list of this name, opened."""
        self.taps(title)
        return self.glass.get_by_role("dialog", name=title)

    def sends_place(self) -> "HeldPhone":
        """Drops a pin where she is."""
        self.glass.get_by_role("button", name="Attach").click()
        return self.taps("Location")

    def enters_pin(self, pin: str = "1234") -> "HeldPhone":
        """Presses the digits on the prompt's pad, and pays."""
        prompt = self.prompt()
        for digit in pin:
            prompt.get_by_role("button", name=digit, exact=True).click()
        prompt.get_by_role("button", name="Pay", exact=True).click()
        expect(prompt).to_be_hidden()
        return self

    def prompt(self) -> Locator:
        """M-Pesa's prompt, which must be up or come soon."""
        shown = self.glass.get_by_role("dialog", name="M-Pesa payment")
        expect(shown).to_be_visible()
        return shown

    def ends_prompt(self, button: str) -> "HeldPhone":
        """Ends the prompt otherwise than by a PIN."""
        prompt = self.prompt()
        prompt.get_by_role("button", name=button).click()
        expect(prompt).to_be_hidden()
        return self

    def hears(self, words: str | re.Pattern[str]) -> Locator:
        """Waits for the shop to say these words. Returns the newest bubble that holds them."""
        bubble = self.said.filter(has_text=words).last
        expect(bubble).to_be_visible()
        return bubble

    @property
    def wall(self) -> Locator:
        """The chat."""
        return self.glass.get_by_role("list", name="Messages")

    @property
    def sent(self) -> Locator:
        """Her own bubbles: those with ticks."""
        return self.wall.get_by_role("article").filter(has=self.glass.page.get_by_role("img", name=TICKS))

    @property
    def said(self) -> Locator:
        """The shop's bubbles."""
        return self.wall.get_by_role("article").filter(has_not=self.glass.page.get_by_role("img", name=TICKS))

    @property
    def last_tick(self) -> Locator:
        """The tick on her newest bubble."""
        return self.sent.last.get_by_role("img", name=TICKS)


class PhonesPage(Dashboard):
    """The page with the phones."""

    def opened(self) -> "PhonesPage":
        """Goes there."""
        self.page.goto("/phones")
        expect(
            self.page.get_by_role("combobox", name="Whose phone").filter(visible=True).first
        ).to_be_visible()
        return self

    def hands(self, name: str, place: int = 0) -> HeldPhone:
        """Hands the phone at this place to a person."""
        pickers = self.page.get_by_role("combobox", name="Whose phone").filter(visible=True)
        pickers.nth(place).select_option(label=name)
        return HeldPhone(self.page, name)

    def phone_of(self, name: str) -> HeldPhone:
        """The phone of somebody who has one in hand already."""
        return HeldPhone(self.page, name)


class Street:
    """Everybody of one test in front of their pages. Shape: `complaints` is whatever a page complained of."""

    def __init__(self, browser: Browser, house: OpenHouse) -> None:
        self.house = house
        self.complaints: list[str] = []
        self._browser = browser
        self._people: list[BrowserContext] = []

    def phones(self, size: tuple[int, int] = DESK) -> PhonesPage:
        """Somebody with the phones' page open."""
        return PhonesPage(self._sits_down(size, "en-KE")).opened()

    def owner(self, shop: Boutique = AMANI, size: tuple[int, int] = DESK, locale: str = "en-KE") -> Dashboard:
        """An owner who has opened her dashboard from the start page."""
        dashboard = Dashboard(self._sits_down(size, locale))
        opening = "Fungua dashibodi" if locale.startswith("sw") else "Open dashboard"
        dashboard.page.goto("/")
        dashboard.page.get_by_role("button", name=f"{opening}: {shop.profile.name}").click()
        expect(dashboard.page).to_have_url(re.compile("/today$"))
        return dashboard.settled()

    def newcomer(self, size: tuple[int, int] = DESK) -> Dashboard:
        """Somebody who has nothing open yet."""
        return Dashboard(self._sits_down(size, "en-KE"))

    def forgive(self, *intended: str) -> None:
        """Takes complaints back that a test has brought about on purpose."""
        self.complaints = [said for said in self.complaints if not any(words in said for words in intended)]

    def leave(self) -> None:
        """Everybody closes her browser."""
        for person in self._people:
            person.close()

    def _sits_down(self, size: tuple[int, int], locale: str) -> Page:
        context = new_person(self._browser, self.house.url, size, locale=locale)
        context.set_default_timeout(PATIENCE)
        self._people.append(context)
        page = context.new_page()
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("requestfailed", self._note_failed)
        page.on("response", self._note_response)
        return page

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console: {message.text} {message.location}")

    def _note_failed(self, request: Request) -> None:
        if request.failure != LEFT_BEHIND:
            self.complaints.append(f"failed: {request.method} {request.url}: {request.failure}")

    def _note_response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.request.method} {response.url}")


def somebody(house: OpenHouse, shop: Boutique = AMANI, *, hides_phone: bool = False) -> PersonCard:
    """Somebody whom no test has met yet."""
    with house.customer(shop, hides_phone=hides_phone) as phone:
        return phone.screen().person


class Untouched:
    """A mark on a page that a reload would wipe off."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.evaluate("window.markedByATest = true")

    def still(self) -> bool:
        """Whether the page is the one that was marked."""
        return bool(self._page.evaluate("window.markedByATest === true"))
