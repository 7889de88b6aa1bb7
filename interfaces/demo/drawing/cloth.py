"""Cloth: a tile of pattern repeated without a seam, and how its surface takes the light."""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from interfaces.demo.drawing.palette import Shade

Grid = NDArray[np.float32]
Tile = NDArray[np.uint8]


class Finish(Enum):
    """A surface: grain of the weave, gloss, and softness of the folds."""

    MATTE = (0.009, 0.12, 1.0)
    CRISP = (0.016, 0.14, 1.2)
    SATIN = (0.004, 0.8, 1.5)
    FLOWING = (0.012, 0.28, 1.2)
    KNIT = (0.022, 0.05, 0.8)
    DENIM = (0.030, 0.08, 1.0)
    LEATHER = (0.014, 0.85, 1.0)
    VELVET = (0.016, 0.30, 1.5)
    STIFF = (0.014, 0.35, 0.6)

    @property
    def grain(self) -> float:
        """How much single threads differ in brightness."""
        return self.value[0]

    @property
    def gloss(self) -> float:
        """How bright a lit ridge becomes."""
        return self.value[1]

    @property
    def contrast(self) -> float:
        """How strongly folds show."""
        return self.value[2]


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """A tile, its width in centimetres, and its finish."""

    tile: Tile
    span: float
    finish: Finish = Finish.MATTE

    def seen_at(self, scale: float) -> "Material":
        """The cloth as a picture of that scale (pixels per centimetre) resolves it, free of moiré."""
        count = self.tile.shape[0]
        radius = 0.5 * count / self.span / scale
        if count == 1 or radius < 0.4:
            return self
        edge = int(radius) + 2
        wide = np.pad(self.tile, ((edge, edge), (edge, edge), (0, 0)), mode="wrap")
        soft = Image.fromarray(wide).filter(ImageFilter.BoxBlur(radius))
        return Material(np.asarray(soft)[edge:-edge, edge:-edge], self.span, self.finish)

    def sample(self, x: Grid, y: Grid) -> Grid:
        """The shade at each point of the cloth.

        Shape: two (h, w) grids in centimetres to (h, w, 3), 0 to 255.
        """
        count = self.tile.shape[0]
        if count == 1:
            return np.broadcast_to(self.tile[0, 0].astype(np.float32), (*x.shape, 3)).copy()
        scale = count / self.span
        column = (x * scale).astype(np.int32) % count
        row = (y * scale).astype(np.int32) % count
        return np.asarray(self.tile[row, column], np.float32)


def solid(shade: Shade, finish: Finish = Finish.MATTE) -> Material:
    """One shade without a pattern."""
    return Material(np.array([[shade]]).round().clip(0, 255).astype(np.uint8), 1.0, finish)


@lru_cache(maxsize=8)
def weave(size: int) -> Grid:
    """The threads of a weave over a whole picture: mean 0, deviation 1.

    Shape: (size, size).
    """
    chance = np.random.default_rng(7)
    fine = chance.standard_normal((size, size), dtype=np.float32)
    along = (fine + np.roll(fine, 1, 0) + np.roll(fine, 2, 0)) * 0.4
    across = (fine + np.roll(fine, 1, 1) + np.roll(fine, 2, 1)) * 0.4
    return np.asarray((along + across) * 0.7, np.float32)


@lru_cache(maxsize=32)
def clouds(size: int, cells: tuple[int, int], seed: int) -> Grid:
    """Slow irregular waves, as crumpled paper or resting cloth has: about -1 to 1.

    Shape: (size, size); cells across and down.
    """
    chance = np.random.default_rng(seed)
    across, down = cells
    coarse = chance.uniform(-1, 1, (down + 1, across + 1)).astype(np.float32)
    cell, share = _steps(size, down)
    rows = coarse[cell] * (1 - share)[:, None] + coarse[cell + 1] * share[:, None]
    cell, share = _steps(size, across)
    return np.asarray(rows[:, cell] * (1 - share) + rows[:, cell + 1] * share, np.float32)


def _steps(size: int, cells: int) -> tuple[NDArray[np.int32], Grid]:
    place = np.linspace(0, cells, size, endpoint=False, dtype=np.float32)
    cell = place.astype(np.int32)
    share = place - cell
    return cell, np.asarray(share * share * (3 - 2 * share), np.float32)
