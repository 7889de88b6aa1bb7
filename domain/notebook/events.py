"""What the shop writes down about a customer for itself. She is never sent any of it."""

from typing import ClassVar
from uuid import UUID

from domain.fact import Fact
from domain.identity import PersonId
from domain.sealed import Sealed


class NoteWritten(Fact):
    """A person of the shop wrote a private note; `by` is None where nobody knows who."""

    TOPIC: ClassVar = "notebook-note-written.v1"
    note: UUID
    body: Sealed
    by: PersonId | None = None


class NoteRemoved(Fact):
    """A note is shown no longer."""

    TOPIC: ClassVar = "notebook-note-removed.v1"
    note: UUID


class LabelPut(Fact):
    """Her chat bears a label of the shop's own."""

    TOPIC: ClassVar = "notebook-label-put.v1"
    label: UUID


class LabelTaken(Fact):
    """Her chat bears a label no longer."""

    TOPIC: ClassVar = "notebook-label-taken.v1"
    label: UUID


class NotebookEmptied(Fact):
    """All of it is gone, because she is forgotten."""

    TOPIC: ClassVar = "notebook-emptied.v1"
