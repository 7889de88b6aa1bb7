"""The bench of imports. Run: python -m tests.bench imports

A list of 50,000 rows is checked against a catalogue in a process of its own, whose largest size is measured:
the reading, planning and comparing of the worker, with PostgreSQL behind it.
"""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID, uuid5

from openpyxl import Workbook

from domain.fact import Actor
from interfaces.composition import House
from interfaces.demo.catalogue import AMANI_STYLES
from interfaces.demo.ids import demo_boutique
from interfaces.imports.lists import PostgresLists
from tests.bench.open_shop import stocked
from tests.bench.row import Row, at_most

ROWS, WRONG_EACH, SIZES = 50_000, 1_000, ("S", "M", "L", "XL")
MOST_SECONDS, MOST_MEGABYTES = 30, 300
HEADINGS = (
    "code",
    "title",
    "title_sw",
    "description",
    "kind",
    "colours",
    "pattern",
    "price",
    "size",
    "stock",
)


def lines() -> Iterator[tuple[object, ...]]:
    """Four sizes of each piece, as a shop's own program would write them; every thousandth row is wrong."""
    for row in range(ROWS):
        piece, size = divmod(row, len(SIZES))
        price = "much" if row % WRONG_EACH == WRONG_EACH - 1 else 1_500 + piece % 50 * 10
        words = (
            f"Piece {piece}",
            f"Kipande {piece}",
            "Falls to the knee, lined.",
            "dress",
            "red; white",
            "floral",
        )
        yield (f"B-{piece}", *words, price, SIZES[size], row % 7)


def as_csv() -> bytes:
    """The list as CSV."""
    written = io.StringIO()
    csv.writer(written).writerows([HEADINGS, *lines()])
    return written.getvalue().encode()


def as_xlsx() -> bytes:
    """The list as a workbook."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for line in (HEADINGS, *lines()):
        sheet.append(line)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def rows() -> list[Row]:
    """How long the dry run takes and how large its process grows, for either kind of file."""
    found: list[Row] = []
    boutique = demo_boutique(AMANI_STYLES.profile)
    with stocked() as home:
        lists = PostgresLists(home.database)
        for kind, content in (("csv", as_csv()), ("xlsx", as_xlsx())):
            identity = uuid5(UUID(int=0), kind)
            lists.keep(boutique, identity, kind, Actor.OWNER, content, datetime.now(UTC))
            found += _measured(home, boutique, identity, f"dry run of {ROWS:,} rows, {kind}")
            done = lists.one(boutique, identity)
            if done is None or (done.report.rows, done.report.wrong) != (ROWS, ROWS // WRONG_EACH):
                raise AssertionError(f"the dry run found something else: {done}")
    return found


def _measured(home: House, boutique: UUID, identity: UUID, name: str) -> list[Row]:
    run = subprocess.run(  # noqa: S603 — ourselves
        [sys.executable, "-m", "tests.bench.dry_run", str(boutique), str(identity)],
        env={**os.environ, "DUKANI_DATA_DIR": str(home.settings.data_dir)},
        check=True,
        capture_output=True,
        text=True,
    )
    told = json.loads(run.stdout.splitlines()[-1])
    return [
        at_most(name, told["seconds"], "s", MOST_SECONDS),
        Row(f"{name}, of it processor", told["processor"], "s", None, None, "told", holds=True),
        at_most(f"{name}, memory", told["megabytes"], "MB", MOST_MEGABYTES),
        Row(f"{name}, of it for the list", told["grown"], "MB", None, None, "told", holds=True),
    ]


if __name__ == "__main__":
    sys.stdout.write("".join(f"{row}\n" for row in rows()))
