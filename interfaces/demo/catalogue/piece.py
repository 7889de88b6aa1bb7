"""A listed piece as a boutique would enter it, and the designs that several pieces are colourways of."""

from dataclasses import dataclass, field

from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern, Style
from domain.sizes import Size, SizeChart
from interfaces.demo.catalogue.charts import Ruler, Wearer
from interfaces.demo.catalogue.words import COLOUR_CODES, COLOURS_EN, COLOURS_SW
from interfaces.demo.drawing import Backdrop, Cut, Drawing, Fit, Length, Motif, Neckline, Sleeve


@dataclass(frozen=True, slots=True)
class Variant:
    """One size of a piece and how many hang in the shop."""

    size: Size
    stock: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece with its words, its price, its sizes and its picture.

    Units: price in cents of a Kenyan shilling.
    """

    sku: str
    title: str
    title_sw: str
    description: str
    colours: tuple[Colour, ...]
    styles: tuple[Style, ...]
    occasions: tuple[Occasion, ...]
    fabrics: tuple[Fabric, ...]
    price: int
    variants: tuple[Variant, ...]
    chart: SizeChart
    drawing: Drawing
    wearer: Wearer = Wearer.WOMEN

    @property
    def garment(self) -> Garment:
        """The kind of the piece."""
        return self.drawing.garment

    @property
    def pattern(self) -> Pattern:
        """What is on its cloth."""
        return self.drawing.pattern


@dataclass(frozen=True, slots=True)
class Way:
    """A colourway: main and second colour, and stock by size, as in "S3 M2 L0"."""

    colour: Colour
    second: Colour
    stock: str
    backdrop: Backdrop = Backdrop.CHALK


@dataclass(frozen=True, slots=True)
class Cloth:
    """What a design is made of."""

    fabric: Fabric
    pattern: Pattern = Pattern.PLAIN
    motif: Motif = Motif.USUAL


@dataclass(frozen=True, slots=True)
class Design:
    """One cut and cloth, offered in one colour or in several."""

    code: str
    name: str
    name_sw: str
    description: str
    garment: Garment
    cut: Cut
    cloth: Cloth
    price: int
    ruler: Ruler
    occasions: tuple[Occasion, ...]
    ways: tuple[Way, ...]
    styles: tuple[Style, ...] = field(default=())

    def pieces(self) -> tuple[Piece, ...]:
        """The design's pieces, one for each colourway."""
        return tuple(self._piece(way) for way in self.ways)

    def _piece(self, way: Way) -> Piece:
        variants = tuple(Variant(self.ruler.size(label), count) for label, count in _counted(way.stock))
        drawing = self._drawing(way)
        return Piece(
            sku=f"{self.code}-{COLOUR_CODES[way.colour]}",
            title=f"{self.name}, {COLOURS_EN[way.colour]}",
            title_sw=f"{self.name_sw}, rangi {COLOURS_SW[way.colour]}",
            description=self.description,
            colours=(way.colour, way.second) if self._two_coloured(way) else (way.colour,),
            styles=tuple(dict.fromkeys([*styles_of(drawing), *self.styles])),
            occasions=self.occasions,
            fabrics=(self.cloth.fabric,),
            price=self.price,
            variants=variants,
            chart=self.ruler.chart(tuple(v.size for v in variants)),
            drawing=drawing,
            wearer=self.ruler.wearer,
        )

    def _two_coloured(self, way: Way) -> bool:
        plain = (Pattern.PLAIN, Pattern.DENIM, Pattern.LACE)
        return self.cloth.pattern not in plain and way.second is not way.colour

    def _drawing(self, way: Way) -> Drawing:
        return Drawing(
            garment=self.garment,
            colour=way.colour,
            second=way.second,
            pattern=self.cloth.pattern,
            motif=self.cloth.motif,
            fabric=self.cloth.fabric,
            cut=self.cut,
            backdrop=way.backdrop,
            seed=sum(ord(letter) * place for place, letter in enumerate(self.code, 3)),
        )


def _counted(stock: str) -> list[tuple[str, int]]:
    return [(label, int(count)) for label, count in (entry.split(":") for entry in stock.split())]


LONG_PIECES = (Garment.DRESS, Garment.SKIRT, Garment.KAFTAN, Garment.DERA)
LENGTHS = {Length.SHORT: Style.MINI, Length.MIDDLE: Style.MIDI, Length.LONG: Style.MAXI}
FITS = {
    Fit.BODYCON: Style.BODYCON,
    Fit.A_LINE: Style.A_LINE,
    Fit.FLARED: Style.A_LINE,
    Fit.TIERED: Style.A_LINE,
    Fit.WRAP: Style.WRAP,
    Fit.PLEATED: Style.PLEATED,
    Fit.OVERSIZED: Style.OVERSIZED,
    Fit.MERMAID: Style.FITTED,
    Fit.PEPLUM: Style.FITTED,
    Fit.SKINNY: Style.FITTED,
}


def styles_of(drawing: Drawing) -> tuple[Style, ...]:
    """The style words that a drawing's cut already says."""
    cut, styles = drawing.cut, list[Style]()
    if drawing.garment in LONG_PIECES:
        styles.append(LENGTHS[cut.length])
    if drawing.garment in (Garment.KAFTAN, Garment.DERA):
        return (*styles, Style.OVERSIZED)
    if cut.fit in FITS:
        styles.append(FITS[cut.fit])
    if cut.fit is Fit.WIDE and drawing.garment in (Garment.TROUSERS, Garment.JEANS, Garment.JUMPSUIT):
        styles.append(Style.WIDE_LEG)
    if cut.neckline is Neckline.OFF_SHOULDER:
        styles.append(Style.OFF_SHOULDER)
    elif cut.sleeve is Sleeve.NONE and drawing.garment in (Garment.DRESS, Garment.TOP, Garment.JUMPSUIT):
        styles.append(Style.SLEEVELESS)
    if cut.length is Length.SHORT and drawing.garment in (Garment.TOP, Garment.BLOUSE, Garment.T_SHIRT):
        styles.append(Style.CROPPED)
    return tuple(styles)
