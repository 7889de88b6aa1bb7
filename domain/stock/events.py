"""What happens to the stock of one variant."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from domain.fact import Fact
from domain.identity import OrderId, ProductId


class ReleaseReason(StrEnum):
    """Why held pieces went back on the shelf."""

    CANCELLED = "cancelled"
    EXPIRED = "expired"
    CHANGED = "changed"


class StockReceived(Fact):
    """Pieces came in."""

    TOPIC: ClassVar = "stock-received.v1"
    product: ProductId
    quantity: int = Field(gt=0)


class StockReserved(Fact):
    """Pieces are held for an order until a time."""

    TOPIC: ClassVar = "stock-reserved.v1"
    order: OrderId
    quantity: int = Field(gt=0)
    until: datetime


class StockReleased(Fact):
    """Held pieces went back on the shelf."""

    TOPIC: ClassVar = "stock-released.v1"
    order: OrderId
    quantity: int = Field(gt=0)
    reason: ReleaseReason


class StockSold(Fact):
    """Held pieces were paid for and are gone."""

    TOPIC: ClassVar = "stock-sold.v1"
    order: OrderId
    quantity: int = Field(gt=0)


class StockReturned(Fact):
    """Sold pieces came back."""

    TOPIC: ClassVar = "stock-returned.v1"
    order: OrderId
    quantity: int = Field(gt=0)


class StockAdjusted(Fact):
    """A count or a loss corrected what is on hand. `change` is never zero."""

    TOPIC: ClassVar = "stock-adjusted.v1"
    change: int
    reason: str
