"""Executing: all or none, anew when somebody recorded first, each with its follow-ups before the next."""

import pytest

from application.commands import (
    AddToCart,
    AddVariant,
    AdviseSize,
    ChangePrice,
    ChangeQuantity,
    ConfirmPayingNumber,
    NeedNoReply,
    OweNotice,
    ReceiveMoney,
    ReceiveStock,
    RememberAddress,
    StartPrompt,
)
from application.delivery import DeliveryAddress
from application.execute import MOST_TRIES
from application.ports import StreamMoved
from application.shopping import NotInThatSize
from application.turning import recall
from domain.conversation.events import NoticeKind, NoticeOwed
from domain.customer.customer import Customer as Known
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, ConversationId, CustomerId, MessageId, OrderId, PaymentId, VariantId
from domain.order.state import OrderStatus
from domain.payment.events import MoneySource
from domain.product.product import Product
from domain.refusal import Refusal
from domain.sizes import Size
from domain.stock.refusals import NotEnoughInStock
from domain.stock.stock import Stock
from tests.application.little_shop import AMANI, PWANI, RED, RED_M, Customer, LittleShop
from tests.domain.pieces import KES, an_id


def moved() -> None:
    raise StreamMoved("somebody was first")


def test_a_refused_command_leaves_nothing_of_those_before_it(little: LittleShop, wanjiku: Customer) -> None:
    before = len(little.log.facts)
    with pytest.raises(NotEnoughInStock):
        little.do(AddToCart(wanjiku.id, RED, RED_M), AddToCart(wanjiku.id, RED, RED_M, 3))
    assert len(little.log.facts) == before


def test_a_command_sees_what_the_one_before_it_did(little: LittleShop, wanjiku: Customer) -> None:
    little.do(AddToCart(wanjiku.id, RED, RED_M), ChangeQuantity(wanjiku.id, RED_M, 3))
    assert [line.quantity for line in wanjiku.cart.lines] == [3]


def test_all_of_it_is_one_commit(little: LittleShop) -> None:
    before = little.log.appends
    little.do(ReceiveStock(RED, RED_M, 2), ChangePrice(RED, KES(2_900)))
    assert little.log.appends == before + 1


def test_somebody_recording_first_is_decided_anew_on_what_is_true_then(
    little: LittleShop, wanjiku: Customer
) -> None:
    little.log.rivals.append(lambda: little.tell(Stock, RED_M, lambda stock: stock.receive(RED, 1)))
    little.do(ReceiveStock(RED, RED_M, 2))
    assert little.get(Stock, RED_M).available == 6


def test_others_recording_first_for_ever_is_given_up(little: LittleShop) -> None:
    little.log.rivals.extend([moved] * MOST_TRIES)
    with pytest.raises(StreamMoved, match="kept recording"):
        little.do(ReceiveStock(RED, RED_M, 2))
    assert little.get(Stock, RED_M).available == 3


def test_what_one_aggregate_decides_is_followed_by_the_processes(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.has_ordered()
    little.do(ReceiveMoney(wanjiku.payment_id, 1, None, None, MoneySource.QUERY))
    assert wanjiku.order.status is OrderStatus.PAID
    assert little.get(Stock, RED_M).on_hand == 2
    assert [notice.kind for notice in little.log.told(NoticeOwed)] == [NoticeKind.ORDER_PAID]


def test_nothing_told_is_nothing_committed(little: LittleShop) -> None:
    before = little.log.appends
    assert little.do(ChangePrice(RED, KES(2_500))) == ()
    assert little.log.appends == before


def test_a_unit_sees_what_it_told_and_others_do_not_before_the_commit(little: LittleShop) -> None:
    unit = little.units.open(AMANI, Cause(Actor.OWNER, an_id("c"), an_id("c")))
    unit.tell(Stock, RED_M, lambda stock: stock.receive(RED, 4))
    assert unit.get(Stock, RED_M).available == 7
    assert little.get(Stock, RED_M).available == 3
    assert len(unit.story(Stock, RED_M)) == 2
    assert len(unit.commit()) == 1
    assert unit.commit() == ()
    assert little.get(Stock, RED_M).available == 7


def test_a_unit_opens_only_what_was_sealed_for_its_boutique(little: LittleShop) -> None:
    here, there = (little.shop.open(shop, an_id("x")) for shop in (AMANI, PWANI))
    sealed = here.seal(an_id("wanjiku"), "Sarit")
    assert here.open(sealed) == "Sarit"
    assert there.open(sealed) is None
    assert here.open(None) is None


def test_a_boutique_does_not_see_the_pieces_next_door(little: LittleShop) -> None:
    assert not little.get(Product, RED, PWANI).is_listed
    with pytest.raises(NotInThatSize):
        little.do(AddToCart(CustomerId(an_id("wanjiku")), RED, RED_M), boutique=BoutiqueId(PWANI))


def test_news_for_whoever_never_wrote_are_owed_to_nobody(little: LittleShop, wanjiku: Customer) -> None:
    little.do(OweNotice(wanjiku.id, "k", NoticeKind.ORDER_PACKED, OrderId(an_id("order"))))
    assert little.log.told(NoticeOwed) == []


def test_a_prompt_for_money_that_nobody_asked_for_is_not_started(little: LittleShop) -> None:
    little.do(StartPrompt(PaymentId(an_id("payment")), "+254712345678"))
    little.do(ReceiveMoney(PaymentId(an_id("payment")), 1, None, None, MoneySource.QUERY))
    assert little.log.ids(AMANI, "payment") == []


def test_words_about_a_conversation_that_never_began_are_refused(little: LittleShop) -> None:
    for command in (
        NeedNoReply(ConversationId(an_id("talk")), (MessageId(an_id("message")),), "why"),
        AdviseSize(ConversationId(an_id("talk")), RED, None, "unknown"),
    ):
        with pytest.raises(Refusal):
            little.do(command)


def test_a_size_may_be_offered_before_any_piece_of_it_came_in(little: LittleShop) -> None:
    little.do(AddVariant(RED, VariantId(an_id("red-xl")), Size.letter("XL"), 0))
    assert little.get(Product, RED).size_of(VariantId(an_id("red-xl"))) == Size.letter("XL")
    assert little.get(Stock, an_id("red-xl")).available == 0


def test_the_same_address_and_number_are_remembered_once(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("hi")
    known = RememberAddress(wanjiku.id, DeliveryAddress(words="Westlands"))
    number = ConfirmPayingNumber(wanjiku.id, "+254733000111")
    assert len(little.do(known, number)) == 2
    assert little.do(known, number) == ()


def test_an_address_from_before_it_had_parts_is_still_understood(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    old = little.vault.seal(AMANI, wanjiku.id, "Westlands, blue gate")
    little.tell(Known, wanjiku.id, lambda known: known.remember_address(old))
    talk = ConversationId(little.log.ids(AMANI, "conversation")[0])
    turn = recall(little.shop.open(AMANI, an_id("look")), wanjiku.id, talk, MessageId(an_id("reply")))
    assert turn.person.address == DeliveryAddress(words="Westlands, blue gate")
