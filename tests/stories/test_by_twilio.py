"""A boutique whose WhatsApp is at Twilio sells as any other, beside one that is at Meta."""

from collections.abc import Iterator

import pytest

from domain.conversation.events import ReplyDelivered, ReplyFailed
from domain.order.state import OrderStatus
from tests.emulators.faults import FaultKind
from tests.stories.walks import number_in, order_called, stock_of
from tests.support.house import AMANI, PWANI, OpenHouse, open_house, photo_of
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
    assert not Shop(house, AMANI).told(ReplyFailed)


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


def test_an_answer_of_twilios_that_got_lost_costs_no_second_message(house: OpenHouse) -> None:
    [twilio] = house.exchanges
    assert isinstance(twilio, TwilioExchange)
    with house.customer() as phone:
        phone.says("Hi")
        twilio.emulator.fault(kind=FaultKind.LOST, path="Messages.json")
        phone.says("red dress")
        twilio.emulator.fault(kind=FaultKind.ANSWER, path="Messages.json", status=429, body='{"code":20429}')
        phone.says("2")
        house.settles()
        assert len(phone.answers()) == 3
