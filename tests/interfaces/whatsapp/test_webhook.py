"""The webhook takes what Meta signed, acknowledges it once it is durable, and bears whatever else comes."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from interfaces.ingress.delivery import Delivery, NotStored
from interfaces.whatsapp.signature import sign
from interfaces.whatsapp.webhook import WebhookSettings, whatsapp_webhook
from tests.support.wire import delivery, text_message

SECRET = b"the app's secret"
URL = "/webhooks/whatsapp"
BODY = delivery("1063", text_message("wamid.1", "Habari"))


class Remembering:
    """An ingress that remembers what it accepted, or is down."""

    def __init__(self, *, down: bool = False) -> None:
        self.accepted: list[Delivery] = []
        self._down = down

    async def accept(self, delivered: Delivery) -> None:
        if self._down:
            raise NotStored("down")
        self.accepted.append(delivered)


def call(ingress: Remembering, method: str = "POST", url: str = URL, **request: Any) -> httpx.Response:
    """One request to an app with nothing but the webhook."""
    app = FastAPI()
    settings = WebhookSettings(
        (b"a newer secret", SECRET), "vibecoding", largest_body=100_000, body_timeout=0.2
    )
    app.include_router(whatsapp_webhook(ingress, settings))

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://shop") as client:
            return await client.request(method, url, **request)

    return asyncio.run(ask())


def post(ingress: Remembering, body: bytes, **headers: str) -> httpx.Response:
    """A signed delivery."""
    return call(ingress, content=body, headers={"X-Hub-Signature-256": sign(SECRET, body), **headers})


def test_a_signed_delivery_is_acknowledged_once_it_is_durable() -> None:
    ingress = Remembering()

    answer = post(ingress, BODY)

    assert (answer.status_code, answer.content) == (200, b"")
    assert [item.provider_id for item in ingress.accepted[0].items] == ["wamid.1"]


def test_a_delivery_that_is_not_durable_is_asked_for_again() -> None:
    assert post(Remembering(down=True), BODY).status_code == 503


@pytest.mark.parametrize(
    "header", [{}, {"X-Hub-Signature-256": "sha256=" + "0" * 64}, {"X-Hub-Signature": "sha1=0"}]
)
def test_what_meta_did_not_sign_is_refused_and_not_kept(header: dict[str, str]) -> None:
    ingress = Remembering()

    assert call(ingress, content=BODY, headers=header).status_code == 401
    assert ingress.accepted == []


def test_a_signature_of_strange_letters_is_refused_without_an_error() -> None:
    headers = [(b"X-Hub-Signature-256", "sha256=é☃".encode())]

    assert call(Remembering(), content=BODY, headers=headers).status_code == 401


def test_two_signatures_are_none() -> None:
    headers = [(b"X-Hub-Signature-256", sign(SECRET, BODY).encode())] * 2

    assert call(Remembering(), content=BODY, headers=headers).status_code == 401


@pytest.mark.parametrize("body", [b"{", b"", b"[" * 50_000, b"\xff\xfe", b'{"entry":NaN}'])
def test_a_signed_body_that_cannot_be_read_is_set_aside_and_acknowledged(body: bytes) -> None:
    ingress = Remembering()

    assert post(ingress, body).status_code == 200
    [piece] = ingress.accepted[0].rejected
    assert (piece.reason, piece.raw) == ("not-json", body)


def test_an_unsigned_body_that_cannot_be_read_is_refused() -> None:
    assert call(Remembering(), content=b"{").status_code == 401


def test_a_body_that_says_it_is_too_long_is_not_read() -> None:
    assert post(Remembering(), b"x" * 100_001).status_code == 413


@pytest.mark.parametrize("length", ["-1", "abc", "1e3"])
def test_a_length_that_is_no_number_is_refused(length: str) -> None:
    async def small() -> AsyncIterator[bytes]:
        yield BODY

    assert call(Remembering(), content=small(), headers={"Content-Length": length}).status_code == 413


def test_a_body_without_a_length_is_read_only_as_far_as_allowed() -> None:
    given: list[int] = []

    async def endless() -> AsyncIterator[bytes]:
        while True:
            given.append(1)
            yield b"x" * 10_000

    assert call(Remembering(), content=endless()).status_code == 413
    assert len(given) <= 12


def test_a_body_that_trickles_is_cut_off() -> None:
    async def trickling() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.Event().wait()

    assert call(Remembering(), content=trickling()).status_code == 408


def test_a_compressed_body_is_refused() -> None:
    body = gzip.compress(BODY)

    assert post(Remembering(), body, **{"Content-Encoding": "gzip"}).status_code == 415


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_no_other_method_is_answered(method: str) -> None:
    assert call(Remembering(), method).status_code == 405


def test_spoofed_proxy_headers_change_nothing() -> None:
    headers = {"X-Forwarded-Host": "evil.example", "X-Forwarded-For": "1.2.3.4", "X-Forwarded-Proto": "ftp"}

    assert post(Remembering(), BODY, **headers).status_code == 200


def test_the_handshake_gives_the_challenge_back_as_plain_text() -> None:
    query = "?hub.mode=subscribe&hub.verify_token=vibecoding&hub.challenge=%3Cscript%3E1"

    answer = call(Remembering(), "GET", URL + query)

    assert (answer.status_code, answer.text) == (200, "<script>1")
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    "query", ["", "?hub.mode=subscribe&hub.verify_token=no&hub.challenge=1", "?hub.verify_token=vibecoding"]
)
def test_the_handshake_fails_for_anybody_else(query: str) -> None:
    assert call(Remembering(), "GET", URL + query).status_code == 403
