"""What only Twilio's adapter must bear: its hosts, its pictures, its codes, and answers that get lost."""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from PIL import Image
from pydantic import SecretStr

from application.inbound import DeliveryState
from application.ports import MediaRef, NeighbourFailed, NeighbourUnsure, Outgoing, Recipient
from domain.channel import Channel
from domain.conversation.reply import Button, Picture, Reply
from domain.identity import ProductId
from interfaces.twilio.accounts import TwilioCredentials
from interfaces.twilio.links import PICTURE_LIVES, PictureLink
from interfaces.twilio.media import MediaDoor, MediaRules
from tests.emulators.faults import FaultKind
from tests.support.sandbox import eventually
from tests.support.twilio import (
    ACCOUNT,
    BOUTIQUES,
    NUMBER,
    OTHER_ACCOUNT,
    SID,
    TOKEN,
    TwilioStage,
    content_at,
    twilios_own,
)

AMINA = Recipient(ACCOUNT, None, "+254712345601", Channel.TWILIO)


def picture(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (200, 300), colour).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture(autouse=True)
def amina_wrote(stage: TwilioStage) -> None:
    stage.emulator.forget()
    stage.writes("amina", "Hi")


def sent(stage: TwilioStage, identity: str) -> dict[str, Any]:
    eventually(lambda: any(b["id"] == identity for b in stage.chat("amina")), "the bubble")
    return next(b for b in stage.chat("amina") if b["id"] == identity)


def send(stage: TwilioStage, words: str = "Karibu", to: Recipient = AMINA) -> str:
    return stage.twilio.send(Outgoing(uuid4(), to, Reply(text=words)))


def media_of(stage: TwilioStage, url: str, account: str = ACCOUNT) -> bytes:
    return stage.twilio.fetch_media(MediaRef(account, url, "image/jpeg", None, Channel.TWILIO))


def her_photo(stage: TwilioStage, content: bytes = b"\xff\xd8\xff", **told: Any) -> str:
    """The address of a photo that she sent."""
    message = stage.writes("amina", media=[stage.media(content, **told)])
    item = next(m for m in stage.heard.messages if m.provider_id == message)
    assert item.media is not None
    return item.media.media_id


def test_twilio_shows_our_picture_which_it_fetched_itself(stage: TwilioStage) -> None:
    photo = picture()
    reply = Reply(text="Look", pictures=(Picture(product=ProductId(uuid4()), name="x"),))

    identity = stage.twilio.send(Outgoing(uuid4(), AMINA, reply, (photo,)))

    eventually(lambda: sent(stage, identity)["state"] == "delivered", "the delivery")
    url = sent(stage, identity)["picture"]
    assert stage.emulator.control.get("/_control/picture", params={"url": url}).content == photo


def test_a_photo_for_her_alone_is_fetched_from_where_it_is_sealed(stage: TwilioStage) -> None:
    photo, mine = picture("blue"), BOUTIQUES[ACCOUNT]
    name = stage.pictures.keep(mine, photo, uuid4())
    kept = dict(stage.pictures.kept)

    identity = stage.twilio.send(
        Outgoing(uuid4(), AMINA, Reply(text="", pictures=(Picture(name=name),)), (photo,))
    )

    eventually(lambda: sent(stage, identity)["state"] == "delivered", "the delivery")
    url = sent(stage, identity)["picture"]
    assert stage.emulator.control.get("/_control/picture", params={"url": url}).content == photo
    assert stage.pictures.kept == kept


def test_a_pictures_address_opens_one_boutiques_picture_for_some_hours(stage: TwilioStage) -> None:
    mine, other = BOUTIQUES[ACCOUNT], BOUTIQUES[OTHER_ACCOUNT]
    name = stage.pictures.keep(mine, picture())
    now = stage.clock.now()
    token = stage.links.picture(PictureLink(mine, name), now)
    base = f"{stage.url}/webhooks/twilio/pictures/"

    assert httpx.get(base + token).status_code == 200
    assert httpx.head(base + token).headers["content-type"] == "image/jpeg"
    assert httpx.get(base + stage.links.picture(PictureLink(other, name), now)).status_code == 404
    assert (
        httpx.get(base + stage.links.picture(PictureLink(mine, "../../etc/passwd"), now)).status_code == 404
    )
    for guess in (token[:-1], token[::-1], "A" * len(token), name, "%00", "é"):
        assert httpx.get(base + guess).status_code == 404
    stage.clock.pass_by(PICTURE_LIVES + timedelta(seconds=1))
    assert httpx.get(base + token).status_code == 404


def test_a_long_reply_goes_on_where_it_stopped(stage: TwilioStage) -> None:
    """A retry of the whole would repeat what she has read; and a part that came is not yet the reply."""
    words = "\n".join(f"{n:04d} " + "x" * 90 for n in range(30))
    taken: dict[int, str] = {}
    message = Outgoing(uuid4(), AMINA, Reply(text=words), note_part=taken.__setitem__)
    before = len(stage.chat("amina"))
    stage.emulator.fault(
        kind=FaultKind.ANSWER, path="Messages.json", after=1, status=429, body='{"code":20429}'
    )

    with pytest.raises(NeighbourFailed, match="20429") as failed:
        stage.twilio.send(message)
    whole = stage.twilio.send(replace(message, parts_sent=max(taken)))

    assert failed.value.retryable
    assert list(taken) == [1]
    eventually(lambda: len(stage.chat("amina")) == before + 2, "both parts")
    parts = [bubble["text"] for bubble in stage.chat("amina")[before:]]
    assert "\n".join(parts) == words
    assert [len(part) <= 1600 for part in parts] == [True, True]
    eventually(lambda: len(_states_of(stage, whole)) == 2, "the ticks")
    told = {(s.about, s.part) for s in stage.heard.statuses if s.reply == message.reply_id}
    assert told == {(taken[1], 1), (whole, 0)}


def _states_of(stage: TwilioStage, identity: str) -> list[DeliveryState]:
    return [status.state for status in stage.heard.statuses if status.about == identity]


@pytest.mark.parametrize("kind", [FaultKind.LOST, FaultKind.CUT, FaultKind.RESET])
def test_an_answer_that_got_lost_leaves_the_send_open(stage: TwilioStage, kind: FaultKind) -> None:
    stage.emulator.fault(kind=kind, path="Messages.json")
    with pytest.raises(NeighbourUnsure):
        send(stage)


def test_its_status_tells_what_became_of_a_send_whose_answer_was_lost(stage: TwilioStage) -> None:
    stage.emulator.fault(kind=FaultKind.LOST, path="Messages.json")
    reply = uuid4()
    with pytest.raises(NeighbourUnsure):
        stage.twilio.send(Outgoing(reply, AMINA, Reply(text="lost?")))
    eventually(lambda: any(s.reply == reply for s in stage.heard.statuses), "the status")


@pytest.mark.parametrize(
    ("status", "code", "retryable"),
    [(429, 20429, True), (400, 21610, False), (400, 63018, True), (404, 20404, False)],
)
def test_twilios_codes_say_whether_to_try_again(
    stage: TwilioStage, status: int, code: int, retryable: bool
) -> None:
    body = json.dumps({"code": code, "message": "no", "status": status})
    stage.emulator.fault(kind=FaultKind.ANSWER, path="Messages.json", status=status, body=body)
    with pytest.raises(NeighbourFailed) as failed:
        send(stage)
    assert (failed.value.code, failed.value.retryable) == (str(code), retryable)
    assert not isinstance(failed.value, NeighbourUnsure)


@pytest.mark.parametrize(("status", "body"), [(502, "<html>"), (500, '{"code": 20500}')])
def test_a_fault_of_twilios_own_may_have_sent_it(stage: TwilioStage, status: int, body: str) -> None:
    stage.emulator.fault(kind=FaultKind.ANSWER, path="Messages.json", status=status, body=body)
    with pytest.raises(NeighbourUnsure):
        send(stage)


@pytest.mark.parametrize("error", [63016, 63018, 63024, 21610, 63014])
def test_a_failure_comes_as_a_status_under_our_replys_id(stage: TwilioStage, error: int) -> None:
    identity, reply = "", uuid4()
    identity = stage.twilio.send(Outgoing(reply, AMINA, Reply(text="x")))
    stage.emulator.command("status", {"message": identity, "state": "failed", "error": error})

    told = [s for s in stage.heard.statuses if s.reply == reply and s.state is DeliveryState.FAILED]
    assert [status.code for status in told] == [str(error)]


def test_outside_the_window_the_failure_comes_later(stage: TwilioStage) -> None:
    reply = uuid4()
    brian = Recipient(ACCOUNT, None, "+254722345602", Channel.TWILIO)
    stage.twilio.send(Outgoing(reply, brian, Reply(text="Hello again")))
    eventually(lambda: any(s.reply == reply for s in stage.heard.statuses), "the failure")
    assert {s.code for s in stage.heard.statuses if s.reply == reply} == {"63016"}


@pytest.fixture
def with_notice(stage: TwilioStage) -> Iterator[None]:
    """The boutique has a template for news."""
    content = content_at(stage.emulator, "News: {{1}}.", "news")
    shared = TwilioCredentials(auth_tokens=(SecretStr(TOKEN),), contents={"notice": content})
    stage.credentials[ACCOUNT] = shared
    stage.forget_accounts()
    yield
    stage.credentials.pop(ACCOUNT)
    stage.forget_accounts()


@pytest.mark.usefixtures("with_notice")
def test_where_twilio_says_at_once_that_only_a_template_may_go_it_goes_as_one(stage: TwilioStage) -> None:
    refusal = '{"code": 63016, "message": "outside", "status": 400}'
    stage.emulator.fault(kind=FaultKind.ANSWER, path="Messages.json", status=400, body=refusal)
    identity = send(stage, "Your order\nis packed")
    assert sent(stage, identity)["text"] == "News: Your order is packed."


@pytest.mark.usefixtures("with_notice")
def test_news_that_nobody_asked_for_goes_as_the_template_and_comes_after_a_silent_day(
    stage: TwilioStage,
) -> None:
    grace, reply = Recipient(ACCOUNT, None, "+254703345604", Channel.TWILIO), uuid4()
    stage.twilio.send(Outgoing(reply, grace, Reply(text="Order DK-7\nis paid"), unasked=True))
    eventually(lambda: len([s for s in stage.heard.statuses if s.reply == reply]) == 2, "the ticks")
    assert {s.state for s in stage.heard.statuses if s.reply == reply} == {
        DeliveryState.SENT,
        DeliveryState.DELIVERED,
    }
    assert stage.chat("grace")[-1]["text"] == "News: Order DK-7 is paid."


def test_without_a_template_news_goes_in_words(stage: TwilioStage) -> None:
    identity = stage.twilio.send(Outgoing(uuid4(), AMINA, Reply(text="Order DK-8 is paid"), unasked=True))
    assert sent(stage, identity)["text"] == "Order DK-8 is paid"


def test_buttons_of_a_content_are_tapped(stage: TwilioStage) -> None:
    actions = [{"type": "QUICK_REPLY", "title": "{{2}}", "id": "{{3}}"}]
    told = {"language": "en", "types": {"twilio/quick-reply": {"body": "{{1}}", "actions": actions}}}
    content = stage.emulator.control.post("/v1/Content", json=told, auth=(SID, TOKEN)).json()["sid"]
    stage.credentials[ACCOUNT] = TwilioCredentials(
        auth_tokens=(SecretStr(TOKEN),), contents={"buttons-1": content}
    )
    stage.forget_accounts()
    try:
        reply = Reply(text="Sure?", buttons=(Button(id="yes", title="Yes"),))
        shown = sent(stage, stage.twilio.send(Outgoing(uuid4(), AMINA, reply)))
    finally:
        stage.credentials.pop(ACCOUNT)
        stage.forget_accounts()
    assert shown["buttons"] == [{"type": "QUICK_REPLY", "title": "Yes", "id": "yes"}]


def test_while_a_token_is_rotated_the_one_that_works_is_used(stage: TwilioStage) -> None:
    stage.credentials[ACCOUNT] = TwilioCredentials(auth_tokens=(SecretStr("gone"), SecretStr(TOKEN)))
    stage.forget_accounts()
    try:
        assert send(stage)
        stage.credentials[ACCOUNT] = TwilioCredentials(auth_tokens=(SecretStr("gone"),))
        stage.forget_accounts()
        with pytest.raises(NeighbourFailed) as failed:
            send(stage)
    finally:
        stage.credentials.pop(ACCOUNT)
        stage.forget_accounts()
    assert (failed.value.code, failed.value.retryable) == ("20003", False)


def test_a_customers_photo_is_fetched_and_the_token_stays_at_twilio(stage: TwilioStage) -> None:
    """The emulator's storage refuses whoever shows it credentials."""
    photo = picture("teal")
    assert media_of(stage, her_photo(stage, photo)) == photo


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://localhost/x",
        "http://127.0.0.1:1/x",
        "file:///etc/passwd",
        "https://api.twilio.com.evil.example/2010-04-01/Accounts/x",
        "https://evil.example/2010-04-01/Accounts/x",
        "http://[::1]/",
        "http://[",
        "//x",
        "",
        "gopher://x",
    ],
)
def test_no_other_host_is_asked_for_media(stage: TwilioStage, url: str) -> None:
    """Row 30: nothing is fetched, whatever address a form names."""
    with pytest.raises(NeighbourFailed, match="foreign-host") as failed:
        media_of(stage, url)
    assert not failed.value.retryable
    assert not [call for call in stage.emulator.calls() if "Media" in call.path]


def test_the_media_of_another_account_are_not_asked_for(stage: TwilioStage) -> None:
    theirs = her_photo(stage).replace(SID, "AC" + "2" * 32)
    for url in (theirs, f"{stage.emulator.url}/v1/Content", her_photo(stage).replace(SID, SID + "/../x")):
        with pytest.raises(NeighbourFailed):
            media_of(stage, url)


@pytest.mark.parametrize(
    ("redirect", "why"),
    [
        ("http://169.254.169.254/latest/meta-data/", "foreign-host"),
        ("http://media.twiliocdn.com/x", "foreign-host"),
        ("https://media.twiliocdn.com:8443/x", "foreign-host"),
        ("https://user@media.twiliocdn.com/x", "foreign-host"),
        ("https://twiliocdn.com.evil.example/x", "foreign-host"),
        ("file:///etc/passwd", "foreign-host"),
        ("https://private.twiliocdn.com/x", "private-address"),
        ("https://mixed.twiliocdn.com/x", "private-address"),
        ("https://link-local.twiliocdn.com/x", "private-address"),
        ("https://unknown.twiliocdn.com/x", "unreachable"),
    ],
)
def test_a_redirect_leads_to_twilios_public_storage_or_nowhere(
    stage: TwilioStage, redirect: str, why: str
) -> None:
    """A name that leads to a private address is not followed, whatever else it leads to (DNS rebinding)."""
    names = {
        "private.twiliocdn.com": ["10.0.0.1"],
        "mixed.twiliocdn.com": ["93.184.216.34", "127.0.0.1"],
        "link-local.twiliocdn.com": ["169.254.169.254", "fe80::1"],
    }
    with httpx.Client(trust_env=False, timeout=5) as http:
        door = MediaDoor(http, MediaRules(stage.emulator.url), _resolver(names))
        with pytest.raises(NeighbourFailed, match=why):
            door.fetch(her_photo(stage, redirect=redirect), httpx.BasicAuth(SID, TOKEN), SID)


def _resolver(names: dict[str, list[str]]) -> Callable[[str], list[str]]:
    def resolve(host: str) -> list[str]:
        if host not in names:
            raise OSError(host)
        return names[host]

    return resolve


def test_storage_is_asked_at_the_address_that_was_looked_up_and_without_our_token(stage: TwilioStage) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if request.url.host == "api.twilio.com":
            return httpx.Response(307, headers={"Location": "https://s3.amazonaws.com/media?sig=1"})
        return httpx.Response(200, content=b"photo", headers={"Content-Type": "image/png"})

    with httpx.Client(transport=httpx.MockTransport(answer)) as http:
        door = MediaDoor(http, MediaRules("https://api.twilio.com"), lambda _: ["93.184.216.34"])
        url = f"https://api.twilio.com/2010-04-01/Accounts/{SID}/Messages/MM1/Media/ME1"
        assert door.fetch(url, httpx.BasicAuth(SID, TOKEN), SID) == b"photo"

    assert [str(request.url.host) for request in seen] == ["api.twilio.com", "93.184.216.34"]
    assert ["authorization" in request.headers for request in seen] == [True, False]
    assert seen[1].headers["host"] == "s3.amazonaws.com"
    assert seen[1].extensions["sni_hostname"] == "s3.amazonaws.com"


def test_a_redirect_that_never_ends_is_left(stage: TwilioStage) -> None:
    with httpx.Client(transport=httpx.MockTransport(_around)) as http:
        door = MediaDoor(http, MediaRules("https://api.twilio.com"), lambda _: ["93.184.216.34"])
        with pytest.raises(NeighbourFailed, match="too-many-redirects"):
            door.fetch(f"https://api.twilio.com/2010-04-01/Accounts/{SID}/x", httpx.BasicAuth(SID, "t"), SID)


def _around(_: httpx.Request) -> httpx.Response:
    return httpx.Response(302, headers={"Location": "https://a.twiliocdn.com/again"})


@pytest.mark.parametrize("kind", ["text/html", "image/svg+xml", "application/pdf", "video/mp4"])
def test_what_is_no_picture_is_not_taken_for_one(stage: TwilioStage, kind: str) -> None:
    with pytest.raises(NeighbourFailed, match="wrong-type"):
        media_of(stage, her_photo(stage, b"<svg/>", kind=kind))


def test_a_photo_larger_than_allowed_is_not_read_to_its_end(stage: TwilioStage) -> None:
    with httpx.Client(trust_env=False) as http:
        door = MediaDoor(http, MediaRules(stage.emulator.url, largest=10_000))
        with pytest.raises(NeighbourFailed, match="too-large"):
            door.fetch(her_photo(stage, b"x" * 50_000), httpx.BasicAuth(SID, TOKEN), SID)


def test_a_photo_that_is_gone_is_not_asked_for_again(stage: TwilioStage) -> None:
    with pytest.raises(NeighbourFailed, match="media-gone") as failed:
        media_of(stage, her_photo(stage)[:-3] + "xxx")
    assert not failed.value.retryable


def test_typing_marks_the_message_read(stage: TwilioStage) -> None:
    message = stage.writes("amina", "are you there?")
    stage.twilio.show_typing(AMINA, f"{message}/2")
    assert stage.emulator.control.get("/_control/typing").json()[-1] == "amina"
    stage.twilio.show_typing(AMINA, "SMnobody")
    stage.twilio.show_typing(Recipient("AC:+254", None, "+254712345601", Channel.TWILIO), message)


def test_twilios_own_client_drives_the_emulator(stage: TwilioStage) -> None:
    """The emulator answers as code expects that Twilio wrote."""
    theirs = twilios_own(stage)
    made = theirs.messages.create(
        to="whatsapp:+254712345601", from_=f"whatsapp:{NUMBER}", body="by their client"
    )
    read = theirs.messages(made.sid).fetch()

    assert (read.body, read.direction, read.account_sid) == ("by their client", "outbound-api", SID)
    assert sent(stage, made.sid)["text"] == "by their client"
    with pytest.raises(Exception, match="Invalid 'To'"):
        theirs.messages.create(to="whatsapp:nobody", from_=f"whatsapp:{NUMBER}", body="x")
    with pytest.raises(Exception, match="1600 character"):
        theirs.messages.create(to="whatsapp:+254712345601", from_=f"whatsapp:{NUMBER}", body="x" * 1601)
    with pytest.raises(Exception, match="Authenticate"):
        twilios_own(stage, "wrong").messages(made.sid).fetch()
