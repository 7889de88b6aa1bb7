"""The staff of one boutique: its owners, those who help them, and auditors for a time."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar, Self

from domain.fact import Fact, Facts
from domain.identity import PersonId
from domain.staff.events import PersonAdmitted, PersonDismissed, Role
from domain.staff.refusals import AuditEnds, LastOwnerStays

__all__ = ["AuditEnds", "LastOwnerStays", "Role", "Staff"]


@dataclass(frozen=True, slots=True)
class Staff:
    """All who may enter. Shape: `people` holds for each the fact that let her in last."""

    KIND: ClassVar[str] = "staff"

    people: tuple[PersonAdmitted, ...] = ()

    def role_of(self, person: PersonId, now: datetime) -> Role | None:
        """What she may do now; None where she may not enter."""
        known = self._admission(person)
        if known is None or (known.until is not None and known.until <= now):
            return None
        return known.role

    def evolve(self, fact: Fact) -> Self:
        """The staff after this fact."""
        match fact:
            case PersonAdmitted():
                return replace(self, people=(*self._others(fact.person), fact))
            case PersonDismissed():
                return replace(self, people=self._others(fact.person))
            case _:
                raise TypeError(f"{fact.TOPIC} is no fact of a boutique's staff")

    def admit(self, person: PersonId, role: Role, *, now: datetime, until: datetime | None = None) -> Facts:
        """Let her in, or give her another role. Nothing new: she is in on these terms.

        Raises: AuditEnds, LastOwnerStays.
        """
        if (role is Role.AUDITOR) != (until is not None):
            raise AuditEnds("an auditor comes until a time, and only an auditor does")
        if until is not None and until <= now:
            raise AuditEnds("that time is over")
        if role is not Role.OWNER:
            self._must_not_be_last_owner(person)
        admitted = PersonAdmitted(person=person, role=role, until=until)
        return () if admitted in self.people else (admitted,)

    def dismiss(self, person: PersonId) -> Facts:
        """Let her in no longer. Nothing new: she is not in.

        Raises: LastOwnerStays.
        """
        self._must_not_be_last_owner(person)
        return (PersonDismissed(person=person),) if self._admission(person) else ()

    def _admission(self, person: PersonId) -> PersonAdmitted | None:
        return next((known for known in self.people if known.person == person), None)

    def _others(self, person: PersonId) -> tuple[PersonAdmitted, ...]:
        return tuple(known for known in self.people if known.person != person)

    def _must_not_be_last_owner(self, person: PersonId) -> None:
        owners = [known.person for known in self.people if known.role is Role.OWNER]
        if owners == [person]:
            raise LastOwnerStays("name another owner first")
