"""What is known of a boutique: folded from its facts."""

from dataclasses import dataclass, replace
from typing import Self
from uuid import UUID

from domain.boutique.events import (
    BoutiqueClosed,
    BoutiqueOpened,
    BoutiqueReopened,
    BrainChosen,
    DeliveryArea,
    LimitsSet,
    OwnerRegistered,
    PaymentAccountConnected,
    PaymentAccountDisconnected,
    PlanChosen,
    ProfileDescribed,
    ShelfEmbedded,
    VoicePublished,
    WhatsAppConnected,
    WhatsAppDisconnected,
)
from domain.fact import Fact
from domain.language import Language
from domain.money import Money
from domain.sealed import Sealed


@dataclass(frozen=True, slots=True)
class BoutiqueState:
    """What is known of a shop. What it has not said yet is None or empty.

    Shape: `whatsapp`, `payees`, `owner`, `voice`, `limits` and `brain` are the newest facts that
    said so. It has one account at each of the money's neighbours; the one connected first comes first.
    """

    name: str = ""
    town: str = ""
    currency: str = "KES"
    profile: ProfileDescribed | None = None
    whatsapp: tuple[WhatsAppConnected, ...] = ()
    payees: tuple[PaymentAccountConnected, ...] = ()
    owner: OwnerRegistered | None = None
    voice: VoicePublished | None = None
    limits: LimitsSet | None = None
    brain: BrainChosen | None = None
    embedded: UUID | None = None
    is_open: bool = False

    @property
    def payee(self) -> PaymentAccountConnected | None:
        """Where money goes unless the customer wants it otherwise: the account connected first."""
        return self.payees[0] if self.payees else None

    @property
    def areas(self) -> tuple[DeliveryArea, ...]:
        """Where it delivers."""
        return self.profile.areas if self.profile else ()

    @property
    def hours(self) -> str:
        """When it is open, in the owner's words."""
        return self.profile.hours if self.profile else ""

    @property
    def street(self) -> str:
        """Where it stands."""
        return self.profile.street if self.profile else ""

    @property
    def return_policy(self) -> str:
        """On what terms it takes pieces back."""
        return self.profile.return_policy if self.profile else ""

    @property
    def languages(self) -> tuple[Language, ...]:
        """In which tongues it answers, the first one to whom it does not know yet."""
        if self.voice and self.voice.languages:
            return self.voice.languages
        return self.profile.languages if self.profile else ()

    def answer_to(self, language: Language) -> Language:
        """The tongue in which it answers this one: itself, or its own first where it does not speak that."""
        answered = Language.EN if language is Language.EN else Language.SW
        return language if not self.languages or answered in self.languages else self.languages[0]

    @property
    def discount_limit(self) -> int:
        """How many percent the agent may take off by itself; none unless the owner said so."""
        return self.limits.discount_percent if self.limits else 0

    @property
    def owner_phone(self) -> Sealed | None:
        """The phone that orders are told to."""
        return self.owner.phone if self.owner else None

    def area_called(self, name: str) -> DeliveryArea | None:
        """The delivery area of this name or of one of its other names, in whatever case."""
        wanted = plain(name)
        return next((area for area in self.areas if wanted in names_of(area)), None)

    def fee_for(self, area_name: str) -> Money | None:
        """What delivery to this area costs; None where the boutique does not deliver."""
        area = self.area_called(area_name)
        return area.fee if area else None

    def evolve(self, fact: Fact) -> Self:
        """The boutique after this fact."""
        match fact:
            case BoutiqueOpened():
                return replace(self, name=fact.name, town=fact.town, currency=fact.currency, is_open=True)
            case BoutiqueClosed():
                return replace(self, is_open=False)
            case BoutiqueReopened():
                return replace(self, is_open=True)
            case ProfileDescribed():
                name, town = fact.name or self.name, fact.town or self.town
                return replace(self, profile=fact, name=name, town=town)
            case VoicePublished():
                return replace(self, voice=fact)
            case _:
                return self._evolve_terms(fact)

    def _evolve_terms(self, fact: Fact) -> Self:
        match fact:
            case WhatsAppConnected():
                others = (known for known in self.whatsapp if _number(known) != _number(fact))
                return replace(self, whatsapp=(*others, fact))
            case WhatsAppDisconnected():
                left = (known for known in self.whatsapp if _number(known) != _number(fact))
                return replace(self, whatsapp=tuple(left))
            case PaymentAccountConnected():
                known = {each.provider: each for each in self.payees}
                return replace(self, payees=tuple((known | {fact.provider: fact}).values()))
            case PaymentAccountDisconnected():
                kept = (each for each in self.payees if each.provider != fact.provider)
                return replace(self, payees=tuple(kept))
            case OwnerRegistered():
                return replace(self, owner=fact)
            case LimitsSet():
                return replace(self, limits=fact)
            case PlanChosen():
                return self
            case BrainChosen():
                return replace(self, brain=fact)
            case ShelfEmbedded():
                return replace(self, embedded=fact.answer)
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of a boutique")


def plain(name: str) -> str:
    """A name without its case and blanks."""
    return " ".join(name.casefold().split())


def names_of(area: DeliveryArea) -> set[str]:
    """All names of an area, plain."""
    return {plain(name) for name in (area.name, *area.words)}


def _number(connected: WhatsAppConnected | WhatsAppDisconnected) -> tuple[str, str]:
    return connected.provider, connected.account
