"""Bold wax-print families: each a tile of strong shapes on a main ground."""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from interfaces.demo.drawing.geometry import Points, oval
from interfaces.demo.drawing.palette import CREAM, Shade
from interfaces.demo.drawing.silhouette import Motif
from interfaces.demo.drawing.tiles import Sheet, petal


class Inks(NamedTuple):
    """The colours of a print: its ground, its second, a bright accent and a deep line."""

    ground: Shade
    second: Shade
    bright: Shade
    deep: Shade


def circles(inks: Inks) -> NDArray[np.uint8]:
    """Great rings with a wreath of dots."""
    sheet = Sheet(inks.ground)
    for x, y in ((0.25, 0.25), (0.75, 0.75)):
        sheet.ring(
            x, y, 0.235, (inks.deep, inks.second, inks.second, inks.deep, inks.ground, inks.bright, inks.deep)
        )
        for step in range(16):
            turn = step * math.pi / 8
            sheet.disc(x + 0.285 * math.cos(turn), y + 0.285 * math.sin(turn), 0.02, inks.bright)
    for x, y in ((0.75, 0.25), (0.25, 0.75)):
        sheet.ring(x, y, 0.12, (inks.second, inks.ground, inks.deep, inks.bright))
    return sheet.tile()


def fans(inks: Inks) -> NDArray[np.uint8]:
    """Rows of open fans, one over the other like scales."""
    sheet = Sheet(inks.ground)
    for row in range(5):
        y = row * 0.25
        for place in range(3):
            x = place * 0.5 + (0.25 if row % 2 else 0.0)
            sheet.disc(x, y, 0.25, inks.deep)
            sheet.disc(x, y, 0.238, inks.ground)
            for ray in range(9):
                sheet.shape(_wedge((x, y), 0.2, 180 * ray / 8, 5), inks.second)
            sheet.disc(x, y, 0.105, inks.deep)
            sheet.disc(x, y, 0.09, inks.bright)
            sheet.disc(x, y, 0.045, inks.ground)
    return sheet.tile()


def _wedge(place: tuple[float, float], radius: float, degrees: float, half: float) -> Points:
    turns = np.radians([degrees - half, degrees, degrees + half])
    rim = np.stack([place[0] + radius * np.cos(turns), place[1] - radius * np.sin(turns)], 1)
    return np.concatenate([[place], rim])


def _diamond(x: float, y: float, half: float, tall: float = 1.0) -> Points:
    return np.array([[x, y - half * tall], [x + half, y], [x, y + half * tall], [x - half, y]])


def diamonds(inks: Inks) -> NDArray[np.uint8]:
    """Nested diamonds between zigzag lines."""
    sheet = Sheet(inks.ground)
    for x in (0.0, 0.5):
        for y in (0.0, 0.5):
            sheet.shape(_diamond(x + 0.25, y + 0.25, 0.25), inks.deep)
            sheet.shape(_diamond(x + 0.25, y + 0.25, 0.225), inks.ground)
            sheet.shape(_diamond(x + 0.25, y + 0.25, 0.165), inks.second)
            sheet.shape(_diamond(x + 0.25, y + 0.25, 0.10), inks.ground)
            sheet.shape(_diamond(x + 0.25, y + 0.25, 0.055), inks.bright)
            sheet.shape(_diamond(x, y, 0.085), inks.bright)
            sheet.shape(_diamond(x, y, 0.045), inks.deep)
    return sheet.tile()


def waves(inks: Inks) -> NDArray[np.uint8]:
    """Swinging bands with dots riding in them."""
    sheet = Sheet(inks.ground)
    across = np.linspace(-0.1, 1.1, 60)
    swing = 0.07 * np.sin(across * 2 * math.pi)
    for y, thick, shade in (
        (0.1, 0.17, inks.deep),
        (0.1, 0.145, inks.second),
        (0.62, 0.12, inks.deep),
        (0.62, 0.095, inks.bright),
    ):
        sheet.shape(_strip(across, y + swing, thick), shade)
    for step in range(8):
        x = step / 8
        sway = 0.07 * math.sin(x * 2 * math.pi)
        sheet.disc(x, 0.1 + sway, 0.034, inks.ground)
        sheet.disc(x, 0.1 + sway, 0.018, inks.deep)
        sheet.shape(petal(x + 0.03, 0.36 + sway, -60, 0.12, 0.05), inks.deep)
    sheet.shape(_strip(across, 0.84 + swing, 0.025), inks.deep)
    return sheet.tile()


def _strip(x: Points, y: Points, thick: float) -> Points:
    return np.concatenate([np.stack([x, y - thick / 2], 1), np.stack([x, y + thick / 2], 1)[::-1]])


def leaves(inks: Inks) -> NDArray[np.uint8]:
    """Broad half-and-half leaves with dotted veins, leaning to and fro over seeds."""
    sheet = Sheet(inks.ground)
    for x in np.arange(0.0, 1.0, 0.125):
        for y in np.arange(0.0, 1.0, 0.125):
            sheet.disc(float(x) + 0.06, float(y) + 0.06, 0.012, inks.deep)
    for x, y, lean in ((0.16, 0.5, -62), (0.84, 0.5, -118), (0.34, 1.0, -118), (0.66, 1.0, -62)):
        _leaf(sheet, (x, y), lean, inks)
    for x, y in ((0.0, 0.06), (0.5, 0.56)):
        sheet.ring(x, y, 0.06, (inks.deep, inks.bright, inks.deep))
    return sheet.tile()


def _leaf(sheet: Sheet, place: tuple[float, float], lean: float, inks: Inks) -> None:
    turn = math.radians(lean)
    along = np.array([math.cos(turn), math.sin(turn)])
    sheet.shape(petal(*place, lean, 0.46, 0.29), inks.deep)
    root = np.array(place) + along * 0.02
    sheet.shape(petal(float(root[0]), float(root[1]), lean, 0.42, 0.245), inks.second)
    for step in range(5):
        for side in (-1, 1):
            start = np.array(place) + along * (0.06 + 0.07 * step)
            vein = petal(
                float(start[0]), float(start[1]), lean + side * 42, 0.13 - 0.03 * abs(step - 1.5), 0.02
            )
            sheet.shape(vein, inks.bright if side > 0 else inks.ground)
    for step in range(7):
        spot = np.array(place) + along * (0.05 + 0.055 * step)
        sheet.disc(float(spot[0]), float(spot[1]), 0.013, inks.deep)


def stars(inks: Inks) -> NDArray[np.uint8]:
    """Sunbursts of long petals around an eye."""
    sheet = Sheet(inks.ground)
    for x, y in ((0.25, 0.25), (0.75, 0.75)):
        for step in range(16):
            sheet.shape(petal(x, y, step * 22.5, 0.33, 0.075), inks.second if step % 2 else inks.deep)
        sheet.ring(x, y, 0.13, (inks.deep, inks.bright, inks.bright, inks.deep, CREAM))
    for x, y in ((0.75, 0.25), (0.25, 0.75)):
        for step in range(8):
            sheet.shape(petal(x, y, step * 45 + 22, 0.11, 0.05), inks.bright)
        sheet.disc(x, y, 0.03, inks.deep)
    return sheet.tile()


def shells(inks: Inks) -> NDArray[np.uint8]:
    """Cowrie shells and beads in rows."""
    sheet = Sheet(inks.ground)
    for row, shade in enumerate((CREAM, inks.second, CREAM, inks.second)):
        for place in range(4):
            x, y = place * 0.25 + (row % 2) * 0.125, row * 0.25 + 0.125
            sheet.shape(oval(x, y, 0.072, 0.1), inks.deep)
            sheet.shape(oval(x, y, 0.058, 0.086), shade)
            sheet.shape(petal(x, y - 0.07, 90, 0.14, 0.035), inks.deep)
            sheet.disc(x + 0.125, y, 0.022, inks.bright)
    return sheet.tile()


FAMILIES: dict[Motif, Callable[[Inks], NDArray[np.uint8]]] = {
    Motif.CIRCLES: circles,
    Motif.FANS: fans,
    Motif.DIAMONDS: diamonds,
    Motif.WAVES: waves,
    Motif.LEAVES: leaves,
    Motif.STARS: stars,
    Motif.SHELLS: shells,
}
