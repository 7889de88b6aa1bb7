"""What Twilio takes for messages, read from its own list over the wire."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from application.ports import NeighbourFailed, Outgoing, Recipient
from application.ports.charges import ChargedMessages
from domain.channel import Channel
from domain.conversation.reply import Reply
from interfaces.twilio.charges import TwilioCharges
from tests.emulators.faults import FaultKind
from tests.support.sandbox import eventually
from tests.support.twilio import ACCOUNT, NUMBER, OTHER_ACCOUNT, TwilioStage, twilios_own

BRIAN = Recipient(ACCOUNT, None, "+254722345602", Channel.TWILIO)
LIST = "Messages.json"


def today() -> date:
    return datetime.now(UTC).date()


@pytest.fixture
def charges(stage: TwilioStage) -> TwilioCharges:
    """Pages of two, so that a few messages are several pages."""
    stage.emulator.forget()
    stage.emulator.command("world", {"priced_after": 180.0})
    return TwilioCharges(stage.emulator.url, stage.accounts, page=2)


def priced(stage: TwilioStage) -> None:
    """The minutes pass after which messages have a price."""
    stage.emulator.command("world", {"priced_after": 0.0})


def test_each_message_of_a_day_counts_both_ways_once_it_has_a_price(
    stage: TwilioStage, charges: TwilioCharges
) -> None:
    before = charges.charged(ACCOUNT, today())
    stage.writes("brian", "Hi")
    sent = [stage.twilio.send(Outgoing(uuid4(), BRIAN, Reply(text=words))) for words in "abc"]
    eventually(lambda: len([b for b in stage.chat("brian") if b["id"] in sent]) == 3, "the bubbles")
    assert charges.charged(ACCOUNT, today()) == before == []

    priced(stage)
    listed = _listed(stage)
    [charge] = charges.charged(ACCOUNT, today())

    assert charge == ChargedMessages("USD", len(listed), 5_000 * len(listed))
    assert len(listed) >= 4
    assert charges.charged(ACCOUNT, date(2026, 1, 1)) == []


def _listed(stage: TwilioStage) -> list[object]:
    """Twilio's own client reads the same list."""
    client, ours = twilios_own(stage), f"whatsapp:{NUMBER}"
    both = [*client.messages.list(from_=ours, page_size=2), *client.messages.list(to=ours, page_size=2)]
    return [message for message in both if message.price]


def test_another_boutiques_messages_are_not_on_the_bill(stage: TwilioStage, charges: TwilioCharges) -> None:
    stage.writes("amina", "Hi")
    priced(stage)
    assert charges.charged(ACCOUNT, today())
    assert charges.charged(OTHER_ACCOUNT, today()) == []


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (401, '{"code": 20003}', "20003"),
        (200, "<html>", "unread"),
        (200, '{"messages": [], "next_page_uri": "https://evil.example/"}', "foreign-page"),
        (200, '{"messages": [{"sid": "SM1", "price": "dear", "price_unit": "USD"}]}', "unread"),
    ],
)
def test_what_is_no_bill_is_refused(
    stage: TwilioStage, charges: TwilioCharges, status: int, body: str, code: str
) -> None:
    stage.emulator.fault(kind=FaultKind.ANSWER, path=LIST, status=status, body=body)
    with pytest.raises(NeighbourFailed) as failed:
        charges.charged(ACCOUNT, today())
    assert failed.value.code == code


def test_a_number_that_nobodys_token_opens_is_not_asked_about(charges: TwilioCharges) -> None:
    with pytest.raises(NeighbourFailed, match="no-account"):
        charges.charged("AC9:+254700000000", today())


def test_twilio_away_is_said(stage: TwilioStage, charges: TwilioCharges) -> None:
    stage.emulator.fault(kind=FaultKind.RESET, path=LIST)
    with pytest.raises(NeighbourFailed):
        charges.charged(ACCOUNT, today())
