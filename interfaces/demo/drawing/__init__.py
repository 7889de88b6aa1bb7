"""Drawn catalogue pictures of clothes, and what a customer's phone makes of them."""

from interfaces.demo.drawing.phone import photograph
from interfaces.demo.drawing.silhouette import (
    Backdrop,
    Cut,
    Drawing,
    Fit,
    Length,
    Make,
    Motif,
    Neckline,
    Sleeve,
)
from interfaces.demo.drawing.studio import cloth_pixels, draw

__all__ = [
    "Backdrop",
    "Cut",
    "Drawing",
    "Fit",
    "Length",
    "Make",
    "Motif",
    "Neckline",
    "Sleeve",
    "cloth_pixels",
    "draw",
    "photograph",
]
