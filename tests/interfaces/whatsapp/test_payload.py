"""A batch comes apart into items, and a bad one costs none of the others."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interfaces.ingress.delivery import Delivery, Pace
from interfaces.whatsapp.json_text import NotJson, read_json
from interfaces.whatsapp.payload import read_delivery
from tests.support.wire import BSUID, delivery, image_message, status, text_message


def ids(read: Delivery) -> list[str]:
    return [item.provider_id for item in read.items]


def wrapped(value: Any, field: str = "messages") -> bytes:
    return json.dumps({"entry": [{"changes": [{"field": field, "value": value}]}]}).encode()


def test_every_entry_and_change_of_a_batch_is_read() -> None:
    batch = json.loads(delivery("1", text_message("wamid.a", "a"), text_message("wamid.b", "b")))
    batch["entry"] += json.loads(delivery("2", text_message("wamid.c", "c")))["entry"]

    read = read_delivery(json.dumps(batch).encode())

    assert [(item.account, item.provider_id) for item in read.items] == [
        ("1", "wamid.a"),
        ("1", "wamid.b"),
        ("2", "wamid.c"),
    ]
    assert read.rejected == ()


@pytest.mark.parametrize(
    "bad",
    [
        {},
        {"id": 5, "from": "254712345678"},
        {"id": "wamid.x", "type": "text"},
        {"id": "w" * 600, "from": "254712345678"},
        {"id": "wamid.x", "from": "not a number"},
        None,
        "text",
        [],
        7,
    ],
)
def test_one_bad_message_is_set_aside_and_the_others_go_on(bad: Any) -> None:
    good_one, good_two = text_message("wamid.1", "one"), text_message("wamid.2", "two")
    batch = json.loads(delivery("1", good_one, good_two))
    batch["entry"][0]["changes"][0]["value"]["messages"].insert(1, bad)

    read = read_delivery(json.dumps(batch).encode())

    assert ids(read) == ["wamid.1", "wamid.2"]
    assert len(read.rejected) == 1


def test_messages_come_before_statuses() -> None:
    read = read_delivery(delivery("1", status("wamid.out", "read"), text_message("wamid.in", "x")))

    assert [item.pace for item in read.items] == [Pace.WORDS, Pace.STATUS]


def test_each_state_of_a_message_is_an_item_of_its_own() -> None:
    read = read_delivery(delivery("1", status("wamid.o", "sent"), status("wamid.o", "delivered")))

    assert ids(read) == ["wamid.o#sent", "wamid.o#delivered"]


def test_a_photo_has_a_pace_of_its_own() -> None:
    assert read_delivery(delivery("1", image_message("wamid.p"))).items[0].pace is Pace.PHOTO


def test_a_customer_without_a_phone_number_is_known_by_her_bsuid() -> None:
    [item] = read_delivery(delivery("1", text_message("wamid.1", "hi", phone=None))).items

    assert (item.sender.bsuid, item.sender.phone, item.sender.key) == (BSUID, None, BSUID)


def test_the_bsuid_of_the_contact_serves_where_the_message_has_none() -> None:
    message = text_message("wamid.1", "hi", bsuid=None)
    value = {
        "metadata": {"phone_number_id": "1"},
        "contacts": [{"wa_id": message["from"], "user_id": BSUID, "profile": {"name": "Asha"}}],
        "messages": [message],
    }

    [item] = read_delivery(wrapped(value)).items

    assert (item.sender.bsuid, item.sender.phone, item.sender.profile_name) == (
        BSUID,
        "+254712345678",
        "Asha",
    )


def test_each_message_of_a_batch_keeps_its_own_contact() -> None:
    value = {
        "metadata": {"phone_number_id": "1"},
        "contacts": [
            {"wa_id": "254700000001", "user_id": "KE.1", "profile": {"name": "One"}},
            {"wa_id": "254700000002", "user_id": "KE.2", "profile": {"name": "Two"}},
        ],
        "messages": [
            text_message("wamid.2", "x", "KE.2", "254700000002"),
            text_message("wamid.1", "x", "KE.1", "254700000001"),
        ],
    }

    assert [item.sender.profile_name for item in read_delivery(wrapped(value)).items] == ["Two", "One"]


def test_a_message_from_the_shops_own_number_is_set_aside() -> None:
    read = read_delivery(delivery("1", text_message("wamid.1", "echo", phone="254700111222")))

    assert (read.items, read.rejected[0].reason) == ((), "from-ourselves")


def test_a_failed_status_without_contact_finds_its_customer_by_our_own_note() -> None:
    failed = status("wamid.o", "failed", bsuid=None) | {"biz_opaque_callback_data": f"reply-id/{BSUID}"}

    [item] = read_delivery(delivery("1", failed)).items

    assert item.sender.key == BSUID


@pytest.mark.parametrize(
    "nothing",
    [
        b'{"entry":[]}',
        b'{"entry":[{"changes":[]}]}',
        wrapped({}),
        wrapped({"messages": [], "statuses": []}),
        wrapped({"messages": {"a": 1}}),
        wrapped(None),
        wrapped({"messages": [text_message("wamid.1", "x")]}, field="account_update"),
    ],
)
def test_an_empty_body_is_nothing_to_do(nothing: bytes) -> None:
    assert read_delivery(nothing) == Delivery(())


@pytest.mark.parametrize("other", [b"[]", b"null", b'"x"', b"5", b"{}", b'{"entry": 5}'])
def test_another_kind_of_json_is_set_aside_whole(other: bytes) -> None:
    assert read_delivery(other).rejected[0].raw == other


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"\xff\xfe{\x00}\x00",
        '{"a":"é"}'.encode("latin-1"),
        b'{"entry":NaN}',
        b'{"entry":[Infinity]}',
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"n":' + b"9" * 5000 + b".x}",
    ],
)
def test_what_is_no_json_is_said_so(broken: bytes) -> None:
    with pytest.raises(NotJson):
        read_delivery(broken)


def test_nul_and_lone_surrogates_become_a_replacement_sign() -> None:
    body = delivery("1", text_message("wamid.1", "TEXT")).replace(b"TEXT", b"a\\u0000b\\ud83dc")

    [item] = read_delivery(body).items

    assert json.loads(item.raw)["message"]["text"]["body"] == "a�b�c"


def test_a_number_beyond_64_bits_beside_a_lone_surrogate_is_stored() -> None:
    message = text_message("wamid.1", "TEXT") | {"huge": 10**40}
    body = delivery("1", message).replace(b"TEXT", b"\\ud83d")

    assert ids(read_delivery(body)) == ["wamid.1"]


@pytest.mark.parametrize("first", ['"x"', '"\\ud800"', "1" * 400])
def test_of_a_member_that_is_there_twice_the_last_one_counts_however_it_is_read(first: str) -> None:
    """Row 24: both of our readers agree, so that none sees what another did not."""
    assert read_json(f'{{"a":{first},"a":"y"}}'.encode()) == {"a": "y"}


def test_the_same_message_is_stored_in_the_same_bytes_however_it_was_escaped() -> None:
    message = text_message("wamid.1", "Ngapi? 😀")
    escaped = delivery("1", message)
    plain = json.dumps(json.loads(escaped), ensure_ascii=False).encode()

    assert read_delivery(escaped).items == read_delivery(plain).items


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(_json, _json, _json)
def test_no_json_whatever_makes_reading_fail(value: Any, message: Any, state: Any) -> None:
    whole = {"metadata": value, "contacts": value, "messages": [message], "statuses": [state]}

    read_delivery(wrapped(whole))
    read_delivery(wrapped(value))
    read_delivery(json.dumps({"entry": value}).encode())
