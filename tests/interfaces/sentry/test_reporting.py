"""Errors reach Sentry once for each cause, and with them nothing that a customer said or a secret."""

import sys
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import psycopg
import pytest
import structlog

from interfaces.bell import AGAIN_AFTER, Bell
from interfaces.sentry.reporting import Reporter, reported, reporting
from interfaces.sentry.scrubbing import event_of
from interfaces.settings import Settings
from tests.emulators.sentry import KEY, Sentry, sentry

CANARIES = ("+254712345678", "254712345678", "Wanjiku", "Kilimani gate 4", "EAAG-token-of-ours", "sk_live_9")
UNIT = uuid4()


@pytest.fixture
def project() -> Iterator[Sentry]:
    with sentry() as running:
        yield running


def stumbles(words: str) -> None:
    """Falls over a customer's words, in a frame that holds them in its variables."""
    phone = words
    raise ValueError(f"cannot read {phone}")


def logged(project: Sentry, *lines: dict[str, Any], bell: Bell | None = None) -> None:
    """Log these as errors in a process that reports."""
    reporter = Reporter(project.dsn, "production", bell)
    step = reporting(reporter)
    for line in lines:
        assert step(None, "error", line) is line
    reporter.close()


def test_an_error_is_told_with_its_cause_its_ids_and_the_place_in_the_code(project: Sentry) -> None:
    try:
        stumbles("anything")
    except ValueError as fell:
        logged(project, {"event": "work-failed", "kind": "turn", "key": f"{UNIT}/1", "exc_info": fell})

    [event] = project.events
    assert event["logentry"]["message"] == "work-failed"
    assert event["tags"] == {"kind": "turn", "key": f"{UNIT}/1"}
    assert (event["environment"], event["release"]) == ("production", "dukani@0.1.0")
    [error] = event["exception"]["values"]
    assert (error["type"], error["value"]) == ("ValueError", "")
    assert [frame["function"] for frame in error["stacktrace"]["frames"]][-1] == "stumbles"
    assert error["stacktrace"]["frames"][-1]["filename"] == "tests/interfaces/sentry/test_reporting.py"


def test_nothing_that_was_said_and_no_secret_leaves_the_house(project: Sentry) -> None:
    """Wherever in a line, an exception, its causes or its variables it stands."""
    try:
        try:
            stumbles(" ".join(CANARIES))
        except ValueError as first:
            raise psycopg.DataError(f"invalid input: {CANARIES}") from first
    except psycopg.DataError as fell:
        lines: list[dict[str, Any]] = [
            {"event": "work-failed", "exc_info": fell, "text": CANARIES[3], "token": CANARIES[4]},
            *({"event": "x", "cause": words, "key": words, "account": words} for words in CANARIES[:2]),
            {"event": "said " + CANARIES[3], "cause": {"name": CANARIES[2]}, "id": [CANARIES[5]]},
            {"event": "y", "cause": f"AC1:{CANARIES[0]}", "account": f"shop/{CANARIES[3]}"},
        ]
        logged(project, *lines)

    assert len(project.events) == len(lines)
    told = b"".join(project.raw).decode()
    assert [word for word in CANARIES if word in told] == []
    assert "12345" not in told
    assert [each["type"] for each in project.events[0]["exception"]["values"]] == ["ValueError", "DataError"]
    own = {"event_id", "level", "logger", "logentry", "tags", "fingerprint", "exception", "timestamp"}
    own |= {"release", "environment", "sdk", "platform", "server_name"}
    assert {name for event in project.events for name in event} <= own


def test_a_cause_is_reported_once_in_an_hour_and_what_is_no_error_never(project: Sentry) -> None:
    seconds = [0.0]
    line = {"event": "item-quarantined", "cause": "unknown-account", "id": 7}
    reporter = Reporter(project.dsn, "production", Bell(lambda: seconds[0]))
    step = reporting(reporter)
    for method in ("error", "error", "warning", "info"):
        step(None, method, line)
    seconds[0] = AGAIN_AFTER
    step(None, "exception", line | {"id": 8})
    reporter.close()

    assert [event["tags"]["id"] for event in project.events] == ["7", "8"]
    assert project.refused == []


def test_a_process_reports_while_it_runs_and_only_with_a_dsn(project: Sentry) -> None:
    before = structlog.get_config()["processors"]
    structlog.configure(processors=[_drop])
    try:
        with reported(Settings(sandbox=True)):
            assert structlog.get_config()["processors"] == [_drop]
        with reported(Settings(sandbox=True, sentry_dsn=project.dsn)):
            structlog.get_logger().error("disk-full", cause="ENOSPC")
        assert structlog.get_config()["processors"] == [_drop]
    finally:
        structlog.configure(processors=before)
    assert [(event["logentry"]["message"], event["environment"]) for event in project.events] == [
        ("disk-full", "sandbox")
    ]


def _drop(*_: Any) -> Any:
    raise structlog.DropEvent


def test_a_key_that_sentry_does_not_know_costs_nobody_anything(project: Sentry) -> None:
    reporter = Reporter(project.dsn.replace(KEY, "f" * 32), "production")
    reporter.report({"event": "x"})
    reporter.close()
    assert project.events == []
    assert project.refused == ["bad or missing authentication"]


def test_an_exception_in_hand_is_found_however_the_log_names_it() -> None:
    try:
        stumbles("x")
    except ValueError as fell:
        for named in (fell, sys.exc_info(), True):
            assert (
                event_of({"event": "x", "exc_info": named})["exception"]["values"][0]["type"] == "ValueError"
            )
    assert "exception" not in event_of({"event": "x", "exc_info": True})
    assert "exception" not in event_of({"event": "x", "exc_info": (None, None, None)})
    assert event_of({})["logentry"]["message"] == "error"
