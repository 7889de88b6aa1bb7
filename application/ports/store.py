"""What is kept: facts, seals, pictures; and the time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from domain.fact import Fact, Recorded
from domain.identity import BoutiqueId, StreamId
from domain.sealed import Sealed


class FactLog(Protocol):
    """The boutique's log of facts."""

    def read(self, stream: StreamId) -> Sequence[Recorded[Fact]]:
        """All facts of a stream in order; empty for an unknown stream."""
        ...

    def append(self, facts: Sequence[Recorded[Fact]]) -> None:
        """Record all of these, or none. All belong to one boutique.

        Raises: StreamMoved.
        """
        ...


class Vault(Protocol):
    """Seals personal values under their subject's own key."""

    def seal(self, boutique: BoutiqueId, subject: UUID, text: str) -> Sealed:
        """The text, readable only while the subject's key exists; makes the key at the first call."""
        ...

    def open(self, boutique: BoutiqueId, sealed: Sealed) -> str | None:
        """The text again; None once the subject has been forgotten."""
        ...

    def open_all(self, boutique: BoutiqueId, sealed: Sequence[Sealed]) -> Sequence[str | None]:
        """Like `open`, of many at once, in their order."""
        ...

    def destroy(self, boutique: BoutiqueId, subject: UUID) -> None:
        """Forget the subject: nothing sealed for her can be read again."""
        ...


class Clock(Protocol):
    """The time, in UTC."""

    def now(self) -> datetime:
        """The time of this moment."""
        ...


class Pictures(Protocol):
    """Pictures by the SHA-256 of their bytes: a catalogue's in the open, a customer's sealed."""

    def keep(self, boutique: BoutiqueId, picture: bytes, subject: UUID | None = None) -> str:
        """Store a picture, sealed if it has a subject; the name it is fetched by."""
        ...

    def fetch(self, boutique: BoutiqueId, name: str) -> bytes | None:
        """The bytes; None if there is none, or its subject was forgotten."""
        ...
