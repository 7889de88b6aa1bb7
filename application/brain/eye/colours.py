"""Which of the sixteen colours a garment has, softly: a dusk-lit navy is some navy, some black, some blue."""

from typing import NamedTuple

import numpy as np
from PIL import Image

from application.brain.eye.network import Array
from application.brain.eye.photo import pixels
from domain.clothing import Colour

SIDE = 64
LIGHTNESS_WEIGHT, CHROMA_BEND = 0.55, 0.03
NAMING_SOFTNESS, NEARNESS_SOFTNESS = 3.6, 9.0
EXPOSURE, DARKEST_LIGHT = 0.4, 0.5
READINESS = {
    Colour.BLACK: 1.0,
    Colour.WHITE: 1.2,
    Colour.PINK: 1.5,
    Colour.GREY: -1.3,
    Colour.BEIGE: -0.7,
    Colour.BROWN: -0.7,
}
"""How much sooner or later than nearness alone people say a colour: a shaded white is no grey to them."""
SEEN_AS: dict[Colour, tuple[tuple[int, int, int], ...]] = {
    Colour.BLACK: ((10, 0, 0), (20, 0, 0), (27, 0, 1)),
    Colour.WHITE: ((93, 0, 1), (85, 0, 2), (80, 0, -2)),
    Colour.GREY: ((40, 0, 0), (52, 0, 0), (64, 0, 1), (73, 0, 0), (55, 0, -6)),
    Colour.BEIGE: ((78, 3, 16), (85, 3, 13), (67, 5, 17), (72, 8, 22)),
    Colour.BROWN: ((35, 14, 20), (45, 15, 25), (28, 9, 11), (40, 9, 14), (52, 16, 30)),
    Colour.RED: ((46, 62, 40), (40, 54, 32), (52, 62, 46), (36, 48, 26)),
    Colour.MAROON: ((24, 30, 10), (29, 37, 15), (32, 28, 9)),
    Colour.PINK: ((72, 30, 4), (60, 50, 0), (80, 16, 5), (62, 34, 12), (55, 60, -8)),
    Colour.ORANGE: ((62, 45, 58), (70, 30, 60), (58, 50, 50), (66, 36, 38)),
    Colour.YELLOW: ((85, 0, 66), (78, 6, 60), (88, -4, 36), (70, 6, 52)),
    Colour.GREEN: ((45, -36, 24), (60, -40, 38), (34, -22, 11), (75, -24, 24), (45, -20, 8)),
    Colour.OLIVE: ((42, -4, 25), (52, -5, 27), (33, -3, 15), (38, 1, 18)),
    Colour.TURQUOISE: ((60, -30, -10), (73, -24, -7), (50, -22, -14), (66, -36, 2), (40, -22, -8)),
    Colour.BLUE: ((45, 6, -45), (60, -5, -32), (73, -5, -17), (36, 14, -48), (50, -3, -22), (40, 0, -28)),
    Colour.NAVY: ((17, 3, -14), (23, 4, -20), (14, 2, -9), (28, 2, -16)),
    Colour.PURPLE: ((40, 35, -35), (30, 28, -24), (58, 26, -28), (70, 15, -18), (35, 34, -8)),
}
"""Where in CIELAB (D65) each colour is met on photographed cloth, shade and light included."""

_NAMES = tuple(Colour)
_LATENESS = np.array([-READINESS.get(name, 0.0) for name in _NAMES], np.float32)
_CIELAB = np.array([point for name in _NAMES for point in SEEN_AS[name]], np.float32)
_OWNERS = np.array([i for i, name in enumerate(_NAMES) for _ in SEEN_AS[name]])
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]],
    np.float32,
)
_WHITE = np.array([0.95047, 1.0, 1.08883], np.float32)


class Colouring(NamedTuple):
    """Shares of the garment in the order of `Colour`; each sums to one.

    `named` is what people would say; `near` is softer: the same cloth in other light stays near itself.
    """

    named: Array
    near: Array


def colouring(picture: Image.Image, mask: Array) -> Colouring:
    """The colours of the garment under the mask."""
    seen = pixels(picture.resize((SIDE, SIDE), Image.Resampling.BOX)).reshape(-1, 3)
    solid = Image.fromarray((mask * 255).astype(np.uint8)).resize((SIDE, SIDE), Image.Resampling.BILINEAR)
    inside = pixels(solid).reshape(-1) > 0.7
    cloth = seen[inside] if inside.any() else seen
    nearest = _nearest(_bent(_lab(_lit(cloth, seen))))
    named = _shares(nearest / np.float32(2 * NAMING_SOFTNESS**2) + _LATENESS)
    return Colouring(named, _shares(nearest / np.float32(2 * NEARNESS_SOFTNESS**2)))


def best_first(shares: Array) -> tuple[tuple[Colour, float], ...]:
    """Colours that make up at least a twentieth of the garment."""
    ranked = sorted(zip(_NAMES, shares.tolist(), strict=True), key=lambda item: -item[1])
    return tuple((name, round(share, 4)) for i, (name, share) in enumerate(ranked) if share >= 0.05 or i == 0)


def _lit(cloth: Array, seen: Array) -> Array:
    """A part of the way to the exposure at which the photo's brightest places would be full light."""
    brightest = max(float(np.percentile(seen.max(1), 98)), DARKEST_LIGHT)
    lit: Array = np.minimum(cloth * np.float32(brightest**-EXPOSURE), np.float32(1))
    return lit


def _lab(colours: Array) -> Array:
    """sRGB 0..1 to CIELAB under D65."""
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    xyz = linear @ _TO_XYZ.T / _WHITE
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    lab: Array = np.stack(
        [116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], 1, dtype=np.float32
    )
    return lab


def _bent(lab: Array) -> Array:
    """Strong colours drawn together: near grey a small difference is seen, far out a large one is not."""
    chroma = np.hypot(lab[:, 1:2], lab[:, 2:3])
    shrink = np.log1p(CHROMA_BEND * chroma) / np.maximum(CHROMA_BEND * chroma, 1e-6)
    bent: Array = np.concatenate([lab[:, :1] * LIGHTNESS_WEIGHT, lab[:, 1:] * shrink], 1, dtype=np.float32)
    return bent


def _nearest(points: Array) -> Array:
    """Of each pixel and each colour: the squared distance to that colour's nearest point."""
    squares = (points**2).sum(1)[:, None] + (_POINTS**2).sum(1)
    away = np.maximum(squares - 2 * (points @ _POINTS.T), 0)
    return np.stack([away[:, i == _OWNERS].min(1) for i in range(len(_NAMES))], 1)


def _shares(far: Array) -> Array:
    """Every pixel divides itself among the colours that are not far; the mean of all pixels."""
    powers = np.exp(far.min(1, keepdims=True) - far)
    shares: Array = (powers / powers.sum(1, keepdims=True)).mean(0)
    return shares


_POINTS = _bent(_CIELAB)
