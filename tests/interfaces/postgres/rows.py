"""A row for any table, made from its columns in the catalogue."""

import random
from typing import Any
from uuid import UUID, uuid4

from psycopg import Connection, sql

_COLUMNS = """
    SELECT a.attname, t.typname, a.atttypmod, t.typtype, t.typcategory, t.oid FROM pg_attribute a
      JOIN pg_type t ON t.oid = a.atttypid
     WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull
       AND NOT a.atthasdef AND a.attidentity = '' AND a.attgenerated = ''"""


def sample(conn: Connection[Any], table: str, boutique: UUID) -> dict[str, object]:
    """Values for the columns that must be given; the table's rules are lifted before."""
    row = {
        name: _value(conn, type_name, modifier, kind, category, oid)
        for name, type_name, modifier, kind, category, oid in conn.execute(_COLUMNS, (table,)).fetchall()
    }
    if "boutique_id" in row:
        row["boutique_id"] = boutique
    return {**row, **_special(table, boutique)}


def lift_rules(conn: Connection[Any], table: str) -> None:
    """Take the table's own rules off values away, so that any values will do."""
    rules = conn.execute(
        "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'c'", (table,)
    ).fetchall()
    for (rule,) in rules:
        conn.execute(
            sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}").format(sql.SQL(table), sql.Identifier(rule))
        )


def insert(conn: Connection[Any], table: str, row: dict[str, object]) -> None:
    """The row into the table."""
    conn.execute(
        sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
            sql.SQL(table),
            sql.SQL(", ").join(map(sql.Identifier, row)),
            sql.SQL(", ").join(sql.Placeholder() * len(row)),
        ),
        list(row.values()),
    )


def _special(table: str, boutique: UUID) -> dict[str, object]:
    if table == "dukani.stored_events":
        return {"originator_id": f"{boutique}/note/{uuid4()}", "chain": b"c", "state": b"{}"}
    return {}


def _value(conn: Connection[Any], name: str, modifier: int, kind: str, category: str, oid: int) -> object:
    chance = random.SystemRandom()
    if kind == "e":
        labels = conn.execute("SELECT enumlabel FROM pg_enum WHERE enumtypid = %s", (oid,)).fetchall()
        return labels[0][0]
    if name in {"vector", "halfvec"}:
        return str([0.1] * max(1, modifier))
    if category == "A":
        return []
    known: dict[str, object] = {
        "uuid": uuid4(),
        "text": uuid4().hex,
        "bytea": uuid4().bytes,
        "bool": True,
        "jsonb": "{}",
        "json": "{}",
        "timestamptz": "2026-11-23T09:00:00Z",
        "date": "2026-11-23",
        "interval": "1 day",
        "tsvector": "",
    }
    return known[name] if name in known else chance.randrange(1, 30_000)
