"""Vectors of hosted models: each space by itself, each boutique's its own, the old ones until the new."""

import numpy as np
import pytest

from application.look import Look, Placed
from application.understanding import Need
from domain.clothing import Colour
from domain.identity import BoutiqueId
from interfaces.postgres.database import Database
from interfaces.shelf.model_vectors import PICTURE, WORDS, ModelVectors
from tests.interfaces.shelf.test_shelf import MODEL, Shop

OLD, NEW = "model-1@4", "model-2@4"
SEEN = [1.0] + [0.0] * 143
NORTH, EAST, BETWEEN = (1.0, 0.0, 0.0, 0.0), (0.0, 1.0, 0.0, 0.0), (0.8, 0.6, 0.0, 0.0)


class Stall(Shop):
    """A boutique with pieces, and what models made of them."""

    def __init__(self, database: Database, boutique: BoutiqueId, seed: int = 1) -> None:
        super().__init__(database, boutique, seed)
        self.models = ModelVectors(database)

    def embed(self, space: str, *vectors: tuple[float, ...], most: int = 99) -> None:
        """Give what is missing its vectors, pictures and words alike, in the order of their titles."""
        for title, vector in zip(sorted(self.find(Need(), limit=99)), vectors, strict=True):
            for one in self._of(title, space)[:most]:
                self.models.keep(self.boutique, space, one, vector)

    def _of(self, title: str, space: str) -> list[str]:
        missing = self.models.missing(self.boutique, space, 99)
        [piece] = [
            one.piece
            for one in self.shelf.search(self.boutique, Need(), None, 99)
            if one.piece.title == title
        ]
        return [
            one.content
            for one in missing
            if one.picture == piece.picture or (one.words and title.casefold() in one.words)
        ]


def photo_at(space: str, vector: tuple[float, ...]) -> Look:
    """A photo that the offline eye finds like everything, and a model places."""
    return Look(None, (), (), None, None, None, tuple(SEEN), MODEL, placed=Placed(space, vector))


@pytest.fixture
def shop(database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]) -> Stall:
    made = Stall(database, two_boutiques[0])
    made.put("Asha", vector=SEEN)
    made.put("Bahati", vector=SEEN)
    made.project()
    return made


def test_what_is_missing_is_every_picture_and_every_listing_once(shop: Stall) -> None:
    missing = shop.models.missing(shop.boutique, NEW, 99)
    assert sorted(one.content.partition(":")[0] for one in missing) == [
        "picture",
        "picture",
        "words",
        "words",
    ]
    assert len(shop.models.missing(shop.boutique, NEW, 3)) == 3
    shop.embed(NEW, NORTH, EAST)
    assert shop.models.missing(shop.boutique, NEW, 99) == []
    assert len(shop.models.missing(shop.boutique, OLD, 99)) == 4


def test_a_photo_is_ranked_by_the_boutiques_own_model(shop: Stall) -> None:
    shop.embed(NEW, NORTH, EAST)
    assert shop.find(Need(), photo_at(NEW, NORTH)) == ["Asha", "Bahati"]
    assert shop.find(Need(), photo_at(NEW, EAST)) == ["Bahati", "Asha"]
    [first, _] = shop.shelf.search(shop.boutique, Need(), photo_at(NEW, EAST), 5)
    assert first.likeness == pytest.approx(1.0), "what is said to be the same piece is the offline eye's word"


def test_words_are_ranked_by_meaning_beside_the_words_themselves(shop: Stall) -> None:
    shop.embed(NEW, NORTH, EAST)
    red = Need(colours=(Colour.RED,), free_words=("beach",))
    assert shop.find(red.model_copy(update={"placed": Placed(NEW, EAST)})) == ["Bahati", "Asha"]
    assert shop.find(red.model_copy(update={"placed": Placed(NEW, NORTH)})) == ["Asha", "Bahati"]


def test_vectors_of_another_space_or_boutique_are_never_compared(
    shop: Stall, database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    other = Stall(database, two_boutiques[1], seed=2)
    other.put("Cheusi", vector=SEEN)
    other.project()
    other.embed(NEW, EAST)
    plain = shop.find(Need(), photo_at(OLD, EAST))
    assert shop.find(Need(), photo_at(NEW, EAST)) == plain
    assert shop.models.serving(shop.boutique, NEW) is None
    assert other.models.serving(other.boutique, NEW) == NEW


def test_an_older_space_serves_until_the_wanted_one_is_there(shop: Stall) -> None:
    assert shop.models.serving(shop.boutique, NEW) is None
    shop.embed(OLD, NORTH, EAST)
    assert shop.models.serving(shop.boutique, NEW) == OLD
    shop.embed(NEW, NORTH, EAST, most=1)
    assert shop.models.serving(shop.boutique, NEW) == OLD
    shop.embed(NEW, NORTH, EAST)
    assert shop.models.serving(shop.boutique, NEW) == NEW
    assert shop.models.serving(shop.boutique, OLD) == OLD


def test_what_a_model_made_nothing_of_is_not_missing_and_not_found(shop: Stall) -> None:
    for one in shop.models.missing(shop.boutique, NEW, 99):
        gone = one.content.startswith(PICTURE) and one.picture == _picture_of(shop, "Asha")
        shop.models.keep(shop.boutique, NEW, one.content, None if gone else EAST)
    assert shop.models.missing(shop.boutique, NEW, 99) == []
    assert shop.find(Need(), photo_at(NEW, BETWEEN)) == ["Bahati", "Asha"]


def test_a_vector_of_another_size_is_refused(shop: Stall) -> None:
    with pytest.raises(Exception, match="model_vectors_check"):
        shop.models.keep(shop.boutique, NEW, f"{WORDS}x", (1.0, 0.0))


def test_the_index_is_known_to_be_read_up_to_a_fact(shop: Stall) -> None:
    assert not shop.models.is_known(shop.boutique, 1)
    with shop.database.as_follower() as conn:
        conn.execute("SELECT set_config('app.boutique_id', %s, true)", (str(shop.boutique),))
        conn.execute(
            "INSERT INTO dukani.positions (boutique_id, projection, position)"
            " VALUES (%s, 'product_index', 7)",
            (shop.boutique,),
        )
    assert shop.models.is_known(shop.boutique, 7)
    assert not shop.models.is_known(shop.boutique, 8)


def _picture_of(shop: Stall, title: str) -> str | None:
    found = shop.shelf.search(shop.boutique, Need(), None, 9)
    return next(one.piece.picture for one in found if one.piece.title == title)


def test_half_precision_keeps_the_order_of_near_things(shop: Stall) -> None:
    shop.embed(NEW, BETWEEN, NORTH)
    nearest = np.array(BETWEEN) + 1e-3
    assert shop.find(Need(), photo_at(NEW, tuple(nearest)))[0] == "Asha"
