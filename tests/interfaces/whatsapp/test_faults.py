"""Whether a failed send may be repeated follows from Meta's code, never from the HTTP status."""

import httpx
import pytest

from application.ports import NeighbourUnsure
from interfaces.whatsapp.faults import failure_of, unreachable


def answer(status: int, code: int) -> httpx.Response:
    error = {"message": f"(#{code})", "code": code, "error_data": {"details": "because"}}
    return httpx.Response(status, json={"error": error})


@pytest.mark.parametrize("code", [1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057, 133004])
@pytest.mark.parametrize("status", [400, 500])
def test_a_passing_trouble_may_be_tried_again(code: int, status: int) -> None:
    failed = failure_of(answer(status, code))

    assert (failed.retryable, failed.code, failed.reason) == (True, str(code), "because")
    assert not isinstance(failed, NeighbourUnsure)


@pytest.mark.parametrize(
    "code", [0, 3, 10, 100, 190, 131008, 131009, 131026, 131047, 131049, 131031, 131042, 132001]
)
def test_a_refusal_is_final(code: int) -> None:
    failed = failure_of(answer(400, code))

    assert not failed.retryable
    assert not isinstance(failed, NeighbourUnsure)


@pytest.mark.parametrize("body", [b"", b"<html>Bad Gateway</html>", b'{"error":"x"}', b"[]", b"null"])
def test_a_server_error_without_a_code_leaves_it_open(body: bytes) -> None:
    assert isinstance(failure_of(httpx.Response(502, content=body)), NeighbourUnsure)


def test_a_refusal_without_a_code_is_final_unless_it_says_to_slow_down() -> None:
    assert not failure_of(httpx.Response(403)).retryable
    assert failure_of(httpx.Response(429)).retryable


def test_what_never_left_may_be_tried_again_and_what_may_have_arrived_may_not() -> None:
    assert unreachable(httpx.ConnectError("refused")).retryable
    assert isinstance(unreachable(httpx.ReadTimeout("late")), NeighbourUnsure)
    assert isinstance(unreachable(httpx.RemoteProtocolError("cut")), NeighbourUnsure)
