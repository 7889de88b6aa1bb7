"""Skirts, trousers, jeans, shorts and leggings."""

import numpy as np

from interfaces.demo.drawing.bodice import outline
from interfaces.demo.drawing.bolt import Bolt
from interfaces.demo.drawing.details import flared, tied_band
from interfaces.demo.drawing.geometry import along, box, curve, moved, oval, ribbon, rounded, sharp, soft
from interfaces.demo.drawing.legs import trouser_leg
from interfaces.demo.drawing.palette import GOLD, SHADES, TAN, darker
from interfaces.demo.drawing.panel import Fold, Hang, Layer, Panel, Stitch, both_sides, drape
from interfaces.demo.drawing.silhouette import Fit, Length

WAIST = 16.8
ORANGE_THREAD = TAN


def skirt(bolt: Bolt) -> list[Layer]:
    """A skirt by its length and fit, with a waistband."""
    hem = {Length.SHORT: 40.0, Length.MIDDLE: 66.0, Length.LONG: 94.0}[bolt.cut.length]
    fit = bolt.cut.fit
    if fit is Fit.PLEATED:
        return [_pleated(bolt, hem), *waistband(bolt, WAIST)]
    if fit is Fit.TIERED:
        edges, halves = np.linspace(3, hem, 4), np.linspace(WAIST, 37, 4)
        tiers = [
            flared(bolt, (edges[i] - 0.5, halves[i]), (edges[i + 1], halves[i + 1]), 11) for i in (2, 1, 0)
        ]
        return [*tiers, *waistband(bolt, WAIST)]
    if fit in (Fit.FLARED, Fit.A_LINE, Fit.WIDE):
        wide = (42.0 if fit is Fit.FLARED else 31.0) * (0.8 if bolt.cut.length is Length.SHORT else 1.0)
        return [flared(bolt, (3, WAIST), (hem, wide), 9), *waistband(bolt, WAIST)]
    return [*_pencil(bolt, hem), *waistband(bolt, WAIST)]


def _pencil(bolt: Bolt, hem: float) -> list[Layer]:
    foot = 17.2 if bolt.cut.fit is Fit.BODYCON else 21.0
    knots = [
        soft(0, 3),
        sharp(WAIST, 3),
        soft(20.6, 13),
        soft(21.8, 22),
        soft((22.2 + foot) / 2, (22 + hem) / 2),
        sharp(foot, hem),
        soft(0, hem + 0.9),
    ]
    front = Panel(outline(knots), bolt.main, folds=drape(bolt.chance, (8, 16), (hem, foot), 5, 0.4), puff=1.8)
    dart = [
        Stitch((along((s * 8, 3.5), (s * 8.6, 9), (s * 8.4, 14)),), bolt.thread, 0.2, 0, 0.5) for s in (-1, 1)
    ]
    if bolt.cut.fit is not Fit.WRAP:
        return [front, *dart]
    flap = curve(
        [
            sharp(WAIST - 1, 4),
            soft(15, 20),
            soft(10, hem - 14),
            sharp(-2, hem + 1),
            sharp(-18, hem),
            sharp(-12, 4),
        ]
    )
    return [
        front,
        Panel(flap, bolt.main, folds=drape(bolt.chance, (4, 9), (hem, 9), 4, 0.6), puff=0.8, shadow=0.4),
        *tied_band(bolt, WAIST, 3),
    ]


def _pleated(bolt: Bolt, hem: float) -> Panel:
    wide = 24.0 + hem * 0.13
    count = 15
    x = np.linspace(wide, -wide, count * 6)
    zigzag = hem + 1.6 * (1 - (x / wide) ** 2) + 0.55 * np.sign(np.sin(x / wide * np.pi * count / 1.0))
    right = curve([soft(0, 3), sharp(WAIST, 3), soft(WAIST + 5, 14), sharp(wide, hem)])
    shape = np.concatenate([right, np.stack([x, zigzag], 1), right[::-1] * [-1, 1]])
    folds = []
    for place in np.linspace(-0.93, 0.93, count):
        line = along((place * WAIST, 2), (place * (WAIST + 4.5), 14), (place * wide, hem + 6))
        folds += [Fold(line, 1.5, 0.9), Fold(moved(line, 0.9, 0), 0.5, -0.9, crisp=True)]
    return Panel(
        shape, bolt.main, folds=tuple(folds), hang=Hang(flare=(wide / WAIST - 1) * 0.5), puff=1.0, wrinkle=0.4
    )


def waistband(bolt: Bolt, half: float) -> list[Layer]:
    """The band a skirt or trousers hang from, belted if the cut says so."""
    shape = curve(
        [
            sharp(-half - 0.1, -0.6),
            soft(0, 0.4),
            sharp(half + 0.1, -0.6),
            sharp(half + 0.5, 3.4),
            soft(0, 4.4),
            sharp(-half - 0.5, 3.4),
            sharp(-half - 0.1, -0.6),
        ]
    )
    band = Panel(shape, bolt.main, puff=0.6, shadow=0.3, wrinkle=0.3)
    inside = Panel(
        curve(
            [
                sharp(-half + 0.6, -0.6),
                soft(0, -1.6),
                sharp(half - 0.6, -0.6),
                soft(0, 0.8),
                sharp(-half + 0.6, -0.6),
            ]
        ),
        bolt.plain,
        light=0.6,
        shadow=0,
    )
    layers: list[Layer] = [inside, band]
    return [*layers, *(_threaded_belt(bolt, half) if bolt.cut.belted else [])]


def _threaded_belt(bolt: Bolt, half: float) -> list[Layer]:
    line = along((-half - 0.3, 1.2), (0, 2.2), (half + 0.3, 1.2))
    strap = Panel(ribbon(line, 3.0), bolt.trim, puff=0.5, shadow=0.4, wrinkle=0.2)
    ring, inner = box(-2.6, -0.2, 2.6, 4.4), box(-1.7, 0.6, 1.7, 3.6)
    return [strap, Panel(ring, bolt.hard(GOLD), holes=(inner,), puff=0.2, shadow=0.4, wrinkle=0)]


def trousers(bolt: Bolt) -> list[Layer]:
    """Trousers: two legs, a fly, slant pockets."""
    wide = {Fit.WIDE: 17.5, Fit.FLARED: 15.5, Fit.SKINNY: 7.4, Fit.BODYCON: 6.8, Fit.OVERSIZED: 13.0}.get(
        bolt.cut.fit, 10.0
    )
    foot = {Length.SHORT: 84.0, Length.MIDDLE: 100.0, Length.LONG: 104.0}[bolt.cut.length]
    legs = both_sides([trouser_leg(bolt, WAIST, 2, (foot, wide))])
    pocket = Stitch((along((WAIST - 5.5, 4), (WAIST - 1, 12), (WAIST + 3.4, 19)),), bolt.thread, 0.24, 0, 0.6)
    fly = Stitch((along((0, 4.5), (0, 18), (0.1, 30)),), darker(SHADES[bolt.piece.colour], 0.4), 0.25, 0, 0.7)
    button = Panel(oval(0, 1.9, 0.8), bolt.hard(SHADES[bolt.piece.second]), puff=0.3, shadow=0.4, wrinkle=0)
    return [
        *legs,
        *both_sides([pocket]),
        fly,
        *waistband(bolt, WAIST),
        *([] if bolt.cut.belted else [button]),
    ]


def jeans(bolt: Bolt) -> list[Layer]:
    """Jeans with contrast stitching, loops and a worn knee."""
    wide = {Fit.WIDE: 15.5, Fit.FLARED: 13.5, Fit.SKINNY: 7.0, Fit.BODYCON: 7.0, Fit.OVERSIZED: 12.5}.get(
        bolt.cut.fit, 9.6
    )
    foot = {Length.SHORT: 84.0, Length.MIDDLE: 98.0, Length.LONG: 103.0}[bolt.cut.length]
    layers: list[Layer] = both_sides([trouser_leg(bolt, WAIST, 2, (foot, wide))])
    return [*layers, *_denim_seams(), *waistband(bolt, WAIST), *_loops(bolt)]


def _denim_seams() -> list[Layer]:
    pocket = along((WAIST - 9, 4.6), (WAIST - 6, 10), (WAIST + 3.4, 13.5))
    fly = along((3, 4.6), (3.2, 14), (2.2, 20), (0.1, 22.5))
    middle = along((0, 4.6), (0.05, 18), (0.1, 30))
    sewn = Stitch((pocket, moved(pocket, 0.2, 0.9)), ORANGE_THREAD, 0.22, 0.55, 0.95)
    return [*both_sides([sewn]), Stitch((fly, middle), ORANGE_THREAD, 0.22, 0.55, 0.95)]


def _loops(bolt: Bolt) -> list[Layer]:
    loops = [
        Panel(box(x - 0.7, -0.9, x + 0.7, 4.9), bolt.main, puff=0.3, shadow=0.4, wrinkle=0)
        for x in (-13.0, -6.5, 6.5, 13.0)
    ]
    knob = Panel(oval(0, 1.9, 0.95), bolt.hard(TAN), puff=0.4, shadow=0.4, wrinkle=0)
    edge = Stitch((along((-16.7, 3.2), (0, 4.0), (16.7, 3.2)),), ORANGE_THREAD, 0.2, 0.55, 0.9)
    return [edge, *loops, *([] if bolt.cut.belted else [knob])]


def shorts(bolt: Bolt) -> list[Layer]:
    """Shorts with a turned hem."""
    wide = 12.6 if bolt.cut.fit in (Fit.WIDE, Fit.FLARED, Fit.OVERSIZED) else 11.2
    foot = {Length.SHORT: 40.0, Length.MIDDLE: 48.0, Length.LONG: 58.0}[bolt.cut.length]
    leg = trouser_leg(bolt, WAIST, 2, (foot, wide), gap=1.4)
    centre = wide + 1.4
    turn_up = Panel(
        curve(
            [
                sharp(centre + wide + 0.5, foot - 3.5),
                sharp(centre + wide + 0.4, foot + 0.3),
                soft(centre, foot + 1.1),
                sharp(centre - wide - 0.1, foot + 0.3),
                sharp(centre - wide - 0.1, foot - 3.5),
                soft(centre, foot - 2.8),
                sharp(centre + wide + 0.5, foot - 3.5),
            ]
        ),
        bolt.main,
        puff=0.5,
        shadow=0.3,
    )
    pocket = Stitch((along((WAIST - 5.5, 4), (WAIST - 1, 12), (WAIST + 4, 19)),), bolt.thread, 0.24, 0, 0.6)
    fly = Stitch((along((0, 4.5), (0, 18), (0.1, 30)),), darker(SHADES[bolt.piece.colour], 0.4), 0.25, 0, 0.7)
    return [*both_sides([leg, turn_up, pocket]), fly, *waistband(bolt, WAIST)]


def leggings(bolt: Bolt) -> list[Layer]:
    """Close leggings with a deep band."""
    legs = both_sides([trouser_leg(bolt, 15.0, 2, (92, 5.8))])
    band = Panel(rounded(-15.2, -3.0, 15.2, 6.5, 0.8), bolt.main, puff=0.8, shadow=0.25, wrinkle=0.3)
    return [*legs, band]
