"""Trouser legs, which trousers, jeans, shorts and jumpsuits share."""

from interfaces.demo.drawing.bolt import Bolt
from interfaces.demo.drawing.geometry import along, curve, sharp, soft
from interfaces.demo.drawing.panel import Fold, Panel


def trouser_leg(bolt: Bolt, waist: float, top: float, hem: tuple[float, float], gap: float = 0.0) -> Panel:
    """The right leg, from the waist to (y, half width) at the hem; a gap sets the inner hem's place."""
    foot, wide = hem
    hip = waist + 5.2
    centre = wide + gap if gap else hip * 0.55 + wide * 0.32
    crotch = top + 29
    knots = [
        sharp(-0.3, top),
        sharp(waist, top),
        soft(hip - 1, top + 11),
        soft(hip, top + 20),
        soft((hip + centre + wide) / 2, (crotch + foot) / 2 - 4),
        sharp(centre + wide, foot),
        soft(centre, foot + 0.7),
        sharp(centre - wide, foot),
        soft(min(centre - wide + 1, 3.5), (crotch + foot) / 2),
        sharp(0.2, crotch),
        sharp(-0.3, top),
    ]
    crease = Fold(along((waist * 0.55, top + 8), (centre * 0.9, crotch), (centre, foot - 2)), 1.6, 0.7)
    return Panel(
        curve(knots), bolt.main, folds=(crease, *_leg_folds(bolt, crotch, hem, centre)), puff=1.7, shadow=0.18
    )


def _leg_folds(bolt: Bolt, crotch: float, hem: tuple[float, float], centre: float) -> tuple[Fold, ...]:
    foot, wide = hem
    if foot - crotch < 30:
        return (Fold(along((1.5, crotch - 5), (7, crotch - 1), (13, crotch - 5)), 2.6, -0.5),)
    folds = []
    for step in range(3):
        low = crotch + bolt.chance.uniform(-4, 6) + step * 2
        line = along((1.2, low - 4), (7, low), (12 + step, low - 5 + bolt.chance.uniform(-3, 1)))
        folds.append(Fold(line, 2.6, -0.55))
    for place in (-0.55, 0.5):
        line = along(
            (centre * 0.8, crotch + 12),
            (centre + place * wide * 0.8, foot - 18),
            (centre + place * wide, foot + 2),
        )
        folds.append(Fold(line, wide * 0.32, 0.55 * bolt.chance.uniform(0.7, 1.2)))
    knee = (crotch + foot) / 2
    side = float(bolt.chance.choice([-1.0, 1.0]))
    folds.append(
        Fold(along((centre - side * 6, knee), (centre, knee + 2), (centre + side * 7, knee - 1.5)), 2.2, -0.4)
    )
    return tuple(folds)
