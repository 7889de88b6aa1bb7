"""What is built is light enough for a poor network and a cheap phone, and whole."""

import gzip
import json
import re
from pathlib import Path

import pytest

DIST = Path(__file__).parents[2] / "dashboard" / "dist"
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
    html = (DIST / f"{page}.html").read_text()
    asked = set(re.findall(r'(?:src|href)="/assets/([^"]+\.js)"', html))
    needed = with_imports(asked | {named(name) for name in later})
    sizes = {name: (DIST / "assets" / name).read_bytes() for name in needed}

    assert sum(len(gzip.compress(script)) for script in sizes.values()) <= COMPRESSED
    assert sum(len(script) for script in sizes.values()) <= READ


def test_nothing_that_is_asked_for_later_comes_with_the_first_small_script() -> None:
    assert with_imports({named("first")}) == {named("first"), named("ahead")}


def test_all_that_a_browser_is_told_to_keep_is_there() -> None:
    found = re.search(r"const FILES = (\[.*?\])", (DIST / "sw.js").read_text())
    assert found
    kept: list[str] = json.loads(found.group(1))
    assert [path for path in kept if not (DIST / path.removeprefix("/")).is_file()] == []
    assert f"/assets/{named('today-page')}" in kept


def named(name: str) -> str:
    """The one built script of this name."""
    (found,) = (
        path.name for path in (DIST / "assets").glob(f"{name}-*.js") if len(path.stem) == len(name) + 9
    )
    return found


def with_imports(scripts: set[str]) -> set[str]:
    """These scripts and all that must be there before they run."""
    needed: set[str] = set()
    while scripts:
        needed |= scripts
        texts = ((DIST / "assets" / name).read_text() for name in scripts)
        scripts = {
            found for text in texts for found in re.findall(r'(?:from|import)"\./([^"]+\.js)"', text)
        } - needed
    return needed
