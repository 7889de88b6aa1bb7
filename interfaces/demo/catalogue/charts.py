"""Size charts: the bodies that the boutiques' sizes are cut for.

Source: our own, drawn up in the usual five to six centimetre steps of women's and men's ready-to-wear.
Units: centimetres.
"""

from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from typing import Self

from domain.sizes import Measurements, Size, SizeChart, SizeSystem

Body = tuple[int, int, int]

WOMEN_LETTER: dict[str, Body] = {
    "XS": (80, 62, 88),
    "S": (86, 68, 94),
    "M": (92, 74, 100),
    "L": (98, 80, 106),
    "XL": (104, 87, 112),
    "XXL": (111, 94, 119),
    "3XL": (118, 102, 126),
}
WOMEN_UK: dict[str, Body] = {
    "8": (82, 64, 90),
    "10": (87, 69, 95),
    "12": (92, 74, 100),
    "14": (97, 79, 105),
    "16": (103, 85, 111),
    "18": (109, 92, 117),
    "20": (115, 99, 123),
}
MEN_LETTER: dict[str, Body] = {
    "S": (94, 80, 95),
    "M": (100, 86, 100),
    "L": (106, 92, 105),
    "XL": (112, 99, 110),
    "XXL": (119, 107, 116),
    "3XL": (127, 116, 123),
}


class Wearer(StrEnum):
    """Whom a design is cut for."""

    WOMEN = "women"
    MEN = "men"
    ANYONE = "anyone"


class Part(Enum):
    """Which measures decide the fit: bust, waist, hip."""

    WHOLE = (True, True, True)
    UPPER = (True, True, False)
    LOWER = (False, True, True)
    LOOSE = (True, False, True)
    NONE = (False, False, False)


@dataclass(frozen=True, slots=True)
class Ruler:
    """How a design is measured: its size system, its bodies, and how much wider than usual it is cut."""

    system: SizeSystem
    bodies: tuple[tuple[str, Body], ...] = ()
    part: Part = Part.WHOLE
    ease: int = 0
    wearer: Wearer = Wearer.WOMEN

    def on(self, part: Part) -> Self:
        """The same ruler where only these measures decide."""
        return replace(self, part=part)

    def eased(self, ease: int) -> Self:
        """The same ruler for a design cut wider (or, below zero, narrower)."""
        return replace(self, ease=ease)

    def size(self, value: str) -> Size:
        """The size written so on this ruler."""
        return Size(system=self.system, value=value)

    def chart(self, sizes: tuple[Size, ...]) -> SizeChart:
        """The chart of these sizes, in their order."""
        return SizeChart(rows=tuple((size, self._body(size.value)) for size in sizes))

    def _body(self, value: str) -> Measurements:
        body = dict(self.bodies).get(value)
        if body is None:
            return Measurements()
        bust, waist, hip = (
            measure + self.ease if counts else None
            for measure, counts in zip(body, self.part.value, strict=True)
        )
        return Measurements(bust=bust, waist=waist, hip=hip)


LETTER = Ruler(SizeSystem.LETTER, tuple(WOMEN_LETTER.items()))
UK = Ruler(SizeSystem.UK, tuple(WOMEN_UK.items()))
MEN = Ruler(SizeSystem.LETTER, tuple(MEN_LETTER.items()), Part.UPPER, wearer=Wearer.MEN)
EU_SHOES = Ruler(SizeSystem.EU, part=Part.NONE)
EU_MEN = Ruler(SizeSystem.EU, part=Part.NONE, wearer=Wearer.MEN)
EU_ANYONE = Ruler(SizeSystem.EU, part=Part.NONE, wearer=Wearer.ANYONE)
ONE_SIZE = Ruler(SizeSystem.ONE, part=Part.NONE, wearer=Wearer.ANYONE)
