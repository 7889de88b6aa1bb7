"""Hearing: what comes from the customer, and what it was taken to mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.brain import ModelUse
from domain.clothing import Colour, Garment, Occasion, Pattern, Style
from domain.conversation.events import (
    ConversationOpened,
    MessageKind,
    MessageReceived,
    MessageUnderstood,
    ModelAnswered,
    PhotoRejected,
    PhotoSeen,
)
from domain.conversation.refusals import (
    ConversationIsNotOpen,
    ConversationOfAnotherCustomer,
    MessageIsUnknown,
    NoPhotoInMessage,
    NothingToUnderstand,
)
from domain.conversation.state import ConversationState
from domain.fact import Facts
from domain.identity import ConversationId, CustomerId, MessageId
from domain.language import Language
from domain.sealed import Sealed


@dataclass(frozen=True, slots=True)
class Hearing(ConversationState):
    """The half of a conversation in which the shop listens."""

    def open(
        self, *, customer: CustomerId, channel: str, account: str, continues: ConversationId | None = None
    ) -> Facts:
        """Begin a window of 24 hours. Nothing new: it began with this customer.

        Raises: ConversationOfAnotherCustomer.
        """
        if self.customer == customer:
            return ()
        if self.opened:
            raise ConversationOfAnotherCustomer(f"it is {self.customer}'s")
        return (ConversationOpened(customer=customer, channel=channel, account=account, continues=continues),)

    def receive(  # noqa: PLR0913 — one keyword for each value that the fact keeps
        self,
        *,
        message: MessageId,
        provider_id: str,
        kind: MessageKind,
        sent_at: datetime,
        content: Sealed | None = None,
        picture: str | None = None,
        choice: str | None = None,
        replies_to: str | None = None,
    ) -> Facts:
        """Take a message in. Nothing new: it came before.

        Raises: ConversationIsNotOpen.
        """
        self._must_be_open()
        if message in self.messages:
            return ()
        came = MessageReceived(
            message=message,
            provider_id=provider_id,
            kind=kind,
            content=content,
            picture=picture,
            choice=choice,
            sent_at=sent_at,
            replies_to=replies_to,
        )
        return (came,)

    def see_photo(  # noqa: PLR0913 — one keyword for each value that the fact keeps
        self,
        *,
        message: MessageId,
        kind: Garment | None,
        confidence: float,
        colours: tuple[Colour, ...],
        model: str,
        pattern: Pattern | None = None,
        style: Style | None = None,
        occasion: Occasion | None = None,
    ) -> Facts:
        """Keep what the eye saw. Nothing new: it looked before.

        Raises: MessageIsUnknown, NoPhotoInMessage.
        """
        if self._was_looked_at(message):
            return ()
        seen = PhotoSeen(
            message=message,
            kind=kind,
            confidence=confidence,
            colours=colours,
            pattern=pattern,
            style=style,
            occasion=occasion,
            model=model,
        )
        return (seen,)

    def reject_photo(self, message: MessageId, reason: str) -> Facts:
        """Keep that a photo could not be read. Nothing new: the eye looked before.

        Raises: MessageIsUnknown, NoPhotoInMessage.
        """
        return () if self._was_looked_at(message) else (PhotoRejected(message=message, reason=reason),)

    def understand(
        self,
        *,
        messages: tuple[MessageId, ...],
        intent: str,
        confidence: float,
        language: Language,
        brain: str,
        unknown_words: tuple[Sealed, ...] = (),
    ) -> Facts:
        """Keep what messages were taken to mean. Nothing new: they were understood before.

        Raises: NothingToUnderstand, MessageIsUnknown.
        """
        if not messages:
            raise NothingToUnderstand("a meaning is a message's")
        self._must_know(messages)
        if self.understood.issuperset(messages):
            return ()
        meant = MessageUnderstood(
            messages=messages,
            intent=intent,
            confidence=confidence,
            language=language,
            brain=brain,
            unknown_words=unknown_words,
        )
        return (meant,)

    def note_model_answer(
        self,
        *,
        answer: UUID,
        messages: tuple[MessageId, ...],
        use: ModelUse,
        inputs: tuple[str, ...] = (),
        body: Sealed | None = None,
    ) -> Facts:
        """Keep what a model was asked and said. Nothing new: it is kept already.

        Raises: MessageIsUnknown.
        """
        self._must_know(messages)
        if answer in self.model_answers:
            return ()
        return (ModelAnswered(answer=answer, messages=messages, use=use, inputs=inputs, body=body),)

    def _must_be_open(self) -> None:
        if self.opened is None:
            raise ConversationIsNotOpen("nobody writes here")

    def _must_know(self, messages: Iterable[MessageId]) -> None:
        for message in messages:
            if message not in self.messages:
                raise MessageIsUnknown(f"{message} never came")

    def _was_looked_at(self, message: MessageId) -> bool:
        self._must_know((message,))
        if not _has_photo(self.messages[message]):
            raise NoPhotoInMessage(f"{message} has no photo")
        return message in self.photos


def _has_photo(message: MessageReceived) -> bool:
    return message.kind is MessageKind.PHOTO or message.picture is not None
