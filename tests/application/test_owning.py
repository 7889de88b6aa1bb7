"""What an owner decides is recorded as she says it, and an earlier voice comes back as a new version."""

from uuid import UUID

import pytest

from application.commands import (
    ConnectPaymentAccount,
    ConnectWhatsApp,
    DescribeProfile,
    DisconnectPaymentAccount,
    DisconnectWhatsApp,
    OpenBoutique,
    PublishVoice,
    RestoreVoice,
    SetLimits,
)
from domain.boutique.boutique import Boutique, VersionIsUnknown
from domain.boutique.events import DeliveryArea, Tone, VoicePublished
from domain.identity import BoutiqueId, PersonId
from domain.language import Language
from tests.application.little_shop import AMANI, PWANI, LittleShop
from tests.domain.pieces import KES

PROFILE = DescribeProfile(
    "Amani House", "Thika", "Uhuru Street", "9-17", "Five days", (DeliveryArea(name="Thika", fee=KES(100)),)
)

NEW = BoutiqueId(UUID(int=77))
OPEN = OpenBoutique("Maridadi", "Nakuru", PersonId(UUID(int=78)), "Wanjiku", "+254712345678")


def test_an_owner_describes_her_shop_and_nobody_elses(little: LittleShop) -> None:
    before = little.get(Boutique, PWANI, PWANI)
    little.do(PROFILE)
    shop = little.get(Boutique, AMANI)
    assert (shop.name, shop.town, shop.street, shop.fee_for("thika")) == (
        "Amani House",
        "Thika",
        "Uhuru Street",
        KES(100),
    )
    assert shop.languages == (Language.EN, Language.SW)
    assert little.get(Boutique, PWANI, PWANI) == before


def test_a_shop_described_for_the_first_time_answers_in_both_languages(little: LittleShop) -> None:
    little.do(OPEN, boutique=NEW)
    little.do(PROFILE, boutique=NEW)
    assert little.get(Boutique, NEW, NEW).languages == (Language.EN, Language.SW)


def test_an_earlier_voice_comes_back_as_the_newest_version(little: LittleShop) -> None:
    little.do(PublishVoice("Pendo", "Hi", "Sema", Tone.BRIEF, (Language.SW,), ("no refunds",)))
    little.do(RestoreVoice(1))
    voice = little.get(Boutique, AMANI).voice
    assert voice == VoicePublished(
        version=3, agent_name="Zuri", greeting_en="Karibu to Amani!", greeting_sw="Karibu Amani!"
    )
    with pytest.raises(VersionIsUnknown):
        little.do(RestoreVoice(9))


def test_connections_and_limits_are_kept_and_let_go(little: LittleShop) -> None:
    little.do(
        SetLimits(KES(20_000), 5),
        ConnectWhatsApp("twilio", "AC1:+254700000009", "+254700000009"),
        ConnectPaymentAccount("airtel", "own", is_till=False),
        DisconnectPaymentAccount("mpesa"),
    )
    shop = little.get(Boutique, AMANI)
    assert (shop.limits and shop.limits.discount_percent, len(shop.whatsapp)) == (5, 2)
    assert [each.provider for each in shop.payees] == ["airtel"]
    little.do(DisconnectWhatsApp("twilio", "AC1:+254700000009"))
    assert [each.provider for each in little.get(Boutique, AMANI).whatsapp] == ["meta"]
