"""Hats: sun hat, cap, bucket hat, turban."""

from interfaces.demo.drawing.bodice import outline
from interfaces.demo.drawing.bolt import Bolt
from interfaces.demo.drawing.geometry import (
    along,
    curve,
    oval,
    path,
    soft,
    turned,
)
from interfaces.demo.drawing.palette import SHADES, darker
from interfaces.demo.drawing.panel import Fold, Hang, Layer, Panel, Stitch
from interfaces.demo.drawing.silhouette import Make


def hat(bolt: Bolt) -> list[Layer]:
    """A sun hat, cap, bucket hat or tied turban."""
    return {Make.CAP: _cap, Make.BUCKET: _bucket, Make.TURBAN: _turban}.get(bolt.cut.make, _sun_hat)(bolt)


def _sun_hat(bolt: Bolt) -> list[Layer]:
    brim = Panel(oval(0, 12, 24, 8.6), bolt.main, puff=1.0, shadow=0.2, wrinkle=0.6)
    under = Panel(oval(0, 11.0, 13.4, 4.6), bolt.main, light=0.8, puff=0.6, shadow=0.3)
    crown = Panel(
        outline(path("0,-8.5 7,-7.6 11,-2 12.2,6 12.8,10.6! 7,13.2 0,14")),
        bolt.main,
        puff=2.2,
        shadow=0.3,
    )
    band = Panel(
        curve(path("-12.3,5.6! 0,9.0 12.3,5.6! 12.8,10.4! 7,13 0,13.9 -7,13 -12.8,10.4! -12.3,5.6!")),
        bolt.trim,
        puff=0.6,
        shadow=0.3,
    )
    bow = [
        Panel(turned(oval(13.2, 9.2, 3.2, 1.5), d, (11, 9.6)), bolt.trim, puff=0.5, shadow=0.35)
        for d in (-28, 26)
    ]
    rings = tuple(curve([soft(-24 + i, 12), soft(0, 20.6 - i * 0.36), soft(24 - i, 12)]) for i in (2, 5, 8))
    return [
        brim,
        Stitch(rings, darker(SHADES[bolt.piece.colour], 0.25), 0.2, 0, 0.45),
        under,
        crown,
        band,
        *bow,
    ]


def _cap(bolt: Bolt) -> list[Layer]:
    crown = Panel(
        curve(path("-12,10! -11.8,1 -6,-7.4 1,-8.2 9,-4 12.4,7.6! 0,9.8 -12,10!")),
        bolt.main,
        puff=2.2,
        shadow=0.2,
    )
    peak = Panel(
        curve(path("2.5,8.6! 9,6.2 12.6,7.2! 20,10.4 24,14! 14,14.4 2.5,8.6!")),
        bolt.trim,
        puff=0.8,
        shadow=0.4,
    )
    seams = Stitch(
        (
            along((1, -8.2), (-3, 0), (-4, 9.8)),
            along((1, -8.2), (5, -2), (6, 8.4)),
            along((-11.6, 8.4), (0, 8.2), (12, 6.2)),
        ),
        bolt.thread,
        0.2,
        0.5,
        0.7,
    )
    return [crown, seams, peak, Panel(oval(1, -8.3, 1.1, 0.7), bolt.trim, puff=0.4, shadow=0.3)]


def _bucket(bolt: Bolt) -> list[Layer]:
    brim = Panel(
        outline(path("0,6 11.4,5! 16,11 19.5,16! 10,19.6 0,20.4")),
        bolt.main,
        puff=0.9,
        shadow=0.3,
    )
    crown = Panel(
        outline(path("0,-7 8,-6.8 10,-5.6! 11.2,1 11.8,7.6! 6,9.4 0,9.8")),
        bolt.main,
        puff=1.8,
        shadow=0.35,
    )
    rows = tuple(
        curve([soft(-13 - i * 1.6, 9 + i * 1.7), soft(0, 12.4 + i * 1.9), soft(13 + i * 1.6, 9 + i * 1.7)])
        for i in range(4)
    )
    return [brim, Stitch(rows, bolt.thread, 0.18, 0.6, 0.6), crown]


def _turban(bolt: Bolt) -> list[Layer]:
    head = outline(path("0,-9 8,-7 12.6,0 12.6,7.4 11,11! 5,8.4 0,7.6"))
    wraps = tuple(
        Fold(
            along((-12 + i, 10 - i * 3.4), (0, 2 - i * 3.2), (12 - i, 9 - i * 3.4)),
            3.0,
            0.9 if i % 2 else -0.7,
        )
        for i in range(5)
    )
    twist = [
        Panel(turned(oval(0, -1, 3.4, 7.4), d, (0, 3)), bolt.main, hang=Hang(turn=d), puff=1.3, shadow=0.45)
        for d in (-34, 34)
    ]
    knot = Panel(oval(0, 2.4, 3.4, 3.0), bolt.main, puff=1.4, shadow=0.5)
    return [Panel(head, bolt.main, folds=wraps, puff=2.2, shadow=0.2), *twist, knot]
