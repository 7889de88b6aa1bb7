"""A stock take: what is to be counted, what was, and what became of it."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from interfaces.http.schemas.answers import Answer
from interfaces.http.schemas.products import Asked, Pieces, Reason


class SizeToCount(Answer):
    """A size that can be counted, and how many there should be; `reserved` of them are held for orders."""

    variant: UUID
    size: str
    on_hand: int
    reserved: int


class PieceToCount(Answer):
    """A piece that is offered, as somebody finds it on the rail."""

    id: UUID
    sku: str
    title: str
    title_sw: str
    picture: str | None
    sizes: list[SizeToCount]


class SizeCount(Asked):
    """What was counted of one size. `seen` is how many the page said there were when it was counted."""

    product: UUID
    variant: UUID
    counted: Pieces
    seen: Pieces | None = None


class StockTake(Asked):
    """A count of many sizes."""

    counts: list[SizeCount] = Field(min_length=1, max_length=500)
    reason: Reason = "counted"


class CountedSize(Asked):
    """A size that was counted."""

    product: UUID
    variant: UUID


class StockTakeUndo(Asked):
    """A count to take back: the key under which it was sent, and sizes of it."""

    take: Annotated[str, Field(min_length=1, max_length=80)]
    sizes: list[CountedSize] = Field(min_length=1, max_length=500)


class CountNotTaken(Answer):
    """A count that was not taken, or not taken back; `code` names the rule, `on_hand` what there is now."""

    variant: UUID
    code: str
    on_hand: int


class StockTaken(Answer):
    """What became of a count: those sizes that kept what they had."""

    refused: list[CountNotTaken]
