"""The Cloud API's emulator, started once for a module."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.support.cloud_api import CloudStage, adapter_at, emulated


@pytest.fixture(scope="module")
def cloud_started() -> Iterator[CloudStage]:
    with emulated() as running:
        yield running


@pytest.fixture
def cloud(cloud_started: CloudStage) -> Iterator[CloudStage]:
    """The emulator without the faults of the test before, and an adapter that none of its quotas holds up."""
    cloud_started.emulator.forget()
    messenger = adapter_at(cloud_started.emulator.url)
    yield replace(cloud_started, messenger=messenger)
    messenger.close()
