"""What the application may expect of every Messenger, held against each neighbour's wire format over HTTP."""

import io
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import pytest
from PIL import Image

from application.inbound import DeliveryState, Inbound
from application.ports import Messenger, NeighbourFailed, NeighbourUnsure, Outgoing, Recipient, WindowClosed
from application.ports.templates import Template
from application.template_writing import filled
from domain.conversation.reply import Button, Picture, Reply
from domain.identity import ProductId
from tests.contracts.stands import Shown, Stand, heard_from
from tests.support.sandbox import eventually


def picture(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (200, 300), colour).save(out, "JPEG")
    return out.getvalue()


def send(messenger: Messenger, to: Recipient, reply: Reply, *pictures: bytes) -> str:
    return messenger.send(Outgoing(uuid4(), to, reply, pictures))


def seen(stand: Stand, person: str, identity: str) -> Shown:
    """The message on her phone, once it is there."""
    eventually(lambda: stand.sees(person, identity) is not None, "the bubble")
    shown = stand.sees(person, identity)
    assert shown
    return shown


def to_phone(stand: Stand, phone: str) -> Recipient:
    return Recipient(stand.account, None, phone, stand.channel)


@pytest.mark.parametrize("person", ["amina", "zawadi"])
def test_a_reply_reaches_who_wrote_with_a_phone_number_or_without(stand: Stand, person: str) -> None:
    message = heard_from(stand, person, f"Habari from {person}")

    identity = send(stand.messenger, message.came_from, Reply(text="Karibu *sana* 😀"))

    assert (message.sender.phone is None) == (person == "zawadi")
    assert message.sender.bsuid
    assert (message.channel, message.account) == (stand.channel, stand.account)
    assert seen(stand, person, identity).text == "Karibu *sana* 😀"


@pytest.mark.parametrize("person", ["amina", "zawadi"])
def test_the_statuses_of_a_reply_come_back_under_its_own_id(stand: Stand, person: str) -> None:
    """And in her own lane: for whom a message was, a status tells as her message did."""
    message, reply_id = heard_from(stand, person, f"statuses, {person}?"), uuid4()

    identity = stand.messenger.send(Outgoing(reply_id, message.came_from, Reply(text="Here they come")))
    eventually(
        lambda: len([s for s in stand.heard.statuses if s.reply == reply_id]) == 2, "sent and delivered"
    )
    stand.reads(person, identity)
    eventually(lambda: len([s for s in stand.heard.statuses if s.reply == reply_id]) == 3, "read")

    mine = [status for status in stand.heard.statuses if status.reply == reply_id]
    assert {status.state for status in mine} == {
        DeliveryState.SENT,
        DeliveryState.DELIVERED,
        DeliveryState.READ,
    }
    assert {status.sender.key for status in mine} == {message.sender.key}
    assert {status.about for status in mine} == {identity}


def test_several_pictures_arrive_as_one_message_with_what_can_be_chosen(stand: Stand) -> None:
    to = heard_from(stand, "amina", "buttons?").came_from
    names = tuple(Picture(product=ProductId(uuid4()), name=str(n), caption=f"KSh {n}") for n in (1, 2, 3))
    reply = Reply(
        text="Which?", pictures=names, buttons=(Button(id="a", title="One"), Button(id="b", title="Two"))
    )

    shown = seen(
        stand,
        "amina",
        send(stand.messenger, to, reply, picture("red"), picture("green"), picture("blue")),
    )

    assert shown.picture
    with Image.open(io.BytesIO(shown.picture)) as opened:
        assert opened.width == 900
    assert stand.messenger.capabilities(stand.channel).taps or "1. One\n2. Two" in shown.text


def test_a_customers_photo_is_fetched_byte_by_byte(stand: Stand) -> None:
    photo = picture("orange")
    stand.sends_photos("brian", [photo, picture("teal")], "Hii?")
    eventually(lambda: len(_album_in(stand)) >= 2, "the album")

    album = sorted(_album_in(stand), key=lambda m: m.text is None)
    assert [message.text for message in album] == ["Hii?", None]
    assert album[0].media is not None
    assert stand.messenger.fetch_media(album[0].media) == photo


def _album_in(stand: Stand) -> list[Inbound]:
    return [m for m in stand.heard.messages if m.media and m.text in ("Hii?", None)]


def test_a_photo_of_another_shops_customer_is_not_to_be_had(stand: Stand) -> None:
    with pytest.raises(NeighbourFailed) as failed:
        stand.messenger.fetch_media(stand.photo_of_another_shop())
    assert not failed.value.retryable


def test_a_photo_larger_than_allowed_is_not_read_to_its_end(stand: Stand) -> None:
    stand.sends_photos("amina", [b"\xff\xd8\xff" + b"x" * 50_000], "large")
    eventually(lambda: any(m.text == "large" for m in stand.heard.messages), "the photo")
    media = next(m.media for m in stand.heard.messages if m.text == "large")
    assert media

    with stand.other(largest=10_000) as small, pytest.raises(NeighbourFailed, match="too-large"):
        small.fetch_media(media)


def test_typing_shows_on_the_phone_and_marks_the_message_read(stand: Stand) -> None:
    message = heard_from(stand, "amina", "are you there?")

    stand.messenger.show_typing(message.came_from, message.provider_id)

    assert stand.is_typing_shown("amina")
    assert seen(stand, "amina", message.provider_id).state == "read"


def test_typing_that_fails_is_silent(stand: Stand) -> None:
    nobody = Recipient(stand.account, None, None, stand.channel)
    stand.messenger.show_typing(nobody, "wamid.of nobody")
    stand.messenger.show_typing(Recipient("no such account", None, None, stand.channel), "wamid.x")


def test_outside_24_hours_a_send_fails_for_good_at_once_or_by_its_status(stand: Stand) -> None:
    reply, refused = uuid4(), list[NeighbourFailed]()
    try:
        stand.messenger.send(Outgoing(reply, to_phone(stand, "+254703345604"), Reply(text="Hello again")))
    except NeighbourFailed as failed:
        refused.append(failed)
    eventually(lambda: bool(refused) or any(s.reply == reply for s in stand.heard.statuses), "the failure")

    states = {(s.state, s.code) for s in stand.heard.statuses if s.reply == reply}
    assert [failed.code for failed in refused] == [stand.closed] or states == {
        (DeliveryState.FAILED, stand.closed)
    }
    assert not any(failed.retryable or isinstance(failed, NeighbourUnsure) for failed in refused)
    assert all(isinstance(failed, WindowClosed) for failed in refused)
    assert all(s.window_closed for s in stand.heard.statuses if s.reply == reply)


def test_without_a_template_nothing_goes_to_who_has_been_silent_for_a_day(stand: Stand) -> None:
    to = to_phone(stand, "+254703345604")
    assert not stand.messenger.has_template(to)
    with pytest.raises(WindowClosed, match="no-template"):
        stand.messenger.send(Outgoing(uuid4(), to, Reply(text="Your parcel"), as_template=True))


def test_a_send_to_nobody_is_refused_before_it_leaves(stand: Stand) -> None:
    with pytest.raises(NeighbourFailed, match="no-recipient"):
        send(stand.messenger, Recipient(stand.account, None, None, stand.channel), Reply(text="Anybody?"))


def test_a_number_without_whatsapp_is_accepted_and_then_fails(stand: Stand) -> None:
    reply_id = uuid4()

    stand.messenger.send(Outgoing(reply_id, to_phone(stand, "+254799999999"), Reply(text="Hi")))
    eventually(lambda: any(s.reply == reply_id for s in stand.heard.statuses), "the failure")

    [status] = [s for s in stand.heard.statuses if s.reply == reply_id]
    assert (status.state, status.code) == (DeliveryState.FAILED, stand.unknown)


def test_a_wrong_access_token_is_refused_for_good(stand: Stand) -> None:
    with stand.other(token="wrong") as stranger, pytest.raises(NeighbourFailed) as failed:
        send(stranger, to_phone(stand, "+254712345601"), Reply(text="Hi"))
    assert failed.value.code in ("190", "20003")
    assert not failed.value.retryable


def test_a_neighbour_that_is_not_there_may_be_asked_again(stand: Stand) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"

        with stand.other(url=url) as nowhere, pytest.raises(NeighbourFailed) as failed:
            send(nowhere, to_phone(stand, "+254712345601"), Reply(text="Hi"))
    assert failed.value.retryable
    assert not isinstance(failed.value, NeighbourUnsure)


def test_only_approved_templates_are_offered_each_with_its_gaps(stand: Stand) -> None:
    listed = stand.messenger.approved(to_phone(stand, "+254712345601"))
    ready = next(each for each in listed if each.name in ("order_ready", "order_is_ready"))
    assert {each.category for each in listed} == {"utility", "marketing"}
    assert {each.language[:2] for each in listed} == {"en", "sw"}
    assert (ready.gaps[-2:], ready.language) == (("1", "2"), "en")
    assert all(each.body for each in listed)
    assert not {each.name for each in listed} & {
        "late_news",
        "a_code",
        "a_picture",
        "a_page",
        "paused",
        "pending",
    }


def test_a_chosen_template_reaches_who_has_been_silent_for_a_day(stand: Stand) -> None:
    to = to_phone(stand, "+254703345604")
    listed = stand.messenger.approved(to)
    ready = next(each for each in listed if each.name in ("order_ready", "order_is_ready"))
    values = {gap: f"word {place}" for place, gap in enumerate(ready.gaps)}
    reply_id = uuid4()

    stand.messenger.send(Outgoing(reply_id, to, filled(ready, values), as_template=True))

    eventually(lambda: len(_states(stand, reply_id)) >= 2, "the ticks")
    assert _states(stand, reply_id) == {DeliveryState.SENT, DeliveryState.DELIVERED}


def _states(stand: Stand, reply: UUID) -> set[DeliveryState]:
    return {status.state for status in stand.heard.statuses if status.reply == reply}


def test_a_template_that_is_not_approved_is_refused_for_good(stand: Stand) -> None:
    unknown = Template(key="nobody/en", name="nobody", language="en", category="utility", body="Hi")
    message = Outgoing(uuid4(), to_phone(stand, "+254712345601"), filled(unknown, {}), as_template=True)
    with pytest.raises(NeighbourFailed) as failed:
        stand.messenger.send(message)
    assert not failed.value.retryable


def test_a_list_of_templates_is_not_for_strangers(stand: Stand) -> None:
    with stand.other(token="wrong") as stranger, pytest.raises(NeighbourFailed) as failed:
        stranger.approved(to_phone(stand, "+254712345601"))
    assert failed.value.code in ("190", "20003")
    assert not failed.value.retryable


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


def test_a_lost_answer_to_a_send_leaves_it_open(stand: Stand) -> None:
    with hanging_up() as url, stand.other(url=url) as cut_off, pytest.raises(NeighbourUnsure):
        send(cut_off, to_phone(stand, "+254712345601"), Reply(text="Hi"))


def test_a_neighbour_on_this_machine_is_reached_past_any_proxy(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with stand.other(token="wrong") as proxied, pytest.raises(NeighbourFailed, match=r"190|20003"):
        send(proxied, to_phone(stand, "+254712345601"), Reply(text="Hi"))
