"""Parts sewn on many garments: flared skirts, ruffles, belts, bows, buttons, collars, pockets."""

import numpy as np

from interfaces.demo.drawing.bodice import Torso
from interfaces.demo.drawing.bolt import Bolt
from interfaces.demo.drawing.geometry import Points, along, box, curve, moved, oval, ribbon, sharp, soft
from interfaces.demo.drawing.palette import GOLD, SHADES
from interfaces.demo.drawing.panel import Fold, Hang, Layer, Panel, Stitch, both_sides, drape


def flared(bolt: Bolt, top: tuple[float, float], bottom: tuple[float, float], count: int) -> Panel:
    """A skirt widening from (y, half width) to (y, half width), its hem waving with the folds."""
    (y0, half0), (y1, half1) = top, bottom
    knots = [
        soft(0, y0),
        sharp(half0, y0),
        soft(half0 + (half1 - half0) * 0.32, y0 + (y1 - y0) * 0.28),
        sharp(half1, y1 - 2),
    ]
    hem = wavy_hem(half1, y1, count, 0.9)
    right = curve(knots)
    shape = np.concatenate([right, hem, right[::-1] * [-1, 1]])
    pleats = drape(bolt.chance, (y0, half0), (y1, half1), count, 0.85)
    return Panel(
        shape,
        bolt.main,
        folds=pleats,
        hang=Hang(flare=(half1 / half0 - 1) * 0.55, sag=3.0),
        puff=1.3,
        shadow=0.3,
    )


def wavy_hem(half: float, y: float, count: int, swing: float) -> Points:
    """A hem from right to left that waves with its folds."""
    x = np.linspace(half, -half, 90)
    arc = 2.2 * (1 - (x / half) ** 2)
    return np.stack([x, y - 2 + arc + swing * np.sin(x / half * np.pi * count * 0.5) * 0.6], axis=1)


def ruffle(bolt: Bolt, torso: Torso) -> Panel:
    """A gathered band around bare shoulders."""
    half = torso.bust + 7.5
    x = np.linspace(-half, half, 80)
    top = 8.2 + 2.6 * (1 - (x / half) ** 2)
    low = top + 11.5 + 0.8 * np.sin(x * 0.75) - 2.5 * np.abs(x / half) ** 3
    shape = np.concatenate([np.stack([x, top], 1), np.stack([x, low], 1)[::-1]])
    folds = tuple(
        Fold(along((p * 0.96, 9.5), (p, 14), (p * 1.03, 24)), 2.6, 0.7 * bolt.chance.uniform(0.6, 1))
        for p in np.linspace(-half + 2, half - 2, 15)
    )
    return Panel(shape, bolt.main, folds=folds, puff=1.0, shadow=0.45)


def belt_at(bolt: Bolt, half: float, y: float) -> list[Layer]:
    """A belt in the second colour with a gold buckle."""
    strap = Panel(
        ribbon(along((-half, y), (0, y + 0.9), (half, y)), 3.6), bolt.trim, puff=0.6, shadow=0.45, wrinkle=0.3
    )
    ring = Panel(
        box(-2.8, y - 1.6, 2.8, y + 3.4),
        bolt.hard(GOLD),
        holes=(box(-1.9, y - 0.7, 1.9, y + 2.5),),
        puff=0.2,
        shadow=0.4,
        wrinkle=0,
    )
    return [strap, ring]


def buttons(bolt: Bolt, rows: list[float], x: float = 0.0, radius: float = 0.75) -> list[Layer]:
    """A placket with buttons in the second colour."""
    if not rows:
        return []
    line = np.array([[x, rows[0] - 3], [x, rows[-1] + 4]])
    sewn = Stitch((moved(line, 1.9, 0), moved(line, -1.9, 0)), bolt.thread, 0.22, 0, 0.55)
    knobs = [
        Panel(oval(x, y, radius), bolt.hard(SHADES[bolt.piece.second]), puff=0.35, shadow=0.5, wrinkle=0)
        for y in rows
    ]
    return [sewn, *knobs]


def shirt_collar(bolt: Bolt, torso: Torso) -> list[Layer]:
    """A pointed collar, both sides."""
    n = torso.neck
    leaf = curve(
        [
            sharp(0.2, 5.4),
            soft(n * 0.5, 0.6),
            sharp(n - 1.2, -2.4),
            soft(n + 0.6, 0.4),
            sharp(n + 0.2, 3.0),
            soft(n * 0.95, 6.5),
            sharp(5.2, 10.6),
            sharp(0.2, 5.4),
        ]
    )
    return both_sides(
        [
            Panel(leaf, bolt.main, hang=Hang(turn=38), puff=0.5, shadow=0.45, wrinkle=0.3),
            Stitch((leaf[-12:] * [0.97, 1] - [0, 0.5],), bolt.thread, 0.2, 0.6, 0.5),
        ]
    )


def tied_band(bolt: Bolt, half: float, y: float) -> list[Layer]:
    """A sash around the waist, knotted at one side with two loose ends."""
    x = half - 4.5
    band = ribbon(along((-half, y + 0.4), (0, y + 1.2), (half, y + 0.4)), 3.4)
    layers: list[Layer] = [Panel(band, bolt.main, puff=0.7, shadow=0.4)]
    for sway, reach in ((2.5, 24.0), (-1.5, 20.0)):
        tail = along((x, y), (x + sway, y + 10), (x - 1 + sway * 1.6, y + reach))
        layers.append(Panel(ribbon(tail, 2.6, 3.2), bolt.main, puff=0.6, shadow=0.45))
    return [*layers, Panel(oval(x, y, 2.4, 2.0), bolt.main, puff=1.2, shadow=0.5)]
