"""Errors on their way to Sentry: what is logged as one is reported once for each cause, scrubbed.

The client is ours alone and hooks into nothing: it sends what `scrubbing` made and knows of nothing else, no
request, no local variable, no host's name.
"""

import contextlib
from collections.abc import Iterator, Mapping, MutableMapping
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final, cast

import sentry_sdk
import structlog

from interfaces.bell import Bell
from interfaces.sentry.scrubbing import cause_of, event_of
from interfaces.settings import Settings

if TYPE_CHECKING:
    from sentry_sdk.types import Event

ERRORS: Final = frozenset({"error", "critical", "exception"})
FLUSH_SECONDS: Final = 2.0

Processor = structlog.typing.Processor


class Reporter:
    """Reports to one project. Reporting waits for nobody: a queue that is full drops what is more."""

    def __init__(self, dsn: str, environment: str, bell: Bell | None = None) -> None:
        self._bell = bell or Bell()
        self._client = sentry_sdk.Client(
            dsn=dsn,
            environment=environment,
            release=f"dukani@{version('dukani')}",
            server_name="",
            default_integrations=False,
            auto_enabling_integrations=False,
            auto_session_tracking=False,
            send_client_reports=False,
            max_breadcrumbs=0,
            shutdown_timeout=FLUSH_SECONDS,
        )

    def report(self, line: Mapping[str, Any]) -> None:
        """Report a line of the log, unless its cause was news within the hour."""
        if self._bell.rings(cause_of(line)):
            self._client.capture_event(cast("Event", event_of(line)))

    def close(self) -> None:
        """Send what waits, for two seconds at most."""
        self._client.close(FLUSH_SECONDS)


def reporting(reporter: Reporter) -> Processor:
    """The step of the log that reports what is an error, and passes every line on as it was."""

    def step(_: Any, method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        if method in ERRORS:
            reporter.report(line)
        return line

    return step


@contextlib.contextmanager
def reported(settings: Settings) -> Iterator[None]:
    """While this lasts, what this process logs as an error is reported; without a DSN nothing is changed."""
    dsn = settings.sentry_dsn.get_secret_value()
    if not dsn:
        yield
        return
    reporter = Reporter(dsn, "sandbox" if settings.sandbox else "production")
    before = structlog.get_config()["processors"]
    structlog.configure(processors=[reporting(reporter), *before])
    try:
        yield
    finally:
        structlog.configure(processors=before)
        reporter.close()
