"""A seamless square of print: whatever is drawn over one edge comes back in at the opposite one."""

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from interfaces.demo.drawing.geometry import Points, moved, oval
from interfaces.demo.drawing.palette import Shade


def ink(shade: Shade) -> tuple[int, int, int]:
    """The shade as whole numbers."""
    return round(shade.red), round(shade.green), round(shade.blue)


class Sheet:
    """A square to draw on, from 0 to 1 each way, wrapping at its edges."""

    def __init__(self, ground: Shade, pixels: int = 240) -> None:
        self.pixels = pixels * 2
        self._picture = Image.new("RGB", (self.pixels, self.pixels), ink(ground))
        self._pen = ImageDraw.Draw(self._picture)

    def shape(self, outline: Points, shade: Shade) -> None:
        """Fill an outline, on every side where it sticks out."""
        low, high = outline.min(axis=0), outline.max(axis=0)
        for dx in range(-math.floor(high[0]), -math.floor(low[0]) + 1):
            for dy in range(-math.floor(high[1]), -math.floor(low[1]) + 1):
                placed = moved(outline, dx, dy) * self.pixels
                self._pen.polygon([(float(x), float(y)) for x, y in placed], fill=ink(shade))

    def disc(self, x: float, y: float, radius: float, shade: Shade) -> None:
        """Fill a circle."""
        self.shape(oval(x, y, radius), shade)

    def ring(self, x: float, y: float, radius: float, shades: tuple[Shade, ...]) -> None:
        """Concentric circles of even width, the first shade outermost."""
        for step, shade in enumerate(shades):
            self.disc(x, y, radius * (1 - step / len(shades)), shade)

    def band(self, left: float, right: float, shade: Shade, *, across: bool = False) -> None:
        """Fill a stripe from edge to edge: upright, or lying if across."""
        box = [(left, 0.0), (right, 0.0), (right, 1.0), (left, 1.0)]
        points = np.array([(y, x) if across else (x, y) for x, y in box])
        self._pen.polygon([(float(x), float(y)) for x, y in points * self.pixels], fill=ink(shade))

    def tile(self) -> NDArray[np.uint8]:
        """The square with smooth edges.

        Shape: (pixels, pixels, 3).
        """
        return np.asarray(self._picture.reduce(2), np.uint8).copy()


def petal(x: float, y: float, degrees: float, length: float, width: float) -> Points:
    """A leaf or petal that starts at a point and grows in a direction (0 is rightward)."""
    along = np.linspace(0, 1, 12)
    half = np.sin(along * math.pi) ** 0.8 * width / 2
    outline = np.concatenate(
        [np.stack([along * length, half], 1), np.stack([along * length, -half], 1)[::-1]]
    )
    angle = math.radians(degrees)
    rows = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    return np.asarray(outline @ rows + (x, y), float)


def flower(
    sheet: Sheet, place: tuple[float, float, float], petals: int, shades: tuple[Shade, Shade, Shade]
) -> None:
    """A blossom at (x, y) with a radius, in petal, inner and heart shades."""
    x, y, radius = place
    start = (x * 977 + y * 631) % 360
    for step in range(petals):
        sheet.shape(petal(x, y, start + 360 * step / petals, radius, radius * 3.4 / petals), shades[0])
    for step in range(petals):
        sheet.shape(petal(x, y, start + 360 * step / petals, radius * 0.6, radius * 1.3 / petals), shades[1])
    sheet.disc(x, y, radius * 0.2, shades[2])


def scattered(chance: np.random.Generator, count: int, apart: float) -> list[tuple[float, float]]:
    """Places on the square that keep their distance, also over its edges."""
    places: list[tuple[float, float]] = []
    for x, y in chance.uniform(0, 1, (count * 30, 2)):
        gaps = [
            math.hypot(min(abs(x - a), 1 - abs(x - a)), min(abs(y - b), 1 - abs(y - b))) for a, b in places
        ]
        if all(gap >= apart for gap in gaps):
            places.append((float(x), float(y)))
        if len(places) == count:
            break
    return places
