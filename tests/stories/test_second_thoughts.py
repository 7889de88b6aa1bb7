"""What she changes, takes back or quotes has one outcome: nothing is done twice or undone in secret."""

from uuid import uuid4

from application.commands import HandToCourier, PackOrder
from domain.conversation.events import NoticeKind, NoticeWithheld
from domain.fact import Actor, Cause
from domain.identity import OrderId
from domain.order.order import Order
from tests.stories.walks import meta_delivers, orders, pays_for
from tests.support.house import AMANI, OpenHouse, Phone, id_of, until
from tests.support.invariants import Shop


def test_a_change_of_what_was_done_already_is_asked_for_anew(house: OpenHouse) -> None:
    with house.customer() as phone:
        phone.says("black handbag")
        phone.says("1")
        said = phone.bubbles()[-2].id
        text = {"type": "text", "text": {"body": "1 please"}}
        changed = {"type": "edit", "edit": {"original_message_id": said, "message": text}}
        assert meta_delivers(house, phone, changed) == 200
        phone.hears("write what you want as a new one")
        assert "1 × " in phone.says("show my cart").text


def test_an_order_stands_though_her_yes_is_taken_back(house: OpenHouse) -> None:
    with house.customer() as phone:
        number = orders(phone)
        heard = len(phone.answers())
        tapped = next(bubble for bubble in reversed(phone.bubbles()) if not bubble.from_shop)
        gone = {"type": "revoke", "revoke": {"original_message_id": tapped.id}}
        assert meta_delivers(house, phone, gone) == 200
        house.settles()
        assert len(phone.answers()) == heard
        phone.enters_pin()
        assert number in phone.hears("Payment received").text


def test_a_number_below_an_older_list_means_a_piece_of_that_list(house: OpenHouse) -> None:
    with house.customer() as phone:
        older = phone.says("black handbag")
        phone.says("red mermaid gown")
        quoting = {"type": "text", "text": {"body": "number 1"}, "context": {"id": older.id}}
        _says(house, phone, quoting)
        assert "bag" in phone.answers()[-1].text.casefold()


def test_an_emoji_on_a_question_is_no_yes(house: OpenHouse) -> None:
    with house.customer() as phone:
        orders(phone)
        phone.cancels_prompt()
        phone.hears("was cancelled on the phone")
        asked = phone.says("cancel my order")
        thumb = {"type": "reaction", "reaction": {"message_id": asked.id, "emoji": "👍"}}
        assert meta_delivers(house, phone, thumb) == 200
        house.settles()
        assert phone.answers()[-1].id == asked.id
        assert "stays" in phone.taps("No").text


def _says(house: OpenHouse, phone: Phone, message: dict[str, object]) -> None:
    before = len(phone.answers())
    assert meta_delivers(house, phone, message) == 200
    until(lambda: len(phone.answers()) > before, "an answer", 20)


def test_news_of_two_days_later_waits_until_she_writes(house: OpenHouse) -> None:
    with house.customer() as phone:
        number = pays_for(phone, "black palazzo trousers", "UK 12")
        house.time_passes(hours=48)
        heard = len(phone.answers())
        _owner_moves_on(house, number)
        house.settles()
        assert len(phone.answers()) == heard
        untold = {fact.kind for fact in Shop(house, AMANI).told(NoticeWithheld)}
        assert untold >= {NoticeKind.ORDER_PACKED, NoticeKind.ORDER_ON_ITS_WAY}
        phone.says("hi")
        assert "Wells Fargo" in phone.hears("is on its way").text


def _owner_moves_on(house: OpenHouse, number: str) -> None:
    stories = Shop(house, AMANI).all(Order)
    order = OrderId(next(identity for identity, order in stories.items() if order.number == number))
    click = uuid4()
    cause = Cause(Actor.OWNER, click, click)
    house.home.shop.do(id_of(AMANI), cause, PackOrder(order), HandToCourier(order, "Wells Fargo"))
