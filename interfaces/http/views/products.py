"""The catalogue with its stock per size, and its pictures."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from domain.clothing import Colour, Garment, Pattern
from domain.identity import BoutiqueId, ProductId, VariantId
from domain.money import Money
from domain.sizes import Size, SizeSystem
from domain.stock.stock import Stock
from interfaces.http.cursors import Cursor, Slice
from interfaces.http.deps import DashboardDeps, OpenRows
from interfaces.http.problems import not_found
from interfaces.http.schemas import Amount, Page, Photo, Product, ProductRow, SizeStock
from interfaces.http.schemas.counting import PieceToCount, SizeToCount
from interfaces.http.views.product_file import HEADINGS, file_rows
from interfaces.spreadsheets.csv_writing import csv_lines
from projections import product_index, product_lists, running_out
from projections.product_index import VariantRow
from projections.product_lists import Asked

FILE_PAGE: Final = 500
COUNTED_AT_ONCE: Final = 5_000
_MAGIC: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
)


def products(boutique: BoutiqueId, deps: DashboardDeps, part: Slice, asked: Asked) -> Page[ProductRow]:
    """The pieces with their stock per size, the latest first."""
    with deps.door(boutique) as conn:
        rows = product_lists.listed(boutique, conn, asked, part.limit + 1, part.after)
        shown = rows[: part.limit]
        items = told(boutique, conn, shown, deps.clock.now())
    more = len(rows) > part.limit and shown[-1].listed_at
    return Page(items=items, next_cursor=Cursor(more, shown[-1].product).token() if more else None)


def told(
    boutique: BoutiqueId, conn: Connection[Any], rows: Sequence[product_index.ProductRow], now: datetime
) -> list[ProductRow]:
    """Pieces as the page lists them."""
    products = [row.product for row in rows]
    sizes, low = (
        product_index.sizes(boutique, conn, products),
        running_out.among(boutique, conn, now, products),
    )
    return [_row(row, sizes[ProductId(row.product)], low, now) for row in rows]


def to_count(boutique: BoutiqueId, deps: DashboardDeps) -> list[PieceToCount]:
    """All pieces that are offered, by name, as far as anybody counts them in one day."""
    with deps.door(boutique) as conn:
        rows = product_lists.offered(boutique, conn, COUNTED_AT_ONCE)
        sizes = product_index.sizes(boutique, conn, [row.product for row in rows])
    return [
        PieceToCount(
            id=row.product,
            sku=row.sku,
            title=row.title,
            title_sw=row.title_sw,
            picture=picture_path(row.pictures),
            sizes=[
                SizeToCount(
                    variant=size.variant, size=_label(size), on_hand=size.on_hand, reserved=size.reserved
                )
                for size in sizes[ProductId(row.product)]
            ],
        )
        for row in rows
    ]


def product(boutique: BoutiqueId, deps: DashboardDeps, wanted: ProductId) -> Product:
    """One piece, whole, from the log itself: whoever changed it sees the change at once.

    Raises: ProblemFound 404 for a piece that is not this boutique's."""
    piece, stock = deps.cataloguing.piece(boutique, wanted)
    listing, price = piece.listing, piece.price
    if listing is None or price is None:
        raise not_found()
    now = deps.clock.now()
    with deps.door(boutique) as conn:
        low = running_out.among(boutique, conn, now, [wanted])
        alike = told(boutique, conn, product_lists.alike(boutique, conn, piece.sku), now)
    sizes = [
        _stocked(variant, size.label, stock[variant], variant in low)
        for variant, size in piece.variants.items()
    ]
    return Product(
        id=wanted,
        sku=piece.sku,
        price=Amount.of(price),
        picture=picture_path(piece.photos),
        archived=piece.is_archived,
        new=bool(piece.new_until and piece.new_until > now),
        low_level=piece.low_level,
        available=sum(size.available for size in sizes),
        sizes=sizes,
        photos=[Photo(name=name, path=path_of(name)) for name in piece.photos],
        new_until=piece.new_until,
        alike=alike,
        **listing.model_dump(),
    )


def file(boutique: BoutiqueId, deps: OpenRows, asked: Asked) -> Iterator[str]:
    """The pieces as a list that can be imported again: a row for each size, in pages of the catalogue."""
    return csv_lines(HEADINGS, _file_rows(boutique, deps, asked))


def _file_rows(boutique: BoutiqueId, deps: OpenRows, asked: Asked) -> Iterator[tuple[object, ...]]:
    """Page by page, each read whole before it is sent: a slow line holds no connection."""
    after: tuple[datetime, UUID] | None = None
    while True:
        with deps.door(boutique) as conn:
            page = product_lists.listed(boutique, conn, asked, FILE_PAGE, after)
            sizes = product_index.sizes(boutique, conn, [row.product for row in page])
        for row in page:
            yield from file_rows(row, sizes[ProductId(row.product)])
        if len(page) < FILE_PAGE or page[-1].listed_at is None:
            return
        after = page[-1].listed_at, page[-1].product


def path_of(picture: str) -> str:
    """Where the page finds a picture."""
    return f"/api/pictures/{picture}"


def picture_path(pictures: Sequence[str]) -> str | None:
    """Where the page finds the first of these pictures."""
    return path_of(pictures[0]) if pictures else None


def media_type(picture: bytes) -> str:
    """What a picture is by its first bytes; never anything that a browser would run."""
    return next((kind for magic, kind in _MAGIC if picture.startswith(magic)), "application/octet-stream")


def _row(
    row: product_index.ProductRow, sizes: Sequence[VariantRow], low: Collection[UUID], now: datetime
) -> ProductRow:
    return ProductRow(
        id=row.product,
        sku=row.sku,
        title=row.title,
        title_sw=row.title_sw,
        price=Amount.of(Money(cents=row.price, currency=row.currency)),
        garment=Garment(row.garment),
        colours=[Colour(colour) for colour in row.colours],
        pattern=Pattern(row.pattern),
        picture=picture_path(row.pictures),
        archived=row.archived,
        new=bool(row.new_until and row.new_until > now),
        low_level=row.low_level,
        available=sum(size.available for size in sizes),
        sizes=[_size(size, size.variant in low) for size in sizes],
    )


def _size(row: VariantRow, low: bool) -> SizeStock:
    return SizeStock(
        variant=row.variant,
        size=_label(row),
        on_hand=row.on_hand,
        reserved=row.reserved,
        available=row.available,
        low=low,
    )


def _label(row: VariantRow) -> str:
    return Size(system=SizeSystem(row.size_system), value=row.size_value).label


def _stocked(variant: VariantId, label: str, stock: Stock, low: bool) -> SizeStock:
    return SizeStock(
        variant=variant,
        size=label,
        on_hand=stock.on_hand,
        reserved=stock.reserved,
        available=stock.available,
        low=low,
    )
