"""What a boutique wrote down about its customers, and its labels. Notes stay sealed here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Final
from uuid import UUID

from psycopg import Connection

from domain.fact import Recorded
from domain.identity import BoutiqueId
from domain.labels.events import LabelNamed, LabelRetired
from domain.notebook.events import LabelPut, LabelTaken, NotebookEmptied, NoteRemoved, NoteWritten
from projections.fold import Fold, fold_streams
from projections.table import Json, Table


@dataclass(slots=True)
class NotebookRow:
    """One customer's notebook. Shape: `notes` are those that stand, as `Note` reads them, oldest first."""

    customer: UUID
    notes: list[Any] = field(default_factory=list)
    labels: list[UUID] = field(default_factory=list)
    version: int = 0


@dataclass(slots=True)
class LabelsRow:
    """A boutique's labels, as `Label` reads them, the oldest first."""

    shop: UUID
    labels: list[Any] = field(default_factory=list)
    version: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A private note; `body` is sealed."""

    customer: UUID
    note: UUID
    body: Json
    by: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Label:
    """A label in use."""

    label: UUID
    name: str
    tone: str


NOTEBOOKS: Final = Table("notebooks", NotebookRow, key=("customer",))
LABELS: Final = Table("chat_labels", LabelsRow, key=("shop",))
_pages = Fold[NotebookRow]()
_words = Fold[LabelsRow]()


@_pages.on(NoteWritten)
def _written(row: NotebookRow, fact: NoteWritten, at: Recorded[Any]) -> None:
    by = str(fact.by) if fact.by else None
    body = fact.body.model_dump(mode="json")
    row.notes = [*row.notes, {"note": str(fact.note), "body": body, "by": by, "at": at.at.isoformat()}]


@_pages.on(NoteRemoved)
def _removed(row: NotebookRow, fact: NoteRemoved, _: Recorded[Any]) -> None:
    row.notes = [note for note in row.notes if note["note"] != str(fact.note)]


@_pages.on(LabelPut)
def _put(row: NotebookRow, fact: LabelPut, _: Recorded[Any]) -> None:
    row.labels = [*row.labels, fact.label]


@_pages.on(LabelTaken)
def _taken(row: NotebookRow, fact: LabelTaken, _: Recorded[Any]) -> None:
    row.labels = [label for label in row.labels if label != fact.label]


@_pages.on(NotebookEmptied)
def _emptied(row: NotebookRow, _: NotebookEmptied, __: Recorded[Any]) -> None:
    row.notes, row.labels = [], []


@_words.on(LabelNamed)
def _named(row: LabelsRow, fact: LabelNamed, _: Recorded[Any]) -> None:
    called = {"label": str(fact.label), "name": fact.name, "tone": fact.tone.value}
    known = [each["label"] for each in row.labels]
    if str(fact.label) in known:
        row.labels = [called if each["label"] == called["label"] else each for each in row.labels]
    else:
        row.labels = [*row.labels, called]


@_words.on(LabelRetired)
def _retired(row: LabelsRow, fact: LabelRetired, _: Recorded[Any]) -> None:
    row.labels = [each for each in row.labels if each["label"] != str(fact.label)]


class Notebooks:
    """The read model of notes and labels."""

    name: ClassVar[str] = "notebooks"
    topics: ClassVar[frozenset[str]] = _pages.topics | _words.topics

    def apply(self, conn: Connection[Any], boutique: BoutiqueId, facts: Sequence[Recorded[Any]]) -> None:
        """Take facts in, in the order of the log."""
        fold_streams(_pages, NOTEBOOKS, NotebookRow, conn, boutique, facts)
        fold_streams(_words, LABELS, LabelsRow, conn, boutique, facts)

    def reset(self, conn: Connection[Any], boutique: BoutiqueId) -> None:
        """Forget all rows of a boutique, to be built anew."""
        NOTEBOOKS.clear(conn, boutique)
        LABELS.clear(conn, boutique)


def labels(boutique: BoutiqueId, conn: Connection[Any]) -> list[Label]:
    """The labels in use, the oldest first."""
    return [
        Label(UUID(each["label"]), each["name"], each["tone"])
        for row in LABELS.where(conn, boutique, "shop = %s", [boutique])
        for each in row.labels
    ]


def labels_of(
    boutique: BoutiqueId, conn: Connection[Any], customers: Sequence[UUID]
) -> dict[UUID, list[Label]]:
    """The labels in use that these customers' chats bear."""
    used = {label.label: label for label in labels(boutique, conn)}
    rows = NOTEBOOKS.load(conn, boutique, customers).values() if used else ()
    return {row.customer: [used[label] for label in row.labels if label in used] for row in rows}


def bearing(boutique: BoutiqueId, conn: Connection[Any], label: UUID) -> list[UUID]:
    """The customers whose chats bear a label."""
    return [row.customer for row in NOTEBOOKS.where(conn, boutique, "labels @> ARRAY[%s]", [label])]


def notes_of(boutique: BoutiqueId, conn: Connection[Any], customers: Sequence[UUID]) -> list[Note]:
    """The notes about these customers, the oldest first."""
    notes = [
        Note(
            row.customer,
            UUID(each["note"]),
            each["body"],
            UUID(each["by"]) if each["by"] else None,
            datetime.fromisoformat(each["at"]),
        )
        for row in NOTEBOOKS.load(conn, boutique, customers).values()
        for each in row.notes
    ]
    return sorted(notes, key=lambda note: (note.at, note.note))
