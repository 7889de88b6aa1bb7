"""Blazers, suits, jackets and coats."""

import numpy as np

from interfaces.demo.drawing.bodice import Torso, bust_folds, hanger, outline
from interfaces.demo.drawing.bolt import Bolt
from interfaces.demo.drawing.cloth import Finish, solid
from interfaces.demo.drawing.details import belt_at
from interfaces.demo.drawing.geometry import along, box, curve, oval, sharp, soft
from interfaces.demo.drawing.legs import trouser_leg
from interfaces.demo.drawing.palette import CREAM, SHADES, Shade, darker
from interfaces.demo.drawing.panel import Hang, Layer, Panel, Stitch, both_sides, drape
from interfaces.demo.drawing.silhouette import Fit, Length, Sleeve
from interfaces.demo.drawing.sleeves import sleeves

TORSO = Torso(shoulder=21.0, bust=25.0, waist=22.0, neck=7.8)


def blazer(bolt: Bolt) -> list[Layer]:
    """A tailored jacket: lapels over a light shirt, flap pockets, two buttons."""
    hem = {Length.SHORT: 54.0, Length.MIDDLE: 70.0, Length.LONG: 84.0}[bolt.cut.length]
    torso = TORSO if bolt.cut.fit is not Fit.OVERSIZED else Torso(23, 28, 27, 8.2)
    layers: list[Layer] = [
        *hanger(torso.shoulder),
        *sleeves(Sleeve.LONG, torso, bolt.main, bolt.chance),
        *_sleeve_buttons(bolt, torso),
    ]
    layers += [*_lining(torso), *_fronts(bolt, torso, hem), *_lapels(bolt, torso), *_flaps(bolt, hem)]
    y = 39.0
    layers += [
        Panel(oval(2.2, y + step * 9, 1.05), bolt.hard(_button(bolt)), puff=0.4, shadow=0.5, wrinkle=0)
        for step in (0, 1)
    ]
    if bolt.cut.belted:
        layers += belt_at(bolt, torso.waist + 1.5, 43)
    return layers


def _button(bolt: Bolt) -> Shade:
    return SHADES[bolt.piece.second]


def _lining(torso: Torso) -> list[Layer]:
    shirt = curve([soft(0, 2.2), sharp(torso.neck, 0), sharp(13, 18), sharp(4, 42), sharp(0, 42)])
    panel = Panel(
        np.concatenate([shirt, shirt[::-1] * [-1, 1]]),
        solid(darker(CREAM, 0.10), Finish.SATIN),
        shadow=0,
        light=0.86,
        scenery=True,
    )
    label = Panel(
        box(-2.4, 3.4, 2.4, 6.2), solid(CREAM, Finish.STIFF), puff=0.2, shadow=0.3, wrinkle=0, scenery=True
    )
    return [panel, label]


def _fronts(bolt: Bolt, torso: Torso, hem: float) -> list[Layer]:
    right = curve(
        [
            sharp(torso.neck, 0.2),
            sharp(torso.shoulder, 4.2),
            soft(torso.shoulder - 1.6, 12),
            soft(torso.shoulder + 0.3, 19),
            sharp(torso.bust, 23),
            soft(torso.waist, 43),
            soft(torso.bust + 0.6, hem - 12),
            sharp(torso.bust + 0.8, hem - 2),
            soft(13, hem - 0.2),
            soft(4.5, hem - 1),
            soft(-1.6, hem - 8),
            sharp(-3.0, 45),
            sharp(-3.2, 36),
            sharp(torso.neck, 0.2),
        ]
    )
    folds = (*bust_folds(bolt.chance, torso), *drape(bolt.chance, (44, 14), (hem, 22), 4, 0.45))
    front = Panel(right, bolt.main, folds=folds, puff=1.8, shadow=0.35)
    left = front.mirrored()
    dart = Stitch(
        (along((11, 26), (11.5, 40), (12.5, hem - 23)),),
        darker(SHADES[bolt.piece.colour], 0.35),
        0.22,
        0,
        0.45,
    )
    return [left, front, *both_sides([dart])]


def _lapels(bolt: Bolt, torso: Torso) -> list[Layer]:
    n = torso.neck
    lapel = curve(
        [
            sharp(-3.0, 37),
            soft(2.0, 22),
            sharp(n - 2.4, 6.0),
            sharp(n + 3.4, 9.0),
            sharp(n + 7.2, 10.4),
            soft(10, 24),
            sharp(-3.0, 37),
        ]
    )
    collar = curve(
        [
            sharp(n - 2.6, 6.4),
            soft(n - 2.0, 2),
            sharp(n - 1.0, -1.6),
            soft(n + 1.2, 0.4),
            sharp(n + 2.2, 2.6),
            sharp(n + 6.8, 7.6),
            sharp(n + 3.4, 9.4),
            sharp(n - 2.6, 6.4),
        ]
    )
    rise = curve(
        [
            soft(0, -1.6),
            soft(n * 0.6, -2.0),
            sharp(n - 0.6, -1.6),
            sharp(n - 1.8, 3),
            soft(n * 0.4, 1.8),
            soft(0, 1.6),
        ]
    )
    back = Panel(np.concatenate([rise, rise[::-1] * [-1, 1]]), bolt.main, puff=0.5, shadow=0.3)
    leaf = Panel(lapel, bolt.main, hang=Hang(turn=-14), puff=0.55, shadow=0.5, wrinkle=0.4)
    top = Panel(collar, bolt.main, hang=Hang(turn=30), puff=0.5, shadow=0.35, wrinkle=0.3)
    return [back, leaf.mirrored(), top.mirrored(), leaf, top]


def _flaps(bolt: Bolt, hem: float) -> list[Layer]:
    y = min(51.0, hem - 14)
    flap = curve(
        [
            sharp(7.5, y),
            sharp(19.5, y - 1),
            sharp(20, y + 4),
            soft(19, y + 5.4),
            soft(9, y + 6.2),
            sharp(7.6, y + 5.2),
            sharp(7.5, y),
        ]
    )
    chest = np.array([[7, 25.2], [15, 23.4], [15.3, 25.4], [7.3, 27.2]])
    return [
        *both_sides([Panel(flap, bolt.main, puff=0.4, shadow=0.4, wrinkle=0.3)]),
        Panel(chest, bolt.main, puff=0.25, shadow=0.35, wrinkle=0),
    ]


def _sleeve_buttons(bolt: Bolt, torso: Torso) -> list[Layer]:
    x, y = torso.shoulder + 53 * np.sin(np.radians(19)), 4.3 + 53 * np.cos(np.radians(19))
    knobs = [
        Panel(
            oval(x - 1.6 - i * 0.7, y - i * 2.3, 0.6),
            bolt.hard(_button(bolt)),
            puff=0.3,
            shadow=0.4,
            wrinkle=0,
        )
        for i in range(3)
    ]
    return both_sides(knobs)


def suit(bolt: Bolt) -> list[Layer]:
    """A blazer over its trousers."""
    leg = trouser_leg(bolt, 17.5, 46, (140, 11.0))
    return [*both_sides([leg]), *blazer(bolt)]


def coat(bolt: Bolt) -> list[Layer]:
    """A long double-breasted coat with a belt."""
    hem = {Length.SHORT: 86.0, Length.MIDDLE: 104.0, Length.LONG: 118.0}[bolt.cut.length]
    torso = Torso(shoulder=21.5, bust=26, waist=23, neck=8)
    knots = [
        sharp(0, 12),
        sharp(torso.neck, 0.2),
        sharp(torso.shoulder, 4.2),
        soft(torso.shoulder - 1.6, 12),
        sharp(torso.bust, 23),
        soft(torso.waist, 44),
        soft(27, 70),
        sharp(30, hem),
        soft(0, hem + 0.8),
    ]
    folds = (*bust_folds(bolt.chance, torso), *drape(bolt.chance, (46, 20), (hem, 30), 7, 0.6))
    body = Panel(outline(knots), bolt.main, folds=folds, puff=1.9, shadow=0.3)
    edge = Stitch(
        (along((-6, 34), (-6.5, 60), (-6.5, hem)),), darker(SHADES[bolt.piece.colour], 0.45), 0.3, 0, 0.7
    )
    layers: list[Layer] = [
        *hanger(torso.shoulder),
        *sleeves(Sleeve.LONG, torso, bolt.main, bolt.chance),
        *_lining(torso),
        body,
        edge,
        *_lapels(bolt, torso),
    ]
    spots = [(x, y) for y in (36.0, 56.0, 66.0) for x in (-4.2, 9.0)]
    layers += [
        Panel(oval(x, y, 1.2), bolt.hard(_button(bolt)), puff=0.4, shadow=0.5, wrinkle=0) for x, y in spots
    ]
    return [*layers, *(belt_at(bolt, torso.waist + 1, 45) if bolt.cut.belted else [])]
