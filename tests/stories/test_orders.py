"""What becomes of an order: it is delivered, given up, too late, or somebody else was quicker."""

from application.reactors.expire_order import WHILE_A_PROMPT_RINGS
from application.reactors.query_payment import SCHEDULE
from domain.order.order import Order
from domain.order.state import OrderStatus
from tests.stories.walks import (
    asks_where,
    comes_to_her_word,
    hears_what_is_known_after_two_minutes,
    number_in,
    order_called,
    orders,
    owner_does,
    pays_for,
    puts_into_cart,
    stock_of,
)
from tests.support.house import AMANI, OpenHouse, Phone
from tests.support.invariants import Shop


def test_an_order_is_followed_to_her_door(house: OpenHouse) -> None:
    with house.customer() as phone:
        number = pays_for(phone)
        assert f"{number} is paid" in phone.says("where is my order?").text
        owner_does(house, number, "pack")
        assert number in phone.hears("is packed").text
        owner_does(house, number, "courier", {"courier": "Wells Fargo", "tracking": "WF-2231"})
        assert "Wells Fargo WF-2231" in phone.hears("is on its way").text
        assert "Wells Fargo WF-2231" in phone.says("where is my order?").text
        owner_does(house, number, "deliver")
        phone.hears("has been delivered")
    assert order_called(house, number).status is OrderStatus.DELIVERED


def test_who_wants_to_pay_for_her_cart_is_checked_out(house: OpenHouse) -> None:
    with house.customer() as phone:
        puts_into_cart(phone, "black palazzo trousers", "UK 12")
        assert asks_where(phone.says("ok I want to pay now"))


def test_a_step_clicked_twice_is_told_once(house: OpenHouse) -> None:
    with house.customer() as phone:
        number = pays_for(phone)
        for _ in range(2):
            owner_does(house, number, "pack")
        house.settles()
        assert sum("is packed" in bubble.text for bubble in phone.answers()) == 1


def test_an_order_is_cancelled_before_it_is_paid(house: OpenHouse) -> None:
    before = stock_of(house, "AM-102-RED", "M")
    with house.customer() as phone:
        number = orders(phone)
        phone.cancels_prompt()
        phone.hears("was cancelled on the phone")
        assert "Shall I cancel" in phone.taps("Cancel order").text
        assert "stays" in phone.taps("No").text
        phone.says("cancel my order please")
        assert "is cancelled" in phone.taps("Yes").text
        assert "is cancelled" in phone.says("where is my order?").text
    house.settles()
    assert order_called(house, number).status is OrderStatus.CANCELLED
    assert stock_of(house, "AM-102-RED", "M").available == before.available


def test_the_shop_cancels_and_says_so(house: OpenHouse) -> None:
    with house.customer() as phone:
        number = orders(phone)
        phone.cancels_prompt()
        phone.hears("was cancelled on the phone")
        owner_does(house, number, "cancel")
        assert number in phone.hears("had to cancel").text


def test_a_pin_entered_after_cancelling_loses_no_money(house: OpenHouse) -> None:
    with house.customer() as phone:
        number = orders(phone)
        phone.says("cancel my order")
        assert "don't enter your PIN" in phone.taps("Yes").text
        phone.enters_pin()
        phone.hears("Payment received")
    house.settles()
    assert order_called(house, number).was_paid


def test_a_tap_below_an_older_question_answers_nothing_else(house: OpenHouse) -> None:
    with house.customer() as phone:
        number = orders(phone)
        phone.cancels_prompt()
        phone.hears("was cancelled on the phone")
        phone.says("cancel my order")
        phone.taps("Pay now")
        house.settles()
        assert order_called(house, number).status is OrderStatus.AWAITING_PAYMENT


def test_a_paid_order_is_cancelled_by_a_person_only(house: OpenHouse) -> None:
    with house.customer() as phone:
        number = pays_for(phone)
        assert "a person of the shop" in phone.says("cancel my order").text
        _is_left_to_a_person(house, phone)
    assert order_called(house, number).status is OrderStatus.PAID


def test_who_asks_for_a_person_hears_no_machine_any_more(house: OpenHouse) -> None:
    with house.customer() as phone:
        assert "A person will answer you" in phone.says("let me talk to a person").text
        _is_left_to_a_person(house, phone)


def test_an_unpaid_order_expires_and_its_pieces_go_back(house: OpenHouse) -> None:
    before = stock_of(house, "AM-102-RED", "L").available
    with house.customer() as phone:
        number = orders(phone, size="L")
        phone.is_out_of_reach()
        phone.hears("no answer")
        house.settles()
        assert stock_of(house, "AM-102-RED", "L").available == before - 1
        house.time_passes(minutes=31)
        assert number in phone.hears("not paid in time").text
    house.settles()
    assert order_called(house, number).status is OrderStatus.EXPIRED
    assert stock_of(house, "AM-102-RED", "L").available == before


def test_money_that_comes_too_late_revives_the_order_while_its_pieces_are_there(house: OpenHouse) -> None:
    with house.customer() as phone:
        number = _expires_with_a_ringing_phone(house, phone, "red wrap dress", "XL")
        phone.enters_pin()
        phone.hears("Payment received")
    house.settles()
    assert order_called(house, number).status is OrderStatus.PAID


def test_money_that_comes_too_late_for_a_piece_that_is_gone_goes_back(house: OpenHouse) -> None:
    with house.customer() as late, house.customer() as quick:
        number = _expires_with_a_ringing_phone(house, late, "red mermaid gown", "UK 8")
        pays_for(quick, "red mermaid gown", "UK 8")
        late.enters_pin()
        assert "KSh 6,750" in late.hears("cannot be delivered").text
    house.settles()
    order = order_called(house, number)
    assert order.outstanding == order.total
    assert stock_of(house, "AM-106-RED", "8").on_hand == 0


def test_the_last_piece_goes_to_whoever_orders_first(house: OpenHouse) -> None:
    with house.customer() as first, house.customer() as second:
        comes_to_her_word(first, "black handbag")
        comes_to_her_word(second, "black handbag")
        number = number_in(first.taps("Pay now"))
        refused = second.taps("Pay now")
        assert "somebody just bought the last one" in refused.text
        first.enters_pin()
        first.hears("Payment received")
        house.settles()
        assert second.rings() is None
        assert sum(o.customer == order_called(house, number).customer for o in _orders(house)) == 1
    assert stock_of(house, "AM-408-BLK", "ONE").on_hand == 0


def _expires_with_a_ringing_phone(house: OpenHouse, phone: Phone, what: str, size: str) -> str:
    """The prompt's own answer is lost, nobody knows of it, and the order's time runs out."""
    phone.next_outcome("no-answer")
    number = orders(phone, what, size)
    house.settles()
    hears_what_is_known_after_two_minutes(house, phone)
    house.time_passes(minutes=31)
    if phone.prompts_have_our_names:
        _is_asked_for_until_nobody_waits_any_more(house)
    phone.hears("not paid in time")
    return number


def _is_asked_for_until_nobody_waits_any_more(house: OpenHouse) -> None:
    """While a prompt is known to ring its order is not given up."""
    for wait in (*SCHEDULE, WHILE_A_PROMPT_RINGS):
        house.settles()
        house.time_passes(seconds=wait.total_seconds() + 1)


def _is_left_to_a_person(house: OpenHouse, phone: Phone) -> None:
    house.settles()
    said = len(phone.answers())
    phone.writes("hello? red dress please")
    house.settles()
    assert len(phone.answers()) == said


def _orders(house: OpenHouse) -> list[Order]:
    return list(Shop(house, AMANI).all(Order).values())
