"""Every screen, on a phone and on a desk, in light and dark: it stands, fits, and is pressed with a thumb."""

import pytest

from tests.browser.conftest import NewOwner, RunningStub
from tests.browser.examples import PLACED
from tests.browser.shelf import example_id
from tests.support.browser import DESK, PHONE

ORDER = f"/orders/{example_id(PLACED[0].number)}"
CHAT = f"/conversations/{example_id('chat Wanjiku M.')}"
LATE = f"/conversations/{example_id('chat Halima S.')}"
HANDED = f"/conversations/{example_id('chat Grace T.')}"
SCREENS = {
    "start": ("/", "Pwani Chic"),
    "today": ("/today", "Paid today"),
    "conversations": ("/conversations", "Wanjiku M."),
    "conversation": (CHAT, "Do you have this dress?"),
    "conversation-handed": (HANDED, "You answer here"),
    "conversation-late": (LATE, "Write by your template"),
    "orders": ("/orders", "DK-7F3K9"),
    "order": (ORDER, "Money came in"),
    "products": ("/products", "Amani wrap dress"),
    "insights": ("/insights", "Put in cart"),
    "subscription": ("/subscription", "Overdue"),
    "platform-join": ("/platform/join", "Or type this key into the app"),
    "platform": ("/platform", "Every minute there"),
    "platform-boutique": (f"/platform/boutiques/{example_id('Zuri Wear')}", "Outcome not known"),
}


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_fits_its_glass(owner: NewOwner, screen: str, size: tuple[int, int]) -> None:
    path, text = SCREENS[screen]
    dashboard = owner(size)

    dashboard.open(path).sees(text)

    for look in ("light", "dark"):
        dashboard.page.emulate_media(color_scheme=look, reduced_motion="reduce")
        name = f"{screen}-{'phone' if size == PHONE else 'desk'}-{look}"
        dashboard.picture(name)
        if not screen.startswith("conversation"):
            dashboard.picture(f"{name}-whole", whole=True)
        assert dashboard.offences() == []
    assert not dashboard.scrolls_sideways()
    if size == PHONE:
        assert dashboard.small_targets() == []


def test_outside_the_24_hours_an_approved_template_is_chosen_filled_in_and_sent(owner: NewOwner) -> None:
    dashboard = owner(PHONE).open(LATE).press("Write by your template").sees("She reads, in your template")
    dashboard.picture("chat-late-words-phone")
    assert (dashboard.small_targets(), dashboard.offences()) == ([], [])
    dashboard.page.keyboard.press("Escape")

    dashboard.press("Choose a template").sees("order_is_ready")
    dashboard.picture("chat-templates-phone")
    assert (dashboard.small_targets(), dashboard.offences()) == ([], [])

    dashboard.page.get_by_role("button", name="order_is_ready").click()
    dashboard.sees("Hi …, your order … is ready.").write("Gap 1", "Halima").write("Gap 2", "DK-3RJ7D")
    dashboard.sees("Hi Halima, your order DK-3RJ7D is ready.").picture("chat-template-filled-phone")
    assert (dashboard.small_targets(), dashboard.offences()) == ([], [])

    dashboard.press("Send this template").sees_nothing_of("Send an approved template")


@pytest.mark.parametrize("screen", ["today", "conversations", "orders", "products"])
def test_an_empty_screen_teaches(owner: NewOwner, stub: RunningStub, screen: str) -> None:
    stub.shop.empty = True
    taught = {
        "today": "send a photo of a dress", "conversations": "When a customer writes",
        "orders": "Every order a customer places", "products": "Add your first pieces",
    }  # fmt: skip
    dashboard = owner(PHONE)

    dashboard.open(f"/{screen}").sees(taught[screen])

    dashboard.picture(f"{screen}-empty")


def test_without_a_session_the_page_says_how_to_get_in(owner: NewOwner) -> None:
    dashboard = owner(PHONE, boutique=None)

    dashboard.open("/orders").sees("Your shop, its chats and its money").sees("Go to the start page")

    dashboard.picture("demo-sign-in-phone")


def test_a_swahili_phone_reads_swahili(owner: NewOwner) -> None:
    dashboard = owner(PHONE, locale="sw-KE")

    dashboard.open("/today").sees("Zilizolipwa leo")

    dashboard.picture("today-phone-swahili", whole=True)
    assert dashboard.page.locator("html").get_attribute("lang") == "sw"
