"""The webhook takes what Twilio signed for the configured address, and bears whatever else comes."""

import gzip
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import httpx
import pytest
from pydantic import SecretStr
from twilio.request_validator import RequestValidator

from interfaces.twilio.accounts import Installation, TwilioAccounts, TwilioCredentials
from interfaces.twilio.form import Note
from interfaces.twilio.signature import sign
from tests.support.twilio import (
    ACCOUNT,
    NUMBER,
    OTHER_NUMBER,
    OTHER_SID,
    OTHER_TOKEN,
    SID,
    TOKEN,
    TwilioStage,
)

PATH = "/webhooks/twilio"
PLAIN = "application/x-www-form-urlencoded"


def form(**changes: str) -> dict[str, str]:
    """A message as Twilio posts it, each with an id of its own."""
    return {
        "AccountSid": SID,
        "Body": "Habari",
        "From": "whatsapp:+254712345678",
        "MessageSid": f"SM{uuid4().hex}",
        "NumMedia": "0",
        "ProfileName": "Amina",
        "SmsStatus": "received",
        "To": f"whatsapp:{NUMBER}",
        "WaId": "254712345678",
    } | changes


def post(
    stage: TwilioStage,
    told: Mapping[str, str] | list[tuple[str, str]],
    *,
    token: str = TOKEN,
    signed_for: str | None = None,
    path: str = PATH,
    **more: Any,
) -> httpx.Response:
    """Post a form, signed for our configured address unless told otherwise."""
    pairs = list(told.items()) if isinstance(told, Mapping) else told
    header = sign(token.encode(), signed_for or stage.url + path, pairs)
    headers = {"X-Twilio-Signature": header, "Content-Type": PLAIN} | more.pop("headers", {})
    return httpx.post(stage.url + path, content=urlencode(pairs).encode(), headers=headers, timeout=20)


def taken(stage: TwilioStage, sid: str) -> bool:
    return any(item.provider_id == sid for one in stage.heard.deliveries for item in one.items)


def test_a_signed_message_is_kept_and_answered_by_empty_twiml(stage: TwilioStage) -> None:
    told = form()
    answer = post(stage, told)
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, "text/xml")
    assert answer.text.endswith("<Response/>")
    assert taken(stage, told["MessageSid"])


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Twilio-Signature": ""},
        {"X-Twilio-Signature": "AAAAAAAAAAAAAAAAAAAAAAAAAAA="},
        {"X-Twilio-Signature": b"\xc3\xa9\xff"},
        {"X-Twilio-Signature": "sha1="},
    ],
    ids=["empty", "another", "not ascii", "of another form"],
)
def test_what_twilio_did_not_sign_is_refused_and_not_kept(stage: TwilioStage, headers: Any) -> None:
    told = form()
    assert post(stage, told, headers=headers).status_code == 401
    assert not taken(stage, told["MessageSid"])


def test_without_any_signature_nothing_is_kept(stage: TwilioStage) -> None:
    told = form()
    answer = httpx.post(stage.url + PATH, data=told)
    assert answer.status_code == 401
    assert not taken(stage, told["MessageSid"])


def test_a_form_that_was_changed_on_the_way_is_refused(stage: TwilioStage) -> None:
    told = form()
    header = sign(TOKEN.encode(), stage.url + PATH, list(told.items()))
    changed = told | {"Body": "I have paid"}
    assert post(stage, changed, headers={"X-Twilio-Signature": header}).status_code == 401


@pytest.mark.parametrize(
    "signed_for",
    [
        "https://{host}/webhooks/twilio",
        "https://evil.example/webhooks/twilio",
        "https://{host}/webhooks/other",
    ],
)
def test_a_signature_for_another_address_is_refused(stage: TwilioStage, signed_for: str) -> None:
    bare = stage.url.removeprefix("http://").partition(":")[0]
    assert post(stage, form(), signed_for=signed_for.format(host=bare)).status_code == 401


@pytest.mark.parametrize(
    "forwarded",
    [
        {"X-Forwarded-Host": "evil.example"},
        {"X-Forwarded-Proto": "https", "X-Forwarded-Port": "444"},
        {"X-Forwarded-For": "127.0.0.1", "Forwarded": "host=evil.example;proto=https"},
        {"Host": "shop.internal:9000"},
    ],
    ids=["host", "scheme and port", "for", "the proxy's own host"],
)
def test_what_a_proxy_or_a_liar_says_of_the_address_changes_nothing(
    stage: TwilioStage, forwarded: dict[str, str]
) -> None:
    """Rows 27 and 28: only the configured address counts, both for what is true and for what is forged."""
    told = form()
    assert post(stage, told, headers=forwarded).status_code == 200
    assert taken(stage, told["MessageSid"])
    forged = "https://evil.example/webhooks/twilio"
    assert post(stage, form(), signed_for=forged, headers=forwarded).status_code == 401


@pytest.mark.parametrize(
    "more",
    [
        [("Brand_New", "1"), ("AlsoNew", "")],
        [("Body", " spaces at both ends  ")],
        [("MediaUrl", "b"), ("MediaUrl", "a"), ("MediaUrl", "b")],
        [("Emoji", "👗🏾 é\u200f"), ("Plus", "a+b c&d=e%20")],
        [("Nul", "a\x00b")],
    ],
    ids=["unknown", "trailing spaces", "repeated", "letters of the world", "NUL"],
)
def test_all_parameters_count_untouched(stage: TwilioStage, more: list[tuple[str, str]]) -> None:
    """Row 29: the full set is signed, whatever Twilio adds to it one day."""
    told = form()
    pairs = [pair for pair in told.items() if pair[0] not in dict(more)] + more
    assert post(stage, pairs).status_code == 200
    assert taken(stage, told["MessageSid"])


def test_a_query_in_the_address_is_signed_too(stage: TwilioStage) -> None:
    assert post(stage, form(), path=PATH + "?shop=1&x=%20").status_code == 200
    assert (
        post(stage, form(), path=PATH + "?shop=2", signed_for=stage.url + PATH + "?shop=1").status_code == 401
    )


def test_what_twilio_itself_validates_and_what_we_take_are_the_same(stage: TwilioStage) -> None:
    """The emulator signs by code of its own; Twilio's validator and our webhook judge alike."""
    stage.writes("amina", "signed by the emulator")
    assert stage.emulator.control.get("/_control/answers").json()[-1] == [stage.url + PATH, 200]
    validator, told = RequestValidator(TOKEN), form()
    right = sign(TOKEN.encode(), stage.url + PATH, list(told.items()))
    for header, path in ((right, PATH), (right, PATH + "?x=1"), ("x" + right[1:], PATH)):
        theirs = validator.validate(stage.url + path, told, header)
        ours = post(stage, told, path=path, headers={"X-Twilio-Signature": header})
        assert (ours.status_code == 200) == theirs


def test_another_boutiques_token_speaks_only_for_its_own_number(stage: TwilioStage) -> None:
    """The body names an account, but only that account's token proves it."""
    theirs = form(AccountSid=OTHER_SID, To=f"whatsapp:{OTHER_NUMBER}")
    assert post(stage, theirs, token=OTHER_TOKEN).status_code == 200
    assert post(stage, form(), token=OTHER_TOKEN).status_code == 401
    assert post(stage, form(AccountSid=OTHER_SID), token=OTHER_TOKEN).status_code == 401
    assert post(stage, theirs, token=TOKEN).status_code == 401


def test_while_a_token_is_rotated_both_are_taken(stage: TwilioStage) -> None:
    both = TwilioCredentials(auth_tokens=(SecretStr("new"), SecretStr("old")))
    known = TwilioAccounts(lambda _: None, lambda _b, _a: None, Installation(SID, both))
    account = known.of(ACCOUNT)
    assert account is not None
    assert account.tokens == (b"new", b"old")


@pytest.mark.parametrize(
    "change", [{"AccountSid": "AC1"}, {"AccountSid": ""}, {"To": "whatsapp:nobody"}, {"To": ""}]
)
def test_a_form_of_no_account_of_ours_is_refused(stage: TwilioStage, change: dict[str, str]) -> None:
    assert post(stage, form(**change)).status_code == 401


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"MessageSid": ""}, "no-id"),
        ({"MessageSid": "../../etc"}, "no-id"),
        ({"From": "whatsapp:", "WaId": ""}, "no-sender"),
        ({"From": "+25471x", "WaId": "abc"}, "no-sender"),
        ({"From": f"whatsapp:{NUMBER}", "WaId": ""}, "from-ourselves"),
    ],
)
def test_an_authentic_form_that_is_no_message_is_set_aside(
    stage: TwilioStage, change: dict[str, str], reason: str
) -> None:
    assert post(stage, form(**change)).status_code == 200
    assert [piece.reason for piece in stage.heard.deliveries[-1].rejected] == [reason]


@pytest.mark.parametrize("body", [b"{", b"", b"[]", b"null", b"\xff\xfe&&&=", b"&" * 3_000, b"a=1&" * 900])
def test_what_is_no_form_is_refused(stage: TwilioStage, body: bytes) -> None:
    header = sign(TOKEN.encode(), stage.url + PATH, [])
    answer = httpx.post(
        stage.url + PATH, content=body, headers={"X-Twilio-Signature": header, "Content-Type": PLAIN}
    )
    assert answer.status_code == 401


def test_a_large_a_packed_and_a_wrongly_called_body_are_refused_unread(stage: TwilioStage) -> None:
    headers = {"Content-Type": PLAIN}
    big = httpx.post(stage.url + PATH, content=b"a=" + b"x" * 20_000_000, headers=headers)
    packed = httpx.post(
        stage.url + PATH, content=gzip.compress(b"x" * 9_999), headers=headers | {"Content-Encoding": "gzip"}
    )
    assert (big.status_code, packed.status_code) == (413, 415)
    assert {httpx.request(verb, stage.url + PATH).status_code for verb in ("GET", "PUT", "DELETE")} == {405}


def test_a_message_delivered_twice_or_ten_times_at_once_is_one(stage: TwilioStage) -> None:
    told = form()
    answers = [post(stage, told).status_code for _ in range(3)]
    assert answers == [200] * 3
    assert len([m for m in stage.heard.messages if m.provider_id == told["MessageSid"]]) == 1


def test_where_nothing_can_be_kept_twilio_is_told_so(stage: TwilioStage) -> None:
    stage.heard.deaf = True
    try:
        assert post(stage, form()).status_code == 503
    finally:
        stage.heard.deaf = False


def test_a_status_counts_only_at_an_address_that_we_made(stage: TwilioStage) -> None:
    note = Note(uuid4(), "KE.13491208655302741918")
    told = {
        "AccountSid": SID,
        "From": f"whatsapp:{NUMBER}",
        "To": "whatsapp:+254712345XXX",
        "MessageSid": f"SM{uuid4().hex}",
        "MessageStatus": "delivered",
    }
    path = f"/webhooks/twilio/status/{stage.links.note(note)}"

    assert post(stage, told, path=path).status_code == 200
    assert post(stage, told, path=path[:-2]).status_code == 404
    assert post(stage, told, path="/webhooks/twilio/status/é").status_code == 404
    assert post(stage, told, path=path, token="wrong").status_code == 401
    assert stage.heard.statuses[-1].reply == note.reply
    assert stage.heard.statuses[-1].sender.bsuid == note.bsuid


def test_the_address_of_a_callback_tells_nobody_who_she_is(stage: TwilioStage) -> None:
    her = "KE.13491208655302741918"
    note = Note(uuid4(), her)
    token = stage.links.note(note)
    assert re.fullmatch(r"[A-Za-z0-9_-]+", token)
    assert stage.links.read_note(token) == note
    part = Note(note.reply, None, part=3)
    assert stage.links.read_note(stage.links.note(part)) == part
    assert her not in token
    assert stage.links.note(note) != token
    assert stage.links.read_picture(token, stage.clock.now()) is None
