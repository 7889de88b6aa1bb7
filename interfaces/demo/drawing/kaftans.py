"""Kaftans and deras."""

import numpy as np

from domain.clothing import Garment
from interfaces.demo.drawing.bodice import (
    Torso,
    hanger,
    inner_back,
    neck_knots,
)
from interfaces.demo.drawing.bolt import Bolt
from interfaces.demo.drawing.details import (
    belt_at,
    wavy_hem,
)
from interfaces.demo.drawing.geometry import Knot, Points, along, curve, moved, ribbon, sharp, soft
from interfaces.demo.drawing.palette import GOLD
from interfaces.demo.drawing.panel import Fold, Hang, Layer, Panel, Stitch, both_sides, drape
from interfaces.demo.drawing.silhouette import Length, Neckline


def kaftan(bolt: Bolt) -> list[Layer]:
    """A wide kaftan or dera: one great cloth with winged sides and an embroidered neck."""
    hem = {Length.SHORT: 80.0, Length.MIDDLE: 104.0, Length.LONG: 120.0}[bolt.cut.length]
    wing = 43.0 if bolt.piece.garment is Garment.DERA else 38.0
    torso = Torso(neck=7.5)
    front = neck_knots(Neckline.V if bolt.cut.neckline is Neckline.V else Neckline.ROUND, torso)[:3]
    right = curve([*front, sharp(torso.shoulder, 3.6), *_wing(wing, hem, belted=bolt.cut.belted)])
    low = wavy_hem(float(right[-1][0]), hem, 9, 1.1)
    folds = (*_wing_folds(bolt, wing), *drape(bolt.chance, (30, 20), (hem, wing - 4), 11, 0.95))
    body = Panel(
        np.concatenate([right, low, right[::-1] * [-1, 1]]),
        bolt.main,
        folds=folds,
        hang=Hang(flare=0.12, sag=2),
        puff=1.8,
        shadow=0.3,
    )
    trims = [*_embroidery(bolt, front), *_borders(bolt, wing, low)]
    return [*hanger(16), *inner_back(Neckline.ROUND, torso, bolt.main), body, *trims, *_kaftan_waist(bolt)]


def _wing(wing: float, hem: float, *, belted: bool) -> list[Knot]:
    sleeve = [soft(wing * 0.8, 7.6), sharp(wing, 13), soft(wing - 1.3, 26)]
    if belted:
        skirt = [sharp(wing - 5, 38), soft(27.5, 43), soft(25.5, 48), soft(28, 62), sharp(wing - 1, hem - 2)]
    else:
        skirt = [
            sharp(wing - 3.5, 41),
            soft(wing - 7, 56),
            soft(wing - 5.5, hem - 25),
            sharp(wing - 2, hem - 2),
        ]
    return [*sleeve, *skirt]


def _wing_folds(bolt: Bolt, wing: float) -> tuple[Fold, ...]:
    """Folds that sweep from the shoulders down into the wings."""
    folds = []
    for side in (-1, 1):
        for step, reach in enumerate((0.62, 0.76, 0.9)):
            low = 36 + bolt.chance.uniform(-3, 5)
            line = along(
                (side * (11 + step * 3), 6), (side * wing * reach * 0.86, 18), (side * wing * reach, low)
            )
            folds.append(Fold(line, 3.2, 0.6 * bolt.chance.uniform(0.7, 1.1)))
    return tuple(folds)


def _embroidery(bolt: Bolt, front: list[Knot]) -> list[Layer]:
    line = curve(front)
    neck = moved(np.concatenate([line[::-1] * [-1, 1], line]), 0, 1.3)
    low = line[0][1] + 1.3
    slit = ribbon(along((0, low), (0, low + 9), (0, low + 16)), 3.6, 2.4)
    panels = [
        Panel(shape, bolt.trim, puff=0.4, shadow=0.3, wrinkle=0.2) for shape in (slit, ribbon(neck, 3.0))
    ]
    gold = Stitch((neck, np.array([[0, low], [0, low + 15]])), GOLD, 0.6, 0.5, 0.9)
    return [*panels, gold]


def _borders(bolt: Bolt, wing: float, low: Points) -> list[Layer]:
    wrist = ribbon(along((wing - 0.8, 13.4), (wing - 2.0, 26), (wing - 4.5, 37.6)), 2.4)
    sides = both_sides([Panel(wrist, bolt.trim, puff=0.4, shadow=0.2)])
    foot = Panel(ribbon(moved(low, 0, -1.4), 3.0), bolt.trim, puff=0.4, shadow=0.15)
    return [*sides, foot]


def _kaftan_waist(bolt: Bolt) -> list[Layer]:
    return belt_at(bolt, 25.8, 48.0) if bolt.cut.belted else []
