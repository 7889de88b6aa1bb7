"""A person of the shop takes a chat over, writes in it, and gives it back."""

from datetime import timedelta

import pytest

from application.agent.wording.phrases import Phrase, texts
from application.commands import (
    ChooseLanguage,
    ForgetCustomer,
    GiveBack,
    StaffReply,
    StopMarketing,
    TakeOver,
)
from application.inbound import DeliveryState
from application.work import WorkKind
from application.writing_late import suggestions
from domain.conversation.conversation import Conversation, ConversationIsNotOpen, Delivery, WindowIsClosed
from domain.conversation.events import (
    HandedToPerson,
    HandOverReason,
    NoReplyNeeded,
    ReplyFailed,
    ReplyPriced,
    StaffReplied,
)
from domain.conversation.reply import Picture, Reply
from domain.identity import MessageId
from domain.language import Language
from tests.application.little_shop import AMANI, PWANI, Customer, LittleShop
from tests.domain.pieces import an_id

WORDS = Reply(text="Hi, Amina here. Shall I keep the red one for you?")
SAID = MessageId(an_id("said"))


def announced(phrase: Phrase, boutique: str = "Amani Styles", language: Language = Language.EN) -> list[str]:
    return [text.format(boutique=boutique) for text in texts(language)[phrase]]


def chat_of(little: LittleShop) -> Conversation:
    return little.get(Conversation, little.log.ids(AMANI, "conversation")[-1])


def test_the_agent_announces_the_person_and_is_silent_until_it_has_the_chat_back(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    little.do(TakeOver(wanjiku.id))
    little.works()
    assert wanjiku.heard[-1].text in announced(Phrase.PERSON_IS_HERE)
    before = len(wanjiku.heard)
    wanjiku.sends(text="red dress")
    wanjiku.turn()
    little.works()
    assert len(wanjiku.heard) == before
    assert little.log.told(NoReplyNeeded)[-1].reason == "a person answers"
    little.do(GiveBack(wanjiku.id))
    little.works()
    assert wanjiku.heard[-1].text in announced(Phrase.AGENT_IS_BACK)
    assert "Red wrap dress" in wanjiku.says("red dress").text


def test_what_is_repeated_is_announced_once(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("hi")
    little.do(TakeOver(wanjiku.id), TakeOver(wanjiku.id), GiveBack(wanjiku.id), GiveBack(wanjiku.id))
    little.works()
    assert [said.text for said in wanjiku.heard[1:]] == [
        announced(Phrase.PERSON_IS_HERE)[0],
        announced(Phrase.AGENT_IS_BACK)[0],
    ]


def test_the_announcement_is_in_her_language(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("nataka gauni jekundu")
    little.do(TakeOver(wanjiku.id))
    little.works()
    assert wanjiku.heard[-1].text in announced(Phrase.PERSON_IS_HERE, language=Language.SW)


def test_who_asked_for_a_person_is_not_told_again_and_nobody_is_called_for_what_is_taken(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("let me talk to a person")
    heard, due = len(wanjiku.heard), len(little.due)
    little.do(TakeOver(wanjiku.id))
    little.works()
    assert len(wanjiku.heard) == heard
    assert WorkKind.CALL_OWNER not in {work.kind for work in little.due[due:]}
    assert [fact.reason for fact in little.log.told(HandedToPerson)] == [
        HandOverReason.ASKED,
        HandOverReason.TAKEN_OVER,
    ]


def test_what_a_person_writes_is_sent_once_with_its_ticks_and_takes_the_chat(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    little.do(StaffReply(wanjiku.id, SAID, WORDS))
    little.do(StaffReply(wanjiku.id, SAID, WORDS))
    little.works()
    assert wanjiku.heard[1:] == [WORDS]
    assert chat_of(little).person_has_it is HandOverReason.TAKEN_OVER
    assert chat_of(little).replies[SAID].delivery is Delivery.SENT
    wanjiku.status(SAID, DeliveryState.READ)
    assert chat_of(little).replies[SAID].delivery is Delivery.READ


def test_a_photo_goes_without_words_and_not_at_all_once_it_is_gone(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    name = little.pictures.keep(AMANI, b"hem", wanjiku.id)
    photo = Reply(text="", pictures=(Picture(name=name),))
    little.do(StaffReply(wanjiku.id, SAID, photo))
    little.works()
    assert little.messenger.sent[-1].pictures == (b"hem",)
    little.pictures.kept.clear()
    little.do(StaffReply(wanjiku.id, MessageId(an_id("late")), photo))
    little.works()
    assert wanjiku.heard[1:] == [photo]
    assert little.log.told(ReplyFailed)[-1].code == "forgotten"


def test_a_message_sent_again_after_a_new_window_began_is_still_the_same(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    little.do(StaffReply(wanjiku.id, SAID, WORDS))
    little.clock.pass_by(timedelta(hours=25))
    wanjiku.sends(text="hello again")
    wanjiku.turn()
    little.do(StaffReply(wanjiku.id, SAID, WORDS))
    little.works()
    assert len(little.log.told(StaffReplied)) == 1


def test_24_hours_after_her_last_message_nobody_writes_and_nothing_is_announced(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    little.clock.pass_by(timedelta(hours=24))
    before = len(wanjiku.heard)
    with pytest.raises(WindowIsClosed):
        little.do(StaffReply(wanjiku.id, SAID, WORDS))
    little.do(TakeOver(wanjiku.id), GiveBack(wanjiku.id))
    little.works()
    assert (len(wanjiku.heard), little.log.told(StaffReplied)) == (before, [])


def test_by_a_template_she_is_written_to_once_and_what_it_costs_is_booked(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    little.clock.pass_by(timedelta(hours=25))
    little.messenger.template = True
    for _ in range(2):
        little.do(StaffReply(wanjiku.id, SAID, WORDS, by_template=True))
    little.works()
    sent = [message for message in little.messenger.sent if message.as_template]
    assert [message.reply for message in sent] == [WORDS]
    wanjiku.status(SAID, DeliveryState.DELIVERED, category="utility", billing="regular")
    assert [(fact.reply, fact.category) for fact in little.log.told(ReplyPriced)] == [(SAID, "utility")]


def test_what_she_is_written_late_is_in_her_language_and_no_offer_where_she_wants_none(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    assert [words[:10] for words in suggestions(wanjiku.id, little.shop.open(AMANI, SAID))] == [
        "Hi Wanjiku"
    ] * 2
    little.do(ChooseLanguage(wanjiku.id, Language.SW), StopMarketing(wanjiku.id))
    (only,) = suggestions(wanjiku.id, little.shop.open(AMANI, SAID))
    assert only.startswith("Habari Wanjiku, hapa ni Amani Styles. Bado")


def test_nobody_writes_to_a_stranger_to_the_forgotten_or_to_another_boutiques_customer(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    for command in (TakeOver, GiveBack):
        with pytest.raises(ConversationIsNotOpen):
            little.do(command(wanjiku.id), boutique=PWANI)
    little.do(ForgetCustomer(wanjiku.id))
    with pytest.raises(ConversationIsNotOpen):
        little.do(StaffReply(wanjiku.id, SAID, WORDS))
