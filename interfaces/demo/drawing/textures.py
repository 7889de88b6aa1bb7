"""Cloth whose pattern is its surface: animal skins, lace, denim, knit."""

import math

import numpy as np
from numpy.typing import NDArray

from interfaces.demo.drawing.geometry import Points
from interfaces.demo.drawing.kitenge import Inks
from interfaces.demo.drawing.palette import INK, Shade, blend, brightness, darker
from interfaces.demo.drawing.silhouette import Motif
from interfaces.demo.drawing.tiles import Sheet, petal, scattered


def animal(inks: Inks, motif: Motif, seed: int) -> NDArray[np.uint8]:
    """Leopard rosettes, or zebra stripes."""
    chance = np.random.default_rng(seed + 5)
    mark = INK if brightness(inks.ground) > 0.22 else inks.second
    if motif is Motif.ZEBRA:
        return _zebra(inks.ground, mark, chance)
    return _leopard(inks.ground, mark, chance)


def _leopard(ground: Shade, mark: Shade, chance: np.random.Generator) -> NDArray[np.uint8]:
    sheet = Sheet(ground)
    heart = blend(ground, mark, 0.38)
    for x, y in scattered(chance, 60, 0.095):
        radius = chance.uniform(0.03, 0.046)
        sheet.shape(_blob(chance, (x, y), radius * 0.9), heart)
        start = chance.uniform(0, 360)
        for turn in (0, 115, 225):
            angle = math.radians(start + turn)
            spot = (x + radius * math.cos(angle), y + radius * math.sin(angle))
            sheet.shape(_blob(chance, spot, radius * 0.52), mark)
    return sheet.tile()


def _blob(chance: np.random.Generator, place: tuple[float, float], radius: float) -> Points:
    turns = np.linspace(0, 2 * math.pi, 14, endpoint=False)
    reach = radius * chance.uniform(0.72, 1.28, 14)
    return np.stack([place[0] + reach * np.cos(turns), place[1] + reach * np.sin(turns)], 1)


def _zebra(ground: Shade, mark: Shade, chance: np.random.Generator) -> NDArray[np.uint8]:
    sheet = Sheet(ground)
    for row in np.arange(0, 1, 0.125):
        for start in (chance.uniform(0, 0.2), chance.uniform(0.45, 0.65)):
            x = np.linspace(start, start + chance.uniform(0.42, 0.6), 24)
            y = row + 0.05 * np.sin(x * 2 * math.pi + row * 3) + chance.uniform(-0.012, 0.012)
            half = 0.03 * np.sin(np.linspace(0, math.pi, 24)) ** 0.6
            sheet.shape(np.concatenate([np.stack([x, y - half], 1), np.stack([x, y + half], 1)[::-1]]), mark)
    return sheet.tile()


def lace(shade: Shade, lining: Shade) -> NDArray[np.uint8]:
    """Blossoms and net over a lining."""
    sheet = Sheet(blend(shade, lining, 0.45))
    for step in np.arange(0, 1, 1 / 16):
        for other in np.arange(0, 1, 1 / 16):
            sheet.disc(step + 1 / 32, other + 1 / 32, 0.02, lining)
    for x, y in ((0.25, 0.25), (0.75, 0.75)):
        for turn in range(0, 360, 45):
            sheet.shape(petal(x, y, turn, 0.26, 0.135), shade)
        for turn in range(0, 360, 45):
            sheet.shape(petal(x, y, turn, 0.2, 0.035), lining)
        sheet.ring(x, y, 0.06, (shade, shade, lining))
    for x, y in ((0.75, 0.25), (0.25, 0.75)):
        for turn in range(22, 360, 60):
            sheet.shape(petal(x, y, turn, 0.16, 0.07), shade)
        sheet.disc(x, y, 0.025, lining)
    return sheet.tile()


WASH = Shade(128, 138, 158)


def denim(shade: Shade, seed: int) -> NDArray[np.uint8]:
    """Twill lines and a slow uneven dye."""
    row, column = np.indices((256, 256))
    chance = np.random.default_rng(seed + 11)
    twill = np.where((row + column) % 8 < 4, 1.07, 0.94)
    threads = 1 + 0.05 * chance.standard_normal(256)[None, :] + 0.03 * chance.standard_normal((256, 256))
    pale = np.array(blend(darker(shade, 0.06), WASH, 0.27))
    woven = pale * (twill * threads)[..., None]
    return np.asarray(woven.clip(0, 255), np.uint8)


def knit(shade: Shade) -> NDArray[np.uint8]:
    """Columns of small V stitches."""
    sheet = Sheet(darker(shade, 0.16), 96)
    for column in range(4):
        for row in range(5):
            x, y = column / 4 + 0.125, row / 5 + 0.1
            for lean in (-58, -122):
                sheet.shape(petal(x, y + 0.1, lean, 0.23, 0.125), shade)
    return sheet.tile()
