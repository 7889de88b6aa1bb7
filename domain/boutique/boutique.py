"""The boutique: one shop of the installation, and the terms on which it sells."""

from dataclasses import dataclass, replace
from typing import ClassVar, Final, Self

from domain.boutique.events import (
    BoutiqueClosed,
    BoutiqueOpened,
    BoutiqueReopened,
    DeliveryArea,
    LimitsSet,
    OwnerRegistered,
    PaymentAccountConnected,
    PlanChosen,
    ProfileDescribed,
    VoicePublished,
    WhatsAppConnected,
)
from domain.boutique.refusals import (
    AmountIsNotPossible,
    AreaIsNamedTwice,
    BoutiqueIsNotOpened,
    BoutiqueIsOpenedAlready,
    LanguageIsMissing,
    NameIsMissing,
    ShareIsNotPossible,
)
from domain.fact import Fact, Facts
from domain.language import Language
from domain.money import Money
from domain.sealed import Sealed

__all__ = [
    "AmountIsNotPossible",
    "AreaIsNamedTwice",
    "Boutique",
    "BoutiqueIsNotOpened",
    "BoutiqueIsOpenedAlready",
    "LanguageIsMissing",
    "NameIsMissing",
    "ShareIsNotPossible",
]

MOST_DISCOUNT_PERCENT: Final = 90
WHOLE_IN_BASIS_POINTS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Boutique:
    """One shop. What it has not said yet is None or empty.

    Shape: `whatsapp`, `payee`, `owner`, `voice`, `limits` and `plan` are the newest facts that said so.
    """

    KIND: ClassVar[str] = "boutique"

    name: str = ""
    town: str = ""
    currency: str = "KES"
    profile: ProfileDescribed | None = None
    whatsapp: tuple[WhatsAppConnected, ...] = ()
    payee: PaymentAccountConnected | None = None
    owner: OwnerRegistered | None = None
    voice: VoicePublished | None = None
    limits: LimitsSet | None = None
    plan: PlanChosen | None = None
    is_open: bool = False

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
        """In which tongues it answers."""
        return self.profile.languages if self.profile else ()

    @property
    def owner_phone(self) -> Sealed | None:
        """The phone that orders are told to."""
        return self.owner.phone if self.owner else None

    def area_called(self, name: str) -> DeliveryArea | None:
        """The delivery area of this name or of one of its other names, in whatever case."""
        wanted = _plain(name)
        return next((area for area in self.areas if wanted in _names(area)), None)

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
                return replace(self, profile=fact)
            case VoicePublished():
                return replace(self, voice=fact)
            case _:
                return self._evolve_terms(fact)

    def _evolve_terms(self, fact: Fact) -> Self:
        match fact:
            case WhatsAppConnected():
                others = (known for known in self.whatsapp if _number(known) != _number(fact))
                return replace(self, whatsapp=(*others, fact))
            case PaymentAccountConnected():
                return replace(self, payee=fact)
            case OwnerRegistered():
                return replace(self, owner=fact)
            case LimitsSet():
                return replace(self, limits=fact)
            case PlanChosen():
                return replace(self, plan=fact)
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of a boutique")

    def open(self, *, name: str, town: str, currency: str = "KES") -> Facts:
        """Join the installation. Nothing new: it joined under this name.

        Raises: NameIsMissing, BoutiqueIsOpenedAlready.
        """
        if not name.strip():
            raise NameIsMissing("a boutique has a name")
        if (self.name, self.town, self.currency) == (name, town, currency):
            return ()
        if self.name:
            raise BoutiqueIsOpenedAlready(f"it is {self.name}")
        return (BoutiqueOpened(name=name, town=town, currency=currency),)

    def describe(
        self,
        *,
        street: str,
        hours: str,
        return_policy: str,
        areas: tuple[DeliveryArea, ...],
        languages: tuple[Language, ...],
    ) -> Facts:
        """Say where, when and on what terms it sells. Nothing new: it is described so.

        Raises: BoutiqueIsNotOpened, LanguageIsMissing, AreaIsNamedTwice, AmountIsNotPossible.
        """
        self._must_be_opened()
        if not languages:
            raise LanguageIsMissing("a boutique answers in one language at least")
        self._must_be_clear(areas)
        profile = ProfileDescribed(
            street=street, hours=hours, return_policy=return_policy, areas=areas, languages=languages
        )
        return () if profile == self.profile else (profile,)

    def connect_whatsapp(self, *, provider: str, account: str, display_number: str) -> Facts:
        """Take a verified number as the boutique's own. Nothing new: it is.

        Raises: BoutiqueIsNotOpened.
        """
        self._must_be_opened()
        number = WhatsAppConnected(provider=provider, account=account, display_number=display_number)
        return () if number in self.whatsapp else (number,)

    def connect_payment_account(
        self, *, provider: str, shortcode: str, is_till: bool, store_number: str | None = None
    ) -> Facts:
        """Send the boutique's money to this paybill or till. Nothing new: it goes there.

        Raises: BoutiqueIsNotOpened.
        """
        self._must_be_opened()
        payee = PaymentAccountConnected(
            provider=provider, shortcode=shortcode, is_till=is_till, store_number=store_number
        )
        return () if payee == self.payee else (payee,)

    def register_owner(self, name: Sealed, phone: Sealed) -> Facts:
        """Say whom orders are told to. Nothing new: these very seals are known.

        Raises: BoutiqueIsNotOpened.
        """
        self._must_be_opened()
        owner = OwnerRegistered(name=name, phone=phone)
        return () if owner == self.owner else (owner,)

    def publish_voice(self, *, agent_name: str, greeting_en: str, greeting_sw: str) -> Facts:
        """Let the agent speak so, as the next version. Nothing new: it speaks so.

        Raises: BoutiqueIsNotOpened, NameIsMissing.
        """
        self._must_be_opened()
        if not agent_name.strip():
            raise NameIsMissing("an agent has a name")
        version = self.voice.version if self.voice else 0
        spoken = VoicePublished(
            version=version + 1, agent_name=agent_name, greeting_en=greeting_en, greeting_sw=greeting_sw
        )
        if self.voice and spoken == self.voice.model_copy(update={"version": spoken.version}):
            return ()
        return (spoken,)

    def set_limits(self, *, order_limit: Money, discount_percent: int) -> Facts:
        """Say above what a person decides. Nothing new: these are the limits.

        Raises: BoutiqueIsNotOpened, AmountIsNotPossible, ShareIsNotPossible.
        """
        self._must_be_opened()
        self._must_be_an_amount(order_limit)
        if not 0 <= discount_percent <= MOST_DISCOUNT_PERCENT:
            raise ShareIsNotPossible(f"{discount_percent} percent is no discount")
        limits = LimitsSet(order_limit=order_limit, discount_percent=discount_percent)
        return () if limits == self.limits else (limits,)

    def choose_plan(self, *, plan: str, commission_basis_points: int) -> Facts:
        """Say what the boutique pays the installation. Nothing new: it pays that.

        Raises: BoutiqueIsNotOpened, ShareIsNotPossible.
        """
        self._must_be_opened()
        if not 0 <= commission_basis_points <= WHOLE_IN_BASIS_POINTS:
            raise ShareIsNotPossible(f"{commission_basis_points} basis points is no share")
        chosen = PlanChosen(plan=plan, commission_basis_points=commission_basis_points)
        return () if chosen == self.plan else (chosen,)

    def close(self, reason: str) -> Facts:
        """Stop selling. Nothing new: it is closed.

        Raises: BoutiqueIsNotOpened.
        """
        self._must_be_opened()
        return (BoutiqueClosed(reason=reason),) if self.is_open else ()

    def reopen(self) -> Facts:
        """Sell again. Nothing new: it is open.

        Raises: BoutiqueIsNotOpened.
        """
        self._must_be_opened()
        return () if self.is_open else (BoutiqueReopened(),)

    def _must_be_opened(self) -> None:
        if not self.name:
            raise BoutiqueIsNotOpened("the boutique never joined")

    def _must_be_an_amount(self, amount: Money) -> None:
        if amount.cents < 0 or amount.currency != self.currency:
            raise AmountIsNotPossible(f"{amount} is no amount of {self.currency}")

    def _must_be_clear(self, areas: tuple[DeliveryArea, ...]) -> None:
        taken: set[str] = set()
        for area in areas:
            self._must_be_an_amount(area.fee)
            if taken & _names(area):
                raise AreaIsNamedTwice(area.name)
            taken |= _names(area)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _names(area: DeliveryArea) -> set[str]:
    return {_plain(name) for name in (area.name, *area.words)}


def _number(connected: WhatsAppConnected) -> tuple[str, str]:
    return connected.provider, connected.account
