"""What the application may expect of every Messenger, held against Meta's wire format over HTTP."""

import io
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
from PIL import Image

from application.inbound import DeliveryState, Inbound
from application.ports import MediaRef, Messenger, NeighbourFailed, NeighbourUnsure, Outgoing, Recipient
from domain.conversation.events import MessageKind
from domain.conversation.reply import Button, Picture, Reply, Row
from domain.identity import ProductId
from interfaces.whatsapp.access import Access
from interfaces.whatsapp.client import CloudApi, CloudApiSettings
from tests.support.sandbox import Stage, eventually

ACCOUNT = "1063"


@pytest.fixture
def messenger(stage: Stage) -> Messenger:
    return stage.messenger


def picture(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (200, 300), colour).save(out, "JPEG")
    return out.getvalue()


def heard_from(stage: Stage, person: str, words: str) -> Inbound:
    """What our side hears when a person writes these words."""
    stage.people.post(f"/phones/{person}/chats/{ACCOUNT}/text", json={"text": words}).raise_for_status()
    eventually(lambda: any(message.text == words for message in stage.heard.messages), "the message")
    return next(message for message in stage.heard.messages if message.text == words)


def recipient_of(message: Inbound) -> Recipient:
    return Recipient(message.account, message.sender.bsuid, message.sender.phone)


def send(messenger: Messenger, to: Recipient, reply: Reply, *pictures: bytes) -> str:
    return messenger.send(Outgoing(uuid4(), to, reply, pictures))


def bubble(stage: Stage, person: str, identity: str) -> dict[str, object]:
    chat = stage.people.get(f"/phones/{person}/chats/{ACCOUNT}").json()
    return next(one for one in chat["bubbles"] if one["id"] == identity)


@pytest.mark.parametrize("person", ["amina", "zawadi"])
def test_a_reply_reaches_who_wrote_with_a_phone_number_or_without(
    stage: Stage, messenger: Messenger, person: str
) -> None:
    message = heard_from(stage, person, f"Habari from {person}")

    identity = send(messenger, recipient_of(message), Reply(text="Karibu *sana* 😀"))

    assert (message.sender.phone is None) == (person == "zawadi")
    assert bubble(stage, person, identity)["text"] == "Karibu *sana* 😀"


def test_the_statuses_of_a_reply_come_back_under_its_own_id(stage: Stage, messenger: Messenger) -> None:
    to = recipient_of(heard_from(stage, "zawadi", "statuses?"))
    reply_id = uuid4()

    messenger.send(Outgoing(reply_id, to, Reply(text="Here they come")))
    eventually(
        lambda: len([s for s in stage.heard.statuses if s.reply == reply_id]) == 2, "sent and delivered"
    )
    stage.people.post(f"/phones/zawadi/chats/{ACCOUNT}/read").raise_for_status()
    eventually(lambda: len([s for s in stage.heard.statuses if s.reply == reply_id]) == 3, "read")

    mine = [status for status in stage.heard.statuses if status.reply == reply_id]
    assert {status.state for status in mine} == {
        DeliveryState.SENT,
        DeliveryState.DELIVERED,
        DeliveryState.READ,
    }
    assert {status.sender.key for status in mine} == {to.bsuid}
    assert [status.category for status in mine if status.state is DeliveryState.SENT] == ["service"]


def test_buttons_with_pictures_arrive_as_one_message_and_a_tap_comes_back(
    stage: Stage, messenger: Messenger
) -> None:
    to = recipient_of(heard_from(stage, "amina", "buttons?"))
    names = tuple(Picture(product=ProductId(uuid4()), name=str(n), caption=f"KSh {n}") for n in (1, 2, 3))
    reply = Reply(
        text="Which?", pictures=names, buttons=(Button(id="a", title="One"), Button(id="b", title="Two"))
    )

    identity = send(messenger, to, reply, picture("red"), picture("green"), picture("blue"))
    shown = bubble(stage, "amina", identity)
    tapped = stage.people.post(
        f"/phones/amina/chats/{ACCOUNT}/choice", json={"message": identity, "choice": "b"}
    )
    eventually(lambda: any(m.replies_to == identity for m in stage.heard.messages), "the tap")

    tap = next(m for m in stage.heard.messages if m.replies_to == identity)
    assert tapped.status_code == 200
    assert (tap.kind, tap.choice, tap.text) == (MessageKind.CHOICE, "b", "Two")
    sheet = stage.people.get(str(shown["picture"]).removeprefix("/sandbox/api")).content
    with Image.open(io.BytesIO(sheet)) as opened:
        assert opened.width == 900


def test_a_row_of_a_list_comes_back_as_a_choice(stage: Stage, messenger: Messenger) -> None:
    to = recipient_of(heard_from(stage, "amina", "list?"))
    rows = (Row(id="s", title="Small", description="2 left"), Row(id="m", title="Medium"))

    identity = send(messenger, to, Reply(text="Size?", rows=rows, rows_title="Sizes"))
    stage.people.post(f"/phones/amina/chats/{ACCOUNT}/choice", json={"message": identity, "choice": "m"})
    eventually(lambda: any(m.replies_to == identity for m in stage.heard.messages), "the choice")

    assert next(m for m in stage.heard.messages if m.replies_to == identity).choice == "m"


def test_questions_for_place_and_number_are_answered(stage: Stage, messenger: Messenger) -> None:
    to = recipient_of(heard_from(stage, "zawadi", "questions?"))

    where = send(messenger, to, Reply(text="Where to?", asks_location=True))
    number = send(messenger, to, Reply(text="Which number?", asks_contact=True))
    pin = {"latitude": -1.29, "longitude": 36.78, "name": "Yaya"}
    stage.people.post(f"/phones/zawadi/chats/{ACCOUNT}/location", json=pin).raise_for_status()
    stage.people.post(f"/phones/zawadi/chats/{ACCOUNT}/contact").raise_for_status()

    assert bubble(stage, "zawadi", where)["asks_location"]
    assert bubble(stage, "zawadi", number)["asks_contact"]
    eventually(lambda: any(m.place is not None for m in stage.heard.messages), "the place")
    eventually(lambda: any(m.contact_phone == "+254110345603" for m in stage.heard.messages), "the number")


def test_a_customers_photo_is_fetched_byte_by_byte(stage: Stage, messenger: Messenger) -> None:
    photo = picture("orange")
    files = [
        ("files", ("one.jpg", photo, "image/jpeg")),
        ("files", ("two.jpg", picture("teal"), "image/jpeg")),
    ]
    stage.people.post(f"/phones/brian/chats/{ACCOUNT}/photos", files=files, data={"caption": "Hii?"})
    eventually(lambda: len([m for m in stage.heard.messages if m.media]) >= 2, "the album")

    album = sorted((m for m in stage.heard.messages if m.media), key=lambda m: m.text is None)
    assert [message.text for message in album] == ["Hii?", None]
    assert album[0].media is not None
    assert messenger.fetch_media(album[0].media) == photo


def test_a_photo_of_another_shops_customer_is_not_to_be_had(stage: Stage, messenger: Messenger) -> None:
    kept = stage.sandbox.chats.keep_media("1064", "image/jpeg", picture())

    with pytest.raises(NeighbourFailed) as failed:
        messenger.fetch_media(MediaRef(ACCOUNT, kept.id, "image/jpeg"))
    assert not failed.value.retryable


def test_a_photo_with_other_bytes_than_announced_is_refused(stage: Stage, messenger: Messenger) -> None:
    kept = stage.sandbox.chats.keep_media(ACCOUNT, "image/jpeg", picture())

    with pytest.raises(NeighbourFailed, match="wrong-hash"):
        messenger.fetch_media(MediaRef(ACCOUNT, kept.id, "image/jpeg", "c29tZXRoaW5nIGVsc2U="))


def test_a_photo_larger_than_allowed_is_not_read_to_its_end(stage: Stage) -> None:
    kept = stage.sandbox.chats.keep_media(ACCOUNT, "image/jpeg", b"\xff\xd8\xff" + b"x" * 50_000)
    settings = CloudApiSettings(base_url=f"{stage.url}/sandbox/graph", largest_media=10_000)
    small = CloudApi(settings, lambda _: Access(stage.sandbox.settings.access_token))

    with pytest.raises(NeighbourFailed, match="too-large"):
        small.fetch_media(MediaRef(ACCOUNT, kept.id, "image/jpeg"))
    small.close()


def test_our_token_is_never_sent_to_a_foreign_host(stage: Stage) -> None:
    """The address of a picture comes from outside; a token that follows it anywhere is a token given away."""
    kept = stage.sandbox.chats.keep_media(ACCOUNT, "image/jpeg", picture())
    object.__setattr__(stage.sandbox.settings, "own_url", "http://169.254.169.254")
    try:
        with pytest.raises(NeighbourFailed, match="foreign-host"):
            stage.messenger.fetch_media(MediaRef(ACCOUNT, kept.id, "image/jpeg"))
    finally:
        object.__setattr__(stage.sandbox.settings, "own_url", stage.url)


def test_typing_shows_on_the_phone_until_the_reply_and_marks_the_message_read(
    stage: Stage, messenger: Messenger
) -> None:
    message = heard_from(stage, "grace", "are you there?")

    messenger.show_typing(message.came_from, message.provider_id)
    typing = stage.people.get(f"/phones/grace/chats/{ACCOUNT}").json()
    send(messenger, recipient_of(message), Reply(text="Yes"))
    after = stage.people.get(f"/phones/grace/chats/{ACCOUNT}").json()

    assert (typing["typing"], typing["bubbles"][-1]["state"]) == (True, "read")
    assert not after["typing"]


def test_typing_that_fails_is_silent(messenger: Messenger) -> None:
    messenger.show_typing(Recipient(ACCOUNT, None, None), "wamid.of nobody")
    messenger.show_typing(Recipient("no such account", None, None), "wamid.x")


def test_outside_24_hours_a_send_is_refused_for_good(messenger: Messenger) -> None:
    with pytest.raises(NeighbourFailed) as failed:
        send(messenger, Recipient("1064", None, "+254703345604"), Reply(text="Hello again"))

    assert (failed.value.code, failed.value.retryable) == ("131047", False)
    assert not isinstance(failed.value, NeighbourUnsure)


def test_a_send_to_nobody_is_refused_before_it_leaves(messenger: Messenger) -> None:
    with pytest.raises(NeighbourFailed, match="no-recipient"):
        send(messenger, Recipient(ACCOUNT, None, None), Reply(text="Anybody?"))


def test_a_number_without_whatsapp_is_accepted_and_then_fails(stage: Stage, messenger: Messenger) -> None:
    reply_id = uuid4()

    messenger.send(Outgoing(reply_id, Recipient(ACCOUNT, None, "+254799999999"), Reply(text="Hi")))
    eventually(lambda: any(s.reply == reply_id for s in stage.heard.statuses), "the failure")

    [status] = [s for s in stage.heard.statuses if s.reply == reply_id]
    assert (status.state, status.code) == (DeliveryState.FAILED, "131026")


def test_a_wrong_access_token_is_refused_for_good(stage: Stage) -> None:
    stranger = CloudApi(CloudApiSettings(base_url=f"{stage.url}/sandbox/graph"), lambda _: Access("wrong"))

    with pytest.raises(NeighbourFailed) as failed:
        send(stranger, Recipient(ACCOUNT, None, "+254712345601"), Reply(text="Hi"))
    assert (failed.value.code, failed.value.retryable) == ("190", False)
    stranger.close()


def test_a_neighbour_that_is_not_there_may_be_asked_again() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nowhere = CloudApi(
            CloudApiSettings(base_url=f"http://127.0.0.1:{closed.getsockname()[1]}"), lambda _: Access("t")
        )

        with pytest.raises(NeighbourFailed) as failed:
            send(nowhere, Recipient(ACCOUNT, None, "+254712345601"), Reply(text="Hi"))
    assert failed.value.retryable
    assert not isinstance(failed.value, NeighbourUnsure)
    nowhere.close()


@contextmanager
def hanging_up() -> Iterator[str]:
    """A server that reads a request and hangs up without an answer."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()

        def hang_up() -> None:
            connection, _ = listener.accept()
            connection.recv(65_536)
            connection.close()

        thread = threading.Thread(target=hang_up, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread.join(5)


def test_a_lost_answer_to_a_send_leaves_it_open() -> None:
    with hanging_up() as url:
        cut_off = CloudApi(CloudApiSettings(base_url=url), lambda _: Access("t"))

        with pytest.raises(NeighbourUnsure):
            send(cut_off, Recipient(ACCOUNT, None, "+254712345601"), Reply(text="Hi"))
        cut_off.close()


def test_a_lost_answer_to_an_upload_shows_nobody_anything_and_may_be_tried_again() -> None:
    one = (Picture(product=ProductId(uuid4()), name="x"),)
    with hanging_up() as url:
        cut_off = CloudApi(CloudApiSettings(base_url=url), lambda _: Access("t"))

        with pytest.raises(NeighbourFailed) as failed:
            send(
                cut_off, Recipient(ACCOUNT, None, "+254712345601"), Reply(text="Hi", pictures=one), picture()
            )
        cut_off.close()
    assert failed.value.retryable
    assert not isinstance(failed.value, NeighbourUnsure)


def test_a_neighbour_on_this_machine_is_reached_past_any_proxy(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    proxied = CloudApi(CloudApiSettings(base_url=f"{stage.url}/sandbox/graph"), lambda _: Access("wrong"))

    with pytest.raises(NeighbourFailed, match="190"):
        send(proxied, Recipient(ACCOUNT, None, "+254712345601"), Reply(text="Hi"))
    proxied.close()


def test_the_same_picture_is_uploaded_once_for_a_number(stage: Stage, messenger: Messenger) -> None:
    to = recipient_of(heard_from(stage, "amina", "twice?"))
    one = (Picture(product=ProductId(uuid4()), name="x"),)
    photo = picture("gold")

    ids = [send(messenger, to, Reply(text="Look", pictures=one), photo) for _ in range(2)]

    assert len({bubble(stage, "amina", identity)["picture"] for identity in ids}) == 1
