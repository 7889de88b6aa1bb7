"""Rows of a file that somebody's program wrote: CSV in whatever dialect, or XLSX."""

import csv
import io
import zipfile
from datetime import date
from typing import Final

from application.importing.tables import Rows, TableFault, TableUnreadable

MOST_BYTES: Final = 20 * 1024 * 1024
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 100
_MOST_UNPACKED: Final = 400 * 1024 * 1024
_LONGEST_CELL: Final = 10_000
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DAMAGE: Final = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    OSError,
    SyntaxError,
    EOFError,
)


def rows_of(content: bytes) -> Rows:
    """The rows of a file, one after the other. What it is, its first bytes say. Raises: TableUnreadable."""
    if not content.strip(b"\0 \r\n\t"):
        raise TableUnreadable(TableFault.EMPTY)
    if len(content) > MOST_BYTES:
        raise TableUnreadable(TableFault.TOO_LARGE)
    read = _workbook(content) if content.startswith(b"PK\x03\x04") else _text(content)
    for number, cells in read:
        if number > MOST_ROWS:
            raise TableUnreadable(TableFault.TOO_MANY_ROWS)
        yield number, cells


def _text(content: bytes) -> Rows:
    if b"\0" in content[:2000] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise TableUnreadable(TableFault.NOT_A_TABLE)
    text = io.TextIOWrapper(io.BytesIO(content), encoding=_encoding(content), newline="")
    head = text.read(8_000)
    text.seek(0)
    reader = csv.reader(text, delimiter=_delimiter(head), strict=False)
    try:
        for cells in reader:
            yield reader.line_num, [cell[:_LONGEST_CELL] for cell in cells[:MOST_COLUMNS]]
    except (csv.Error, UnicodeError) as error:
        raise TableUnreadable(TableFault.NOT_A_TABLE) from error


def _encoding(content: bytes) -> str:
    """What the file says of itself; else UTF-8 where all of it is that, else what Excel on Windows writes."""
    for bom, name in _BOMS:
        if content.startswith(bom):
            return name
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252" if not any(byte in content for byte in b"\x81\x8d\x8f\x90\x9d") else "latin-1"
    return "utf-8"


def _delimiter(head: str) -> str:
    """What stands most often in the first line; Excel writes what its country likes."""
    first = head.lstrip("\ufeff\r\n").split("\n", 1)[0]
    if first[:4].casefold() == "sep=":
        return first[4:5]
    return max(",;\t|", key=first.count)


def _workbook(content: bytes) -> Rows:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        _must_be_small(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            told = sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)
            for number, cells in enumerate(told, 1):
                yield number, [_cell(value) for value in cells]
        finally:
            book.close()
    except (InvalidFileException, *_DAMAGE) as damage:
        raise TableUnreadable(TableFault.NOT_A_TABLE) from damage


def _must_be_small(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > _MOST_UNPACKED:
            raise TableUnreadable(TableFault.TOO_LARGE)


def _cell(value: object) -> str:
    """A cell as text; a whole number without a fraction, as people see it."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case date():
            return value.isoformat()
        case _:
            return str(value)[:_LONGEST_CELL]
