"""Turns: whatever waits of a customer gets one outcome each, whoever records first and wherever it is cut."""

from datetime import timedelta
from uuid import UUID

import pytest

from application.commands.talking import ComposeReply, NoteUnderstanding
from application.conversing import MOST_TRIES
from application.inbound import DeliveryState, OwnerMessage, Place, Sender
from application.ports import StreamMoved
from application.talking import PERSON_STAYS
from application.turning import TOO_OLD
from application.unit import Unit
from domain.channel import Channel
from domain.conversation.conversation import Conversation
from domain.conversation.events import (
    ConversationOpened,
    HandedToPerson,
    HandOverReason,
    MessageKind,
    MessageReceived,
    MessageUnderstood,
    NoReplyNeeded,
    ReplyComposed,
    ReplyDelivered,
    ReplyFailed,
    ReplyPriced,
    ReplyRead,
    ReplySent,
    StaffReplied,
)
from domain.customer.customer import Customer as Known
from domain.customer.events import IdentifierKind
from domain.identity import MessageId
from domain.order.events import OrderPlaced
from domain.refusal import Refusal
from tests.application.little_shop import ACCOUNTS, AMANI, PWANI, Customer, LittleShop
from tests.domain.pieces import an_id
from tests.support.present import present


def test_a_burst_gets_one_answer(little: LittleShop, wanjiku: Customer) -> None:
    for words in ("hi", "do you have", "red dress?"):
        wanjiku.sends(text=words)
    wanjiku.hears()
    assert len(wanjiku.heard) == 1
    [composed] = little.log.told(ReplyComposed)
    assert len(composed.answers) == 3
    assert set(little.inbox.outcomes.values()) == {f"answered: {composed.reply}"}


def test_a_turn_cut_short_after_its_commit_is_not_answered_twice(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.sends(text="red dress")
    wanjiku.turn()
    little.inbox.outcomes.clear()
    wanjiku.turn()
    assert len(little.log.told(ReplyComposed)) == 1
    assert len(little.log.told(MessageReceived)) == 1
    assert next(iter(little.inbox.outcomes.values())).startswith("answered: ")


def test_a_turn_of_nothing_records_nothing(little: LittleShop, wanjiku: Customer) -> None:
    before = len(little.log.facts)
    wanjiku.turn()
    assert len(little.log.facts) == before


def test_her_own_values_are_only_kept_sealed(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.sends(kind=MessageKind.LOCATION, place=Place(-1.26, 36.8, "Upper Hill", "Nairobi"))
    wanjiku.says("my number is 0733 111 222 and I live in Kasarani")
    written = "".join(each.fact.model_dump_json() for each in little.log.facts)
    assert "0733" not in written
    assert "+254712345678" not in written
    assert "Wanjiku" not in written
    assert "Upper Hill" not in written
    assert "-1.26" not in written


def test_her_names_are_learned_once(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("hi")
    facts = len(little.log.facts)
    known = little.get(Known, wanjiku.id)
    assert little.vault.open(AMANI, present(known.identifier(IdentifierKind.PHONE))) == wanjiku.phone
    assert little.vault.open(AMANI, present(known.name)) == "Wanjiku"
    wanjiku.says("hi")
    learned = [fact for fact in little.log.facts[facts:] if fact.originator_id.split("/")[1] == "customer"]
    assert learned == []


def test_somebody_recording_first_is_thought_about_anew(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("red dress")
    talk = little.log.ids(AMANI, "conversation")[0]

    def rival() -> None:
        unit = little.shop.open(AMANI, an_id("staff"))
        unit.tell(Conversation, talk, lambda said: said.hand_to_person(HandOverReason.ASKED))
        unit.commit()

    little.log.rivals.append(rival)
    message = wanjiku.sends(text="1")
    wanjiku.turn()
    assert little.inbox.outcomes[message.provider_id] == "no reply: a person answers"


def test_others_recording_first_for_ever_make_the_turn_due_again(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.sends(text="hi")

    def moved() -> None:
        raise StreamMoved

    little.log.rivals.extend([moved] * MOST_TRIES)
    with pytest.raises(StreamMoved, match="kept moving"):
        wanjiku.turn()
    assert little.inbox.outcomes == {}
    wanjiku.hears()


def test_a_rule_that_says_no_is_answered_instead(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("red dress")
    wanjiku.says("1")
    wanjiku.taps("tell_size:M")
    reply = wanjiku.says("make it 5")
    assert "3" in reply.text
    assert [line.quantity for line in wanjiku.cart.lines] == [1]


def test_a_rule_that_says_no_even_to_the_apology_is_a_fault(
    little: LittleShop, wanjiku: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Never(Refusal):
        """No to all."""

    def refuse(*_: ComposeReply | NoteUnderstanding | Unit) -> None:
        raise Never("no")

    wanjiku.sends(text="hi")
    monkeypatch.setattr("application.conversing.execute", refuse)
    with pytest.raises(Never):
        wanjiku.turn()


def test_a_reaction_needs_no_reply(little: LittleShop, wanjiku: Customer) -> None:
    message = wanjiku.sends(kind=MessageKind.REACTION, text="👍")
    wanjiku.turn()
    assert little.inbox.outcomes[message.provider_id] == "no reply: a reaction"


class TestSecondThoughts:
    """Row 96 of the bad input: what is changed, taken back or quoted has one outcome each."""

    def test_words_changed_before_they_were_read_count_as_changed(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        first = wanjiku.sends(text="red dress")
        middle = wanjiku.sends(MessageKind.EDIT, text="black skirt", replies_to=first.provider_id)
        last = wanjiku.sends(MessageKind.EDIT, text="green scarf", replies_to=first.provider_id)
        assert "Green scarf" in wanjiku.hears().text
        assert "Red" not in wanjiku.heard[-1].text
        outcomes = [little.inbox.outcomes[each.provider_id] for each in (first, middle)]
        assert outcomes == ["no reply: changed by her"] * 2
        assert little.inbox.outcomes[last.provider_id].startswith("answered")

    def test_words_changed_after_they_were_acted_on_are_not_acted_on_again(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.says("green scarf")
        picked = wanjiku.sends(text="1")
        wanjiku.hears()
        wanjiku.sends(MessageKind.EDIT, text="1 please", replies_to=picked.provider_id)
        assert "as a new one" in wanjiku.hears().text
        assert [line.quantity for line in wanjiku.cart.lines] == [1]

    def test_an_edit_that_whatsapp_does_not_show_is_asked_for_anew(self, wanjiku: Customer) -> None:
        wanjiku.says("green scarf")
        wanjiku.sends(MessageKind.EDIT)
        assert "as a new one" in wanjiku.hears().text

    def test_an_edit_of_what_never_came_is_all_that_is_known(self, wanjiku: Customer) -> None:
        wanjiku.sends(MessageKind.EDIT, text="green scarf", replies_to="wamid.lost")
        assert "Green scarf" in wanjiku.hears().text

    def test_a_caption_changed_on_the_way_leaves_the_photo_as_it_came(self, wanjiku: Customer) -> None:
        first = wanjiku.sends(text="green scarf")
        wanjiku.sends(MessageKind.EDIT, replies_to=first.provider_id)
        assert "Green scarf" in wanjiku.hears().text

    def test_what_is_taken_back_before_it_was_read_is_not_answered(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        said = wanjiku.sends(text="red dress")
        gone = wanjiku.sends(MessageKind.DELETION, replies_to=said.provider_id)
        wanjiku.turn()
        assert wanjiku.heard == []
        assert little.inbox.outcomes[said.provider_id] == "no reply: taken back by her"
        assert little.inbox.outcomes[gone.provider_id] == "no reply: a deletion"

    def test_what_was_done_stays_done_when_its_message_is_taken_back(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.says("green scarf")
        picked = wanjiku.sends(text="1")
        wanjiku.hears()
        wanjiku.sends(MessageKind.DELETION, replies_to=picked.provider_id)
        wanjiku.turn()
        assert len(wanjiku.cart.lines) == 1
        assert len(wanjiku.heard) == 2

    def test_a_number_below_an_older_list_picks_from_that_list(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.says("green scarf")
        older = little.log.told(ReplySent)[-1].provider_id
        wanjiku.says("black skirt")
        wanjiku.sends(text="1", replies_to=older)
        assert "Green scarf" in wanjiku.hears().text

    def test_a_list_of_yesterday_may_be_answered_today(self, little: LittleShop, wanjiku: Customer) -> None:
        wanjiku.says("green scarf")
        older = little.log.told(ReplySent)[-1].provider_id
        little.clock.pass_by(timedelta(hours=30))
        wanjiku.sends(text="the first one", replies_to=older)
        assert "Green scarf" in wanjiku.hears().text

    def test_what_quotes_a_message_of_her_own_reads_as_ever(self, wanjiku: Customer) -> None:
        mine = wanjiku.sends(text="green scarf")
        wanjiku.hears()
        wanjiku.sends(text="1", replies_to=mine.provider_id)
        assert "Green scarf" in wanjiku.hears().text


def test_a_message_a_week_late_needs_no_reply(little: LittleShop, wanjiku: Customer) -> None:
    message = wanjiku.sends(text="hi", sent_at=little.clock.now() - TOO_OLD - timedelta(seconds=1))
    wanjiku.turn()
    assert little.inbox.outcomes[message.provider_id] == "no reply: too old"


def test_a_new_day_is_a_new_conversation_that_goes_on_from_the_last(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("red dress")
    little.clock.pass_by(timedelta(hours=25))
    wanjiku.says("hi")
    first, second = little.log.told(ConversationOpened)
    assert first.continues is None
    assert second.continues == little.log.ids(AMANI, "conversation")[0]


@pytest.mark.parametrize(("hours", "stays"), [(25, False), (None, True)])
def test_whoever_was_with_a_person_stays_until_it_has_gone_cold(
    little: LittleShop, wanjiku: Customer, hours: int | None, stays: bool
) -> None:
    wanjiku.says("hi")
    little.clock.pass_by(timedelta(hours=23))
    wanjiku.says("let me talk to a person")
    little.clock.pass_by(timedelta(hours=hours) if hours else PERSON_STAYS - timedelta(hours=1))
    wanjiku.sends(text="are you there?")
    wanjiku.turn()
    talk = little.get(Conversation, little.log.ids(AMANI, "conversation")[-1])
    assert talk.handed_over is stays
    assert len(little.log.ids(AMANI, "conversation")) == 2


class TestStatuses:
    @pytest.fixture
    def reply(self, little: LittleShop, wanjiku: Customer) -> UUID:
        """She has been answered."""
        wanjiku.says("hi")
        return little.log.told(ReplyComposed)[-1].reply

    def test_how_far_a_reply_has_come_is_kept(
        self, little: LittleShop, wanjiku: Customer, reply: UUID
    ) -> None:
        wanjiku.status(reply, DeliveryState.SENT)
        wanjiku.status(reply, DeliveryState.DELIVERED)
        wanjiku.status(reply, DeliveryState.READ)
        assert len(little.log.told(ReplySent)) == 1
        assert len(little.log.told(ReplyDelivered)) == 1
        assert len(little.log.told(ReplyRead)) == 1

    def test_what_a_reply_costs_is_kept_once_from_whichever_status_says_it(
        self, little: LittleShop, wanjiku: Customer, reply: UUID
    ) -> None:
        priced = {"category": "service", "billing": "regular"}
        wanjiku.status(reply, DeliveryState.SENT, **priced)
        wanjiku.status(reply, DeliveryState.DELIVERED, **priced)
        [price] = little.log.told(ReplyPriced)
        assert (price.reply, price.account, price.category, price.billing) == (
            reply,
            ACCOUNTS[AMANI],
            "service",
            "regular",
        )

    def test_a_failure_is_kept_with_its_code(
        self, little: LittleShop, wanjiku: Customer, reply: UUID
    ) -> None:
        wanjiku.status(reply, DeliveryState.FAILED, code="131026", reason="not on WhatsApp")
        assert [fact.code for fact in little.log.told(ReplyFailed)] == ["131026"]

    def test_a_status_resolves_a_lost_answer(self, little: LittleShop, wanjiku: Customer) -> None:
        wanjiku.sends(text="hi")
        wanjiku.turn()
        reply = little.log.told(ReplyComposed)[-1].reply
        wanjiku.status(reply, DeliveryState.SENT)
        little.works()
        assert len(little.log.told(ReplySent)) == 1
        assert little.messenger.sent == []

    @pytest.mark.parametrize("about", [None, an_id("stranger")])
    def test_a_status_of_nothing_of_ours_changes_nothing(
        self, little: LittleShop, wanjiku: Customer, reply: UUID, about: UUID | None
    ) -> None:
        before = len(little.log.facts)
        wanjiku.status(about, DeliveryState.READ)
        assert len(little.log.facts) == before

    def test_what_came_at_night_is_read_in_the_morning(
        self, little: LittleShop, wanjiku: Customer, reply: UUID
    ) -> None:
        little.clock.pass_by(timedelta(hours=25))
        wanjiku.says("hi")
        wanjiku.status(reply, DeliveryState.READ)
        assert len(little.log.told(ReplyRead)) == 1

    def test_a_status_to_somebody_who_never_wrote_is_noted(self, little: LittleShop) -> None:
        stranger = Customer(little, "stranger")
        stranger.status(an_id("reply"), DeliveryState.READ)
        assert list(little.inbox.outcomes.values()) == ["noted"]


def test_a_photo_is_kept_sealed_before_anything_is_decided(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.shows(b"dress red")
    assert b"dress red" in little.pictures.kept.values()
    assert little.log.told(MessageReceived)[-1].picture


def test_a_picture_without_media_is_asked_for_again(wanjiku: Customer) -> None:
    wanjiku.sends(kind=MessageKind.PHOTO)
    assert "photo" in wanjiku.hears().text


def test_two_boutiques_never_meet(little: LittleShop, wanjiku: Customer) -> None:
    """One phone in the chats of two shops: two customers, two carts, two histories."""
    next_door = Customer(little, boutique=PWANI)
    wanjiku.has_ordered()
    next_door.says("red dress")
    assert wanjiku.id != next_door.id
    assert "empty" in next_door.says("show my cart").text
    assert len(little.log.told(OrderPlaced)) == 1
    hers = [fact.originator_id for fact in little.log.facts if str(wanjiku.id) in fact.originator_id]
    assert {stream.split("/")[0] for stream in hers} == {str(AMANI)}


def test_every_fact_of_a_message_shares_its_correlation(little: LittleShop, wanjiku: Customer) -> None:
    before = len(little.log.facts)
    message = wanjiku.sends(text="red dress")
    wanjiku.turn()
    assert {fact.cause.correlation for fact in little.log.facts[before:]} == {message.message}


def test_a_hand_over_is_an_outcome_of_its_own(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("let me talk to a person")
    assert little.log.told(HandedToPerson)
    assert len(little.inbox.outcomes) == 1


class TestTheOwnersOwnPhone:
    """Coexistence: the owner goes on writing in the WhatsApp Business app, beside the agent."""

    def writes(
        self,
        little: LittleShop,
        wanjiku: Customer,
        words: str | None = "Hi, it is Zuri herself",
        provider_id: str = "wamid.phone",
    ) -> None:
        told = OwnerMessage(
            message=MessageId(an_id(provider_id)),
            provider_id=provider_id,
            channel=Channel.CLOUD_API,
            account=ACCOUNTS[AMANI],
            sender=wanjiku._sender,
            sent_at=little.clock.now(),
            text=words,
        )
        little.inbox.items.append((AMANI, wanjiku.id, told))
        wanjiku.turn()
        little.works()

    def test_her_message_leaves_the_customer_to_her_and_is_not_sent_again(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.says("hi")
        before = len(little.messenger.sent)
        self.writes(little, wanjiku)
        wanjiku.sends(text="red dress please")
        wanjiku.turn()
        little.works()
        assert len(little.messenger.sent) == before
        assert [fact.reason for fact in little.log.told(HandedToPerson)] == [HandOverReason.OWNER_WRITES]
        assert [fact.provider_id for fact in little.log.told(StaffReplied)] == ["wamid.phone"]
        assert little.log.told(NoReplyNeeded)[-1].reason == "a person answers"

    def test_what_waited_when_she_wrote_is_hers_too(self, little: LittleShop, wanjiku: Customer) -> None:
        wanjiku.says("hi")
        waiting = wanjiku.sends(text="red dress please")
        self.writes(little, wanjiku)
        assert little.log.told(HandedToPerson)[-1].messages == (waiting.message,)
        assert little.inbox.outcomes[waiting.provider_id] == "handed to a person"

    def test_an_echo_of_our_own_reply_pauses_nobody(self, little: LittleShop, wanjiku: Customer) -> None:
        wanjiku.says("hi")
        self.writes(little, wanjiku, provider_id=little.log.told(ReplySent)[-1].provider_id)
        assert little.log.told(HandedToPerson) == []

    def test_a_message_that_she_takes_back_pauses_too_and_says_nothing(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        wanjiku.says("hi")
        self.writes(little, wanjiku, words=None)
        assert little.log.told(StaffReplied) == []
        assert len(little.log.told(HandedToPerson)) == 1

    def test_she_may_write_to_somebody_who_never_wrote(self, little: LittleShop, wanjiku: Customer) -> None:
        self.writes(little, wanjiku)
        assert little.inbox.outcomes["wamid.phone"] == "noted"


def test_a_customer_who_moved_is_reached_at_her_new_number_and_not_answered(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    before = len(little.messenger.sent)
    moved = wanjiku.sends(
        kind=MessageKind.OTHER,
        choice="system:user_changed_number",
        moved_to=Sender(None, "+254700000009"),
    )
    wanjiku.turn()
    little.works()
    assert len(little.messenger.sent) == before
    assert little.inbox.outcomes[moved.provider_id] == "no reply: a notice of WhatsApp"
    wanjiku.says("red dress")
    assert little.messenger.sent[-1].to.bsuid == wanjiku._sender.bsuid


def test_a_first_message_that_whatsapp_could_not_show_is_greeted_and_not_blamed(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.sends(kind=MessageKind.OTHER, choice="unavailable")
    wanjiku.hears()
    [understood] = little.log.told(MessageUnderstood)
    assert understood.intent == "greet"
