"""A boutique whose WhatsApp is at Twilio sells as any other, beside one that is at Meta."""

from collections.abc import Iterator
from uuid import uuid4

import pytest

from application.commands import StaffReply
from domain.charges.events import MessagesCharged
from domain.conversation.events import WINDOW_CLOSED, ConversationOpened, ReplyDelivered, ReplyFailed
from domain.conversation.reply import Reply
from domain.fact import Actor, Cause
from domain.identity import MessageId
from domain.order.state import OrderStatus
from interfaces.worker import read_all_charges
from tests.emulators.faults import FaultKind
from tests.stories.walks import number_in, order_called, stock_of
from tests.support.house import AMANI, PWANI, OpenHouse, id_of, open_house, photo_of
from tests.support.invariants import Shop
from tests.support.postgres import TestServer
from tests.support.twilio_house import TwilioExchange, TwilioPhone, twilio_exchange


@pytest.fixture(scope="module")
def open_shop(postgres: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenHouse]:
    """The module's house, with Amani at Twilio and Pwani at Meta."""
    with (
        twilio_exchange() as twilio,
        open_house(postgres, tmp_path_factory.getbasetemp(), exchanges=(twilio,)) as opened,
    ):
        yield opened


def test_a_photo_becomes_a_paid_order_by_twilio(house: OpenHouse) -> None:
    before = stock_of(house, "AM-102-RED", "M").on_hand
    failed = Shop(house, AMANI).told(ReplyFailed)
    with house.customer() as phone, house.phone("owner") as owner:
        assert "Amani Styles" in phone.says("Hi").text
        shown = phone.shows(photo_of("AM-102-RED"), caption="Do you have this dress?")
        assert "1. Wambui wrap midi dress, red (Quorlax): *KSh 2,400* (sizes S, M" in shown.text
        assert shown.picture
        assert "I don't know your size yet" in phone.says("the first one").text
        cart = phone.says("M")
        assert "Total: *KSh 2,400*" in cart.text
        phone.taps("Check out")
        summary = phone.says("Kilimani, near Yaya Centre, gate 4")
        assert "To pay: *KSh 2,650*" in summary.text
        number = number_in(phone.taps("Pay now"))
        assert phone.prompt().shillings == 2_650
        phone.enters_pin()
        assert number in phone.hears("Payment received").text
        assert number in owner.hears(number).text
    house.settles()
    assert order_called(house, number).status is OrderStatus.PAID
    assert stock_of(house, "AM-102-RED", "M").on_hand == before - 1
    assert Shop(house, AMANI).told(ReplyDelivered)
    assert Shop(house, AMANI).told(ReplyFailed) == failed


def test_a_number_she_types_chooses_what_a_tap_would_have_chosen(house: OpenHouse) -> None:
    """On Twilio nothing can be tapped: "2" is the second piece, then the second thing to do."""
    with house.customer() as phone:
        assert isinstance(phone, TwilioPhone)
        shown = phone.says("red dress")
        second = next(line for line in shown.text.splitlines() if line.startswith("2. "))
        asked = phone.says("2")
        sizes = dict(line.split(". ") for line in asked.text.splitlines() if ". " in line[:4])
        cart = phone.says("2")
        title = second.removeprefix("2. ").partition(":")[0]
        assert f"{title}, {sizes['2']}" in cart.text
        assert "deliver" in phone.says("1").text.casefold()


def test_a_customer_without_a_phone_number_is_answered_by_twilio_too(house: OpenHouse) -> None:
    with house.phone("zawadi") as phone:
        assert "Amani Styles" in phone.says("Hi").text
        assert "Which size" in phone.says("red wrap dress").text or "1. " in phone.answers()[-1].text


def test_a_pin_and_an_album_come_by_twilio(house: OpenHouse) -> None:
    with house.customer() as phone:
        shown = phone.shows(photo_of("AM-102-RED"), photo_of("AM-101-GRN"), caption="Hizi?")
        assert "1. " in shown.text
        assert len(phone.answers()) == 1
        phone.says("namba 1")
        phone.says("M")
        phone.says("Maliza oda")
        assert "Kilimani" in phone.drops_pin(-1.2921, 36.7856, "Yaya Centre").text


def test_beside_it_a_boutique_at_meta_sells_as_before(house: OpenHouse) -> None:
    with house.customer(PWANI) as theirs, house.customer(AMANI) as ours:
        assert "Pwani" in theirs.says("Hi").text
        assert "Amani Styles" in ours.says("Hi").text
        theirs.shows(photo_of("PW-104-RED"))
        theirs.taps("Number 1")
        theirs.says("M")
        theirs.taps("Check out")
        theirs.says("Nyali, near City Mall")
        number = number_in(theirs.taps("Pay now"))
        theirs.enters_pin()
        theirs.hears("Payment received")
    house.settles()
    assert order_called(house, number, PWANI).status is OrderStatus.PAID


def test_what_twilio_gives_back_after_a_day_goes_once_more_as_the_template(house: OpenHouse) -> None:
    """Twilio takes the words, and its status says afterwards that 24 hours had passed."""
    twilio = _twilio_of(house)
    with house.customer() as phone:
        phone.says("Hi")
        twilio.emulator.command("world", {"ahead": 90_000})
        try:
            _owner_writes(house, "I kept the red one for you")
            assert phone.hears("News:").text == "News: I kept the red one for you."
            house.settles()
        finally:
            twilio.emulator.command("world", {"ahead": 0})
        assert sum("I kept the red one" in bubble.text for bubble in phone.answers()) == 1
    assert Shop(house, AMANI).told(ReplyFailed)[-1].code == WINDOW_CLOSED


def test_a_long_reply_is_finished_though_its_first_part_came_before_the_second_was_refused(
    house: OpenHouse,
) -> None:
    words = "\n".join(f"{n:04d} " + "x" * 90 for n in range(30))
    with house.customer() as phone:
        phone.says("Hi")
        _twilio_of(house).emulator.fault(
            kind=FaultKind.ANSWER, path="Messages.json", after=1, status=429, body='{"code":20429}'
        )
        _owner_writes(house, words)
        phone.hears("0029 ")
        house.settles()
        parts = [bubble.text for bubble in phone.answers() if "xxx" in bubble.text]
    assert "\n".join(parts) == words


def test_what_twilio_takes_for_messages_is_booked_to_the_boutique_once(house: OpenHouse) -> None:
    """Its prices come minutes after the messages, and only on its own list."""
    twilio = _twilio_of(house)
    with house.customer() as phone:
        phone.says("Hi")
        house.settles()
        twilio.emulator.command("world", {"priced_after": 0.0})
        for _ in range(2):
            read_all_charges(house.home)
            house.settles()
    booked = Shop(house, AMANI).told(MessagesCharged)
    assert sum(fact.messages for fact in booked) >= 2
    assert sum(fact.micros for fact in booked) >= 5_000 * sum(fact.messages for fact in booked)
    assert len({(fact.day, fact.messages, fact.micros) for fact in booked}) == len(booked)
    assert Shop(house, PWANI).told(MessagesCharged) == []


def _twilio_of(house: OpenHouse) -> TwilioExchange:
    [twilio] = house.exchanges
    assert isinstance(twilio, TwilioExchange)
    return twilio


def _owner_writes(house: OpenHouse, words: str) -> None:
    """To whom wrote last."""
    last = Shop(house, AMANI).told(ConversationOpened)[-1].customer
    cause = Cause(Actor.OWNER, uuid4(), uuid4())
    house.home.shop.do(id_of(AMANI), cause, StaffReply(last, MessageId(uuid4()), Reply(text=words)))


def test_an_answer_of_twilios_that_got_lost_costs_no_second_message(house: OpenHouse) -> None:
    twilio = _twilio_of(house)
    with house.customer() as phone:
        phone.says("Hi")
        twilio.emulator.fault(kind=FaultKind.LOST, path="Messages.json")
        phone.says("red dress")
        twilio.emulator.fault(kind=FaultKind.ANSWER, path="Messages.json", status=429, body='{"code":20429}')
        phone.says("2")
        house.settles()
        assert len(phone.answers()) == 3
