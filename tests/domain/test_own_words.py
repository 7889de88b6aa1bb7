"""The owner's own words, written on her own phone beside the agent."""

from domain.conversation.conversation import Conversation
from domain.conversation.delivery import Delivery
from domain.conversation.events import StaffReplied
from domain.conversation.refusals import ConversationIsNotOpen
from tests.domain.pieces import an_id, sealed
from tests.domain.test_conversation import ANSWERED, REPLY, SENT, a_message, a_talk
from tests.support.scenario import Decide, happens, refuses, scenario, stays_quiet

OWN_WORDS = StaffReplied(reply=REPLY, body=sealed("reply"), provider_id="wamid.phone")


def writing_on_her_phone(provider_id: str = "wamid.phone") -> Decide[Conversation]:
    return lambda talk: talk.note_own_words(REPLY, sealed("reply"), provider_id)


@happens(Conversation.note_own_words)
def test_what_the_owner_writes_on_her_own_phone_is_kept_as_sent_even_after_24_hours() -> None:
    after = a_talk(a_message()).when(writing_on_her_phone()).then(OWN_WORDS)
    assert after.replies[REPLY].delivery is Delivery.SENT
    assert after.reply_called("wamid.phone") is after.replies[REPLY]


@stays_quiet(Conversation.note_own_words)
def test_our_own_reply_is_never_taken_for_the_owners_words() -> None:
    a_talk(a_message()).when_repeated(writing_on_her_phone()).then_nothing()
    said = SENT.model_copy(update={"reply": an_id("other"), "provider_id": "wamid.phone"})
    answered = ANSWERED.model_copy(update={"reply": an_id("other")})
    a_talk(a_message(), answered, said).when(writing_on_her_phone()).then_nothing()


@refuses(Conversation.note_own_words)
def test_nobody_can_have_written_where_no_conversation_is() -> None:
    scenario(Conversation).when(writing_on_her_phone()).then_refused(ConversationIsNotOpen)
