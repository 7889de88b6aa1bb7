"""From a photo to a paid order, in English and in Swahili, with all that may be changed on the way."""

from application.agent.wording.names import local
from domain.conversation.events import MessageReceived, NoticeOwed, ReplyComposed, ReplySent
from domain.customer.customer import Customer
from domain.customer.events import PurchaseRemembered
from domain.order.events import OrderPaid, OrderPlaced, OwnerTold
from domain.order.state import OrderStatus
from domain.payment.events import MoneyReceived, PromptAccepted, PromptStarted
from domain.stock.events import StockReserved, StockSold
from tests.stories.walks import asks_where, choices_in, number_in, order_called, pays_for, stock_of
from tests.support.house import AMANI, PWANI, OpenHouse, photo_of
from tests.support.invariants import Shop


def test_a_photo_becomes_a_paid_order_in_english(house: OpenHouse) -> None:
    before = stock_of(house, "AM-102-RED", "M")
    with house.customer() as phone, house.phone("owner") as owner:
        assert "Amani Styles" in phone.says("Hi").text
        shown = phone.shows(photo_of("AM-102-RED"), caption="Do you have this dress?")
        assert "red" in shown.text.splitlines()[0]
        assert "1. Wambui wrap midi dress, red (Quorlax): *KSh 2,400* (sizes S, M" in shown.text
        assert 3 <= sum(line[:2] in {"1.", "2.", "3.", "4.", "5."} for line in shown.text.splitlines()) <= 5
        assert shown.picture
        asked = phone.says("the first one")
        assert "I don't know your size yet" in asked.text
        assert "Total: *KSh 2,400*" in phone.says("M").text
        assert asks_where(phone.taps("Check out"))
        summary = phone.says("Kilimani, near Yaya Centre, gate 4")
        assert "Delivery to Kilimani: KSh 250" in summary.text
        assert "To pay: *KSh 2,650*" in summary.text
        number = number_in(phone.taps("Pay now"))
        assert phone.prompt().shillings == 2_650
        assert stock_of(house, "AM-102-RED", "M").available == before.available - 1
        phone.enters_pin()
        receipt = phone.hears("Payment received")
        assert number in receipt.text
        assert number in owner.hears(number).text
    house.settles()
    order = order_called(house, number)
    assert order.status is OrderStatus.PAID
    assert order.owner_knows
    assert f" receipt: {order.receipt}" in receipt.text
    assert stock_of(house, "AM-102-RED", "M").on_hand == before.on_hand - 1
    assert Shop(house, AMANI).told(PurchaseRemembered)


def test_who_bought_before_is_advised_her_size_with_the_reason(house: OpenHouse) -> None:
    with house.customer() as phone:
        pays_for(phone, "red wrap dress", "L")
        phone.says("navy wrap dress")
        advice = phone.taps("Number 1")
        assert "*L*" in advice.text
        assert "you bought L from us before" in advice.text or "you wear L in other pieces" in advice.text
        assert choices_in(advice)[0] == "L"


def test_a_photo_becomes_a_paid_order_in_swahili(house: OpenHouse) -> None:
    before = stock_of(house, "PW-104-RED", "M", PWANI).on_hand
    with house.customer(PWANI) as phone:
        phone.says("Habari yako")
        shown = phone.shows(photo_of("PW-104-RED"), caption="Mko na hii gauni?")
        assert "1. Gauni refu la kitenge Salma" in shown.text
        assert "Bado sijui saizi yako" in phone.says("namba 1").text
        assert "Jumla: *KSh 3,400*" in phone.says("M").text
        phone.taps("Maliza oda")
        summary = phone.says("Nyali karibu na City Mal")
        assert "Kupeleka Nyali: KSh 100" in summary.text
        assert "Ya kulipa: *KSh 3,500*" in summary.text
        number = number_in(phone.taps("Lipa sasa"))
        phone.enters_pin()
        assert number in phone.hears("Tumepokea malipo").text
    house.settles()
    assert order_called(house, number, PWANI).status is OrderStatus.PAID
    assert stock_of(house, "PW-104-RED", "M", PWANI).on_hand == before - 1


def test_a_cart_is_changed_emptied_and_filled_again(house: OpenHouse) -> None:
    with house.customer() as phone:
        phone.says("red dress for a wedding under 3k")
        phone.says("the second one please")
        assert "Total: *KSh 2,400*" in phone.says("size L").text
        assert "Total: *KSh 4,350*" in phone.says("add number 1 too UK 12").text
        assert "Total: *KSh 4,350*" in phone.says("my cart").text
        left = phone.says("remove the second one")
        assert "Taken out: Makena" in left.text
        assert "Total: *KSh 2,400*" in left.text
        assert "Wambui wrap midi dress, red (Quorlax), XL" in phone.says("change size to XL").text
        assert "Total: *KSh 4,800*" in phone.says("make it 2").text
        phone.says("empty my cart")
        assert "empty now" in phone.taps("Yes").text
        assert "Your cart is empty" in phone.says("checkout").text
        phone.says("1")
        assert "Total: *KSh 1,950*" in phone.says("UK 14").text


def test_a_customer_without_a_phone_number_is_asked_for_the_one_she_pays_from(house: OpenHouse) -> None:
    with house.customer(hides_phone=True) as phone:
        own = house.number_of(phone)
        phone.says("red wrap dress")
        phone.taps("Number 1")
        phone.says("S")
        phone.taps("Check out")
        asked = phone.drops_pin(-1.2921, 36.7856, "Yaya Centre")
        assert f"{phone.money} number" in asked.text
        assert "Kenyan phone number" in phone.says("seven seven").text
        summary = phone.says(own)
        assert "Delivery to Kilimani" in summary.text
        assert f"{phone.money} prompt to {local(own)}" in summary.text
        number = number_in(phone.taps("Pay now"))
        phone.enters_pin()
        phone.hears("Payment received")
    house.settles()
    assert order_called(house, number).was_paid
    assert any(customer.paying_number for customer in Shop(house, AMANI).all(Customer).values())


def test_a_bare_pin_asks_which_area_that_is(house: OpenHouse) -> None:
    with house.customer() as phone:
        phone.says("black palazzo trousers")
        phone.taps("Number 1")
        phone.says("UK 12")
        phone.taps("Check out")
        asked = phone.drops_pin(-1.2921, 36.7856)
        assert {"Kilimani", "Westlands"} <= set(choices_in(asked))
        assert "Delivery to Westlands: KSh 250" in phone.taps("Westlands").text
        asked = phone.taps("Other address")
        assert asks_where(asked)
        assert "Delivery to Kasarani: KSh 300" in phone.says("Roysambu roundabout, opposite TRM").text


def test_all_that_follows_from_one_tap_shares_its_correlation(house: OpenHouse) -> None:
    with house.customer() as phone:
        number = pays_for(phone, "red wrap dress", "L")
    house.settles()

    log = Shop(house, AMANI).log
    placed = next(r for r in log if isinstance(r.fact, OrderPlaced) and r.fact.number == number)
    follows = {type(r.fact) for r in log if r.cause.correlation == placed.cause.correlation}
    assert follows >= {
        MessageReceived,
        OrderPlaced,
        StockReserved,
        PromptStarted,
        PromptAccepted,
        MoneyReceived,
        OrderPaid,
        StockSold,
        PurchaseRemembered,
        NoticeOwed,
        ReplyComposed,
        ReplySent,
        OwnerTold,
    }
