"""What people of the shop write down about customers, as the dashboard's API needs it."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from application.undoing import Commands
from domain.identity import BoutiqueId, CustomerId, PersonId
from domain.labels.events import Tone
from domain.staff.events import Role


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, and where."""

    boutique: BoutiqueId
    role: Role
    person: PersonId | None


class LabelDesk(Protocol):
    """The shop's own labels. What is asked twice happens once. Raises: Refusal."""

    def name_label(self, by: Writer, label: UUID, name: str, tone: Tone) -> None:
        """Make a label, or call it otherwise."""
        ...

    def retire_label(self, by: Writer, label: UUID) -> None:
        """Use a label no longer."""
        ...


class NotebookDesk(LabelDesk, Protocol):
    """Notes and labels of chats. What is asked twice happens once. Raises: Refusal."""

    def write_note(self, by: Writer, customer: CustomerId, note: UUID, text: str) -> None:
        """Write something down about her."""
        ...

    def remove_note(self, by: Writer, customer: CustomerId, note: UUID) -> None:
        """Take a note away."""
        ...

    def label(self, by: Writer, customer: CustomerId, label: UUID, *, on: bool) -> None:
        """Put a label on her chat, or take it off."""
        ...

    def take_back(self, by: Writer, customer: CustomerId, steps: Commands) -> None:
        """Do what takes something back that was noted of her."""
        ...
