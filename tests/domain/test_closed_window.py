"""What may be said to her, and what waits, once 24 hours have passed since she wrote last."""

from datetime import timedelta

from domain.conversation.conversation import Conversation, NoticeIsUnknown, WindowIsClosed
from domain.conversation.events import NoticeKind, NoticeOwed, NoticeWithheld, ReplyComposed, StaffReplied
from domain.writing_window import WRITING_WINDOW
from tests.domain.pieces import NOW, an_id, sealed
from tests.domain.test_conversation import NOTICE, REPLY, WORDS, a_message, a_talk
from tests.support.scenario import Decide, happens, refuses, stays_quiet

LATE = NOW + WRITING_WINDOW
WITHHELD = NoticeWithheld(key=NOTICE.key, kind=NOTICE.kind, order=NOTICE.order, reason="window-closed")


def withholding(key: str = NOTICE.key) -> Decide[Conversation]:
    return lambda talk: talk.withhold(key, "window-closed")


@refuses(Conversation.staff_reply)
def test_nobody_writes_to_her_24_hours_after_her_last_message() -> None:
    talk = a_talk(a_message())
    talk.when(lambda t: t.staff_reply(REPLY, sealed("reply"), LATE)).then_refused(WindowIsClosed)
    talk.when(lambda t: t.staff_reply(REPLY, sealed("reply"), LATE - timedelta(seconds=1))).then(
        StaffReplied(reply=REPLY, body=sealed("reply"))
    )
    assert not a_talk().state().may_be_written_to(NOW)


@happens(Conversation.withhold)
def test_news_that_cannot_be_told_waits_for_her_to_write() -> None:
    packed = NoticeOwed(key="packed/1", kind=NoticeKind.ORDER_PACKED, order=NOTICE.order)
    other = NoticeOwed(key="paid/2", kind=NoticeKind.ORDER_PAID, order=an_id("other"))
    talk = a_talk(a_message(), NOTICE, packed, other)
    after = talk.when(withholding()).then(WITHHELD)
    assert (after.owed, after.left_untold) == ((packed, other), (NOTICE,))
    later = talk.given(WITHHELD, WITHHELD.model_copy(update={"key": "packed/1"})).state()
    assert later.left_untold == (packed,), "of each order the newest news counts"


@stays_quiet(Conversation.withhold)
def test_news_is_withheld_once_and_not_after_it_was_told() -> None:
    a_talk(a_message(), NOTICE).when_repeated(withholding()).then_nothing()
    told = ReplyComposed(reply=REPLY, answers=(), tells=(NOTICE.key,), **WORDS)
    a_talk(a_message(), NOTICE, told).when(withholding()).then_nothing()


@refuses(Conversation.withhold)
def test_only_news_that_is_owed_can_be_withheld() -> None:
    a_talk(a_message()).when(withholding("made-up")).then_refused(NoticeIsUnknown)
