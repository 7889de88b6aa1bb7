"""The upper body that dresses, tops and jackets share: shoulders, necklines, sleeves, collars.

Measures of a flat-laid size M, in centimetres from the nape.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from interfaces.demo.drawing.cloth import Finish, Material, solid
from interfaces.demo.drawing.geometry import Knot, Points, along, box, curve, ribbon, sharp, soft, symmetric
from interfaces.demo.drawing.palette import CREAM, STEEL, WOOD
from interfaces.demo.drawing.panel import Fold, Layer, Panel, both_sides
from interfaces.demo.drawing.silhouette import Neckline

BARE = (Neckline.OFF_SHOULDER, Neckline.STRAPS, Neckline.HALTER, Neckline.SWEETHEART)


@dataclass(frozen=True, slots=True)
class Torso:
    """Half widths of the upper body."""

    shoulder: float = 18.5
    bust: float = 21.8
    waist: float = 18.0
    neck: float = 8.0


def neck_knots(neckline: Neckline, torso: Torso) -> list[Knot]:
    """The right half of the upper edge, from the centre to the armpit."""
    n, a, b = torso.neck, torso.shoulder, torso.bust
    if neckline in BARE:
        return _bare_edge(neckline, b)
    arm = [sharp(a, 4.4), soft(a - 1.9, 12), soft(a - 0.2, 18), sharp(b, 22)]
    front = {
        Neckline.V: [sharp(0, 19.5), soft(n * 0.55, 9.5), sharp(n, 0.2)],
        Neckline.BOAT: [soft(0, 4.8), soft(n, 3.8), sharp(n + 4.5, 1.9)],
        Neckline.SQUARE: [sharp(0, 12.5), sharp(n + 0.6, 12.5), sharp(n + 1.4, 0.4)],
        Neckline.HIGH: [sharp(0, -1.5), sharp(n - 1.4, -1.8), sharp(n - 0.6, 0.4)],
        Neckline.COLLAR: [sharp(0, 5.6), soft(n * 0.6, 3.2), sharp(n - 0.6, -0.4)],
    }.get(neckline, [soft(0, 9.2), soft(n * 0.72, 6.6), sharp(n, 0.2)])
    return [*front, *arm]


def _bare_edge(neckline: Neckline, bust: float) -> list[Knot]:
    if neckline is Neckline.OFF_SHOULDER:
        return [
            soft(0, 12.5),
            soft(bust * 0.6, 12),
            sharp(bust - 1.5, 12.5),
            soft(bust - 0.4, 17),
            sharp(bust, 22),
        ]
    if neckline is Neckline.HALTER:
        return [sharp(0, 5.5), sharp(6.2, 3.0), soft(9.5, 11), soft(14, 18), sharp(bust, 22)]
    dip = 16.5 if neckline is Neckline.SWEETHEART else 15.0
    return [
        sharp(0, dip),
        soft(5, 12.2),
        soft(11, 11.0),
        sharp(15.5, 13.4),
        soft(18.8, 18.2),
        sharp(bust, 22),
    ]


def inner_back(neckline: Neckline, torso: Torso, cloth: Material) -> list[Layer]:
    """What is seen of the inside of the back through the neck, with its label."""
    if neckline in BARE or neckline is Neckline.HIGH:
        return []
    n = torso.neck + (4.4 if neckline is Neckline.BOAT else 0.9 if neckline is Neckline.SQUARE else 0)
    half = curve(
        [soft(0, 2.2), soft(n * 0.6, 1.8), sharp(n, 0.3), sharp(n + 0.8, 3), sharp(n * 0.6, 21), sharp(0, 21)]
    )
    back = Panel(np.concatenate([half, half[::-1] * [-1, 1]]), cloth, light=0.66, shadow=0.0)
    label = Panel(box(-1.9, 2.9, 1.9, 5.0), solid(CREAM, Finish.STIFF), puff=0.2, shadow=0.2, wrinkle=0)
    return [back, label]


def straps(neckline: Neckline, cloth: Material) -> list[Layer]:
    """Thin straps over bare shoulders."""
    if neckline is Neckline.STRAPS:
        strap = Panel(ribbon(along((12.2, 12), (10.8, 5), (8.2, -1.5)), 1.1), cloth, puff=0.3, wrinkle=0)
        return both_sides([strap])
    if neckline is Neckline.HALTER:
        strap = Panel(ribbon(along((6, 3.6), (5, 1), (2.4, -2.5)), 2.0, 1.4), cloth, puff=0.3, wrinkle=0)
        return both_sides([strap])
    return []


def hung(neckline: Neckline, torso: Torso) -> list[Layer]:
    """The hanger a piece of this neckline hangs from; none where nothing would hold."""
    if neckline in (Neckline.OFF_SHOULDER, Neckline.SWEETHEART):
        return []
    return hanger(14.0 if neckline in BARE else torso.shoulder)


def hanger(shoulder: float) -> list[Layer]:
    """A wooden hanger, mostly hidden under the shoulders."""
    half = curve(
        [
            soft(0, -3.6),
            soft(shoulder * 0.45, -1.2),
            soft(shoulder - 3, 4.2),
            sharp(shoulder - 2, 5.6),
            soft(shoulder * 0.4, 1.4),
            sharp(0, 0.2),
        ]
    )
    wood = Panel(
        np.concatenate([half, half[::-1] * [-1, 1]]),
        solid(WOOD, Finish.STIFF),
        puff=0.4,
        wrinkle=0.3,
        scenery=True,
    )
    hook = ribbon(
        along(
            (0, -2.8),
            (0, -6),
            (0.4, -7.6),
            (2.6, -9.0),
            (3.2, -11.4),
            (1.2, -13.2),
            (-1.4, -12.4),
            (-2.0, -10.8),
        ),
        0.62,
    )
    return [Panel(hook, solid(STEEL, Finish.SATIN), puff=0.2, wrinkle=0, scenery=True), wood]


def bust_folds(chance: np.random.Generator, torso: Torso) -> tuple[Fold, ...]:
    """Soft pulls from the armpit toward the waist."""
    folds = []
    for side in (-1, 1):
        for start in (24.0, 28.0):
            reach = chance.uniform(0.35, 0.6)
            line = along(
                (side * (torso.bust - 1), start),
                (side * torso.bust * (1 - reach * 0.5), start + 5),
                (side * torso.bust * (1 - reach), start + 12),
            )
            folds.append(Fold(line, 2.4, -0.5 * chance.uniform(0.5, 1)))
    return tuple(folds)


def outline(right: Sequence[Knot]) -> Points:
    """A closed garment outline from its right half."""
    return symmetric(right)
