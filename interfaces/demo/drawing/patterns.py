"""From a drawing's words to its cloth: pattern, colours and finish."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from domain.clothing import Fabric, Garment, Pattern
from interfaces.demo.drawing.botany import floral, graphic
from interfaces.demo.drawing.cloth import Finish, Material, solid
from interfaces.demo.drawing.kitenge import FAMILIES, Inks
from interfaces.demo.drawing.palette import SHADES, Shade, accents, blend, brightness, darker, lighter
from interfaces.demo.drawing.silhouette import Drawing, Motif
from interfaces.demo.drawing.textures import animal, denim, knit, lace
from interfaces.demo.drawing.tiles import Sheet

FINISHES: dict[Fabric, Finish] = {
    Fabric.COTTON: Finish.MATTE,
    Fabric.LINEN: Finish.CRISP,
    Fabric.SILK: Finish.SATIN,
    Fabric.SATIN: Finish.SATIN,
    Fabric.CHIFFON: Finish.FLOWING,
    Fabric.DENIM: Finish.DENIM,
    Fabric.WOOL: Finish.KNIT,
    Fabric.LEATHER: Finish.LEATHER,
    Fabric.VELVET: Finish.VELVET,
    Fabric.LACE: Finish.MATTE,
    Fabric.KNIT: Finish.KNIT,
    Fabric.POLYESTER: Finish.FLOWING,
}
SMALL_GOODS = (Garment.SHOES, Garment.BAG, Garment.HAT, Garment.BELT)


def inks_of(piece: Drawing) -> Inks:
    """The four colours of the piece's print."""
    bright, deep = accents(piece.colour, piece.second, piece.seed)
    return Inks(SHADES[piece.colour], SHADES[piece.second], bright, deep)


def main_cloth(piece: Drawing) -> Material:
    """The cloth that most of the piece is cut from."""
    finish = FINISHES[piece.fabric]
    draw_tile, span = WEAVERS[piece.pattern]
    if piece.pattern is Pattern.PLAIN and piece.fabric not in (
        Fabric.KNIT,
        Fabric.WOOL,
        Fabric.DENIM,
        Fabric.LACE,
    ):
        return solid(SHADES[piece.colour], finish)
    if piece.pattern is Pattern.DENIM:
        finish = Finish.DENIM
    return Material(draw_tile(piece), span * _size_of(piece), finish)


def trim_cloth(piece: Drawing) -> Material:
    """The cloth of collars, belts and edges: the second colour."""
    return solid(SHADES[piece.second], FINISHES[piece.fabric])


def plain_cloth(piece: Drawing) -> Material:
    """The main colour without its pattern."""
    return solid(SHADES[piece.colour], FINISHES[piece.fabric])


def _size_of(piece: Drawing) -> float:
    scale = 0.42 if piece.garment in SMALL_GOODS else 1.0
    return scale * (1.5 if piece.motif in (Motif.LARGE, Motif.PALM) else 1.0)


def _plain(piece: Drawing) -> NDArray[np.uint8]:
    shade = SHADES[piece.colour]
    if piece.fabric is Fabric.DENIM:
        return denim(shade, piece.seed)
    if piece.fabric is Fabric.LACE:
        return lace(shade, _lining(shade))
    return knit(shade)


def _striped(piece: Drawing) -> NDArray[np.uint8]:
    ground, second = SHADES[piece.colour], SHADES[piece.second]
    sheet = Sheet(ground, 120)
    across = piece.motif is Motif.HORIZONTAL
    if piece.motif is Motif.SMALL:
        for step in range(6):
            sheet.band(step / 6, step / 6 + 0.045, second)
    elif piece.motif is Motif.LARGE:
        sheet.band(0.1, 0.5, second)
        sheet.band(0.56, 0.59, second)
    else:
        for start in (0.1, 0.6):
            sheet.band(start, start + 0.16, second, across=across)
    return sheet.tile()


def _checked(piece: Drawing) -> NDArray[np.uint8]:
    return {Motif.TARTAN: _tartan, Motif.WINDOWPANE: _windowpane}.get(piece.motif, _gingham)(piece)


def _gingham(piece: Drawing) -> NDArray[np.uint8]:
    ground, second = SHADES[piece.colour], SHADES[piece.second]
    half = blend(ground, second, 0.36)
    sheet = Sheet(ground, 120)
    for start in (0.0, 1 / 3, 2 / 3):
        sheet.band(start, start + 1 / 6, half)
        sheet.band(start, start + 1 / 6, half, across=True)
    for x in (0.0, 1 / 3, 2 / 3):
        for y in (0.0, 1 / 3, 2 / 3):
            corner = np.array([[x, y], [x + 1 / 6, y], [x + 1 / 6, y + 1 / 6], [x, y + 1 / 6]])
            sheet.shape(corner * 0.9999, second)
    return sheet.tile()


def _tartan(piece: Drawing) -> NDArray[np.uint8]:
    inks = inks_of(piece)
    stripes = np.tile(np.array(inks.ground), (240, 1))
    for left, right, shade in (
        (20, 62, inks.second),
        (100, 104, inks.bright),
        (112, 116, inks.bright),
        (150, 158, inks.deep),
    ):
        stripes[left:right] = shade
    woven = np.where(_twill(240)[..., None], stripes[:, None], stripes[None, :]) * 0.5
    woven = woven + 0.25 * (stripes[:, None] + stripes[None, :])
    return np.asarray(woven.clip(0, 255), np.uint8)


def _twill(count: int) -> NDArray[np.bool_]:
    row, column = np.indices((count, count))
    return np.asarray((row + column) % 4 < 2)


def _windowpane(piece: Drawing) -> NDArray[np.uint8]:
    sheet = Sheet(SHADES[piece.colour], 120)
    for across in (False, True):
        sheet.band(0.2, 0.235, SHADES[piece.second], across=across)
        sheet.band(0.7, 0.735, SHADES[piece.second], across=across)
    return sheet.tile()


def _dotted(piece: Drawing) -> NDArray[np.uint8]:
    sheet = Sheet(SHADES[piece.colour], 120)
    radius = {Motif.SMALL: 0.05, Motif.LARGE: 0.17}.get(piece.motif, 0.105)
    places = [(0.25, 0.25), (0.75, 0.75)]
    if piece.motif is Motif.SMALL:
        places += [(0.75, 0.25), (0.25, 0.75), (0.5, 0.5), (0.0, 0.0), (0.0, 0.5), (0.5, 0.0)]
    for x, y in places:
        sheet.disc(x, y, radius, SHADES[piece.second])
    return sheet.tile()


def _kitenge(piece: Drawing) -> NDArray[np.uint8]:
    families = list(FAMILIES.values())
    return FAMILIES.get(piece.motif, families[piece.seed % len(families)])(inks_of(piece))


def _lining(shade: Shade) -> Shade:
    return darker(shade, 0.34) if brightness(shade) > 0.3 else lighter(shade, 0.22)


WEAVERS: dict[Pattern, tuple[Callable[[Drawing], NDArray[np.uint8]], float]] = {
    Pattern.PLAIN: (_plain, 3.0),
    Pattern.STRIPED: (_striped, 7.0),
    Pattern.CHECKED: (_checked, 9.0),
    Pattern.DOTTED: (_dotted, 5.5),
    Pattern.FLORAL: (lambda piece: floral(inks_of(piece), piece.motif, piece.seed), 20.0),
    Pattern.KITENGE: (_kitenge, 17.0),
    Pattern.ANIMAL: (lambda piece: animal(inks_of(piece), piece.motif, piece.seed), 20.0),
    Pattern.GRAPHIC: (lambda piece: graphic(inks_of(piece), piece.motif), 16.0),
    Pattern.LACE: (lambda piece: lace(SHADES[piece.colour], _lining(SHADES[piece.colour])), 8.0),
    Pattern.DENIM: (lambda piece: denim(SHADES[piece.colour], piece.seed), 12.0),
}
