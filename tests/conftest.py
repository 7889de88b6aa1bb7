"""What every test may ask for."""

import gc
import os
from collections.abc import Iterator
from functools import cache
from uuid import uuid4

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the entry points do, before numpy is imported

import httpx
import hypothesis
import pytest
from httpx._transports import default
from structlog.testing import capture_logs

from domain.identity import BoutiqueId
from interfaces.postgres.database import Database
from interfaces.postgres.event_store import PostgresFactLog
from interfaces.postgres.vault import PostgresVault
from tests.support.clock import FixedClock
from tests.support.postgres import TestServer, serving


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says once each what was left out and how to get it: the reasons that begin with these words."""
    skipped = [report.longrepr for report in terminalreporter.stats.get("skipped", [])]
    reasons = {found[2].removeprefix("Skipped: ") for found in skipped if isinstance(found, tuple)}
    for reason in sorted(reasons):
        if reason.startswith("Left out: "):
            terminalreporter.write_line(reason, yellow=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """How many of the stories are told over the wires; see tests/stories/test_over_the_wires.py."""
    told = "over which wires the first stories are told: each over its own, or all over all"
    parser.addoption("--wires", choices=("own", "all"), default="own", help=told)


LONGEST_FIRST = ("tests/faults/test_kills", "tests/stories/")
WHOLE = ("tests/stories/", "tests/browser/")
"""What a person sees and hears is judged here; the lines behind it have tests of their own, and count there.

Counting costs half as much again as the walk itself.
"""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole stories go first, so that no runner waits at the end for one; browsers never all at once."""
    items.sort(key=lambda item: (_not_so_long(item), _wires_of(item)))
    for item in items:
        if item.nodeid.startswith(WHOLE):
            item.add_marker("no_cover")


def _not_so_long(item: pytest.Item) -> list[bool]:
    return [not item.nodeid.startswith(folder) for folder in LONGEST_FIRST]


def _wires_of(item: pytest.Item) -> str:
    """Stories over the same wires stand together, so that their house is opened once."""
    callspec = getattr(item, "callspec", None)
    return str(callspec.params.get("wires", "")) if callspec else ""


hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


def pytest_configure() -> None:
    """Every client of httpx reads all certificates of the world, 20 ms each; nothing here speaks TLS."""
    setattr(default, "create_ssl_context", cache(httpx.create_ssl_context))  # noqa: B010 — a name of httpx's own


def pytest_collection_finish() -> None:
    """What was collected stays; looking through it again and again took a seventh of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


LISTENED_TO = ("tests/stories/", "tests/browser/", "tests/faults/test_kills", "tests/faults/test_flood")
"""Tests of whole houses, in which whatever is said as a warning is trouble."""


@pytest.fixture(autouse=True)
def said_among_ourselves(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test lets an edge say, only it hears: a house that lives beside it would be troubled."""
    if request.node.nodeid.startswith(LISTENED_TO):
        yield
        return
    with capture_logs():
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[TestServer]:
    """The session's PostgreSQL server; started only when a test asks for it."""
    with serving() as server:
        yield server


@pytest.fixture(scope="module")
def database(postgres: TestServer) -> Iterator[Database]:
    """A migrated, empty database of the module's own."""
    with postgres.fresh() as fresh:
        yield fresh


@pytest.fixture(scope="module")
def log(database: Database) -> PostgresFactLog:
    """The log of facts over the module's database."""
    return PostgresFactLog(database)


@pytest.fixture(scope="module")
def vault(database: Database, postgres: TestServer) -> PostgresVault:
    """The vault over the module's database."""
    return PostgresVault(database, postgres.credentials.master)


@pytest.fixture
def two_boutiques() -> tuple[BoutiqueId, BoutiqueId]:
    """Two boutiques, new for each test, so that tests sharing a database meet nothing of one another."""
    return BoutiqueId(uuid4()), BoutiqueId(uuid4())


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands until the test moves it."""
    return FixedClock()
