"""What is known of a conversation: folded from its facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, Self
from uuid import UUID

from domain.conversation.delivery import Delivery, SentReply
from domain.conversation.events import (
    ConversationOpened,
    HandedToPerson,
    HandOverReason,
    MessageReceived,
    MessageUnderstood,
    ModelAnswered,
    NoReplyNeeded,
    NothingFound,
    NoticeOwed,
    NoticeWithheld,
    PhotoRejected,
    PhotoSeen,
    PiecesShown,
    QuestionAsked,
    ReplyComposed,
    ReplyDelivered,
    ReplyFailed,
    ReplyPartSent,
    ReplyPriced,
    ReplyRead,
    ReplySent,
    ReturnedToAgent,
    SizeAdvised,
    StaffReplied,
)
from domain.conversation.question import ABOUT_PIECES, Question
from domain.conversation.screen import ShownPiece
from domain.fact import Fact
from domain.identity import CustomerId, MessageId, ProductId
from domain.language import Language
from domain.writing_window import is_open

NOT_UNDERSTOOD: Final = "unknown"
"""The intent of a message that no brain could read."""


@dataclass(frozen=True, slots=True)
class ConversationState:
    """What is known of a conversation.

    Shape: `messages` and `notices` stand in the order of coming; `settled` and `told` are those of them
    that have their outcome, `withheld` the notices that could not be told; `photos` maps a message to what
    the eye saw, None where it could not read it. `last_intent` is what she wanted last; `shown` is the
    screen: of each rank the newest piece, a rank of 1 beginning a new screen.
    """

    opened: ConversationOpened | None = None
    messages: Mapping[MessageId, MessageReceived] = field(default_factory=dict)
    settled: frozenset[MessageId] = frozenset()
    understood: frozenset[MessageId] = frozenset()
    model_answers: frozenset[UUID] = frozenset()
    photos: Mapping[MessageId, PhotoSeen | None] = field(default_factory=dict)
    notices: Mapping[str, NoticeOwed] = field(default_factory=dict)
    told: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()
    replies: Mapping[MessageId, SentReply] = field(default_factory=dict)
    shown: tuple[ShownPiece, ...] = ()
    ever_shown: frozenset[ProductId] = frozenset()
    wanted: tuple[str, ...] = ()
    wanted_in_vain: frozenset[tuple[str, ...]] = frozenset()
    advised: Mapping[ProductId, SizeAdvised] = field(default_factory=dict)
    asked: QuestionAsked | None = None
    language: Language | None = None
    last_intent: str | None = None
    misunderstandings: int = 0
    person_has_it: HandOverReason | None = None
    awaits_leave: bool = False
    has_leave: bool = False
    last_customer_message_at: datetime | None = None

    @property
    def customer(self) -> CustomerId | None:
        """Who writes."""
        return self.opened.customer if self.opened else None

    @property
    def unanswered(self) -> tuple[MessageReceived, ...]:
        """The messages that have no outcome yet, in the order of coming."""
        return tuple(message for key, message in self.messages.items() if key not in self.settled)

    @property
    def owed(self) -> tuple[NoticeOwed, ...]:
        """The notices that were neither told nor withheld yet, in the order of coming."""
        done = self.told | self.withheld
        return tuple(notice for key, notice in self.notices.items() if key not in done)

    @property
    def left_untold(self) -> tuple[NoticeOwed, ...]:
        """The notices that were withheld, of each order the newest: what came before is no news any more."""
        untold = (notice for key, notice in self.notices.items() if key in self.withheld - self.told)
        return tuple({notice.order: notice for notice in untold}.values())

    def may_be_written_to(self, now: datetime) -> bool:
        """Whether WhatsApp lets the shop write to her now."""
        return is_open(self.last_customer_message_at, now)

    @property
    def question(self) -> Question:
        """What the shop asked last and waits to hear."""
        return self.asked.question if self.asked else Question.NOTHING

    @property
    def handed_over(self) -> bool:
        """Whether a person of the shop answers."""
        return self.person_has_it is not None

    def reply_called(self, provider_id: str) -> SentReply | None:
        """The reply that WhatsApp knows by this id; None where it is none of ours."""
        return next((said for said in self.replies.values() if said.provider_id == provider_id), None)

    def seen_from(self, said: SentReply) -> Self:
        """The conversation as she sees it who answers to an older reply: the pieces on it are meant.

        A question about pieces is asked again by it. Any other that does not stand open any more is not:
        an old "shall I?" is answered by nothing that is said today.
        """
        stands = said.asked == self.asked or (said.asked and said.asked.question in ABOUT_PIECES)
        return replace(self, shown=said.shown, asked=said.asked if stands else None)

    def evolve(self, fact: Fact) -> Self:
        """The conversation after this fact."""
        match fact:
            case ConversationOpened():
                return replace(self, opened=fact)
            case MessageReceived():
                newest = max(fact.sent_at, self.last_customer_message_at or fact.sent_at)
                messages = {**self.messages, fact.message: fact}
                return replace(self, messages=messages, last_customer_message_at=newest)
            case PhotoSeen():
                return replace(self, photos={**self.photos, fact.message: fact})
            case PhotoRejected():
                return replace(self, photos={**self.photos, fact.message: None})
            case MessageUnderstood():
                missed = self.misunderstandings + 1 if fact.intent == NOT_UNDERSTOOD else 0
                understood = self.understood | set(fact.messages)
                return replace(
                    self,
                    understood=understood,
                    misunderstandings=missed,
                    last_intent=fact.intent,
                    language=fact.language,
                )
            case _:
                return self._evolve_talk(fact)

    def _evolve_talk(self, fact: Fact) -> Self:
        match fact:
            case PiecesShown():
                ever = self.ever_shown | {piece.product for piece in fact.pieces}
                shown = self._screen(fact.pieces)
                return replace(self, shown=shown, ever_shown=ever, wanted=fact.wanted)
            case NothingFound():
                return replace(self, wanted_in_vain=self.wanted_in_vain | {fact.wanted})
            case ModelAnswered():
                return replace(self, model_answers=self.model_answers | {fact.answer})
            case SizeAdvised():
                return replace(self, advised={**self.advised, fact.product: fact})
            case QuestionAsked():
                return replace(self, asked=fact)
            case NoticeOwed():
                return replace(self, notices={**self.notices, fact.key: fact})
            case _:
                return self._evolve_outcome(fact)

    def _evolve_outcome(self, fact: Fact) -> Self:
        match fact:
            case ReplyComposed():
                return replace(
                    self,
                    settled=self.settled | set(fact.answers),
                    told=self.told | set(fact.tells),
                    replies=self._with_reply(fact.reply, as_template=fact.as_template),
                    language=fact.language,
                )
            case NoticeWithheld():
                return replace(self, withheld=self.withheld | {fact.key})
            case NoReplyNeeded():
                return replace(self, settled=self.settled | set(fact.messages))
            case HandedToPerson():
                settled = self.settled | set(fact.messages)
                waits = self.awaits_leave or fact.reason is HandOverReason.LIMIT
                return replace(
                    self, settled=settled, person_has_it=fact.reason, asked=None, awaits_leave=waits
                )
            case ReturnedToAgent():
                leave = self.has_leave or self.awaits_leave
                return replace(self, person_has_it=None, misunderstandings=0, has_leave=leave)
            case StaffReplied():
                kept = self._with_reply(fact.reply, fact.provider_id, as_template=fact.as_template)
                return replace(self, replies=kept)
            case (
                ReplySent() | ReplyPartSent() | ReplyDelivered() | ReplyPriced() | ReplyRead() | ReplyFailed()
            ):
                moved = self.replies[fact.reply].evolve(fact)
                return replace(self, replies={**self.replies, fact.reply: moved})
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of a conversation")

    def _with_reply(
        self, reply: MessageId, sent_as: str | None = None, *, as_template: bool = False
    ) -> Mapping[MessageId, SentReply]:
        far = Delivery.SENT if sent_as else Delivery.PLANNED
        said = SentReply(far, sent_as, shown=self.shown, asked=self.asked, as_template=as_template)
        return {**self.replies, reply: said}

    def _screen(self, pieces: tuple[ShownPiece, ...]) -> tuple[ShownPiece, ...]:
        begins = any(piece.rank == 1 for piece in pieces)
        ranks = {} if begins else {piece.rank: piece for piece in self.shown}
        ranks |= {piece.rank: piece for piece in pieces}
        return tuple(ranks[rank] for rank in sorted(ranks))
