"""Exporting: what an owner may know of a copy of all that her boutique has."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from domain.identity import BoutiqueId


class ExportState(StrEnum):
    """How far a copy is."""

    WAITING = "waiting"
    RUNNING = "running"
    READY = "ready"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Export:
    """A copy of all. Shape: `done` of `total` parts are written; it is kept until `expires`.

    Units: `size` in bytes.
    """

    export: UUID
    state: ExportState
    done: int
    total: int
    size: int
    asked_at: datetime
    expires: datetime | None


class Archives(Protocol):
    """Where copies are made and kept."""

    def find(self, boutique: BoutiqueId, export: UUID) -> Export | None:
        """One of this boutique's."""
        ...

    def make(self, boutique: BoutiqueId, export: UUID) -> datetime:
        """Make it; when it will go."""
        ...

    def end(self, boutique: BoutiqueId, export: UUID, state: ExportState) -> None:
        """Keep it no longer, and say why."""
        ...
