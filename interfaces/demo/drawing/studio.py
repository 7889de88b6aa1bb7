"""Draws a piece: chooses its garment's cutter, lays the layers, takes the picture."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from domain.clothing import Garment
from interfaces.demo.drawing import (
    accessories,
    bags,
    bottoms,
    dresses,
    footwear,
    hats,
    jackets,
    kaftans,
    knitwear,
    outerwear,
    tops,
)
from interfaces.demo.drawing.bolt import Bolt
from interfaces.demo.drawing.canvas import Canvas
from interfaces.demo.drawing.panel import Layer
from interfaces.demo.drawing.silhouette import Drawing

Cutter = Callable[[Bolt], list[Layer]]

CUTTERS: dict[Garment, Cutter] = {
    Garment.DRESS: dresses.dress,
    Garment.KAFTAN: kaftans.kaftan,
    Garment.DERA: kaftans.kaftan,
    Garment.JUMPSUIT: dresses.jumpsuit,
    Garment.TOP: tops.top,
    Garment.BLOUSE: tops.top,
    Garment.T_SHIRT: tops.top,
    Garment.LONG_SLEEVE: tops.top,
    Garment.SHIRT: tops.shirt,
    Garment.SWEATER: knitwear.knitwear,
    Garment.HOODIE: knitwear.knitwear,
    Garment.LINGERIE: tops.nightdress,
    Garment.BLAZER: outerwear.blazer,
    Garment.JACKET: jackets.jacket,
    Garment.COAT: outerwear.coat,
    Garment.SUIT: outerwear.suit,
    Garment.SKIRT: bottoms.skirt,
    Garment.TROUSERS: bottoms.trousers,
    Garment.JEANS: bottoms.jeans,
    Garment.SHORTS: bottoms.shorts,
    Garment.LEGGINGS: bottoms.leggings,
    Garment.SHOES: footwear.shoes,
    Garment.BAG: bags.bag,
    Garment.HAT: hats.hat,
    Garment.SCARF: accessories.scarf,
    Garment.BELT: accessories.belt,
    Garment.KANGA: accessories.kanga,
}


def lay(piece: Drawing, size: int) -> Canvas:
    """The piece laid out on the table, before the picture is taken."""
    canvas = Canvas(size, CUTTERS[piece.garment](Bolt.of(piece)), piece.seed)
    canvas.lay_all()
    return canvas


def draw(piece: Drawing, size: int = 640) -> Image.Image:
    """The piece's catalogue picture; the same words and size always give the same pixels.

    Units: size in pixels, a side.
    """
    return lay(piece, size).picture(piece.backdrop)


def cloth_pixels(piece: Drawing, size: int = 160) -> NDArray[np.float32]:
    """The pixels of the piece itself, without paper, shadow, hanger.

    Shape: (n, 3), 0 to 255.
    """
    canvas = lay(piece, size)
    return canvas.cloth[canvas.garment > 0.9]
