"""What a channel takes for messages, as it states them itself."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol


class ChargedMessages(NamedTuple):
    """So many messages of a day that have a price, and what they cost together.

    Units: `micros` are millionths of the currency, which is an ISO code such as USD.
    """

    currency: str
    messages: int
    micros: int


class ChargeBook(Protocol):
    """A channel that states the price of each message some minutes after it came or went."""

    def charged(self, account: str, day: date) -> Sequence[ChargedMessages]:
        """What a number's messages of a day cost so far, by currency. Units: `day` is one of UTC.

        Raises: NeighbourFailed.
        """
        ...
