"""What an owner decides about her shop: its description, its voice, its limits and its connections."""

from application.commands import (
    ConnectPaymentAccount,
    ConnectWhatsApp,
    DescribeProfile,
    DisconnectPaymentAccount,
    DisconnectWhatsApp,
    PublishVoice,
    RestoreVoice,
    SetLimits,
)
from application.unit import Unit
from domain.boutique.boutique import Boutique, VersionIsUnknown
from domain.boutique.events import VoicePublished
from domain.language import Language

BOTH = (Language.EN, Language.SW)
"""The tongues of a shop whose agent has not been given others."""


def describe_profile(command: DescribeProfile, unit: Unit) -> None:
    """Describe the shop. Raises: AreaIsNamedTwice, AmountIsNotPossible, PinIsNotPossible."""
    known = unit.get(Boutique, unit.boutique).profile
    unit.tell(
        Boutique,
        unit.boutique,
        lambda shop: shop.describe(
            street=command.street,
            hours=command.hours,
            return_policy=command.return_policy,
            areas=command.areas,
            languages=known.languages if known else BOTH,
            name=command.name,
            town=command.town,
            kra_pin=command.kra_pin,
        ),
    )


def publish_voice(command: PublishVoice, unit: Unit) -> None:
    """Let the agent speak so. Raises: NameIsMissing, GreetingIsForbidden."""
    unit.tell(
        Boutique,
        unit.boutique,
        lambda shop: shop.publish_voice(
            agent_name=command.agent_name,
            greeting_en=command.greeting_en,
            greeting_sw=command.greeting_sw,
            tone=command.tone,
            languages=command.languages,
            forbidden=command.forbidden,
        ),
    )


def restore_voice(command: RestoreVoice, unit: Unit) -> None:
    """Publish an earlier version anew, as the newest. Raises: VersionIsUnknown."""
    spoken = next((voice for voice in voices_of(unit) if voice.version == command.version), None)
    if spoken is None:
        raise VersionIsUnknown(f"there is no version {command.version}")
    publish_voice(
        PublishVoice(
            spoken.agent_name,
            spoken.greeting_en,
            spoken.greeting_sw,
            spoken.tone,
            spoken.languages,
            spoken.forbidden,
        ),
        unit,
    )


def voices_of(unit: Unit) -> tuple[VoicePublished, ...]:
    """Every version of how the agent spoke, the first one first."""
    story = unit.story(Boutique, unit.boutique)
    return tuple(fact for fact in story if isinstance(fact, VoicePublished))


def set_limits(command: SetLimits, unit: Unit) -> None:
    """Set the limits. Raises: AmountIsNotPossible, ShareIsNotPossible."""
    unit.tell(
        Boutique,
        unit.boutique,
        lambda shop: shop.set_limits(
            order_limit=command.order_limit, discount_percent=command.discount_percent
        ),
    )


def connect_whatsapp(command: ConnectWhatsApp, unit: Unit) -> None:
    """Take the number."""
    unit.tell(
        Boutique,
        unit.boutique,
        lambda shop: shop.connect_whatsapp(
            provider=command.provider, account=command.account, display_number=command.display_number
        ),
    )


def disconnect_whatsapp(command: DisconnectWhatsApp, unit: Unit) -> None:
    """Let the number go."""
    unit.tell(
        Boutique,
        unit.boutique,
        lambda shop: shop.disconnect_whatsapp(provider=command.provider, account=command.account),
    )


def connect_payment_account(command: ConnectPaymentAccount, unit: Unit) -> None:
    """Let money go there too."""
    unit.tell(
        Boutique,
        unit.boutique,
        lambda shop: shop.connect_payment_account(
            provider=command.provider,
            shortcode=command.shortcode,
            is_till=command.is_till,
            store_number=command.store_number,
        ),
    )


def disconnect_payment_account(command: DisconnectPaymentAccount, unit: Unit) -> None:
    """Let money go there no more."""
    unit.tell(Boutique, unit.boutique, lambda shop: shop.disconnect_payment_account(command.provider))
