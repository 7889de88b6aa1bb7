"""Each message and each prompt goes to the neighbour that the boutique is connected to, and to no other."""

from uuid import uuid4

import pytest

from application.ports import (
    MediaRef,
    NeighbourFailed,
    Outgoing,
    PayeeAccount,
    PromptRequest,
    Recipient,
)
from domain.channel import Channel, channel_of
from domain.conversation.reply import Reply
from domain.identity import BoutiqueId, PaymentId
from domain.money import Money
from interfaces.channels import Channels
from interfaces.tills import Tills
from tests.support.memory import MemoryMessenger, MemoryMoney


def to(channel: Channel) -> Recipient:
    return Recipient("1063", None, "+254712345678", channel)


def test_a_message_goes_out_on_the_channel_of_its_number() -> None:
    meta, twilio = MemoryMessenger(), MemoryMessenger()
    channels = Channels({Channel.CLOUD_API: meta, Channel.TWILIO: twilio})
    channels.send(Outgoing(uuid4(), to(Channel.TWILIO), Reply(text="Karibu")))
    channels.show_typing(to(Channel.CLOUD_API), "wamid.1")
    meta.media["m1"] = b"picture"

    assert (len(meta.sent), len(twilio.sent)) == (0, 1)
    assert (meta.typed, twilio.typed) == (["wamid.1"], [])
    twilio.template = True
    assert [channels.has_template(to(each)) for each in Channel] == [False, True]
    assert channels.fetch_media(MediaRef("1063", "m1", "image/jpeg")) == b"picture"


def test_a_channel_that_is_not_set_up_refuses_for_good() -> None:
    channels = Channels({Channel.CLOUD_API: MemoryMessenger()})
    with pytest.raises(NeighbourFailed) as failed:
        channels.send(Outgoing(uuid4(), to(Channel.TWILIO), Reply(text="Karibu")))
    assert not failed.value.retryable
    channels.show_typing(to(Channel.TWILIO), "SM1")


def test_a_provider_opens_its_channel() -> None:
    assert [channel_of(name) for name in ("meta", "twilio")] == [Channel.CLOUD_API, Channel.TWILIO]


def test_a_prompt_goes_to_the_payees_own_neighbour() -> None:
    mpesa, airtel = MemoryMoney(), MemoryMoney()
    tills = Tills({"mpesa": mpesa, "airtel": airtel})
    boutique = BoutiqueId(uuid4())
    payee = PayeeAccount(boutique, "airtel", "600100", is_till=True)
    asked = PromptRequest(
        boutique, PaymentId(uuid4()), 1, payee, Money(cents=250_000), "+254733000001", "DK-1", "token"
    )
    tills.prompt(asked)

    assert (len(mpesa.asked), len(airtel.asked)) == (0, 1)
    with pytest.raises(NeighbourFailed, match="not-set-up"):
        tills.query(PayeeAccount(boutique, "paylink", "1", is_till=True), "ws_CO_1")
