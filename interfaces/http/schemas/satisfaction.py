"""How happy customers are."""

from interfaces.http.schemas.answers import Answer


class StarsSum(Answer):
    """Orders delivered in a time. Shape: `stars` counts those with one star first, five stars last.

    `average` is None where nobody said anything; `happy_percent` are those with four stars or more.
    """

    delivered: int
    rated: int
    stars: list[int]
    average: float | None
    happy_percent: int | None


class CustomerSatisfaction(StarsSum):
    """The same of the time before, which is as long."""

    before: StarsSum
