"""The catalogue as rows of a file, under the headings that an import reads."""

from collections.abc import Iterator, Sequence
from typing import Final

from application.importing.headings import Column
from domain.sizes import Size, SizeSystem
from projections.product_index import ProductRow, VariantRow

HEADINGS: Final = tuple(column.value for column in Column if column is not Column.PICTURES)
"""A picture is kept by its content and stays with its piece; a file cannot name it."""


def file_rows(row: ProductRow, sizes: Sequence[VariantRow]) -> Iterator[tuple[object, ...]]:
    """A row for each size; one without size and stock for a piece that has none."""
    for size in sizes or (None,):
        told: dict[Column, object] = {
            Column.SKU: row.sku,
            Column.TITLE: row.title,
            Column.TITLE_SW: row.title_sw,
            Column.DESCRIPTION: row.description,
            Column.KIND: row.garment,
            Column.COLOURS: "; ".join(row.colours),
            Column.PATTERN: row.pattern,
            Column.PRICE: row.price // 100 if row.price % 100 == 0 else row.price / 100,
            Column.SIZE: _label(size) if size else "",
            Column.STOCK: size.on_hand if size else "",
            Column.LOW_LEVEL: row.low_level,
        }
        yield tuple(told[Column(heading)] for heading in HEADINGS)


def _label(size: VariantRow) -> str:
    return Size(system=SizeSystem(size.size_system), value=size.size_value).label
