"""The boutique: one shop of the installation, and the terms on which it sells."""

import re
from dataclasses import dataclass
from typing import ClassVar, Final
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
    ProfileDescribed,
    ShelfEmbedded,
    Tone,
    VoicePublished,
    WhatsAppConnected,
    WhatsAppDisconnected,
)
from domain.boutique.phrases import says_forbidden
from domain.boutique.refusals import (
    AmountIsNotPossible,
    AreaIsNamedTwice,
    BoutiqueIsNotOpened,
    BoutiqueIsOpenedAlready,
    BudgetIsNotPossible,
    GreetingIsForbidden,
    LanguageIsMissing,
    NameIsMissing,
    PinIsNotPossible,
    ShareIsNotPossible,
    VersionIsUnknown,
)
from domain.boutique.state import BoutiqueState, names_of
from domain.brain import BrainName, ModelUse
from domain.fact import Facts
from domain.language import Language
from domain.money import Money
from domain.sealed import Sealed

__all__ = [
    "AmountIsNotPossible",
    "AreaIsNamedTwice",
    "Boutique",
    "BoutiqueIsNotOpened",
    "BoutiqueIsOpenedAlready",
    "BudgetIsNotPossible",
    "GreetingIsForbidden",
    "LanguageIsMissing",
    "NameIsMissing",
    "PinIsNotPossible",
    "ShareIsNotPossible",
    "VersionIsUnknown",
]

MOST_DISCOUNT_PERCENT: Final = 90
MOST_TURN_TOKENS: Final = 200_000
MOST_DAY_MICRO_USD: Final = 1_000_000_000
"""A thousand dollars a day: whoever needs more has mistaken the unit."""

_KRA_PIN: Final = re.compile("[A-Z][0-9]{9}[A-Z]")


@dataclass(frozen=True, slots=True)
class Boutique(BoutiqueState):
    """One shop, and what it decides."""

    KIND: ClassVar[str] = "boutique"

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

    def describe(  # noqa: PLR0913 — a profile is said whole
        self,
        *,
        street: str,
        hours: str,
        return_policy: str,
        areas: tuple[DeliveryArea, ...],
        languages: tuple[Language, ...],
        name: str = "",
        town: str = "",
        kra_pin: str = "",
    ) -> Facts:
        """Say where, when and on what terms it sells. Nothing new: it is described so.

        Raises: BoutiqueIsNotOpened, LanguageIsMissing, AreaIsNamedTwice, AmountIsNotPossible,
        PinIsNotPossible.
        """
        self._must_be_opened()
        if kra_pin and not _KRA_PIN.fullmatch(kra_pin):
            raise PinIsNotPossible(f"{kra_pin} is no KRA PIN")
        if not languages:
            raise LanguageIsMissing("a boutique answers in one language at least")
        self._must_be_clear(areas)
        profile = ProfileDescribed(
            street=street,
            hours=hours,
            return_policy=return_policy,
            areas=areas,
            languages=languages,
            name=name.strip(),
            town=town.strip(),
            kra_pin=kra_pin,
        )
        return () if profile == self.profile else (profile,)

    def connect_whatsapp(self, *, provider: str, account: str, display_number: str) -> Facts:
        """Take a verified number as the boutique's own. Nothing new: it is.

        Raises: BoutiqueIsNotOpened.
        """
        self._must_be_opened()
        number = WhatsAppConnected(provider=provider, account=account, display_number=display_number)
        return () if number in self.whatsapp else (number,)

    def disconnect_whatsapp(self, *, provider: str, account: str) -> Facts:
        """Let a number go. Nothing new: it is not the boutique's.

        Raises: BoutiqueIsNotOpened.
        """
        self._must_be_opened()
        return tuple(
            WhatsAppDisconnected(
                provider=known.provider, account=known.account, display_number=known.display_number
            )
            for known in self.whatsapp
            if (known.provider, known.account) == (provider, account)
        )

    def connect_payment_account(
        self, *, provider: str, shortcode: str, is_till: bool, store_number: str | None = None
    ) -> Facts:
        """Let money go to this account too, or instead of the one at the same neighbour. Nothing new: it may.

        Raises: BoutiqueIsNotOpened.
        """
        self._must_be_opened()
        payee = PaymentAccountConnected(
            provider=provider, shortcode=shortcode, is_till=is_till, store_number=store_number
        )
        return () if payee in self.payees else (payee,)

    def disconnect_payment_account(self, provider: str) -> Facts:
        """Let money go to this neighbour no more. Nothing new: it does not.

        Raises: BoutiqueIsNotOpened.
        """
        self._must_be_opened()
        known = any(each.provider == provider for each in self.payees)
        return (PaymentAccountDisconnected(provider=provider),) if known else ()

    def register_owner(self, name: Sealed, phone: Sealed) -> Facts:
        """Say whom orders are told to. Nothing new: these very seals are known.

        Raises: BoutiqueIsNotOpened.
        """
        self._must_be_opened()
        owner = OwnerRegistered(name=name, phone=phone)
        return () if owner == self.owner else (owner,)

    def publish_voice(
        self,
        *,
        agent_name: str,
        greeting_en: str,
        greeting_sw: str,
        tone: Tone = Tone.WARM,
        languages: tuple[Language, ...] = (),
        forbidden: tuple[str, ...] = (),
    ) -> Facts:
        """Let the agent speak so, as the next version. Nothing new: it speaks so.

        Raises: BoutiqueIsNotOpened, NameIsMissing, GreetingIsForbidden.
        """
        self._must_be_opened()
        if not agent_name.strip():
            raise NameIsMissing("an agent has a name")
        spoken = VoicePublished(
            version=self.voice.version + 1 if self.voice else 1,
            agent_name=agent_name,
            greeting_en=greeting_en,
            greeting_sw=greeting_sw,
            tone=tone,
            languages=languages,
            forbidden=tuple(phrase.strip() for phrase in forbidden if phrase.strip()),
        )
        said = says_forbidden(f"{greeting_en}\n{greeting_sw}", spoken.forbidden)
        if said:
            raise GreetingIsForbidden(said)
        return () if self.voice and self.voice.says(spoken) else (spoken,)

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

    def choose_brain(
        self, *, brain: BrainName, model: str = "", turn_tokens: int, day_micro_usd: int
    ) -> Facts:
        """Say what the boutique thinks with. Nothing new: it thinks so.

        Raises: BoutiqueIsNotOpened, BudgetIsNotPossible.
        """
        self._must_be_opened()
        if not 0 <= turn_tokens <= MOST_TURN_TOKENS or not 0 <= day_micro_usd <= MOST_DAY_MICRO_USD:
            raise BudgetIsNotPossible(f"{turn_tokens} tokens a turn and {day_micro_usd} µ$ a day")
        chosen = BrainChosen(
            brain=brain, model=model.strip(), turn_tokens=turn_tokens, day_micro_usd=day_micro_usd
        )
        return () if chosen == self.brain else (chosen,)

    def note_embedded(self, *, answer: UUID, space: str, contents: int, use: ModelUse) -> Facts:
        """Record what embedding a part of the catalogue cost. Nothing new: this call was recorded.

        Raises: BoutiqueIsNotOpened.
        """
        self._must_be_opened()
        told = ShelfEmbedded(answer=answer, space=space, contents=contents, use=use)
        return () if answer == self.embedded else (told,)

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
            if taken & names_of(area):
                raise AreaIsNamedTwice(area.name)
            taken |= names_of(area)
