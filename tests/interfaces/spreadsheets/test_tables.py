"""Lists are read as people's programs write them, and what we write runs nowhere."""

import csv
import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from application.importing.tables import TableFault, TableUnreadable
from interfaces.spreadsheets import tables
from interfaces.spreadsheets.csv_writing import csv_lines, harmless
from interfaces.spreadsheets.tables import rows_of

ROWS = [["code", "title"], ["A-1", "Gauni – jekundu, refu"]]


def xlsx(*rows: list[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_a_list_is_read_in_whatever_way_it_was_saved(encoding: str, delimiter: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter).writerows(ROWS)
    assert [cells for _, cells in rows_of(written.getvalue().encode(encoding))] == ROWS


def test_a_workbook_is_read_as_people_see_it() -> None:
    sent = xlsx(
        ["code", "price", "when", "yes"], ["A-1", 2500.0, date(2026, 11, 28), True], [None, 0.5, "=1+1", None]
    )
    read = [cells for _, cells in rows_of(sent)]
    assert read[1] == ["A-1", "2500", "2026-11-28", "yes"] or read[1][2].startswith("2026-11-28")
    assert read[2][:2] == ["", "0.5"]
    assert read[2][2] == "", "a formula without a value is empty, never run"


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        (b"", TableFault.EMPTY),
        (b"\n \r\n", TableFault.EMPTY),
        (b"PK\x03\x04 not a zip", TableFault.NOT_A_TABLE),
        (b"\x00\x01\x02binary\x00", TableFault.NOT_A_TABLE),
    ],
    ids=["empty", "blank", "broken-zip", "binary"],
)
def test_what_is_no_table_is_refused_with_a_reason(sent: bytes, fault: TableFault) -> None:
    with pytest.raises(TableUnreadable) as refused:
        list(rows_of(sent))
    assert refused.value.fault is fault


def test_what_would_unpack_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/worksheets/sheet1.xml", b"0" * 2_000_000)
    monkeypatch.setattr(tables, "_MOST_UNPACKED", 1_000_000)
    with pytest.raises(TableUnreadable) as refused:
        list(rows_of(written.getvalue()))
    assert refused.value.fault is TableFault.TOO_LARGE


def test_a_list_has_so_many_rows_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 10)
    with pytest.raises(TableUnreadable) as refused:
        list(rows_of(b"code\n" + b"A-1\n" * 10))
    assert refused.value.fault is TableFault.TOO_MANY_ROWS


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+254700", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(cell: str) -> None:
    (_, line) = csv_lines(["a"], [[cell]])
    assert next(csv.reader([line]))[0].startswith("'")


def test_numbers_stay_numbers_and_excel_knows_the_letters() -> None:
    assert harmless(-5) == "-5"
    assert next(iter(csv_lines(["jina"], []))) == "\ufeffjina\r\n"
