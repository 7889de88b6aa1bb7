"""What all answers of the dashboard's API are made of: pages, money, and what went wrong.

The page's own types are generated from these. Units: times are UTC; money is integer cents beside the text
that a shop would write.
"""

from collections.abc import Iterable
from typing import Final, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from domain.money import Money
from interfaces.sayings import Said, Saying

MOST_CENTS: Final = 100_000_000_00
"""No sum of a shop's is above it."""


class Answer(BaseModel):
    """Something that the API says; it is written once and never changed."""

    model_config = ConfigDict(frozen=True)


Item = TypeVar("Item")


class Page(Answer, Generic[Item]):
    """A page of a list. `next_cursor` fetches the following one; None at the end."""

    items: list[Item]
    next_cursor: str | None


class Amount(Answer):
    """Money as a figure and as a shop writes it. Units: cents. Example: 250000 is "KSh 2,500"."""

    cents: int
    currency: str
    text: str

    @classmethod
    def of(cls, money: Money) -> "Amount":
        """The amount of this money."""
        return cls(cents=money.cents, currency=money.currency, text=str(money))


class Told(Answer):
    """A sentence about a connection, for which the page has the words.

    Shape: `what` fills the sentence's blank; `quote` is the neighbour's own words, where it said any.
    """

    neighbour: str
    saying: Saying
    what: str
    quote: str

    @classmethod
    def of(cls, said: Iterable[Said]) -> "list[Told]":
        """Each saying with what is particular."""
        return [
            cls(neighbour=each.neighbour, saying=each.saying, what=each.what, quote=each.quote)
            for each in said
        ]


class Problem(Answer):
    """What went wrong, as application/problem+json. `cause` finds it in the log of the running system.

    `said` is the same for an owner's page where a number, a till or a brain is not connected.
    """

    type: str
    title: str
    status: int
    detail: str | None = None
    cause: str
    said: list[Told] = []
