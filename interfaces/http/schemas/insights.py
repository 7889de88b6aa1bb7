"""The shop's figures, and how far the read models are."""

from datetime import date
from uuid import UUID

from interfaces.http.schemas.answers import Amount, Answer


class SalesDay(Answer):
    """What was paid on one day in East Africa."""

    day: date
    orders: int
    pieces: int
    paid: Amount


class Sales(Answer):
    """Sales by day, oldest first, days without sales included."""

    days: list[SalesDay]
    orders: int
    paid: Amount


class TopProduct(Answer):
    """A piece by what it sold."""

    product: UUID
    title: str
    picture: str | None
    pieces: int
    paid: Amount


class TopProducts(Answer):
    """The pieces that sold best."""

    days: int
    products: list[TopProduct]


class Funnel(Answer):
    """How many customers came how far in the days asked for."""

    days: int
    shown: int
    carted: int
    prompted: int
    paid: int


class ResponseTime(Answer):
    """How long customers waited for the first answer. Units: seconds; None where nobody wrote."""

    days: int
    answered: int
    unanswered: int
    median_seconds: float | None
    p90_seconds: float | None


class ModelLag(Answer):
    """How far one read model is behind the log. `fault` says what stopped it."""

    name: str
    position: int
    behind: int
    fault: str | None


class Lag(Answer):
    """The boutique's log and all that follows it."""

    head: int
    models: list[ModelLag]


class LivePosition(Answer):
    """An event of the live stream: what is visible now, and where the log stands."""

    visible: int
    head: int
