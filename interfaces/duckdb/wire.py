"""Questions to the figures as one line of JSON each, and answers the same way."""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from domain.identity import BoutiqueId
from projections.sales import DaySales, FunnelSteps, Period, ProductSales, SalesFigures, Waiting

LONGEST_QUESTION = 4_096

Name = Literal["by_day", "top_products", "funnel", "response_time", "position"]

ANSWERS: dict[Name, TypeAdapter[Any]] = {
    "by_day": TypeAdapter(list[DaySales]),
    "top_products": TypeAdapter(list[ProductSales]),
    "funnel": TypeAdapter(FunnelSteps),
    "response_time": TypeAdapter(Waiting),
    "position": TypeAdapter(int),
}


class Question(BaseModel):
    """One question about one boutique."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    boutique: BoutiqueId
    first: date = date.min
    last: date = date.min
    limit: int = 10


class Answer(BaseModel):
    """What was found, as JSON text; or why nothing could be told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    found: str | None = None
    fault: str | None = None


def answer(figures: SalesFigures, question: Question) -> str:
    """The answer to a question, as JSON text. Raises: FiguresAway."""
    period = Period(question.first, question.last)
    found: Any
    match question.name:
        case "by_day":
            found = figures.by_day(question.boutique, period)
        case "top_products":
            found = figures.top_products(question.boutique, period, question.limit)
        case "funnel":
            found = figures.funnel(question.boutique, period)
        case "response_time":
            found = figures.response_time(question.boutique, period)
        case "position":
            found = figures.position(question.boutique)
    return ANSWERS[question.name].dump_json(found).decode()
