"""A prompt is only taken as not sent when Daraja's own envelope says so."""

import httpx
import pytest

from application.ports import PHONE_BUSY, NeighbourUnsure
from interfaces.mpesa.faults import failure_of, unreachable


def answer(status: int, code: str, message: str = "words") -> httpx.Response:
    return httpx.Response(status, json={"requestId": "1", "errorCode": code, "errorMessage": message})


@pytest.mark.parametrize(
    ("code", "message", "retryable"),
    [
        ("400.002.02", "Bad Request - Invalid Amount", False),
        ("404.001.03", "Invalid Access Token", False),
        ("405.001", "Method Not Allowed", False),
        ("500.001.1001", "Merchant does not exist", False),
        ("500.001.1001", "Wrong credentials", False),
        ("500.003.02", "Spike Arrest Violation", True),
        ("500.003.03", "Quota Violation", True),
    ],
)
def test_a_refusal_in_darajas_envelope_means_not_sent(code: str, message: str, retryable: bool) -> None:
    failed = failure_of(answer(500, code, message))

    assert (failed.code, failed.retryable) == (code, retryable)
    assert not isinstance(failed, NeighbourUnsure)


def test_a_phone_that_shows_another_prompt_is_busy_and_worth_another_try() -> None:
    locked = answer(500, "500.001.1001", "Unable to lock subscriber, a transaction is already in process")

    failed = failure_of(locked)

    assert (failed.code, failed.retryable) == (PHONE_BUSY, True)
    assert not isinstance(failed, NeighbourUnsure)


@pytest.mark.parametrize(
    "odd",
    [
        answer(500, "500.003.1001", "Internal Server Error"),
        httpx.Response(504, html="<h1>Gateway Time-out</h1>"),
        httpx.Response(502, content=b""),
        httpx.Response(200, html="<h1>Welcome</h1>"),
        httpx.Response(200, json=[]),
        httpx.Response(403, content=b"blocked"),
    ],
)
def test_anything_else_leaves_it_open(odd: httpx.Response) -> None:
    assert isinstance(failure_of(odd), NeighbourUnsure)


def test_what_never_left_is_not_sent_and_what_may_have_arrived_is_open() -> None:
    assert not isinstance(unreachable(httpx.ConnectTimeout("x")), NeighbourUnsure)
    assert isinstance(unreachable(httpx.ReadTimeout("x")), NeighbourUnsure)
    assert isinstance(unreachable(httpx.ReadError("reset")), NeighbourUnsure)
