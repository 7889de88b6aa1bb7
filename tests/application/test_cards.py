"""A card that she shares gives a number, or nothing; never a failure."""

from uuid import UUID

import pytest

from application.cards import phone_on, with_card_read
from application.inbound import Inbound, Sender
from application.ports import MediaRef, NeighbourFailed
from domain.channel import Channel
from domain.conversation.events import MessageKind
from domain.identity import MessageId
from tests.support.clock import FixedClock
from tests.support.memory import MemoryMessenger

HEAD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Asha\r\n"


@pytest.mark.parametrize(
    ("card", "phone"),
    [
        (HEAD + "TEL;type=CELL;waid=254712345678:+254 712 345 678\r\nEND:VCARD", "+254712345678"),
        (HEAD + "item1.TEL:+254 (0)\r\nTEL;type=HOME:+254-722-000-111\r\n", "+254722000111"),
        (HEAD + "tel:+254733000222\n", "+254733000222"),
        (HEAD + "NOTE:TEL:+254733000222\r\n", None),
        (HEAD + "TEL:call me\r\n", None),
        ("", None),
        ("\x00" * 99_999, None),
    ],
)
def test_the_first_number_on_a_card_counts(card: str, phone: str | None) -> None:
    assert phone_on(card.encode()) == phone
    assert phone_on(b"\xff\xfe" + card.encode()) == phone or not card


def shared(media: str | None) -> Inbound:
    ref = MediaRef("AC1:+254", media, "text/vcard", None, Channel.TWILIO) if media else None
    return Inbound(
        MessageId(UUID(int=1)),
        "MM1",
        Channel.TWILIO,
        "AC1:+254",
        Sender(None, "+254712345678"),
        MessageKind.CONTACT,
        FixedClock().now(),
        media=ref,
    )


def test_a_card_is_fetched_and_read_and_one_that_cannot_be_had_is_none() -> None:
    messenger = MemoryMessenger()
    messenger.media["card"] = (HEAD + "TEL:+254722000111\r\n").encode()
    messenger.troubles.append(NeighbourFailed("twilio", "media-gone", "gone", retryable=False))

    assert with_card_read(shared("card"), messenger).contact_phone == "+254722000111"
    assert with_card_read(shared("gone"), messenger).contact_phone is None
    assert with_card_read(shared(None), messenger).contact_phone is None
