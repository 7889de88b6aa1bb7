"""A question to a model, as a turn remembers it until it is recorded."""

from dataclasses import dataclass
from uuid import UUID

from domain.brain import ModelUse


@dataclass(frozen=True, slots=True)
class ModelCall:
    """A model asked, with what became of it. `inputs` are hashes; `said` may be personal."""

    id: UUID
    use: ModelUse
    inputs: tuple[str, ...] = ()
    said: str = ""
