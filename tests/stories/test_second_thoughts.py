"""What she changes, takes back or quotes has one outcome: nothing is done twice or undone in secret."""

from uuid import uuid4

from application.commands import HandToCourier, PackOrder
from domain.conversation.events import NoticeKind, NoticeWithheld
from domain.fact import Actor, Cause
from domain.identity import OrderId
from domain.order.order import Order
from tests.stories.walks import orders, pays_for, words_on
from tests.support.house import AMANI, OpenHouse, id_of
from tests.support.invariants import Shop


def test_a_change_of_what_was_done_already_is_asked_for_anew(house: OpenHouse) -> None:
    with house.customer() as phone:
        phone.says("navy wrap dress")
        phone.says("1")
        phone.says("M")
        phone.edits(phone.bubbles()[-2].id, "M please")
        phone.hears("write what you want as a new one")
        assert "1 × " in phone.says("show my cart").text


def test_an_order_stands_though_her_yes_is_taken_back(house: OpenHouse) -> None:
    with house.customer() as phone:
        number = orders(phone)
        heard = len(phone.answers())
        phone.unsends(next(bubble for bubble in reversed(phone.bubbles()) if not bubble.from_shop).id)
        house.settles()
        assert len(phone.answers()) == heard
        phone.enters_pin()
        assert number in phone.hears("Payment received").text


def test_a_number_below_an_older_list_means_a_piece_of_that_list(house: OpenHouse) -> None:
    with house.customer() as phone:
        older = phone.says("red heels")
        phone.says("red mermaid gown")
        assert "38" in words_on(phone.quotes(older.id, "number 1"))


def test_an_emoji_on_a_question_is_no_yes(house: OpenHouse) -> None:
    with house.customer() as phone:
        orders(phone)
        phone.cancels_prompt()
        phone.hears("was cancelled on the phone")
        asked = phone.says("cancel my order")
        phone.reacts(asked.id, "👍")
        house.settles()
        assert phone.answers()[-1].id == asked.id
        assert "stays" in phone.taps("No").text


def test_news_of_two_days_later_comes_by_template_or_waits_until_she_writes(house: OpenHouse) -> None:
    """WhatsApp carries nothing else then, so a shop without a template can only wait."""
    with house.customer() as phone:
        number = pays_for(phone, "black palazzo trousers", "UK 12")
        house.time_passes(hours=48)
        heard = len(phone.answers())
        _owner_moves_on(house, number)
        house.settles()
        untold = {fact.kind for fact in Shop(house, AMANI).told(NoticeWithheld)}
        if phone.has_template:
            assert len(phone.answers()) == heard + 2
            assert not untold
        else:
            assert len(phone.answers()) == heard
            assert untold >= {NoticeKind.ORDER_PACKED, NoticeKind.ORDER_ON_ITS_WAY}
            phone.says("hi")
        assert "Wells Fargo" in phone.hears("is on its way").text


def _owner_moves_on(house: OpenHouse, number: str) -> None:
    stories = Shop(house, AMANI).all(Order)
    order = OrderId(next(identity for identity, order in stories.items() if order.number == number))
    click = uuid4()
    cause = Cause(Actor.OWNER, click, click)
    house.home.shop.do(id_of(AMANI), cause, PackOrder(order), HandToCourier(order, "Wells Fargo"))
