"""The pieces a picture is laid from: cut cloth with its folds, and thread."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Self

import numpy as np

from interfaces.demo.drawing.cloth import Material
from interfaces.demo.drawing.geometry import Points, extent, mirror
from interfaces.demo.drawing.palette import Shade


class Fold(NamedTuple):
    """A ridge (height above 0) or groove (below 0) in the cloth, thinning out at both ends.

    Units: centimetres; height from -1 to 1.
    """

    line: Points
    width: float
    height: float
    crisp: bool = False


class Hang(NamedTuple):
    """How the cloth's own pattern runs in a panel: turned, widening downward, sagging."""

    turn: float = 0.0
    flare: float = 0.0
    sag: float = 0.0


@dataclass(frozen=True, slots=True)
class Panel:
    """One cut of cloth, laid over what lies there already."""

    outline: Points
    material: Material
    holes: tuple[Points, ...] = ()
    folds: tuple[Fold, ...] = ()
    hang: Hang = field(default_factory=Hang)
    puff: float = 1.0
    shadow: float = 0.35
    light: float = 1.0
    wrinkle: float = 1.0
    scenery: bool = False

    def mirrored(self) -> Self:
        """The same panel on the other side of the body."""
        return replace(
            self,
            outline=mirror(self.outline),
            holes=tuple(mirror(h) for h in self.holes),
            folds=tuple(f._replace(line=mirror(f.line)) for f in self.folds),
            hang=self.hang._replace(turn=-self.hang.turn),
        )

    def extent(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom in centimetres."""
        return extent([self.outline])


@dataclass(frozen=True, slots=True)
class Stitch:
    """Thread along lines: dashed as a top stitch, or whole as a piped edge."""

    lines: tuple[Points, ...]
    shade: Shade
    width: float = 0.25
    dash: float = 0.7
    strength: float = 0.8

    def mirrored(self) -> Self:
        """The same thread on the other side of the body."""
        return replace(self, lines=tuple(mirror(line) for line in self.lines))


Layer = Panel | Stitch


def both_sides(layers: Sequence[Layer]) -> list[Layer]:
    """The layers and their mirror images."""
    return [*layers, *(layer.mirrored() for layer in layers)]


def drape(
    chance: np.random.Generator,
    top: tuple[float, float],
    bottom: tuple[float, float],
    count: int,
    height: float = 0.6,
) -> tuple[Fold, ...]:
    """Folds falling from (y, half width) to (y, half width), fanning out with the cloth."""
    (y0, half0), (y1, half1) = top, bottom
    folds = []
    for place in np.linspace(-0.88, 0.88, count) + chance.uniform(-0.07, 0.07, count):
        start = chance.uniform(0.0, 0.45)
        ys = np.linspace(y0 + (y1 - y0) * start, y1 + 2, 6)
        share = (ys - y0) / max(y1 - y0, 1e-6)
        xs = place * (half0 + (half1 - half0) * share) + np.cumsum(chance.uniform(-0.25, 0.25, 6))
        width = max(half1 * 2 / (count * 2.1), 1.0) * chance.uniform(0.7, 1.2)
        folds.append(Fold(np.stack([xs, ys], axis=1), width, height * chance.uniform(0.6, 1.0)))
    return tuple(folds)
