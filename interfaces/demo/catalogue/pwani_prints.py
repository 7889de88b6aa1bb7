"""Pwani Collection: more kitenge, kangas, turbans and totes."""

from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern
from interfaces.demo.catalogue.charts import LETTER, ONE_SIZE, Part
from interfaces.demo.catalogue.piece import Cloth, Design, Way
from interfaces.demo.drawing import Backdrop, Cut, Fit, Length, Make, Motif, Neckline, Sleeve

PRINTS: tuple[Design, ...] = (
    Design(
        "PW-108",
        "Kitenge wide-leg jumpsuit",
        "Jampsuti ya kitenge",
        "Diamonds from shoulder to floor, belted, with deep pockets.",
        Garment.JUMPSUIT,
        Cut(Length.LONG, Neckline.V, Sleeve.CAP, Fit.WIDE, belted=True),
        Cloth(Fabric.COTTON, Pattern.KITENGE, Motif.DIAMONDS),
        3_600_00,
        LETTER,
        (Occasion.WEDDING, Occasion.PARTY, Occasion.TRADITIONAL),
        (
            Way(Colour.BLUE, Colour.WHITE, "S:1 M:2 L:2 XL:1", Backdrop.CREAM),
            Way(Colour.MAROON, Colour.YELLOW, "S:2 M:1 L:1 XL:1"),
        ),
    ),
    Design(
        "PW-109",
        "Kitenge blazer",
        "Blazi ya kitenge",
        "A sharp lined blazer in wave print. Over plain trousers it does all the talking.",
        Garment.BLAZER,
        Cut(Length.MIDDLE, Neckline.V, Sleeve.LONG),
        Cloth(Fabric.COTTON, Pattern.KITENGE, Motif.WAVES),
        4_500_00,
        LETTER.on(Part.UPPER),
        (Occasion.OFFICE, Occasion.PARTY, Occasion.TRADITIONAL),
        (Way(Colour.RED, Colour.NAVY, "S:1 M:1 L:2 XL:1", Backdrop.CREAM),),
    ),
    Design(
        "PW-110",
        "Kanga pair",
        "Kanga jozi (doti)",
        "Two matching kangas of 150 by 110 cm, soft from the first wash, with a Swahili saying.",
        Garment.KANGA,
        Cut(),
        Cloth(Fabric.COTTON, Pattern.KITENGE, Motif.CIRCLES),
        650_00,
        ONE_SIZE,
        (Occasion.TRADITIONAL, Occasion.HOME, Occasion.WEDDING),
        (
            Way(Colour.RED, Colour.WHITE, "ONE:8"),
            Way(Colour.BLUE, Colour.WHITE, "ONE:5", Backdrop.CREAM),
            Way(Colour.YELLOW, Colour.BLACK, "ONE:0", Backdrop.SKY),
        ),
    ),
    Design(
        "PW-111",
        "Shell kanga pair",
        "Kanga jozi ya kombe",
        "Cowries in rows inside a bold border. A gift for mothers.",
        Garment.KANGA,
        Cut(),
        Cloth(Fabric.COTTON, Pattern.KITENGE, Motif.SHELLS),
        700_00,
        ONE_SIZE,
        (Occasion.TRADITIONAL, Occasion.HOME),
        (
            Way(Colour.GREEN, Colour.WHITE, "ONE:6", Backdrop.CREAM),
            Way(Colour.PURPLE, Colour.WHITE, "ONE:1"),
        ),
    ),
    Design(
        "PW-112",
        "Kitenge turban",
        "Kilemba cha kitenge",
        "Pre-tied, stretch lined: pull on and go.",
        Garment.HAT,
        Cut(make=Make.TURBAN),
        Cloth(Fabric.COTTON, Pattern.KITENGE, Motif.STARS),
        600_00,
        ONE_SIZE,
        (Occasion.TRADITIONAL, Occasion.CHURCH, Occasion.CASUAL),
        (
            Way(Colour.ORANGE, Colour.BLUE, "ONE:4"),
            Way(Colour.GREEN, Colour.PINK, "ONE:2", Backdrop.CREAM),
        ),
    ),
    Design(
        "PW-113",
        "Kitenge tote",
        "Mkoba wa kitenge",
        "A market bag with a leather-look base; holds a week of greens.",
        Garment.BAG,
        Cut(make=Make.TOTE),
        Cloth(Fabric.COTTON, Pattern.KITENGE, Motif.DIAMONDS),
        950_00,
        ONE_SIZE,
        (Occasion.CASUAL, Occasion.TRAVEL),
        (
            Way(Colour.YELLOW, Colour.NAVY, "ONE:5"),
            Way(Colour.PINK, Colour.MAROON, "ONE:3", Backdrop.CREAM),
        ),
    ),
)
