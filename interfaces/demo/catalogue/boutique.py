"""A demo boutique: who it is, how it delivers, how it is paid and how its agent speaks."""

from dataclasses import dataclass
from enum import StrEnum

from interfaces.demo.catalogue.piece import Piece


@dataclass(frozen=True, slots=True)
class DeliveryArea:
    """Where the boutique delivers, for how much, how soon.

    Units: fee in cents of a Kenyan shilling.
    """

    name: str
    fee: int
    takes: str
    landmarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours on some days, East Africa Time."""

    days: str
    opens: str
    closes: str


class PaymentKind(StrEnum):
    """How M-Pesa names the account that receives."""

    PAYBILL = "paybill"
    TILL = "till"


@dataclass(frozen=True, slots=True)
class PaymentAccount:
    """The boutique's invented M-Pesa account."""

    kind: PaymentKind
    shortcode: str


@dataclass(frozen=True, slots=True)
class Owner:
    """Who the shop belongs to.

    Units: phone in E.164.
    """

    name: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class WhatsAppNumber:
    """The number that customers write to.

    Units: display number in E.164.
    """

    phone_number_id: str
    display: str


@dataclass(frozen=True, slots=True)
class Voice:
    """The agent's name, its tone, and its first words in both languages."""

    name: str
    tone: str
    greeting: str
    greeting_sw: str
    languages: tuple[str, ...] = ("en", "sw")


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything a boutique says about itself before the first piece is listed."""

    slug: str
    name: str
    town: str
    street: str
    about: str
    hours: tuple[Hours, ...]
    areas: tuple[DeliveryArea, ...]
    returns: str
    returns_sw: str
    owner: Owner
    whatsapp: WhatsAppNumber
    payment: PaymentAccount
    voice: Voice


@dataclass(frozen=True, slots=True)
class Persona:
    """A returning customer of the scripted past, with the sizes that fit.

    Units: phone in E.164.
    """

    name: str
    phone: str
    language: str
    letter: str
    uk: str
    eu: str
    man: bool = False


@dataclass(frozen=True, slots=True)
class Boutique:
    """A profile with its catalogue and its customers."""

    profile: Profile
    pieces: tuple[Piece, ...]
    personas: tuple[Persona, ...]

    def piece(self, sku: str) -> Piece:
        """The piece with this sku.

        Raises: StopIteration if the boutique lists none.
        """
        return next(piece for piece in self.pieces if piece.sku == sku)
