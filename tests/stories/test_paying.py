"""What may become of a prompt, and how she still comes to pay."""

from collections.abc import Callable
from contextlib import ExitStack

import pytest

from domain.order.state import OrderStatus
from domain.payment.events import PaymentCompleted, PromptStarted
from domain.payment.payment import Payment
from domain.payment.prompting import MOST_PROMPTS, PROMPTS_WITHIN
from tests.stories.walks import (
    choices_in,
    hears_what_is_known_after_two_minutes,
    order_called,
    orders,
    pays_for,
)
from tests.support.house import AMANI, PWANI, OpenHouse, Phone, heard_of, until
from tests.support.invariants import Shop

PAUSE = PROMPTS_WITHIN.total_seconds() / 60 / 2
"""Between prompts, so that no three fall into the time in which more are refused."""

FAILURES: dict[str, tuple[Callable[[Phone], None], str]] = {
    "wrong pin": (lambda phone: phone.enters_pin("0000"), "did not accept the PIN"),
    "cancelled": (Phone.cancels_prompt, "was cancelled"),
    "no answer": (Phone.is_out_of_reach, "no answer from your phone"),
    "no money": (Phone.has_no_money, "not enough money"),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_prompt_that_failed_is_told_and_tried_again_until_it_is_paid(
    failure: str, house: OpenHouse
) -> None:
    fails_and_is_tried_again(house, failure)


def fails_and_is_tried_again(house: OpenHouse, *failures: str) -> None:
    """The story of these failures one after the other, for whichever neighbours."""
    with house.customer() as phone:
        number = orders(phone)
        for fail, words in (FAILURES[failure] for failure in failures):
            fail(phone)
            told = phone.hears(words)
            assert number in told.text
            assert choices_in(told) == ["Send it again", "Other number", "Cancel order"]
            house.time_passes(minutes=PAUSE if len(failures) >= MOST_PROMPTS else 0)
            assert "enter your PIN" in phone.taps("Send it again").text
        phone.enters_pin()
        phone.hears("Payment received")
    house.settles()
    assert order_called(house, number).status is OrderStatus.PAID


def test_another_number_may_pay(house: OpenHouse) -> None:
    with house.customer() as phone, house.customer() as friend:
        number = orders(phone)
        phone.has_no_money()
        phone.hears("not enough money")
        assert f"Which {phone.money} number" in phone.taps("Other number").text
        assert "Kenyan phone number" in phone.says("my sister's").text
        phone.says(house.number_of(friend))
        friend.enters_pin()
        phone.hears("Payment received")
    house.settles()
    assert order_called(house, number).was_paid


@pytest.mark.parametrize("outcome", ["early", "duplicate", "ten-times", "late"])
def test_however_the_callback_comes_the_order_is_paid_once(outcome: str, house: OpenHouse) -> None:
    with house.customer() as phone:
        phone.next_outcome(outcome)
        number = orders(phone)
        if outcome != "early":
            phone.enters_pin()
        phone.hears("Payment received")
        house.settles()
        assert sum("Payment received" in bubble.text for bubble in phone.answers()) == 1
        assert phone.times_paid() == 1
    order = order_called(house, number)
    assert order.was_paid
    done = [fact for fact in Shop(house, AMANI).told(PaymentCompleted) if fact.receipt == order.receipt]
    assert len(done) == 1


def test_a_lost_callback_is_asked_for(house: OpenHouse) -> None:
    with house.customer() as phone:
        phone.next_outcome("lost")
        number = orders(phone)
        phone.enters_pin()
        house.settles()
        assert not heard_of(phone, "Payment received")
        house.time_passes(seconds=16)
        phone.hears("Payment received")
    house.settles()
    assert order_called(house, number).was_paid


def test_a_callback_with_another_amount_than_asked_pays_nothing(house: OpenHouse) -> None:
    with house.customer() as phone:
        phone.next_outcome("wrong-amount")
        number = orders(phone)
        phone.enters_pin()
        house.settles()
        assert not heard_of(phone, "Payment received")
    assert order_called(house, number).status is OrderStatus.AWAITING_PAYMENT
    payment = _payment_of(house, number)
    assert payment.takings.held.cents == 100
    assert not payment.is_complete


def test_a_prompt_nobody_answers_for_is_never_sent_twice_and_told_as_unknown(house: OpenHouse) -> None:
    with house.customer() as phone:
        phone.next_outcome("no-answer")
        number = orders(phone)
        house.settles()
        hears_what_is_known_after_two_minutes(house, phone)
        house.settles()
        assert len(_payment_of(house, number).attempts) == 1
        phone.enters_pin()
        phone.hears("Payment received")
    house.settles()
    assert order_called(house, number).was_paid


def test_who_says_that_she_has_paid_is_believed_by_the_money_only(house: OpenHouse) -> None:
    before = len(Shop(house, PWANI).told(PaymentCompleted))
    with house.customer(PWANI) as phone:
        phone.says("nataka kanga nyekundu")
        phone.taps("Namba 1")
        phone.taps("Maliza oda")
        phone.says("Nyali, City Mall")
        phone.taps("Lipa sasa")
        phone.prompt()
        assert "bado haijatuthibitishia" in phone.says("nimelipa").text
        assert "bado haijatuthibitishia" in phone.says("nimeshalipa, code UKN8XY12AB").text
        house.settles()
        assert len(Shop(house, PWANI).told(PaymentCompleted)) == before
        phone.enters_pin()
        phone.hears("Tumepokea malipo")
        assert "imelipwa" in phone.says("nimelipa").text


def test_a_message_while_the_prompt_rings_is_answered_and_disturbs_nothing(house: OpenHouse) -> None:
    with house.customer() as phone:
        number = orders(phone)
        assert "waits for your payment" in phone.says("where is my order?").text
        assert "1." in phone.says("black palazzo trousers").text
        phone.enters_pin()
        phone.hears("Payment received")
    house.settles()
    assert order_called(house, number).was_paid


def test_two_taps_on_pay_make_one_order_and_one_prompt(house: OpenHouse) -> None:
    before = len(Shop(house, AMANI).told(PromptStarted))
    with house.customer() as phone:
        orders(phone)
        again = phone.taps("Pay now")
        assert "waits for your payment" in again.text
        house.settles()
        assert len(Shop(house, AMANI).told(PromptStarted)) == before + 1
        phone.enters_pin()
        phone.hears("Payment received")


def test_who_paid_is_not_asked_again(house: OpenHouse) -> None:
    with house.customer() as phone:
        number = pays_for(phone)
        assert f"{number} is paid" in phone.says("I want to pay").text


def test_payments_of_many_at_once_meet_each_other_nowhere(house: OpenHouse) -> None:
    with ExitStack() as hands:
        phones = [hands.enter_context(house.customer()) for _ in range(4)]
        numbers = [orders(phone, "black palazzo trousers", "UK 12") for phone in phones]
        for phone in phones:
            phone.enters_pin()
        until(lambda: all(map(_is_paid, phones)), "four receipts", 30)
    house.settles()
    assert all(order_called(house, number).was_paid for number in numbers)


def _is_paid(phone: Phone) -> bool:
    return heard_of(phone, "Payment received")


def _payment_of(house: OpenHouse, number: str) -> Payment:
    order = order_called(house, number)
    assert order.payment
    return Shop(house, AMANI).all(Payment)[order.payment]
