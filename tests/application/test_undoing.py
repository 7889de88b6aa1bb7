"""A step back gives a piece what it had before, as long as what is taken back still stands."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from application.commands import (
    AddPhoto,
    AddVariant,
    ArchiveProduct,
    ChangePrice,
    Command,
    CorrectStock,
    DescribeProfile,
    MarkArrival,
    PutPhotoFirst,
    ReceiveStock,
    RemovePhoto,
    RewriteListing,
    SellStock,
    SetLimits,
    SetLowStockLevel,
)
from application.undoing import undo_of_piece, undo_of_shop, undo_of_stock
from domain.boutique.boutique import Boutique
from domain.fact import Actor, Cause, Fact
from domain.identity import OrderId, VariantId, stream_of
from domain.product.product import Product
from domain.sizes import Size
from domain.stock.stock import Stock
from tests.application.little_shop import AMANI, PWANI, RED, RED_M, LittleShop
from tests.domain.pieces import KES, NOW, a_listing, an_id
from tests.support.present import present

FRONT, BACK = "ab" * 32, "cd" * 32
SOON = NOW + timedelta(days=3)


class Shop(LittleShop):
    """A shop in which steps are taken and taken back."""

    def does(self, *asked: Command) -> None:
        """One click."""
        click = an_id(f"click {next(self.numbers)}")
        self.shop.do(AMANI, Cause(Actor.OWNER, click, click), *asked)

    def facts(self, kind: str, subject: UUID) -> list[Fact]:
        return [each.fact for each in self.log.read(stream_of(AMANI, kind, subject))]

    def back(self, place: int = -1) -> tuple[Command, ...]:
        """What takes back a fact of the piece, by default the latest."""
        story = self.facts(Product.KIND, RED)
        return undo_of_piece(RED, story, range(len(story))[place], self.clock.now())

    def back_of_stock(self, place: int = -1) -> tuple[Command, ...]:
        story = self.facts(Stock.KIND, RED_M)
        return undo_of_stock(RED_M, story, range(len(story))[place])

    @property
    def piece(self) -> Product:
        return self.shop.open(AMANI, RED).get(Product, RED)

    @property
    def stock(self) -> Stock:
        return self.shop.open(AMANI, RED_M).get(Stock, RED_M)


@pytest.fixture
def shop() -> Shop:
    shop = Shop()
    shop.does(AddPhoto(RED, FRONT), AddPhoto(RED, BACK), SetLowStockLevel(RED, 4))
    return shop


@pytest.mark.parametrize(
    "asked",
    [
        ChangePrice(RED, KES(1_999)),
        RewriteListing(RED, a_listing("Another gown")),
        SetLowStockLevel(RED, 9),
        SetLowStockLevel(RED, None),
        MarkArrival(RED, SOON),
        ArchiveProduct(RED),
        AddPhoto(RED, "ef" * 32),
        PutPhotoFirst(RED, BACK),
        RemovePhoto(RED, FRONT),
    ],
    ids=lambda asked: type(asked).__name__,
)
def test_a_step_back_gives_the_piece_what_it_had_and_can_be_taken_back_itself(
    shop: Shop, asked: Command
) -> None:
    before = shop.piece
    shop.does(asked)
    after = shop.piece
    shop.does(*shop.back())
    assert replace(shop.piece, photos=()) == replace(before, photos=())
    assert (shop.piece.photos[0], set(shop.piece.photos)) == (before.photos[0], set(before.photos))
    shop.does(*shop.back())
    assert set(shop.piece.photos) == set(after.photos)
    assert shop.piece.is_archived == after.is_archived


def test_only_what_still_stands_is_taken_back(shop: Shop) -> None:
    shop.does(ChangePrice(RED, KES(1_999)))
    shop.does(MarkArrival(RED, SOON))
    assert shop.back(-2) == (ChangePrice(RED, KES(2_500)),)
    shop.does(ChangePrice(RED, KES(1_500)))
    assert shop.back(-3) == ()
    assert shop.back(0) == ()
    shop.does(ArchiveProduct(RED))
    assert shop.back(-2) == ()


def test_a_mark_whose_time_is_over_does_not_come_back(shop: Shop) -> None:
    shop.does(MarkArrival(RED, SOON))
    shop.does(MarkArrival(RED, SOON + timedelta(days=9)))
    shop.clock.set(SOON + timedelta(days=1))
    assert shop.back() == (MarkArrival(RED, None),)
    shop.does(*shop.back())
    assert shop.back() == (MarkArrival(RED, SOON + timedelta(days=9)),)
    shop.clock.set(SOON + timedelta(days=20))
    assert shop.back() == ()


@pytest.mark.parametrize("asked", [ReceiveStock(RED, RED_M, 4), CorrectStock(RED_M, -1, "torn")])
def test_pieces_that_came_or_went_by_mistake_are_set_right(
    shop: Shop, asked: CorrectStock | ReceiveStock
) -> None:
    before = shop.stock.on_hand
    shop.does(asked)
    assert shop.back_of_stock(-2) == ()
    shop.does(*shop.back_of_stock())
    assert shop.stock.on_hand == before


def test_what_came_in_and_is_sold_by_now_is_not_taken_back(shop: Shop) -> None:
    shop.does(ReceiveStock(RED, RED_M, 4))
    shop.does(SellStock(RED_M, OrderId(an_id("order")), 4))
    assert shop.back_of_stock() == ()
    assert shop.back_of_stock(-2) == ()


def test_a_step_back_reaches_no_other_boutique(shop: Shop) -> None:
    shop.does(ChangePrice(RED, KES(1_999)))
    assert shop.shop.open(PWANI, RED).get(Product, RED).listing is None
    new = VariantId(an_id("red-xs"))
    shop.does(AddVariant(RED, new, Size.letter("XS"), 0))
    assert shop.back() == ()


def test_the_shop_gets_back_the_profile_and_the_limits_it_had_and_never_its_first_ones(shop: Shop) -> None:
    def told(hours: str) -> DescribeProfile:
        return DescribeProfile("Amani", "Nairobi", "Biashara St", hours, "7 days", (), "")

    def back(place: int = -1) -> tuple[Command, ...]:
        story = shop.facts(Boutique.KIND, AMANI)
        return undo_of_shop(story, range(len(story))[place])

    assert back(0) == ()
    shop.does(told("9 to 5"))
    shop.does(told("9 to 9"))
    assert back() == (told("9 to 5"),)
    assert back(-2) == ()
    shop.does(SetLimits(KES(9_000), 10))
    shop.does(SetLimits(KES(5), 90))
    assert back() == (SetLimits(KES(9_000), 10),)
    shop.does(*back())
    assert present(shop.shop.open(AMANI, AMANI).get(Boutique, AMANI).limits).order_limit == KES(9_000)
