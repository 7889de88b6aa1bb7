"""A whole house for the pages: real webhook, PostgreSQL, worker and sandbox behind the built dashboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.phones import PATIENCE, Street
from tests.support.house import OpenHouse, open_house
from tests.support.invariants import check
from tests.support.postgres import TestServer


@pytest.fixture(scope="session")
def town(postgres: TestServer, built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenHouse]:
    """One house for all tests of the pages; in the end everything in it must be right."""
    with open_house(postgres, tmp_path_factory.getbasetemp()) as opened:
        yield opened
        opened.settles()
        check(opened)


@pytest.fixture
def street(chromium: Browser, town: OpenHouse) -> Iterator[Street]:
    """Browsers in that house; a page's complaint fails the test."""
    expect.set_options(timeout=PATIENCE)
    people = Street(chromium, town)
    yield people
    people.leave()
    assert people.complaints == []
