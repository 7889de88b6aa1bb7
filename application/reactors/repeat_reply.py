"""ReplyFailed, since 24 hours had passed → the same words as a template, or a chat that waits for the owner.

WhatsApp may take a message and say so only afterwards. The reply that it gave back stays failed; its words go
as a reply of their own, which a doubled notice of the failure makes no second time.
"""

from collections.abc import Callable
from uuid import UUID

from application.customers import recipient_of
from application.execute import Shop
from application.outcome import DONE, Outcome
from application.ports import Messenger
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


class RepeatReply:
    """Says once more what did not reach her."""

    def __init__(self, shop: Shop, messenger: Messenger) -> None:
        self._shop, self._messenger = shop, messenger

    def __call__(self, work: Work, _: Callable[[], None]) -> Outcome:
        """Repeat it where the boutique has a template; what was one itself is left to the owner."""
        talk, reply = ConversationId(UUID(work.detail)), MessageId(work.subject)
        unit = self._shop.open(work.boutique, work.subject)
        said, to = said_as(unit, talk, reply), recipient_of(CustomerId(work.lane), talk, unit)
        if said is None or to is None:
            return DONE
        again = unit.get(Conversation, talk).replies[reply].as_template
        origin = unit.origin(Conversation, talk, said)
        if again or not self._messenger.has_template(to):
            window = unit.get(Customer, work.lane).window
            self._shop.tell(work.boutique, origin, Conversation, window or talk, _leave_to_owner)
        else:
            self._shop.tell(work.boutique, origin, Conversation, talk, _repeating(said, unit, talk))
        return DONE


def _leave_to_owner(talk: Conversation) -> Facts:
    return talk.hand_to_person(HandOverReason.OUT_OF_REACH)


def _repeating(
    said: ReplyComposed | StaffReplied, unit: Unit, talk: ConversationId
) -> Callable[[Conversation], Facts]:
    language = unit.get(Conversation, talk).language or Language.EN
    return lambda told: told.repeat(
        failed=said.reply,
        reply=MessageId(derive(said.reply, "as-template")),
        body=said.body,
        language=language,
        brain=OFFLINE_BRAIN,
    )
