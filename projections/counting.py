"""How facts of the stock move the counts of a size; every read model that counts pieces counts so."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple, Protocol

from domain.fact import Fact
from domain.stock.events import (
    StockAdjusted,
    StockReceived,
    StockReleased,
    StockReserved,
    StockReturned,
    StockSold,
)


class Counted(Protocol):
    """A row with counts: `reserved` of those `on_hand` are held for orders."""

    on_hand: int
    reserved: int


class _Change(NamedTuple):
    on_hand: int
    reserved: int


_CHANGES: Final[dict[type[Fact], Callable[[Any], _Change]]] = {
    StockReceived: lambda fact: _Change(fact.quantity, 0),
    StockReserved: lambda fact: _Change(0, fact.quantity),
    StockReleased: lambda fact: _Change(0, -fact.quantity),
    StockSold: lambda fact: _Change(-fact.quantity, -fact.quantity),
    StockReturned: lambda fact: _Change(fact.quantity, 0),
    StockAdjusted: lambda fact: _Change(fact.change, 0),
}

COUNTED: Final = frozenset(kind.TOPIC for kind in _CHANGES)
"""The facts that move counts."""


def counts(fact: Fact) -> bool:
    """Whether a fact moves counts."""
    return type(fact) in _CHANGES


def count(row: Counted, fact: Fact) -> None:
    """Move the counts of a row by a fact."""
    change = _CHANGES[type(fact)](fact)
    row.on_hand += change.on_hand
    row.reserved += change.reserved
