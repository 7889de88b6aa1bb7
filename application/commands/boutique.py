"""What an owner asks about her shop: how it is described, how it speaks, and what it is connected to."""

from dataclasses import dataclass

from application.commands.command import Command
from domain.boutique.events import DeliveryArea, Tone
from domain.language import Language
from domain.money import Money


@dataclass(frozen=True, slots=True)
class DescribeProfile(Command):
    """Say where, when and on what terms the shop sells."""

    name: str
    town: str
    street: str
    hours: str
    return_policy: str
    areas: tuple[DeliveryArea, ...]
    kra_pin: str = ""


@dataclass(frozen=True, slots=True)
class PublishVoice(Command):
    """Let the agent speak so from the next turn on."""

    agent_name: str
    greeting_en: str
    greeting_sw: str
    tone: Tone
    languages: tuple[Language, ...]
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RestoreVoice(Command):
    """Let the agent speak again as it did in an earlier version."""

    version: int


@dataclass(frozen=True, slots=True)
class SetLimits(Command):
    """Say above what a person decides."""

    order_limit: Money
    discount_percent: int


@dataclass(frozen=True, slots=True)
class ConnectWhatsApp(Command):
    """Take a verified number as the shop's own."""

    provider: str
    account: str
    display_number: str


@dataclass(frozen=True, slots=True)
class DisconnectWhatsApp(Command):
    """Let a number go."""

    provider: str
    account: str


@dataclass(frozen=True, slots=True)
class ConnectPaymentAccount(Command):
    """Let money go to this verified account too."""

    provider: str
    shortcode: str
    is_till: bool
    store_number: str | None = None


@dataclass(frozen=True, slots=True)
class DisconnectPaymentAccount(Command):
    """Let money go to this neighbour no more."""

    provider: str
