"""The neighbours that boutiques really use, in three combinations over which the first stories are told."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from typing import Final

from domain.brain import BrainName
from domain.channel import Channel
from tests.support.cloud_house import cloud_exchange
from tests.support.exchange import Exchange
from tests.support.house import SHOPS
from tests.support.one_till import airtel_alone, paylink_alone
from tests.support.phones import Ability
from tests.support.thinking_house import mind_exchange
from tests.support.twilio_house import twilio_exchange

Opens = Callable[[], AbstractContextManager[Exchange]]


@dataclass(frozen=True)
class Wires:
    """Which neighbours stand around the house, and by what the log shows that they were really asked."""

    opens: tuple[Opens, ...]
    channel: Channel
    brains: frozenset[BrainName]
    till: str

    @contextmanager
    def opened(self) -> Iterator[tuple[Exchange, ...]]:
        """Their emulators, running."""
        with ExitStack() as up:
            yield tuple(up.enter_context(opens()) for opens in self.opens)


DARAJA: Final = "cloud-api gemini daraja"
PAYLINK: Final = "twilio offline paylink"
AIRTEL: Final = "cloud-api claude airtel"
WIRES: Final = {
    DARAJA: Wires(
        (cloud_exchange, lambda: mind_exchange(BrainName.GEMINI)),
        Channel.CLOUD_API,
        frozenset({BrainName.GEMINI}),
        "mpesa",
    ),
    PAYLINK: Wires((lambda: twilio_exchange(SHOPS), paylink_alone), Channel.TWILIO, frozenset(), "paylink"),
    AIRTEL: Wires(
        (cloud_exchange, lambda: mind_exchange(BrainName.CLAUDE), airtel_alone),
        Channel.CLOUD_API,
        frozenset({BrainName.CLAUDE}),
        "airtel",
    ),
}

_NOT_BY_TWILIO: Final = {
    Ability.EDITS: "Twilio passes no change of a message on",
    Ability.REACTIONS: "Twilio passes no emoji on a message on",
    Ability.UNSENDING: "Twilio passes nothing on of a message that is taken back",
}
CANNOT_CARRY: Final = {
    DARAJA: {},
    PAYLINK: _NOT_BY_TWILIO,
    AIRTEL: {Ability.OTHER_AMOUNTS: "Airtel calls no amount back, so none can be another one"},
}
"""What a combination has no words for, and why: a story that needs it ends there, and is told elsewhere."""
