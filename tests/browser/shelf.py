"""What the example boutiques sell, and pictures of it."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from domain.clothing import Colour, Garment, Pattern
from interfaces.http.schemas import Amount, ProductRow, SizeStock

NAMESPACE = UUID("6f1f0d4e-3a5b-5b1f-9d52-4f9d1f6a1c01")


def example_id(word: str) -> UUID:
    """The same id for the same word, in every run."""
    return uuid5(NAMESPACE, word)


def shillings(amount: int) -> Amount:
    """An amount in whole shillings."""
    return Amount(cents=amount * 100, currency="KES", text=f"KSh {amount:,}")


@dataclass(frozen=True)
class Piece:
    """One example piece. `stock` is what is available of each size."""

    sku: str
    title: str
    title_sw: str
    price: int
    garment: Garment
    colour: Colour
    pattern: Pattern
    cloth: tuple[str, str]
    stock: dict[str, int]


SHELF: tuple[Piece, ...] = (
    Piece(
        "AM-001",
        "Amani wrap dress",
        "Gauni la kufunga Amani",
        3200,
        Garment.DRESS,
        Colour.RED,
        Pattern.FLORAL,
        ("#b3372f", "#f3c9a5"),
        {"S": 2, "M": 4, "L": 1, "XL": 3},
    ),
    Piece(
        "AM-002",
        "Kitenge peplum top",
        "Topu ya kitenge",
        1850,
        Garment.TOP,
        Colour.ORANGE,
        Pattern.KITENGE,
        ("#d9761e", "#1e4b6b"),
        {"S": 0, "M": 2, "L": 5},
    ),
    Piece(
        "AM-003",
        "Lamu linen shirt",
        "Shati la kitani Lamu",
        2400,
        Garment.SHIRT,
        Colour.WHITE,
        Pattern.PLAIN,
        ("#f0e6d3", "#cdbb9a"),
        {"S": 6, "M": 8, "L": 7, "XL": 2},
    ),
    Piece(
        "AM-004",
        "Mara pleated skirt",
        "Sketi ya Mara",
        2100,
        Garment.SKIRT,
        Colour.GREEN,
        Pattern.PLAIN,
        ("#2f7a55", "#1c5239"),
        {"S": 1, "M": 1, "L": 0},
    ),
    Piece(
        "AM-005",
        "Malaika evening gown",
        "Gauni la jioni Malaika",
        6500,
        Garment.DRESS,
        Colour.NAVY,
        Pattern.LACE,
        ("#26365e", "#6b7db3"),
        {"S": 2, "M": 3, "L": 3},
    ),
    Piece(
        "AM-006",
        "Coast dera",
        "Dera ya Pwani",
        1600,
        Garment.DERA,
        Colour.TURQUOISE,
        Pattern.FLORAL,
        ("#2a9a9c", "#f2e2a8"),
        {"One size": 12},
    ),
    Piece(
        "AM-007",
        "Safari wide-leg trousers",
        "Suruali pana ya Safari",
        2750,
        Garment.TROUSERS,
        Colour.BEIGE,
        Pattern.PLAIN,
        ("#c7a778", "#a98857"),
        {"UK 10": 3, "UK 12": 4, "UK 14": 1},
    ),
    Piece(
        "AM-008",
        "Zawadi kaftan",
        "Kaftani ya Zawadi",
        3900,
        Garment.KAFTAN,
        Colour.PURPLE,
        Pattern.KITENGE,
        ("#6c3b86", "#e7b23c"),
        {"M": 0, "L": 0, "XL": 0},
    ),
    Piece(
        "AM-009",
        "Nairobi denim jacket",
        "Jaketi ya jinzi",
        3400,
        Garment.JACKET,
        Colour.BLUE,
        Pattern.DENIM,
        ("#41628f", "#2c466a"),
        {"S": 3, "M": 5, "L": 4},
    ),
    Piece(
        "AM-010",
        "Office blazer",
        "Blaza ya ofisi",
        4800,
        Garment.BLAZER,
        Colour.BLACK,
        Pattern.CHECKED,
        ("#3a3633", "#6a625b"),
        {"UK 8": 2, "UK 10": 1, "UK 12": 2},
    ),
    Piece(
        "AM-011",
        "Pwani striped jumpsuit",
        "Jumpsuti ya mistari",
        3600,
        Garment.JUMPSUIT,
        Colour.YELLOW,
        Pattern.STRIPED,
        ("#e0b13a", "#fff3d6"),
        {"S": 4, "M": 2, "L": 2},
    ),
    Piece(
        "AM-012",
        "Dotted day dress",
        "Gauni la madoa",
        2300,
        Garment.DRESS,
        Colour.PINK,
        Pattern.DOTTED,
        ("#d8829a", "#fff0f2"),
        {"S": 5, "M": 6, "L": 3},
    ),
)

_SKIRTED = "M76 34h48l10 34-10 52 34 112H42l34-112-10-52z"
_TOPPED = "M70 48h60l40 28-16 34-18-10v112H64V100l-18 10-16-34z"
_LEGGED = "M66 44h68l14 188h-36l-12-116-12 116H52z"
_FLOWING = "M70 34h60l44 60-20 26v112H46V120L26 94z"
_CUT = {
    Garment.DRESS: _SKIRTED,
    Garment.SKIRT: "M76 60h48l34 152H42z",
    Garment.DERA: _FLOWING,
    Garment.KAFTAN: _FLOWING,
    Garment.TROUSERS: _LEGGED,
    Garment.JUMPSUIT: _LEGGED,
}


def picture_path(piece: Piece) -> str:
    """Where the example API serves this piece's picture."""
    return "/api/pictures/" + example_id(f"picture {piece.sku}").hex * 2


def drawing(piece: Piece) -> str:
    """The piece as an SVG drawing."""
    cloth, thread = piece.cloth
    marks = {
        Pattern.STRIPED: f'<path d="M0 5h20" stroke="{thread}" stroke-width="5"/>',
        Pattern.DOTTED: f'<circle cx="10" cy="10" r="3.500" fill="{thread}"/>',
        Pattern.FLORAL: f'<circle cx="10" cy="10" r="5" fill="{thread}"/>'
        f'<circle cx="10" cy="10" r="2" fill="{cloth}"/>',
        Pattern.KITENGE: f'<path d="m10 1 9 9-9 9-9-9z" fill="{thread}"/>'
        '<circle cx="10" cy="10" r="3" fill="#f6e7c6"/>',
        Pattern.CHECKED: f'<path d="M0 10h20M10 0v20" stroke="{thread}" stroke-width="2"/>',
        Pattern.LACE: f'<circle cx="10" cy="10" r="7" fill="none" stroke="{thread}"/>',
    }.get(piece.pattern, f'<path d="M0 20 20 0" stroke="{thread}" stroke-width=".6"/>')
    outline = _CUT.get(piece.garment, _TOPPED)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-30 0 260 260"><defs>'
        '<pattern id="p" width="20" height="20" patternUnits="userSpaceOnUse">'
        f'<rect width="20" height="20" fill="{cloth}"/>{marks}</pattern></defs>'
        '<rect x="-30" width="260" height="260" fill="#efe4d2"/>'
        f'<path d="{outline}" fill="url(#p)" stroke="#00000022"/></svg>'
    )


def product_row(piece: Piece) -> ProductRow:
    """The piece as the API lists it."""
    sizes = [
        SizeStock(
            variant=example_id(f"{piece.sku} {size}"), size=size, on_hand=left + (size == "M"),
            reserved=int(size == "M"), available=left, low=0 < left <= 2,
        )
        for size, left in piece.stock.items()
    ]  # fmt: skip
    return ProductRow(
        id=example_id(piece.sku), sku=piece.sku, title=piece.title, title_sw=piece.title_sw,
        price=shillings(piece.price), garment=piece.garment, colours=[piece.colour], pattern=piece.pattern,
        picture=picture_path(piece), archived=False, new=piece.sku == "AM-001", low_level=None,
        available=sum(piece.stock.values()), sizes=sizes,
    )  # fmt: skip
