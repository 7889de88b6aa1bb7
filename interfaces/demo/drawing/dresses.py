"""Dresses and jumpsuits."""

import numpy as np

from interfaces.demo.drawing.bodice import (
    Torso,
    bust_folds,
    hung,
    inner_back,
    neck_knots,
    outline,
    straps,
)
from interfaces.demo.drawing.bolt import Bolt
from interfaces.demo.drawing.details import (
    belt_at,
    buttons,
    flared,
    ruffle,
    shirt_collar,
    tied_band,
)
from interfaces.demo.drawing.geometry import along, sharp, soft
from interfaces.demo.drawing.legs import trouser_leg
from interfaces.demo.drawing.panel import Layer, Panel, Stitch, both_sides, drape
from interfaces.demo.drawing.silhouette import Fit, Length, Neckline, Sleeve
from interfaces.demo.drawing.sleeves import ARMS, cuff_band, sleeves

HEMS = {Length.SHORT: 82.0, Length.MIDDLE: 104.0, Length.LONG: 126.0}
WAIST = 41.0


def dress(bolt: Bolt) -> list[Layer]:
    """A dress: body, skirt by its fit, sleeves, and what holds it up."""
    torso = Torso(waist=17.0 if bolt.cut.fit is not Fit.OVERSIZED else 23.5)
    hem = HEMS[bolt.cut.length]
    layers = [*hung(bolt.cut.neckline, torso), *sleeves(bolt.cut.sleeve, torso, bolt.main, bolt.chance)]
    layers += inner_back(bolt.cut.neckline, torso, bolt.main)
    if bolt.cut.fit in (Fit.A_LINE, Fit.FLARED, Fit.PLEATED, Fit.TIERED, Fit.PEPLUM):
        layers += [*_skirt_part(bolt, torso, hem), _bodice_part(bolt, torso)]
    else:
        layers += [_whole(bolt, torso, hem)]
    return [*layers, *straps(bolt.cut.neckline, bolt.main), *_finishing(bolt, torso, hem)]


def _bodice_part(bolt: Bolt, torso: Torso) -> Panel:
    knots = [
        *neck_knots(bolt.cut.neckline, torso),
        soft(torso.bust - 1.6, 29),
        soft(torso.waist + 0.6, 37),
        sharp(torso.waist, WAIST),
        sharp(0, WAIST + 0.8),
    ]
    return Panel(outline(knots), bolt.main, folds=bust_folds(bolt.chance, torso), puff=1.6, shadow=0.25)


def _skirt_part(bolt: Bolt, torso: Torso, hem: float) -> list[Layer]:
    wide = {Fit.A_LINE: 33.0, Fit.FLARED: 43.0, Fit.PLEATED: 36.0, Fit.TIERED: 38.0, Fit.PEPLUM: 23.0}[
        bolt.cut.fit
    ]
    if bolt.cut.fit is Fit.TIERED:
        return _tiers(bolt, torso.waist, hem, wide)
    top = WAIST - 1
    if bolt.cut.length is Length.LONG and bolt.cut.fit is Fit.A_LINE:
        wide += 5
    skirt = flared(bolt, (top, torso.waist), (hem, wide), 9 if bolt.cut.fit is not Fit.PLEATED else 15)
    if bolt.cut.fit is Fit.PEPLUM:
        straight = [
            soft(0, top),
            sharp(torso.waist, top),
            soft(23.5, top + 17),
            soft(22, top + 36),
            sharp(19.5, hem),
            sharp(0, hem),
        ]
        body = Panel(
            outline(straight), bolt.main, folds=drape(bolt.chance, (top, 14), (hem, 16), 4, 0.3), puff=1.6
        )
        return [body, flared(bolt, (top, torso.waist), (top + 18, 29), 9)]
    return [skirt]


def _tiers(bolt: Bolt, waist: float, hem: float, wide: float) -> list[Layer]:
    edges = np.linspace(WAIST - 1, hem, 4)
    halves = np.linspace(waist, wide, 4)
    tiers = [
        flared(
            bolt, (edges[i] - 0.5, halves[i] * (1.0 if i == 0 else 0.99)), (edges[i + 1], halves[i + 1]), 11
        )
        for i in (2, 1, 0)
    ]
    return list(tiers)


def _whole(bolt: Bolt, torso: Torso, hem: float) -> Panel:
    fit = bolt.cut.fit
    hip, foot = {
        Fit.BODYCON: (22.5, 17.5),
        Fit.MERMAID: (22.5, 31.0),
        Fit.OVERSIZED: (26.5, 28.0),
        Fit.WRAP: (24.5, 29.0),
    }.get(fit, (24.0, 24.5))
    knots = [
        *neck_knots(bolt.cut.neckline, torso),
        soft(torso.bust - 1.4, 29),
        soft(torso.waist, WAIST),
        soft(hip, 60),
    ]
    if fit is Fit.MERMAID:
        knots += [soft(18.5, hem - 30), soft(20.5, hem - 18), sharp(foot, hem - 1)]
    else:
        knots += [soft((hip + foot) / 2 + 0.4, (60 + hem) / 2), sharp(foot, hem - 0.6)]
    knots += [soft(foot * 0.6, hem + 0.6), soft(0, hem + 1)]
    folds = (
        *bust_folds(bolt.chance, torso),
        *drape(bolt.chance, (WAIST + 4, torso.waist), (hem, foot), 6, 0.5),
    )
    return Panel(outline(knots), bolt.main, folds=folds, puff=1.7, shadow=0.3)


def _finishing(bolt: Bolt, torso: Torso, hem: float) -> list[Layer]:
    layers: list[Layer] = []
    if bolt.cut.neckline is Neckline.OFF_SHOULDER:
        layers += [ruffle(bolt, torso)]
    if bolt.cut.fit is Fit.WRAP:
        layers += _wrap_lines(bolt, torso, hem)
    elif bolt.cut.belted:
        layers += belt_at(bolt, torso.waist + 0.5, WAIST)
    if bolt.cut.buttoned:
        layers += buttons(bolt, [float(y) for y in np.arange(13, hem - 8, 7.5)])
    if bolt.cut.neckline is Neckline.COLLAR:
        layers += shirt_collar(bolt, torso)
    if bolt.cut.sleeve is Sleeve.PUFF:
        layers += both_sides([cuff_band(ARMS[Sleeve.PUFF], torso, bolt.main, 1.8)])
    return layers


def _wrap_lines(bolt: Bolt, torso: Torso, hem: float) -> list[Layer]:
    edge = along((-5.5, 14), (2, 27), (torso.waist - 3, WAIST), (9, 62), (3, hem - 4))
    fall = along((torso.waist - 3, WAIST), (12, 62), (4, hem - 1))
    over = np.concatenate([fall, [[-10, hem]], [[-16, WAIST + 6]]])
    flap = Panel(
        over, bolt.main, folds=drape(bolt.chance, (WAIST, 8), (hem, 8), 4, 0.5), puff=0.7, shadow=0.4
    )
    seam = Stitch((edge[:18], fall), bolt.thread, 0.4, 0, 0.7)
    return [flap, seam, *tied_band(bolt, torso.waist + 0.4, WAIST)]


def jumpsuit(bolt: Bolt) -> list[Layer]:
    """A bodice with trousers in one, belted."""
    torso = Torso(waist=17.5)
    wide = 17.0 if bolt.cut.fit in (Fit.WIDE, Fit.FLARED) else 10.5
    hem = 118.0 if bolt.cut.length is not Length.SHORT else 66.0
    legs = trouser_leg(bolt, torso.waist, WAIST - 1, (hem, wide))
    layers = [
        *hung(bolt.cut.neckline, torso),
        *sleeves(bolt.cut.sleeve, torso, bolt.main, bolt.chance),
        *inner_back(bolt.cut.neckline, torso, bolt.main),
    ]
    layers += [*both_sides([legs]), _bodice_part(bolt, torso), *straps(bolt.cut.neckline, bolt.main)]
    layers += belt_at(bolt, torso.waist + 0.5, WAIST)
    if bolt.cut.buttoned:
        layers += buttons(bolt, [13.0, 20.0, 27.0, 34.0])
    if bolt.cut.neckline is Neckline.OFF_SHOULDER:
        layers.append(ruffle(bolt, torso))
    return [*layers, *(shirt_collar(bolt, torso) if bolt.cut.neckline is Neckline.COLLAR else [])]
