"""Twilio's emulator and our side of it, for a module of tests."""

from collections.abc import Iterator

import pytest

from tests.support.twilio import TwilioStage, twilio_staged


@pytest.fixture(scope="module")
def stage() -> Iterator[TwilioStage]:
    """The emulator in its own process, with our webhook and adapter."""
    with twilio_staged() as running:
        yield running
