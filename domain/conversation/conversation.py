"""The conversation: what a customer and the shop say to each other in a window of 24 hours.

Every message ends in exactly one outcome: answered, no reply needed, or handed to a person.
"""

from dataclasses import dataclass
from typing import ClassVar, Final

from domain.conversation.delivery import Delivery, SentReply
from domain.conversation.events import (
    WINDOW_CLOSED,
    NoReplyNeeded,
    NothingFound,
    NoticeKind,
    NoticeOwed,
    NoticeWithheld,
    PiecesShown,
    QuestionAsked,
    ReplyComposed,
    ReplyDelivered,
    ReplyFailed,
    ReplyPartSent,
    ReplyPriced,
    ReplyRead,
    ReplySent,
    SizeAdvised,
)
from domain.conversation.question import Question
from domain.conversation.refusals import (
    ConversationIsNotOpen,
    ConversationOfAnotherCustomer,
    MessageIsUnknown,
    NoPhotoInMessage,
    NothingToShow,
    NothingToUnderstand,
    NoticeIsUnknown,
    PersonHasConversation,
    RanksAreUnclear,
    ReplySettlesNothing,
    WindowIsClosed,
)
from domain.conversation.screen import ShownPiece
from domain.conversation.standing_in import StandingIn
from domain.conversation.state import NOT_UNDERSTOOD
from domain.fact import Facts
from domain.identity import MessageId, OrderId, ProductId
from domain.language import Language
from domain.sealed import Sealed
from domain.sizes import Size

REPETITION: Final = "repetition"
"""The intent of a reply that says once more what did not reach her."""

__all__ = [
    "NOT_UNDERSTOOD",
    "REPETITION",
    "Conversation",
    "ConversationIsNotOpen",
    "ConversationOfAnotherCustomer",
    "Delivery",
    "MessageIsUnknown",
    "NoPhotoInMessage",
    "NothingToShow",
    "NothingToUnderstand",
    "NoticeIsUnknown",
    "PersonHasConversation",
    "RanksAreUnclear",
    "ReplySettlesNothing",
    "SentReply",
    "WindowIsClosed",
]


@dataclass(frozen=True, slots=True)
class Conversation(StandingIn):
    """What a customer and the shop say to each other: what is decided about it."""

    KIND: ClassVar[str] = "conversation"

    def show(
        self,
        *,
        pieces: tuple[ShownPiece, ...],
        by: str,
        relaxed: tuple[str, ...] = (),
        wanted: tuple[str, ...] = (),
    ) -> Facts:
        """Put pieces on her screen, or further ranks after those shown. Nothing new: they are on it.

        Raises: ConversationIsNotOpen, NothingToShow, RanksAreUnclear.
        """
        self._must_be_open()
        if not pieces:
            raise NothingToShow("no piece was found")
        ranks = [piece.rank for piece in pieces]
        if ranks != sorted(set(ranks)):
            raise RanksAreUnclear(f"ranks {ranks}")
        if self._screen(pieces) == self.shown:
            return ()
        return (PiecesShown(pieces=pieces, by=by, relaxed=relaxed, wanted=wanted),)

    def find_nothing(self, wanted: tuple[str, ...]) -> Facts:
        """Keep what she asked for and the shop has not. Nothing new: she asked for it before.

        Raises: ConversationIsNotOpen.
        """
        self._must_be_open()
        return () if wanted in self.wanted_in_vain else (NothingFound(wanted=wanted),)

    def advise_size(self, *, product: ProductId, size: Size | None, reason: str) -> Facts:
        """Keep which size was advised. Nothing new: it was advised for this reason.

        Raises: ConversationIsNotOpen.
        """
        self._must_be_open()
        advice = SizeAdvised(product=product, size=size, reason=reason)
        return () if self.advised.get(product) == advice else (advice,)

    def ask(
        self,
        *,
        question: Question,
        subject: str = "",
        sizes: tuple[Size, ...] = (),
        meanings: tuple[str, ...] = (),
        personal: Sealed | None = None,
        quantity: int | None = None,
    ) -> Facts:
        """Wait to hear this; `Question.NOTHING` waits no more. Nothing new: it is waited for.

        Raises: ConversationIsNotOpen.
        """
        self._must_be_open()
        asked = QuestionAsked(
            question=question,
            subject=subject,
            sizes=sizes,
            meanings=meanings,
            personal=personal,
            quantity=quantity,
        )
        return () if asked == (self.asked or QuestionAsked(question=Question.NOTHING)) else (asked,)

    def compose(  # noqa: PLR0913 — one keyword for each value that the fact keeps
        self,
        *,
        reply: MessageId,
        answers: tuple[MessageId, ...],
        body: Sealed,
        language: Language,
        intent: str,
        brain: str,
        tells: tuple[str, ...] = (),
        as_template: bool = False,
    ) -> Facts:
        """Answer messages and tell notices by one reply. It settles those that are not settled.

        Nothing new: the reply is known, or all that it would settle is settled.
        Raises: ConversationIsNotOpen, MessageIsUnknown, NoticeIsUnknown, ReplySettlesNothing,
        PersonHasConversation, though notices may still be told.
        """
        self._must_be_open()
        if reply in self.replies:
            return ()
        self._must_be_able_to_settle(answers, tells)
        open_messages, open_notices = self._unsettled(answers), _without(tells, self.told)
        if not open_messages and not open_notices:
            return ()
        if open_messages and self.handed_over:
            raise PersonHasConversation(f"a person answers: {self.person_has_it}")
        composed = ReplyComposed(
            reply=reply,
            answers=open_messages,
            tells=open_notices,
            body=body,
            language=language,
            intent=intent,
            brain=brain,
            as_template=as_template,
        )
        return (composed,)

    def need_no_reply(self, messages: tuple[MessageId, ...], reason: str) -> Facts:
        """Leave messages without an answer. Nothing new: they are settled.

        Raises: MessageIsUnknown.
        """
        self._must_know(messages)
        left = self._unsettled(messages)
        return (NoReplyNeeded(messages=left, reason=reason),) if left else ()

    def mark_sent(self, reply: MessageId, provider_id: str) -> Facts:
        """Learn that WhatsApp took a reply. Nothing new: it is that far, it failed, or it is unknown."""
        known = self.replies.get(reply)
        if known is None or known.delivery is not Delivery.PLANNED:
            return ()
        return (ReplySent(reply=reply, provider_id=provider_id),)

    def mark_part_sent(self, reply: MessageId, part: int, provider_id: str) -> Facts:
        """Learn that WhatsApp took a message of a reply that goes on; parts are sent in their order.

        Nothing new: it is that far, it failed, or it is unknown.
        """
        known = self.replies.get(reply)
        if known is None or known.delivery is not Delivery.PLANNED or part <= known.parts_sent:
            return ()
        return (ReplyPartSent(reply=reply, part=part, provider_id=provider_id),)

    def mark_delivered(self, reply: MessageId) -> Facts:
        """Learn that a reply is on her phone. Nothing new: it is that far, it failed, or it is unknown."""
        known = self.replies.get(reply)
        return (ReplyDelivered(reply=reply),) if known and known.delivery < Delivery.DELIVERED else ()

    def mark_priced(self, reply: MessageId, *, account: str, category: str, billing: str) -> Facts:
        """Learn what WhatsApp bills a reply as. Nothing new: it is known, or the reply is unknown."""
        known = self.replies.get(reply)
        if known is None or known.category is not None:
            return ()
        return (ReplyPriced(reply=reply, account=account, category=category, billing=billing),)

    def mark_read(self, reply: MessageId) -> Facts:
        """Learn that she has seen a reply. Nothing new: she had, it failed, or it is unknown."""
        known = self.replies.get(reply)
        return (ReplyRead(reply=reply),) if known and known.delivery < Delivery.READ else ()

    def mark_failed(self, reply: MessageId, code: str, reason: str) -> Facts:
        """Learn that a reply did not reach her. Nothing new: it did, it had failed, or it is unknown.

        Where not even a template reaches her, whatever the cause, the window is what keeps the shop from her.
        """
        known = self.replies.get(reply)
        if known is None or known.delivery > Delivery.SENT:
            return ()
        return (ReplyFailed(reply=reply, code=WINDOW_CLOSED if known.as_template else code, reason=reason),)

    def repeat(
        self, *, failed: MessageId, reply: MessageId, body: Sealed, language: Language, brain: str
    ) -> Facts:
        """Say again, as a template, what WhatsApp gave back. Nothing new: it was repeated, or did not fail.

        Raises: ConversationIsNotOpen.
        """
        self._must_be_open()
        known = self.replies.get(failed)
        if reply in self.replies or known is None or known.delivery is not Delivery.FAILED:
            return ()
        again = ReplyComposed(
            reply=reply,
            answers=(),
            body=body,
            language=language,
            intent=REPETITION,
            brain=brain,
            as_template=True,
        )
        return (again,)

    def owe(self, *, key: str, kind: NoticeKind, order: OrderId, detail: str = "") -> Facts:
        """Owe her a notice. Nothing new: it was owed under this key.

        Raises: ConversationIsNotOpen.
        """
        self._must_be_open()
        if key in self.notices:
            return ()
        return (NoticeOwed(key=key, kind=kind, order=order, detail=detail),)

    def withhold(self, key: str, reason: str) -> Facts:
        """Leave a notice untold for now. Nothing new: it was told or withheld.

        Raises: NoticeIsUnknown.
        """
        notice = self.notices.get(key)
        if notice is None:
            raise NoticeIsUnknown(f"{key} was never owed")
        if key in self.told | self.withheld:
            return ()
        return (NoticeWithheld(key=key, kind=notice.kind, order=notice.order, reason=reason),)

    def _must_be_able_to_settle(self, answers: tuple[MessageId, ...], tells: tuple[str, ...]) -> None:
        if not answers and not tells:
            raise ReplySettlesNothing("it answers nothing and tells nothing")
        self._must_know(answers)
        for key in tells:
            if key not in self.notices:
                raise NoticeIsUnknown(f"{key} was never owed")


def _without(keys: tuple[str, ...], told: frozenset[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in told)
