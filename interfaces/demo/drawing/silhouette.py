"""What a picture shows: one frozen description per piece, from which the same picture is always drawn."""

from dataclasses import dataclass, field
from enum import StrEnum

from domain.clothing import Colour, Fabric, Garment, Pattern


class Length(StrEnum):
    """Where the hem falls, for the garment at hand."""

    SHORT = "short"
    MIDDLE = "middle"
    LONG = "long"


class Neckline(StrEnum):
    """How the neck is cut."""

    ROUND = "round"
    V = "v"
    BOAT = "boat"
    SQUARE = "square"
    SWEETHEART = "sweetheart"
    OFF_SHOULDER = "off-shoulder"
    STRAPS = "straps"
    HALTER = "halter"
    HIGH = "high"
    COLLAR = "collar"


class Sleeve(StrEnum):
    """How the arm is covered."""

    NONE = "none"
    CAP = "cap"
    SHORT = "short"
    ELBOW = "elbow"
    LONG = "long"
    PUFF = "puff"
    BELL = "bell"


class Fit(StrEnum):
    """How close to the body the piece is cut, and how it opens."""

    BODYCON = "bodycon"
    STRAIGHT = "straight"
    A_LINE = "a-line"
    FLARED = "flared"
    WIDE = "wide"
    SKINNY = "skinny"
    WRAP = "wrap"
    PLEATED = "pleated"
    TIERED = "tiered"
    PEPLUM = "peplum"
    MERMAID = "mermaid"
    OVERSIZED = "oversized"


class Make(StrEnum):
    """Which kind of shoe, bag or hat."""

    USUAL = "usual"
    HEELS = "heels"
    FLATS = "flats"
    SNEAKERS = "sneakers"
    SANDALS = "sandals"
    LOAFERS = "loafers"
    TOTE = "tote"
    CLUTCH = "clutch"
    HANDBAG = "handbag"
    BUCKET = "bucket"
    SUN_HAT = "sun-hat"
    CAP = "cap"
    TURBAN = "turban"


class Motif(StrEnum):
    """The family of a print, inside its pattern."""

    USUAL = "usual"
    VERTICAL = "vertical"
    HORIZONTAL = "horizontal"
    GINGHAM = "gingham"
    TARTAN = "tartan"
    WINDOWPANE = "windowpane"
    SMALL = "small"
    LARGE = "large"
    TROPICAL = "tropical"
    CIRCLES = "circles"
    FANS = "fans"
    DIAMONDS = "diamonds"
    WAVES = "waves"
    LEAVES = "leaves"
    STARS = "stars"
    SHELLS = "shells"
    LEOPARD = "leopard"
    ZEBRA = "zebra"
    SUN = "sun"
    PALM = "palm"
    WORD = "word"


class Backdrop(StrEnum):
    """The tone of the studio paper behind the piece."""

    CHALK = "chalk"
    CREAM = "cream"
    BLUSH = "blush"
    SAGE = "sage"
    SKY = "sky"
    SAND = "sand"
    SLATE = "slate"


@dataclass(frozen=True, slots=True)
class Cut:
    """The silhouette: what is not said keeps the garment's usual line."""

    length: Length = Length.MIDDLE
    neckline: Neckline = Neckline.ROUND
    sleeve: Sleeve = Sleeve.NONE
    fit: Fit = Fit.STRAIGHT
    make: Make = Make.USUAL
    belted: bool = False
    buttoned: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """One piece's picture in words; equal drawings give equal pictures."""

    garment: Garment
    colour: Colour
    second: Colour = Colour.WHITE
    pattern: Pattern = Pattern.PLAIN
    motif: Motif = Motif.USUAL
    fabric: Fabric = Fabric.COTTON
    cut: Cut = field(default_factory=Cut)
    backdrop: Backdrop = Backdrop.CHALK
    seed: int = 1
