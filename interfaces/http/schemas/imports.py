"""Imports of a catalogue, as the page follows them."""

from datetime import datetime
from uuid import UUID

from application.importing.headings import Column
from application.importing.report import State
from interfaces.http.schemas.answers import Answer


class CellFault(Answer):
    """A cell that cannot be understood: where it is, why, and what stands there."""

    row: int
    column: Column
    code: str
    said: str


class KeptPiece(Answer):
    """A piece that stayed as it was, or came without a picture, and why."""

    sku: str
    code: str
    said: str


class ImportStanding(Answer):
    """An import and how far it has come.

    `done` of `total` are rows while it is checked, pieces afterwards.
    """

    id: UUID
    name: str
    state: State
    done: int
    total: int
    rows: int
    new: int
    changed: int
    same: int
    spoilt: int
    wrong: int
    faults: list[CellFault]
    kept: list[KeptPiece]
    strange: list[str]
    unreadable: str
    sent_at: datetime


class FileRefused(Answer):
    """A file of a ZIP that is no picture, and why."""

    name: str
    code: str


class ZipKept(Answer):
    """How many pictures came along, and which files are none."""

    kept: int
    refused: list[FileRefused]
