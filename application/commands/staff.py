"""What is asked about the people of a boutique, and how one joins the installation."""

from dataclasses import dataclass
from datetime import datetime

from application.commands.command import Command
from domain.identity import PersonId
from domain.staff.events import Role


@dataclass(frozen=True, slots=True)
class OpenBoutique(Command):
    """Let a boutique join, with this person as its owner."""

    name: str
    town: str
    owner: PersonId
    owner_name: str
    owner_phone: str


@dataclass(frozen=True, slots=True)
class AdmitPerson(Command):
    """Let somebody in, or give her another role."""

    person: PersonId
    role: Role
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class DismissPerson(Command):
    """Let somebody in no longer."""

    person: PersonId
