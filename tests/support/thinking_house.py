"""The small house whose boutiques think with a hosted model, played by the emulator.

Example:
    with mind_exchange(BrainName.GEMINI) as mind, open_house(server, base, exchanges=(mind,)) as house: …
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from pydantic import SecretStr

from domain.brain import BrainName
from interfaces.composition import House
from interfaces.demo.catalogue import BOUTIQUES
from interfaces.sandbox.world import Person
from tests.emulators.process import Emulator, running
from tests.support.exchange import Exchange
from tests.support.one_till import decides
from tests.support.thinking import KEY, MODULES

_TURN_TOKENS: Final = 50_000
_DAY_MICRO_USD: Final = 50_000_000


class MindExchange(Exchange):
    """Both boutiques choose this brain, under the installation's key."""

    def __init__(self, brain: BrainName, emulator: Emulator) -> None:
        self.brain, self.emulator = brain, emulator

    def settings(self) -> Mapping[str, object]:
        """Where the model is, and its key."""
        name = self.brain.value
        return {f"{name}_api": self.emulator.url, f"{name}_key": SecretStr(KEY)}

    def move_in(self, home: House, people: Sequence[Person]) -> None:
        """The owners' choice."""
        for shop in BOUTIQUES:
            decides(
                home,
                shop,
                lambda told: told.choose_brain(
                    brain=self.brain, turn_tokens=_TURN_TOKENS, day_micro_usd=_DAY_MICRO_USD
                ),
            )

    def asked_about(self) -> set[str]:
        """The kinds of questions that the model was asked."""
        told: list[dict[str, str]] = self.emulator.command("asked")
        return {each["about"] for each in told}


@contextmanager
def mind_exchange(brain: BrainName) -> Iterator[MindExchange]:
    """The model's emulator, running."""
    with running(MODULES[brain], {"keys": [KEY]}) as emulator:
        yield MindExchange(brain, emulator)
