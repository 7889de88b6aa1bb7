"""What is set aside rings somebody: once for each cause, with its number, and as long as it is news."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from structlog.testing import capture_logs

from domain.channel import Channel
from interfaces.bell import AGAIN_AFTER, Bell
from interfaces.findings import Verdict
from interfaces.http.health import health_router, nothing_set_aside
from interfaces.ingress import check
from interfaces.ingress.delivery import Cause, Rejected
from interfaces.ingress.quarantine import Quarantine
from interfaces.postgres.database import Database, StoreUnavailable
from tests.support.postgres import TestServer

STRAY = Rejected("999", "unknown-account", b"secret words")
BROKEN = Rejected("", "not-a-form", b"more secrets", Channel.TWILIO)


class Watch:
    """A clock that only the test winds."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def empty(postgres: TestServer) -> Iterator[Database]:
    with postgres.fresh(2) as database:
        yield database


def rung(quarantine: Quarantine, *rejected: Rejected) -> list[tuple[str, str, str, int]]:
    """What an operator hears while these are kept."""
    with capture_logs() as told:
        quarantine.keep(rejected)
    assert all(line["event"] == "item-quarantined" for line in told if line["log_level"] == "error")
    return [(line["cause"], line["channel"], line["account"], line["id"]) for line in told]


def test_each_cause_rings_once_in_an_hour_and_tells_the_number_of_its_item(empty: Database) -> None:
    watch = Watch()
    quarantine = Quarantine(empty, Bell(watch))

    assert rung(quarantine, STRAY, STRAY, BROKEN) == [
        ("unknown-account", "whatsapp", "999", 1),
        ("not-a-form", "twilio", "", 3),
    ]
    assert rung(quarantine, STRAY, BROKEN) == []
    watch.seconds = AGAIN_AFTER
    assert rung(quarantine, STRAY) == [("unknown-account", "whatsapp", "999", 6)]
    assert rung(quarantine) == []


def test_doctor_and_health_tell_causes_and_numbers_for_a_day_and_nothing_of_what_was_said(
    empty: Database,
) -> None:
    quarantine, now = Quarantine(empty), datetime.now(UTC)
    app = FastAPI()
    app.include_router(health_router([nothing_set_aside(quarantine.causes)]))
    client = TestClient(app)
    assert check.check(quarantine, now).verdict is Verdict.WORKS
    assert client.get("/readyz").json()["checks"][0]["detail"] == "empty"

    with capture_logs():
        quarantine.keep([BROKEN, STRAY, STRAY])

    found = check.check(quarantine, now)
    assert found.verdict is Verdict.BROKEN
    assert found.says.startswith("2 × unknown-account (whatsapp 999), the last is 3 at ")
    assert found.says.endswith("and 1 causes more")
    assert found.do.startswith("connect this number")
    answer = client.get("/readyz")
    assert answer.status_code == 200, "the house goes on working"
    assert answer.json()["checks"][0]["detail"] == "3 items of 2 causes in a day; see dukani doctor"
    assert "secret" not in repr(found) + answer.text
    assert check.check(quarantine, now + timedelta(days=2)).verdict is Verdict.WORKS


def test_health_answers_also_where_the_quarantine_cannot_be_asked() -> None:
    def away(_: datetime) -> list[Cause]:
        raise StoreUnavailable("away")

    app = FastAPI()
    app.include_router(health_router([nothing_set_aside(away)]))
    assert TestClient(app).get("/readyz").json()["checks"][0]["detail"] == "StoreUnavailable"
