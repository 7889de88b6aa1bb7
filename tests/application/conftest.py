"""What every test of the use cases may ask for."""

import pytest

from tests.application.little_shop import Customer, LittleShop


@pytest.fixture
def little() -> LittleShop:
    """A little shop in memory, new for each test."""
    return LittleShop()


@pytest.fixture
def wanjiku(little: LittleShop) -> Customer:
    """A customer in the chat with Amani."""
    return Customer(little)
