"""Placing: where a hosted model puts a customer's photo or words, to be compared with the catalogue.

Asked within the turn's own bounds, kept and recorded as any other question is.
"""

import base64
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from application.brain.hosted.asking import Asking, Desk, Limits
from application.brain.hosted.redacting import redacted
from application.look import Placed
from application.model_call import ModelCall
from application.ports.brain import Thinker
from application.ports.model import Answered, Embedded, Embedder, Outcome, Question
from domain.brain import BrainName, Purpose

_WRITTEN: Final = np.dtype("<f2")
"""Half precision, as the vectors of the catalogue are kept."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Places in the space in which the boutique's catalogue is complete; nowhere while there is none."""

    embedder: Embedder
    desk: Desk
    thinker: Thinker
    limits: Limits
    calls: list[ModelCall] = field(default_factory=list)

    def words(self, words: str) -> Placed | None:
        """Where these words are, without what is personal in them."""
        told = redacted(words)
        return self._placed(told, None) if told else None

    def photo(self, photo: bytes) -> Placed | None:
        """Where a JPEG is."""
        return self._placed("a customer's photo", photo)

    def _placed(self, words: str, photo: bytes | None) -> Placed | None:
        space = self.desk.serving(self.thinker.boutique, self.embedder.space)
        if space is None:
            return None
        model, _, size = space.partition("@")
        question = Question(
            purpose=Purpose.EMBEDDING,
            model=model,
            version=f"embedding-{size}",
            system="",
            data=words,
            answer={},
            picture=photo,
        )
        asking = Asking(_Embedding(self.embedder, space), self.desk, self.thinker, self.limits, self.calls)
        vector = asking.ask(question, lambda said: _read(said, int(size)))
        return Placed(space, vector) if vector else None


@dataclass(frozen=True, slots=True)
class _Embedding:
    """An embedder as a model that answers one question by one vector."""

    embedder: Embedder
    space: str

    @property
    def brain(self) -> BrainName:
        return self.embedder.brain

    def ask(self, question: Question, within: float) -> Outcome:
        answer = self.embedder.embed([question.picture or question.data], within, self.space)
        if not isinstance(answer, Embedded):
            return answer
        return Answered(_written(answer.vectors[0]), answer.tokens, self.space)


def _written(vector: tuple[float, ...]) -> str:
    return base64.b64encode(np.asarray(vector, dtype=_WRITTEN).tobytes()).decode()


def _read(said: str, size: int) -> tuple[float, ...]:
    """Raises: ValueError for what is no vector of this size."""
    vector = np.frombuffer(base64.b64decode(said, validate=True), dtype=_WRITTEN)
    if len(vector) != size:
        raise ValueError(f"a vector of {len(vector)} numbers is not one of {size}")
    return tuple(float(number) for number in vector)
