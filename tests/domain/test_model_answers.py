"""What a model was asked and said is kept with the messages that it was about."""

from typing import TypedDict
from uuid import UUID

from domain.brain import BrainName, ModelUse, Purpose
from domain.conversation.conversation import Conversation, MessageIsUnknown
from domain.conversation.events import ConversationOpened, MessageKind, MessageReceived, ModelAnswered
from domain.fact import Fact
from domain.identity import MessageId
from domain.sealed import Sealed
from tests.domain.pieces import NOW, an_id, sealed
from tests.support.scenario import Given, happens, refuses, scenario, stays_quiet

HELLO = MessageId(an_id("hello"))
OPENED = ConversationOpened(customer=an_id("wanjiku"), channel="whatsapp", account="1099", continues=None)
CAME = MessageReceived(
    message=HELLO,
    provider_id="wamid.hello",
    kind=MessageKind.TEXT,
    content=sealed("hello"),
    picture=None,
    choice=None,
    sent_at=NOW,
)
USE = ModelUse(
    brain=BrainName.GEMINI,
    purpose=Purpose.READING,
    model="flash",
    prompt="reading-1",
    outcome="answered",
    tokens_in=90,
    tokens_out=10,
)


class Answer(TypedDict):
    answer: UUID
    messages: tuple[MessageId, ...]
    use: ModelUse
    body: Sealed


MODEL: Answer = {"answer": an_id("question"), "messages": (HELLO,), "use": USE, "body": sealed("answer")}


def a_talk(*facts: Fact) -> Given[Conversation]:
    return scenario(Conversation).given(OPENED, *facts)


@happens(Conversation.note_model_answer)
def test_what_a_model_said_is_kept_with_what_it_used() -> None:
    after = a_talk(CAME).when(lambda t: t.note_model_answer(**MODEL)).then(ModelAnswered(**MODEL))
    assert after.model_answers == {an_id("question")}
    assert (USE.tokens, USE.failed) == (100, False)


@refuses(Conversation.note_model_answer)
def test_a_model_is_asked_about_messages_that_came() -> None:
    a_talk().when(lambda t: t.note_model_answer(**MODEL)).then_refused(MessageIsUnknown)


@stays_quiet(Conversation.note_model_answer)
def test_a_question_to_a_model_is_kept_once() -> None:
    a_talk(CAME).when_repeated(lambda t: t.note_model_answer(**MODEL)).then_nothing()
