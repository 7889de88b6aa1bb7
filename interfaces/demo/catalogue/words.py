"""The colours' names in titles and codes."""

from domain.clothing import Colour

COLOURS_EN: dict[Colour, str] = {
    Colour.BLACK: "black",
    Colour.WHITE: "white",
    Colour.GREY: "grey",
    Colour.BEIGE: "beige",
    Colour.BROWN: "brown",
    Colour.RED: "red",
    Colour.MAROON: "maroon",
    Colour.PINK: "pink",
    Colour.ORANGE: "orange",
    Colour.YELLOW: "yellow",
    Colour.GREEN: "green",
    Colour.OLIVE: "olive",
    Colour.TURQUOISE: "turquoise",
    Colour.BLUE: "blue",
    Colour.NAVY: "navy",
    Colour.PURPLE: "purple",
}

COLOURS_SW: dict[Colour, str] = {
    Colour.BLACK: "nyeusi",
    Colour.WHITE: "nyeupe",
    Colour.GREY: "kijivu",
    Colour.BEIGE: "krimu",
    Colour.BROWN: "kahawia",
    Colour.RED: "nyekundu",
    Colour.MAROON: "maruni",
    Colour.PINK: "waridi",
    Colour.ORANGE: "machungwa",
    Colour.YELLOW: "manjano",
    Colour.GREEN: "kijani",
    Colour.OLIVE: "zeituni",
    Colour.TURQUOISE: "feruzi",
    Colour.BLUE: "buluu",
    Colour.NAVY: "buluu nzito",
    Colour.PURPLE: "zambarau",
}

COLOUR_CODES: dict[Colour, str] = {
    Colour.BLACK: "BLK",
    Colour.WHITE: "WHT",
    Colour.GREY: "GRY",
    Colour.BEIGE: "BEI",
    Colour.BROWN: "BRN",
    Colour.RED: "RED",
    Colour.MAROON: "MRN",
    Colour.PINK: "PNK",
    Colour.ORANGE: "ORG",
    Colour.YELLOW: "YLW",
    Colour.GREEN: "GRN",
    Colour.OLIVE: "OLV",
    Colour.TURQUOISE: "TRQ",
    Colour.BLUE: "BLU",
    Colour.NAVY: "NVY",
    Colour.PURPLE: "PRP",
}
