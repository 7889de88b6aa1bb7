"""A list of pieces to begin with."""

from collections.abc import Iterator
from typing import Final

from application.importing.headings import Column
from interfaces.spreadsheets.csv_writing import csv_lines

_EXAMPLES: Final = (
    {
        Column.SKU: "DRS-RED", Column.TITLE: "Red wrap dress", Column.TITLE_SW: "Gauni jekundu",
        Column.DESCRIPTION: "Falls to the knee.", Column.KIND: "dress", Column.COLOURS: "red; white",
        Column.PATTERN: "floral", Column.PRICE: 2_500, Column.SIZE: "M", Column.STOCK: 3,
        Column.PICTURES: "DRS-RED.jpg", Column.LOW_LEVEL: 2,
    },
    {Column.SKU: "DRS-RED", Column.SIZE: "L", Column.STOCK: 2},
    {
        Column.SKU: "KHG-01", Column.TITLE: "Khanga, blue", Column.KIND: "kanga", Column.COLOURS: "blue",
        Column.PATTERN: "kitenge", Column.PRICE: 900, Column.SIZE: "One size", Column.STOCK: 10,
        Column.PICTURES: "https://example.com/khanga.jpg",
    },
)  # fmt: skip


def template() -> Iterator[str]:
    """The headings, and examples: a piece in two sizes, and one with a picture from the web."""
    rows = ([example.get(column, "") for column in Column] for example in _EXAMPLES)
    return csv_lines((column.value for column in Column), rows)
