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
            "-12,-8.6! -10.6,-4.4 -4,-1.2 2.5,-1.6 6.8,-3.4 8.2,-2.9! 12.2,-1.2 14.2,1.3! "
            "10,2.4 4,2.2 -1.5,0.4 -6,-1.6 -9.2,-2.4! -11.6,-2.9 -12.9,-5 -12,-8.6!"
        )
    )
    opening = curve(path("-12,-8.6! -9,-7.9 -2,-4.8 4,-4.3 7.6,-3.2! 3,-1.7 -4,-1.1 -10.4,-4.3 -12,-8.6!"))
    spike = curve(
        path("-12.6,-3.6! -10,-2.9 -8.0,-2.6! -9.8,0 -10.5,4 -10.7,7.2! -12.0,7.2! -12.1,2 -12.6,-3.6!")
    )
    sole = ribbon(along((-9, -2.0), (-5, -0.9), (0, 1.4), (5, 2.7), (10, 2.8), (14.1, 1.5)), 0.7, 0.5)
    lowered = [
        _upper(spike, bolt.plain),
        Panel(sole, bolt.hard(TAN), puff=0.2, shadow=0),
        _inside(opening),
        _upper(body, bolt.main, Fold(along((3, 0), (8, -1), (12, 0)), 3.0, 0.7)),
    ]
    # The front of the sole and the tip of the heel stand on one line.
    ground = [_tilted(layer) for layer in lowered]
    trim = (
        [
            Panel(
                oval(8.6, -0.9, 0.9, 0.7),
                bolt.hard(SHADES[bolt.piece.second]),
                puff=0.4,
                shadow=0.4,
                wrinkle=0,
            )
        ]
        if bolt.cut.belted
        else []
    )
    strap = (
        [
            Panel(
                ribbon(along((-12.0, -8.4), (-8, -9.6), (-3.6, -8.4), (-2.4, -4.9)), 0.8),
                bolt.plain,
                puff=0.3,
                shadow=0.3,
            )
        ]
        if bolt.cut.buttoned
        else []
    )
    return [*ground, *(_tilted(p) for p in [*trim, *strap])]


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
        Panel(sole, bolt.hard(TAN), puff=0.2, shadow=0),
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
        Panel(sole, bolt.hard(darker(TAN, 0.45)), puff=0.3, shadow=0),
        _inside(opening),
        _upper(body, bolt.main),
        _upper(saddle, bolt.main),
        Stitch((seam,), bolt.thread, 0.22, 0.5, 0.8),
        gold,
    ]


def sneaker(bolt: Bolt) -> list[Layer]:
    """A laced sneaker on a pale rubber sole."""
    body = curve(
        path(
            "-12.6,-9.0! -9.5,-6.9 -5,-7.4 -2.4,-9.4! 3,-5.6 8,-3.4 13,-1.6 14.4,2.6! "
            "-12.8,2.8! -13.5,-3 -12.6,-9.0!"
        )
    )
    opening = curve(path("-12.6,-9.0! -7.6,-9.7 -2.4,-9.4! -5,-7.4 -9.5,-6.9 -12.6,-9.0!"))
    sole = curve(path("-13.4,2.0! 0,2.3 14.6,1.6! 15.2,3.6 13.6,5.2! 0,5.4 -12.8,5.2! -13.8,4 -13.4,2.0!"))
    cap = curve(path("8.4,-3.2! 12.8,-1.6 14.4,2.4! 8.6,2.4! 7.4,-0.4 8.4,-3.2!"))
    swoosh = curve(path("-6,-1.2! -1,0.6 5,-3.6! 0,2.4 -4.5,1.6 -6,-1.2!"))
    heel_tab = curve(path("-12.6,-8.6! -9.8,-6.8! -10.4,-2 -10,2.6! -12.8,2.6! -13.4,-3 -12.6,-8.6!"))
    laces = Stitch(
        tuple(along((-1.6 + i * 1.9, -7.9 + i * 1.25), (0.2 + i * 1.9, -5.6 + i * 1.2)) for i in range(4)),
        RUBBER,
        0.62,
        0,
        1.0,
    )
    rubber = Panel(sole, bolt.hard(RUBBER), puff=0.4, shadow=0.2, wrinkle=0)
    line = Stitch((along((-13.4, 3.9), (0, 4.2), (14.7, 3.8)),), SHADES[bolt.piece.second], 0.3, 0, 0.8)
    return [
        _inside(opening),
        _upper(body, bolt.main),
        _upper(cap, bolt.plain),
        _upper(heel_tab, bolt.trim),
        _upper(swoosh, bolt.trim),
        rubber,
        line,
        laces,
    ]


def sandal(bolt: Bolt) -> list[Layer]:
    """A strappy sandal on a low block heel."""
    sole = curve(path("-13,-0.4! -6,0.4 2,2.6 14.2,2.6! 14.6,3.8 12,4.4! 1,4.4 -6,1.8 -13,1.2! -13,-0.4!"))
    block = curve(path("-13,0.8! -7.6,1.2! -8.2,5.4! -12.6,5.4! -13,0.8!"))
    toe = curve(path("4.4,3.0! 5.6,-2.2 8.6,-3.2 11.4,-1.4! 12.6,3.0! 4.4,3.0!"))
    heel_cup = curve(path("-13.2,0.2! -13.6,-5 -12.4,-7.4! -9.6,-3 -8,0.4! -13.2,0.2!"))
    ankle = ribbon(along((-12.6, -6.4), (-9, -8.6), (-5, -8.2), (-3.6, -6.0)), 1.4)
    ladder = ribbon(along((-3.6, -6.4), (-2.6, -2), (-0.6, 2.2)), 1.6)
    buckle = Panel(
        box(-5.2, -9.0, -3.2, -6.8),
        bolt.hard(GOLD),
        holes=(box(-4.8, -8.5, -3.6, -7.3),),
        puff=0.2,
        shadow=0.3,
        wrinkle=0,
    )
    base = [
        Panel(block, bolt.hard(TAN), puff=0.5, shadow=0),
        Panel(sole, bolt.hard(darker(TAN, 0.25)), puff=0.4, shadow=0.2),
    ]
    return [*base, *(_upper(p, bolt.main) for p in (toe, heel_cup, ladder, ankle)), buckle]
