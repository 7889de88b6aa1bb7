"""Five scripted months of orders, from which reports and size advice have something to tell."""

import math
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np

from domain.clothing import Garment
from domain.sizes import SizeSystem
from interfaces.demo.catalogue.boutique import Boutique, Persona
from interfaces.demo.catalogue.charts import Wearer
from interfaces.demo.catalogue.piece import Piece

DAYS = 150
ORDERS = 76
TODAY = date(2026, 11, 23)


class Outcome(StrEnum):
    """How a past order ended."""

    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    PIN_REFUSED = "pin-refused"
    REFUNDED = "refunded"


@dataclass(frozen=True, slots=True)
class OrderedItem:
    """One piece in one size.

    Shape: size is the value on the piece's own ruler, as in "M" or "39".
    """

    sku: str
    size: str
    quantity: int


@dataclass(frozen=True, slots=True)
class PastOrder:
    """One order of the scripted past.

    Units: hour and minute in East Africa Time.
    """

    days_ago: int
    hour: int
    minute: int
    persona: int
    items: tuple[OrderedItem, ...]
    area: str
    landmark: str
    outcome: Outcome


def past_orders(boutique: Boutique, seed: int = 1, today: date = TODAY) -> list[PastOrder]:
    """The boutique's past, oldest order first; the same arguments always give the same past."""
    chance = np.random.default_rng([seed, len(boutique.pieces)])
    count = ORDERS + int(chance.integers(-8, 9))
    days = sorted(_days(chance, count, today), reverse=True)
    return [_order(chance, boutique, int(day)) for day in days]


def _days(chance: np.random.Generator, count: int, today: date) -> list[int]:
    weights = np.array([_busyness(day, today) for day in range(1, DAYS + 1)])
    return [int(day) for day in chance.choice(np.arange(1, DAYS + 1), count, p=weights / weights.sum())]


def _busyness(days_ago: int, today: date) -> float:
    grown = 0.55 + 1.45 * (1 - days_ago / DAYS)
    weekday = (today - timedelta(days=days_ago)).weekday()
    return grown * (1.0, 0.9, 0.9, 1.0, 1.4, 2.2, 1.6)[weekday]


def _order(chance: np.random.Generator, boutique: Boutique, days_ago: int) -> PastOrder:
    # Few customers come often, many come once: the n-th is drawn as 1 / sqrt(n).
    weights = np.array([1 / math.sqrt(place + 1) for place in range(len(boutique.personas))])
    persona = int(chance.choice(len(weights), p=weights / weights.sum()))
    areas = boutique.profile.areas
    area = areas[int(chance.integers(len(areas))) if chance.random() < 0.2 else persona % len(areas)]
    return PastOrder(
        days_ago=days_ago,
        hour=int(chance.choice(np.arange(8, 22), p=HOURS)),
        minute=int(chance.integers(60)),
        persona=persona,
        items=_items(chance, boutique, boutique.personas[persona]),
        area=area.name,
        landmark=area.landmarks[persona % len(area.landmarks)],
        outcome=Outcome(str(chance.choice([o.value for o in Outcome], p=OUTCOMES))),
    )


OUTCOMES = [0.80, 0.06, 0.07, 0.05, 0.02]
HOURS = np.array([3, 5, 6, 7, 9, 10, 7, 6, 7, 9, 12, 11, 6, 2]) / 100


def _items(chance: np.random.Generator, boutique: Boutique, persona: Persona) -> tuple[OrderedItem, ...]:
    fitting = [(p, size) for p in boutique.pieces if (size := size_for(p, persona)) is not None]
    wanted = int(chance.choice([1, 2, 3], p=[0.68, 0.25, 0.07]))
    places = chance.choice(len(fitting), wanted, replace=False)
    items = []
    for place in sorted(int(p) for p in places):
        piece, size = fitting[place]
        pair = piece.garment in (Garment.KANGA, Garment.T_SHIRT) and chance.random() < 0.35
        items.append(OrderedItem(piece.sku, size, 2 if pair else 1))
    return tuple(items)


def size_for(piece: Piece, persona: Persona) -> str | None:
    """The size of the piece that the persona wears; None if it is not made for them or not in their size."""
    if piece.wearer is not Wearer.ANYONE and (piece.wearer is Wearer.MEN) is not persona.man:
        return None
    worn = {
        SizeSystem.LETTER: persona.letter,
        SizeSystem.UK: persona.uk,
        SizeSystem.EU: persona.eu,
        SizeSystem.ONE: "ONE",
    }
    size = worn.get(piece.variants[0].size.system)
    return size if any(variant.size.value == size for variant in piece.variants) else None
