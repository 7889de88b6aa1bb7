"""A boutique's pieces held in memory in the shape in which they are searched.

A stall never changes: a newer one is made from it and the rows that changed since. Pieces are counted by
their place in it, so that filters and scores are arrays.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from application.ports import Piece, SizeOnOffer
from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern, Style
from domain.identity import ProductId, VariantId
from domain.money import Money
from domain.sizes import Size, SizeChart, SizeSystem
from projections.product_index import ProductRow, VariantRow

Mask = NDArray[np.bool_]
Places = NDArray[np.intp]


@dataclass(frozen=True)
class Stall:
    """All pieces of a boutique as of a revision of its product index."""

    revision: int
    products: dict[UUID, ProductRow]
    variants: dict[UUID, VariantRow]

    def grown(self, revision: int, products: Iterable[ProductRow], variants: Iterable[VariantRow]) -> "Stall":
        """The stall with the rows that changed."""
        newer = {row.product: row for row in products}
        sizes = {row.variant: row for row in variants}
        return Stall(revision, {**self.products, **newer}, {**self.variants, **sizes})

    @cached_property
    def rows(self) -> list[ProductRow]:
        """The pieces by place, the latest listed first."""
        return sorted(self.products.values(), key=_latest_first)

    @cached_property
    def place_of(self) -> dict[UUID, int]:
        """A piece's place."""
        return {row.product: place for place, row in enumerate(self.rows)}

    @cached_property
    def called(self) -> dict[str, ProductRow]:
        """The pieces that are offered, by SKU in small letters; the latest listed wins."""
        return {row.sku.casefold(): row for row in reversed(self.rows) if not row.archived}

    @cached_property
    def sizes_of(self) -> dict[UUID, list[VariantRow]]:
        """A piece's sizes in the order in which they were added."""
        found: dict[UUID, list[VariantRow]] = defaultdict(list)
        for row in sorted(self.variants.values(), key=lambda row: row.place):
            found[row.product].append(row)
        return found

    @cached_property
    def price(self) -> NDArray[np.int64]:
        """Prices by place. Units: cents."""
        return np.array([row.price for row in self.rows], dtype=np.int64)

    @cached_property
    def on_offer(self) -> Mask:
        """Where a piece is offered and some size of it is free."""
        mask = self._in(row.product for row in self.variants.values() if row.available > 0)
        mask[[place for place, row in enumerate(self.rows) if row.archived]] = False
        return mask

    @cached_property
    def places_with_tag(self) -> dict[str, Places]:
        """Where a concept is."""
        return _inverted((row.concepts, place) for place, row in enumerate(self.rows))

    @cached_property
    def places_with_word(self) -> dict[str, Places]:
        """Where a word stands in the titles, the description or the code."""
        return _inverted((set(row.search_text.split()), place) for place, row in enumerate(self.rows))

    @cached_property
    def places_of_picture(self) -> dict[str, Places]:
        """Which pieces a picture shows."""
        return _inverted((row.pictures, place) for place, row in enumerate(self.rows))

    @cached_property
    def places_of_words(self) -> dict[str, Places]:
        """Whose words these are, by the SHA-256 of what a listing says."""
        return _inverted(((_sha256(row.search_text),), place) for place, row in enumerate(self.rows))

    def new_at(self, now: datetime) -> Mask:
        """Where the owner's mark says that a piece is newly come in."""
        return np.array([row.new_until is not None and row.new_until > now for row in self.rows], dtype=bool)

    def in_sizes(self, sizes: Iterable[Size]) -> Mask:
        """Where one of these sizes is free; a piece of one size fits whoever asks."""
        wanted = {(size.system.value, size.value) for size in sizes}
        return self._in(
            row.product
            for row in self.variants.values()
            if row.available > 0
            and ((row.size_system, row.size_value) in wanted or row.size_system == SizeSystem.ONE)
        )

    def piece(self, row: ProductRow) -> Piece:
        """The piece as the agent may speak of it."""
        sizes = self.sizes_of.get(row.product, [])
        return Piece(
            product=ProductId(row.product),
            sku=row.sku,
            title=row.title,
            title_sw=row.title_sw,
            price=Money(cents=row.price, currency=row.currency),
            garment=Garment(row.garment),
            colours=tuple(map(Colour, row.colours)),
            pattern=Pattern(row.pattern),
            styles=tuple(map(Style, row.styles)),
            occasions=tuple(map(Occasion, row.occasions)),
            picture=row.pictures[0] if row.pictures else None,
            sizes=tuple(
                SizeOnOffer(VariantId(one.variant), _size(one), one.available)
                for one in sizes
                if one.available > 0
            ),
            made_in=tuple(map(_size, sizes)),
            chart=SizeChart.model_validate(row.chart),
            fabrics=tuple(map(Fabric, row.fabrics)),
            description=row.description,
        )

    def _in(self, products: Iterable[UUID]) -> Mask:
        mask = np.zeros(len(self.rows), dtype=bool)
        mask[[self.place_of[product] for product in products if product in self.place_of]] = True
        return mask


EMPTY = Stall(0, {}, {})


def _sha256(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def _latest_first(row: ProductRow) -> tuple[float, UUID]:
    return (-row.listed_at.timestamp() if row.listed_at else 0.0, row.product)


def _size(row: VariantRow) -> Size:
    return Size(system=SizeSystem(row.size_system), value=row.size_value)


def _inverted(stands: Iterable[tuple[Iterable[str], int]]) -> dict[str, Places]:
    places: dict[str, list[int]] = defaultdict(list)
    for words, place in stands:
        for word in words:
            places[word].append(place)
    return {word: np.array(found, dtype=np.intp) for word, found in places.items()}
