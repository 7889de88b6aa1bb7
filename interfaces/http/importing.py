"""What the dashboard's routes ask of imports, in its own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Protocol
from uuid import UUID

from application.importing.report import Report, State
from domain.fact import Actor
from domain.identity import BoutiqueId


@dataclass(frozen=True, slots=True)
class Import:
    """A list of pieces that came in, and how far it has come."""

    identity: UUID
    name: str
    state: State
    done: int
    total: int
    report: Report
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class PhotosKept:
    """Pictures that came along with a list. `refused` are files of them that are no pictures, with why."""

    kept: int
    refused: tuple[tuple[str, str], ...]


class ZipRefused(Exception):  # noqa: N818
    """A packed folder that is not unpacked. `code` says why: not-a-zip, too-large, too-many."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ImportDesk(Protocol):
    """Imports of a boutique's catalogue."""

    def send(self, boutique: BoutiqueId, identity: UUID, name: str, actor: Actor, content: bytes) -> Import:
        """Keep a list and let it be checked. Raises: TableUnreadable for what can be no list."""
        ...

    def add_photos(self, boutique: BoutiqueId, identity: UUID, packed: BinaryIO) -> PhotosKept | None:
        """Keep the pictures of a ZIP for a list; None where there is none that waits. Raises: ZipRefused."""
        ...

    def confirm(self, boutique: BoutiqueId, identity: UUID) -> Import | None:
        """Let a checked list be taken over; None where there is no such list."""
        ...

    def one(self, boutique: BoutiqueId, identity: UUID) -> Import | None:
        """How far an import has come."""
        ...

    def latest(self, boutique: BoutiqueId) -> Sequence[Import]:
        """The last few."""
        ...
