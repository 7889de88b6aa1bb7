"""Tables of read models: rows are dataclasses, read and written many at a time.

The boutique is the first column of every table and is named in every statement, beside the database's own
rule that shows no other's rows.
"""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cached_property
from operator import attrgetter
from types import UnionType
from typing import Any, ClassVar, Generic, TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID

import orjson
from psycopg import Connection
from psycopg.rows import args_row

from domain.identity import BoutiqueId

Json = dict[str, Any] | list[Any]
"""A column that holds what another layer wrote, such as a sealed value; a read model does not look inside."""

R = TypeVar("R")

_SQL_TYPES: dict[Any, str] = {
    UUID: "uuid",
    str: "text",
    int: "bigint",
    bool: "boolean",
    float: "double precision",
    date: "date",
    datetime: "timestamptz",
    list[str]: "text[]",
    list[UUID]: "uuid[]",
}


def literally(words: str) -> str:
    """Words in which LIKE finds nothing but themselves."""
    return words.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")


@dataclass(frozen=True)
class Table(Generic[R]):
    """One table. `row` names its columns beside the boutique, `key` those that tell rows apart.

    `newest` is a column that must not go down: a row that would lower it changes nothing.
    """

    name: str
    row: type[R]
    key: tuple[str, ...]
    newest: str | None = None

    PREFIX: ClassVar[str] = "dukani."

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns beside the boutique, in the order of the row's fields."""
        return tuple(field.name for field in fields(self.row))  # type: ignore[arg-type]

    @cached_property
    def key_of(self) -> Any:
        """Reads the key of a row: the value itself where one column is the key."""
        return attrgetter(*self.key)

    def load(
        self, conn: Connection[Any], boutique: BoutiqueId, values: Collection[Any], by: str | None = None
    ) -> dict[Hashable, R]:
        """The rows whose column, the key's first if unsaid, has one of these values; by their key."""
        if not values:
            return {}
        rows = self.where(conn, boutique, f"{by or self.key[0]} = ANY(%s)", [list(values)])
        return {self.key_of(row): row for row in rows}

    def where(
        self, conn: Connection[Any], boutique: BoutiqueId, condition: str, values: Sequence[Any] = ()
    ) -> list[R]:
        """The boutique's rows of which a condition in SQL holds; it may end in an order and a limit."""
        cursor = conn.cursor(row_factory=args_row(self.row))
        text = f"SELECT {', '.join(self.columns)} FROM {self.PREFIX}{self.name} WHERE boutique_id = %s AND {condition}"  # noqa: S608, E501 — names are our own
        return cursor.execute(text.encode(), [boutique, *values]).fetchall()

    def save(self, conn: Connection[Any], boutique: BoutiqueId, rows: Iterable[R]) -> None:
        """Write these rows over whatever stands under their keys."""
        listed = list(rows)
        if listed:
            conn.execute(self._upsert, (boutique, orjson.dumps(listed).decode()))

    def clear(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Take away all rows of the boutique."""
        text = f"DELETE FROM {self.PREFIX}{self.name} WHERE boutique_id = %s"  # noqa: S608 — names are our own
        conn.execute(text.encode(), (boutique,))

    @cached_property
    def _upsert(self) -> bytes:
        typed = ", ".join(f"{name} {self._types[name]}" for name in self.columns)
        names = ", ".join(self.columns)
        rest = ", ".join(f"{name} = EXCLUDED.{name}" for name in self.columns if name not in self.key)
        guard = f" WHERE EXCLUDED.{self.newest} > t.{self.newest}" if self.newest else ""
        text = (
            f"INSERT INTO {self.PREFIX}{self.name} AS t (boutique_id, {names})"  # noqa: S608 — names are our own
            f" SELECT %s, {', '.join('r.' + name for name in self.columns)}"
            f" FROM jsonb_to_recordset(%s::jsonb) AS r({typed})"
            f" ON CONFLICT (boutique_id, {', '.join(self.key)})"
            f" DO {f'UPDATE SET {rest}{guard}' if rest else 'NOTHING'}"
        )
        return text.encode()

    @cached_property
    def _types(self) -> dict[str, str]:
        return {name: _sql_type(hint) for name, hint in get_type_hints(self.row).items()}


def _sql_type(hint: Any) -> str:
    """The column's type. A value that may be missing has the type of the value; all else is JSON."""
    if get_origin(hint) is UnionType and type(None) in get_args(hint):
        there = [part for part in get_args(hint) if part is not type(None)]
        return _sql_type(there[0]) if len(there) == 1 else "jsonb"
    return _SQL_TYPES.get(hint, "jsonb")
