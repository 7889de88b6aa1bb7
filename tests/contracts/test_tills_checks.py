"""The doctor's line about Airtel Money and PayLink: what works, what to do, and no secret."""

from collections.abc import Callable

import pytest
from pydantic import SecretStr

from interfaces.airtel import check as airtel_check
from interfaces.airtel.access import AirtelCredentials
from interfaces.findings import Finding, Verdict
from interfaces.paylink import check as paylink_check
from tests.contracts.tills import HERE, airtel, paylink
from tests.emulators.faults import FaultKind
from tests.support.sandbox import Stage

AWAY = "http://127.0.0.1:9"


def app(secret: str) -> AirtelCredentials:
    return AirtelCredentials(client_id=SecretStr("the app"), client_secret=SecretStr(secret))


def test_airtel_gives_a_token_or_refuses_a_secret() -> None:
    with airtel() as till:
        url = till.emulator.url
        found = [
            airtel_check.check(url, (app("its secret"),)),
            airtel_check.check(url, (app("its secret"), app("another secret"))),
        ]
    assert [each.verdict for each in found] == [Verdict.WORKS, Verdict.BROKEN]
    assert (found[1].says, "secret" in found[1].says) == ("refuses (token-401)", False)


def test_paylink_answers_and_has_its_tool_and_is_told_no_secret(stage: Stage) -> None:
    with paylink(stage) as till:
        address = f"{till.emulator.url}/mcp"
        found = paylink_check.check((address,), HERE)
        till.emulator.fault(kind=FaultKind.ANSWER, path="/mcp", status=502, times=2)
        broken = paylink_check.check((address,), HERE)
        heard = till.emulator.control.get("/_control/heard").json()
    assert (found.verdict, broken.verdict, heard) == (Verdict.WORKS, Verdict.BROKEN, [])


@pytest.mark.parametrize(
    "check", [lambda: airtel_check.check(AWAY, ()), lambda: paylink_check.check((), HERE)]
)
def test_what_no_boutique_has_connected_is_no_fault(check: Callable[[], Finding]) -> None:
    assert check().verdict is Verdict.OFF


def test_one_that_cannot_be_reached_says_so() -> None:
    told = [airtel_check.check(AWAY, (app("s"),)), paylink_check.check((f"{AWAY}/mcp",), HERE)]
    assert [each.verdict for each in told] == [Verdict.BROKEN] * 2
