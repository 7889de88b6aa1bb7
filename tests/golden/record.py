"""Writes golden lines for facts that have none yet. It only ever adds: `python -m tests.golden.record`.

A topic without a file gets one line with every field said and, where fields may be left out, one without
them. A field that no line says yet gets a new full line after the old ones.
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin
from uuid import NAMESPACE_OID, UUID, uuid5

from pydantic import BaseModel

from domain.fact import Fact, topics

KINDS = tuple(
    sorted(place.parent.name for place in (Path(__file__).parents[2] / "domain").glob("*/events.py"))
)
FACTS = Path(__file__).parent / "facts"
WORDS = {"currency": "KES", "value": "12", "receipt": "SGR7X1Y2Z3", "shortcode": "600999"}
NUMBERS = {"cents": 250_000, "bust": 92, "waist": 75, "hip": 100, "change": -1}


def released_topics() -> dict[str, type[Fact]]:
    """Every topic that the domain can write."""
    for kind in KINDS:
        import_module(f"domain.{kind}.events")
    return {topic: fact for topic, fact in sorted(topics().items()) if fact.__module__.startswith("domain.")}


def lines_of(topic: str) -> list[str]:
    """The golden lines of a topic, oldest first; none when it has no file."""
    path = FACTS / f"{topic}.jsonl"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def new_lines(topic: str, fact: type[Fact]) -> Iterator[str]:
    """The lines that a topic still lacks."""
    said = {field for line in lines_of(topic) for field in json.loads(line)}
    if lines_of(topic) and said == set(fact.model_fields):
        return
    yield _line(fact, every_field=True)
    if not said and any(not field.is_required() for field in fact.model_fields.values()):
        yield _line(fact, every_field=False)


def record() -> int:
    """Adds what is lacking, and says how many lines that was."""
    added = 0
    FACTS.mkdir(exist_ok=True)
    for topic, fact in released_topics().items():
        lines = list(new_lines(topic, fact))
        if lines:
            with (FACTS / f"{topic}.jsonl").open("a", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in lines)
        added += len(lines)
    return added


def _line(fact: type[Fact], *, every_field: bool) -> str:
    return _model(fact, every_field=every_field).model_dump_json(exclude_unset=True)


def _model(model: type[BaseModel], *, every_field: bool) -> BaseModel:
    values = {
        name: _value(field.annotation, name)
        for name, field in model.model_fields.items()
        if every_field or field.is_required()
    }
    return model.model_validate(values)


def _value(annotation: Any, name: str) -> Any:
    """A value of this type that a reader can tell apart by the name of its field."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _value(next(kind for kind in arguments if kind is not NoneType), name)
    if origin is tuple:
        kinds = arguments[:1] if arguments[-1] is Ellipsis else arguments
        return tuple(_value(kind, name) for kind in kinds)
    while hasattr(annotation, "__supertype__"):
        annotation = annotation.__supertype__
    return _plain(annotation, name)


def _plain(kind: type, name: str) -> Any:
    if issubclass(kind, BaseModel):
        return _model(kind, every_field=True)
    if issubclass(kind, Enum):
        return next(iter(kind))
    values = {
        UUID: uuid5(NAMESPACE_OID, name),
        datetime: datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
        date: date(2026, 11, 1),
        bool: True,
        int: NUMBERS.get(name, 1),
        float: 0.75,
        str: WORDS.get(name, name.replace("_", " ")),
    }
    return values[kind]


if __name__ == "__main__":
    sys.stdout.write(f"{record()} lines added\n")
