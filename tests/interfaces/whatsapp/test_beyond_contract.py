"""What Meta's Cloud API promises beyond the contract: taps, questions, uploads, hashes, its own hosts."""

import io
from collections.abc import Iterator
from uuid import uuid4

import pytest
from PIL import Image

from application.inbound import Inbound
from application.ports import MediaRef, Messenger, NeighbourFailed, NeighbourUnsure, Outgoing, Recipient
from domain.conversation.events import MessageKind
from domain.conversation.reply import Button, Picture, Reply, Row
from domain.identity import ProductId
from interfaces.whatsapp.access import Access
from interfaces.whatsapp.client import CloudApi, CloudApiSettings
from tests.contracts.test_messenger import hanging_up
from tests.support.sandbox import Stage, eventually, staged

ACCOUNT = "1063"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The sandbox over real HTTP, with our production adapters in front of it."""
    with staged(tmp_path_factory.mktemp("sandbox")) as running:
        yield running


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


def test_a_photo_with_other_bytes_than_announced_is_refused(stage: Stage, messenger: Messenger) -> None:
    kept = stage.sandbox.chats.keep_media(ACCOUNT, "image/jpeg", picture())

    with pytest.raises(NeighbourFailed, match="wrong-hash"):
        messenger.fetch_media(MediaRef(ACCOUNT, kept.id, "image/jpeg", "c29tZXRoaW5nIGVsc2U="))


def test_our_token_is_never_sent_to_a_foreign_host(stage: Stage) -> None:
    """The address of a picture comes from outside; a token that follows it anywhere is a token given away."""
    kept = stage.sandbox.chats.keep_media(ACCOUNT, "image/jpeg", picture())
    object.__setattr__(stage.sandbox.settings, "own_url", "http://169.254.169.254")
    try:
        with pytest.raises(NeighbourFailed, match="foreign-host"):
            stage.messenger.fetch_media(MediaRef(ACCOUNT, kept.id, "image/jpeg"))
    finally:
        object.__setattr__(stage.sandbox.settings, "own_url", stage.url)


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


def test_the_same_picture_is_uploaded_once_for_a_number(stage: Stage, messenger: Messenger) -> None:
    to = recipient_of(heard_from(stage, "amina", "twice?"))
    one = (Picture(product=ProductId(uuid4()), name="x"),)
    photo = picture("gold")

    ids = [send(messenger, to, Reply(text="Look", pictures=one), photo) for _ in range(2)]

    assert len({bubble(stage, "amina", identity)["picture"] for identity in ids}) == 1


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
