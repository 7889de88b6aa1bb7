"""Tops, blouses, shirts, t-shirts, knitwear and lingerie."""

import numpy as np

from domain.clothing import Garment, Pattern
from interfaces.demo.drawing.bodice import (
    Torso,
    bust_folds,
    hanger,
    hung,
    inner_back,
    neck_knots,
    outline,
    straps,
)
from interfaces.demo.drawing.bolt import Bolt
from interfaces.demo.drawing.cloth import Finish, solid
from interfaces.demo.drawing.details import buttons, flared, ruffle, shirt_collar, tied_band
from interfaces.demo.drawing.geometry import along, curve, moved, ribbon, sharp, soft
from interfaces.demo.drawing.palette import SHADES
from interfaces.demo.drawing.panel import Layer, Panel, Stitch, both_sides, drape
from interfaces.demo.drawing.silhouette import Fit, Length, Neckline, Sleeve
from interfaces.demo.drawing.sleeves import ARMS, cuff_band, sleeves

HEMS = {Length.SHORT: 46.0, Length.MIDDLE: 62.0, Length.LONG: 74.0}


def top(bolt: Bolt) -> list[Layer]:
    """A top, blouse, t-shirt or long-sleeve."""
    torso = torso_of(bolt)
    layers = [*hung(bolt.cut.neckline, torso)]
    layers += sleeves(bolt.cut.sleeve, torso, bolt.main, bolt.chance)
    layers += [
        *inner_back(bolt.cut.neckline, torso, bolt.main),
        *body(bolt, torso),
        *straps(bolt.cut.neckline, bolt.main),
    ]
    return [*layers, *_trimmings(bolt, torso)]


def torso_of(bolt: Bolt) -> Torso:
    """The upper body by the piece's fit."""
    if bolt.cut.fit is Fit.OVERSIZED:
        return Torso(shoulder=23, bust=28, waist=27, neck=8.5)
    if bolt.cut.fit in (Fit.BODYCON, Fit.PEPLUM, Fit.WRAP):
        return Torso(bust=22, waist=18)
    return Torso(bust=23.5, waist=21.5)


def body(bolt: Bolt, torso: Torso) -> list[Layer]:
    """The front, down to its hem."""
    hem = HEMS[bolt.cut.length]
    if bolt.cut.fit is Fit.PEPLUM:
        knots = [
            *neck_knots(bolt.cut.neckline, torso),
            soft(torso.bust - 1.5, 30),
            sharp(torso.waist, 42),
            sharp(0, 42.6),
        ]
        front = Panel(outline(knots), bolt.main, folds=bust_folds(bolt.chance, torso), puff=1.6)
        return [flared(bolt, (41, torso.waist), (62, 30), 9), front]
    foot = torso.bust + (4.5 if bolt.cut.fit in (Fit.A_LINE, Fit.FLARED) else -0.2)
    knots = [
        *neck_knots(bolt.cut.neckline, torso),
        soft(torso.bust - 1, 29),
        soft(torso.waist + (foot - torso.waist) * 0.3, min(42, hem - 8)),
    ]
    knots += [sharp(foot, hem - 0.8), soft(foot * 0.5, hem + 0.2), soft(0, hem + 0.4)]
    folds = (
        *bust_folds(bolt.chance, torso),
        *drape(bolt.chance, (30, torso.waist * 0.9), (hem, foot), 6, 0.55),
    )
    seam = np.array([[-foot + 0.4, hem - 2.4], [0, hem - 1.4], [foot - 0.4, hem - 2.4]])
    return [
        Panel(outline(knots), bolt.main, folds=folds, puff=1.7, shadow=0.25),
        Stitch((seam,), bolt.thread, 0.2, 0.6, 0.45),
    ]


def _trimmings(bolt: Bolt, torso: Torso) -> list[Layer]:
    cut, layers = bolt.cut, list[Layer]()
    if cut.neckline is Neckline.OFF_SHOULDER:
        layers.append(ruffle(bolt, torso))
    if cut.buttoned:
        layers += buttons(bolt, [float(y) for y in np.arange(12, HEMS[cut.length] - 5, 7.5)])
    if cut.neckline is Neckline.COLLAR:
        layers += shirt_collar(bolt, torso)
    if cut.sleeve is Sleeve.PUFF:
        layers += both_sides([cuff_band(ARMS[cut.sleeve], torso, bolt.main, 1.8)])
    if cut.fit is Fit.WRAP:
        layers += tied_band(bolt, torso.waist + 1, 42)
    if bolt.piece.garment in (Garment.T_SHIRT, Garment.LONG_SLEEVE) and cut.neckline in (
        Neckline.ROUND,
        Neckline.V,
    ):
        layers += ribbed_neck(bolt, torso)
    if (
        bolt.piece.garment is Garment.T_SHIRT
        and bolt.piece.pattern is Pattern.PLAIN
        and bolt.piece.seed % 2 == 0
    ):
        layers += _pocket(bolt)
    return layers


def ribbed_neck(bolt: Bolt, torso: Torso) -> list[Layer]:
    """A ribbed band along the neckline."""
    line = curve(neck_knots(bolt.cut.neckline, torso)[:3])
    neck = np.concatenate([line[::-1] * [-1, 1], line])
    return [Panel(ribbon(moved(neck, 0, 0.8), 2.1), bolt.plain, puff=0.35, shadow=0.25, wrinkle=0.2)]


def _pocket(bolt: Bolt) -> list[Layer]:
    shape = np.array([[5.5, 21], [14.5, 21], [14.5, 30], [10, 32.5], [5.5, 30], [5.5, 21]])
    return [Panel(shape, bolt.main, puff=0.4, shadow=0.3), Stitch((shape,), bolt.thread, 0.2, 0.6, 0.6)]


def shirt(bolt: Bolt) -> list[Layer]:
    """A buttoned shirt with a collar, a pocket and cuffs."""
    torso = (
        torso_of(bolt)
        if bolt.cut.fit is not Fit.STRAIGHT
        else Torso(shoulder=21.5, bust=26, waist=24.5, neck=7.6)
    )
    sleeve = bolt.cut.sleeve if bolt.cut.sleeve is not Sleeve.NONE else Sleeve.LONG
    hem = HEMS[bolt.cut.length] + 8
    knots = [
        *neck_knots(Neckline.COLLAR, torso),
        soft(torso.waist, 42),
        soft(torso.bust - 0.6, hem - 12),
        soft(torso.bust - 2.5, hem - 4),
    ]
    knots += [soft(torso.bust * 0.55, hem - 0.5), soft(0, hem)]
    folds = (
        *bust_folds(bolt.chance, torso),
        *drape(bolt.chance, (30, torso.waist * 0.9), (hem, torso.bust), 5, 0.45),
    )
    front = Panel(outline(knots), bolt.main, folds=folds, puff=1.7, shadow=0.25)
    placket = Panel(
        ribbon(along((0, 5.5), (0, 30), (0, hem - 0.4)), 3.6), bolt.main, puff=0.25, shadow=0.25, wrinkle=0.4
    )
    rows = [float(y) for y in np.arange(10, hem - 6, 9)]
    pocket = moved(np.array([[-4.5, 0], [4.5, 0], [4.5, 9], [0, 11], [-4.5, 9], [-4.5, 0]]), 11.5, 21)
    layers: list[Layer] = [*hanger(torso.shoulder), *sleeves(sleeve, torso, bolt.main, bolt.chance)]
    layers += both_sides([cuff_band(ARMS[sleeve], torso, bolt.main, 5.0 if sleeve is Sleeve.LONG else 2.0)])
    layers += [
        *inner_back(Neckline.COLLAR, torso, bolt.main),
        front,
        placket,
        *buttons(bolt, rows, radius=0.65),
    ]
    layers += [
        Panel(pocket, bolt.main, puff=0.35, shadow=0.3, wrinkle=0.4),
        Stitch((pocket,), bolt.thread, 0.18, 0.6, 0.5),
    ]
    return [*layers, *shirt_collar(bolt, torso)]


def nightdress(bolt: Bolt) -> list[Layer]:
    """A slip for the night with a lace edge."""
    torso = Torso(bust=21, waist=19.5)
    knots = [
        *neck_knots(Neckline.STRAPS, torso),
        soft(torso.waist, 38),
        soft(25, 66),
        sharp(29, 86),
        soft(0, 88),
    ]
    slip = Panel(
        outline(knots),
        bolt.main,
        folds=(*bust_folds(bolt.chance, torso), *drape(bolt.chance, (30, 17), (88, 29), 8, 0.8)),
        puff=1.5,
    )
    low = along((-29, 85.2), (0, 87.6), (29, 85.2))
    line = curve(neck_knots(Neckline.STRAPS, torso)[:4])
    edge = np.concatenate([line[::-1] * [-1, 1], line])
    lace = solid(SHADES[bolt.piece.second], Finish.MATTE)
    trims: list[Layer] = [
        Panel(ribbon(low, 4.2), lace, puff=0.3, shadow=0.1),
        Panel(ribbon(moved(edge, 0, 1.2), 2.6), lace, puff=0.3, shadow=0.2),
    ]
    dots = Stitch((low, moved(edge, 0, 1.2)), SHADES[bolt.piece.colour], 0.9, 0.9, 0.4)
    return [*hanger(12), slip, *trims, dots, *straps(Neckline.STRAPS, bolt.main)]
