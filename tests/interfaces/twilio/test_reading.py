"""Whatever a customer sends by Twilio has one meaning in our words."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from application.inbound import DeliveryState, DeliveryStatus, Inbound, InboxItem, Place
from domain.channel import Channel
from domain.conversation.events import MessageKind
from interfaces.ingress.delivery import Delivery, Pace
from interfaces.twilio.form import Note, read_delivery
from interfaces.twilio.reading import read_item
from tests.support.twilio import ACCOUNT, NUMBER, SID

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BSUID = "KE.13491208655302741918"
MESSAGE = "SM" + "0" * 32
MEDIA = f"https://api.twilio.com/2010-04-01/Accounts/{SID}/Messages/{MESSAGE}/Media/ME"


def delivered(note: Note | None = None, **fields: str) -> Delivery:
    whole = {
        "AccountSid": SID,
        "From": "whatsapp:+254712345678",
        "To": f"whatsapp:{NUMBER}",
        "MessageSid": MESSAGE,
        "NumMedia": "0",
        "ProfileName": "Amina",
        "WaId": "254712345678",
    } | fields
    return read_delivery(urlencode(whole).encode(), note)


def items(**fields: str) -> list[InboxItem]:
    return [read_item(item.raw, NOW) for item in delivered(None, **fields).items]


def message(**fields: str) -> Inbound:
    [item] = items(**fields)
    assert isinstance(item, Inbound)
    return item


def test_words_are_words_and_name_their_sender() -> None:
    heard = message(Body="Habari", ExternalUserId=f"whatsapp:{BSUID}")
    assert (heard.kind, heard.text, heard.account) == (MessageKind.TEXT, "Habari", ACCOUNT)
    assert (heard.channel, heard.provider_id, heard.sent_at) == (Channel.TWILIO, MESSAGE, NOW)
    assert (heard.sender.bsuid, heard.sender.phone) == (BSUID, "+254712345678")
    assert heard.sender.profile_name == "Amina"


def test_who_hides_her_number_is_known_by_her_id() -> None:
    heard = message(Body="Hi", From=f"whatsapp:{BSUID}", WaId="")
    assert (heard.sender.bsuid, heard.sender.phone, heard.sender.key) == (BSUID, None, BSUID)


@pytest.mark.parametrize(
    ("fields", "kind", "choice", "text"),
    [
        (
            {"ButtonPayload": "checkout", "ButtonText": "Check out"},
            MessageKind.CHOICE,
            "checkout",
            "Check out",
        ),
        ({"ListId": "tell_size:M", "ListTitle": "M"}, MessageKind.CHOICE, "tell_size:M", "M"),
        ({"Body": "", "MessageType": "reaction"}, MessageKind.OTHER, "reaction", None),
        ({"Body": ""}, MessageKind.OTHER, "empty", None),
        ({"Latitude": "95", "Longitude": "1"}, MessageKind.OTHER, "unreadable-location", None),
        ({"Latitude": "nan", "Longitude": "1"}, MessageKind.OTHER, "unreadable-location", None),
        ({"Latitude": "x", "Longitude": "1"}, MessageKind.OTHER, "unreadable-location", None),
    ],
)
def test_taps_and_what_cannot_be_read(
    fields: dict[str, str], kind: MessageKind, choice: str, text: str | None
) -> None:
    heard = message(**fields)
    assert (heard.kind, heard.choice, heard.text) == (kind, choice, text)


def test_an_answer_names_the_message_it_answers() -> None:
    assert message(Body="this", OriginalRepliedMessageSid="MM1").replies_to == "MM1"


def test_a_place_is_a_place() -> None:
    heard = message(Latitude="-1.29", Longitude="36.78", Label="Yaya", Address="Argwings Kodhek")
    assert heard.kind is MessageKind.LOCATION
    assert heard.place == Place(-1.29, 36.78, "Yaya", "Argwings Kodhek")


def test_several_pictures_are_an_album_with_the_words_on_the_first() -> None:
    fields = {f"MediaUrl{n}": f"{MEDIA}{n}" for n in range(3)}
    kinds = {f"MediaContentType{n}": "image/jpeg" for n in range(3)}
    album = items(NumMedia="3", Body="Hii?", **fields, **kinds)
    assert [heard.text for heard in album if isinstance(heard, Inbound)] == ["Hii?", None, None]
    seen: list[Any] = [heard.media for heard in album if isinstance(heard, Inbound)]
    assert [media.media_id for media in seen] == [f"{MEDIA}{n}" for n in range(3)]
    assert {media.channel for media in seen} == {Channel.TWILIO}
    assert len({heard.provider_id for heard in album}) == 3


@pytest.mark.parametrize("count", ["1", "10", "999", "-1", "many", "١"])
def test_pictures_announced_without_an_address_are_one_photo_unseen(count: str) -> None:
    """Row 30: what is not there is not fetched, and she is answered all the same."""
    heard = message(NumMedia=count, Body="look")
    assert (heard.kind, heard.media) == (MessageKind.PHOTO, None)


@pytest.mark.parametrize(
    ("kind", "meant"),
    [
        ("image/png", MessageKind.PHOTO),
        ("audio/ogg; codecs=opus", MessageKind.VOICE),
        ("text/vcard", MessageKind.CONTACT),
        ("video/mp4", MessageKind.OTHER),
        ("application/pdf", MessageKind.OTHER),
    ],
)
def test_media_are_told_apart_by_their_type(kind: str, meant: MessageKind) -> None:
    assert message(NumMedia="1", MediaUrl0=MEDIA, MediaContentType0=kind).kind is meant


@pytest.mark.parametrize(
    ("fields", "pace"),
    [
        ({"Body": "a"}, Pace.WORDS),
        ({"ButtonPayload": "x"}, Pace.TAP),
        ({"NumMedia": "1", "MediaUrl0": MEDIA}, Pace.PHOTO),
        (
            {"MessageStatus": "sent", "From": f"whatsapp:{NUMBER}", "To": "whatsapp:+254712345678"},
            Pace.STATUS,
        ),
    ],
)
def test_how_long_is_waited_for_more(fields: dict[str, str], pace: Pace) -> None:
    assert [item.pace for item in delivered(None, **fields).items] == [pace]


def status(state: str, note: Note | None = None, **fields: str) -> DeliveryStatus:
    told = {"MessageStatus": state, "From": f"whatsapp:{NUMBER}", "To": "whatsapp:+254712345678"} | fields
    [item] = delivered(note, **told).items
    read = read_item(item.raw, NOW)
    assert isinstance(read, DeliveryStatus)
    return read


@pytest.mark.parametrize(
    ("state", "meant"),
    [
        ("queued", DeliveryState.SENT),
        ("sent", DeliveryState.SENT),
        ("delivered", DeliveryState.DELIVERED),
        ("read", DeliveryState.READ),
        ("undelivered", DeliveryState.FAILED),
        ("failed", DeliveryState.FAILED),
        ("a new one", DeliveryState.SENT),
    ],
)
def test_every_status_says_how_far_a_message_has_come(state: str, meant: DeliveryState) -> None:
    assert status(state).state is meant


def test_a_status_knows_our_reply_and_her_by_our_own_note_alone() -> None:
    note = Note(uuid4(), BSUID)
    told = status("failed", note, To="whatsapp:+54351528XXXX", ErrorCode="63016", ErrorMessage="outside")
    assert (told.reply, told.sender.bsuid, told.account) == (note.reply, BSUID, ACCOUNT)
    assert (told.code, told.reason, told.window_closed) == ("63016", "outside", True)
    assert not status("failed", note, ErrorCode="63024").window_closed
    assert (told.provider_id, told.about) == (f"{MESSAGE}#failed", MESSAGE)


def test_a_status_says_which_part_of_a_reply_it_is_about() -> None:
    note = Note(uuid4(), None, part=2)
    assert (status("sent", note).reply, status("sent", note).part) == (note.reply, 2)
    assert status("sent", Note(note.reply, BSUID)).part == 0


def test_nobody_can_write_our_note_into_a_form() -> None:
    forged = status("sent", _ours=f"{uuid4()}/{BSUID}", ErrorCode="0")
    assert (forged.reply, forged.sender.bsuid, forged.code) == (None, None, None)


def test_texts_that_no_database_holds_are_made_harmless() -> None:
    raw = delivered(Body="a\x00b").items[0].raw.replace(b"Habari", b"")
    assert b"%00" in raw
    assert message(Body="a\x00b").text == "a\ufffdb"
    broken = read_delivery(
        urlencode({"AccountSid": SID, "From": "whatsapp:+254712345678", "To": f"whatsapp:{NUMBER}"}).encode()
        + f"&MessageSid={MESSAGE}&Body=%ff%fe".encode()
    )
    read = read_item(broken.items[0].raw, NOW)
    assert isinstance(read, Inbound)
    assert read.text == "\ufffd\ufffd"


def test_bytes_that_are_no_row_are_refused() -> None:
    with pytest.raises(ValueError, match="neither"):
        read_item(b"{}", NOW)
