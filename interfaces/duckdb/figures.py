# ruff: noqa: S608 — only names of our own are put into statements
"""The questions to the figures. The boutique is put into every query here, and nowhere else."""

from collections.abc import Sequence
from typing import Any, Final, TypeVar

import duckdb

from domain.identity import BoutiqueId
from interfaces.duckdb.all_boutiques import AllBoutiques
from interfaces.duckdb.spending import months_begun, spent, stated, thought
from interfaces.duckdb.waiting import waiting
from projections.sales import (
    MOST,
    Buyers,
    Cohort,
    DaySales,
    FiguresAway,
    FunnelSteps,
    Hands,
    Missed,
    Period,
    ProductSales,
    Satisfaction,
    SizeSales,
    Spend,
    StockTurn,
    Waiting,
)
from projections.tallies import AGENT, LIKED, PERSON, WAITED, Step

_MINE: Final = "SELECT * FROM tallies WHERE boutique_id = $boutique AND day BETWEEN $first AND $last"
_BY_DAY: Final = f"""
WITH sales AS ({_MINE} AND kind IN ('sale', 'back'))
SELECT d.day::DATE, coalesce(sum(n) FILTER (kind = 'sale'), 0)::BIGINT, coalesce(sum(pieces), 0)::BIGINT,
       coalesce(sum(amount) FILTER (kind = 'sale'), 0)::BIGINT,
       coalesce(sum(amount) FILTER (kind = 'back'), 0)::BIGINT
  FROM range($first::TIMESTAMP, $last::TIMESTAMP + INTERVAL 1 DAY, INTERVAL 1 DAY) d(day)
  LEFT JOIN sales ON sales.day = d.day::DATE
 GROUP BY 1 ORDER BY 1
"""

_TOP: Final = f"""
WITH sold AS (
  SELECT about::UUID AS product, sum(pieces)::BIGINT AS pieces, sum(amount)::BIGINT AS cents
    FROM goods_tallies WHERE boutique_id = $boutique AND day BETWEEN $first AND $last AND kind = 'product'
    GROUP BY about ORDER BY cents DESC, pieces DESC, about LIMIT {MOST}
)
SELECT product, p.title, pieces, cents FROM sold
  JOIN (SELECT * FROM sold_pieces WHERE boutique_id = $boutique) p USING (product)
 ORDER BY cents DESC, pieces DESC, product
"""

_SUMMED: Final = f"""
SELECT about, sum(n)::BIGINT, sum(pieces)::BIGINT, sum(amount)::BIGINT FROM ({_MINE} AND kind = $kind)
 GROUP BY about HAVING sum(n) > 0 ORDER BY 4 DESC, 2 DESC, about LIMIT $most
"""

_TURNS: Final = f"""
WITH turns AS (
  SELECT about::UUID AS product,
         coalesce(sum(pieces) FILTER (WHERE kind = 'came' AND day <= $last), 0)::BIGINT AS received,
         coalesce(-sum(pieces) FILTER (WHERE kind = 'went' AND day <= $last), 0)::BIGINT AS sold,
         coalesce(sum(pieces) FILTER (WHERE kind = 'corrected' AND day <= $last), 0)::BIGINT AS corrected,
         coalesce(sum(pieces) FILTER (WHERE day > $last), 0)::BIGINT AS since
    FROM goods_tallies
   WHERE boutique_id = $boutique AND day >= $first AND kind IN ('came', 'went', 'corrected')
   GROUP BY about
)
SELECT p.product, p.title, coalesce(received, 0), coalesce(sold, 0), coalesce(corrected, 0),
       p.on_hand - coalesce(since, 0) AS ended
  FROM (SELECT * FROM sold_pieces WHERE boutique_id = $boutique) p LEFT JOIN turns USING (product)
 WHERE ended > 0 OR received > 0 OR sold > 0
 ORDER BY 4 DESC, ended DESC, p.product LIMIT {MOST}
"""

_COHORTS: Final = """
SELECT about, strftime(day, '%Y-%m'), n FROM tallies
 WHERE boutique_id = $boutique AND kind = 'cohort'
   AND day BETWEEN date_trunc('month', $last::DATE) - INTERVAL 11 MONTH AND $last
   AND about >= strftime(date_trunc('month', $last::DATE) - INTERVAL 11 MONTH, '%Y-%m')
 ORDER BY 1, 2
"""

_HANDS: Final = f"""
SELECT kind, sum(n)::BIGINT, sum(n) FILTER (WHERE about = 'paid')::BIGINT,
       sum(amount)::BIGINT
  FROM ({_MINE} AND kind IN ('{AGENT}', '{PERSON}')) GROUP BY kind
"""

_MESSAGES: Final = """
SELECT about, coalesce(sum(n) FILTER (WHERE day < $first), 0)::BIGINT, sum(n)::BIGINT FROM tallies
 WHERE boutique_id = $boutique AND kind = 'message' AND day BETWEEN $begun AND $last GROUP BY about
"""

T = TypeVar("T")


class DuckFigures(AllBoutiques):
    """The ports SalesFigures and PlatformFigures over the file that this process keeps."""

    def by_day(self, boutique: BoutiqueId, period: Period) -> Sequence[DaySales]:
        """Sales of every day of the period, days without any included."""
        return [DaySales(*row) for row in self._ask(_BY_DAY, boutique, period)]

    def top_products(self, boutique: BoutiqueId, period: Period) -> Sequence[ProductSales]:
        """The pieces that sold best, best first."""
        return [ProductSales(*row) for row in self._ask(_TOP, boutique, period)]

    def top_sizes(self, boutique: BoutiqueId, period: Period) -> Sequence[SizeSales]:
        """The sizes that sold best, best first."""
        rows = self._summed("size", boutique, period)
        return [SizeSales(size, pieces, cents) for size, _, pieces, cents in rows]

    def funnel(self, boutique: BoutiqueId, period: Period) -> FunnelSteps:
        """From a chat to paid."""
        counts = dict.fromkeys(Step, 0)
        for who in (AGENT, PERSON):
            for about, n, _, __ in self._summed(who, boutique, period):
                counts[Step[about.upper()]] += n
        return FunnelSteps(*(sum(counts[further] for further in Step if further >= step) for step in Step))

    def stock_turns(self, boutique: BoutiqueId, period: Period) -> Sequence[StockTurn]:
        """How pieces came and went, those that sold most first."""
        return [StockTurn(*row) for row in self._ask(_TURNS, boutique, period)]

    def missed(self, boutique: BoutiqueId, period: Period) -> Sequence[Missed]:
        """What was asked for in vain, most often first."""
        return [Missed(wanted, times) for wanted, times, _, __ in self._summed("missed", boutique, period)]

    def response_time(self, boutique: BoutiqueId, period: Period) -> Waiting:
        """How long customers waited for the first answer."""
        rows = self._summed(WAITED, boutique, period, most=10_000)
        return waiting({about: n for about, n, _, __ in rows})

    def hands(self, boutique: BoutiqueId, period: Period) -> Sequence[Hands]:
        """The agent against people: two rows, the agent's first."""
        replies = {who: n for who, n, _, __ in self._summed("replies", boutique, period)}
        found = {
            who: (chats, paid or 0, cents) for who, chats, paid, cents in self._ask(_HANDS, boutique, period)
        }
        return [Hands(who, *found.get(who, (0, 0, 0)), replies.get(who, 0)) for who in (AGENT, PERSON)]

    def satisfaction(self, boutique: BoutiqueId, period: Period) -> Satisfaction:
        """How happy customers are with what was delivered."""
        told = {int(stars): n for stars, n, _, __ in self._summed(LIKED, boutique, period)}
        one, two, three, four, five = (told.get(stars, 0) for stars in range(1, 6))
        return Satisfaction(sum(told.values()), (one, two, three, four, five))

    def buyers(self, boutique: BoutiqueId, period: Period) -> Buyers:
        """New buyers and those who came again."""
        rows = {who: (n, cents) for who, n, _, cents in self._summed("sale", boutique, period)}
        return Buyers(*rows.get("new", (0, 0)), *rows.get("again", (0, 0)))

    def cohorts(self, boutique: BoutiqueId, period: Period) -> Sequence[Cohort]:
        """Who came again, over the year that ends with the period, by the month of the first purchase."""
        return [Cohort(*row) for row in self._ask(_COHORTS, boutique, period)]

    def spending(self, boutique: BoutiqueId, period: Period) -> Sequence[Spend]:
        """What messages and models cost."""
        models = ((about, n, micros) for about, n, _, micros in self._summed("model", boutique, period))
        messages = self._ask(_MESSAGES, boutique, period, begun=months_begun(period))
        told = ((about, n, micros) for about, n, _, micros in self._summed("charged", boutique, period))
        return [
            *spent(messages),
            *stated(told),
            *thought(models),
        ]

    def position(self, boutique: BoutiqueId) -> int:
        """How far the figures have followed the boutique's log."""
        return self._file.position(boutique)[0]

    def _summed(self, kind: str, boutique: BoutiqueId, period: Period, most: int = MOST) -> list[Any]:
        return self._ask(_SUMMED, boutique, period, kind=kind, most=most)

    def _ask(self, question: str, boutique: BoutiqueId, period: Period, **more: object) -> list[Any]:
        values = {"boutique": boutique, "first": period.first, "last": period.last, **more}
        used = {name: value for name, value in values.items() if f"${name}" in question}
        try:
            with self._file.reading() as cursor:
                return cursor.execute(question, used).fetchall()
        except duckdb.Error as error:
            raise FiguresAway(f"the figures cannot be read: {type(error).__name__}") from error
