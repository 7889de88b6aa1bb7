"""A buzz is readable by the one browser that it is for, and never goes where strangers have no business."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from application.ports import NeighbourFailed, NeighbourUnsure
from application.ports.alerts import Alert, Device, DeviceGone
from domain.identity import PersonId
from interfaces.web_push.key import key_from, public_half
from interfaces.web_push.sender import WebPush
from tests.emulators.push import BrowserMaker, Subscribed, pushing

OURS = key_from(b"a secret of the installation")
NEWS = Alert("chat-1", "Wanjiku", "Do you have it in red? 🧥", "/conversations/1")
CONTACT = "https://shop.example"


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture(scope="module")
def maker() -> Iterator[BrowserMaker]:
    with pushing() as serving:
        yield serving


@pytest.fixture(scope="module")
def pusher() -> Iterator[WebPush]:
    sender = WebPush(OURS, CONTACT, now, loopback=True)
    yield sender
    sender.close()


def device(browser: Subscribed) -> Device:
    return Device(uuid4(), PersonId(uuid4()), browser.endpoint, *browser.keys)


def test_the_browser_reads_it_and_the_service_knows_whose_it_is(maker: BrowserMaker, pusher: WebPush) -> None:
    hers, other = maker.subscribe(public_half(OURS)), maker.subscribe(public_half(OURS))
    pusher.push(device(hers), NEWS)

    (shown,) = hers.shown
    assert shown == {"tag": "chat-1", "title": "Wanjiku", "body": NEWS.body, "place": NEWS.place}
    assert (other.shown, maker.refused) == ([], [])


def test_news_of_the_same_thing_has_one_topic_that_says_nothing(maker: BrowserMaker, pusher: WebPush) -> None:
    hers = maker.subscribe(public_half(OURS))
    for _ in range(2):
        pusher.push(device(hers), NEWS)
    first, second = maker.topics[-2:]
    assert first == second
    assert "chat" not in first


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (404, DeviceGone),
        (410, DeviceGone),
        (413, False),
        (403, False),
        (429, True),
        (503, True),
        (302, False),
    ],
)
def test_what_the_service_says_no_with_is_understood(
    maker: BrowserMaker, pusher: WebPush, status: int, meaning: type[DeviceGone] | bool
) -> None:
    hers = maker.subscribe(public_half(OURS))
    hers.status = status
    with pytest.raises((DeviceGone, NeighbourFailed)) as no:
        pusher.push(device(hers), NEWS)
    if isinstance(no.value, NeighbourFailed):
        assert (no.value.retryable, isinstance(no.value, NeighbourUnsure)) == (meaning, False)
    else:
        assert meaning is DeviceGone
    assert hers.shown == []


def test_another_installation_cannot_buzz_our_browsers(maker: BrowserMaker) -> None:
    theirs = WebPush(key_from(b"another secret"), CONTACT, now, loopback=True)
    with pytest.raises(NeighbourFailed):
        theirs.push(device(maker.subscribe(public_half(OURS))), NEWS)
    assert maker.refused.pop() == "not the application that it subscribed to"
    theirs.close()


def test_a_service_that_is_away_is_tried_again(pusher: WebPush, maker: BrowserMaker) -> None:
    hers = maker.subscribe(public_half(OURS))
    with pytest.raises(NeighbourFailed) as away:
        pusher.push(Device(uuid4(), PersonId(uuid4()), "http://127.0.0.1:9/x", *hers.keys), NEWS)
    assert away.value.retryable


@pytest.mark.parametrize(
    ("endpoint", "found"),
    [
        ("http://127.0.0.1:8000/x", "93.184.216.34"),
        ("http://push.example/x", "93.184.216.34"),
        ("https://push.example/x", "10.0.0.7"),
        ("https://push.example/x", "169.254.169.254"),
        ("https://push.example:8443/x", "93.184.216.34"),
        ("https://user@push.example/x", "93.184.216.34"),
    ],
)
def test_a_public_installation_talks_to_public_addresses_alone(
    maker: BrowserMaker, endpoint: str, found: str
) -> None:
    sender = WebPush(OURS, CONTACT, now, resolve=lambda _: [found])
    hers = maker.subscribe(public_half(OURS))
    with pytest.raises(DeviceGone):
        sender.push(Device(uuid4(), PersonId(uuid4()), endpoint, *hers.keys), NEWS)
    sender.close()


def test_keys_that_are_none_are_given_up(pusher: WebPush) -> None:
    for key, secret in (("AAAA", "AAAA"), ("=", "é"), ("", "")):
        with pytest.raises(DeviceGone):
            pusher.push(Device(uuid4(), PersonId(uuid4()), "https://push.example", key, secret), NEWS)
