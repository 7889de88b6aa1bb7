"""The notebook: private notes about a customer, and the labels of her chat.

There is one for each customer, beside her conversations: those end after 24 hours, what is written here does
not.
"""

from dataclasses import dataclass, replace
from typing import ClassVar, Final, Self
from uuid import UUID

from domain.fact import Fact, Facts
from domain.identity import PersonId
from domain.notebook.events import LabelPut, LabelTaken, NotebookEmptied, NoteRemoved, NoteWritten
from domain.notebook.refusals import NotebookIsFull, NoteIsUnknown, TooManyLabels
from domain.sealed import Sealed

__all__ = ["MOST_LABELS", "MOST_NOTES", "NoteIsUnknown", "Notebook", "NotebookIsFull", "TooManyLabels"]

MOST_NOTES: Final = 200
MOST_LABELS: Final = 5


@dataclass(frozen=True, slots=True)
class Notebook:
    """What the shop wrote down. Shape: `removed` are notes of before, so that none is written again."""

    KIND: ClassVar[str] = "notebook"

    notes: tuple[UUID, ...] = ()
    removed: frozenset[UUID] = frozenset()
    labels: tuple[UUID, ...] = ()

    def evolve(self, fact: Fact) -> Self:
        """The notebook after this fact."""
        match fact:
            case NoteWritten():
                return replace(self, notes=(*self.notes, fact.note))
            case NoteRemoved():
                left = tuple(note for note in self.notes if note != fact.note)
                return replace(self, notes=left, removed=self.removed | {fact.note})
            case LabelPut():
                return replace(self, labels=(*self.labels, fact.label))
            case LabelTaken():
                return replace(self, labels=tuple(label for label in self.labels if label != fact.label))
            case NotebookEmptied():
                return replace(self, notes=(), removed=self.removed | set(self.notes), labels=())
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of a notebook")

    def write_note(self, note: UUID, body: Sealed, by: PersonId | None = None) -> Facts:
        """Write something down. Nothing new: it was written, even if it was taken away since.

        Raises: NotebookIsFull.
        """
        if note in self.notes or note in self.removed:
            return ()
        if len(self.notes) >= MOST_NOTES:
            raise NotebookIsFull(f"it has {MOST_NOTES} notes")
        return (NoteWritten(note=note, body=body, by=by),)

    def remove_note(self, note: UUID) -> Facts:
        """Take a note away. Nothing new: it was taken away.

        Raises: NoteIsUnknown.
        """
        if note in self.removed:
            return ()
        if note not in self.notes:
            raise NoteIsUnknown(f"{note} was never written")
        return (NoteRemoved(note=note),)

    def put_label(self, label: UUID) -> Facts:
        """Put a label on her chat. Nothing new: it bears it.

        Raises: TooManyLabels.
        """
        if label in self.labels:
            return ()
        if len(self.labels) >= MOST_LABELS:
            raise TooManyLabels(f"it bears {MOST_LABELS} labels")
        return (LabelPut(label=label),)

    def take_label(self, label: UUID) -> Facts:
        """Take a label off her chat. Nothing new: it does not bear it."""
        return (LabelTaken(label=label),) if label in self.labels else ()

    def empty(self) -> Facts:
        """Let go of all of it. Nothing new: there is nothing in it."""
        return (NotebookEmptied(),) if self.notes or self.labels else ()
