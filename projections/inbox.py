"""The chats of a boutique: the list as an inbox shows it, and each chat's messages in order.

What was written stays sealed here; whoever shows it opens it at that moment.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.conversation.events import (
    ConversationOpened,
    HandedToPerson,
    MessageReceived,
    NoReplyNeeded,
    PiecesShown,
    ReplyComposed,
    ReplyDelivered,
    ReplyFailed,
    ReplyRead,
    ReplySent,
    ReturnedToAgent,
    StaffReplied,
)
from domain.fact import Recorded
from domain.identity import BoutiqueId, subject_of
from projections.fold import Fold
from projections.table import Json, Table

_FAR: Final = {"planned": 0, "failed": 1, "sent": 2, "delivered": 3, "read": 4}
"""How far a message has come: it never goes back, and what arrived did not fail."""


@dataclass(slots=True)
class ChatRow:
    """One conversation. `waiting` are messages that nobody answered, those among them that were left to a
    person; `shown` awaits the reply it goes with.

    `superseded` is True once the customer's chat went on in a newer conversation.
    """

    conversation: UUID
    customer: UUID | None = None
    channel: str = ""
    account: str = ""
    opened_at: datetime | None = None
    last_at: datetime | None = None
    last_side: str = "customer"
    last_kind: str = "text"
    last_body: Json | None = None
    waiting: list[UUID] = field(default_factory=list)
    needs_person: bool = False
    reason: str | None = None
    shown: Json = field(default_factory=list)
    superseded: bool = False
    version: int = 0


@dataclass(slots=True)
class MessageRow:
    """A message of either side. `body` is sealed; `cards` are the pieces shown in it."""

    message: UUID
    conversation: UUID
    customer: UUID
    side: str
    kind: str
    at: datetime
    position: int
    body: Json | None = None
    picture: str | None = None
    choice: str | None = None
    cards: Json = field(default_factory=list)
    delivery: str | None = None
    failure: str | None = None
    failure_code: str | None = None


CHATS: Final = Table("inbox_chats", ChatRow, key=("conversation",))
MESSAGES: Final = Table("inbox_messages", MessageRow, key=("message",))


@dataclass(slots=True)
class _Thread:
    """A chat and those of its messages that facts of this page touch."""

    chat: ChatRow
    messages: dict[UUID, MessageRow]

    def write(self, message: MessageRow) -> None:
        """Add a message; the chat's line in the list is now about it."""
        self.messages[message.message] = message
        self.chat.last_at, self.chat.last_body = message.at, message.body
        self.chat.last_side, self.chat.last_kind = message.side, message.kind

    def deliver(self, reply: UUID, far: str, failed: ReplyFailed | None = None) -> None:
        """Note how far a reply has come."""
        message = self.messages[reply]
        if _FAR[far] > _FAR[message.delivery or "planned"]:
            message.delivery = far
            message.failure, message.failure_code = (failed.reason, failed.code) if failed else (None, None)

    def settle(self, messages: Sequence[UUID]) -> None:
        """These messages wait no more."""
        self.chat.waiting = [message for message in self.chat.waiting if message not in messages]


_fold = Fold[_Thread]()


@_fold.on(ConversationOpened)
def _opened(thread: _Thread, fact: ConversationOpened, at: Recorded[Any]) -> None:
    chat = thread.chat
    chat.customer, chat.channel, chat.account = fact.customer, fact.channel, fact.account
    chat.opened_at = chat.last_at = at.at


@_fold.on(MessageReceived)
def _received(thread: _Thread, fact: MessageReceived, at: Recorded[Any]) -> None:
    message = _message(thread, fact.message, "customer", fact.kind.value, at)
    message.at = fact.sent_at
    message.body = fact.content.model_dump(mode="json") if fact.content else None
    message.picture, message.choice = fact.picture, fact.choice
    thread.write(message)
    thread.chat.waiting.append(fact.message)


@_fold.on(PiecesShown)
def _shown(thread: _Thread, fact: PiecesShown, _: Recorded[Any]) -> None:
    thread.chat.shown = [piece.model_dump(mode="json") for piece in fact.pieces]


@_fold.on(ReplyComposed)
def _composed(thread: _Thread, fact: ReplyComposed, at: Recorded[Any]) -> None:
    message = _message(thread, fact.reply, "agent", "reply", at)
    message.body, message.delivery = fact.body.model_dump(mode="json"), "planned"
    message.cards, thread.chat.shown = thread.chat.shown, []
    thread.write(message)
    thread.settle(fact.answers)


@_fold.on(StaffReplied)
def _staff_replied(thread: _Thread, fact: StaffReplied, at: Recorded[Any]) -> None:
    message = _message(thread, fact.reply, "staff", "reply", at)
    far = "sent" if fact.provider_id else "planned"
    message.body, message.delivery = fact.body.model_dump(mode="json"), far
    message.cards, thread.chat.shown = thread.chat.shown, []
    thread.write(message)
    thread.chat.waiting = []


@_fold.on(NoReplyNeeded)
def _no_reply(thread: _Thread, fact: NoReplyNeeded, _: Recorded[Any]) -> None:
    if not thread.chat.needs_person:
        thread.settle(fact.messages)


@_fold.on(ReplySent)
def _sent(thread: _Thread, fact: ReplySent, _: Recorded[Any]) -> None:
    thread.deliver(fact.reply, "sent")


@_fold.on(ReplyDelivered)
def _delivered(thread: _Thread, fact: ReplyDelivered, _: Recorded[Any]) -> None:
    thread.deliver(fact.reply, "delivered")


@_fold.on(ReplyRead)
def _read(thread: _Thread, fact: ReplyRead, _: Recorded[Any]) -> None:
    thread.deliver(fact.reply, "read")


@_fold.on(ReplyFailed)
def _failed(thread: _Thread, fact: ReplyFailed, _: Recorded[Any]) -> None:
    thread.deliver(fact.reply, "failed", fact)


@_fold.on(HandedToPerson)
def _handed(thread: _Thread, fact: HandedToPerson, _: Recorded[Any]) -> None:
    thread.chat.needs_person, thread.chat.reason = True, fact.reason.value


@_fold.on(ReturnedToAgent)
def _returned(thread: _Thread, _: ReturnedToAgent, __: Recorded[Any]) -> None:
    thread.chat.needs_person, thread.chat.reason, thread.chat.waiting = False, None, []


def _message(thread: _Thread, message: UUID, side: str, kind: str, at: Recorded[Any]) -> MessageRow:
    chat = thread.chat
    if chat.customer is None or at.position is None:
        raise LookupError(f"conversation {chat.conversation} speaks before it was opened")
    return MessageRow(message, chat.conversation, chat.customer, side, kind, at.at, at.position)


class Inbox:
    """The read model of chats and messages."""

    name: ClassVar[str] = "inbox"
    topics: ClassVar[frozenset[str]] = _fold.topics

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        mine = _fold.known(facts)
        if not mine:
            return
        threads = _threads(conn, boutique, mine)
        for recorded in mine:
            thread = threads[subject_of(recorded.originator_id)]
            if recorded.originator_version > thread.chat.version:
                _fold.take(thread, recorded)
                thread.chat.version = recorded.originator_version
        CHATS.save(conn, boutique, (thread.chat for thread in threads.values()))
        MESSAGES.save(
            conn, boutique, {m: row for t in threads.values() for m, row in t.messages.items()}.values()
        )
        _supersede(conn, boutique, mine)

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        CHATS.clear(conn, boutique)
        MESSAGES.clear(conn, boutique)


def _threads(
    conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]
) -> dict[UUID, _Thread]:
    subjects = {subject_of(recorded.originator_id) for recorded in facts}
    chats = CHATS.load(conn, boutique, subjects)
    threads = {subject: _Thread(chats.get(subject) or ChatRow(subject), {}) for subject in subjects}
    status = ReplySent | ReplyDelivered | ReplyRead | ReplyFailed
    replies = {recorded.fact.reply for recorded in facts if isinstance(recorded.fact, status)}
    for row in MESSAGES.load(conn, boutique, replies).values():
        if row.conversation in threads:
            threads[row.conversation].messages[row.message] = row
    return threads


def _supersede(conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
    opened = [recorded.fact for recorded in facts if isinstance(recorded.fact, ConversationOpened)]
    older = [fact.continues for fact in opened if fact.continues is not None]
    if older:
        conn.execute(
            "UPDATE dukani.inbox_chats SET superseded = true"
            " WHERE boutique_id = %s AND conversation = ANY(%s)",
            (boutique, older),
        )
