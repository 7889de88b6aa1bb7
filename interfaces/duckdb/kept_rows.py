# ruff: noqa: S608 — only names of our own are put into statements
"""The tables of the figures: sums by day, and the rows they are counted with."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVar, get_type_hints
from uuid import UUID

import duckdb

from domain.identity import BoutiqueId
from projections.tallies import GOODS, ROWS, Held, Tallies

SHAPE: Final = 6
"""Counted up whenever the tables or what is counted change: an older file is thrown away and filled again."""

_TYPES: Final = {
    UUID: "UUID",
    str: "VARCHAR",
    int: "BIGINT",
    bool: "BOOLEAN",
    date: "DATE",
    datetime: "TIMESTAMP",
}
SUMS: Final = ("tallies", "goods_tallies")
"""The tables of sums. Those by product have their own: they are many, and few questions are about them."""

_TABLE: Final = """
CREATE TABLE IF NOT EXISTS {0} (
  boutique_id UUID NOT NULL, day DATE NOT NULL, kind VARCHAR NOT NULL, about VARCHAR NOT NULL,
  n BIGINT NOT NULL, pieces BIGINT NOT NULL, amount BIGINT NOT NULL
);
CREATE TEMP TABLE IF NOT EXISTS page_of_{0} (
  day DATE, kind VARCHAR, about VARCHAR, n BIGINT, pieces BIGINT, amount BIGINT
);
"""
_ADD: Final = """
UPDATE {0} t SET n = t.n + p.n, pieces = t.pieces + p.pieces, amount = t.amount + p.amount
  FROM page_of_{0} p WHERE t.boutique_id = $boutique AND t.day BETWEEN $first AND $last
   AND t.day = p.day AND t.kind = p.kind AND t.about = p.about
"""
_INSERT: Final = """
INSERT INTO {0} SELECT $boutique, day, kind, about, n, pieces, amount FROM page_of_{0} p
 WHERE NOT EXISTS (
   SELECT 1 FROM {0} t WHERE t.boutique_id = $boutique AND t.day BETWEEN $first AND $last
      AND t.day = p.day AND t.kind = p.kind AND t.about = p.about)
"""


R = TypeVar("R")


class Change(NamedTuple):
    """By how much a page of facts changed what is kept: how many rows there are, and the sums in all."""

    kept: int
    n: int
    pieces: int
    amount: int


def make_tables(conn: duckdb.DuckDBPyConnection) -> None:
    """Have the tables, whatever is there."""
    conn.execute(f"CREATE TABLE IF NOT EXISTS shape AS SELECT {SHAPE} AS number")
    for table in SUMS:
        conn.execute(_TABLE.format(table))
    for kind, row in ROWS.items():
        columns = ", ".join(f"{name} {_type(hint)}" for name, hint in get_type_hints(row).items())
        conn.execute(f"CREATE TABLE IF NOT EXISTS {kind} (boutique_id UUID NOT NULL, {columns})")


def fits(conn: duckdb.DuckDBPyConnection) -> bool:
    """Whether a file is new, or has the tables of today."""
    tables = conn.execute("SELECT table_name FROM duckdb_tables() WHERE NOT temporary").fetchall()
    if not tables:
        return True
    return ("shape",) in tables and conn.execute("SELECT number FROM shape").fetchall() == [(SHAPE,)]


def _type(hint: Any) -> str:
    return next(name for kind, name in _TYPES.items() if hint in (kind, kind | None))


class KeptRows:
    """One boutique's rows in the file, within a transaction that somebody else began."""

    def __init__(self, conn: duckdb.DuckDBPyConnection, boutique: BoutiqueId) -> None:
        self._conn, self._boutique = conn, boutique

    def load(self, kind: str, row: type[R], keys: Collection[UUID]) -> Iterable[R]:
        """Those of these keys that there are."""
        names = _names(row)
        asked = (
            f"SELECT {', '.join(names)} FROM {kind}"
            f" WHERE boutique_id = ? AND {names[0]} IN (SELECT unnest(?::UUID[]))"
        )
        return [row(*found) for found in self._conn.execute(asked, [self._boutique, list(keys)]).fetchall()]

    def save(self, tallies: Tallies) -> Change:
        """Save what a page of facts changed."""
        kept = sum(self._save(held) for held in tallies.held)
        sums = tallies.sums.items()
        changed: list[tuple[Any, ...]] = [
            (*what, s.n, s.pieces, s.amount) for what, s in sums if s.n or s.pieces or s.amount
        ]
        goods = [row for row in changed if row[1] in GOODS]
        kept += self._sum("goods_tallies", goods)
        kept += self._sum("tallies", [row for row in changed if row[1] not in GOODS])
        n, pieces, amount = (sum(row[place] for row in changed) for place in (3, 4, 5))
        return Change(kept, n, pieces, amount)

    def _sum(self, table: str, changed: list[tuple[Any, ...]]) -> int:
        if not changed:
            return 0
        self._conn.execute(f"DELETE FROM page_of_{table}")
        self._append(f"page_of_{table}", changed)
        days = [row[0] for row in changed]
        span = {"boutique": self._boutique, "first": min(days), "last": max(days)}
        self._conn.execute(_ADD.format(table), span)
        return self._rows_of(_INSERT.format(table), span)

    def _save(self, held: Held[Any]) -> int:
        stale = [*held.touched, *held.gone]
        if not stale:
            return 0
        key = _names(held.row)[0]
        which = f"boutique_id = $boutique AND {key} IN (SELECT unnest($stale::UUID[]))"
        gone = f"DELETE FROM {held.kind} WHERE {which}"
        deleted = self._rows_of(gone, {"boutique": self._boutique, "stale": stale})
        values = attrgetter(*_names(held.row))  # astuple() copies every value: a quarter of a rebuild
        self._append(held.kind, [(self._boutique, *values(held.rows[touched])) for touched in held.touched])
        return len(held.touched) - deleted

    def _rows_of(self, statement: str, values: Mapping[str, Any]) -> int:
        (changed,) = self._conn.execute(statement, dict(values)).fetchall()
        return int(changed[0])

    def _append(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            appender = self._conn.appender(table)
            appender.append_rows(rows)
            appender.flush()


def _names(row: type) -> list[str]:
    return [each.name for each in fields(row)]
