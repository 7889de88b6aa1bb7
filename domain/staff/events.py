"""What happens to the people of a boutique."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from domain.fact import Fact
from domain.identity import PersonId


class Role(StrEnum):
    """What somebody may do in a boutique."""

    OWNER = "owner"
    STAFF = "staff"
    AUDITOR = "auditor"


class PersonAdmitted(Fact):
    """Somebody may work in the boutique from now on, an auditor until a time."""

    TOPIC: ClassVar = "staff-person-admitted.v1"
    person: PersonId
    role: Role
    until: datetime | None = None


class PersonDismissed(Fact):
    """Somebody may no longer enter the boutique."""

    TOPIC: ClassVar = "staff-person-dismissed.v1"
    person: PersonId
