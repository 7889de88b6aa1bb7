"""A person of the shop takes a chat over; the agent says so, keeps silent, and gets it back."""

from datetime import datetime, timedelta

from domain.conversation.conversation import Conversation
from domain.conversation.events import (
    HandedToPerson,
    HandOverReason,
    ReplyComposed,
    ReturnedToAgent,
    StaffReplied,
)
from domain.conversation.refusals import ConversationIsNotOpen
from domain.conversation.standing_in import ANNOUNCEMENT
from domain.fact import Facts
from domain.language import Language
from domain.writing_window import WRITING_WINDOW
from tests.domain.pieces import NOW, sealed
from tests.domain.test_conversation import HANDED, HELLO, REPLY, a_message, a_talk
from tests.support.scenario import Decide, happens, refuses, scenario, stays_quiet

TAKEN = HandedToPerson(reason=HandOverReason.TAKEN_OVER, messages=(HELLO,))


def taking(talk: Conversation) -> Facts:
    return talk.take_over()


def announcing(now: datetime = NOW) -> Decide[Conversation]:
    return lambda talk: talk.announce(
        reply=REPLY, body=sealed("reply"), language=Language.SW, brain="offline", now=now
    )


@happens(Conversation.take_over)
def test_a_person_takes_all_that_waits() -> None:
    after = a_talk(a_message()).when(taking).then(TAKEN)
    assert (after.person_has_it, after.unanswered) == (HandOverReason.TAKEN_OVER, ())


@happens(Conversation.take_over)
def test_a_chat_that_called_for_a_person_is_hers_once_she_takes_it() -> None:
    taken = HandedToPerson(reason=HandOverReason.TAKEN_OVER)
    a_talk(a_message(), HANDED).when(taking).then(taken)
    a_talk(a_message(), HANDED, taken, ReturnedToAgent(), a_message("more")).when(taking).then(
        HandedToPerson(reason=HandOverReason.TAKEN_OVER, messages=(a_message("more").message,))
    )


@stays_quiet(Conversation.take_over)
def test_a_chat_is_taken_over_once() -> None:
    a_talk(a_message()).when_repeated(taking).then_nothing()


@happens(Conversation.announce)
def test_the_agent_says_who_answers_from_now_on_and_settles_nothing_by_it() -> None:
    said = ReplyComposed(
        reply=REPLY,
        answers=(),
        body=sealed("reply"),
        language=Language.SW,
        intent=ANNOUNCEMENT,
        brain="offline",
    )
    after = a_talk(a_message()).when(announcing()).then(said)
    assert after.unanswered == (a_message(),)


@stays_quiet(Conversation.announce)
def test_it_is_said_once_and_not_at_all_where_whatsapp_would_refuse_it() -> None:
    a_talk(a_message()).when_repeated(announcing()).then_nothing()
    a_talk(a_message()).when(announcing(NOW + WRITING_WINDOW + timedelta(seconds=1))).then_nothing()


@happens(Conversation.staff_reply)
def test_after_24_hours_a_person_writes_by_a_template_and_only_then() -> None:
    talk = a_talk(a_message())
    late = talk.when(lambda t: t.staff_reply(REPLY, sealed("reply"), NOW + WRITING_WINDOW, by_template=True))
    late.then(StaffReplied(reply=REPLY, body=sealed("reply"), as_template=True))
    soon = talk.when(lambda t: t.staff_reply(REPLY, sealed("reply"), NOW, by_template=True))
    soon.then(StaffReplied(reply=REPLY, body=sealed("reply")))


@refuses(Conversation.take_over, Conversation.announce)
def test_there_is_nothing_to_take_over_where_nobody_writes() -> None:
    for decide in (taking, announcing()):
        scenario(Conversation).when(decide).then_refused(ConversationIsNotOpen)
