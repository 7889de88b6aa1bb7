# ruff: noqa: S608 — the statements are made of constants of this file
"""The bench of the insights: every chart over ten million order lines. Run: python -m tests.bench insights

The lines are made inside DuckDB from a seed, so that they are the same in each run; a copy of them goes to
PostgreSQL, which is asked the same question over the lines in the same run, with the index that it wants. The
figures keep sums by day (projections/tallies.py), and these are summed here from the very lines: both answers
must be equal before a time counts.

It takes about 2 GB of disk and five minutes; DUKANI_BENCH_LINES makes it smaller. `--without insights` leaves
it out.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import psycopg

from domain.identity import BoutiqueId
from interfaces.duckdb.figures import DuckFigures
from interfaces.duckdb.figures_file import FiguresFile
from projections.sales import Period
from projections.tallies import GOODS, GROWTH
from tests.bench.row import Row, at_least, at_most
from tests.bench.store import bench

LINES: Final = int(os.environ.get("DUKANI_BENCH_LINES", "10_000_000"))
BEGIN, LAST, DAYS = date(2024, 1, 1), date(2026, 12, 30), 1_095
ME: Final = BoutiqueId(UUID("6f0c1f4e-9a51-4d5e-8c0b-6f1f1f2b7a01"))
PERIODS: Final = tuple(Period.ending(LAST, days) for days in (7, 30, 90, 366))
ASKED, RIVAL_ASKED = 12, 1
NEEDED_MS, FASTER = 100, 10.0


Rival = Callable[[str, Period], list[tuple[Any, ...]]]


def _chance(of: str, salt: int, under: int) -> str:
    """A number that follows from a row's own."""
    return f"(hash({of} * 31 + {salt}) % {under})::BIGINT"


_LINES: Final = f"""
CREATE TEMP TABLE lines AS
SELECT DATE '{BEGIN}' + (i * {DAYS} // {LINES})::INT AS day, i // 2 AS nr,
       md5({_chance("i", 1, 2_000)}::VARCHAR)::UUID AS product,
       ['XS', 'S', 'M', 'L', 'XL', 'UK 10', 'UK 12', 'UK 14', 'EU 40'][1 + {_chance("i", 2, 9)}] AS size,
       1 + ({_chance("i", 3, 10)} = 0)::BIGINT AS pieces, 100 * (900 + {_chance("i", 4, 4_000)}) AS cents
  FROM range({LINES}) t(i)
"""
_ORDERS: Final = f"""
CREATE TEMP TABLE orders AS
SELECT any_value(day) AS day, nr, {_chance("nr", 5, LINES // 25)} AS customer, sum(pieces)::BIGINT AS pieces,
       sum(cents)::BIGINT AS cents, {_chance("nr", 6, 10)} = 0 AS person, {_chance("nr", 12, 6)} AS stars
  FROM lines GROUP BY nr
"""
_NTH: Final = """
CREATE TEMP TABLE ranked AS
SELECT *, row_number() OVER w AS nth, min(day) OVER (PARTITION BY customer) AS first,
       row_number() OVER (PARTITION BY customer, date_trunc('month', day) ORDER BY nr) AS nth_of_month
  FROM orders WINDOW w AS (PARTITION BY customer ORDER BY nr)
"""
_CHATS: Final = f"""
CREATE TEMP TABLE chats AS
SELECT DATE '{BEGIN}' + (i * {DAYS} // {LINES})::INT AS day, i AS nr, {_chance("i", 7, 9)} = 0 AS person,
       {_chance("i", 8, 5)} AS reached, {_chance("i", 9, 40)} * {_chance("i", 10, 60)} / 3.0 AS seconds
  FROM range({LINES}) t(i)
"""
_STEPS: Final = "['opened', 'shown', 'carted', 'prompted', 'paid'][1 + reached]"
_WHO: Final = "CASE WHEN person THEN 'person' ELSE 'agent' END"
_SUMS: Final[Sequence[str]] = (
    "SELECT day, 'sale', CASE WHEN nth = 1 THEN 'new' ELSE 'again' END, count(*), sum(pieces), sum(cents)"
    " FROM ranked",
    "SELECT day, 'product', product::VARCHAR, count(*), sum(pieces), sum(cents) FROM lines",
    "SELECT day, 'size', size, count(*), sum(pieces), sum(cents) FROM lines",
    "SELECT day, 'went', product::VARCHAR, count(*), -sum(pieces), 0 FROM lines",
    f"SELECT day, {_WHO}, {_STEPS}, count(*), 0, sum(CASE WHEN reached = 4 THEN 100 ELSE 0 END) FROM chats",
    f"SELECT day, 'waited', round(ln(1 + seconds) / ln({GROWTH}))::BIGINT::VARCHAR, count(*), 0, 0"
    " FROM chats",
    f"SELECT day, 'replies', {_WHO}, count(*), 0, 0 FROM chats",
    "SELECT date_trunc('month', day)::DATE, 'cohort', strftime(first, '%Y-%m'), count(*), 0, 0 FROM ranked"
    " WHERE nth_of_month = 1",
    "SELECT day, 'liked', stars::VARCHAR, count(*), 0, 0 FROM ranked",
    "SELECT day, 'message', strftime(day, '%Y-%m') || '/1063/service', count(*), 0, 0 FROM chats",
    f"SELECT day, 'missed', 'wish ' || {_chance('nr', 11, 300)}, count(*), 0, 0 FROM chats WHERE nr % 20 = 0",
)


@contextmanager
def _figures(home: Path) -> Iterator[DuckFigures]:
    """A boutique's figures over so many lines, and copies of the lines for the rival."""
    file = FiguresFile(home / "figures.duckdb")
    with file.reading() as conn:
        for made in (_LINES, _ORDERS, _NTH, _CHATS):
            conn.execute(made)
        summed = " UNION ALL ".join(f"({each} GROUP BY ALL)" for each in _SUMS)
        goods = ", ".join(f"'{kind}'" for kind in sorted(GOODS))
        for table, kinds in (("tallies", f"NOT IN ({goods})"), ("goods_tallies", f"IN ({goods})")):
            which = f"SELECT * FROM ({summed}) AS t(day, kind, about, n, pieces, amount) WHERE kind {kinds}"
            conn.execute(f"INSERT INTO {table} SELECT '{ME}', * FROM ({which}) ORDER BY 2")
        conn.execute(
            f"INSERT INTO sold_pieces SELECT '{ME}', product, 'Piece', 50 FROM lines GROUP BY product"
        )
        for name in ("lines", "ranked", "chats"):
            conn.execute(f"COPY {name} TO '{home}/{name}.csv' (HEADER false)")
            conn.execute(f"DROP TABLE {name}")
        conn.execute("CHECKPOINT")
    yield DuckFigures(file)
    file.close()


_RIVAL: Final = """
CREATE UNLOGGED TABLE bench_lines (day date, nr bigint, product uuid, size text, pieces bigint,
  cents bigint);
CREATE UNLOGGED TABLE bench_ranked (day date, nr bigint, customer bigint, pieces bigint, cents bigint,
  person boolean, stars bigint, nth bigint, first date, nth_of_month bigint);
CREATE UNLOGGED TABLE bench_chats (day date, nr bigint, person boolean, reached bigint, seconds float);
"""
_WITHIN: Final = "WHERE day BETWEEN %(first)s AND %(last)s"
_RIVALS: Final[dict[str, str]] = {
    "by_day": f"SELECT day, count(*), sum(pieces), sum(cents), 0 FROM bench_ranked {_WITHIN}"
    " GROUP BY day ORDER BY day",
    "top_products": "SELECT product, sum(pieces), sum(cents) AS paid FROM bench_lines"
    f" {_WITHIN} GROUP BY product ORDER BY paid DESC, 2 DESC, product LIMIT 100",
    "top_sizes": f"SELECT size, sum(pieces), sum(cents) AS paid FROM bench_lines {_WITHIN}"
    " GROUP BY size ORDER BY paid DESC, size",
    "stock_turns": f"SELECT product, sum(pieces) AS sold FROM bench_lines {_WITHIN}"
    " GROUP BY product ORDER BY sold DESC LIMIT 100",
    "funnel": "SELECT count(*), count(*) FILTER (WHERE reached > 0), count(*) FILTER (WHERE reached > 1),"
    f" count(*) FILTER (WHERE reached > 2), count(*) FILTER (WHERE reached > 3) FROM bench_chats {_WITHIN}",
    "response_time": "SELECT count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds),"
    f" percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds) FROM bench_chats {_WITHIN}",
    "hands": f"SELECT person, count(*), count(*) FILTER (WHERE reached = 4) FROM bench_chats {_WITHIN}"
    " GROUP BY person ORDER BY person",
    "satisfaction": f"SELECT stars, count(*) FROM bench_ranked {_WITHIN} GROUP BY stars ORDER BY stars",
    "buyers": "SELECT count(*) FILTER (WHERE nth = 1), coalesce(sum(cents) FILTER (WHERE nth = 1), 0),"
    " count(*) FILTER (WHERE nth > 1), coalesce(sum(cents) FILTER (WHERE nth > 1), 0)"
    f" FROM bench_ranked {_WITHIN}",
    "cohorts": "SELECT date_trunc('month', first), date_trunc('month', day), count(DISTINCT customer)"
    " FROM bench_ranked WHERE day >= date_trunc('month', %(last)s::date) - interval '11 months'"
    " AND first >= date_trunc('month', %(last)s::date) - interval '11 months' GROUP BY 1, 2 ORDER BY 1, 2",
    "missed": f"SELECT mod(nr, 300), count(*) AS n FROM bench_chats {_WITHIN} AND mod(nr, 20) = 0"
    " GROUP BY 1 ORDER BY n DESC LIMIT 100",
    "spending": f"SELECT date_trunc('month', day), count(*) FROM bench_chats {_WITHIN} GROUP BY 1",
}
"""The same questions over the lines themselves."""


def _fill(conn: psycopg.Connection[Any], home: Path) -> None:
    conn.execute(_RIVAL)
    for name in ("lines", "ranked", "chats"):
        kept = home / f"{name}.csv"
        with (
            conn.cursor().copy(f"COPY bench_{name} FROM STDIN (FORMAT csv)") as copy,
            kept.open("rb") as file,
        ):
            while part := file.read(1 << 20):
                copy.write(part)
        kept.unlink()
        conn.execute(f"CREATE INDEX ON bench_{name} (day)")
        conn.execute(f"VACUUM ANALYZE bench_{name}")


def _times(ask: Callable[[Period], Any], periods: Sequence[Period], times: int) -> list[float]:
    """Milliseconds of each question, the first of each period left out as the warming up."""
    taken = []
    for period in periods:
        ask(period)
        for _ in range(times):
            began = time.perf_counter()
            ask(period)
            taken.append(1_000 * (time.perf_counter() - began))
    return sorted(taken)


def _agree(figures: DuckFigures, rival: Rival) -> None:
    """Both tell the same: sales, pieces, sizes, steps and buyers of the longest period."""
    period = PERIODS[-1]
    assert [tuple(row) for row in figures.by_day(ME, period)] == rival("by_day", period)
    sold = [(row.product, row.pieces, row.cents) for row in figures.top_products(ME, period)]
    assert sold == rival("top_products", period)
    assert [tuple(row) for row in figures.top_sizes(ME, period)] == rival("top_sizes", period)
    assert tuple(figures.funnel(ME, period)) == rival("funnel", period)[0]
    assert tuple(figures.buyers(ME, period)) == rival("buyers", period)[0]
    liked = figures.satisfaction(ME, period)
    assert list(enumerate((liked.delivered - liked.rated, *liked.stars))) == rival("satisfaction", period)
    told = [(row.who == "person", row.chats, row.paid) for row in figures.hands(ME, period)]
    assert told == rival("hands", period)
    cohorts = [(row.first, row.month, row.customers) for row in figures.cohorts(ME, period)]
    assert cohorts == [(f"{f:%Y-%m}", f"{m:%Y-%m}", n) for f, m, n in rival("cohorts", period)]
    waited = figures.response_time(ME, period)
    (answered, median, p90), *_ = rival("response_time", period)
    assert waited.answered == answered
    assert abs((waited.median or 0) / median - 1) < 0.02
    assert abs((waited.p90 or 0) / p90 - 1) < 0.02


def rows() -> list[Row]:
    """Every chart's question: the slowest twentieth of its times, and how much faster than PostgreSQL."""
    home = Path(tempfile.mkdtemp(prefix="dki-"))
    found: list[Row] = []
    try:
        with _figures(home) as figures, _rival(home) as rival:
            _agree(figures, rival)
            for name in _RIVALS:
                found += _row(name, figures, rival)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return found


@contextmanager
def _rival(home: Path) -> Iterator[Rival]:
    with bench() as on, psycopg.connect(on.admin, autocommit=True) as conn:
        _fill(conn, home)

        def ask(name: str, period: Period) -> list[tuple[Any, ...]]:
            asked = {"first": period.first, "last": period.last}
            return conn.execute(_RIVALS[name].encode(), asked).fetchall()

        yield ask


def _row(name: str, figures: DuckFigures, rival: Rival) -> tuple[Row, Row]:
    ours = _times(lambda period: getattr(figures, name)(ME, period), PERIODS, ASKED)
    year = _times(lambda period: getattr(figures, name)(ME, period), PERIODS[-1:], ASKED)
    theirs = _times(lambda period: rival(name, period), PERIODS[-1:], RIVAL_ASKED)
    faster = statistics.median(theirs) / statistics.median(year)
    what = f"insights {name} over {LINES:,} lines"
    return (
        at_most(f"{what}, p95", ours[int(0.95 * len(ours))], "ms", NEEDED_MS),
        at_least(f"{what}, a year, against PostgreSQL's lines", faster, "x", FASTER),
    )


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(f"{row}\n")
