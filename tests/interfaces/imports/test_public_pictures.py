"""Pictures are fetched from the web's public part alone, and never more than a picture may weigh."""

from collections.abc import Callable, Sequence

import httpx
import pytest

from application.brain.eye.photo import MAX_BYTES
from application.importing.keeping import PictureNotHad
from interfaces.imports.public_pictures import PublicPictures

PUBLIC = "93.184.215.14"


def fetching(
    answer: Callable[[httpx.Request], httpx.Response], *addresses: str
) -> tuple[PublicPictures, list[httpx.Request]]:
    asked: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return answer(request)

    def resolve(_: str) -> Sequence[str]:
        return addresses or (PUBLIC,)

    return PublicPictures(resolve, httpx.MockTransport(handle)), asked


def refused(fetch: PublicPictures, address: str) -> str:
    with pytest.raises(PictureNotHad) as not_had:
        fetch(address)
    return not_had.value.code


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
        "0.0.0.0", "::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",  # noqa: S104
        "2002:7f00:1::", "64:ff9b::a00:1",
    ],
)  # fmt: skip
def test_no_address_of_this_machine_or_its_network_is_asked(address: str) -> None:
    fetch, asked = fetching(lambda _: httpx.Response(200, content=b"secret"), PUBLIC, address)
    assert refused(fetch, "https://pics.example/a.jpg") == "not-public"
    assert asked == []


@pytest.mark.parametrize(
    "address",
    [
        "http://pics.example/a.jpg", "ftp://pics.example/a", "file:///etc/passwd", "https://u:p@pics.example/a",
        "https://pics.example:8080/a", "https:///a", "https://[bad/a", "gopher://x",
    ],
)  # fmt: skip
def test_only_https_at_its_own_port_is_asked(address: str) -> None:
    fetch, asked = fetching(lambda _: httpx.Response(200))
    assert refused(fetch, address) == "not-public"
    assert asked == []


def test_the_connection_goes_to_the_very_address_that_was_looked_at() -> None:
    fetch, asked = fetching(lambda _: httpx.Response(200, content=b"picture"))
    assert fetch("https://pics.example/a.jpg?size=2#top") == b"picture"
    assert str(asked[0].url) == f"https://{PUBLIC}/a.jpg?size=2"
    assert asked[0].headers["host"] == "pics.example"
    assert asked[0].extensions["sni_hostname"] == "pics.example"


def test_a_redirect_is_looked_at_like_the_first_address() -> None:
    fetch, asked = fetching(lambda _: httpx.Response(302, headers={"location": "http://169.254.169.254/"}))
    assert refused(fetch, "https://pics.example/a.jpg") == "not-public"
    assert len(asked) == 1
    round_and_round, asked = fetching(lambda _: httpx.Response(302, headers={"location": "/again"}))
    assert refused(round_and_round, "https://pics.example/a.jpg") == "not-found"
    assert len(asked) == 4


def test_what_is_too_heavy_is_not_read_to_its_end() -> None:
    fetch, _ = fetching(lambda _: httpx.Response(200, content=b"x" * (MAX_BYTES + 1)))
    assert refused(fetch, "https://pics.example/a.jpg") == "too-heavy"


def test_what_is_not_there_or_away_is_told() -> None:
    def away(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("away")

    assert refused(fetching(lambda _: httpx.Response(404))[0], "https://pics.example/a.jpg") == "not-found"
    assert refused(fetching(away)[0], "https://pics.example/a.jpg") == "away"

    def unknown(_: str) -> Sequence[str]:
        raise OSError("no such name")

    assert refused(PublicPictures(unknown), "https://nowhere.example/") == "away"
