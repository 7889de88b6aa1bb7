"""The catalogue kept by hand: what is asked twice is done once, and many pieces change as one."""

from datetime import timedelta
from uuid import uuid4

import pytest

from application.bulk import BY_SALES, BulkEdit, BulkField, by_person
from application.catalogue import product_of, variant_of
from application.commands import (
    AddVariant,
    ArchiveProduct,
    CorrectStock,
    CountStock,
    MarkArrival,
    PutPhotoFirst,
    ReceiveStock,
    RemovePhoto,
    RestoreProduct,
    RewriteListing,
    SellStock,
    SetLowStockLevel,
    TakeCountBack,
)
from application.look import Look
from application.proposing import propose
from domain.clothing import Colour, Garment
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, OrderId, ProductId, VariantId
from domain.money import Money
from domain.product.product import Product
from domain.sizes import Size
from domain.stock.refusals import CountIsBelowReserved, CountStandsNoMore, StockMovedSinceCount
from domain.stock.stock import Stock
from tests.application.little_shop import (
    AMANI,
    BLUE,
    BLUE_M,
    PWANI,
    RED,
    RED_M,
    SKIRT,
    LittleShop,
)
from tests.domain.pieces import KES, L, M, a_listing, an_id

CLICK = Cause(Actor.STAFF, an_id("click"), an_id("click"))
AGAIN = Cause(Actor.STAFF, an_id("another click"), an_id("another click"))


@pytest.fixture
def shop() -> LittleShop:
    return LittleShop()


def piece(shop: LittleShop, product: ProductId = RED, boutique: BoutiqueId = AMANI) -> Product:
    return shop.shop.open(boutique, product).get(Product, product)


def on_hand(shop: LittleShop, variant: VariantId = RED_M) -> int:
    return shop.shop.open(AMANI, variant).get(Stock, variant).on_hand


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        (ReceiveStock(RED, RED_M, 4), 7),
        (CorrectStock(RED_M, -1, "torn"), 2),
        (CountStock(RED, RED_M, 9, "counted"), 9),
    ],
    ids=["came", "torn", "counted"],
)
def test_a_click_sent_twice_moves_stock_once(
    shop: LittleShop, asked: CorrectStock | CountStock | ReceiveStock, left: int
) -> None:
    shop.shop.do(AMANI, CLICK, asked)
    shop.shop.do(AMANI, CLICK, asked)
    assert on_hand(shop) == left


def test_a_count_told_again_after_a_sale_does_not_bring_the_sold_piece_back(shop: LittleShop) -> None:
    shop.shop.do(AMANI, CLICK, CountStock(RED, RED_M, 5, "counted"))
    shop.shop.do(AMANI, AGAIN, SellStock(RED_M, OrderId(an_id("order")), 1))
    shop.shop.do(AMANI, CLICK, CountStock(RED, RED_M, 5, "counted"))
    assert on_hand(shop) == 4


def test_a_count_is_taken_against_what_was_there_when_it_was_counted(shop: LittleShop) -> None:
    shop.shop.do(AMANI, AGAIN, SellStock(RED_M, OrderId(an_id("order")), 1))
    with pytest.raises(StockMovedSinceCount):
        shop.shop.do(AMANI, CLICK, CountStock(RED, RED_M, 3, "counted", seen=3))
    shop.shop.do(AMANI, CLICK, CountStock(RED, RED_M, 1, "counted", seen=2))
    assert on_hand(shop) == 1


def test_a_count_is_taken_back_once_while_nothing_else_set_the_stock_right(shop: LittleShop) -> None:
    shop.shop.do(AMANI, CLICK, CountStock(RED, RED_M, 1, "counted"))
    undo = TakeCountBack(RED_M, CLICK.command)
    for _ in range(2):
        shop.shop.do(AMANI, AGAIN, undo)
    assert on_hand(shop) == 3
    with pytest.raises(CountStandsNoMore):
        shop.shop.do(AMANI, Cause(Actor.OWNER, uuid4(), uuid4()), undo)
    shop.shop.do(AMANI, AGAIN, TakeCountBack(RED_M, uuid4()))
    assert on_hand(shop) == 3


def test_a_click_sent_twice_adds_a_size_once_and_a_size_may_come_in_empty(shop: LittleShop) -> None:
    new = variant_of(RED, Size.letter("XS"))
    for _ in range(2):
        shop.shop.do(AMANI, CLICK, AddVariant(RED, new, Size.letter("XS"), 0))
    assert piece(shop).variants[new] == Size.letter("XS")
    assert on_hand(shop, new) == 0


def test_a_size_that_never_came_in_is_counted_as_come_in(shop: LittleShop) -> None:
    new = VariantId(an_id("red-new"))
    shop.shop.do(AMANI, CLICK, CountStock(RED, new, 3, "counted"))
    assert shop.shop.open(AMANI, new).get(Stock, new).product == RED


def test_a_piece_is_described_marked_and_taken_from_the_shop(shop: LittleShop) -> None:
    until = shop.clock.now() + timedelta(days=14)
    picture = "ab" * 32
    shop.shop.do(
        AMANI, CLICK,
        RewriteListing(RED, a_listing("Red gown")), SetLowStockLevel(RED, 5), MarkArrival(RED, until),
        ArchiveProduct(RED),
    )  # fmt: skip
    red = piece(shop)
    assert red.listing
    assert (red.listing.title, red.low_level, red.new_until, red.is_offered) == ("Red gown", 5, until, False)
    photos = red.photos
    shop.shop.do(AMANI, AGAIN, RestoreProduct(RED), MarkArrival(RED, None), RemovePhoto(RED, picture))
    shop.shop.do(AMANI, AGAIN, *(PutPhotoFirst(RED, name) for name in photos[:1]))
    assert (piece(shop).new_until, piece(shop).is_offered) == (None, True)


def test_a_price_of_many_pieces_is_changed_and_taken_back(shop: LittleShop) -> None:
    edit = BulkEdit(shop.shop)
    done = edit.change(AMANI, by_person(Actor.OWNER, an_id("sale")), [RED, BLUE], BulkField.PERCENT, -10)
    assert [piece(shop, one).price for one in (RED, BLUE)] == [KES(2_250), KES(2_880)]
    back = edit.take_back(AMANI, by_person(Actor.OWNER, an_id("undo")), done.changed)
    assert [piece(shop, one).price for one in (RED, BLUE)] == [KES(2_500), KES(3_200)]
    assert len(back.changed) == 2


def test_undo_leaves_alone_what_was_changed_again_since(shop: LittleShop) -> None:
    edit = BulkEdit(shop.shop)
    done = edit.change(
        AMANI, by_person(Actor.OWNER, an_id("one")), [RED, BLUE], BulkField.PRICE, KES(999).cents
    )
    edit.change(AMANI, by_person(Actor.OWNER, an_id("two")), [RED], BulkField.PRICE, KES(1_500).cents)
    edit.take_back(AMANI, by_person(Actor.OWNER, an_id("undo")), done.changed)
    assert [piece(shop, one).price for one in (RED, BLUE)] == [KES(1_500), KES(3_200)]


def test_a_piece_that_refuses_keeps_no_other_from_its_change(shop: LittleShop) -> None:
    edit = BulkEdit(shop.shop)
    edit.change(AMANI, by_person(Actor.OWNER, an_id("away")), [BLUE], BulkField.ARCHIVED, 1)
    done = edit.change(AMANI, by_person(Actor.OWNER, an_id("low")), [BLUE, SKIRT], BulkField.LOW_LEVEL, 4)
    assert [one.code for one in done.refused] == ["product-is-archived"]
    assert [one.product for one in done.changed] == [SKIRT]
    edit.change(AMANI, by_person(Actor.OWNER, an_id("back")), [BLUE], BulkField.ARCHIVED, 0)
    assert piece(shop, BLUE).is_offered
    edit.take_back(AMANI, by_person(Actor.OWNER, an_id("undo low")), done.changed)
    assert piece(shop, SKIRT).low_level is None


def test_many_pieces_are_watched_by_how_they_sell_and_each_gets_its_own_number_back(shop: LittleShop) -> None:
    edit = BulkEdit(shop.shop)
    edit.change(AMANI, by_person(Actor.OWNER, an_id("low")), [RED], BulkField.LOW_LEVEL, 4)
    done = edit.change(
        AMANI, by_person(Actor.OWNER, an_id("by sales")), [RED, BLUE], BulkField.LOW_LEVEL, BY_SALES
    )
    assert [one.product for one in done.changed] == [RED]
    assert piece(shop).low_level is None
    edit.take_back(AMANI, by_person(Actor.OWNER, an_id("undo")), done.changed)
    assert piece(shop).low_level == 4


def test_many_pieces_are_marked_as_new_in_and_each_gets_back_the_mark_it_had(shop: LittleShop) -> None:
    edit, new_in = BulkEdit(shop.shop), BulkField.NEW_DAYS
    had = edit.change(AMANI, by_person(Actor.OWNER, an_id("had")), [BLUE], new_in, 3)
    assert len(had.changed) == 1
    until = piece(shop, BLUE).new_until
    done = edit.change(AMANI, by_person(Actor.OWNER, an_id("came")), [RED, BLUE], new_in, 14)
    in_two_weeks = shop.clock.now() + timedelta(days=14)
    assert {piece(shop, one).new_until for one in (RED, BLUE)} == {in_two_weeks.replace(microsecond=0)}
    edit.take_back(AMANI, by_person(Actor.OWNER, an_id("undo")), done.changed)
    assert [piece(shop, one).new_until for one in (RED, BLUE)] == [None, until]
    ended = edit.change(AMANI, by_person(Actor.OWNER, an_id("end")), [RED, BLUE], new_in, 0)
    assert [one.product for one in ended.changed] == [BLUE]
    assert piece(shop, BLUE).new_until is None


def test_a_change_of_many_pieces_reaches_no_other_boutique(shop: LittleShop) -> None:
    done = BulkEdit(shop.shop).change(
        PWANI, by_person(Actor.OWNER, an_id("low")), [RED], BulkField.LOW_LEVEL, 4
    )
    assert done.changed == ()
    assert piece(shop).low_level is None


def test_the_same_code_and_size_is_the_same_piece_in_one_boutique_only(shop: LittleShop) -> None:
    mine, other = product_of(AMANI, "AM-1"), product_of(PWANI, "AM-1")
    assert mine != other
    assert variant_of(mine, M) == variant_of(mine, Size.letter("m")) != variant_of(mine, L)


def test_promised_pieces_cannot_be_counted_away(shop: LittleShop) -> None:
    shop.shop.tell(
        AMANI, an_id("hold"), Stock, BLUE_M,
        lambda s: s.reserve(OrderId(an_id("order")), 1, shop.clock.now() + timedelta(hours=1)),
    )  # fmt: skip
    with pytest.raises(CountIsBelowReserved):
        shop.shop.do(AMANI, CLICK, CountStock(BLUE, BLUE_M, 0, "counted"))


def a_look(
    kind: Garment | None = None,
    candidates: tuple[tuple[Garment, float], ...] = (),
    colours: tuple[tuple[Colour, float], ...] = (),
) -> Look:
    return Look(kind, candidates, colours, None, None, None, (), "eye")


def test_what_the_eye_is_sure_of_is_proposed_and_nothing_else() -> None:
    sure = propose(a_look(Garment.DRESS, ((Garment.DRESS, 0.9),), ((Colour.RED, 0.7), (Colour.WHITE, 0.05))))
    assert (sure.title, sure.title_sw) == ("Red dress", "Gauni, rangi nyekundu")
    assert (sure.garment, sure.colours, sure.pattern) == (Garment.DRESS, (Colour.RED,), None)
    unsure = propose(a_look(None, ((Garment.TOP, 0.4), (Garment.BLOUSE, 0.3), (Garment.HAT, 0.02)), ()))
    assert (unsure.garment, unsure.garments, unsure.title) == (None, (Garment.TOP, Garment.BLOUSE), "Top")
    assert propose(a_look()).title == ""


def test_a_price_of_nothing_is_no_price_to_reckon_with(shop: LittleShop) -> None:
    nothing = BulkEdit(shop.shop).change(
        AMANI, by_person(Actor.OWNER, an_id("x")), [RED], BulkField.PRICE, Money.zero().cents
    )
    assert [one.code for one in nothing.refused] == ["price-is-not-positive"]
