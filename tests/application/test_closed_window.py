"""A day after her last message WhatsApp takes templates alone; else news waits for her or the shop."""

from datetime import timedelta
from uuid import UUID

import pytest

from application.commands import HandToCourier, PackOrder, StaffReply
from application.inbound import DeliveryState
from application.ports import NeighbourFailed, WindowClosed
from domain.conversation.events import (
    HandedToPerson,
    HandOverReason,
    NoticeKind,
    NoticeWithheld,
    ReplyComposed,
    ReplyDelivered,
    ReplyFailed,
)
from domain.conversation.reply import Reply
from domain.identity import MessageId
from tests.application.little_shop import AMANI, Customer, LittleShop
from tests.domain.pieces import an_id


class TestClosedWindow:
    """Row 107 of the bad input: a day after her last message nothing is sent that WhatsApp would refuse."""

    @pytest.fixture
    def untold(self, little: LittleShop, wanjiku: Customer) -> UUID:
        """Her parcel left the shop two days after she wrote."""
        order = wanjiku.has_paid()
        little.clock.pass_by(timedelta(hours=48))
        heard = len(wanjiku.heard)
        little.do(PackOrder(order))
        little.do(HandToCourier(order, "Wells Fargo", "WF-2231"))
        little.works()
        assert len(wanjiku.heard) == heard
        return order

    def test_news_is_withheld_and_the_owner_is_told_to_call(
        self, little: LittleShop, wanjiku: Customer, untold: UUID
    ) -> None:
        assert [fact.kind for fact in little.log.told(NoticeWithheld)] == [
            NoticeKind.ORDER_PACKED,
            NoticeKind.ORDER_ON_ITS_WAY,
        ]
        calls = [sent.reply.text for sent in little.messenger.sent if "could not be told" in sent.reply.text]
        assert len(calls) == 1
        assert wanjiku.order.number in calls[0]
        assert not little.log.told(ReplyFailed)

    def test_the_newest_news_is_told_when_she_writes_again(
        self, little: LittleShop, wanjiku: Customer, untold: UUID
    ) -> None:
        heard = len(wanjiku.heard)
        wanjiku.says("hi")
        news, answer = [reply.text for reply in wanjiku.heard[heard:]]
        assert "on its way with Wells Fargo WF-2231" in news
        assert "Karibu to Amani" in answer
        little.clock.pass_by(timedelta(hours=30))
        heard = len(wanjiku.heard)
        wanjiku.says("hi")
        assert len(wanjiku.heard) == heard + 1, "it is told once"

    def test_news_that_nobody_came_to_tell_in_time_is_not_lost(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        order = wanjiku.has_paid()
        little.do(PackOrder(order))
        little.due.clear()
        little.clock.pass_by(timedelta(hours=25))
        heard = len(wanjiku.heard)
        wanjiku.says("hi")
        assert "is packed" in wanjiku.heard[heard].text

    def test_a_message_that_comes_a_day_late_is_left_to_the_owners_phone(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        late = wanjiku.sends(text="red dress", sent_at=little.clock.now() - timedelta(hours=30))
        wanjiku.turn()
        little.works()
        assert wanjiku.heard == []
        assert little.inbox.outcomes[late.provider_id] == "no reply: window-closed"
        assert "more than 24 hours late" in little.messenger.sent[-1].reply.text

    def test_with_a_newer_message_beside_it_all_are_answered(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.sends(text="red dress", sent_at=little.clock.now() - timedelta(hours=30))
        wanjiku.sends(text="in M please")
        assert "Red wrap dress" in wanjiku.hears().text

    def test_news_that_waits_is_told_though_her_window_was_opened_by_a_late_message(
        self, little: LittleShop, wanjiku: Customer, untold: UUID
    ) -> None:
        wanjiku.sends(text="hello?", sent_at=little.clock.now() - timedelta(hours=30))
        wanjiku.turn()
        heard = len(wanjiku.heard)
        wanjiku.says("hi")
        assert "on its way" in wanjiku.heard[heard].text

    def test_a_reply_that_could_not_leave_in_time_leaves_a_chat_that_waits_for_the_owner(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.sends(text="hi")
        wanjiku.turn()
        little.clock.pass_by(timedelta(hours=24))
        little.works()
        assert [fact.code for fact in little.log.told(ReplyFailed)] == ["window-closed"]
        assert wanjiku.heard == []
        assert [fact.reason for fact in little.log.told(HandedToPerson)] == [HandOverReason.OUT_OF_REACH]
        assert "please call her" in little.messenger.sent[-1].reply.text

    def test_where_the_boutique_has_a_template_news_goes_as_one(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        little.messenger.template = True
        order = wanjiku.has_paid()
        little.clock.pass_by(timedelta(hours=48))
        little.do(PackOrder(order))
        little.works()
        assert little.messenger.sent[-1].as_template
        assert "is packed" in wanjiku.heard[-1].text
        assert not little.log.told(NoticeWithheld)


class TestGivenBack:
    """WhatsApp takes a message, and says only afterwards that 24 hours had passed."""

    @pytest.fixture
    def reply(self, little: LittleShop, wanjiku: Customer) -> UUID:
        """She was answered, or so it seemed."""
        wanjiku.says("hi")
        return little.log.told(ReplyComposed)[-1].reply

    @staticmethod
    def gives_back(little: LittleShop, wanjiku: Customer, reply: UUID) -> None:
        """WhatsApp tells it, and tells it again."""
        for _ in range(2):
            wanjiku.status(
                reply, DeliveryState.FAILED, code="63016", reason="outside the window", window_closed=True
            )
            little.works()

    def test_the_same_words_go_once_more_as_a_template(
        self, little: LittleShop, wanjiku: Customer, reply: UUID
    ) -> None:
        little.messenger.template = True
        self.gives_back(little, wanjiku, reply)
        first, again = wanjiku.heard
        assert again.text == first.text
        assert [sent.as_template for sent in little.messenger.sent] == [False, True]
        assert not little.log.told(HandedToPerson)
        repeated = little.log.told(ReplyComposed)[-1]
        assert (repeated.answers, repeated.as_template) == ((), True)
        wanjiku.status(repeated.reply, DeliveryState.DELIVERED)
        assert [fact.reply for fact in little.log.told(ReplyDelivered)] == [repeated.reply]

    def test_without_a_template_the_chat_waits_for_the_owner(
        self, little: LittleShop, wanjiku: Customer, reply: UUID
    ) -> None:
        self.gives_back(little, wanjiku, reply)
        assert len(wanjiku.heard) == 1
        assert [fact.reason for fact in little.log.told(HandedToPerson)] == [HandOverReason.OUT_OF_REACH]
        calls = [sent.reply.text for sent in little.messenger.sent if "please call her" in sent.reply.text]
        assert len(calls) == 1

    @pytest.mark.parametrize("at_once", [True, False])
    def test_a_template_that_does_not_reach_her_either_leaves_the_chat_to_the_owner(
        self, little: LittleShop, wanjiku: Customer, reply: UUID, at_once: bool
    ) -> None:
        little.messenger.template = True
        if at_once:
            paused = NeighbourFailed("meta", "132015", "the template is paused", retryable=False)
            little.messenger.troubles.append(paused)
        self.gives_back(little, wanjiku, reply)
        if not at_once:
            again = little.log.told(ReplyComposed)[-1].reply
            wanjiku.status(again, DeliveryState.FAILED, code="131049", reason="not delivered")
            little.works()
        assert [fact.code for fact in little.log.told(ReplyFailed)] == ["window-closed"] * 2
        assert [fact.reason for fact in little.log.told(HandedToPerson)] == [HandOverReason.OUT_OF_REACH]

    def test_who_has_written_since_is_told_freely_and_is_nobodys_to_call(
        self, little: LittleShop, wanjiku: Customer, reply: UUID
    ) -> None:
        little.clock.pass_by(timedelta(hours=25))
        wanjiku.says("red dress")
        self.gives_back(little, wanjiku, reply)
        first, _, again = wanjiku.heard
        assert again.text == first.text
        assert not any(sent.as_template for sent in little.messenger.sent)
        assert not little.log.told(HandedToPerson)

    def test_what_a_person_wrote_goes_as_a_template_too(
        self, little: LittleShop, wanjiku: Customer, reply: UUID
    ) -> None:
        little.messenger.template = True
        written = MessageId(an_id("by hand"))
        little.do(StaffReply(wanjiku.id, written, Reply(text="I kept it for you")))
        little.works()
        self.gives_back(little, wanjiku, written)
        assert [sent.text for sent in wanjiku.heard[-2:]] == ["I kept it for you"] * 2

    def test_whatsapp_that_says_it_at_once_is_heard_at_once(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        closed = WindowClosed("meta", "131047", "re-engagement", retryable=False)
        wanjiku.sends(text="hi")
        wanjiku.turn()
        little.messenger.troubles.append(closed)
        little.works()
        assert [fact.code for fact in little.log.told(ReplyFailed)] == ["window-closed"]
        assert little.log.told(HandedToPerson)

    def test_nobody_is_called_to_whom_nobody_can_write_any_more(
        self, little: LittleShop, wanjiku: Customer, reply: UUID
    ) -> None:
        wanjiku.status(reply, DeliveryState.FAILED, window_closed=True)
        little.vault.destroy(AMANI, wanjiku.id)
        little.works()
        assert not little.log.told(HandedToPerson)
