"""Short jackets: denim, or zipped."""

import numpy as np

from domain.clothing import Fabric, Pattern
from interfaces.demo.drawing.bodice import bust_folds, hanger, inner_back, outline
from interfaces.demo.drawing.bolt import Bolt
from interfaces.demo.drawing.cloth import solid
from interfaces.demo.drawing.details import shirt_collar
from interfaces.demo.drawing.geometry import along, box, curve, moved, oval, path, ribbon, sharp, soft
from interfaces.demo.drawing.outerwear import TORSO
from interfaces.demo.drawing.palette import GOLD, SHADES, STEEL, TAN, darker
from interfaces.demo.drawing.panel import Layer, Panel, Stitch, both_sides, drape
from interfaces.demo.drawing.silhouette import Neckline, Sleeve
from interfaces.demo.drawing.sleeves import ARMS, cuff_band, sleeves


def jacket(bolt: Bolt) -> list[Layer]:
    """A short jacket: denim with flaps and stitching, or zipped."""
    torso, hem = TORSO, 58.0
    jeans = bolt.piece.pattern is Pattern.DENIM or bolt.piece.fabric is Fabric.DENIM
    knots = [
        sharp(0, 5.6),
        soft(5, 3.2),
        sharp(torso.neck - 0.6, -0.4),
        sharp(torso.shoulder, 4.2),
        soft(torso.shoulder - 1.6, 12),
        sharp(torso.bust, 23),
        soft(24, 40),
        sharp(22.5, hem),
        sharp(0, hem + 0.6),
    ]
    folds = (*bust_folds(bolt.chance, torso), *drape(bolt.chance, (26, 20), (hem, 22), 5, 0.5))
    layers: list[Layer] = [*hanger(torso.shoulder), *sleeves(Sleeve.LONG, torso, bolt.main, bolt.chance)]
    layers += both_sides([cuff_band(ARMS[Sleeve.LONG], torso, bolt.main, 5)])
    layers += [
        *inner_back(Neckline.COLLAR, torso, bolt.plain),
        Panel(outline(knots), bolt.main, folds=folds, puff=1.8, shadow=0.3),
    ]
    layers += _denim_front(bolt, hem) if jeans else _zipped_front(bolt, hem)
    band = Panel(box(-23, hem - 5, 23, hem + 0.8), bolt.main, puff=0.6, shadow=0.3, wrinkle=0.3)
    return [*layers, band, *shirt_collar(bolt, torso)]


def _denim_front(bolt: Bolt, hem: float) -> list[Layer]:
    yoke = along((0.5, 21), (10, 20.5), (23, 20))
    welt = along((4, 25), (8, 40), (7, hem - 6))
    flap = curve(path("6,21! 16.5,20.6! 16.5,24! 11.2,26.4! 6,24! 6,21!"))
    sewn = Stitch(
        (yoke, moved(yoke, 0, 0.9), welt, moved(welt, 1.0, 0), flap * [1, 1] - [0, 0.5]),
        TAN,
        0.22,
        0.55,
        0.95,
    )
    placket = Panel(
        ribbon(along((0, 6), (0, 30), (0, hem)), 4.4), bolt.main, puff=0.25, shadow=0.3, wrinkle=0.3
    )
    knobs = [
        Panel(oval(0, y, 0.95), bolt.hard(TAN), puff=0.4, shadow=0.5, wrinkle=0)
        for y in np.arange(11, hem, 8.6)
    ]
    return [*both_sides([Panel(flap, bolt.main, puff=0.35, shadow=0.4), sewn]), placket, *knobs]


def _zipped_front(bolt: Bolt, hem: float) -> list[Layer]:
    line = np.array([[0, 5.6], [0, hem]])
    tape = Panel(
        ribbon(along((0, 5.6), (0, 30), (0, hem)), 1.8),
        solid(darker(SHADES[bolt.piece.colour], 0.5)),
        puff=0.2,
        shadow=0.4,
        wrinkle=0,
    )
    pull = Panel(moved(oval(0, 0, 0.7, 1.9), 0, 13), bolt.hard(GOLD), puff=0.3, shadow=0.4, wrinkle=0)
    pocket = Stitch((along((9, 37), (13, 45), (15, 50)),), STEEL, 0.6, 0.35, 0.85)
    yoke = Stitch((along((0.9, 19), (12, 18.5), (22.5, 19)),), bolt.thread, 0.22, 0, 0.5)
    return [tape, Stitch((line,), STEEL, 0.9, 0.3, 0.9), pull, *both_sides([pocket, yoke])]
