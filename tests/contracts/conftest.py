"""The neighbours that the contracts are held against."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.stands import Stand, stand_called
from tests.support.sandbox import Stage, staged


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The sandbox over real HTTP, with our production adapters in front of it."""
    directory: Path = tmp_path_factory.mktemp("sandbox")
    with staged(directory, late_callback_after=0.3) as running:
        yield running


@pytest.fixture(scope="module", params=["sandbox", "cloud-api", "twilio"])
def stand(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stand]:
    """Each neighbour that carries WhatsApp in turn."""
    with stand_called(request.param, tmp_path_factory.mktemp("stand")) as running:
        yield running
