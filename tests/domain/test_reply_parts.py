"""A reply that its channel can carry in several messages only: which of them went."""

from domain.conversation.conversation import Conversation
from domain.conversation.delivery import Delivery
from domain.conversation.events import ReplyPartSent, ReplySent, StaffReplied
from domain.fact import Fact
from domain.identity import MessageId
from tests.domain.pieces import an_id, sealed
from tests.support.scenario import Decide, Given, happens, never_refuses, scenario, stays_quiet

REPLY = MessageId(an_id("reply"))
SAID = StaffReplied(reply=REPLY, body=sealed("words"))
FIRST, SECOND = (ReplyPartSent(reply=REPLY, part=n, provider_id=f"SM{n}") for n in (1, 2))

never_refuses(Conversation.mark_part_sent, because="the answer and the status may both tell, in any order")


def sent(part: int) -> Decide[Conversation]:
    return lambda talk: talk.mark_part_sent(REPLY, part, f"SM{part}")


def a_reply(*facts: Fact) -> Given[Conversation]:
    return scenario(Conversation).given(SAID, *facts)


@happens(Conversation.mark_part_sent)
def test_the_messages_of_a_long_reply_are_known_one_by_one() -> None:
    a_reply().when(sent(1)).then(FIRST)
    after = a_reply(FIRST).when(sent(2)).then(SECOND)
    assert (after.replies[REPLY].parts_sent, after.replies[REPLY].delivery) == (2, Delivery.PLANNED)


@stays_quiet(Conversation.mark_part_sent)
def test_a_part_is_learned_once_and_not_of_replies_that_are_sent_or_unknown() -> None:
    a_reply().when_repeated(sent(1)).then_nothing()
    a_reply(SECOND).when(sent(1)).then_nothing()
    a_reply(ReplySent(reply=REPLY, provider_id="SM3")).when(sent(1)).then_nothing()
    scenario(Conversation).when(sent(1)).then_nothing()
