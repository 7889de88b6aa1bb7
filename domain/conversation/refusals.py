"""The rules by which a conversation says no."""

from domain.refusal import Refusal


class ConversationIsNotOpen(Refusal):
    """Nobody writes here yet."""


class ConversationOfAnotherCustomer(Refusal):
    """A conversation belongs to one customer for ever."""


class MessageIsUnknown(Refusal):
    """What was never received can be neither understood nor answered."""


class NoticeIsUnknown(Refusal):
    """What was never owed cannot be told."""


class NothingToUnderstand(Refusal):
    """A meaning is the meaning of a message."""


class NoPhotoInMessage(Refusal):
    """There is nothing to look at."""


class NothingToShow(Refusal):
    """An empty screen is said by `find_nothing`."""


class RanksAreUnclear(Refusal):
    """Each piece on the screen has its own number, from small to large."""


class ReplySettlesNothing(Refusal):
    """A reply answers a message or tells a notice; others are not paid for."""


class PersonHasConversation(Refusal):
    """A person of the shop answers; the agent keeps silent."""


class TemplateIsNotApproved(Refusal):
    """WhatsApp carries what it has approved, and nothing else, to who has been silent for a day."""


class GapIsEmpty(Refusal):
    """WhatsApp sends no template with a gap in it."""


class TemplateIsTooLong(Refusal):
    """With all its gaps filled a template has an end too."""


class WindowIsClosed(Refusal):
    """24 hours after her last message WhatsApp lets nobody write to her before she does."""
