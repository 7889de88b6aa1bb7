"""Where Claude is and by which key it is asked; its client is loaded only where a boutique thinks with it."""

from dataclasses import dataclass
from typing import ClassVar

from pydantic import SecretStr

from application.ports import Credentials


class ClaudeKey(Credentials):
    """A boutique's own key."""

    NEIGHBOUR: ClassVar[str] = "claude"

    key: SecretStr


@dataclass(frozen=True, slots=True)
class ClaudeSettings:
    """Where Claude is, and which model is asked unless a boutique names another."""

    base_url: str = "https://api.anthropic.com"
    model: str = "claude-haiku-5-5"
