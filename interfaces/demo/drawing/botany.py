"""Flowers, leaves and single emblems printed on cloth."""

import math

import numpy as np
from numpy.typing import NDArray

from interfaces.demo.drawing.geometry import along, moved, ribbon
from interfaces.demo.drawing.kitenge import Inks
from interfaces.demo.drawing.palette import Shade, blend, brightness, darker, lighter
from interfaces.demo.drawing.silhouette import Motif
from interfaces.demo.drawing.tiles import Sheet, flower, petal, scattered


def floral(inks: Inks, motif: Motif, seed: int) -> NDArray[np.uint8]:
    """Scattered blossoms: tiny, great, or among palm leaves."""
    chance = np.random.default_rng(seed + 17)
    if motif is Motif.SMALL:
        return _ditsy(inks, chance)
    if motif is Motif.TROPICAL:
        return _tropical(inks, chance)
    return _bouquets(inks, chance)


def _leaf_of(ground: Shade) -> Shade:
    leaf = Shade(62, 122, 74)
    return lighter(leaf, 0.3) if brightness(ground) < 0.35 else leaf


def _ditsy(inks: Inks, chance: np.random.Generator) -> NDArray[np.uint8]:
    sheet = Sheet(inks.ground)
    for count, (x, y) in enumerate(scattered(chance, 26, 0.15)):
        turn = chance.uniform(0, 360)
        sheet.shape(petal(x, y, turn, 0.075, 0.03), _leaf_of(inks.ground))
        shades = (inks.second, lighter(inks.second, 0.35), inks.bright)
        if count % 3 == 0:
            shades = (inks.bright, lighter(inks.bright, 0.3), inks.second)
        flower(sheet, (x, y, 0.052), 5, shades)
    return sheet.tile()


def _bouquets(inks: Inks, chance: np.random.Generator) -> NDArray[np.uint8]:
    sheet = Sheet(inks.ground, 320)
    leaf = _leaf_of(inks.ground)
    for count, (x, y) in enumerate(scattered(chance, 7, 0.32)):
        start = chance.uniform(0, 360)
        radius = chance.uniform(0.10, 0.15)
        for turn in (0, 70, 190, 250):
            sheet.shape(petal(x, y, start + turn, radius * 1.75, radius * 0.55), darker(leaf, 0.12))
            sheet.shape(petal(x, y, start + turn + 6, radius * 1.5, radius * 0.22), lighter(leaf, 0.18))
        bloom = inks.second if count % 3 else blend(inks.second, inks.bright, 0.7)
        _rose(sheet, (x, y, radius), bloom, start)
    for x, y in scattered(chance, 9, 0.2):
        flower(sheet, (x, y, 0.028), 5, (lighter(inks.second, 0.25), lighter(inks.second, 0.5), inks.bright))
    return sheet.tile()


def _rose(sheet: Sheet, place: tuple[float, float, float], bloom: Shade, start: float) -> None:
    x, y, radius = place
    for ring, (reach, light) in enumerate(((1.0, 0.0), (0.78, 0.16), (0.56, 0.3), (0.34, 0.05))):
        for step in range(6):
            turn = start + step * 60 + ring * 30
            sheet.shape(petal(x, y, turn, radius * reach, radius * reach * 0.95), lighter(bloom, light))
            sheet.shape(petal(x, y, turn + 9, radius * reach * 0.9, radius * 0.1), darker(bloom, 0.14))
    sheet.disc(x, y, radius * 0.14, darker(bloom, 0.3))


def _tropical(inks: Inks, chance: np.random.Generator) -> NDArray[np.uint8]:
    sheet = Sheet(inks.ground, 320)
    leaf = _leaf_of(inks.ground)
    for x, y in scattered(chance, 9, 0.26):
        _palm(sheet, (x, y), chance.uniform(0, 360), leaf)
    for x, y in scattered(chance, 6, 0.33):
        _hibiscus(sheet, (x, y), chance.uniform(0, 360), inks)
    return sheet.tile()


def _palm(sheet: Sheet, place: tuple[float, float], turn: float, leaf: Shade) -> None:
    """A feathered leaf: a spine with blades to both sides, shorter toward the tip."""
    angle = math.radians(turn)
    for step in range(9):
        reach = 0.03 * step
        x, y = place[0] + reach * math.cos(angle), place[1] + reach * math.sin(angle)
        blade = 0.125 - 0.009 * step
        for lean in (-58, 58):
            shade = darker(leaf, 0.18) if lean > 0 else leaf
            sheet.shape(petal(x, y, turn + lean + (6 if lean < 0 else -6) * step * 0.5, blade, 0.034), shade)
    sheet.shape(petal(*place, turn, 0.33, 0.016), darker(leaf, 0.35))


def _palm_tree(sheet: Sheet, place: tuple[float, float], inks: Inks) -> None:
    x, y = place
    trunk = along((x - 0.03, y + 0.2), (x + 0.005, y + 0.08), (x, y - 0.06))
    sheet.shape(ribbon(trunk, 0.05, 0.028), darker(inks.second, 0.35))
    for turn in (-172, -140, -108, -72, -40, -8, 28, 152):
        for bend, reach in ((0, 0.17), (14 if -90 < turn < 90 else -14, 0.15)):
            sheet.shape(
                petal(x, y - 0.06, turn + bend, reach, 0.045),
                inks.second if bend else lighter(inks.second, 0.2),
            )
    sheet.disc(x - 0.015, y - 0.045, 0.018, inks.bright)
    sheet.disc(x + 0.018, y - 0.04, 0.018, inks.bright)


def _hibiscus(sheet: Sheet, place: tuple[float, float], turn: float, inks: Inks) -> None:
    for step in range(5):
        sheet.shape(petal(*place, turn + step * 72, 0.15, 0.125), darker(inks.second, 0.12))
    for step in range(5):
        sheet.shape(petal(*place, turn + step * 72, 0.138, 0.105), inks.second)
        sheet.shape(petal(*place, turn + step * 72, 0.085, 0.04), darker(inks.second, 0.3))
    sheet.shape(petal(*place, turn + 30, 0.12, 0.018), inks.bright)


def graphic(inks: Inks, motif: Motif) -> NDArray[np.uint8]:
    """An all-over print of small emblems."""
    sheet = Sheet(inks.ground)
    for x, y in ((0.25, 0.25), (0.75, 0.75)):
        if motif is Motif.PALM:
            _palm_tree(sheet, (x, y), inks)
        elif motif is Motif.SUN:
            for step in range(12):
                sheet.shape(petal(x, y, step * 30, 0.19, 0.05), inks.second)
            sheet.ring(x, y, 0.1, (inks.ground, inks.second, inks.second))
        else:
            bolt = np.array(
                [[0.04, -0.2], [-0.1, 0.03], [-0.01, 0.03], [-0.05, 0.2], [0.11, -0.05], [0.015, -0.05]]
            )
            sheet.shape(moved(bolt, x, y), inks.second)
    for x, y in ((0.75, 0.25), (0.25, 0.75)):
        sheet.disc(x, y, 0.035, inks.bright)
    return sheet.tile()
