"""Understanding: what the agent takes a message to mean, as JSON lines."""

import sys

from pydantic import BaseModel

from application.brain.words.reader import OfflineReader
from application.understanding import Intent, ReadingContext
from domain.language import Language


class Meant(BaseModel):
    """A line of `understand`. Shape: `slots` are what was found in the message, by name."""

    message: str
    language: Language
    intent: Intent
    confidence: float
    slots: dict[str, object]


def understand() -> None:
    """One message a line on standard input: language, intent and what was found in it."""
    reader = OfflineReader()
    for line in sys.stdin:
        words = line.rstrip("\n")
        meaning = reader.read(words, ReadingContext())
        slots = meaning.model_dump(mode="json", exclude_defaults=True, exclude=_TOLD)
        _tell(
            Meant(
                message=words,
                language=meaning.language,
                intent=meaning.intent,
                confidence=meaning.confidence,
                slots=slots,
            )
        )


_TOLD = {"intent", "confidence", "language"}


def _tell(meant: Meant) -> None:
    sys.stdout.write(meant.model_dump_json() + "\n")
    sys.stdout.flush()
