"""The base of all emulators: a process of its own, and faults that do exactly what they say."""

from collections.abc import Iterator

import httpx
import pytest

from tests.emulators.faults import FaultKind
from tests.emulators.process import Emulator, running


@pytest.fixture(scope="module")
def started() -> Iterator[Emulator]:
    with running("tests.interfaces.emulators.echo", {"who": "echo"}) as emulator:
        yield emulator


@pytest.fixture
def echo(started: Emulator) -> Emulator:
    started.forget()
    return started


def counted(echo: Emulator) -> int:
    return int(echo.control.get("/_control/count").json())


def ask(echo: Emulator, timeout: float = 5.0) -> httpx.Response:
    return httpx.post(f"{echo.url}/count", timeout=timeout, trust_env=False)


def test_an_emulator_runs_in_its_own_process_with_its_settings(echo: Emulator) -> None:
    assert ask(echo).json()["who"] == "echo"
    assert echo.process.poll() is None


def test_an_answer_on_command_does_nothing_and_carries_its_headers(echo: Emulator) -> None:
    before = counted(echo)
    echo.fault(kind=FaultKind.ANSWER, status=429, headers={"Retry-After": "7"}, body='{"error": 1}')

    first, second = ask(echo), ask(echo)

    assert (first.status_code, first.headers["retry-after"], first.json()) == (429, "7", {"error": 1})
    assert (second.status_code, counted(echo)) == (200, before + 1)


@pytest.mark.parametrize(
    ("kind", "is_done"),
    [(FaultKind.RESET, 0), (FaultKind.HANG, 0), (FaultKind.LOST, 1), (FaultKind.CUT, 1)],
)
def test_a_line_that_is_cut_tells_whether_it_was_done(echo: Emulator, kind: FaultKind, is_done: int) -> None:
    before = counted(echo)
    echo.fault(kind=kind, seconds=0.05)

    with pytest.raises(httpx.RemoteProtocolError):
        ask(echo)

    assert counted(echo) == before + is_done


def test_a_late_answer_is_later_than_the_caller_waits(echo: Emulator) -> None:
    before = counted(echo)
    echo.fault(kind=FaultKind.LATE, seconds=1.0)

    with pytest.raises(httpx.ReadTimeout):
        ask(echo, timeout=0.2)

    assert counted(echo) == before + 1


def test_a_fault_waits_for_its_call_and_hits_as_often_as_told(echo: Emulator) -> None:
    echo.fault(kind=FaultKind.ANSWER, status=500, after=1, times=2, path="^/count$", method="POST")

    assert [ask(echo).status_code for _ in range(4)] == [200, 500, 500, 200]
    assert [call.fault for call in echo.calls()] == [None, FaultKind.ANSWER, FaultKind.ANSWER, None]
