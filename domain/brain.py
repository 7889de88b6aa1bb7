"""The brains that a boutique can think with, and what one thought of a model cost."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class BrainName(StrEnum):
    """A brain; the offline one needs no key and costs nothing."""

    OFFLINE = "offline"
    GEMINI = "gemini"
    CLAUDE = "claude"


class Purpose(StrEnum):
    """What a model is asked for."""

    SEEING = "seeing"
    READING = "reading"
    WORDING = "wording"
    EMBEDDING = "embedding"


class ModelUse(BaseModel):
    """One call of a model, or one that was not made because the budget was spent.

    Shape: `outcome` is answered, blocked, truncated, malformed, ungrounded, unavailable or over-budget;
    `version` is what the model called itself, `prompt` our own version of the question. `reused` says that
    the answer was known from before and cost nothing again; `reason` is for an operator, never personal.
    Units: tokens; `tokens_in` include `tokens_cached`, `tokens_out` include thoughts; cost in millionths of a
    US dollar.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    brain: BrainName
    purpose: Purpose
    model: str
    version: str = ""
    prompt: str
    outcome: str
    tokens_in: int = Field(default=0, ge=0)
    tokens_cached: int = Field(default=0, ge=0)
    tokens_out: int = Field(default=0, ge=0)
    cost_micro_usd: int = Field(default=0, ge=0)
    latency_ms: int = Field(default=0, ge=0)
    reused: bool = False
    reason: str = ""

    @property
    def tokens(self) -> int:
        """All tokens, in and out."""
        return self.tokens_in + self.tokens_out

    @property
    def failed(self) -> bool:
        """Whether the shop had to do without it."""
        return self.outcome != "answered"
