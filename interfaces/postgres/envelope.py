"""Facts as bytes: the fact and its envelope in one JSON text, read back by one validation.

Old bytes stay readable for ever: what a fact has gained since is filled in by the defaults and validators of
its class.
"""

import importlib
import importlib.util
import pkgutil
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any, cast
from uuid import UUID

from pydantic import TypeAdapter
from typing_extensions import TypedDict

import domain
from domain.fact import Actor, Cause, Fact, Recorded, fact_class


class Envelope(TypedDict):
    """A fact as its bytes hold it. Units: `at` in UTC."""

    at: datetime
    actor: Actor
    command: UUID
    correlation: UUID
    fact: Fact


@cache
def know_all_facts() -> None:
    """Import every `domain/<capability>/events.py`, so that each topic has its class."""
    for module in pkgutil.iter_modules(domain.__path__):
        name = f"domain.{module.name}.events"
        if module.ispkg and importlib.util.find_spec(name) is not None:
            importlib.import_module(name)


def encode(recorded: Recorded[Fact]) -> bytes:
    """The bytes of a fact with its envelope. Raises: ValueError for a time without a zone."""
    if recorded.at.tzinfo is None:
        raise ValueError("the time of a fact must say its zone")
    cause = recorded.cause
    return (
        f'{{"at":"{recorded.at.astimezone(UTC).isoformat()}","actor":"{cause.actor.value}",'
        f'"command":"{cause.command}","correlation":"{cause.correlation}",'
        f'"fact":{recorded.fact.model_dump_json()}}}'
    ).encode()


def decode(stream: str, version: int, topic: str, state: bytes, position: int | None) -> Recorded[Fact]:
    """The fact again.

    Raises: KeyError for an unknown topic, pydantic.ValidationError for unreadable bytes.
    """
    envelope = _reader_of(topic)(state)
    cause = Cause(envelope["actor"], envelope["command"], envelope["correlation"])
    return Recorded(stream, version, envelope["fact"], envelope["at"], cause, position)


@cache
def _reader_of(topic: str) -> Callable[[bytes], Envelope]:
    know_all_facts()
    fields: dict[str, Any] = {**Envelope.__annotations__, "fact": fact_class(topic)}
    shape: Any = cast("Any", TypedDict)("Envelope", fields)
    return cast("Callable[[bytes], Envelope]", TypeAdapter(shape).validator.validate_json)
