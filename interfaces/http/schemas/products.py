"""The catalogue with its stock."""

from uuid import UUID

from domain.clothing import Colour, Garment, Pattern
from interfaces.http.schemas.answers import Amount, Answer


class SizeStock(Answer):
    """What is there of one size."""

    variant: UUID
    size: str
    on_hand: int
    reserved: int
    available: int
    low: bool


class ProductRow(Answer):
    """A piece of the catalogue, with its stock per size."""

    id: UUID
    sku: str
    title: str
    title_sw: str
    price: Amount
    garment: Garment
    colours: list[Colour]
    pattern: Pattern
    picture: str | None
    archived: bool
    available: int
    sizes: list[SizeStock]
