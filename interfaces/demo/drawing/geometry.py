"""Outlines of cut cloth, in centimetres from the nape of the neck: x to the right, y downward."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]


class Knot(NamedTuple):
    """A point an outline passes; sharp where the line breaks instead of bending."""

    x: float
    y: float
    sharp: bool = False


def soft(x: float, y: float) -> Knot:
    """A point where the line bends."""
    return Knot(x, y)


def sharp(x: float, y: float) -> Knot:
    """A point where the line breaks."""
    return Knot(x, y, sharp=True)


def path(words: str) -> list[Knot]:
    """Knots from their written form: "x,y" for a bend, "x,y!" for a break.

    Example: path("0,0! 10,2 12,9!").
    """
    knots = []
    for word in words.split():
        x, y = word.rstrip("!").split(",")
        knots.append(Knot(float(x), float(y), word.endswith("!")))
    return knots


def curve(knots: Sequence[Knot]) -> Points:
    """The smooth line through the knots, broken at the sharp ones."""
    cuts = [0, *(i for i, k in enumerate(knots) if k.sharp and 0 < i < len(knots) - 1), len(knots) - 1]
    runs = [_bend(np.array([k[:2] for k in knots[a : b + 1]])) for a, b in pairwise(cuts)]
    return np.concatenate(runs) if runs else np.empty((0, 2))


def _bend(points: Points, steps: int = 10) -> Points:
    if len(points) < 3:
        return points
    padded = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        pieces.append(
            0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        )
    return np.concatenate([*pieces, points[-1:]])


def symmetric(right: Sequence[Knot]) -> Points:
    """A closed outline from its right half, which runs from top centre to bottom centre."""
    half = curve(right)
    return np.concatenate([half, half[::-1] * [-1, 1]])


def mirror(points: Points) -> Points:
    """The same outline on the other side of the centre line."""
    return points[::-1] * [-1, 1]


def ribbon(line: Points, width: float, end: float | None = None) -> Points:
    """A strip along a line, from its first width to its last one."""
    widths = np.linspace(width, width if end is None else end, len(line))[:, None] / 2
    ahead = np.gradient(line, axis=0)
    across = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
    return np.concatenate([line + across * widths, (line - across * widths)[::-1]])


def oval(x: float, y: float, across: float, down: float | None = None) -> Points:
    """An ellipse by its centre and half axes."""
    turn = np.linspace(0, 2 * math.pi, 40, endpoint=False)
    return np.stack(
        [x + across * np.cos(turn), y + (across if down is None else down) * np.sin(turn)], axis=1
    )


def box(left: float, top: float, right: float, bottom: float) -> Points:
    """A rectangle."""
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], float)


def rounded(left: float, top: float, right: float, bottom: float, radius: float) -> Points:
    """A rectangle with round corners."""
    turns = np.linspace(0, math.pi / 2, 8)
    corners = [(right, bottom, 0), (left, bottom, 1), (left, top, 2), (right, top, 3)]
    parts = []
    for x, y, quarter in corners:
        cx = x - radius if x == right else x + radius
        cy = y - radius if y == bottom else y + radius
        angle = turns + quarter * math.pi / 2
        parts.append(np.stack([cx + radius * np.cos(angle), cy + radius * np.sin(angle)], axis=1))
    return np.concatenate(parts)


def turned(points: Points, degrees: float, about: tuple[float, float]) -> Points:
    """The outline turned clockwise (y points down) about a point."""
    angle = math.radians(degrees)
    rows = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    return np.asarray((points - about) @ rows + about, float)


def moved(points: Points, x: float, y: float, scale: float = 1.0) -> Points:
    """The outline scaled about the origin, then shifted."""
    return points * scale + [x, y]


def along(*points: tuple[float, float]) -> Points:
    """A smooth open line through points."""
    return curve([Knot(x, y) for x, y in points])


def extent(outlines: Iterable[Points]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all outlines together."""
    every = np.concatenate(list(outlines))
    (left, top), (right, bottom) = every.min(axis=0), every.max(axis=0)
    return float(left), float(top), float(right), float(bottom)
