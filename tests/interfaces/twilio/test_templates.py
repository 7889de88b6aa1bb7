"""Twilio's list of contents: what is offered of it, and to whom."""

from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from application.ports import NeighbourFailed, Recipient
from domain.channel import Channel
from interfaces.twilio.accounts import TwilioCredentials
from tests.emulators.faults import FaultKind
from tests.support.twilio import ACCOUNT, OTHER_ACCOUNT, TOKEN, TwilioStage, content_at, twilios_own

SENDER = Recipient(ACCOUNT, None, None, Channel.TWILIO)
QUICK = {"twilio/quick-reply": {"body": "Come back, {{1}}", "actions": [{"title": "Yes", "id": "yes"}]}}
NAMED = {"twilio/quick-reply": {"body": "Come back", "actions": [{"title": "Yes", "id": "{{1}}"}]}}
PICTURE = {"twilio/media": {"body": "Look", "media": ["https://x.example/{{1}}"]}}


@pytest.fixture(scope="module")
def contents(stage: TwilioStage) -> dict[str, str]:
    """What the account has, in every state."""
    at = stage.emulator
    return {
        "ready": content_at(at, "Hi {{1}}, {{2}} is ready", "ready", variables={"1": "Amina", "2": "DK-7"}),
        "tapped": content_at(at, "", "tapped", category="MARKETING", types=QUICK, language="sw"),
        "pending": content_at(at, "Not yet", "pending", state="pending"),
        "rejected": content_at(at, "Never", "rejected", state="rejected"),
        "a code": content_at(at, "{{1}}", "a code", category="AUTHENTICATION"),
        "buttons of its own": content_at(at, "", "own", types=NAMED),
        "a picture": content_at(at, "", "picture", types=PICTURE),
    }


@pytest.fixture
def own_account(stage: TwilioStage) -> Iterator[None]:
    """The boutique's own token, instead of the installation's."""
    stage.credentials[ACCOUNT] = TwilioCredentials(auth_tokens=(SecretStr(TOKEN),))
    stage.forget_accounts()
    yield
    stage.credentials.pop(ACCOUNT)
    stage.forget_accounts()


@pytest.mark.usefixtures("own_account")
def test_of_all_contents_only_what_is_approved_and_needs_words_alone_is_offered(
    stage: TwilioStage, contents: dict[str, str]
) -> None:
    mine = {each.key: each for each in stage.twilio.approved(SENDER) if each.key in contents.values()}
    assert list(mine) == [contents["ready"], contents["tapped"]]
    ready, tapped = mine.values()
    assert (ready.name, ready.category, ready.gaps) == ("ready", "utility", ("1", "2"))
    assert (tapped.language, tapped.category, tapped.body) == ("sw", "marketing", "Come back, {{1}}")
    assert dict(ready.examples) == {"1": "Amina", "2": "DK-7"}


def test_in_a_shared_account_no_boutique_sees_the_texts_of_another(
    stage: TwilioStage, contents: dict[str, str]
) -> None:
    assert stage.twilio.approved(SENDER) == []
    assert stage.twilio.approved(Recipient(OTHER_ACCOUNT, None, None, Channel.TWILIO)) == []


def test_twilios_own_client_reads_the_same_list(stage: TwilioStage, contents: dict[str, str]) -> None:
    listed = twilios_own(stage).content.v1.content_and_approvals.list(page_size=2)
    states = {each.sid: each.approval_requests["status"] for each in listed}
    assert states[contents["ready"]] == "approved"
    assert states[contents["pending"]] == "pending"


@pytest.mark.usefixtures("own_account", "contents")
@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (401, '{"code": 20003}', "20003"),
        (200, "<html>", "unread"),
        (200, '{"contents": [], "meta": {"next_page_url": "https://evil.example/"}}', "foreign-page"),
    ],
)
def test_what_is_no_list_is_refused(stage: TwilioStage, status: int, body: str, code: str) -> None:
    stage.emulator.forget()
    stage.emulator.fault(kind=FaultKind.ANSWER, path="ContentAndApprovals", status=status, body=body)
    with pytest.raises(NeighbourFailed) as failed:
        stage.twilio.approved(SENDER)
    assert failed.value.code == code


@pytest.mark.usefixtures("own_account", "contents")
def test_twilio_away_is_said(stage: TwilioStage) -> None:
    stage.emulator.forget()
    stage.emulator.fault(kind=FaultKind.RESET, path="ContentAndApprovals")
    with pytest.raises(NeighbourFailed):
        stage.twilio.approved(SENDER)
