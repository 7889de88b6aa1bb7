"""ReplyFailed, since 24 hours had passed → the same words as a template, or a chat that waits for the owner.

WhatsApp may take a message and say so only afterwards. The reply that it gave back stays failed; its words go
as a reply of their own, which a doubled notice of the failure makes no second time. Where she has written
since, they go freely.
"""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from application.customers import recipient_of
from application.execute import Shop
from application.outcome import DONE, Outcome
from application.ports import Messenger, Recipient
from application.talking import said_as
from application.understanding import OFFLINE_BRAIN
from application.unit import Unit
from application.work import Work
from domain.conversation.conversation import Conversation
from domain.conversation.events import HandOverReason, ReplyComposed, StaffReplied
from domain.customer.customer import Customer
from domain.fact import Facts
from domain.identity import ConversationId, CustomerId, MessageId, derive
from domain.language import Language

Said = ReplyComposed | StaffReplied
Decide = Callable[[Conversation], Facts]


class RepeatReply:
    """Says once more what did not reach her."""

    def __init__(self, shop: Shop, messenger: Messenger) -> None:
        self._shop, self._messenger = shop, messenger

    def __call__(self, work: Work, _: Callable[[], None]) -> Outcome:
        """Repeat it where that can be; what was a template itself is left to the owner."""
        talk, reply = ConversationId(UUID(work.detail)), MessageId(work.subject)
        unit = self._shop.open(work.boutique, work.subject)
        said, to = said_as(unit, talk, reply), recipient_of(CustomerId(work.lane), talk, unit)
        if said is None or to is None:
            return DONE
        origin = unit.origin(Conversation, talk, said)
        where, decide = self._decided(work, unit, talk, said, to)
        self._shop.tell(work.boutique, origin, Conversation, where, decide)
        return DONE

    def _decided(
        self, work: Work, unit: Unit, talk: ConversationId, said: Said, to: Recipient
    ) -> tuple[ConversationId, Decide]:
        """In which of her conversations it goes on, and how."""
        window = ConversationId(unit.get(Customer, work.lane).window or talk)
        words = partial(_words_of, said, unit.get(Conversation, talk).language or Language.EN)
        if window != talk and unit.get(Conversation, window).may_be_written_to(unit.now):
            return window, lambda told: told.announce(**words("again"), now=unit.now)
        was_template = unit.get(Conversation, talk).replies[said.reply].as_template
        if was_template or not self._messenger.has_template(to):
            return window, lambda told: told.hand_to_person(HandOverReason.OUT_OF_REACH)
        return talk, lambda told: told.repeat(**words("as-template"), failed=said.reply)


def _words_of(said: Said, language: Language, way: str) -> dict[str, Any]:
    reply = MessageId(derive(said.reply, way))
    return {"reply": reply, "body": said.body, "language": language, "brain": OFFLINE_BRAIN}
