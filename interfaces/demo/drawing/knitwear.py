"""Sweaters and hoodies."""

import numpy as np

from domain.clothing import Garment
from interfaces.demo.drawing.bodice import (
    Torso,
    bust_folds,
    hanger,
    inner_back,
    neck_knots,
    outline,
)
from interfaces.demo.drawing.bolt import Bolt
from interfaces.demo.drawing.cloth import solid
from interfaces.demo.drawing.geometry import along, curve, oval, path, ribbon, rounded, sharp, soft
from interfaces.demo.drawing.palette import CREAM, SHADES, darker
from interfaces.demo.drawing.panel import Layer, Panel, Stitch, both_sides, drape
from interfaces.demo.drawing.silhouette import Neckline, Sleeve
from interfaces.demo.drawing.sleeves import ARMS, cuff_band, sleeves
from interfaces.demo.drawing.tops import HEMS, ribbed_neck


def knitwear(bolt: Bolt) -> list[Layer]:
    """A sweater, or a hoodie with its hood and pouch."""
    torso = Torso(shoulder=21, bust=26.5, waist=25.5, neck=8.5)
    hood = bolt.piece.garment is Garment.HOODIE
    hem = HEMS[bolt.cut.length] + 2
    arm = ARMS[Sleeve.LONG]
    knots = [
        *neck_knots(Neckline.ROUND if hood else bolt.cut.neckline, torso),
        soft(torso.waist, 40),
        soft(torso.bust, hem - 8),
        sharp(torso.bust - 2.6, hem - 1),
        soft(0, hem),
    ]
    folds = (*bust_folds(bolt.chance, torso), *drape(bolt.chance, (30, 20), (hem, 24), 4, 0.5))
    layers: list[Layer] = [*hanger(torso.shoulder), *sleeves(Sleeve.LONG, torso, bolt.main, bolt.chance)]
    layers += both_sides([cuff_band(arm, torso, bolt.main, 6.0)])
    layers += [*(_hood(bolt) if hood else inner_back(bolt.cut.neckline, torso, bolt.main))]
    layers += [
        Panel(outline(knots), bolt.main, folds=folds, puff=2.0, shadow=0.25),
        *_ribbing(bolt, torso.bust, hem),
    ]
    if hood:
        return [*layers, *_pouch(bolt, hem), *_cords(bolt)]
    return [*layers, *(ribbed_neck(bolt, torso) if bolt.cut.neckline in (Neckline.ROUND, Neckline.V) else [])]


def _ribbing(bolt: Bolt, half: float, hem: float) -> list[Layer]:
    band = Panel(
        rounded(-half + 1.6, hem - 6, half - 1.6, hem + 0.6, 1.0),
        bolt.main,
        puff=0.6,
        shadow=0.25,
        wrinkle=0.2,
    )
    lines = tuple(np.array([[x, hem - 5.4], [x, hem]]) for x in np.arange(-half + 2.6, half - 2, 1.3))
    return [band, Stitch(lines, darker(SHADES[bolt.piece.colour], 0.25), 0.3, 0, 0.35)]


def _hood(bolt: Bolt) -> list[Layer]:
    half = curve(path("0,-7.5 7.5,-6.6 12.2,-1 12.6,6.5! 6,11.4 0,12.6"))
    shell = Panel(np.concatenate([half, half[::-1] * [-1, 1]]), bolt.main, puff=1.4, shadow=0.2)
    inside = curve(path("0,-3.6 5,-2.8 8.4,1.6 6.4,7.4 0,10.6"))
    return [shell, Panel(np.concatenate([inside, inside[::-1] * [-1, 1]]), bolt.plain, light=0.6, shadow=0.0)]


def _pouch(bolt: Bolt, hem: float) -> list[Layer]:
    shape = np.array(
        [[-9.5, hem - 22], [9.5, hem - 22], [15, hem - 13], [15, hem - 6], [-15, hem - 6], [-15, hem - 13]]
    )
    seam = shape[[5, 0, 1, 2]] * [0.97, 1] + [0, 0.7]
    return [Panel(shape, bolt.main, puff=0.8, shadow=0.35), Stitch((seam,), bolt.thread, 0.2, 0.6, 0.5)]


def _cords(bolt: Bolt) -> list[Layer]:
    cord = Panel(
        ribbon(along((4.6, 9), (5.4, 17), (4.8, 25)), 0.9), solid(CREAM), puff=0.3, shadow=0.45, wrinkle=0
    )
    tip = Panel(
        oval(4.8, 25.4, 0.6, 1.3), bolt.hard(SHADES[bolt.piece.second]), puff=0.3, shadow=0.3, wrinkle=0
    )
    return both_sides([cord, tip])
