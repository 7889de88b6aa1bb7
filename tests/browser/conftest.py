"""A real Chromium, the built dashboard, and a stub of its API on a loopback port."""

import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext

from tests.browser.operating import COOKIE
from tests.browser.stub import DIST, Shop, stub_app
from tests.support.browser import DESK, HOW_TO_GET, Dashboard, Look, chromium_at, find_chromium, new_person

REQUIRED = "required"
"""What DUKANI_BROWSER says where a browser must be there, as in CI."""


@dataclass(frozen=True)
class RunningStub:
    """Where the stub answers, and the shop behind it."""

    address: str
    shop: Shop


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The machine's Chromium; without one the browser's tests are left out, and said to be."""
    path = find_chromium()
    if path is None:
        line = f"the pages in a real browser, for no Chromium was found. To have it: {HOW_TO_GET}"
        if os.environ.get("DUKANI_BROWSER") == REQUIRED:
            pytest.fail(f"Required, and not to be had: {line}", pytrace=False)
        pytest.skip(f"Left out: {line}")
    with chromium_at(path) as browser:
        yield browser


@pytest.fixture(scope="session")
def built() -> None:
    """The dashboard as it is served; built now if it never was."""
    if (DIST / "index.html").is_file():
        return
    npm = shutil.which("npm")
    assert npm, "The dashboard is not built, and there is no npm to build it with"
    subprocess.run([npm, "run", "build"], cwd=DIST.parent, check=True, capture_output=True)  # noqa: S603


@pytest.fixture
def stub(built: None) -> Iterator[RunningStub]:
    """The stub of the API, fresh for each test."""
    shop = Shop()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(
            stub_app(shop), log_level="error", lifespan="off", timeout_graceful_shutdown=1, ws="none"
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.005)
        yield RunningStub(f"http://127.0.0.1:{listening.getsockname()[1]}", shop)
        shop.closing = True
        server.should_exit = True
        thread.join(10)


NewOwner = Callable[..., Dashboard]


@pytest.fixture
def owner(chromium: Browser, stub: RunningStub) -> Iterator[NewOwner]:
    """Makes owners in front of their dashboards; a script error on any of their screens fails the test."""
    people: list[tuple[BrowserContext, Dashboard]] = []

    def sits_down(
        size: tuple[int, int] = DESK,
        look: Look = "light",
        locale: str = "en-KE",
        boutique: str | None = "Amani Styles",
    ) -> Dashboard:
        context = new_person(chromium, stub.address, size, look, locale)
        dashboard = Dashboard(context.new_page())
        people.append((context, dashboard))
        if boutique is not None:
            signed_in = {"stub-session": boutique.replace(" ", "-"), COOKIE: "123456"}
            context.add_cookies(
                [{"name": name, "value": value, "url": stub.address} for name, value in signed_in.items()]
            )
        return dashboard

    yield sits_down
    for context, _ in people:
        context.close()
    complaints = [complaint for _, dashboard in people for complaint in dashboard.complaints]
    assert complaints == []
