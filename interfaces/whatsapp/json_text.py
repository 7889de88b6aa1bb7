"""Reading JSON that strangers wrote: strict in form, harmless in text."""

import json
from collections.abc import Mapping, Sequence
from typing import Never

import orjson

from interfaces.ingress.strangers import clean_text

Json = Mapping[str, "Json"] | Sequence["Json"] | str | int | float | bool | None


class NotJson(ValueError):  # noqa: N818
    """The bytes are no JSON in UTF-8."""


def read_json(body: bytes) -> Json:
    """The value, with every NUL and lone surrogate in its texts replaced by U+FFFD.

    Raises: NotJson, also for NaN, Infinity, other charsets and nesting too deep to be meant.
    """
    try:
        value: Json = orjson.loads(body)
    except orjson.JSONDecodeError:
        return clean(_read_slowly(body))
    return clean(value) if b"\\u0000" in body else value


def clean(value: Json) -> Json:
    """The same value with texts that a database and UTF-8 can hold."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, Mapping):
        return {clean_text(key): clean(inner) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [clean(inner) for inner in value]
    return value


def member(value: Json, key: str) -> Json:
    """A member of an object; None where there is no such object or member."""
    return value.get(key) if isinstance(value, Mapping) else None


def members(value: Json, key: str) -> Sequence[Json]:
    """A list that is a member of an object; empty where there is none."""
    found = member(value, key)
    return found if isinstance(found, Sequence) and not isinstance(found, str) else ()


def text_of(value: Json, key: str) -> str | None:
    """A member that is a text with something in it."""
    found = member(value, key)
    return found if isinstance(found, str) and found else None


def _read_slowly(body: bytes) -> Json:
    try:
        value: Json = json.loads(body.decode("utf-8"), parse_constant=_refuse, parse_int=_number)
    except (ValueError, RecursionError) as unreadable:
        raise NotJson(str(unreadable)) from unreadable
    return value


def _number(digits: str) -> int | float:
    """As the fast reader does: beyond 64 bits only the magnitude counts."""
    return int(digits) if len(digits) < 19 else float(digits)


def _refuse(constant: str) -> Never:
    raise ValueError(f"{constant} is no JSON")
