"""The doctor says of Twilio in one line what works and what to do, and sends nothing to anybody."""

from collections.abc import Sequence

import pytest
from pydantic import SecretStr

from interfaces.findings import Finding, Verdict
from interfaces.twilio.accounts import Installation, TwilioAccounts, TwilioCredentials
from interfaces.twilio.check import check
from tests.support.twilio import ACCOUNT, OTHER_ACCOUNT, SID, TOKEN, TwilioStage


def found(
    stage: TwilioStage, token: str = TOKEN, connected: Sequence[str] = (ACCOUNT,), url: str = ""
) -> Finding:
    shared = TwilioCredentials(auth_tokens=(SecretStr(token),))
    accounts = TwilioAccounts(lambda _: None, lambda _b, _a: None, Installation(SID, shared))
    return check(url or stage.emulator.url, accounts, connected)


def test_an_account_whose_token_opens_it_works(stage: TwilioStage) -> None:
    stage.emulator.forget()
    assert found(stage).verdict is Verdict.WORKS
    assert [call.method for call in stage.emulator.calls()] == ["GET"]


def test_without_a_connected_number_it_is_off(stage: TwilioStage) -> None:
    assert found(stage, connected=()).verdict is Verdict.OFF


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"token": "wrong"}, "does not take the token"),
        ({"connected": (OTHER_ACCOUNT,)}, "no token"),
        ({"url": "http://127.0.0.1:1"}, "cannot be reached"),
    ],
    ids=["another token", "no token", "nobody there"],
)
def test_what_is_wrong_is_said_with_what_to_do(stage: TwilioStage, told: dict[str, str], words: str) -> None:
    finding = found(stage, **told)
    assert finding.verdict is Verdict.BROKEN
    assert words in finding.says
    assert finding.do
    assert TOKEN not in finding.says


def test_a_suspended_account_is_broken_and_sends_nothing(stage: TwilioStage) -> None:
    stage.emulator.command("world", {"suspended": [SID]})
    try:
        assert "suspended" in found(stage).says
    finally:
        stage.emulator.command("world", {"suspended": []})
