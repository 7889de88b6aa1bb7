"""Questions to the figures as one line of JSON each, and answers the same way."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from domain.identity import BoutiqueId
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
    "buyers",
    "cohorts",
    "spending",
    "position",
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
    "buyers": TypeAdapter(Buyers),
    "cohorts": TypeAdapter(Sequence[Cohort]),
    "spending": TypeAdapter(Sequence[Spend]),
    "position": TypeAdapter(int),
}


class Question(BaseModel):
    """One question about one boutique."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    boutique: BoutiqueId
    first: date = date.min
    last: date = date.min


class Answer(BaseModel):
    """What was found, as JSON text; or why nothing could be told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    found: str | None = None
    fault: str | None = None


def answer(figures: SalesFigures, question: Question) -> str:
    """The answer to a question, as JSON text. Raises: FiguresAway."""
    if question.name == "position":
        found: Any = figures.position(question.boutique)
    else:
        found = getattr(figures, question.name)(question.boutique, Period(question.first, question.last))
    return ANSWERS[question.name].dump_json(found).decode()
