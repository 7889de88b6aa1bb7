"""Light on cloth: a height map from folds and edges, and what a window to the upper left makes of it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from interfaces.demo.drawing.geometry import Points
from interfaces.demo.drawing.panel import Fold, Panel

Grid = NDArray[np.float32]


class Window(NamedTuple):
    """A rectangle of the picture and how centimetres lie on it.

    Units: left, top, width, height in pixels; scale in pixels per centimetre; origin in pixels.
    """

    left: int
    top: int
    width: int
    height: int
    scale: float
    origin: tuple[float, float]

    def pixels(self, points: Points, times: float = 1) -> list[tuple[float, float]]:
        """Points in the window's own pixels, oversampled that many times."""
        placed = (points * self.scale + self.origin - (self.left, self.top)) * times
        return [(float(x), float(y)) for x, y in placed]

    def centimetres(self) -> tuple[Grid, Grid]:
        """The x and y of every pixel's centre.

        Shape: two (height, width) grids.
        """
        x = (np.arange(self.width, dtype=np.float32) + self.left + 0.5 - self.origin[0]) / self.scale
        y = (np.arange(self.height, dtype=np.float32) + self.top + 0.5 - self.origin[1]) / self.scale
        across, down = np.meshgrid(x, y)
        return across.astype(np.float32), down.astype(np.float32)


def blurred(grid: Grid, radius: float) -> Grid:
    """The grid (0 to 1) softened by a radius in pixels."""
    if radius < 0.3:
        return grid
    picture = Image.fromarray((grid * 255).clip(0, 255).astype(np.uint8))
    # A wide blur has no detail left to lose, so it is made on a smaller picture.
    times = max(min(int(radius / 3), 6, min(picture.size) // 8), 1)
    small = picture.reduce(times) if times > 1 else picture
    reach = radius * 0.8 / times
    soft = small.filter(ImageFilter.BoxBlur(reach)).filter(ImageFilter.BoxBlur(reach))
    if times > 1:
        soft = soft.resize(picture.size, Image.Resampling.BILINEAR)
    return np.asarray(np.asarray(soft, np.float32) / 255, np.float32)


def spindle(fold: Fold) -> Points:
    """A fold's outline: as wide as it is in the middle, nothing at the ends."""
    line = fold.line
    widths = np.sin(np.linspace(0.12, np.pi * 0.86, len(line)))[:, None] * fold.width / 2
    ahead = np.gradient(line, axis=0)
    across = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
    return np.concatenate([line + across * widths, (line - across * widths)[::-1]])


def _ridges(folds: tuple[Fold, ...], window: Window, softness: float) -> Grid:
    radius = max(softness * window.scale, 0.5)
    # Broad folds are soft enough to be drawn at half size.
    times = 0.5 if radius > 2.5 else 1
    size = (max(int(window.width * times), 1), max(int(window.height * times), 1))
    relief = Image.new("L", size, 128)
    pen = ImageDraw.Draw(relief)
    for fold in folds:
        pen.polygon(window.pixels(spindle(fold), times), fill=int(128 + 120 * fold.height))
    blur = ImageFilter.BoxBlur(radius * times)
    soft = relief.filter(blur).filter(blur)
    if times < 1:
        soft = soft.resize((window.width, window.height), Image.Resampling.BILINEAR)
    return np.asarray((np.asarray(soft, np.float32) - 128) / 120, np.float32)


def height_map(panel: Panel, mask: Grid, wrinkles: Grid, window: Window) -> Grid:
    """How far the cloth stands up at each pixel, in centimetres."""
    height = blurred(mask, 0.9 * panel.puff * window.scale) * 0.9 * panel.puff
    height += blurred(mask, 3.6 * window.scale) * 1.9 * min(panel.puff, 1.6)
    height += blurred(mask, 0.28 * window.scale) * 0.16
    broad = tuple(f for f in panel.folds if not f.crisp)
    crisp = tuple(f for f in panel.folds if f.crisp)
    if broad:
        height += _ridges(broad, window, 0.8) * 1.15
    if crisp:
        height += _ridges(crisp, window, 0.14) * 0.4
    return np.asarray(height + wrinkles * 0.35 * panel.wrinkle, np.float32)


def slopes(height: Grid, scale: float) -> tuple[Grid, Grid]:
    """How steeply the cloth rises rightward and downward."""
    across = np.zeros_like(height)
    down = np.zeros_like(height)
    across[:, 1:-1] = (height[:, 2:] - height[:, :-2]) * (scale / 2)
    down[1:-1] = (height[2:] - height[:-2]) * (scale / 2)
    return across, down


def lit(rise_right: Grid, rise_down: Grid) -> Grid:
    """Brightness of the slopes under light from the upper left: 0 for flat, positive toward the light."""
    facing = 0.62 * rise_right + 0.5 * rise_down
    return np.asarray(np.tanh(facing * 1.1), np.float32)
