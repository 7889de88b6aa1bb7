"""The studio table: lays panels in order on a light paper and takes the picture."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from interfaces.demo.drawing.cloth import Material, clouds, weave
from interfaces.demo.drawing.geometry import extent
from interfaces.demo.drawing.palette import PAPERS
from interfaces.demo.drawing.panel import Layer, Panel, Stitch
from interfaces.demo.drawing.shading import Window, blurred, height_map, lit, slopes
from interfaces.demo.drawing.silhouette import Backdrop

Grid = NDArray[np.float32]
OVERSAMPLING = 3
MARGIN = 0.065


class Canvas:
    """A square picture in the making. Layers are in centimetres and are fitted to the square."""

    def __init__(self, size: int, layers: Sequence[Layer], seed: int) -> None:
        self.size = size
        self.seed = seed
        self._layers = layers
        self._scale, self._origin = self._fitted()
        self._materials: dict[int, Material] = {}
        self.cloth = np.zeros((size, size, 3), np.float32)
        self.cover = np.zeros((size, size), np.float32)
        self.garment = np.zeros((size, size), np.float32)

    def _fitted(self) -> tuple[float, tuple[float, float]]:
        left, top, right, bottom = extent(p.outline for p in self._layers if isinstance(p, Panel))
        room = self.size * (1 - 2 * MARGIN)
        scale = min(room / (right - left), room / (bottom - top))
        x = self.size / 2 - (left + right) / 2 * scale
        y = self.size / 2 - (top + bottom) / 2 * scale
        return scale, (x, y)

    def lay_all(self) -> None:
        """Lay every layer, the first one lowest."""
        for layer in self._layers:
            if isinstance(layer, Panel):
                self._lay(layer)
            else:
                self._sew(layer)

    def _window(self, box: tuple[float, float, float, float], pad: float) -> Window | None:
        scale, (ox, oy) = self._scale, self._origin
        left = max(int((box[0] - pad) * scale + ox), 0)
        top = max(int((box[1] - pad) * scale + oy), 0)
        right = min(int((box[2] + pad) * scale + ox) + 2, self.size)
        bottom = min(int((box[3] + pad) * scale + oy) + 2, self.size)
        if right - left < 2 or bottom - top < 2:
            return None
        return Window(left, top, right - left, bottom - top, scale, self._origin)

    def _lay(self, panel: Panel) -> None:
        window = self._window(panel.extent(), 2.0)
        if window is None:
            return
        mask = _cut(panel, window)
        part = (slice(window.top, window.top + window.height), slice(window.left, window.left + window.width))
        self._cast(mask, panel, window, part)
        colour = self._coloured(panel, mask, window, part)
        self.cloth[part] += (colour - self.cloth[part]) * mask[..., None]
        self.cover[part] = np.maximum(self.cover[part], mask)
        if not panel.scenery:
            self.garment[part] = np.maximum(self.garment[part], mask)
        else:
            self.garment[part] *= 1 - mask

    def _cast(self, mask: Grid, panel: Panel, window: Window, part: tuple[slice, slice]) -> None:
        if not panel.shadow:
            return
        drop = max(int(0.45 * window.scale), 1)
        dark = blurred(mask, 0.75 * window.scale)
        dark = np.pad(dark, ((drop, 0), (drop, 0)))[: window.height, : window.width]
        self.cloth[part] *= (1 - panel.shadow * dark)[..., None]

    def _coloured(self, panel: Panel, mask: Grid, window: Window, part: tuple[slice, slice]) -> Grid:
        finish = panel.material.finish
        folds = (
            clouds(self.size, (15, 5), self.seed)[part]
            + 0.45 * clouds(self.size, (24, 20), self.seed + 1)[part]
        )
        right, down = slopes(height_map(panel, mask, folds, window), window.scale)
        x, y = _on_the_cloth(panel, window)
        colour = self._seen(panel.material).sample(x - right * 0.35, y - down * 0.35)
        facing = lit(right, down) * finish.contrast
        shade = (1 + 0.30 * facing) * panel.light * (1 + finish.grain * weave(self.size)[part])
        gloss = np.maximum(facing, 0) ** 2 * (70 * finish.gloss + 10)
        return np.asarray(
            np.clip(colour * shade[..., None] + gloss[..., None] * panel.light, 0, 255), np.float32
        )

    def _seen(self, material: Material) -> Material:
        if id(material) not in self._materials:
            self._materials[id(material)] = material.seen_at(self._scale)
        return self._materials[id(material)]

    def _sew(self, stitch: Stitch) -> None:
        window = self._window(extent(stitch.lines), 1.0)
        if window is None:
            return
        thread = _thread(stitch, window) * stitch.strength
        part = (slice(window.top, window.top + window.height), slice(window.left, window.left + window.width))
        self.cloth[part] += (np.array(stitch.shade, np.float32) - self.cloth[part]) * thread[..., None]

    def picture(self, backdrop: Backdrop) -> Image.Image:
        """The finished picture on its paper, with the shadows that lift the piece off it."""
        paper = _paper(self.size, backdrop)
        near = _shifted(blurred(self.cover, self.size * 0.008), self.size * 0.006)
        far = _shifted(blurred(self.cover, self.size * 0.035), self.size * 0.022)
        paper *= (1 - 0.24 * near - 0.20 * far)[..., None]
        whole = paper + (self.cloth - paper) * self.cover[..., None]
        return Image.fromarray(whole.clip(0, 255).astype(np.uint8))


def _cut(panel: Panel, window: Window) -> Grid:
    times = OVERSAMPLING
    sheet = Image.new("L", (window.width * times, window.height * times), 0)
    pen = ImageDraw.Draw(sheet)
    pen.polygon(window.pixels(panel.outline, times), fill=255)
    for hole in panel.holes:
        pen.polygon(window.pixels(hole, times), fill=0)
    return np.asarray(np.asarray(sheet.reduce(times), np.float32) / 255, np.float32)


def _on_the_cloth(panel: Panel, window: Window) -> tuple[Grid, Grid]:
    x, y = window.centimetres()
    left, top, right, bottom = panel.extent()
    middle, high = (left + right) / 2, max(bottom - top, 1e-6)
    hang = panel.hang
    if hang.sag:
        y = y - hang.sag * ((x - middle) / max(right - left, 1e-6)) ** 2 * 4
    if hang.flare:
        x = middle + (x - middle) / (1 + hang.flare * np.clip((y - top) / high, 0, 1.2))
    if hang.turn:
        angle = np.float32(np.deg2rad(hang.turn))
        x, y = x * np.cos(angle) + y * np.sin(angle), -x * np.sin(angle) + y * np.cos(angle)
    # The repeat starts far outside, so that no sample has a negative place.
    return x + 1000, y + 1000


def _thread(stitch: Stitch, window: Window) -> Grid:
    times = OVERSAMPLING
    sheet = Image.new("L", (window.width * times, window.height * times), 0)
    pen = ImageDraw.Draw(sheet)
    width = max(round(stitch.width * window.scale * times), times - 1)
    for line in stitch.lines:
        for dash in _dashes(line, stitch.dash):
            pen.line(window.pixels(dash, times), fill=255, width=width, joint="curve")
    return np.asarray(np.asarray(sheet.reduce(times), np.float32) / 255, np.float32)


def _dashes(line: NDArray[np.float64], dash: float) -> list[NDArray[np.float64]]:
    if not dash:
        return [line]
    steps = np.linalg.norm(np.diff(line, axis=0), axis=1)
    place = np.concatenate([[0], np.cumsum(steps)])
    starts = np.arange(0, place[-1] - dash * 0.4, dash * 1.6)
    ends = np.stack([starts, starts + dash], axis=1)
    return [np.stack([np.interp(e, place, line[:, i]) for i in (0, 1)], axis=1) for e in ends]


def _paper(size: int, backdrop: Backdrop) -> Grid:
    return np.asarray(_studio_light(size)[..., None] * np.array(PAPERS[backdrop], np.float32), np.float32)


@lru_cache(maxsize=4)
def _studio_light(size: int) -> Grid:
    across, down = np.meshgrid(np.linspace(0, 1, size), np.linspace(0, 1, size))
    light = 1.045 - 0.075 * across - 0.07 * down - 0.05 * ((across - 0.45) ** 2 + (down - 0.45) ** 2)
    return np.asarray(light + 0.006 * clouds(size, (5, 5), 2) + 0.004 * weave(size), np.float32)


def _shifted(grid: Grid, by: float) -> Grid:
    step = max(int(by), 1)
    return np.pad(grid, ((step, 0), (step, 0)))[: grid.shape[0], : grid.shape[1]]
