"""ImageAnalysis and ProductSearch: what is on a photo, and what the shop has that is like it."""

from datetime import timedelta
from uuid import UUID

from application.agent.wanting import need_of, wanted
from application.commands import MarkArrival
from domain.clothing import Colour, Garment
from domain.conversation.events import NothingFound, PhotoRejected, PhotoSeen, PiecesShown
from domain.identity import ProductId, VariantId
from domain.product.events import Listing
from domain.stock.stock import Stock
from tests.application.little_shop import (
    AMANI,
    BLUE,
    BLUE_M,
    PWANI,
    RED,
    Customer,
    Hanging,
    LittleShop,
    a_piece,
)
from tests.domain.pieces import M, an_id


def _hung(rail: list[Listing]) -> list[Hanging]:
    return [
        (ProductId(an_id(each.title)), each, 2_000, ((VariantId(an_id(each.title_sw)), M, 1),))
        for each in rail
    ]


def shown(little: LittleShop) -> list[UUID]:
    return [piece.product for piece in little.log.told(PiecesShown)[-1].pieces]


def test_a_photo_finds_the_very_piece_first_and_names_what_it_sees(
    little: LittleShop, wanjiku: Customer
) -> None:
    reply = wanjiku.shows(b"dress blue", words="do you have this dress?")
    assert shown(little) == [BLUE, RED]
    assert "I see a blue dress." in reply.text
    assert "Yes, we have it!" in reply.text
    assert [len(reply.pictures), len(reply.buttons)] == [2, 2]
    assert [fact.kind for fact in little.log.told(PhotoSeen)] == ["dress"]


def test_a_photo_of_something_else_is_called_similar_and_not_the_same(
    little: LittleShop, wanjiku: Customer
) -> None:
    reply = wanjiku.shows(b"dress yellow")
    assert "most similar" in reply.text


def test_a_photo_without_a_sure_kind_speaks_of_its_colours_alone(
    little: LittleShop, wanjiku: Customer
) -> None:
    assert "something blue" in wanjiku.shows(b"something blue").text


def test_a_photo_without_a_sure_colour_says_nothing_of_it(little: LittleShop, wanjiku: Customer) -> None:
    assert "I see" not in wanjiku.shows(b"dress").text


def test_a_photo_that_cannot_be_read_is_asked_for_again(little: LittleShop, wanjiku: Customer) -> None:
    assert "couldn't open that photo" in wanjiku.shows(b"broken").text
    assert len(little.log.told(PhotoRejected)) == 1


def test_a_photo_that_whatsapp_does_not_give_is_asked_for_again(
    little: LittleShop, wanjiku: Customer
) -> None:
    assert "couldn't open that photo" in wanjiku.shows(None).text
    assert [fact.reason for fact in little.log.told(PhotoRejected)] == ["it could not be fetched"]


def test_an_album_gets_one_answer_with_the_best_of_each_photo(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.shows(b"dress red", b"skirt black", b"broken")
    assert len(wanjiku.heard) == 1
    assert shown(little)[:2] == [RED, an_id("skirt")]
    assert "couldn't open" in wanjiku.heard[0].text


def test_a_photo_of_what_is_sold_out_finds_nothing_like_it(little: LittleShop, wanjiku: Customer) -> None:
    reply = wanjiku.shows(b"hat red")
    assert "nothing in stock looks like that" in reply.text
    assert len(little.log.told(NothingFound)) == 1


def test_words_find_pieces_with_price_and_sizes(little: LittleShop, wanjiku: Customer) -> None:
    reply = wanjiku.says("red dress")
    assert shown(little) == [RED]
    assert "Red wrap dress: *KSh 2,500* (sizes M, L)" in reply.text


def test_a_colour_that_is_not_there_is_said_to_be_missing(little: LittleShop, wanjiku: Customer) -> None:
    reply = wanjiku.says("yellow dress")
    assert "Nothing in stock is exactly that (colour)" in reply.text


def test_who_asks_what_is_new_sees_first_what_the_owner_marked_as_new_in(
    little: LittleShop, wanjiku: Customer
) -> None:
    wanjiku.says("show me clothes")
    *_, last = shown(little)
    little.do(MarkArrival(ProductId(last), little.clock.now() + timedelta(days=14)))
    assert "new" in wanjiku.says("what's new?").text
    assert shown(little)[0] == last
    assert little.log.told(PiecesShown)[-1].wanted == ("new:in",)
    assert "That is all" in wanjiku.says("more").text
    assert wanted(need_of(("g:kaftan", "new:in"))) == ("g:kaftan", "new:in")
    wanjiku.says("any new kaftans?")
    assert little.log.told(NothingFound)[-1].wanted == ("g:kaftan",)


def test_swahili_is_answered_in_swahili(little: LittleShop, wanjiku: Customer) -> None:
    reply = wanjiku.says("nataka gauni la njano")
    assert "rangi" in reply.text
    assert "Gauni" in reply.text


def test_what_is_not_there_is_kept_as_wanted(little: LittleShop, wanjiku: Customer) -> None:
    reply = wanjiku.says("black shoes size M")
    assert "nothing like that in stock" in reply.text
    assert {"g:shoes", "c:black"} <= set(little.log.told(NothingFound)[-1].wanted)


def test_more_shows_what_was_not_shown_and_then_says_that_this_is_all(
    little: LittleShop, wanjiku: Customer
) -> None:
    """Seven red dresses: five on the first screen, two on the second; at last there is nothing more."""
    rail = [a_piece(f"Red dress {n}", f"Gauni {n}", Garment.DRESS, Colour.RED) for n in range(6)]
    little.hang(AMANI, _hung(rail))
    wanjiku.says("red dress")
    first = shown(little)
    wanjiku.says("more")
    assert len(first) == 5
    assert len({*first, *shown(little)}) == 7
    wanjiku.says("more")
    assert "all we have" in wanjiku.says("more").text
    screens = [piece.product for screen in little.log.told(PiecesShown) for piece in screen.pieces]
    assert len(screens) == len(set(screens))


def test_more_of_nothing_shows_whatever_there_is(little: LittleShop, wanjiku: Customer) -> None:
    assert "1. " in wanjiku.says("show me more").text


def test_the_price_of_what_is_on_her_screen_is_told(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("dresses")
    both = wanjiku.says("how much?").text
    assert "KSh 2,500" in both
    assert "KSh 3,200" in both
    assert "KSh 3,200" not in wanjiku.says("how much is number 1?").text


def test_the_price_of_nothing_is_asked_back(little: LittleShop, wanjiku: Customer) -> None:
    assert "Which piece do you mean" in wanjiku.says("how much?").text


def test_her_own_size_is_marked_on_what_she_is_shown(little: LittleShop, wanjiku: Customer) -> None:
    wanjiku.says("I wear size M")
    assert "your size M is here; also L" in wanjiku.says("red dress").text


def test_a_customer_of_the_shop_next_door_sees_its_pieces_alone(little: LittleShop) -> None:
    next_door = Customer(little, boutique=PWANI)
    next_door.says("red dress")
    assert shown(little) == [an_id("pwani-red")]


def test_what_is_sold_out_is_not_shown(little: LittleShop, wanjiku: Customer) -> None:
    little.tell(Stock, BLUE_M, lambda stock: stock.adjust(0, "stolen"))
    wanjiku.says("dresses")
    assert shown(little) == [RED]


def test_more_after_a_photo_goes_on_with_the_kind_that_was_on_it(
    little: LittleShop, wanjiku: Customer
) -> None:
    """Six more dresses than a screen holds; after the photo of one, more shows the others and no skirt."""
    rail = [a_piece(f"Pink dress {n}", f"Gauni {n}", Garment.DRESS, Colour.PINK) for n in range(6)]
    little.hang(AMANI, _hung(rail))
    wanjiku.shows(b"dress pink")
    wanjiku.says("more")
    assert len(shown(little)) == 3
    assert an_id("skirt") not in shown(little)
