"""The catalogue with its stock per size, and its pictures."""

from collections.abc import Sequence
from typing import Final

from domain.clothing import Colour, Garment, Pattern
from domain.identity import BoutiqueId, ProductId
from domain.money import Money
from domain.sizes import Size, SizeSystem
from interfaces.http.cursors import Cursor, Slice
from interfaces.http.deps import DashboardDeps
from interfaces.http.schemas import Amount, Page, ProductRow, SizeStock
from projections import product_index
from projections.product_index import VariantRow
from projections.stock import LOW

_MAGIC: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
)


def products(boutique: BoutiqueId, deps: DashboardDeps, part: Slice, words: str | None) -> Page[ProductRow]:
    """The pieces with their stock per size, the latest first."""
    with deps.door(boutique) as conn:
        rows = product_index.listed(boutique, conn, part.limit + 1, part.after, words)
        sizes = product_index.sizes(boutique, conn, [row.product for row in rows])
    shown = rows[: part.limit]
    more = len(rows) > part.limit and shown[-1].listed_at
    return Page(
        items=[_row(row, sizes[ProductId(row.product)]) for row in shown],
        next_cursor=Cursor(more, shown[-1].product).token() if more else None,
    )


def picture_path(pictures: Sequence[str]) -> str | None:
    """Where the page finds the first of these pictures."""
    return f"/api/pictures/{pictures[0]}" if pictures else None


def media_type(picture: bytes) -> str:
    """What a picture is by its first bytes; never anything that a browser would run."""
    return next((kind for magic, kind in _MAGIC if picture.startswith(magic)), "application/octet-stream")


def _row(row: product_index.ProductRow, sizes: Sequence[VariantRow]) -> ProductRow:
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
        available=sum(size.available for size in sizes),
        sizes=[_size(size) for size in sizes],
    )


def _size(row: VariantRow) -> SizeStock:
    return SizeStock(
        variant=row.variant,
        size=Size(system=SizeSystem(row.size_system), value=row.size_value).label,
        on_hand=row.on_hand,
        reserved=row.reserved,
        available=row.available,
        low=0 < row.available <= LOW,
    )
