"""A hosted model: asked one question at a time, it answers in a given shape, or says plainly why not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from domain.brain import BrainName, Purpose
from domain.identity import BoutiqueId

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Tool:
    """Something a model may look up. It changes nothing, and no figure, price or tenant is an argument."""

    name: str
    tells: str
    arguments: Json


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A look-up that the model asks for."""

    id: str
    name: str
    arguments: Json


@dataclass(frozen=True, slots=True)
class Exchange:
    """One round of look-ups: what the model said, exactly as it came, and what it was told, by call id."""

    said: object
    told: tuple[tuple[ToolCall, str], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Shape: `system` are our own instructions, `data` is JSON that may hold anything a stranger wrote; `answer`
    is the JSON schema of the answer. `version` is the prompt's.
    """

    purpose: Purpose
    model: str
    version: str
    system: str
    data: str
    answer: Json
    picture: bytes | None = None
    tools: tuple[Tool, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    most_tokens: int = 800


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a call used. Units: tokens; `read` includes `cached`, `written` includes thoughts."""

    read: int = 0
    cached: int = 0
    written: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """The model answered: JSON text, not checked yet."""

    text: str
    tokens: Tokens = Tokens()
    version: str = ""


@dataclass(frozen=True, slots=True)
class LooksUp:
    """The model wants to look things up before it answers."""

    calls: tuple[ToolCall, ...]
    said: object
    tokens: Tokens = Tokens()
    version: str = ""


@dataclass(frozen=True, slots=True)
class Blocked:
    """The neighbour would not let the model answer."""

    reason: str
    tokens: Tokens = Tokens()
    version: str = ""


@dataclass(frozen=True, slots=True)
class Truncated:
    """The answer was cut off."""

    tokens: Tokens = Tokens()
    version: str = ""


@dataclass(frozen=True, slots=True)
class Malformed:
    """What came is no answer to the question."""

    reason: str
    tokens: Tokens = Tokens()
    version: str = ""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """Nobody answered. `again_in` is when asking again may help, None when it will not. Units: seconds."""

    reason: str
    again_in: float | None = None


Outcome = Answered | LooksUp | Blocked | Truncated | Malformed | Unavailable


class Model(Protocol):
    """A neighbour that hosts models."""

    @property
    def brain(self) -> BrainName:
        """Which brain it is."""
        ...

    def ask(self, question: Question, within: float) -> Outcome:
        """One call, ended after so many seconds whatever happens. It never raises."""
        ...


@dataclass(frozen=True, slots=True)
class Embedded:
    """What a model made of texts or pictures: one vector of unit length for each, in their order."""

    vectors: tuple[tuple[float, ...], ...]
    tokens: Tokens = Tokens()
    version: str = ""


class Embedder(Protocol):
    """A neighbour that turns texts and pictures into directions of one space."""

    @property
    def brain(self) -> BrainName:
        """Whose it is."""
        ...

    @property
    def space(self) -> str:
        """The model and the size of its vectors, as "model@dimensions"."""
        ...

    def embed(
        self, what: Sequence[str | bytes], within: float, space: str = ""
    ) -> "Embedded | Unavailable | Malformed":
        """A vector for each text or JPEG picture, in an older space if one is named. It never raises."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that was paid for: its use as recorded, what was said, and in which turn."""

    turn: UUID
    use: str
    said: str


class Answers(Protocol):
    """Answers of models by what was asked, sealed under the subject's key: a crash costs no second call."""

    def find(self, boutique: BoutiqueId, subject: UUID, question: str) -> Kept | None:
        """The answer to this question; None where it was never asked, or its subject was forgotten."""
        ...

    def keep(self, boutique: BoutiqueId, subject: UUID, question: str, answer: Kept) -> None:
        """Keep an answer. Repeating it changes nothing."""
        ...


Spent = Callable[[BoutiqueId], int]
"""What models have cost a boutique today (UTC). Units: millionths of a US dollar."""
