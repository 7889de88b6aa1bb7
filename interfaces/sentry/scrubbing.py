"""What of a line of the log may leave the house: names of things, never what they say.

An error quotes what it stumbled over: a text, a number, a key. So nothing is searched for and blotted out; an
event is made anew of the few things that are known to be harmless, and all else stays in the house's own log.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final

TELLING: Final = (
    "cause",
    "kind",
    "key",
    "id",
    "channel",
    "account",
    "items",
    "called",
    "projection",
    "boutique",
    "position",
)
"""Fields that name things by words of ours, ids, or counts."""
MOST_FRAMES: Final = 50

_HOUSE: Final = Path(__file__).parents[2]
_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}", re.ASCII)
_WORD: Final = re.compile(r"[A-Za-z0-9_.:-]{1,60}", re.ASCII)
_DIGITS: Final = re.compile(r"\d{4,}(?=\d{3})")


def event_of(line: Mapping[str, Any]) -> dict[str, Any]:
    """The event of a line: its name, its harmless fields, and where in the code an exception came from."""
    tags = {name: told for name in TELLING if (told := _harmless(line.get(name)))}
    error = _error_in(line.get("exc_info"))
    chain = list(_chain(error)) if error else []
    event: dict[str, Any] = {
        "level": "error",
        "logger": "dukani",
        "logentry": {"message": _harmless(line.get("event")) or "error"},
        "tags": tags,
        "fingerprint": [str(part) for part in cause_of(line)],
    }
    if chain:
        event["exception"] = {"values": [_exception(each) for each in reversed(chain)]}
    return event


def cause_of(line: Mapping[str, Any]) -> tuple[str, ...]:
    """What makes two lines one piece of news: the same event of the same cause from the same place."""
    error = _error_in(line.get("exc_info"))
    place = ""
    if error and error.__traceback__:
        last = list(_frames(error.__traceback__))[-1]
        place = f"{type(error).__name__} in {last['filename']}:{last['lineno']}"
    told = (_harmless(line.get(name)) for name in ("event", "cause", "kind", "channel", "account"))
    return (*told, place)


def _harmless(value: object) -> str:
    """The value if it is an id or a word of ours, long numbers cut to their end; else nothing."""
    pieces = [_piece(piece) for piece in str(value).split("/")] if isinstance(value, str | int) else []
    return "/".join(pieces) if pieces and all(pieces) else ""


def _piece(piece: str) -> str:
    if _ID.fullmatch(piece):
        return piece
    return _DIGITS.sub("…", piece) if _WORD.fullmatch(piece) else ""


def _error_in(told: object) -> BaseException | None:
    if isinstance(told, BaseException):
        return told
    if isinstance(told, tuple):
        return told[1] if isinstance(told[1], BaseException) else None
    return sys.exception() if told else None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _exception(error: BaseException) -> dict[str, Any]:
    """The kind of the exception and its place; never its words."""
    frames = list(_frames(error.__traceback__))[-MOST_FRAMES:]
    kind = type(error)
    return {
        "type": kind.__qualname__,
        "module": kind.__module__,
        "value": "",
        "stacktrace": {"frames": frames},
    }


def _frames(trace: TracebackType | None) -> Iterator[dict[str, Any]]:
    while trace is not None:
        code = trace.tb_frame.f_code
        path = Path(code.co_filename)
        ours = path.is_relative_to(_HOUSE) and "site-packages" not in path.parts
        named = path.relative_to(_HOUSE) if ours else Path(*path.parts[-2:])
        yield {
            "filename": str(named),
            "function": code.co_qualname,
            "lineno": trace.tb_lineno,
            "in_app": ours,
        }
        trace = trace.tb_next
