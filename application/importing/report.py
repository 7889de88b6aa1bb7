"""What was found in a list, and what became of it: all that an owner is told of her import."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, Self

from application.importing.planning import Plan, Standing
from application.importing.reading import Fault

MOST_TOLD: Final = 500
"""So many faults are told; how many there are is told too."""


class State(StrEnum):
    """How far an import has come."""

    WAITING = "waiting"
    CHECKING = "checking"
    UNREADABLE = "unreadable"
    CHECKED = "checked"
    CONFIRMED = "confirmed"
    RUNNING = "running"
    DONE = "done"


UNFINISHED: Final = frozenset({State.WAITING, State.CHECKING, State.CONFIRMED, State.RUNNING})


@dataclass(frozen=True, slots=True)
class Kept:
    """A piece that a rule of the shop kept as it was, or a picture of it that was not to be had."""

    sku: str
    code: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """An import in figures. Shape: `faults` and `kept` are the first of them, `wrong` counts all faults.

    `total` and `done` are rows while a list is checked, and pieces while it is taken over.
    """

    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    spoilt: int = 0
    wrong: int = 0
    faults: tuple[Fault, ...] = ()
    kept: tuple[Kept, ...] = ()
    strange: tuple[str, ...] = ()
    unreadable: str = ""

    def with_faults(self, *faults: Fault) -> Self:
        """The report with these faults as well."""
        room = MOST_TOLD - len(self.faults)
        return replace(self, wrong=self.wrong + len(faults), faults=(*self.faults, *faults[:room]))

    def with_kept(self, *kept: Kept) -> Self:
        """The report with what stayed as it was."""
        return replace(self, kept=(*self.kept, *kept)[:MOST_TOLD])


@dataclass(slots=True)
class Counting:
    """Counts plans as they are made."""

    new: int = 0
    changed: int = 0
    same: int = 0
    spoilt: int = 0
    faults: list[Fault] = field(default_factory=list)

    def take(self, plan: Plan) -> None:
        """Count one."""
        if plan.faults:
            self.spoilt += 1
            self.faults += plan.faults
        elif plan.standing is Standing.NEW:
            self.new += 1
        elif plan.standing is Standing.CHANGED:
            self.changed += 1
        else:
            self.same += 1
