"""What every story may ask for: a house of its module, checked after each story."""

from collections.abc import Iterator

import pytest

from tests.support.house import OpenHouse, open_house
from tests.support.invariants import check
from tests.support.postgres import TestServer


@pytest.fixture(scope="module")
def open_shop(postgres: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenHouse]:
    """The module's house."""
    with open_house(postgres, tmp_path_factory.getbasetemp()) as opened:
        yield opened


@pytest.fixture
def house(open_shop: OpenHouse) -> Iterator[OpenHouse]:
    """The module's house; when the story has been told, everything in it must be right."""
    yield open_shop
    open_shop.settles()
    check(open_shop)
