"""Amani Styles: a women's boutique on Moi Avenue, Nairobi."""

from interfaces.demo.catalogue.amani_casual import CASUAL
from interfaces.demo.catalogue.amani_day_dresses import DAY_DRESSES
from interfaces.demo.catalogue.amani_evening_dresses import EVENING_DRESSES
from interfaces.demo.catalogue.amani_office import OFFICE
from interfaces.demo.catalogue.amani_tops import TOPS
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

AREAS = (
    DeliveryArea("Nairobi CBD", 150_00, "same day", ("Kencom", "Archives", "Afya Centre", "Bazaar Plaza")),
    DeliveryArea("Westlands", 250_00, "same day", ("Sarit Centre", "The Mall", "Delta Towers")),
    DeliveryArea("Kilimani", 250_00, "same day", ("Yaya Centre", "Prestige Plaza", "Adlife Plaza")),
    DeliveryArea("South B and South C", 250_00, "same day", ("Capital Centre", "Mater Hospital")),
    DeliveryArea("Kasarani", 300_00, "next day", ("Kasarani Stadium", "TRM", "Roysambu roundabout")),
    DeliveryArea("Rongai", 350_00, "next day", ("Tuskys Rongai stage", "Maasai Lodge Road")),
    DeliveryArea(
        "Upcountry by matatu parcel", 400_00, "1 to 2 days", ("Nakuru", "Eldoret", "Kisumu", "Nyeri", "Meru")
    ),
)

PROFILE = Profile(
    slug="amani-styles",
    name="Amani Styles",
    town="Nairobi",
    street="Moi Avenue, Imenti House, 2nd floor, shop B14",
    about="Dresses, office wear and everyday basics for women, sizes S to XXL and UK 8 to 20.",
    hours=(
        Hours("Monday to Friday", "08:30", "19:00"),
        Hours("Saturday", "09:00", "18:00"),
        Hours("Sunday", "11:00", "16:00"),
    ),
    areas=AREAS,
    returns="Exchange within 7 days, unworn and with its tag. Refunds only if a piece is faulty.",
    returns_sw="Badilisha ndani ya siku 7, haijavaliwa, ina lebo. Pesa hurudi nguo ikiwa na kasoro.",
    owner=Owner("Grace Amani Wanjiku", "+254700001000", "grace@amani-styles.example"),
    whatsapp=WhatsAppNumber("100000000000101", "+254700001001"),
    payment=PaymentAccount(PaymentKind.PAYBILL, "174379"),
    voice=Voice(
        name="Amani",
        tone="Warm, quick and honest about fit; like the friend who tells you which colour suits you.",
        greeting="Hi, welcome to Amani Styles! Send me a photo of what you like, or tell me the occasion.",
        greeting_sw="Habari, karibu Amani Styles! Nitumie picha ya unachopenda, au niambie shughuli.",
    ),
)


def _customer(number: int, name: str, language: str, sizes: tuple[str, str, str]) -> Persona:
    letter, uk, eu = sizes
    return Persona(name, f"+2547000020{number:02d}", language, letter, uk, eu)


PERSONAS = tuple(
    _customer(number, *person)
    for number, person in enumerate(
        (
            ("Faith Wambui", "en", ("M", "12", "39")),
            ("Mercy Achieng", "en", ("L", "14", "40")),
            ("Esther Njeri", "sw", ("S", "10", "38")),
            ("Lilian Chebet", "en", ("M", "12", "38")),
            ("Caroline Atieno", "sw", ("XL", "16", "41")),
            ("Irene Mwende", "en", ("M", "12", "38")),
            ("Joyce Nyambura", "sw", ("L", "14", "39")),
            ("Brenda Moraa", "en", ("S", "10", "37")),
            ("Winnie Akinyi", "en", ("L", "14", "39")),
            ("Purity Kagendo", "sw", ("M", "12", "39")),
            ("Diana Kerubo", "en", ("S", "8", "37")),
            ("Ruth Jepkosgei", "en", ("XL", "16", "40")),
            ("Agnes Mutheu", "sw", ("XXL", "18", "41")),
            ("Cynthia Naliaka", "en", ("M", "12", "38")),
            ("Naomi Wairimu", "en", ("S", "10", "38")),
            ("Hellen Adhiambo", "sw", ("L", "14", "40")),
            ("Stella Kathambi", "en", ("M", "12", "39")),
            ("Beatrice Nekesa", "sw", ("XL", "16", "40")),
            ("Sharon Cherono", "en", ("S", "10", "37")),
            ("Tabitha Wangari", "sw", ("L", "14", "39")),
            ("Doreen Kemunto", "en", ("M", "12", "38")),
            ("Alice Muthoni", "en", ("L", "14", "39")),
            ("Priscah Jelagat", "sw", ("M", "12", "39")),
            ("Veronica Syokau", "en", ("XL", "16", "41")),
            ("Njoki Kamau", "en", ("S", "10", "38")),
            ("Zipporah Mumbua", "sw", ("M", "12", "38")),
            ("Valerie Awuor", "en", ("M", "12", "39")),
            ("Salome Nduta", "sw", ("L", "14", "40")),
        )
    )
)

DESIGNS = (*EVENING_DRESSES, *DAY_DRESSES, *TOPS, *OFFICE, *CASUAL)
AMANI_STYLES = Boutique(PROFILE, tuple(piece for design in DESIGNS for piece in design.pieces()), PERSONAS)
