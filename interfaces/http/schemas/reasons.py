"""Why the agent said something."""

from uuid import UUID

from interfaces.http.schemas.answers import Answer
from interfaces.http.schemas.conversations import ProductCard


class FoundPiece(Answer):
    """A piece that the search found, with how well it fits, from 0 to 1."""

    card: ProductCard
    score: float


class ModelStep(Answer):
    """A call of a model. Units: cost in millionths of a US dollar."""

    purpose: str
    brain: str
    model: str
    version: str
    prompt: str
    outcome: str
    tokens: int
    cost_micro_usd: int
    latency_ms: int
    reused: bool


class ReplyReasons(Answer):
    """What led to a reply of the agent; what had no part in it is None or empty.

    `brain` chose the words and `reader` read the message; `wanted` and `nothing_for` are tags of what she
    asked for, `seen` those of her photo, `relaxed` what no piece met. Units: cost in millionths of a US
    dollar.
    """

    reply: UUID
    intent: str
    brain: str
    reader: str | None
    understood: str | None
    confidence: float | None
    language: str
    seen: list[str]
    found_by: str | None
    found: list[FoundPiece]
    wanted: list[str]
    relaxed: list[str]
    nothing_for: list[str]
    size: str | None
    size_reason: str | None
    models: list[ModelStep]
    cost_micro_usd: int
