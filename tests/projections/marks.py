"""What an owner says of a piece after it was listed, made up for a boutique's life."""

from datetime import datetime, timedelta

from domain.fact import Fact
from domain.product.events import (
    ArrivalMarked,
    ArrivalUnmarked,
    LowStockLevelLifted,
    LowStockLevelSet,
    PhotoAdded,
    PhotoPutFirst,
    PhotoRemoved,
    ProductArchived,
    ProductRestored,
)

FRONT, BACK = "aa" * 32, "bb" * 32


def marks(now: datetime) -> tuple[Fact, ...]:
    """Out of the shop and back; levels, marks and photos are set, and some set right again."""
    return (
        ProductArchived(),
        ProductRestored(),
        LowStockLevelSet(level=4),
        LowStockLevelLifted(),
        LowStockLevelSet(level=3),
        ArrivalMarked(until=now + timedelta(days=14)),
        ArrivalUnmarked(),
        ArrivalMarked(until=now + timedelta(days=7)),
        PhotoAdded(picture=FRONT),
        PhotoAdded(picture=BACK),
        PhotoPutFirst(picture=BACK),
        PhotoRemoved(picture=FRONT),
    )
