"""What garments, colours and phone numbers are called in each language."""

from typing import Final

from domain.clothing import Colour, Fabric, Garment
from domain.conversation.events import HandOverReason
from domain.language import Language

GARMENTS_SW: Final[dict[Garment, str]] = {
    Garment.DRESS: "gauni",
    Garment.TOP: "topu",
    Garment.BLOUSE: "blauzi",
    Garment.SHIRT: "shati",
    Garment.T_SHIRT: "tisheti",
    Garment.LONG_SLEEVE: "nguo ya mikono mirefu",
    Garment.SWEATER: "sweta",
    Garment.HOODIE: "hudi",
    Garment.BLAZER: "blaza",
    Garment.JACKET: "jaketi",
    Garment.COAT: "koti",
    Garment.SUIT: "suti",
    Garment.JUMPSUIT: "jumpsuti",
    Garment.SKIRT: "sketi",
    Garment.TROUSERS: "suruali",
    Garment.JEANS: "jinzi",
    Garment.SHORTS: "kaptula",
    Garment.LEGGINGS: "legingi",
    Garment.KAFTAN: "kaftani",
    Garment.DERA: "dera",
    Garment.KANGA: "kanga",
    Garment.SHOES: "viatu",
    Garment.BAG: "mkoba",
    Garment.HAT: "kofia",
    Garment.SCARF: "skafu",
    Garment.BELT: "mkanda",
    Garment.LINGERIE: "nguo ya ndani",
}
COLOURS_SW: Final[dict[Colour, str]] = {
    Colour.BLACK: "nyeusi",
    Colour.WHITE: "nyeupe",
    Colour.GREY: "kijivu",
    Colour.BEIGE: "krimu",
    Colour.BROWN: "kahawia",
    Colour.RED: "nyekundu",
    Colour.MAROON: "damu ya mzee",
    Colour.PINK: "waridi",
    Colour.ORANGE: "machungwa",
    Colour.YELLOW: "njano",
    Colour.GREEN: "kijani",
    Colour.OLIVE: "zeituni",
    Colour.TURQUOISE: "feruzi",
    Colour.BLUE: "bluu",
    Colour.NAVY: "bluu iliyokolea",
    Colour.PURPLE: "zambarau",
}

FABRICS_SW: Final[dict[Fabric, str]] = {
    Fabric.COTTON: "pamba",
    Fabric.LINEN: "kitani",
    Fabric.SILK: "hariri",
    Fabric.SATIN: "satini",
    Fabric.CHIFFON: "shifoni",
    Fabric.LACE: "lesi",
    Fabric.DENIM: "denim",
    Fabric.WOOL: "sufi",
    Fabric.LEATHER: "ngozi",
    Fabric.VELVET: "mahameli",
    Fabric.KNIT: "kitambaa cha kufuma",
    Fabric.POLYESTER: "polista",
}


def fabric_names(fabrics: tuple[Fabric, ...], language: Language) -> str:
    """The fabrics in her language, joined: "cotton, linen"."""
    return ", ".join(f.value if language is Language.EN else FABRICS_SW[f] for f in fabrics)


WHY_A_PERSON: Final[dict[str, tuple[str, str]]] = {
    HandOverReason.ASKED: ("she asked for one", "ameomba kuongea na mtu"),
    HandOverReason.NOT_UNDERSTOOD: ("I did not understand her", "sikumwelewa"),
    HandOverReason.COMPLAINT: ("she has a complaint", "ana malalamiko"),
    HandOverReason.ABUSE: ("rude messages", "lugha mbaya"),
    HandOverReason.PAYMENT: ("a payment needs a look", "malipo yanahitaji kuangaliwa"),
    HandOverReason.PRIVACY: ("a wish about her data", "ombi kuhusu data yake"),
    HandOverReason.LIMIT: ("her order is above my limit", "oda yake inazidi kikomo changu"),
}
"""Why the agent left a customer to a person, as its owner reads it: in English and in Swahili."""


def nameless(language: Language) -> str:
    """What a customer is called in her shop whose name is not known."""
    return "A customer" if language is Language.EN else "Mteja"


def why_a_person(reason: str, language: Language) -> str:
    """The reason in the owner's language; one without words as it is."""
    english, swahili = WHY_A_PERSON.get(reason, (reason, reason))
    return english if language is Language.EN else swahili


def garment_name(garment: Garment, language: Language) -> str:
    """The garment in her language."""
    return garment.value if language is Language.EN else GARMENTS_SW[garment]


def colour_names(colours: tuple[Colour, ...], language: Language) -> str:
    """The colours in her language, joined: "red and white"."""
    names = [c.value if language is Language.EN else COLOURS_SW[c] for c in colours]
    return (" and " if language is Language.EN else " na ").join(names)


def local(phone: str) -> str:
    """A Kenyan number as people there write it: 0712 345 678."""
    if phone.startswith("+254") and len(phone) == 13:
        return f"0{phone[4:7]} {phone[7:10]} {phone[10:]}"
    return phone
