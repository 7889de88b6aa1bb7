"""Bags: handbag, tote, clutch."""

import numpy as np

from interfaces.demo.drawing.bodice import outline
from interfaces.demo.drawing.bolt import Bolt
from interfaces.demo.drawing.geometry import (
    along,
    box,
    curve,
    oval,
    path,
    ribbon,
    rounded,
)
from interfaces.demo.drawing.palette import GOLD
from interfaces.demo.drawing.panel import Fold, Layer, Panel, Stitch, both_sides
from interfaces.demo.drawing.silhouette import Make


def bag(bolt: Bolt) -> list[Layer]:
    """A tote, clutch or handbag."""
    return {Make.CLUTCH: _clutch, Make.TOTE: _tote}.get(bolt.cut.make, _handbag)(bolt)


def _tote(bolt: Bolt) -> list[Layer]:
    front = outline(path("0,0 17,0! 18,14 16,30! 8,31 0,31.2"))
    far = Panel(
        ribbon(along((-8, 1), (-7, -13), (0, -17.5), (7, -13), (8, 1)), 1.7),
        bolt.trim,
        puff=0.4,
        light=0.72,
        wrinkle=0,
    )
    near = Panel(
        ribbon(along((-9, 6), (-8, -9), (0, -14), (8, -9), (9, 6)), 1.7),
        bolt.trim,
        puff=0.4,
        shadow=0.4,
        wrinkle=0,
    )
    mouth = Panel(oval(0, 0.3, 16.9, 1.5), bolt.plain, light=0.5, shadow=0, wrinkle=0)
    sag = (
        Fold(along((-12, 8), (-10, 18), (-12, 27)), 4, 0.5),
        Fold(along((9, 6), (11, 17), (9, 28)), 4, -0.4),
    )
    base = Panel(
        outline(path("0,25! 16.7,24.4! 16,30! 8,31 0,31.2")),
        bolt.trim,
        puff=0.6,
        shadow=0.2,
    )
    edge = Stitch((along((-16.6, 1.4), (0, 1.7), (16.6, 1.4)),), bolt.thread, 0.2, 0.6, 0.7)
    tabs = both_sides([Panel(box(7.8, 4, 10.2, 8), bolt.trim, puff=0.3, shadow=0.4, wrinkle=0)])
    return [far, mouth, Panel(front, bolt.main, folds=sag, puff=1.8, shadow=0.3), base, edge, near, *tabs]


def _handbag(bolt: Bolt) -> list[Layer]:
    body = outline(path("0,0 11,0.2 13.5,1.6! 15.6,12 16.2,20! 14.5,22.4 0,22.8"))
    flap = outline(path("0,-0.6 11,-0.4 13.8,1.0! 14.8,7 12,11.6 5,13.2 0,13.4"))
    handle = Panel(
        ribbon(along((-8.5, 1), (-8, -8), (-4, -12.4), (4, -12.4), (8, -8), (8.5, 1)), 1.5),
        bolt.trim,
        puff=0.5,
        wrinkle=0,
    )
    rings = both_sides(
        [
            Panel(
                oval(8.5, 0.6, 1.5),
                bolt.hard(GOLD),
                holes=(oval(8.5, 0.6, 0.8),),
                puff=0.3,
                shadow=0.4,
                wrinkle=0,
            )
        ]
    )
    clasp = Panel(rounded(-1.9, 10.8, 1.9, 15, 0.6), bolt.hard(GOLD), puff=0.4, shadow=0.5, wrinkle=0)
    seam = curve(path("-13.6,4 -11,10.6 -5,12.2 0,12.4 5,12.2 11,10.6 13.6,4"))
    front = Panel(body, bolt.main, puff=1.7, shadow=0.3, wrinkle=0.4)
    return [
        handle,
        front,
        Panel(flap, bolt.main, puff=0.9, shadow=0.5, wrinkle=0.4),
        Stitch((seam,), bolt.thread, 0.18, 0.55, 0.7),
        *rings,
        clasp,
    ]


def _clutch(bolt: Bolt) -> list[Layer]:
    body = Panel(rounded(-15, 0, 15, 18.5, 1.6), bolt.main, puff=1.6, shadow=0.3, wrinkle=0.5)
    flap = Panel(
        curve(path("-15.2,0.8! 0,-0.8 15.2,0.8! 15,5! 0,13.8! -15,5! -15.2,0.8!")),
        bolt.main,
        puff=0.8,
        shadow=0.5,
        wrinkle=0.4,
    )
    stud = Panel(oval(0, 11.6, 1.3), bolt.hard(GOLD), puff=0.4, shadow=0.5, wrinkle=0)
    loop = Panel(
        ribbon(along((14.6, 4), (20, 7), (20.5, 14), (17.2, 18), (14.8, 15)), 1.1),
        bolt.trim,
        puff=0.4,
        wrinkle=0,
    )
    return [
        loop,
        body,
        flap,
        Stitch((np.array([[-14.4, 5.2], [0, 12.9], [14.4, 5.2]]),), bolt.thread, 0.18, 0.55, 0.6),
        stud,
    ]
