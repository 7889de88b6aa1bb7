"""A cart filled in WhatsApp's own catalogue becomes our cart, at our prices and as far as there is stock."""

from typing import Protocol
from uuid import UUID

import pytest

from application.inbound import Ordered
from domain.conversation.conversation import Conversation
from domain.conversation.events import MessageKind
from domain.conversation.question import Question
from domain.conversation.reply import Reply
from domain.identity import VariantId
from domain.money import Money
from domain.stock.stock import Stock
from tests.application.little_shop import AMANI, BLUE_M, RED, RED_M, Customer, LittleShop
from tests.domain.pieces import an_id

RED_DRESS, BLUE_DRESS, SCARF_CALLED = "Red wrap dress", "Blue shift dress", "Green scarf"
SCARF_ONE = VariantId(an_id("scarf-one"))


class Orders(Protocol):
    """She sends a cart of the catalogue, each piece by its SKU; the shop's reply."""

    def __call__(self, *lines: tuple[str, int]) -> Reply: ...


@pytest.fixture
def orders(wanjiku: Customer) -> Orders:
    """She sends a cart; the shop's reply."""

    def send(*lines: tuple[str, int]) -> Reply:
        ordered = tuple(Ordered(sku, quantity) for sku, quantity in lines)
        words = "\n".join(f"{quantity} x {sku}" for sku, quantity in lines)
        wanjiku.sends(MessageKind.ORDER, text=words, ordered=ordered)
        return wanjiku.hears()

    return send


def in_cart(customer: Customer) -> list[tuple[UUID, int, Money]]:
    return [(line.variant, line.quantity, line.unit_price) for line in customer.cart.lines]


def test_pieces_of_one_size_go_into_the_cart_at_todays_price(orders: Orders, wanjiku: Customer) -> None:
    reply = orders((SCARF_CALLED, 2), (BLUE_DRESS, 1))
    assert in_cart(wanjiku) == [
        (SCARF_ONE, 2, Money.shillings(600)),
        (BLUE_M, 1, Money.shillings(3_200)),
    ]
    assert "KSh 4,400" in reply.text
    assert "checkout" in [button.id for button in reply.buttons]


def test_a_piece_of_several_sizes_is_asked_about(
    little: LittleShop, orders: Orders, wanjiku: Customer
) -> None:
    reply = orders((RED_DRESS, 1))
    assert [button.id for button in reply.buttons] == ["tell_size:M", "tell_size:L"]
    assert in_cart(wanjiku) == []
    wanjiku.taps("tell_size:M")
    assert in_cart(wanjiku) == [(RED_M, 1, Money.shillings(2_500))]


def test_beside_what_is_clear_several_to_choose_from_are_shown_and_nothing_is_lost(
    little: LittleShop, orders: Orders, wanjiku: Customer
) -> None:
    reply = orders((SCARF_CALLED, 1), (RED_DRESS, 1), ("Black skirt", 1))
    assert in_cart(wanjiku) == [(SCARF_ONE, 1, Money.shillings(600))]
    assert "1. Red wrap dress" in reply.text
    assert "2. Black skirt" in reply.text
    assert "several sizes" in reply.text
    talk = little.log.ids(AMANI, "conversation")[-1]
    assert little.get(Conversation, talk).question is Question.WHICH_PIECE
    wanjiku.taps(f"pick:{RED}")
    wanjiku.taps("tell_size:M")
    assert [variant for variant, *_ in in_cart(wanjiku)] == [SCARF_ONE, RED_M]


def test_more_than_there_are_is_told_and_what_is_there_is_taken(orders: Orders, wanjiku: Customer) -> None:
    reply = orders((SCARF_CALLED, 40))
    assert in_cart(wanjiku)[0][:2] == (SCARF_ONE, 9)
    assert "only 9" in reply.text


def test_what_is_in_the_cart_already_counts(orders: Orders, wanjiku: Customer) -> None:
    orders((BLUE_DRESS, 1))
    reply = orders((BLUE_DRESS, 1))
    assert in_cart(wanjiku)[0][:2] == (BLUE_M, 1)
    assert "only 1" in reply.text


def test_the_same_piece_twice_is_one_line(orders: Orders, wanjiku: Customer) -> None:
    orders((SCARF_CALLED, 1), (SCARF_CALLED, 2))
    assert in_cart(wanjiku)[0][:2] == (SCARF_ONE, 3)


def test_what_the_shop_has_no_more_is_told(little: LittleShop, orders: Orders, wanjiku: Customer) -> None:
    little.tell(Stock, SCARF_ONE, lambda stock: stock.adjust(0, "lost"))
    reply = orders(("ZB-404", 1), (SCARF_CALLED, 1))
    assert "2 can't be had" in reply.text
    assert in_cart(wanjiku) == []


def test_a_catalogue_cart_settles_no_language(orders: Orders, wanjiku: Customer) -> None:
    wanjiku.says("nataka gauni")
    assert "KSh" in orders((SCARF_CALLED, 1)).text
    assert "Jumla" in wanjiku.says("kikapu").text
