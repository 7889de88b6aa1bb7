"""Sentry's ingest, as far as an SDK meets it: envelopes at their own address, by the right key, and no other.

Source: Sentry's developer documentation, "Envelopes" and "Authentication".
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.emulators.taking import Asked, Said, taking

KEY, PROJECT = "0f5e2b1a9c4d4e6f8a7b6c5d4e3f2a1b", "4711"


@dataclass
class Sentry:
    """A project of one's own. `raw` is all that came in, unpacked; `refused` counts what was not accepted."""

    url: str
    events: list[dict[str, Any]] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    @property
    def dsn(self) -> str:
        """What an operator copies from the project's settings."""
        return f"{self.url.replace('://', f'://{KEY}@')}/{PROJECT}"


@contextmanager
def sentry() -> Iterator[Sentry]:
    """Serve the project on loopback."""

    def take(came: Asked) -> Said:
        status, said = _taken(project, came.path, came.headers.get("x-sentry-auth", ""), came.body)
        return Said(status, json.dumps(said).encode())

    with taking(take) as url:
        project = Sentry(url)
        yield project


def _taken(project: Sentry, path: str, auth: str, body: bytes) -> tuple[int, dict[str, Any]]:
    named = dict(re.findall(r"(\w+)=([^,\s]+)", auth.removeprefix("Sentry ")))
    wrong = None
    if path != f"/api/{PROJECT}/envelope/":
        wrong = (404, "no such project or endpoint")
    elif named.get("sentry_key") != KEY or named.get("sentry_version") != "7":
        wrong = (403, "bad or missing authentication")
    if wrong is None:
        try:
            events = list(_events(body))
        except (ValueError, KeyError, IndexError) as broken:
            wrong = (400, f"invalid envelope: {broken}")
    if wrong:
        project.refused.append(wrong[1])
        return wrong[0], {"detail": wrong[1]}
    project.raw.append(body)
    project.events += events
    return 200, {"id": events[0]["event_id"]} if events else {}


def _events(body: bytes) -> Iterator[dict[str, Any]]:
    """The events of an envelope: a line of headers, then for each item a line of headers and its bytes."""
    headers, _, rest = body.partition(b"\n")
    json.loads(headers)
    while rest.strip():
        told, _, rest = rest.partition(b"\n")
        item = json.loads(told)
        length = item["length"]
        payload, rest = rest[:length], rest[length:]
        if len(payload) < length or (not rest.startswith(b"\n") and rest):
            raise ValueError("an item is not as long as it says")
        rest = rest[1:]
        if item["type"] == "event":
            event = json.loads(payload)
            if not re.fullmatch(r"[0-9a-f]{32}", event["event_id"]) or event["level"] not in {
                "error",
                "fatal",
            }:
                raise ValueError("not an event")
            yield event
