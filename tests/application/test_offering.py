"""A person of the shop picks pieces for a customer; she answers as she answers the agent."""

from datetime import timedelta
from uuid import UUID

import pytest

from application.commands import TakeOver
from application.offering import Offering, PieceIsNotOffered
from domain.conversation.conversation import Conversation
from domain.conversation.events import PiecesShown, StaffReplied
from domain.conversation.refusals import WindowIsClosed
from domain.fact import Actor, Cause
from domain.identity import MessageId, ProductId
from tests.application.little_shop import (
    AMANI,
    BLUE,
    BLUE_M,
    RED,
    RED_M,
    SKIRT,
    Customer,
    LittleShop,
    intents,
)
from tests.domain.pieces import an_id

SAID = MessageId(an_id("offered"))


def offers(
    little: LittleShop,
    wanjiku: Customer,
    *products: ProductId,
    words: str = "These would suit you",
    to_agent: bool = True,
    said: MessageId = SAID,
) -> None:
    cause = Cause(Actor.STAFF, said, wanjiku.id)
    offering = Offering(little.shop, little.shelf)
    offering.offer(AMANI, wanjiku.id, cause, said, products, words, to_agent=to_agent)
    little.works()


def chat_of(little: LittleShop) -> Conversation:
    return little.get(Conversation, little.log.ids(AMANI, "conversation")[-1])


def test_she_sees_numbers_prices_and_sizes_from_the_shelf_with_a_picture_and_a_button_each(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    offers(little, wanjiku, SKIRT, RED)
    heard = wanjiku.heard[-1]
    assert heard.text.splitlines()[:3] == [
        "These would suit you",
        "1. Black skirt: *KSh 1,800* (sizes M, L)",
        "2. Red wrap dress: *KSh 2,500* (sizes M, L)",
    ]
    assert [shown.product for shown in heard.pictures] == [SKIRT, RED]
    assert intents(heard) == ["pick", "pick"]
    assert little.log.told(PiecesShown)[-1].by == "person"


@pytest.mark.parametrize("by_button", [False, True], ids=["number", "button"])
def test_her_number_or_tap_fills_the_cart_though_a_person_had_the_chat(
    little: LittleShop, wanjiku: Customer, by_button: bool
) -> None:
    wanjiku.says("let me talk to a person")
    offers(little, wanjiku, BLUE, RED)
    assert not chat_of(little).handed_over
    wanjiku.presses(1) if by_button else wanjiku.says("2")
    wanjiku.taps("tell_size:M")
    assert [line.variant for line in wanjiku.cart.lines] == [RED_M]


def test_where_nothing_can_be_tapped_her_number_means_the_pieces_and_no_older_choice(
    little: LittleShop, wanjiku: Customer
) -> None:
    little.messenger.taps = False
    wanjiku.says("red dress")
    wanjiku.says("1")
    wanjiku.says("M")
    offers(little, wanjiku, SKIRT, BLUE)
    assert wanjiku.says("2").text.startswith("Added: Blue shift dress, M.")
    assert [line.variant for line in wanjiku.cart.lines] == [RED_M, BLUE_M]


def test_a_person_may_keep_the_chat_and_what_was_shown_counts_once_the_agent_has_it(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    offers(little, wanjiku, BLUE, to_agent=False)
    wanjiku.sends(text="1")
    wanjiku.turn()
    assert chat_of(little).handed_over
    assert wanjiku.cart.is_empty
    offers(little, wanjiku, BLUE, said=MessageId(an_id("again")))
    wanjiku.says("1")
    wanjiku.taps("tell_size:M")
    assert [line.variant for line in wanjiku.cart.lines] == [BLUE_M]


def test_an_offer_that_is_sent_again_is_made_once_also_in_the_next_window(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("hi")
    offers(little, wanjiku, RED, words="")
    offers(little, wanjiku, RED, words="")
    little.do(TakeOver(wanjiku.id))
    little.clock.pass_by(timedelta(hours=25))
    wanjiku.says("hi")
    offers(little, wanjiku, RED, words="")
    assert len(little.log.told(StaffReplied)) == 1
    assert wanjiku.heard[1].text.startswith("1. Red wrap dress")


@pytest.mark.parametrize("product", [UUID(int=7), an_id("pwani-red")], ids=["nobody's", "next door's"])
def test_what_cannot_be_bought_here_is_not_offered_and_nothing_is_sent(
    little: LittleShop, wanjiku: Customer, product: ProductId
) -> None:
    wanjiku.says("hi")
    with pytest.raises(PieceIsNotOffered):
        offers(little, wanjiku, RED, product)
    assert (len(wanjiku.heard), little.log.told(StaffReplied)) == (1, [])


def test_pieces_are_not_offered_after_24_hours(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("hi")
    little.clock.pass_by(timedelta(hours=25))
    with pytest.raises(WindowIsClosed):
        offers(little, wanjiku, RED)
    assert little.log.told(PiecesShown, StaffReplied) == []
