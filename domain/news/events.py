"""What became of a message to the owner's own phone. Its words are not kept: they repeat what is recorded."""

from typing import ClassVar

from domain.fact import Fact


class NewsComposed(Fact):
    """The owner is written to, from this number of the boutique's."""

    TOPIC: ClassVar = "news-composed.v1"
    account: str


class NewsPriced(Fact):
    """WhatsApp said what it bills the message as: its category, and whether that one is free."""

    TOPIC: ClassVar = "news-priced.v1"
    account: str
    category: str
    billing: str


class NewsDelivered(Fact):
    """The message is on her phone."""

    TOPIC: ClassVar = "news-delivered.v1"
