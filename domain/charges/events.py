"""What a channel took for messages that came or went by a number of the boutique's."""

from datetime import date
from typing import ClassVar

from domain.fact import Fact


class MessagesCharged(Fact):
    """So many more messages of a day have a price, and so much more is what they cost together.

    Units: `day` is one of UTC; `micros` are millionths of the currency. Both shrink where it corrects itself.
    """

    TOPIC: ClassVar = "charges-messages-charged.v1"
    account: str
    day: date
    currency: str
    messages: int
    micros: int
