"""The catalogue as it is searched and listed: each piece with its words, pictures, price and stock per size.

Vectors of pictures are not facts and stand elsewhere; they are joined by the picture's name.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.fact import Recorded
from domain.identity import BoutiqueId, ProductId, subject_of
from domain.product.events import (
    ArrivalMarked,
    ArrivalUnmarked,
    Listing,
    ListingRewritten,
    LowStockLevelLifted,
    LowStockLevelSet,
    PhotoAdded,
    PhotoPutFirst,
    PhotoRemoved,
    PriceChanged,
    ProductArchived,
    ProductListed,
    ProductRestored,
    SizeChartMeasured,
    VariantAdded,
)
from projections.counting import COUNTED, count, counts
from projections.fold import Fold
from projections.table import Json, Table

ConceptsOf = Callable[[Listing], tuple[str, ...]]


@dataclass(slots=True)
class ProductRow:
    """One piece. `concepts` are its tags, `search_text` its words in lower case. Units: price in cents.

    `low_level` is None where how it sells says when it runs out.
    `revision` is the position of the last fact that changed the row: who holds rows asks for newer ones only.
    """

    product: UUID
    sku: str = ""
    title: str = ""
    title_sw: str = ""
    garment: str = ""
    colours: list[str] = field(default_factory=list)
    pattern: str = ""
    styles: list[str] = field(default_factory=list)
    occasions: list[str] = field(default_factory=list)
    fabrics: list[str] = field(default_factory=list)
    price: int = 0
    currency: str = "KES"
    concepts: list[str] = field(default_factory=list)
    search_text: str = ""
    pictures: list[str] = field(default_factory=list)
    chart: Json = field(default_factory=dict)
    archived: bool = False
    description: str = ""
    low_level: int | None = None
    new_until: datetime | None = None
    listed_at: datetime | None = None
    revision: int = 0
    version: int = 0


@dataclass(slots=True)
class VariantRow:
    """One size of a piece, and how many there are. `place` is its order among the piece's sizes."""

    variant: UUID
    product: UUID
    size_system: str = ""
    size_value: str = ""
    place: int = 0
    on_hand: int = 0
    reserved: int = 0
    revision: int = 0
    version: int = 0

    @property
    def available(self) -> int:
        """What can be promised to another customer."""
        return self.on_hand - self.reserved


PRODUCTS: Final = Table("shelf_products", ProductRow, key=("product",))
VARIANTS: Final = Table("shelf_variants", VariantRow, key=("variant",))


@dataclass(slots=True)
class _Piece:
    row: ProductRow
    concepts: ConceptsOf
    variants: dict[UUID, VariantRow]

    def describe(self, listing: Listing) -> None:
        """Write the listing into the row, and what it is searched by."""
        row = self.row
        row.title, row.title_sw, row.description = listing.title, listing.title_sw, listing.description
        row.garment, row.pattern = listing.garment.value, listing.pattern.value
        row.colours = [colour.value for colour in listing.colours]
        row.styles = [style.value for style in listing.styles]
        row.occasions = [occasion.value for occasion in listing.occasions]
        row.fabrics = [fabric.value for fabric in listing.fabrics]
        row.concepts = sorted(set(self.concepts(listing)))
        words = (listing.title, listing.title_sw, listing.description, row.sku)
        row.search_text = " ".join(" ".join(words).casefold().split())


_of_product = Fold[_Piece]()


@_of_product.on(ProductListed)
def _listed(piece: _Piece, fact: ProductListed, at: Recorded[Any]) -> None:
    piece.row.sku, piece.row.listed_at = fact.sku, at.at
    piece.row.price, piece.row.currency = fact.price.cents, fact.price.currency
    piece.row.chart = fact.chart.model_dump(mode="json")
    piece.describe(fact.listing)


@_of_product.on(ListingRewritten)
def _rewritten(piece: _Piece, fact: ListingRewritten, _: Recorded[Any]) -> None:
    piece.describe(fact.listing)


@_of_product.on(PriceChanged)
def _priced(piece: _Piece, fact: PriceChanged, _: Recorded[Any]) -> None:
    piece.row.price, piece.row.currency = fact.price.cents, fact.price.currency


@_of_product.on(SizeChartMeasured)
def _measured(piece: _Piece, fact: SizeChartMeasured, _: Recorded[Any]) -> None:
    piece.row.chart = fact.chart.model_dump(mode="json")


@_of_product.on(VariantAdded)
def _variant(piece: _Piece, fact: VariantAdded, at: Recorded[Any]) -> None:
    row = piece.variants.setdefault(fact.variant, VariantRow(fact.variant, piece.row.product))
    row.size_system, row.size_value = fact.size.system.value, fact.size.value
    row.place = at.originator_version
    row.revision = max(row.revision, at.position or 0)


@_of_product.on(PhotoAdded)
def _photo(piece: _Piece, fact: PhotoAdded, _: Recorded[Any]) -> None:
    if fact.picture not in piece.row.pictures:
        piece.row.pictures = [*piece.row.pictures, fact.picture]


@_of_product.on(PhotoRemoved)
def _photo_removed(piece: _Piece, fact: PhotoRemoved, _: Recorded[Any]) -> None:
    piece.row.pictures = [name for name in piece.row.pictures if name != fact.picture]


@_of_product.on(PhotoPutFirst)
def _photo_first(piece: _Piece, fact: PhotoPutFirst, _: Recorded[Any]) -> None:
    piece.row.pictures = [fact.picture, *(name for name in piece.row.pictures if name != fact.picture)]


@_of_product.on(LowStockLevelSet)
def _low_level(piece: _Piece, fact: LowStockLevelSet, _: Recorded[Any]) -> None:
    piece.row.low_level = fact.level


@_of_product.on(LowStockLevelLifted)
def _by_sales(piece: _Piece, _: LowStockLevelLifted, __: Recorded[Any]) -> None:
    piece.row.low_level = None


@_of_product.on(ArrivalMarked)
def _arrived(piece: _Piece, fact: ArrivalMarked, _: Recorded[Any]) -> None:
    piece.row.new_until = fact.until


@_of_product.on(ArrivalUnmarked)
def _not_new(piece: _Piece, _: ArrivalUnmarked, __: Recorded[Any]) -> None:
    piece.row.new_until = None


@_of_product.on(ProductArchived)
def _archived(piece: _Piece, _: ProductArchived, __: Recorded[Any]) -> None:
    piece.row.archived = True


@_of_product.on(ProductRestored)
def _restored(piece: _Piece, _: ProductRestored, __: Recorded[Any]) -> None:
    piece.row.archived = False


class ProductIndex:
    """The read model of the catalogue. `concepts` tags a listing with the words that it is found by."""

    name: ClassVar[str] = "product_index"
    topics: ClassVar[frozenset[str]] = _of_product.topics | COUNTED

    def __init__(self, concepts: ConceptsOf) -> None:
        self._concepts = concepts

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        described, stocked = _of_product.known(facts), [fact for fact in facts if counts(fact.fact)]
        pieces = PRODUCTS.load(conn, boutique, {subject_of(fact.originator_id) for fact in described})
        variants = _variants(conn, boutique, described, stocked)
        for recorded in described:
            product = subject_of(recorded.originator_id)
            row = pieces.setdefault(product, ProductRow(product))
            if recorded.originator_version > row.version:
                _of_product.take(_Piece(row, self._concepts, variants), recorded)
                row.version = recorded.originator_version
                row.revision = recorded.position or 0
        for recorded in stocked:
            _take_stock(variants, recorded)
        PRODUCTS.save(conn, boutique, pieces.values())
        VARIANTS.save(conn, boutique, variants.values())

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        PRODUCTS.clear(conn, boutique)
        VARIANTS.clear(conn, boutique)


def _variants(
    conn: Connection[Any],
    boutique: BoutiqueId,
    described: Iterable[Recorded[Any]],
    stocked: Iterable[Recorded[Any]],
) -> dict[Any, VariantRow]:
    added = {fact.fact.variant for fact in described if isinstance(fact.fact, VariantAdded)}
    moved = {subject_of(fact.originator_id) for fact in stocked}
    return VARIANTS.load(conn, boutique, added | moved)


def _take_stock(variants: dict[Any, VariantRow], recorded: Recorded[Any]) -> None:
    variant = subject_of(recorded.originator_id)
    row = variants.get(variant)
    if row is None:
        row = variants[variant] = VariantRow(variant, recorded.fact.product)
    if recorded.originator_version > row.version:
        count(row, recorded.fact)
        row.version = recorded.originator_version
        row.revision = max(row.revision, recorded.position or 0)


def pieces(
    boutique: BoutiqueId, conn: Connection[Any], products: Sequence[UUID]
) -> dict[ProductId, ProductRow]:
    """These pieces, as far as they are this boutique's."""
    return {ProductId(row.product): row for row in PRODUCTS.load(conn, boutique, products).values()}


def sizes(
    boutique: BoutiqueId, conn: Connection[Any], products: Sequence[UUID]
) -> dict[ProductId, list[VariantRow]]:
    """The sizes of these pieces, in the order in which they were added."""
    found: dict[ProductId, list[VariantRow]] = {ProductId(product): [] for product in products}
    rows = VARIANTS.where(
        conn, boutique, "product = ANY(%s) AND size_value <> '' ORDER BY product, place", [list(products)]
    )
    for row in rows:
        found[ProductId(row.product)].append(row)
    return found


def changed(
    boutique: BoutiqueId, conn: Connection[Any], since: int
) -> tuple[list[ProductRow], list[VariantRow]]:
    """Pieces and sizes that changed after a revision; all of them after 0."""
    return (
        PRODUCTS.where(conn, boutique, "revision > %s", [since]),
        VARIANTS.where(conn, boutique, "revision > %s AND size_value <> ''", [since]),
    )


def revision(boutique: BoutiqueId, conn: Connection[Any]) -> int:
    """The position of the last fact that changed anything here."""
    row = conn.execute(
        "SELECT greatest((SELECT max(revision) FROM dukani.shelf_products WHERE boutique_id = %s),"
        " (SELECT max(revision) FROM dukani.shelf_variants WHERE boutique_id = %s), 0)",
        (boutique, boutique),
        prepare=True,
    ).fetchone()
    return int(row[0]) if row else 0
