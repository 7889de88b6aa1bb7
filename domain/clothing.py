"""The words by which a boutique, its customers and the eye name clothes.

One closed vocabulary for catalogues, understanding and pictures, so that "gauni nyekundu", a photo and a
listing meet in the same terms. Values are what is stored in facts: they are never renamed.
"""

from enum import StrEnum


class Garment(StrEnum):
    """The kind of a piece."""

    DRESS = "dress"
    TOP = "top"
    BLOUSE = "blouse"
    SHIRT = "shirt"
    T_SHIRT = "t-shirt"
    LONG_SLEEVE = "long-sleeve"
    SWEATER = "sweater"
    HOODIE = "hoodie"
    BLAZER = "blazer"
    JACKET = "jacket"
    COAT = "coat"
    SUIT = "suit"
    JUMPSUIT = "jumpsuit"
    SKIRT = "skirt"
    TROUSERS = "trousers"
    JEANS = "jeans"
    SHORTS = "shorts"
    LEGGINGS = "leggings"
    KAFTAN = "kaftan"
    DERA = "dera"
    KANGA = "kanga"
    SHOES = "shoes"
    BAG = "bag"
    HAT = "hat"
    SCARF = "scarf"
    BELT = "belt"
    LINGERIE = "lingerie"


class Colour(StrEnum):
    """The sixteen colours a piece is searched by."""

    BLACK = "black"
    WHITE = "white"
    GREY = "grey"
    BEIGE = "beige"
    BROWN = "brown"
    RED = "red"
    MAROON = "maroon"
    PINK = "pink"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    OLIVE = "olive"
    TURQUOISE = "turquoise"
    BLUE = "blue"
    NAVY = "navy"
    PURPLE = "purple"


class Pattern(StrEnum):
    """What is on the cloth."""

    PLAIN = "plain"
    STRIPED = "striped"
    CHECKED = "checked"
    DOTTED = "dotted"
    FLORAL = "floral"
    KITENGE = "kitenge"
    ANIMAL = "animal"
    GRAPHIC = "graphic"
    LACE = "lace"
    DENIM = "denim"


class Occasion(StrEnum):
    """What a piece is worn to."""

    CASUAL = "casual"
    OFFICE = "office"
    WEDDING = "wedding"
    CHURCH = "church"
    PARTY = "party"
    DATE = "date"
    SCHOOL = "school"
    SPORT = "sport"
    TRAVEL = "travel"
    HOME = "home"
    TRADITIONAL = "traditional"


class Style(StrEnum):
    """How a piece falls or is cut."""

    MINI = "mini"
    MIDI = "midi"
    MAXI = "maxi"
    BODYCON = "bodycon"
    A_LINE = "a-line"
    WRAP = "wrap"
    OFF_SHOULDER = "off-shoulder"
    SLEEVELESS = "sleeveless"
    OVERSIZED = "oversized"
    FITTED = "fitted"
    HIGH_WAIST = "high-waist"
    WIDE_LEG = "wide-leg"
    CROPPED = "cropped"
    PLEATED = "pleated"


class Fabric(StrEnum):
    """What a piece is made of."""

    COTTON = "cotton"
    LINEN = "linen"
    SILK = "silk"
    SATIN = "satin"
    CHIFFON = "chiffon"
    DENIM = "denim"
    WOOL = "wool"
    LEATHER = "leather"
    VELVET = "velvet"
    LACE = "lace"
    KNIT = "knit"
    POLYESTER = "polyester"
