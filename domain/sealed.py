"""Personal values as they stand in facts: sealed under the customer's own key."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict


class Sealed(BaseModel):
    """A personal value that only its subject's key opens.

    Once the key is destroyed the value is gone, while the fact that carries it stays true and verifiable.
    Shape: `box` is base64 of nonce, ciphertext and tag (AES-256-GCM, the subject as associated text).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    subject: UUID
    box: str
