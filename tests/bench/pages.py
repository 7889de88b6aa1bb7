"""The bench of the pages on a poor phone. Run: make bench PARTS=pages

Lighthouse opens the built pages of a shop with five months of trade, on its phone profile: a slow fourth
generation line and a processor four times slower than this machine's, both simulated. Of each figure the
median of a few openings stands, each by a browser that has kept nothing. Lighthouse is installed for it.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rich.console import Console

from domain.staff.events import Role
from interfaces.composition import House, house
from interfaces.demo.seeding import seed
from interfaces.http.sessions import COOKIE, open_session
from interfaces.postgres.credentials import Credentials
from interfaces.postgres.embedded import EmbeddedServer
from interfaces.postgres.migrate import prepare
from interfaces.settings import Settings
from tests.bench.open_shop import PUBLIC, SANDBOX, running
from tests.bench.row import Row, at_least, at_most
from tests.support.browser import HOW_TO_GET, find_chromium
from tests.support.first_load import compressed, scripts_of
from tests.support.house import AMANI, id_of

PLACE: Final = Path(__file__).parent / "lighthouse"
LIGHTHOUSE: Final = PLACE / "node_modules/lighthouse/cli/index.js"
OPENINGS: Final = 3
FLAGS: Final = (
    "--quiet", "--only-categories=performance", "--output=json", "--form-factor=mobile",
    "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-component-update",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen that is opened cold. `scripts` are those that it asks for beside the frame's."""

    name: str
    path: str
    scripts: tuple[str, ...]


SIGN_IN: Final = Screen("sign-in", "/today", ("en", "sign-in"))
"""What whoever is not signed in sees, at an installation that the world can reach."""

SCREENS: Final = (
    SIGN_IN,
    Screen("Today", "/today", ("en", "today-page")),
    Screen("Orders", "/orders", ("en", "orders-page")),
    Screen("Insights", "/insights", ("en", "insights-page")),
    Screen("Inbox", "/conversations", ("en", "conversations-page", "no-conversation")),
    Screen("Products", "/products", ("en", "products-page")),
)


def rows() -> list[Row]:
    """How each screen is judged, and what its first opening carries."""
    chromium = find_chromium()
    if chromium is None:
        Console().print(f"[yellow]The pages were not judged: no Chromium. To have it: {HOW_TO_GET}[/]")
        return []
    _install()
    with (
        _trading() as home,
        running(home, SANDBOX, "api", "worker") as (shop, _),
        running(home, PUBLIC, "api") as (door, _),
    ):
        with home.database.as_boutique(id_of(AMANI)) as conn:
            token = open_session(id_of(AMANI), conn, Role.OWNER, home.clock.now())
        signed = {"Cookie": f"{COOKIE}={token}"}
        opened = [(door, {}) if screen is SIGN_IN else (shop, signed) for screen in SCREENS]
        return [
            row
            for screen, (url, headers) in zip(SCREENS, opened, strict=True)
            for row in _judged(screen, url, headers, chromium)
        ]


@contextmanager
def _trading() -> Iterator[House]:
    """The demo's boutiques with all their past, over a PostgreSQL of their own."""
    directory = Path(tempfile.mkdtemp(prefix="dkp-"))
    credentials = Credentials.kept_in(directory)
    server = EmbeddedServer(directory, credentials)
    try:
        prepare(server.start(), credentials)
        home = house(Settings(data_dir=directory, sandbox=True, quiet_seconds=0))
        seed(home, Console(quiet=True))
        yield home
        home.close()
    finally:
        server.stop()
        shutil.rmtree(directory, ignore_errors=True)


def _install() -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("The pages cannot be judged without npm: install Node 20 or newer.")
    if not LIGHTHOUSE.exists():
        subprocess.run([npm, "ci", "--silent", "--ignore-scripts"], cwd=PLACE, check=True)  # noqa: S603 — ours


def _judged(screen: Screen, url: str, headers: Mapping[str, str], chromium: str) -> list[Row]:
    seen = [_open(f"{url}{screen.path}", headers, chromium) for _ in range(OPENINGS)]
    weight = compressed(scripts_of("index", screen.scripts).values())
    what = f"Lighthouse on a phone, {screen.name}"
    return [
        at_least(f"{what}: performance", _middle(seen, "performance"), "of 100", 90),
        at_most(f"{what}: largest paint", _middle(seen, "largest-contentful-paint") / 1000, "s", 2.5),
        at_most(f"{what}: blocked", _middle(seen, "total-blocking-time"), "ms", 200),
        at_most(f"{what}: shifted", _middle(seen, "cumulative-layout-shift"), "", 0.1),
        at_most(f"{what}: script, compressed", weight / 1000, "kB", 250),
    ]


def _open(address: str, headers: Mapping[str, str], chromium: str) -> Mapping[str, float]:
    """Each figure of one opening."""
    asked = ["node", str(LIGHTHOUSE), address, *FLAGS, f"--extra-headers={json.dumps(headers)}"]
    said = subprocess.run(  # noqa: S603 — the copy that the lock names
        asked, env={**os.environ, "CHROME_PATH": chromium}, check=True, capture_output=True, text=True
    )
    report: dict[str, Any] = json.loads(said.stdout)
    figures = {name: audit.get("numericValue") or 0.0 for name, audit in report["audits"].items()}
    return figures | {"performance": report["categories"]["performance"]["score"] * 100}


def _middle(seen: Sequence[Mapping[str, float]], figure: str) -> float:
    return statistics.median(each[figure] for each in seen)


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(f"{row}\n")
