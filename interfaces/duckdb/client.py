"""Asks the process that keeps the figures."""

import socket
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from domain.identity import BoutiqueId
from interfaces.duckdb.wire import ANSWERS, Answer, Name, Question
from projections.platform_sales import BoutiqueSales, BoutiqueSpend
from projections.sales import (
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

PATIENCE_SECONDS: Final = 5.0


class RemoteFigures:
    """SalesFigures and PlatformFigures, answered by another process. Safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def by_day(self, boutique: BoutiqueId, period: Period) -> Sequence[DaySales]:
        """Sales of every day of the period, days without any included."""
        found: Sequence[DaySales] = self._ask("by_day", boutique, period)
        return found

    def top_products(self, boutique: BoutiqueId, period: Period) -> Sequence[ProductSales]:
        """The pieces that sold best, best first."""
        found: Sequence[ProductSales] = self._ask("top_products", boutique, period)
        return found

    def top_sizes(self, boutique: BoutiqueId, period: Period) -> Sequence[SizeSales]:
        """The sizes that sold best, best first."""
        found: Sequence[SizeSales] = self._ask("top_sizes", boutique, period)
        return found

    def funnel(self, boutique: BoutiqueId, period: Period) -> FunnelSteps:
        """From a chat to paid."""
        found: FunnelSteps = self._ask("funnel", boutique, period)
        return found

    def stock_turns(self, boutique: BoutiqueId, period: Period) -> Sequence[StockTurn]:
        """How pieces came and went, those that sold most first."""
        found: Sequence[StockTurn] = self._ask("stock_turns", boutique, period)
        return found

    def missed(self, boutique: BoutiqueId, period: Period) -> Sequence[Missed]:
        """What was asked for in vain, most often first."""
        found: Sequence[Missed] = self._ask("missed", boutique, period)
        return found

    def response_time(self, boutique: BoutiqueId, period: Period) -> Waiting:
        """How long customers waited for the first answer."""
        found: Waiting = self._ask("response_time", boutique, period)
        return found

    def hands(self, boutique: BoutiqueId, period: Period) -> Sequence[Hands]:
        """The agent against people: two rows, the agent's first."""
        found: Sequence[Hands] = self._ask("hands", boutique, period)
        return found

    def satisfaction(self, boutique: BoutiqueId, period: Period) -> Satisfaction:
        """How happy customers are with what was delivered."""
        found: Satisfaction = self._ask("satisfaction", boutique, period)
        return found

    def buyers(self, boutique: BoutiqueId, period: Period) -> Buyers:
        """New buyers and those who came again."""
        found: Buyers = self._ask("buyers", boutique, period)
        return found

    def cohorts(self, boutique: BoutiqueId, period: Period) -> Sequence[Cohort]:
        """Who came again, over the year that ends with the period, by the month of the first purchase."""
        found: Sequence[Cohort] = self._ask("cohorts", boutique, period)
        return found

    def spending(self, boutique: BoutiqueId, period: Period) -> Sequence[Spend]:
        """What messages and models cost."""
        found: Sequence[Spend] = self._ask("spending", boutique, period)
        return found

    def position(self, boutique: BoutiqueId) -> int:
        """How far the figures have followed the boutique's log."""
        found: int = self._ask("position", boutique)
        return found

    def sales_of_all(self, period: Period) -> Sequence[BoutiqueSales]:
        """What each boutique did; those that did nothing are left out."""
        found: Sequence[BoutiqueSales] = self._ask("sales_of_all", None, period)
        return found

    def spending_of_all(self, period: Period) -> Sequence[BoutiqueSpend]:
        """What messages and models cost each boutique."""
        found: Sequence[BoutiqueSpend] = self._ask("spending_of_all", None, period)
        return found

    def _ask(self, name: Name, boutique: BoutiqueId | None, period: Period | None = None) -> Any:
        question = Question(name=name, boutique=boutique)
        if period is not None:
            question = question.model_copy(update={"first": period.first, "last": period.last})
        try:
            told = Answer.model_validate_json(self._send(question))
        except (OSError, ValidationError) as error:
            raise FiguresAway("the process that keeps the figures does not answer") from error
        if told.found is None:
            raise FiguresAway(told.fault or "nothing was found")
        return ANSWERS[name].validate_json(told.found)

    def _send(self, question: Question) -> bytes:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as wire:
            wire.settimeout(PATIENCE_SECONDS)
            wire.connect(str(self._path))
            wire.sendall(question.model_dump_json().encode() + b"\n")
            with wire.makefile("rb") as answers:
                return answers.readline()
