"""What these tests let the edges say, only they hear: to a running house it would be trouble of its own."""

from collections.abc import Iterator

import pytest
from structlog.testing import capture_logs


@pytest.fixture(autouse=True)
def said_among_ourselves() -> Iterator[None]:
    """Nothing said here reaches whoever else listens."""
    with capture_logs():
        yield
