"""Real shades of the sixteen colours, and arithmetic on them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from domain.clothing import Colour
from interfaces.demo.drawing.silhouette import Backdrop


class Shade(NamedTuple):
    """An sRGB shade, 0 to 255 a channel."""

    red: float
    green: float
    blue: float


SHADES: dict[Colour, Shade] = {
    Colour.BLACK: Shade(33, 32, 36),
    Colour.WHITE: Shade(246, 244, 240),
    Colour.GREY: Shade(142, 144, 149),
    Colour.BEIGE: Shade(219, 196, 164),
    Colour.BROWN: Shade(119, 76, 48),
    Colour.RED: Shade(206, 30, 45),
    Colour.MAROON: Shade(118, 22, 44),
    Colour.PINK: Shade(238, 138, 172),
    Colour.ORANGE: Shade(238, 122, 32),
    Colour.YELLOW: Shade(247, 200, 54),
    Colour.GREEN: Shade(28, 134, 78),
    Colour.OLIVE: Shade(116, 116, 58),
    Colour.TURQUOISE: Shade(36, 178, 184),
    Colour.BLUE: Shade(40, 98, 200),
    Colour.NAVY: Shade(28, 42, 88),
    Colour.PURPLE: Shade(114, 58, 156),
}

PAPERS: dict[Backdrop, Shade] = {
    Backdrop.CHALK: Shade(234, 233, 230),
    Backdrop.CREAM: Shade(238, 230, 217),
    Backdrop.BLUSH: Shade(240, 221, 216),
    Backdrop.SAGE: Shade(212, 220, 207),
    Backdrop.SKY: Shade(214, 225, 234),
    Backdrop.SAND: Shade(226, 212, 193),
    Backdrop.SLATE: Shade(176, 184, 192),
}

INK = Shade(38, 34, 36)
CREAM = Shade(247, 238, 218)
GOLD = Shade(206, 164, 84)
STEEL = Shade(196, 199, 205)
WOOD = Shade(176, 132, 88)
TAN = Shade(190, 134, 84)
RUBBER = Shade(240, 238, 233)


def blend(first: Shade, second: Shade, share: float) -> Shade:
    """The first shade with this share of the second stirred in."""
    return Shade(*(a + (b - a) * share for a, b in zip(first, second, strict=True)))


def darker(shade: Shade, by: float) -> Shade:
    """The shade in less light; by from 0 (same) to 1 (black)."""
    return blend(shade, Shade(10, 8, 14), by)


def lighter(shade: Shade, by: float) -> Shade:
    """The shade in more light; by from 0 (same) to 1 (white)."""
    return blend(shade, Shade(255, 253, 250), by)


def brightness(shade: Shade) -> float:
    """How light the shade looks, 0 to 1."""
    return (0.299 * shade.red + 0.587 * shade.green + 0.114 * shade.blue) / 255


def thread(shade: Shade) -> Shade:
    """A thread or seam that shows on cloth of this shade."""
    return lighter(shade, 0.28) if brightness(shade) < 0.35 else darker(shade, 0.32)


def accents(main: Colour, second: Colour, seed: int) -> tuple[Shade, Shade]:
    """Two further print colours that stand apart from the main and the second one."""
    strong = (
        Colour.YELLOW,
        Colour.TURQUOISE,
        Colour.RED,
        Colour.NAVY,
        Colour.ORANGE,
        Colour.GREEN,
        Colour.PINK,
    )
    apart = [SHADES[c] for c in strong if c not in (main, second)]
    deep = INK if brightness(SHADES[main]) > 0.25 else CREAM
    return apart[seed % len(apart)], deep


def nearest(pixels: NDArray[np.float32]) -> NDArray[np.int64]:
    """For each pixel, the index (in Colour's order) of the colour it would be called.

    Shape: (n, 3) sRGB in, (n,) out.
    """
    anchors = laboratory(np.array([SHADES[c] for c in Colour], np.float32))
    apart = laboratory(pixels)[:, None, :] - anchors[None]
    # Folds and light move lightness more than hue, so lightness counts for less.
    distance = (apart * np.array([0.6, 1, 1], np.float32)) ** 2
    return np.asarray(distance.sum(axis=2).argmin(axis=1), np.int64)


def laboratory(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    """CIE L*a*b* under D65 of sRGB pixels.

    Shape: (n, 3) to (n, 3).
    """
    linear = np.where(pixels <= 10.3, pixels / 3294.6, ((pixels / 255 + 0.055) / 1.055) ** 2.4)
    rows = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], np.float32
    )
    cubed = np.cbrt(linear @ rows.T / np.array([0.9505, 1.0, 1.089], np.float32))
    x, y, z = cubed[:, 0], cubed[:, 1], cubed[:, 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=1).astype(np.float32)
