"""CSV that any program opens, and in which no cell is ever run."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

_RUN: Final = ("=", "+", "-", "@", "\t", "\r")
BOM: Final = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""


def harmless(value: object) -> str:
    """A cell as text; one that a spreadsheet would run begins with an apostrophe. Numbers stay numbers.

    Example: harmless("=HYPERLINK(…)") is "'=HYPERLINK(…)"; harmless(-5) is "-5".
    """
    text = "" if value is None else str(value)
    if isinstance(value, int | float):
        return text
    return f"'{text}" if text.startswith(_RUN) or text.lstrip().startswith(_RUN) else text


def csv_lines(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """The file, line by line."""
    yield BOM + _line(headings)
    for row in rows:
        yield _line(row)


def _line(cells: Iterable[object]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow([harmless(cell) for cell in cells])
    return written.getvalue()
