"""What a garment is cut from: the piece's words, its cloths and its chance."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from interfaces.demo.drawing.cloth import Finish, Material, solid
from interfaces.demo.drawing.palette import SHADES, Shade, thread
from interfaces.demo.drawing.patterns import main_cloth, plain_cloth, trim_cloth
from interfaces.demo.drawing.silhouette import Cut, Drawing


@dataclass(frozen=True, slots=True, eq=False)
class Bolt:
    """The cloths of one piece."""

    piece: Drawing
    main: Material
    plain: Material
    trim: Material
    chance: np.random.Generator

    @classmethod
    def of(cls, piece: Drawing) -> Self:
        """The cloths that a piece is cut from."""
        return cls(
            piece, main_cloth(piece), plain_cloth(piece), trim_cloth(piece), np.random.default_rng(piece.seed)
        )

    @property
    def cut(self) -> Cut:
        """The piece's silhouette."""
        return self.piece.cut

    @property
    def thread(self) -> Shade:
        """Thread that shows on the main colour."""
        return thread(SHADES[self.piece.colour])

    def hard(self, shade: Shade) -> Material:
        """Something stiff and smooth: a button, a buckle, a sole."""
        return solid(shade, Finish.STIFF)
