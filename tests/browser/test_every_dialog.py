"""No dialog goes unseen: each is opened in a shop that lives, on a phone and at a desk, in light and dark."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from playwright.sync_api import Page

from tests.browser.phones import Street
from tests.browser.test_every_screen import lives
from tests.support.browser import DESK, PHONE
from tests.support.house import AMANI

pytest_plugins = ["tests.browser.town"]

FEATURES: Final = Path(__file__).parents[2] / "dashboard/src/features"


class Opened(NamedTuple):
    """Where a dialog opens, and by which button. Shape: `part` is of which list of the API the first is."""

    path: str
    button: str | re.Pattern[str]
    part: str | None = None


CHATS, PIECES, CUSTOMERS = "conversations?", "products?", "customers?"
OPENED: Final[Mapping[str, tuple[str, Opened]]] = {
    "filters": ("orders/filters.tsx", Opened("/orders", "Filters")),
    "courier": ("orders/step-dialogs.tsx", Opened("/orders/{}", "Hand to courier", "orders?status=packed")),
    "piece": ("products/details-card.tsx", Opened("/products/{}", "Change", PIECES)),
    "came": ("products/stock-dialogs.tsx", Opened("/products/{}", re.compile("^Came in:"), PIECES)),
    "lost": ("products/stock-dialogs.tsx", Opened("/products/{}", re.compile("^Lost or"), PIECES)),
    "count": ("products/stock-dialogs.tsx", Opened("/products/{}", "Count all", PIECES)),
    "size": ("products/stock-dialogs.tsx", Opened("/products/{}", "Add size", PIECES)),
    "forget": ("customers/forget-dialog.tsx", Opened("/customers/{}", "Forget her", CUSTOMERS)),
    "join": ("customers/join-dialog.tsx", Opened("/customers/{}", "Same person as…", CUSTOMERS)),
    "note": (
        "conversations/note-dialog.tsx",
        Opened("/conversations/{}", "Write a note", CHATS),
    ),
    "labels": ("conversations/labels-dialog.tsx", Opened("/conversations/{}", "Labels", CHATS)),
    "pieces": ("conversations/pieces-dialog.tsx", Opened("/conversations/{}", "Show pieces", CHATS)),
    "reasons": ("conversations/reasons-sheet.tsx", Opened("/conversations/{}", "Why this?", CHATS)),
    "refund": ("money/ask-dialog.tsx", Opened("/money", "Keep it")),
    "disconnect": ("shop/connection-card.tsx", Opened("/shop", "Disconnect")),
    "search": ("search/search.tsx", Opened("/today", re.compile("^Search"))),
}  # fmt: skip
"""Each dialog by the file that draws it."""

SEEN_ELSEWHERE: Final = {
    "accounts/passkeys-card.tsx",
    "conversations/her-cart.tsx",
    "conversations/late-dialog.tsx",
    "conversations/templates-dialog.tsx",
    "orders/take-back-dialog.tsx",
    "products/count-dialogs.tsx",
    "staff/invite-dialog.tsx",
    "staff/new-link-dialog.tsx",
    "staff/staff-page.tsx",
    "subscription/plans-card.tsx",
}
"""They need a device, a helper, a template or a bill: the tests of those open them."""


def test_no_dialog_goes_unseen() -> None:
    drawn = {
        str(path.relative_to(FEATURES))
        for path in FEATURES.rglob("*.tsx")
        if re.search(r"<(?:Dialog|Sheet)\b", path.read_text("utf-8"))
    }
    assert drawn == {file for file, _ in OPENED.values()} | SEEN_ELSEWHERE


@pytest.mark.parametrize(("where", "size"), [("phone", PHONE), ("desk", DESK)], ids=["phone", "desk"])
def test_every_dialog_fits_its_glass(street: Street, where: str, size: tuple[int, int]) -> None:
    lives(street.house)
    owner, wrong = street.owner(AMANI, size), list[str]()
    for name, (_, opened) in OPENED.items():
        owner.open(address(owner.page, opened))
        owner.page.get_by_role("button", name=opened.button, exact=True).first.click()
        owner.page.get_by_role("dialog").wait_for()
        for look in ("light", "dark"):
            owner.page.emulate_media(color_scheme=look, reduced_motion="reduce")
            owner.picture(f"dialog-{name}-{where}-{look}")
        wrong += [f"{name}: {offence}" for offence in owner.offences()]
        wrong += [f"{name}: small {target}" for target in owner.small_targets()] if size == PHONE else []
        wrong += [f"{name}: wider than the screen"] if owner.scrolls_sideways() else []
    assert wrong == []


def address(page: Page, opened: Opened) -> str:
    """The address of something that is there."""
    if opened.part is None:
        return opened.path
    (first,) = page.request.get(f"/api/{opened.part}&limit=1").json()["items"]
    return opened.path.format(
        first.get("customer", first)["id"] if "customers" in opened.path else first["id"]
    )
