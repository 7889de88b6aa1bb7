"""Pieces are found by picture and by words; filters are exact, and no boutique finds another's."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

import numpy as np
import pytest

from application.look import Look
from application.understanding import Need
from domain.clothing import Colour, Garment, Occasion, Pattern
from domain.identity import BoutiqueId, OrderId, ProductId, VariantId
from domain.money import Money
from domain.product.events import (
    ArrivalMarked,
    Listing,
    PhotoAdded,
    ProductArchived,
    ProductListed,
    VariantAdded,
)
from domain.sizes import Measurements, Size, SizeChart
from domain.stock.events import StockReceived, StockReserved
from interfaces.postgres.database import Database, enter
from interfaces.shelf.picture_vectors import DIMENSIONS, PictureVectors
from interfaces.shelf.shelf import PostgresShelf
from interfaces.shelf.tags import tags_of_listing
from projections.product_index import ProductIndex
from tests.projections.history import History
from tests.support.clock import FixedClock

MODEL = "eye-test"
M, L = Size.letter("M"), Size.letter("L")


class Shop:
    """A boutique with pieces put on its shelf by facts."""

    def __init__(self, database: Database, boutique: BoutiqueId, seed: int = 1) -> None:
        self.database, self.boutique = database, boutique
        self.history = History(boutique, seed)
        self.clock = FixedClock(self.history.now)
        self.shelf, self.vectors = PostgresShelf(database, self.clock), PictureVectors(database)

    def put(
        self,
        title: str,
        garment: Garment = Garment.DRESS,
        colour: Colour = Colour.RED,
        price: int = 2_000,
        stock: dict[str, int] | None = None,
        vector: Sequence[float] | None = None,
    ) -> ProductId:
        """A piece with its stock, and a picture if it has a vector."""
        product = ProductId(self.history.id())
        listing = Listing(
            title=title,
            title_sw="",
            description="",
            garment=garment,
            colours=(colour,),
            pattern=Pattern.FLORAL,
            occasions=(Occasion.WEDDING,),
        )
        chart = SizeChart(rows=((M, Measurements(bust=90)),))
        listed = ProductListed(sku=title[:3], listing=listing, price=Money.shillings(price), chart=chart)
        self.history.tell("product", product, listed)
        for letter, quantity in ({"M": 3} if stock is None else stock).items():
            variant = VariantId(self.history.id())
            self.history.tell("product", product, VariantAdded(variant=variant, size=Size.letter(letter)))
            if quantity:
                self.history.tell("stock", variant, StockReceived(product=product, quantity=quantity))
        if vector is not None:
            name = f"{product.int:064x}"
            self.history.tell("product", product, PhotoAdded(picture=name))
            self.vectors.keep(self.boutique, MODEL, name, vector)
        return product

    def project(self) -> None:
        """Let the index know all facts."""
        with self.database.as_follower() as conn:
            enter(conn, self.boutique)
            ProductIndex(tags_of_listing).apply(conn, self.boutique, self.history.facts)

    def find(self, need: Need, look: Look | None = None, limit: int = 5, skip: int = 0) -> list[str]:
        """The titles found, best first."""
        found = self.shelf.search(self.boutique, need, look, limit, skip)
        return [one.piece.title for one in found]


def look_of(vector: Sequence[float]) -> Look:
    """A photo with this direction and nothing else known of it."""
    return Look(None, (), (), None, None, None, tuple(vector), MODEL)


def direction(chance: Random) -> list[float]:
    """A direction in the eye's space."""
    raw = np.array([chance.gauss(0, 1) for _ in range(DIMENSIONS)])
    return [float(number) for number in raw / np.linalg.norm(raw)]


@pytest.fixture
def shop(database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]) -> Shop:
    return Shop(database, two_boutiques[0])


def test_a_red_dress_is_found_by_its_words(shop: Shop) -> None:
    shop.put("Malaika red")
    shop.put("Nuru blue", colour=Colour.BLUE)
    shop.put("Pendo top", garment=Garment.TOP)
    shop.project()
    assert shop.find(Need(garments=(Garment.DRESS,), colours=(Colour.RED,))) == ["Malaika red"]


def test_a_colour_that_is_not_there_is_given_up_and_named(shop: Shop) -> None:
    shop.put("Nuru blue", colour=Colour.BLUE)
    shop.project()
    need = Need(garments=(Garment.DRESS,), colours=(Colour.RED,))
    (found,) = shop.shelf.search(shop.boutique, need, None, 5)
    assert (found.piece.title, found.relaxed) == ("Nuru blue", ("colour",))


def test_a_kind_that_is_not_there_finds_nothing(shop: Shop) -> None:
    shop.put("Nuru blue", colour=Colour.BLUE)
    shop.project()
    assert shop.find(Need(garments=(Garment.KAFTAN,))) == []


def test_size_price_and_stock_are_never_relaxed(shop: Shop) -> None:
    shop.put("Fits", stock={"M": 1})
    shop.put("Too small", stock={"S": 4, "M": 0})
    shop.put("Too dear", price=9_000)
    shop.put("Sold out", stock={"M": 0})
    shop.project()
    assert shop.find(Need(garments=(Garment.DRESS,), sizes=(M,), max_price=300_000)) == ["Fits"]


def test_a_piece_held_for_an_order_is_not_offered(shop: Shop) -> None:
    product = shop.put("Last one", stock={"M": 1})
    shop.project()
    assert shop.find(Need()) == ["Last one"]
    piece = shop.shelf.piece(shop.boutique, product)
    assert piece is not None
    held = StockReserved(order=OrderId(UUID(int=1)), quantity=1, until=shop.history.now)
    shop.history.tell("stock", piece.sizes[0].variant, held)
    shop.project()
    assert shop.find(Need()) == []
    after = shop.shelf.piece(shop.boutique, product)
    assert after is not None
    assert (after.sizes, after.made_in) == ((), (M,))


def test_a_colour_not_wanted_is_left_out(shop: Shop) -> None:
    shop.put("Red")
    shop.put("Blue", colour=Colour.BLUE)
    shop.project()
    assert shop.find(Need(garments=(Garment.DRESS,), not_colours=(Colour.RED,))) == ["Blue"]


def test_a_name_is_found_also_when_misspelt(shop: Shop) -> None:
    shop.put("Malaika gown")
    shop.put("Zawadi gown")
    shop.project()
    assert shop.find(Need(free_words=("malaka",))) == ["Malaika gown"]


def test_words_that_fit_nothing_find_nothing(shop: Shop) -> None:
    shop.put("Malaika gown")
    shop.project()
    assert shop.find(Need(free_words=("umbrella",))) == []


def test_the_cheapest_comes_first_when_asked_for(shop: Shop) -> None:
    for title, price in (("Dear", 3_000), ("Cheap", 900), ("Middle", 1_500)):
        shop.put(title, price=price)
    shop.project()
    assert shop.find(Need(cheapest_first=True)) == ["Cheap", "Middle", "Dear"]


def test_what_the_owner_marked_as_new_in_comes_first_when_asked_for_until_its_time_is_over(
    shop: Shop,
) -> None:
    old, _, other = shop.put("Older dress"), shop.put("Dress"), shop.put("Top", garment=Garment.TOP)
    until = shop.clock.now() + timedelta(days=14)
    for piece in (old, other):
        shop.history.tell("product", piece, ArrivalMarked(until=until))
    shop.project()
    dresses = Need(garments=(Garment.DRESS,), newest_first=True)
    assert shop.find(dresses) == ["Older dress", "Dress"]
    assert shop.find(Need(newest_first=True)) == ["Top", "Older dress", "Dress"]
    assert shop.find(Need(garments=(Garment.DRESS,))) == ["Dress", "Older dress"]
    shop.clock.pass_by(timedelta(days=15))
    assert shop.find(dresses) == ["Dress", "Older dress"]


def test_the_next_page_goes_on_where_the_first_ended(shop: Shop) -> None:
    for number in range(5):
        shop.put(f"Piece {number}")
    shop.project()
    assert shop.find(Need(), limit=2) + shop.find(Need(), limit=9, skip=2) == shop.find(Need(), limit=9)


def test_an_archived_piece_is_neither_found_nor_told(shop: Shop) -> None:
    product = shop.put("Old")
    shop.history.tell("product", product, ProductArchived())
    shop.project()
    assert shop.find(Need()) == []
    assert shop.shelf.piece(shop.boutique, product) is None


def test_a_photo_finds_the_same_pieces_as_looking_at_each(shop: Shop) -> None:
    chance = Random(7)
    vectors: dict[str, Any] = {f"Piece {number}": direction(chance) for number in range(60)}
    for number, (title, vector) in enumerate(vectors.items()):
        shop.put(title, vector=vector, stock={"M": number % 3})
    shop.project()
    wanted = direction(chance)
    in_stock = [title for number, title in enumerate(vectors) if number % 3]
    expected = sorted(in_stock, key=lambda title: -float(np.dot(vectors[title], wanted)))
    assert shop.find(Need(), look_of(wanted), limit=10) == expected[:10]


def test_a_photo_with_a_colour_in_words_finds_the_likest_of_that_colour(shop: Shop) -> None:
    chance = Random(3)
    wanted = direction(chance)
    shop.put("Same but red", vector=wanted)
    shop.put("Other and blue", colour=Colour.BLUE, vector=direction(chance))
    shop.project()
    assert shop.find(Need(colours=(Colour.BLUE,)), look_of(wanted)) == ["Other and blue"]
    assert shop.find(Need(), look_of(wanted)) == ["Same but red", "Other and blue"]


def test_a_photo_that_no_picture_compares_with_is_searched_by_what_was_seen(shop: Shop) -> None:
    shop.put("Unlooked at", garment=Garment.TOP)
    shop.project()
    seen = Look(Garment.TOP, (), ((Colour.RED, 0.9),), None, None, None, tuple(direction(Random(1))), MODEL)
    assert shop.find(Need(), seen) == ["Unlooked at"]


def test_a_vector_of_another_space_is_refused(shop: Shop) -> None:
    with pytest.raises(ValueError, match="144"):
        shop.vectors.keep(shop.boutique, MODEL, "x", [1.0, 0.0])


def test_a_kept_vector_is_known_and_stays(shop: Shop) -> None:
    shop.vectors.keep(shop.boutique, MODEL, "one", direction(Random(1)))
    shop.vectors.keep(shop.boutique, MODEL, "one", direction(Random(2)))
    assert shop.vectors.known(shop.boutique, MODEL, ["one", "two"]) == {"one"}


def test_two_boutiques_never_find_each_others_pieces(
    database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    mine, other = (Shop(database, boutique, seed) for seed, boutique in enumerate(two_boutiques))
    wanted = direction(Random(5))
    mine.put("Mine", vector=direction(Random(6)))
    theirs = other.put("Theirs", vector=wanted)
    mine.project()
    other.project()
    assert mine.find(Need(), look_of(wanted)) == ["Mine"]
    assert mine.shelf.piece(mine.boutique, theirs) is None


def test_a_rebuilt_index_is_read_anew(shop: Shop) -> None:
    shop.put("Malaika")
    shop.project()
    assert shop.find(Need()) == ["Malaika"]
    with shop.database.as_follower() as conn:
        enter(conn, shop.boutique)
        ProductIndex(tags_of_listing).reset(conn, shop.boutique)
    assert shop.find(Need()) == []
    shop.project()
    assert shop.find(Need()) == ["Malaika"]


def test_a_piece_is_found_by_its_sku_while_it_is_offered(
    shop: Shop, database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    red, gone = shop.put("Malaika red"), shop.put("Nuru blue")
    shop.history.tell("product", gone, ProductArchived())
    other = Shop(database, two_boutiques[1], seed=2)
    other.put("Zuri top")
    for each in (shop, other):
        each.project()
    found = shop.shelf.piece_called(shop.boutique, "mal")
    assert found
    assert found.product == red
    assert shop.shelf.piece_called(shop.boutique, "Nur") is None
    assert shop.shelf.piece_called(shop.boutique, "Zur") is None
