"""Shoes, in pairs seen from the side: heels, flats, loafers, sneakers, sandals. A shoe is some 26 cm long."""

from dataclasses import replace

import numpy as np

from interfaces.demo.drawing.bolt import Bolt
from interfaces.demo.drawing.cloth import Finish, Material, solid
from interfaces.demo.drawing.geometry import Points, along, box, curve, moved, oval, path, ribbon
from interfaces.demo.drawing.palette import GOLD, RUBBER, SHADES, TAN, Shade, darker
from interfaces.demo.drawing.panel import Fold, Layer, Panel, Stitch
from interfaces.demo.drawing.silhouette import Make


def shoes(bolt: Bolt) -> list[Layer]:
    """The pair: one shoe behind and above the other."""
    one = {
        Make.FLATS: flat,
        Make.SNEAKERS: sneaker,
        Make.SANDALS: sandal,
        Make.LOAFERS: loafer,
    }.get(bolt.cut.make, heel)(bolt)
    return [*(_shifted(layer, -3.6, -9.5) for layer in one), *(_shifted(layer, 1.6, 0) for layer in one)]


def _shifted(layer: Layer, x: float, y: float) -> Layer:
    if isinstance(layer, Stitch):
        return replace(layer, lines=tuple(moved(line, x, y) for line in layer.lines))
    folds = tuple(f._replace(line=moved(f.line, x, y)) for f in layer.folds)
    return replace(
        layer,
        outline=moved(layer.outline, x, y),
        holes=tuple(moved(h, x, y) for h in layer.holes),
        folds=folds,
    )


def _upper(outline: Points, material: Material, *folds: Fold) -> Panel:
    return Panel(outline, material, folds=folds, puff=1.1, shadow=0.25, wrinkle=0.3)


def _inside(outline: Points) -> Panel:
    return Panel(
        outline,
        solid(Shade(222, 196, 164), Finish.LEATHER),
        puff=0.4,
        shadow=0,
        light=0.8,
        wrinkle=0.2,
        scenery=True,
    )


def heel(bolt: Bolt) -> list[Layer]:
    """A court shoe on a high heel, toe to the right."""
    body = curve(
        path(
            "-12,-8.6! -9.6,-6.9 -4.4,-3.7 1.4,-2.9 5.2,-4.0 7.4,-3.9! 11.4,-1.6 14.6,1.6! "
            "10,2.4 4,2.2 -1.5,0.4 -6,-1.6 -9.2,-2.4! -11.6,-2.9 -12.9,-5 -12,-8.6!"
        )
    )
    opening = curve(path("-12,-8.6! -9,-8.5 -3,-5.7 3,-5.0 7.4,-3.9! 3,-2.4 -4,-3 -10.4,-6.3 -12,-8.6!"))
    spike = curve(
        path("-12.6,-3.6! -10,-2.9 -8.0,-2.6! -9.8,0 -10.5,4 -10.7,7.2! -12.0,7.2! -12.1,2 -12.6,-3.6!")
    )
    sole = ribbon(along((-9, -2.0), (-5, -0.9), (0, 1.4), (5, 2.7), (10, 2.8), (14.1, 1.5)), 0.7, 0.5)
    lowered = [
        _upper(spike, bolt.plain),
        Panel(sole, bolt.hard(TAN), scenery=True, puff=0.2, shadow=0),
        _inside(opening),
        _upper(body, bolt.main, Fold(along((3, 0), (8, -1), (12, 0)), 3.0, 0.7)),
    ]
    # The front of the sole and the tip of the heel stand on one line.
    ground = [_tilted(layer) for layer in lowered]
    strap = ribbon(along((-12.0, -8.2), (-8, -9.8), (-3.6, -8.8), (-2.6, -4.6)), 0.9)
    fastened = [_tilted(_upper(strap, bolt.plain))] if bolt.cut.buttoned else []
    return [*ground, *fastened]


def _tilted(panel: Panel) -> Panel:
    def lower(points: Points) -> Points:
        fall = np.clip((points[:, 0] + 9) / 14, 0, 1)
        return points + np.stack([np.zeros(len(points)), fall * 4.6], axis=1)

    folds = tuple(f._replace(line=lower(f.line)) for f in panel.folds)
    return replace(panel, outline=lower(panel.outline), folds=folds)


def flat(bolt: Bolt) -> list[Layer]:
    """A ballet flat with a small bow."""
    body = curve(
        path(
            "-12.6,-4.6! -10,-1.6 -3,0.2 4,-0.2 7.4,-2.8! 11.6,-1.2 14.2,2.4! 8,3.5 -4,3.5 "
            "-12.4,3.3! -13.3,0 -12.6,-4.6!"
        )
    )
    opening = curve(path("-12.6,-4.6! -6,-3.7 2,-3.4 7.4,-2.8! 4,-0.2 -3,0.2 -10,-1.6 -12.6,-4.6!"))
    sole = ribbon(along((-12.6, 3.4), (-4, 3.9), (6, 3.9), (14, 2.7)), 0.9, 0.6)
    bow = [
        Panel(oval(8.3 + dx, -2.5, 1.3, 0.8), bolt.trim, puff=0.5, shadow=0.35, wrinkle=0)
        for dx in (-1.1, 1.1)
    ]
    knot = Panel(oval(8.3, -2.5, 0.5, 0.6), bolt.trim, puff=0.3, shadow=0.3, wrinkle=0)
    return [
        Panel(sole, bolt.hard(TAN), scenery=True, puff=0.2, shadow=0),
        _inside(opening),
        _upper(body, bolt.main, Fold(along((5, 1), (9, 0), (12, 1)), 3.0, 0.7)),
        *bow,
        knot,
    ]


def loafer(bolt: Bolt) -> list[Layer]:
    """A loafer with a saddle strap."""
    body = curve(
        path(
            "-12.8,-6.2! -8,-3.9 -1,-3.4 3.2,-5.8! 8,-4.2 12.6,-1.6 14.2,2.2! 6,3.2 -5,3.2 "
            "-12.8,3.0! -13.6,-2 -12.8,-6.2!"
        )
    )
    opening = curve(path("-12.8,-6.2! -6,-6.0 3.2,-5.8! -1,-3.4 -8,-3.9 -12.8,-6.2!"))
    sole = curve(
        path("-13.2,2.8! 0,3.1 14.5,2.0! 14.2,4.0 8,4.5! 0,4.3 -6.4,4.3! -6.4,5.6! -13.2,5.6! -13.2,2.8!")
    )
    saddle = curve(path("1.0,-4.9! 4.4,-5.6! 6.0,-2 6.2,2.6! 1.8,2.8! 2.0,-1.5 1.0,-4.9!"))
    seam = along((4.6, -4.6), (8.5, -2.4), (12.4, 0.2))
    gold = Panel(
        ribbon(along((2.6, -3.2), (4, -3.5), (5.4, -3.4)), 0.8),
        bolt.hard(GOLD),
        puff=0.3,
        shadow=0.4,
        wrinkle=0,
    )
    return [
        Panel(sole, bolt.hard(darker(TAN, 0.45)), scenery=True, puff=0.3, shadow=0),
        _inside(opening),
        _upper(body, bolt.main),
        _upper(saddle, bolt.main),
        Stitch((seam,), bolt.thread, 0.22, 0.5, 0.8),
        gold,
    ]


def sneaker(bolt: Bolt) -> list[Layer]:
    """A laced low sneaker on a pale rubber sole."""
    body = curve(
        path(
            "-12.8,-6.6! -10,-4.6 -6,-4.4 -3.0,-7.2! 1.5,-6.2 6,-3.7 11.5,-1.8 14.2,0.6 14.4,2.6! "
            "-12.8,2.8! -13.6,-2 -12.8,-6.6!"
        )
    )
    opening = curve(path("-12.8,-6.6! -9,-6.6 -3.0,-7.2! -6,-4.2 -10,-4.4 -12.8,-6.6!"))
    cap = curve(path("7.8,-3.1! 12.4,-1.4 14.3,1.2 14.4,2.6! 8.8,2.6! 7.0,-0.2 7.8,-3.1!"))
    band = curve(path("-7.2,2.6! -4.6,-0.6 -1.4,-4.6! 1.0,-3.8! -1.2,-0.2 -3.0,2.6! -7.2,2.6!"))
    counter = curve(path("-12.8,-6.4! -10.6,-4.9! -9.2,-1.4 -9.0,2.6! -12.8,2.7! -13.6,-2 -12.8,-6.4!"))
    eyestay = curve(path("-3.2,-7.0! 1.5,-6.0 7.6,-3.0! 6.4,-1.4! 1.4,-3.6 -3.8,-4.6! -3.2,-7.0!"))
    return [
        _inside(opening),
        _upper(body, bolt.main),
        *(
            _upper(shape, cloth)
            for shape, cloth in ((cap, bolt.plain), (counter, bolt.trim), (band, bolt.trim))
        ),
        _upper(eyestay, bolt.plain),
        *_rubber_and_laces(bolt),
    ]


def _rubber_and_laces(bolt: Bolt) -> list[Layer]:
    sole = curve(path("-13.4,2.0! 0,2.3 14.6,1.8! 15.0,3.6 13.6,5.0! 0,5.2 -12.8,5.0! -13.8,4 -13.4,2.0!"))
    rubber = Panel(sole, bolt.hard(RUBBER), scenery=True, puff=0.4, shadow=0.2, wrinkle=0)
    line = Stitch((along((-13.4, 3.7), (0, 4.0), (14.7, 3.6)),), SHADES[bolt.piece.second], 0.28, 0, 0.8)
    laces = [
        Panel(
            ribbon(
                along(
                    (-2.6 + i * 2.1, -7.0 + i * 0.95),
                    (-1.4 + i * 2.05, -5.9 + i * 0.9),
                    (-1.2 + i * 2.0, -4.2 + i * 0.75),
                ),
                0.75,
            ),
            bolt.hard(RUBBER),
            scenery=True,
            puff=0.3,
            shadow=0.45,
            wrinkle=0,
        )
        for i in range(4)
    ]
    return [rubber, line, *laces]


def sandal(bolt: Bolt) -> list[Layer]:
    """A strappy sandal on a low block heel."""
    sole = curve(path("-13,-0.4! -6,0.4 2,2.9 14.2,3.0! 14.8,3.9 12,4.5! 1,4.6 -6,2.0 -13,1.4! -13,-0.4!"))
    footbed = curve(path("-12.8,-0.5! -6,-0.9 2,1.7 10,1.6 14.2,3.0! 2,3.1 -6,0.7 -12.8,-0.5!"))
    block = curve(path("-13,0.8! -7.4,1.3! -8.2,5.6! -12.6,5.6! -13,0.8!"))
    wide = ribbon(along((5.0, 3.2), (6.6, -0.6), (9.2, -1.7), (11.4, 0.2), (12.0, 3.2)), 2.2)
    narrow = ribbon(along((1.4, 2.6), (2.8, -2.2), (5.2, -3.6), (7.6, -1.6)), 1.4)
    heel_cup = curve(path("-13.2,0.2! -13.6,-5 -12.6,-7.6! -10.6,-4 -9.4,0.4! -13.2,0.2!"))
    ankle = ribbon(along((-12.8, -6.6), (-9, -8.8), (-5, -8.6), (-3.2, -6.6)), 1.3)
    side = ribbon(along((-11.2, -3.4), (-7.2, -4.8), (-3.4, -6.4)), 1.1)
    buckle = Panel(
        box(-6.0, -9.6, -4.0, -7.6),
        bolt.hard(GOLD),
        (box(-5.6, -9.1, -4.4, -8.1),),
        puff=0.2,
        shadow=0.3,
        wrinkle=0,
    )
    base = [
        Panel(block, bolt.hard(TAN), scenery=True, puff=0.5, shadow=0),
        Panel(footbed, bolt.hard(darker(TAN, 0.05)), scenery=True, puff=0.4, shadow=0),
        Panel(sole, bolt.hard(darker(TAN, 0.3)), scenery=True, puff=0.4, shadow=0.2),
    ]
    return [*base, *(_upper(strap, bolt.main) for strap in (narrow, wide, heel_cup, side, ankle)), buckle]
