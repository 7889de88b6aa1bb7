"""The Cloud API's emulator, started once for a module."""

from collections.abc import Iterator

import pytest

from tests.support.cloud_api import CloudStage, emulated


@pytest.fixture(scope="module")
def cloud_started() -> Iterator[CloudStage]:
    with emulated() as running:
        yield running


@pytest.fixture
def cloud(cloud_started: CloudStage) -> CloudStage:
    """The emulator without the faults of the test before."""
    cloud_started.emulator.forget()
    return cloud_started
