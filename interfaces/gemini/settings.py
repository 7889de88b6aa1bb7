"""Where Gemini is and by which key it is asked; its client is loaded only where a boutique thinks with it."""

from dataclasses import dataclass
from typing import ClassVar

from pydantic import SecretStr

from application.ports import Credentials


class GeminiKey(Credentials):
    """A boutique's own key."""

    NEIGHBOUR: ClassVar[str] = "gemini"

    key: SecretStr


@dataclass(frozen=True, slots=True)
class GeminiSettings:
    """Where Gemini is, and what is asked of it. Units: `dimensions` numbers in a vector."""

    base_url: str = "https://generativelanguage.googleapis.com"
    api_version: str = "v1beta"
    model: str = "gemini-3.5-flash-lite"
    embedding_model: str = "gemini-embedding-2"
    dimensions: int = 768
