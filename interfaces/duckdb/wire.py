"""Questions to the figures as one line of JSON each, and answers the same way."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, Literal, Protocol, Self

from pydantic import BaseModel, ConfigDict, TypeAdapter, model_validator

from domain.identity import BoutiqueId
from projections.platform_sales import BoutiqueSales, BoutiqueSpend, PlatformFigures
from projections.sales import (
    Buyers,
    Cohort,
    DaySales,
    FunnelSteps,
    Hands,
    Missed,
    Period,
    ProductSales,
    SalesFigures,
    Satisfaction,
    SizeSales,
    Spend,
    StockTurn,
    Waiting,
)

LONGEST_QUESTION = 4_096

Name = Literal[
    "by_day",
    "top_products",
    "top_sizes",
    "funnel",
    "stock_turns",
    "missed",
    "response_time",
    "hands",
    "satisfaction",
    "buyers",
    "cohorts",
    "spending",
    "position",
    "sales_of_all",
    "spending_of_all",
]

ANSWERS: dict[Name, TypeAdapter[Any]] = {
    "by_day": TypeAdapter(Sequence[DaySales]),
    "top_products": TypeAdapter(Sequence[ProductSales]),
    "top_sizes": TypeAdapter(Sequence[SizeSales]),
    "funnel": TypeAdapter(FunnelSteps),
    "stock_turns": TypeAdapter(Sequence[StockTurn]),
    "missed": TypeAdapter(Sequence[Missed]),
    "response_time": TypeAdapter(Waiting),
    "hands": TypeAdapter(Sequence[Hands]),
    "satisfaction": TypeAdapter(Satisfaction),
    "buyers": TypeAdapter(Buyers),
    "cohorts": TypeAdapter(Sequence[Cohort]),
    "spending": TypeAdapter(Sequence[Spend]),
    "position": TypeAdapter(int),
    "sales_of_all": TypeAdapter(Sequence[BoutiqueSales]),
    "spending_of_all": TypeAdapter(Sequence[BoutiqueSpend]),
}


OF_ALL: Final = frozenset({"sales_of_all", "spending_of_all"})
"""The questions about all boutiques at once; every other one names its boutique."""


class AllFigures(SalesFigures, PlatformFigures, Protocol):
    """Every question that can be asked over the wire."""


class Question(BaseModel):
    """One question about one boutique; about all of them without one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    boutique: BoutiqueId | None = None
    first: date = date.min
    last: date = date.min

    @model_validator(mode="after")
    def _says_whose(self) -> Self:
        if (self.boutique is None) != (self.name in OF_ALL):
            raise ValueError("whose figures?")
        return self


class Answer(BaseModel):
    """What was found, as JSON text; or why nothing could be told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    found: str | None = None
    fault: str | None = None


def answer(figures: AllFigures, question: Question) -> str:
    """The answer to a question, as JSON text. Raises: FiguresAway."""
    period = Period(question.first, question.last)
    if question.boutique is None:
        found: Any = getattr(figures, question.name)(period)
    elif question.name == "position":
        found = figures.position(question.boutique)
    else:
        found = getattr(figures, question.name)(question.boutique, period)
    return ANSWERS[question.name].dump_json(found).decode()
