"""What must be there: the value of an optional thing, or a test that fails."""

from typing import TypeVar

T = TypeVar("T")


def present(value: T | None) -> T:
    """The value. Raises: AssertionError where there is none."""
    assert value is not None
    return value
