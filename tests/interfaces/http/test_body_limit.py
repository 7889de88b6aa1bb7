"""A body that is too long is refused before it is kept, whatever it says of its length."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from interfaces.http.body_limit import BodyLimit


@pytest.fixture
def browser() -> TestClient:
    app = FastAPI()
    app.add_middleware(BodyLimit, most=100)

    @app.post("/")
    async def length(request: Request) -> int:
        return len(await request.body())

    return TestClient(app, raise_server_exceptions=False)


def test_a_body_of_bearable_length_is_served(browser: TestClient) -> None:
    assert browser.post("/", content=b"x" * 100).json() == 100


def test_a_body_that_says_it_is_too_long_is_refused(browser: TestClient) -> None:
    answer = browser.post("/", content=b"x" * 101)
    assert (answer.status_code, answer.json()["type"]) == (413, "urn:dukani:too-large")


def test_a_body_that_does_not_say_how_long_it_is_is_read_no_further(browser: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(5):
            yield b"x" * 50

    assert browser.post("/", content=endless()).status_code >= 400
