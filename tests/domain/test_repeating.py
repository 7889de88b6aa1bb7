"""What WhatsApp gives back since 24 hours had passed is said once more, as a template."""

from domain.conversation.conversation import REPETITION, Conversation, ConversationIsNotOpen
from domain.conversation.events import ReplyComposed, ReplyFailed
from domain.identity import MessageId
from tests.domain.pieces import an_id
from tests.domain.test_conversation import ANSWERED, BROKEN, REPLY, SENT, WORDS, a_message, a_talk
from tests.support.scenario import Decide, happens, refuses, scenario, stays_quiet

AGAIN = ReplyComposed(reply=an_id("again"), answers=(), **{**WORDS, "intent": REPETITION}, as_template=True)


def repeating(reply: MessageId = AGAIN.reply) -> Decide[Conversation]:
    body, language, brain = WORDS["body"], WORDS["language"], WORDS["brain"]
    return lambda t: t.repeat(failed=REPLY, reply=reply, body=body, language=language, brain=brain)


@happens(Conversation.repeat)
def test_what_whatsapp_gave_back_is_said_again_as_a_template() -> None:
    a_talk(a_message(), ANSWERED, SENT, BROKEN).when(repeating()).then(AGAIN)


@stays_quiet(Conversation.repeat)
def test_it_is_said_again_once_and_not_where_nothing_came_back() -> None:
    a_talk(a_message(), ANSWERED, SENT, BROKEN).when_repeated(repeating()).then_nothing()
    a_talk(a_message(), ANSWERED, SENT).when(repeating()).then_nothing()
    a_talk(a_message()).when(repeating()).then_nothing()


@refuses(Conversation.repeat)
def test_nothing_is_repeated_where_nobody_writes() -> None:
    scenario(Conversation).when(repeating()).then_refused(ConversationIsNotOpen)


@happens(Conversation.mark_failed)
def test_where_not_even_a_template_reaches_her_it_is_the_window_that_keeps_the_shop_from_her() -> None:
    paused = ReplyFailed(reply=AGAIN.reply, code="window-closed", reason="paused")
    told = a_talk(a_message(), AGAIN).when(lambda t: t.mark_failed(AGAIN.reply, "132015", "paused"))
    told.then(paused)
