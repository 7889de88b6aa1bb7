"""Every kind of message and status is read into the words of the application."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.inbound import (
    DeliveryState,
    DeliveryStatus,
    Inbound,
    Ordered,
    OwnerMessage,
    Place,
    Sender,
    message_id_of,
)
from domain.channel import Channel
from domain.conversation.events import MessageKind
from interfaces.whatsapp.payload import read_delivery
from interfaces.whatsapp.reading import read_item
from tests.support.wire import BSUID, PHONE

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
METADATA = {"display_phone_number": "254700111222", "phone_number_id": "1063"}


def read_message(kind: str, part: Any, **more: Any) -> Inbound:
    """What is read of a message of this kind."""
    message = {"id": "wamid.1", "from": PHONE, "from_user_id": BSUID, "timestamp": "1764500000", "type": kind}
    raw = json.dumps({"metadata": METADATA, "contact": None, "message": {**message, kind: part, **more}})
    item = read_item(raw.encode(), NOW)
    assert isinstance(item, Inbound)
    return item


def read_status(**status: Any) -> DeliveryStatus:
    """What is read of a status."""
    whole = {"id": "wamid.o", "status": "sent", "timestamp": "1764500000", "recipient_id": PHONE, **status}
    item = read_item(json.dumps({"metadata": METADATA, "contact": None, "status": whole}).encode(), NOW)
    assert isinstance(item, DeliveryStatus)
    return item


def test_words_are_read_with_who_wrote_them_and_when() -> None:
    item = read_message("text", {"body": "Habari 😀"}, context={"id": "wamid.before"})

    assert (item.kind, item.text, item.account, item.channel) == (
        MessageKind.TEXT,
        "Habari 😀",
        "1063",
        "whatsapp",
    )
    assert (item.sender.phone, item.sender.bsuid) == (f"+{PHONE}", BSUID)
    assert (item.sent_at, item.replies_to) == (datetime.fromtimestamp(1764500000, UTC), "wamid.before")


def test_a_message_has_the_same_id_however_often_it_comes_and_another_at_another_number() -> None:
    assert read_message("text", {"body": "a"}).message == read_message("text", {"body": "a"}).message
    ids = {message_id_of(channel, account, "wamid.1") for channel in Channel for account in ("1", "2")}
    assert len(ids) == 4


def test_a_photo_is_read_with_its_caption_and_where_it_is() -> None:
    item = read_message(
        "image", {"id": "77", "mime_type": "image/jpeg", "sha256": "aGFzaA==", "caption": "Hii?"}
    )

    assert item.media is not None
    assert (item.kind, item.text) == (MessageKind.PHOTO, "Hii?")
    assert (item.media.account, item.media.media_id, item.media.mime_type) == ("1063", "77", "image/jpeg")
    assert item.media.sha256 == "aGFzaA=="


def test_a_picture_sent_as_a_file_is_a_photo() -> None:
    item = read_message("document", {"id": "77", "mime_type": "image/png", "filename": "dress.png"})

    assert item.kind is MessageKind.PHOTO


@pytest.mark.parametrize(
    ("part", "choice", "title"),
    [
        ({"type": "button_reply", "button_reply": {"id": "buy", "title": "Buy"}}, "buy", "Buy"),
        ({"type": "list_reply", "list_reply": {"id": "m", "title": "M", "description": "2 left"}}, "m", "M"),
        ({"type": "list_reply", "list_reply": {"id": "m", "title": "M"}}, "m", "M"),
    ],
)
def test_a_tap_is_a_choice(part: Any, choice: str, title: str) -> None:
    item = read_message("interactive", part, context={"id": "wamid.ours"})

    assert (item.kind, item.choice, item.text) == (MessageKind.CHOICE, choice, title)
    assert item.replies_to == "wamid.ours"


def test_a_templates_button_is_a_choice_also_without_context() -> None:
    item = read_message("button", {"payload": "stop", "text": "Stop"})

    assert (item.kind, item.choice, item.text) == (MessageKind.CHOICE, "stop", "Stop")


def test_a_pin_is_a_place() -> None:
    item = read_message(
        "location", {"latitude": -1.29, "longitude": 36.78, "name": "Yaya", "address": "Nairobi"}
    )

    assert (item.kind, item.place) == (MessageKind.LOCATION, Place(-1.29, 36.78, "Yaya", "Nairobi"))


@pytest.mark.parametrize("phone", [{"wa_id": "254700000001"}, {"phone": "+254 700 000 001"}])
def test_a_shared_contact_gives_its_number(phone: Any) -> None:
    item = read_message("contacts", [{"name": {"formatted_name": "A"}, "phones": [phone]}])

    assert (item.kind, item.contact_phone) == (MessageKind.CONTACT, "+254700000001")


def test_a_contact_without_a_number_is_still_a_contact() -> None:
    assert read_message("contacts", [{"name": {"formatted_name": "A"}}]).contact_phone is None


@pytest.mark.parametrize(("part", "emoji"), [({"emoji": "👍"}, "👍"), ({"emoji": ""}, None), ({}, None)])
def test_a_reaction_names_its_message_and_one_taken_back_has_no_emoji(part: Any, emoji: str | None) -> None:
    item = read_message("reaction", {"message_id": "wamid.ours", **part})

    assert (item.kind, item.text, item.replies_to) == (MessageKind.REACTION, emoji, "wamid.ours")


def test_a_catalogue_cart_tells_what_and_how_many_and_never_its_price() -> None:
    line = {"product_retailer_id": "ZB-12", "quantity": 2, "item_price": 1, "currency": "KES"}

    item = read_message("order", {"catalog_id": "1", "text": "please", "product_items": [line]})

    assert (item.kind, item.text) == (MessageKind.ORDER, "please\n2 x ZB-12")
    assert item.ordered == (Ordered("ZB-12", 2),)


@pytest.mark.parametrize("quantity", [0, -3])
def test_a_catalogue_cart_with_none_of_a_piece_orders_nothing_of_it(quantity: int) -> None:
    line = {"product_retailer_id": "ZB-12", "quantity": quantity}

    assert read_message("order", {"product_items": [line]}).ordered == ()


def test_a_voice_note_is_a_voice() -> None:
    item = read_message("audio", {"id": "8", "mime_type": "audio/ogg; codecs=opus", "voice": True})

    assert item.kind is MessageKind.VOICE
    assert item.media is not None


@pytest.mark.parametrize(
    ("kind", "part", "more", "reason"),
    [
        ("sticker", {"id": "1", "mime_type": "image/webp"}, {}, "sticker"),
        ("video", {"id": "1", "mime_type": "video/mp4"}, {}, "video"),
        ("document", {"id": "1", "mime_type": "application/pdf"}, {}, "document"),
        ("system", {"type": "user_changed_number", "wa_id": "1"}, {}, "system:user_changed_number"),
        ("system", None, {}, "system:unknown"),
        ("unsupported", {"type": "poll_update"}, {"errors": [{"code": 131051}]}, "unsupported:poll_update"),
        ("unsupported", None, {"errors": [{"code": 131060}]}, "unavailable"),
        ("hologram", {"x": 1}, {}, "hologram"),
        ("interactive", None, {}, "unreadable-interactive"),
        ("interactive", {"type": "nfm_reply", "nfm_reply": {}}, {}, "interactive:nfm_reply"),
        ("text", None, {}, "unreadable-text"),
        ("image", {"caption": "no id"}, {}, "unreadable-image"),
        ("location", {"latitude": 500, "longitude": 0}, {}, "unreadable-location"),
        ("reaction", {}, {}, "unreadable-reaction"),
    ],
)
def test_what_a_shop_cannot_use_is_other_with_a_reason(kind: str, part: Any, more: Any, reason: str) -> None:
    item = read_message(kind, part, **more)

    assert (item.kind, item.choice) == (MessageKind.OTHER, reason)


@pytest.mark.parametrize(
    "timestamp", [None, "abc", "-5", "4070908800", "99999999999999999999", "１７６４", "", 3.5, "1e9"]
)
def test_a_time_that_cannot_be_true_is_replaced_by_the_servers(timestamp: Any) -> None:
    assert read_message("text", {"body": "x"}, timestamp=timestamp).sent_at == NOW


def test_a_time_eight_days_ago_is_kept() -> None:
    old = NOW - timedelta(days=8)

    assert read_message("text", {"body": "x"}, timestamp=str(int(old.timestamp()))).sent_at == old


def test_a_status_names_the_reply_and_what_it_is_billed_as() -> None:
    reply = UUID("8a4f3c1e-0000-4000-8000-000000000001")
    read = read_status(
        status="delivered",
        biz_opaque_callback_data=f"{reply}/{BSUID}",
        pricing={"category": "service", "type": "regular"},
    )

    assert (read.state, read.reply) == (DeliveryState.DELIVERED, reply)
    assert (read.category, read.billing, read.about) == ("service", "regular", "wamid.o")
    assert (read.provider_id, read.sender.bsuid, read.sender.phone) == (
        "wamid.o#delivered",
        BSUID,
        f"+{PHONE}",
    )


def test_a_failed_status_says_why() -> None:
    error = {"code": 131047, "title": "Re-engagement", "error_data": {"details": "more than 24 hours"}}

    read = read_status(status="failed", errors=[error])

    assert (read.state, read.code, read.reason) == (DeliveryState.FAILED, "131047", "more than 24 hours")
    assert read.window_closed


def test_a_status_with_a_strangers_note_names_no_reply() -> None:
    assert read_status(biz_opaque_callback_data="campaign 7").reply is None


def test_bytes_that_are_no_item_are_refused() -> None:
    with pytest.raises(ValueError, match="neither"):
        read_item(b"{}", NOW)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(
    st.sampled_from(["text", "image", "interactive", "button", "location", "contacts", "reaction", "order"]),
    _json,
)
def test_no_content_whatever_makes_reading_fail(kind: str, part: Any) -> None:
    read_message(kind, part)


def test_changed_words_are_read_with_the_message_that_they_change() -> None:
    text = {"type": "text", "text": {"body": "size M"}}
    item = read_message("edit", {"original_message_id": "wamid.0", "message": text})

    assert (item.kind, item.text, item.replies_to) == (MessageKind.EDIT, "size M", "wamid.0")


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("edit", {"original_message_id": "wamid.0", "message": {"type": "image", "image": {"id": "1"}}}),
        ("edit", {}),
        ("unsupported", {"type": "edit"}),
    ],
)
def test_of_some_changes_it_is_only_known_that_they_were_made(kind: str, part: dict[str, Any]) -> None:
    item = read_message(kind, part)

    assert (item.kind, item.text) == (MessageKind.EDIT, None)


def test_a_message_taken_back_is_read_with_the_one_that_it_was() -> None:
    item = read_message("revoke", {"original_message_id": "wamid.0"})

    assert (item.kind, item.replies_to) == (MessageKind.DELETION, "wamid.0")


@pytest.mark.parametrize(
    ("part", "to"),
    [
        ({"type": "user_changed_number", "wa_id": "254700000009"}, Sender(None, "+254700000009")),
        ({"type": "user_changed_user_id", "user_id": "KE.77"}, Sender("KE.77", None)),
        ({"type": "customer_identity_changed", "wa_id": "254700000009"}, None),
    ],
)
def test_a_notice_of_whatsapp_says_where_she_is_reached_now(part: Any, to: Sender | None) -> None:
    item = read_message("system", part)

    assert (item.kind, item.moved_to) == (MessageKind.OTHER, to)
    assert (item.choice or "").startswith("system:")


def read_echo(kind: str, part: Any) -> OwnerMessage:
    echo = {
        "from": "254700111222",
        "to": PHONE,
        "to_user_id": BSUID,
        "id": "wamid.e",
        "type": kind,
        kind: part,
    }
    value = {
        "metadata": {"phone_number_id": "1063", "display_phone_number": "254700111222"},
        "message_echoes": [echo | {"timestamp": "1764500000"}],
    }
    change = {"field": "smb_message_echoes", "value": value}
    [item] = read_delivery(json.dumps({"entry": [{"id": "9", "changes": [change]}]}).encode()).items
    read = read_item(item.raw, NOW)
    assert isinstance(read, OwnerMessage)
    assert item.sender.key == read.sender.key == BSUID
    return read


@pytest.mark.parametrize(
    ("kind", "part", "words"),
    [
        ("text", {"body": "Habari, it is Zuri herself"}, "Habari, it is Zuri herself"),
        ("image", {"id": "1", "caption": "This one"}, "This one"),
        ("audio", {"id": "1"}, "(audio)"),
        ("revoke", {"original_message_id": "wamid.x"}, None),
        ("edit", {"original_message_id": "wamid.x", "message": {}}, None),
    ],
)
def test_what_the_owner_writes_on_her_own_phone_is_hers_and_no_customers(
    kind: str, part: Any, words: str | None
) -> None:
    assert read_echo(kind, part).text == words
