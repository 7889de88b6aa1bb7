"""The boutique's pieces, and their search."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from application.look import Look
from application.understanding import Need
from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern, Style
from domain.identity import BoutiqueId, ProductId, VariantId
from domain.language import Language
from domain.money import Money
from domain.sizes import Size, SizeChart


@dataclass(frozen=True, slots=True)
class SizeOnOffer:
    """A size of a piece that can be bought now."""

    variant: VariantId
    size: Size
    available: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the boutique as the agent may speak of it: every figure from the read models.

    Shape: `sizes` are those in stock, `made_in` all that it comes in, sold out ones too.
    """

    product: ProductId
    sku: str
    title: str
    title_sw: str
    price: Money
    garment: Garment
    colours: tuple[Colour, ...]
    pattern: Pattern
    styles: tuple[Style, ...]
    occasions: tuple[Occasion, ...]
    picture: str | None
    sizes: tuple[SizeOnOffer, ...]
    made_in: tuple[Size, ...] = ()
    chart: SizeChart = field(default_factory=SizeChart)
    fabrics: tuple[Fabric, ...] = ()
    description: str = ""

    def title_in(self, language: Language) -> str:
        """What it is called in her language."""
        return self.title if language is Language.EN else self.title_sw or self.title


@dataclass(frozen=True, slots=True)
class Found:
    """A piece found, with why. `likeness` is the cosine to the photo, None for a search by words."""

    piece: Piece
    score: float
    likeness: float | None
    relaxed: tuple[str, ...] = ()


class Shelf(Protocol):
    """The boutique's pieces in stock, searched by picture and words."""

    def search(
        self, boutique: BoutiqueId, need: Need, look: Look | None, limit: int, skip: int = 0
    ) -> Sequence[Found]:
        """Nearest pieces first. Size, price and stock are exact; what was relaxed is named on each."""
        ...

    def piece(self, boutique: BoutiqueId, product: ProductId) -> Piece | None:
        """One piece with what is in stock of it now."""
        ...

    def piece_called(self, boutique: BoutiqueId, sku: str) -> Piece | None:
        """The piece of this SKU, with what is in stock of it now."""
        ...
