"""Sleeves and cuffs, laid under the body."""

from dataclasses import dataclass

import numpy as np

from interfaces.demo.drawing.bodice import Torso
from interfaces.demo.drawing.cloth import Material
from interfaces.demo.drawing.geometry import Knot, Points, along, curve, sharp, soft
from interfaces.demo.drawing.panel import Fold, Hang, Layer, Panel, both_sides
from interfaces.demo.drawing.silhouette import Sleeve


@dataclass(frozen=True, slots=True)
class Arm:
    """A sleeve's line: reach from the shoulder, degrees from the vertical, half width at the hem."""

    reach: float
    lean: float
    cuff: float
    bend: float = 0.0
    swell: float = 0.0


ARMS: dict[Sleeve, Arm] = {
    Sleeve.CAP: Arm(8.5, 52, 9.0),
    Sleeve.SHORT: Arm(17, 40, 9.2),
    Sleeve.ELBOW: Arm(30, 30, 8.8, 1.0),
    Sleeve.LONG: Arm(55, 19, 5.4, 3.0),
    Sleeve.PUFF: Arm(19, 38, 7.4, 0.0, 5.5),
    Sleeve.BELL: Arm(46, 24, 13.0, 1.0),
}


def sleeves(sleeve: Sleeve, torso: Torso, cloth: Material, chance: np.random.Generator) -> list[Layer]:
    """Both sleeves, to lie under the body."""
    if sleeve is Sleeve.NONE:
        return []
    return both_sides([sleeve_panel(ARMS[sleeve], torso, cloth, chance)])


def sleeve_panel(arm: Arm, torso: Torso, cloth: Material, chance: np.random.Generator) -> Panel:
    """The right sleeve."""
    turn = np.radians(arm.lean)
    down = np.array([np.sin(turn), np.cos(turn)])
    out = np.array([np.cos(turn), -np.sin(turn)])
    top = np.array([torso.shoulder - 0.6, 4.3])
    pit = np.array([torso.bust - 0.4, 22.5])
    wrist = top + down * arm.reach + out * (1.5 - arm.bend * 0.2)
    inner = wrist - out * arm.cuff * 2
    over = top + down * arm.reach * 0.5 + out * (1.6 + arm.swell + arm.bend)
    under = pit + (inner - pit) * 0.5 + out * (arm.bend - arm.swell * 0.55)
    knots = [
        sharp(top[0] - 6, top[1] + 3),
        soft(*top),
        soft(*(top + down * arm.reach * 0.14 + out * (1.3 + arm.swell * 0.75))),
        soft(*over),
        sharp(*wrist),
        soft(*((wrist + inner) / 2 + down * 0.7)),
        sharp(*inner),
        soft(*under),
        sharp(*pit),
        sharp(pit[0] - 9, pit[1] - 3),
        sharp(top[0] - 6, top[1] + 3),
    ]
    return Panel(
        curve([*knots, Knot(*knots[0][:2], True)]),
        cloth,
        folds=_arm_folds(top, wrist, inner, chance, arm),
        hang=Hang(turn=-arm.lean),
        puff=1.5,
        shadow=0.2,
    )


def _arm_folds(
    top: Points, wrist: Points, inner: Points, chance: np.random.Generator, arm: Arm
) -> tuple[Fold, ...]:
    middle = (wrist + inner) / 2
    across = (wrist - inner) / 2
    folds = []
    for step in np.linspace(0.2, 0.92, max(int(arm.reach / 8), 2)):
        place = top + (middle - top) * (step + chance.uniform(-0.04, 0.04))
        side = chance.choice([-1.0, 1.0])
        line = along(
            tuple(place + across * side * 0.9),
            tuple(place + across * side * 0.2 + (0, 1.2)),
            tuple(place - across * side * 0.6 + (0, 3.4)),
        )
        folds.append(Fold(line, 2.0, -0.4 * chance.uniform(0.5, 1)))
    line = along((float(top[0]), float(top[1]) + 4), tuple((top + middle) / 2), tuple(middle))
    return (*folds, Fold(line, 3.0, 0.35 + arm.swell * 0.08))


def cuff_band(arm: Arm, torso: Torso, cloth: Material, tall: float) -> Panel:
    """A band round the right sleeve's hem."""
    turn = np.radians(arm.lean)
    down = np.array([np.sin(turn), np.cos(turn)])
    out = np.array([np.cos(turn), -np.sin(turn)])
    wrist = np.array([torso.shoulder - 0.6, 4.3]) + down * arm.reach + out * (1.5 - arm.bend * 0.2)
    inner = wrist - out * arm.cuff * 2
    outline = np.array(
        [
            wrist + out * 0.15 - down * tall,
            wrist + out * 0.2 + down * 0.4,
            inner - out * 0.2 + down * 0.4,
            inner + out * tall * 0.14 - down * tall,
        ]
    )
    return Panel(outline, cloth, hang=Hang(turn=-arm.lean), puff=0.5, shadow=0.25, wrinkle=0.4)
