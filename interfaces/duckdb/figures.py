"""The questions to the figures. The boutique is put into every query here, and nowhere else."""

from collections.abc import Sequence
from typing import Any, Final

import duckdb

from domain.identity import BoutiqueId
from interfaces.duckdb.figures_file import FiguresFile
from projections.sales import DaySales, FiguresAway, FunnelSteps, Period, ProductSales, Waiting

_BY_DAY: Final = """
WITH mine AS (SELECT * FROM moments WHERE boutique_id = $boutique),
paid AS (SELECT day, subject, cents FROM mine WHERE kind = 'paid' AND day BETWEEN $first AND $last),
pieces AS (SELECT subject, sum(pieces) AS pieces FROM mine WHERE kind = 'line' GROUP BY subject)
SELECT d.day::DATE, count(paid.subject), coalesce(sum(pieces.pieces), 0)::BIGINT,
       coalesce(sum(paid.cents), 0)::BIGINT
  FROM range($first::TIMESTAMP, $last::TIMESTAMP + INTERVAL 1 DAY, INTERVAL 1 DAY) d(day)
  LEFT JOIN paid ON paid.day = d.day::DATE
  LEFT JOIN pieces ON pieces.subject = paid.subject
 GROUP BY 1 ORDER BY 1
"""

_TOP: Final = """
WITH mine AS (SELECT * FROM moments WHERE boutique_id = $boutique),
paid AS (SELECT DISTINCT subject FROM mine WHERE kind = 'paid' AND day BETWEEN $first AND $last)
SELECT product, arg_max(title, position), sum(pieces)::BIGINT, sum(cents)::BIGINT
  FROM mine SEMI JOIN paid USING (subject) WHERE kind = 'line'
 GROUP BY product ORDER BY 4 DESC, 3 DESC, product LIMIT $limit
"""

_FUNNEL: Final = """
WITH mine AS (SELECT * FROM moments WHERE boutique_id = $boutique),
whose AS (SELECT subject, any_value(customer) AS customer FROM mine WHERE kind = 'begun' GROUP BY subject),
steps AS (
  SELECT kind, count(DISTINCT whose.customer) AS customers FROM mine JOIN whose USING (subject)
   WHERE day BETWEEN $first AND $last AND kind IN ('shown', 'carted', 'prompted', 'paid') GROUP BY kind
)
SELECT kind, customers FROM steps
"""

_WAITING: Final = """
WITH mine AS (SELECT * FROM moments WHERE boutique_id = $boutique),
asked AS (
  SELECT subject, arg_min(told_at, position) AS began, arg_min(day, position) AS day,
         min(position) AS position
    FROM mine WHERE kind = 'wrote' GROUP BY subject
),
answered AS (
  SELECT asked.subject, arg_min(mine.told_at, mine.position) AS ended FROM mine
    JOIN asked ON mine.subject = asked.subject AND mine.position > asked.position
   WHERE mine.kind = 'answered' GROUP BY asked.subject
),
waited AS (
  SELECT epoch(answered.ended - asked.began) AS seconds FROM asked LEFT JOIN answered USING (subject)
   WHERE asked.day BETWEEN $first AND $last
)
SELECT count(seconds), count(*) - count(seconds), quantile_cont(seconds, 0.5), quantile_cont(seconds, 0.9)
  FROM waited
"""


class DuckFigures:
    """The port SalesFigures over the file that this process keeps."""

    def __init__(self, file: FiguresFile) -> None:
        self._file = file

    def by_day(self, boutique: BoutiqueId, period: Period) -> Sequence[DaySales]:
        """Sales of every day of the period, days without any included."""
        return [DaySales(*row) for row in self._ask(_BY_DAY, boutique, period)]

    def top_products(self, boutique: BoutiqueId, period: Period, limit: int) -> Sequence[ProductSales]:
        """The pieces that sold best, best first."""
        return [ProductSales(*row) for row in self._ask(_TOP, boutique, period, limit=limit)]

    def funnel(self, boutique: BoutiqueId, period: Period) -> FunnelSteps:
        """From pieces shown to paid."""
        steps = dict(self._ask(_FUNNEL, boutique, period))
        return FunnelSteps(*(steps.get(kind, 0) for kind in ("shown", "carted", "prompted", "paid")))

    def response_time(self, boutique: BoutiqueId, period: Period) -> Waiting:
        """How long customers waited for the first answer."""
        return Waiting(*self._ask(_WAITING, boutique, period)[0])

    def position(self, boutique: BoutiqueId) -> int:
        """How far the figures have followed the boutique's log."""
        return self._file.position(boutique)[0]

    def _ask(self, question: str, boutique: BoutiqueId, period: Period, **more: int) -> list[Any]:
        values = {"boutique": boutique, "first": period.first, "last": period.last, **more}
        try:
            with self._file.reading() as cursor:
                return cursor.execute(question, values).fetchall()
        except duckdb.Error as error:
            raise FiguresAway(f"the figures cannot be read: {type(error).__name__}") from error
