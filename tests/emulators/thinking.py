"""What the emulated models think: the offline brain's own thoughts, in the shape that was asked for.

A test may put words into their mouths beforehand: `POST /_control/says` with a `Saying`.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from application.brain.eye.eye import Eye
from application.brain.words.reader import OfflineReader
from application.understanding import Intent, Pending, ReadingContext, Understanding
from domain.conversation.question import Question
from domain.language import Language
from domain.sizes import LETTERS, Size


class Manner(StrEnum):
    """How a model answers that does not do what it should."""

    TEXT = "text"
    """These very words, whatever shape was asked for."""
    CALLS = "calls"
    """It calls this tool, with these arguments."""
    BLOCKED = "blocked"
    MAX_TOKENS = "max-tokens"
    EMPTY = "empty"
    ODD = "odd"
    """It stops for a reason that nobody has heard of."""


class Saying(BaseModel):
    """What a model says instead of thinking, so many times, to a question of this kind."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    manner: Manner
    about: str = ""
    text: str = ""
    tool: str = ""
    arguments: dict[str, Any] = {}
    times: int = 1


class Mind:
    """Thinks, or says what it was told to say. `asked` are the data that it was asked about."""

    def __init__(self) -> None:
        self.sayings: list[Saying] = []
        self.asked: list[dict[str, Any]] = []

    @property
    def control(self) -> APIRouter:
        """The routes by which a test commands it."""
        router = APIRouter(prefix="/_control")

        @router.post("/says", status_code=204)
        async def says(saying: Saying) -> None:
            self.sayings.append(saying)

        @router.post("/asked")
        async def asked() -> list[dict[str, Any]]:
            return self.asked

        @router.post("/think", status_code=204)
        async def think() -> None:
            self.sayings.clear()
            self.asked.clear()

        return router

    def says(self, about: str) -> Saying | None:
        """What it was told to say to this kind of question."""
        for place, saying in enumerate(self.sayings):
            if saying.about in {"", about}:
                left = saying.model_copy(update={"times": saying.times - 1})
                self.sayings[place : place + 1] = [left] if left.times > 0 else []
                return saying
        return None

    def think(self, about: str, data: Mapping[str, Any], picture: bytes | None) -> dict[str, Any]:
        """The answer in the shape of this kind of question."""
        if about == "seeing":
            return _seen(picture or b"")
        return {"text": data["reply"]} if about == "wording" else _read(data)


def kind_of(schema: Mapping[str, Any]) -> str:
    """What is asked, told by the shape of the answer."""
    asked = schema.get("properties", {})
    return "reading" if "intent" in asked else "seeing" if "sureness" in asked else "wording"


def tokens(told: object) -> int:
    """About as many tokens as a real model would count."""
    return max(1, len(json.dumps(told, default=str)) // 4)


def saw(picture: bytes) -> Sequence[float]:
    """Where a picture is, as the offline eye has it."""
    return _eye().look(picture).vector


def read(words: str, size: int) -> Sequence[float]:
    """Where words are: as many directions as there are different words."""
    placed = [0.0] * size
    for word in words.casefold().split():
        placed[int.from_bytes(hashlib.sha256(word.encode()).digest()[:4]) % size] += 1.0
    return placed


@cache
def _eye() -> Eye:
    return Eye()


def _seen(picture: bytes) -> dict[str, Any]:
    look = _eye().look(picture)
    colours = [{"colour": colour.value, "share": round(share, 3)} for colour, share in look.colours[:5]]
    kind, share = look.kind_candidates[0]
    sure = {"kind": kind.value, "sureness": share if look.kind else min(share, 0.5)}
    return {**sure, "colours": colours}


def _read(data: Mapping[str, Any]) -> dict[str, Any]:
    pending = Pending(
        question=Question(data["question"]),
        sizes=tuple(_size(label) for label in data["sizes"]),
        meanings=tuple(Intent(meaning) for meaning in data["meanings"]),
    )
    language = Language(data["language"]) if data["language"] else None
    context = ReadingContext(pending=pending, language=language, shown=data["shown"])
    return _told(OfflineReader().read(data["message"], context))


def _size(label: str) -> Size:
    system, _, value = label.partition(" ")
    return Size.letter(label) if label in LETTERS else Size(system=system.lower(), value=value or "one")


def _told(read: Understanding) -> dict[str, Any]:
    need, selection = read.need, read.selection
    told: dict[str, Any] = {
        "intent": read.intent,
        "confidence": read.confidence,
        "runner_up": read.runner_up,
        "language": read.language,
        "garments": need.garments[:4],
        "colours": need.colours[:4],
        "not_colours": need.not_colours[:4],
        "patterns": need.patterns[:3],
        "occasions": need.occasions[:3],
        "styles": need.styles[:4],
        "fabrics": need.fabrics[:3],
        "free_words": need.free_words[:6],
        "ordinals": selection.ordinals[:5],
        "extreme": selection.extreme,
        "this_one": selection.this_one,
        "everything": selection.everything,
        "cheapest_first": need.cheapest_first,
    }
    return {name: value for name, value in told.items() if value not in (None, (), False)}
