"""What a person of the shop asks of a chat. Each is about the customer's newest conversation."""

from dataclasses import dataclass

from application.commands.command import Command
from domain.conversation.reply import Reply
from domain.conversation.screen import ShownPiece
from domain.identity import CustomerId, MessageId


@dataclass(frozen=True, slots=True)
class TakeOver(Command):
    """Let a person answer this customer, and the agent keep silent."""

    customer: CustomerId


@dataclass(frozen=True, slots=True)
class StaffReply(Command):
    """Write to her as a person of the shop. `reply_id` makes the message one, however often it is asked.

    Shape: with `by_template` it may go though she has not written for 24 hours.
    """

    customer: CustomerId
    reply_id: MessageId
    reply: Reply
    by_template: bool = False


@dataclass(frozen=True, slots=True)
class OfferPieces(Command):
    """Show her pieces as a person of the shop. With `to_agent` the agent takes her answer."""

    customer: CustomerId
    reply_id: MessageId
    reply: Reply
    pieces: tuple[ShownPiece, ...]
    to_agent: bool


@dataclass(frozen=True, slots=True)
class GiveDiscount(Command):
    """Take so many percent off her cart and tell her: within the boutique's limit, or, `by_owner`, more."""

    customer: CustomerId
    percent: int
    by_owner: bool


@dataclass(frozen=True, slots=True)
class GiveBack(Command):
    """Let the agent answer her again."""

    customer: CustomerId
