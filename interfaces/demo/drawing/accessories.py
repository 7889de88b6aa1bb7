"""Scarves, belts and folded kangas."""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from interfaces.demo.drawing.bolt import Bolt
from interfaces.demo.drawing.cloth import Finish, Material
from interfaces.demo.drawing.geometry import (
    Points,
    along,
    box,
    curve,
    moved,
    path,
    ribbon,
    rounded,
)
from interfaces.demo.drawing.palette import GOLD, SHADES
from interfaces.demo.drawing.panel import Fold, Hang, Layer, Panel, Stitch


def scarf(bolt: Bolt) -> list[Layer]:
    """A scarf in a loop with two fringed ends."""
    loop = curve(path("0,-14 13,-11 17,2 12,15 0,20 -12,15 -17,2 -13,-11 0,-14"))
    hole = curve(path("0,-6 6.5,-3 7.5,4 4,9 0,11 -4,9 -7.5,4 -6.5,-3 0,-6"))
    rounds = tuple(
        Fold(loop * [k, k] + [0, (1 - k) * 3], 1.8, h)
        for k, h in ((0.9, 0.7), (0.78, -0.6), (0.66, 0.6), (0.55, -0.4))
    )
    ends = [_end(bolt, lean, reach) for lean, reach in ((9.0, 50.0), (-7.0, 58.0))]
    return [
        *(layer for end in ends for layer in end),
        Panel(loop, bolt.main, holes=(hole,), folds=rounds, puff=1.8, shadow=0.45),
    ]


def _end(bolt: Bolt, lean: float, reach: float) -> list[Layer]:
    middle = along((lean * 0.3, 8), (lean * 0.8, 26), (lean, reach))
    strip = Panel(
        ribbon(middle, 13, 15),
        bolt.main,
        folds=(Fold(moved(middle, -3, 0), 2.2, 0.8), Fold(moved(middle, 2.5, 0), 2.0, -0.6)),
        hang=Hang(turn=-lean),
        puff=1.3,
    )
    threads = tuple(
        np.array([[lean + x, reach - 0.3], [lean + x * 1.05, reach + 4.6]]) for x in np.arange(-7, 7.4, 1.0)
    )
    return [
        Stitch(threads, SHADES[bolt.piece.colour], 0.5, 0, 1.0),
        Panel(
            box(lean - 7.4, reach, lean + 7.4, reach + 4.6),
            bolt.plain,
            holes=(box(lean - 8, reach, lean + 8, reach + 5),),
            shadow=0,
        ),
        strip,
    ]


def belt(bolt: Bolt) -> list[Layer]:
    """A coiled belt with a gold buckle."""
    turn = np.linspace(0.3, 4.4 * np.pi, 160)
    reach = 8 + turn * 0.62
    coil = np.stack([reach * np.cos(turn), reach * np.sin(turn) * 0.94], axis=1)
    tail = np.concatenate([coil, along(tuple(coil[-1]), (20, 4), (26, 11), (27, 18))])
    strap = Panel(ribbon(tail, 3.2), bolt.main, puff=0.7, shadow=0.4, wrinkle=0.3)
    frame = Panel(
        rounded(23.6, 16, 30.4, 23, 1.0),
        bolt.hard(GOLD),
        holes=(rounded(24.8, 17.2, 29.2, 21.8, 0.6),),
        puff=0.3,
        shadow=0.5,
        wrinkle=0,
    )
    tongue = Panel(
        ribbon(along((27, 16.5), (27, 20), (27, 22.6)), 0.8), bolt.hard(GOLD), puff=0.2, shadow=0.4, wrinkle=0
    )
    return [strap, Stitch((tail,), bolt.thread, 0.16, 0.5, 0.4), frame, tongue]


def kanga(bolt: Bolt) -> list[Layer]:
    """A folded kanga: its border, its field and its saying."""
    left, top, right, low = -44.0, -30.0, 44.0, 30.0
    folds = tuple(Fold(along((left, y), (0, y + 1), (right, y)), 1.6, 0.8) for y in (-10.0, 10.0)) + tuple(
        Fold(along((x, top), (x + 0.6, 0), (x, low)), 1.6, 0.7) for x in (-15.0, 15.0)
    )
    under = Panel(box(left + 2, top + 3, right + 1.6, low + 2.4), bolt.main, puff=0.8, light=0.9)
    border = Panel(box(left, top, right, low), bolt.plain, folds=folds, puff=0.9, shadow=0.4)
    field = Panel(box(left + 8, top + 8, right - 8, low - 8), bolt.main, folds=folds, puff=0.25, shadow=0.0)
    saying = Panel(box(-24, 15.0, 24, 20.6), _written(bolt), puff=0.15, shadow=0)
    second = SHADES[bolt.piece.second]
    frames = tuple(_frame((left, top, right, low), inset) for inset in (1.4, 6.6, 8.0))
    beads = _frame((left, top, right, low), 4.0)
    lines = [Stitch(frames, second, 0.8, 0, 0.95), Stitch((beads,), second, 2.6, 2.4, 0.95)]
    return [under, border, field, *lines, Stitch((beads,), SHADES[bolt.piece.colour], 1.0, 2.4, 1.0), saying]


def _frame(sides: tuple[float, float, float, float], inset: float) -> Points:
    left, top, right, low = sides
    corners = box(left + inset, top + inset, right - inset, low - inset)
    return np.concatenate([corners, corners[:1]])


def _written(bolt: Bolt) -> Material:
    """The saying as a strip of cloth, repeated once over its width."""
    sheet = Image.new("RGB", (960, 960), tuple(round(v) for v in SHADES[bolt.piece.second]))
    pen = ImageDraw.Draw(sheet)
    words = SAYINGS[bolt.piece.seed % len(SAYINGS)]
    pen.text(
        (480, 480),
        words,
        fill=tuple(round(v) for v in SHADES[bolt.piece.colour]),
        font=ImageFont.load_default(70),
        anchor="mm",
    )
    # The strip's centre lies at (0, 17.8) cm; cloth is read from 1000 cm further on.
    shift = (round((1000 % 48) / 48 * 960) - 480, round(((1000 + 17.8) % 48) / 48 * 960) - 480)
    tile = np.roll(np.asarray(sheet), (shift[1], shift[0]), (0, 1))
    return Material(tile, 48.0, Finish.MATTE)


SAYINGS = ("KARIBU NYUMBANI", "MOYO WA SHUKRANI", "UPENDO NI UHAI", "MAMA NI NURU")
