"""A table of text, whatever program wrote it, and why a file is none."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import islice

from application.importing.headings import NEEDED, Column, columns_of
from application.importing.reading import Reader, Reading, Row

Rows = Iterator[tuple[int, Sequence[str]]]
"""Each row's number, as a spreadsheet counts them, with its cells as text."""

_HEADINGS_WITHIN = 20
_EACH = 1_000


class TableFault(StrEnum):
    """Why a file is no list of pieces."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    TOO_MANY_ROWS = "too-many-rows"
    NOT_A_TABLE = "not-a-table"
    NO_CODE_COLUMN = "no-code-column"


class TableUnreadable(Exception):  # noqa: N818
    """These bytes are no list that can be read."""

    def __init__(self, fault: TableFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def columns_at_top(rows: Rows) -> tuple[dict[Column, int], tuple[str, ...]]:
    """Which column stands where, and the headings that nobody knows; `rows` goes on below them.

    A line `sep=;` above the headings is passed over. Raises: TableUnreadable.
    """
    for _, cells in islice(rows, _HEADINGS_WITHIN):
        if not any(cell.strip() for cell in cells) or cells[0].casefold().startswith("sep="):
            continue
        columns = columns_of(cells)
        if any(column not in columns for column in NEEDED):
            raise TableUnreadable(TableFault.NO_CODE_COLUMN)
        known = set(columns.values())
        strange = (
            cell.strip()[:40] for place, cell in enumerate(cells) if place not in known and cell.strip()
        )
        return columns, tuple(strange)
    raise TableUnreadable(TableFault.EMPTY)


def read(rows: Rows, tell: Callable[[int], None]) -> tuple[Reading, tuple[str, ...]]:
    """All pieces of a table, and the headings that nobody knows. Raises: TableUnreadable.

    `tell` hears now and then how many rows were read.
    """
    columns, strange = columns_at_top(rows)
    reader = Reader()
    for row in Row.all_of(columns, rows):
        reader.take(row)
        if reader.reading.rows % _EACH == 0:
            tell(reader.reading.rows)
    return reader.reading, strange
