"""Choices that stand in the text are numbered once, and her number or words choose what stood there."""

from datetime import timedelta

import pytest

from application.choices import choice_meant, written_out
from domain.conversation.events import MessageReceived, ReplyComposed, ReplySent
from domain.conversation.reply import Button, Link, Reply, Row
from domain.order.state import OrderStatus
from domain.payment.events import PromptStarted
from tests.application.little_shop import Customer, LittleShop

BUTTONS = (Button(id="checkout", title="Check out"), Button(id="more", title="Keep looking"))
PIECES = Reply(
    text="Look:\n1. A red dress: KSh 2,400\n2. A blue one\nWhich one?",
    buttons=(Button(id="pick:a", title="Number 1"), Button(id="pick:b", title="Number 2")),
)
CART = Reply(text="In your cart:\n1. Red dress\n2. Blue dress\nTotal: KSh 4,350", buttons=BUTTONS)
SIZES = Reply(text="Which size?", rows=tuple(Row(id=f"tell_size:{n}", title=f"UK {n}") for n in (8, 10, 12)))


def test_choices_are_numbered_below_the_text() -> None:
    assert written_out(Reply(text="What now?", buttons=BUTTONS)) == (
        "What now?\n\n1. Check out\n2. Keep looking"
    )
    areas = Reply(text="Where?", rows=(Row(id="a", title="Kilimani", description="KSh 250"),))
    assert written_out(areas) == "Where?\n\n1. Kilimani — KSh 250"


def test_what_is_numbered_already_is_not_numbered_again() -> None:
    assert written_out(PIECES) == PIECES.text
    assert written_out(CART).endswith("\n\n3. Check out\n4. Keep looking")
    assert written_out(Reply(text="Hi")) == "Hi"
    paid = Reply(text="Pay here", link=Link(title="Pay", url="https://pay.example/x"))
    assert written_out(paid) == "Pay here\n\nPay: https://pay.example/x"


@pytest.mark.parametrize(
    ("reply", "words", "meant"),
    [
        (CART, "3", "checkout"),
        (CART, " #4. ", "more"),
        (CART, "check OUT", "checkout"),
        (CART, "1", None),
        (CART, "5", None),
        (CART, "3 please send it", None),
        (PIECES, "Number 2", "pick:b"),
        (PIECES, "2", None),
        (SIZES, "2", "tell_size:10"),
        (SIZES, "uk 12", "tell_size:12"),
        (SIZES, "12", None),
        (SIZES, "٢", "tell_size:10"),
        (SIZES, "", None),
    ],
)
def test_a_number_or_a_title_chooses(reply: Reply, words: str, meant: str | None) -> None:
    choice = choice_meant(reply, words)
    assert (choice.id if choice else None) == meant


class TestWithoutTaps:
    """Where nothing can be tapped, her number is her tap, however often she sends it."""

    @pytest.fixture
    def asked(self, little: LittleShop, wanjiku: Customer) -> Reply:
        """She is asked whether all is right: 1. Pay now, 2. Other address, …"""
        little.messenger.taps = False
        wanjiku.says("red dress")
        wanjiku.says("1")
        wanjiku.says("M")
        wanjiku.says("1")
        return wanjiku.says("Westlands, Sarit Centre, 3rd floor")

    def test_a_number_sent_again_pays_once(self, little: LittleShop, wanjiku: Customer, asked: Reply) -> None:
        wanjiku.says("1")
        assert "waits for your payment" in wanjiku.says("1").text
        assert "waits for your payment" in wanjiku.says("1").text
        assert len(little.log.told(PromptStarted)) == 1

    def test_a_number_sent_twice_at_once_pays_once(
        self, little: LittleShop, wanjiku: Customer, asked: Reply
    ) -> None:
        assert "comes to" in wanjiku.says("1", "1").text
        assert len(little.log.told(PromptStarted)) == 1
        assert [fact.answers for fact in little.log.told(ReplyComposed)][-1:] == [
            tuple(fact.message for fact in little.log.told(MessageReceived)[-2:])
        ]

    def test_a_number_and_other_words_at_once_are_read_as_words(
        self, little: LittleShop, wanjiku: Customer, asked: Reply
    ) -> None:
        assert "not ordered anything" in wanjiku.says("1", "no wait").text
        assert not little.log.told(PromptStarted)

    def test_a_number_after_other_words_is_no_tap_on_an_older_question(
        self, little: LittleShop, wanjiku: Customer, asked: Reply
    ) -> None:
        wanjiku.says("what are your hours?")
        wanjiku.says("1")
        assert not little.log.told(PromptStarted)

    def test_a_number_that_quotes_a_list_of_yesterday_is_no_tap_on_what_was_asked_today(
        self, little: LittleShop, wanjiku: Customer
    ) -> None:
        little.messenger.taps = False
        wanjiku.says("green scarf")
        yesterdays = little.log.told(ReplySent)[-1].provider_id
        little.clock.pass_by(timedelta(hours=30))
        wanjiku.says("red dress")
        wanjiku.says("1")
        assert "1. Check out" in written_out(wanjiku.says("M"))
        wanjiku.sends(text="1", replies_to=yesterdays)
        assert "Green scarf" in wanjiku.hears().text

    def test_a_number_that_quotes_an_older_question_is_a_tap_on_it(
        self, little: LittleShop, wanjiku: Customer, asked: Reply
    ) -> None:
        question = little.log.told(ReplySent)[-1].provider_id
        wanjiku.says("1")
        wanjiku.says("cancel my order")
        wanjiku.sends(text="1", replies_to=question)
        assert "waits for your payment" in wanjiku.hears().text
        assert wanjiku.order.status is OrderStatus.AWAITING_PAYMENT
