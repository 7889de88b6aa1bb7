# all-boutiques: the operator's figures, sums alone
"""The questions about all boutiques at once. They answer sums by boutique, and nothing that was written."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

import duckdb

from domain.channel import Channel
from interfaces.duckdb.figures_file import FiguresFile
from interfaces.duckdb.spending import channel_and_model, months_begun, spent, stated
from projections.platform_sales import BoutiqueSales, BoutiqueSpend
from projections.sales import FiguresAway, Period
from projections.tallies import AGENT, PERSON

_SALES: Final = f"""
SELECT boutique_id,
       coalesce(sum(n) FILTER (WHERE kind <> 'sale'), 0)::BIGINT,
       coalesce(sum(n) FILTER (WHERE kind <> 'sale' AND about = 'paid'), 0)::BIGINT,
       coalesce(sum(n) FILTER (WHERE kind = 'sale'), 0)::BIGINT,
       coalesce(sum(amount) FILTER (WHERE kind = 'sale'), 0)::BIGINT
  FROM tallies WHERE day BETWEEN $first AND $last AND kind IN ('{AGENT}', '{PERSON}', 'sale')
 GROUP BY boutique_id ORDER BY boutique_id
"""  # noqa: S608 — only names of our own

_MODELS: Final = """
SELECT boutique_id, about, sum(n)::BIGINT, sum(amount)::BIGINT FROM tallies
 WHERE day BETWEEN $first AND $last AND kind = 'model'
 GROUP BY boutique_id, about HAVING sum(n) > 0 ORDER BY boutique_id, about
"""

_CHARGED: Final = """
SELECT boutique_id, about, sum(n)::BIGINT, sum(amount)::BIGINT FROM tallies
 WHERE day BETWEEN $first AND $last AND kind = 'charged'
 GROUP BY boutique_id, about HAVING sum(n) > 0 ORDER BY boutique_id, about
"""

_MESSAGES: Final = """
SELECT boutique_id, about, coalesce(sum(n) FILTER (WHERE day < $first), 0)::BIGINT, sum(n)::BIGINT
  FROM tallies WHERE kind = 'message' AND day BETWEEN $begun AND $last
 GROUP BY boutique_id, about ORDER BY boutique_id, about
"""


class AllBoutiques:
    """The port PlatformFigures over the file that this process keeps."""

    def __init__(self, file: FiguresFile) -> None:
        self._file = file

    def sales_of_all(self, period: Period) -> Sequence[BoutiqueSales]:
        """What each boutique did; those that did nothing are left out."""
        return [BoutiqueSales(*row) for row in self._ask_all(_SALES, first=period.first, last=period.last)]

    def spending_of_all(self, period: Period) -> Sequence[BoutiqueSpend]:
        """What messages and models cost each boutique."""
        models = [
            BoutiqueSpend(boutique, "model", *channel_and_model(about), n, cost)
            for boutique, about, n, cost in self._ask_all(_MODELS, first=period.first, last=period.last)
        ]
        begun = months_begun(period)
        messages = self._ask_all(_MESSAGES, first=period.first, last=period.last, begun=begun)
        charged = self._ask_all(_CHARGED, first=period.first, last=period.last)
        return [*_messages(messages), *_charged(charged), *models]

    def _ask_all(self, question: str, **values: object) -> list[Any]:
        try:
            with self._file.reading() as cursor:
                return cursor.execute(question, values).fetchall()
        except duckdb.Error as error:
            raise FiguresAway(f"the figures cannot be read: {type(error).__name__}") from error


def _messages(rows: Sequence[tuple[UUID, str, int, int]]) -> Sequence[BoutiqueSpend]:
    """Each number's first messages of a month are free, so they are priced number by number."""
    of: dict[tuple[UUID, str], list[tuple[str, int, int]]] = defaultdict(list)
    for boutique, about, before, in_all in rows:
        of[boutique, _channel(about)].append((about, before, in_all))
    return [
        BoutiqueSpend(boutique, "message", channel, each.about, each.times, each.micro_usd)
        for (boutique, channel), told in of.items()
        for each in spent(told)
    ]


def _charged(rows: Sequence[tuple[UUID, str, int, int]]) -> Sequence[BoutiqueSpend]:
    of: dict[UUID, list[tuple[str, int, int]]] = defaultdict(list)
    for boutique, about, n, micros in rows:
        of[boutique].append((about, n, micros))
    return [
        BoutiqueSpend(boutique, "message", Channel.TWILIO, each.about, each.times, each.micro_usd)
        for boutique, told in of.items()
        for each in stated(told)
    ]


def _channel(about: str) -> str:
    """The way a message went, by its account: Twilio's are an account and a number together."""
    account = about.split("/", 2)[1]
    return Channel.TWILIO if ":" in account else Channel.CLOUD_API
