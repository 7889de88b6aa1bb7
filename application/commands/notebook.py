"""What the shop asks to be written down about a customer, and the labels it sorts its chats by."""

from dataclasses import dataclass
from uuid import UUID

from application.commands.command import Command
from domain.identity import CustomerId, PersonId
from domain.labels.events import Tone
from domain.sealed import Sealed


@dataclass(frozen=True, slots=True)
class WriteNote(Command):
    """Write a private note about her. `note` makes it one, however often it is asked."""

    customer: CustomerId
    note: UUID
    text: str
    by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class PutNoteBack(Command):
    """Write a note that was taken away once more. `body` is sealed under her key, as it was."""

    customer: CustomerId
    note: UUID
    body: Sealed
    by: PersonId | None


@dataclass(frozen=True, slots=True)
class RemoveNote(Command):
    """Take a note away."""

    customer: CustomerId
    note: UUID


@dataclass(frozen=True, slots=True)
class PutLabel(Command):
    """Put one of the shop's labels on her chat."""

    customer: CustomerId
    label: UUID


@dataclass(frozen=True, slots=True)
class TakeLabel(Command):
    """Take a label off her chat."""

    customer: CustomerId
    label: UUID


@dataclass(frozen=True, slots=True)
class NameLabel(Command):
    """Make a label, or call it otherwise."""

    label: UUID
    name: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class RetireLabel(Command):
    """Use a label no longer."""

    label: UUID
