"""The customer's screen: which pieces stand on it, and by which numbers."""

from pydantic import BaseModel, ConfigDict, Field

from domain.identity import ProductId
from domain.money import Money


class ShownPiece(BaseModel):
    """A piece on the customer's screen; `rank` is the number she sees."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rank: int = Field(ge=1)
    product: ProductId
    score: float
    price: Money
