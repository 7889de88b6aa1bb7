"""What is built is light enough for a poor network and a cheap phone, and whole."""

import json
import re

import pytest

from tests.support.first_load import DIST, compressed, named, scripts_of, with_imports

pytestmark = pytest.mark.usefixtures("built")

COMPRESSED, READ = 205_000, 640_000
"""Bytes of script on the way to a first screen, and bytes that a phone reads and runs for it."""


@pytest.mark.parametrize(
    ("page", "later"),
    [
        ("index", ("en", "today-page")),
        ("index", ("sw", "orders-page")),
        ("index", ("en", "insights-page")),
        ("index", ("en", "conversations-page")),
        ("index", ("en", "products-page")),
        ("index", ("en", "sign-in")),
        ("phones", ()),
    ],
    ids=lambda value: value if isinstance(value, str) else "+".join(value) or "alone",
)
def test_a_first_screen_waits_for_little_script(page: str, later: tuple[str, ...]) -> None:
    scripts = scripts_of(page, later).values()

    assert compressed(scripts) <= COMPRESSED
    assert sum(map(len, scripts)) <= READ


def test_nothing_that_is_asked_for_later_comes_with_the_first_small_script() -> None:
    assert with_imports({named("first")}) == {named("first"), named("ahead")}


def test_all_that_a_browser_is_told_to_keep_is_there() -> None:
    found = re.search(r"const FILES = (\[.*?\])", (DIST / "sw.js").read_text())
    assert found
    kept: list[str] = json.loads(found.group(1))
    assert [path for path in kept if not (DIST / path.removeprefix("/")).is_file()] == []
    assert f"/assets/{named('today-page')}" in kept
