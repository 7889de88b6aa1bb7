"""Standing in: a person of the shop answers a customer, and the agent is silent until she gives it back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.conversation.events import (
    HandedToPerson,
    HandOverReason,
    ReplyComposed,
    ReturnedToAgent,
    StaffReplied,
)
from domain.conversation.hearing import Hearing
from domain.conversation.refusals import WindowIsClosed
from domain.fact import Facts
from domain.identity import MessageId
from domain.language import Language
from domain.sealed import Sealed

ANNOUNCEMENT: Final = "announcement"
"""The intent of a reply that says who answers from now on."""


@dataclass(frozen=True, slots=True)
class StandingIn(Hearing):
    """The part of a conversation in which a person answers."""

    def hand_to_person(self, reason: HandOverReason, messages: tuple[MessageId, ...] = ()) -> Facts:
        """Let a person answer, these messages and those to come. Nothing new: she has all of them.

        Raises: ConversationIsNotOpen, MessageIsUnknown.
        """
        self._must_be_open()
        self._must_know(messages)
        left = self._unsettled(messages)
        if self.handed_over and not left:
            return ()
        return (HandedToPerson(reason=reason, messages=left),)

    def return_to_agent(self) -> Facts:
        """Let the agent answer again. Nothing new: it answers.

        Raises: ConversationIsNotOpen.
        """
        self._must_be_open()
        return (ReturnedToAgent(),) if self.handed_over else ()

    def staff_reply(
        self, reply: MessageId, body: Sealed, now: datetime, *, by_template: bool = False
    ) -> Facts:
        """Keep what a person wrote; after 24 hours it may go `by_template`. Nothing new: it is kept.

        Raises: ConversationIsNotOpen, WindowIsClosed.
        """
        self._must_be_open()
        if reply in self.replies:
            return ()
        late = not self.may_be_written_to(now)
        if late and not by_template:
            raise WindowIsClosed("she must write first")
        return (StaffReplied(reply=reply, body=body, as_template=late),)

    def note_own_words(self, reply: MessageId, body: Sealed, provider_id: str) -> Facts:
        """Keep what the owner wrote on her own phone. Nothing new: it is kept, or it was our own reply.

        Raises: ConversationIsNotOpen.
        """
        self._must_be_open()
        if reply in self.replies or self.reply_called(provider_id):
            return ()
        return (StaffReplied(reply=reply, body=body, provider_id=provider_id),)

    def take_over(self) -> Facts:
        """A person takes the chat, and all that waits in it. Nothing new: she has it, and nothing waits.

        Raises: ConversationIsNotOpen.
        """
        self._must_be_open()
        left = tuple(message.message for message in self.unanswered)
        if self.person_has_it is HandOverReason.TAKEN_OVER and not left:
            return ()
        return (HandedToPerson(reason=HandOverReason.TAKEN_OVER, messages=left),)

    def announce(
        self, *, reply: MessageId, body: Sealed, language: Language, brain: str, now: datetime
    ) -> Facts:
        """Let the agent say who answers from now on. Nothing new: it is said, or WhatsApp lets nobody write.

        Raises: ConversationIsNotOpen.
        """
        self._must_be_open()
        if reply in self.replies or not self.may_be_written_to(now):
            return ()
        said = ReplyComposed(
            reply=reply, answers=(), body=body, language=language, intent=ANNOUNCEMENT, brain=brain
        )
        return (said,)

    def _unsettled(self, messages: tuple[MessageId, ...]) -> tuple[MessageId, ...]:
        return tuple(message for message in messages if message not in self.settled)
