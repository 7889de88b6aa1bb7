"""Pwani Collection: kitenge, deras and coastal wear in Nyali, Mombasa."""

from interfaces.demo.catalogue.boutique import (
    Boutique,
    DeliveryArea,
    Hours,
    Owner,
    PaymentAccount,
    PaymentKind,
    Persona,
    Profile,
    Voice,
    WhatsAppNumber,
)
from interfaces.demo.catalogue.pwani_extras import EXTRAS
from interfaces.demo.catalogue.pwani_flowing import FLOWING
from interfaces.demo.catalogue.pwani_kitenge import KITENGE
from interfaces.demo.catalogue.pwani_men import MEN_WEAR
from interfaces.demo.catalogue.pwani_prints import PRINTS

AREAS = (
    DeliveryArea("Nyali", 100_00, "same day", ("City Mall", "Nyali Centre", "Links Road")),
    DeliveryArea("Mombasa Island", 150_00, "same day", ("Moi Avenue tusks", "Marikiti", "Makadara Grounds")),
    DeliveryArea("Bamburi", 150_00, "same day", ("Haller Park", "Bamburi Mtambo", "Pirates Beach")),
    DeliveryArea("Likoni", 250_00, "next day", ("Likoni ferry", "Shelly Beach")),
    DeliveryArea("Mtwapa", 300_00, "next day", ("Mtwapa stage", "Kikambala")),
    DeliveryArea("Diani and Ukunda", 400_00, "next day", ("Ukunda stage", "Diani Shopping Centre")),
    DeliveryArea("Malindi and Kilifi", 400_00, "1 to 2 days", ("Kilifi stage", "Malindi Uhuru Park")),
    DeliveryArea("Rest of Kenya by bus parcel", 450_00, "2 days", ("Nairobi", "Voi", "Garissa", "Lamu")),
)

PROFILE = Profile(
    slug="pwani-collection",
    name="Pwani Collection",
    town="Mombasa",
    street="Links Road, Nyali, opposite City Mall, shop 7",
    about="Kitenge, deras, kaftans and kangas for the coast; shirts for men; shoes in EU sizes.",
    hours=(
        Hours("Monday to Thursday", "09:00", "19:30"),
        Hours("Friday", "09:00", "12:15"),
        Hours("Friday afternoon", "14:30", "19:30"),
        Hours("Saturday and Sunday", "10:00", "20:00"),
    ),
    areas=AREAS,
    returns="Exchange within 5 days with the tag on. Cut kitenge and pierced jewellery stay sold.",
    returns_sw="Kubadilisha ni ndani ya siku 5 lebo ikiwepo. Kitenge kilichokatwa hakirudishwi.",
    owner=Owner("Fatma Said Omar", "+254700003000", "fatma@pwani-collection.example"),
    whatsapp=WhatsAppNumber("100000000000202", "+254700003001"),
    payment=PaymentAccount(PaymentKind.TILL, "5100473"),
    voice=Voice(
        name="Zuhura",
        tone="Gracious coastal Swahili first, unhurried and polite; praises a good choice, never pushes.",
        greeting="Karibu sana to Pwani Collection! Show me a print you love and I will find its sisters.",
        greeting_sw="Hujambo, karibu sana Pwani Collection! Nionyeshe kitambaa ukipendacho, nikutafutie.",
        languages=("sw", "en"),
    ),
)


def _customer(number: int, name: str, language: str, sizes: tuple[str, str], *, man: bool = False) -> Persona:
    letter, eu = sizes
    uk = {"S": "10", "M": "12", "L": "14", "XL": "16", "XXL": "18"}[letter]
    return Persona(name, f"+2547000040{number:02d}", language, letter, uk, eu, man)


WOMEN = (
    ("Mwanaidi Juma", "sw", ("L", "39")),
    ("Halima Abdalla", "sw", ("XL", "40")),
    ("Zainab Hassan", "sw", ("M", "38")),
    ("Rehema Kazungu", "sw", ("L", "39")),
    ("Mary Kadzo", "en", ("M", "38")),
    ("Amina Bakari", "sw", ("XXL", "41")),
    ("Saumu Mwinyi", "sw", ("L", "39")),
    ("Jane Sidi Charo", "en", ("S", "37")),
    ("Khadija Athman", "sw", ("XL", "40")),
    ("Grace Mapenzi", "en", ("M", "38")),
    ("Mwanahamisi Ali", "sw", ("L", "40")),
    ("Esha Mohamed", "en", ("M", "37")),
    ("Nuru Swaleh", "sw", ("S", "36")),
    ("Christine Mkamburi", "en", ("L", "39")),
    ("Asha Mwalimu", "sw", ("XL", "40")),
    ("Priya Shah", "en", ("S", "37")),
    ("Joyce Mkawasi", "en", ("M", "38")),
    ("Bahati Karisa", "sw", ("L", "39")),
)
MEN = (
    ("Omar Mwachiro", "sw", ("L", "43")),
    ("Kevin Ochieng", "en", ("M", "42")),
    ("Said Bashir", "sw", ("XL", "44")),
    ("Brian Mwangi", "en", ("M", "41")),
    ("Juma Kombo", "sw", ("L", "42")),
    ("Hamisi Nyawa", "sw", ("XXL", "44")),
    ("Dennis Mutua", "en", ("L", "42")),
    ("Ali Salim", "sw", ("M", "41")),
)
PERSONAS = (
    *(_customer(number, *person) for number, person in enumerate(WOMEN)),
    *(_customer(number, *person, man=True) for number, person in enumerate(MEN, len(WOMEN))),
)

DESIGNS = (*KITENGE, *PRINTS, *FLOWING, *MEN_WEAR, *EXTRAS)
PWANI_COLLECTION = Boutique(
    PROFILE, tuple(piece for design in DESIGNS for piece in design.pieces()), PERSONAS
)
