"""What happens to a boutique."""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from domain.brain import BrainName, ModelUse
from domain.fact import Fact
from domain.language import Language
from domain.money import Money
from domain.sealed import Sealed


class DeliveryArea(BaseModel):
    """Where the boutique delivers, and what it asks for it. `words` are other names of the place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    fee: Money
    words: tuple[str, ...] = ()


class Tone(StrEnum):
    """How the agent speaks, beyond what it says."""

    WARM = "warm"
    BRIEF = "brief"
    FORMAL = "formal"


class BoutiqueOpened(Fact):
    """A boutique joined the installation."""

    TOPIC: ClassVar = "boutique-opened.v1"
    name: str
    town: str
    currency: str = "KES"


class ProfileDescribed(Fact):
    """The owner described her shop: where, when, and on what terms it sells.

    Shape: an empty `name` or `town` is the one said before; `kra_pin` is her tax number, where she gave it.
    """

    TOPIC: ClassVar = "boutique-profile-described.v1"
    street: str
    hours: str
    return_policy: str
    areas: tuple[DeliveryArea, ...]
    languages: tuple[Language, ...]
    name: str = ""
    town: str = ""
    kra_pin: str = ""


class WhatsAppConnected(Fact):
    """A WhatsApp number was verified as the boutique's own. `account` is the provider's id of the number."""

    TOPIC: ClassVar = "boutique-whatsapp-connected.v1"
    provider: str
    account: str
    display_number: str


class WhatsAppDisconnected(Fact):
    """The number is the boutique's no more: what comes in by it is not answered, and others may have it."""

    TOPIC: ClassVar = "boutique-whatsapp-disconnected.v1"
    provider: str
    account: str
    display_number: str


class PaymentAccountConnected(Fact):
    """Money for the boutique goes to this paybill or till of its own."""

    TOPIC: ClassVar = "boutique-payment-account-connected.v1"
    provider: str
    shortcode: str
    is_till: bool
    store_number: str | None = None


class PaymentAccountDisconnected(Fact):
    """Money for the boutique goes to its account at this neighbour no more; what is asked for already may."""

    TOPIC: ClassVar = "boutique-payment-account-disconnected.v1"
    provider: str


class OwnerRegistered(Fact):
    """The owner, whom orders are told to. `owner` is the subject under whose key she is sealed."""

    TOPIC: ClassVar = "boutique-owner-registered.v1"
    name: Sealed
    phone: Sealed


class VoicePublished(Fact):
    """A new version of how the agent speaks.

    Shape: `forbidden` are phrases that it never says; without `languages` those of the profile count.
    """

    TOPIC: ClassVar = "boutique-voice-published.v1"
    version: int = Field(ge=1)
    agent_name: str
    greeting_en: str
    greeting_sw: str
    tone: Tone = Tone.WARM
    languages: tuple[Language, ...] = ()
    forbidden: tuple[str, ...] = ()

    def says(self, other: "VoicePublished") -> bool:
        """Whether another version speaks just so."""
        return self.model_copy(update={"version": other.version}) == other


class LimitsSet(Fact):
    """What the agent may do without asking: above these a person decides."""

    TOPIC: ClassVar = "boutique-limits-set.v1"
    order_limit: Money
    discount_percent: int = Field(ge=0, le=90)


class PlanChosen(Fact):
    """An older word for what a boutique pays: its subscription says that now, and nothing writes this."""

    TOPIC: ClassVar = "boutique-plan-chosen.v1"
    plan: str
    commission_basis_points: int = Field(ge=0, le=10_000)


class BrainChosen(Fact):
    """Which brain the boutique thinks with, and how much it may think.

    Shape: an empty `model` is the installation's own choice. Units: `turn_tokens` is the most that one turn
    may use, `day_micro_usd` the most that a day (UTC) may cost, in millionths of a US dollar.
    """

    TOPIC: ClassVar = "boutique-brain-chosen.v1"
    brain: BrainName
    model: str = ""
    turn_tokens: int = Field(ge=0)
    day_micro_usd: int = Field(ge=0)


class ShelfEmbedded(Fact):
    """A model turned some of the catalogue's pictures and words into vectors; recorded for what it cost.

    Shape: `answer` names the call, `space` the model and the size of its vectors.
    """

    TOPIC: ClassVar = "boutique-shelf-embedded.v1"
    answer: UUID
    space: str
    contents: int = Field(ge=0)
    use: ModelUse


class BoutiqueClosed(Fact):
    """The boutique stopped selling."""

    TOPIC: ClassVar = "boutique-closed.v1"
    reason: str


class BoutiqueReopened(Fact):
    """The boutique sells again."""

    TOPIC: ClassVar = "boutique-reopened.v1"
