"""The way of a reply to the customer's phone. It only goes forward."""

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Self

from domain.conversation.events import (
    QuestionAsked,
    ReplyDelivered,
    ReplyFailed,
    ReplyPartSent,
    ReplyPriced,
    ReplyRead,
    ReplySent,
)
from domain.conversation.screen import ShownPiece
from domain.fact import Fact


class Delivery(IntEnum):
    """How far a reply came, in order; a failure ends the way."""

    PLANNED = 0
    SENT = 1
    DELIVERED = 2
    READ = 3
    FAILED = 4


@dataclass(frozen=True, slots=True)
class SentReply:
    """A reply on its way. `category` is what WhatsApp bills it as, once known.

    Shape: `shown` and `asked` are the screen and the open question of the moment in which it was said;
    `as_template` is how it goes once 24 hours have passed; `parts_sent` are the messages before its last one
    that WhatsApp took.
    """

    delivery: Delivery = Delivery.PLANNED
    provider_id: str | None = None
    category: str | None = None
    shown: tuple[ShownPiece, ...] = ()
    asked: QuestionAsked | None = None
    as_template: bool = False
    parts_sent: int = 0

    def evolve(self, fact: Fact) -> Self:
        """The reply after news of it."""
        match fact:
            case ReplySent():
                return replace(self, delivery=Delivery.SENT, provider_id=fact.provider_id)
            case ReplyPartSent():
                return replace(self, parts_sent=fact.part)
            case ReplyDelivered():
                further = max(self.delivery, Delivery.DELIVERED)
                return replace(self, delivery=further, category=fact.category or self.category)
            case ReplyPriced():
                return replace(self, category=fact.category)
            case ReplyRead():
                return replace(self, delivery=Delivery.READ)
            case ReplyFailed():
                return replace(self, delivery=Delivery.FAILED)
            case _:
                raise TypeError(f"{fact.TOPIC} is no news of a reply")
