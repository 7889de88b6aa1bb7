"""What an operator and an owner are told about a neighbour: whether it works, and what to do.

Each neighbour's own check stands with its adapter (`check.py`) and gives a finding; `interfaces/doctor.py`
has the table of them. An operator reads its English sentences; an owner reads her pages' words for its
sayings.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from application.ports import NeighbourFailed
from interfaces.sayings import Said, Saying


class Verdict(StrEnum):
    """How a neighbour is. `OFF` is one that nobody has configured; that is no fault."""

    WORKS = "works"
    BROKEN = "broken"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line about one neighbour, without a secret.

    Shape: `do` is empty where nothing is to be done; `said` is the same for an owner, where she may meet it.
    """

    neighbour: str
    verdict: Verdict
    says: str
    do: str = ""
    said: tuple[Said, ...] = ()

    def as_said(self, saying: Saying, what: str = "", quote: str = "") -> "Finding":
        """The finding with what an owner is told of it."""
        return replace(self, said=(*self.said, Said(self.neighbour, saying, what, quote)))


Check = Callable[[], Finding]


def works(neighbour: str, says: str) -> Finding:
    """It works, and how that shows."""
    return Finding(neighbour, Verdict.WORKS, says)


def broken(neighbour: str, says: str, do: str) -> Finding:
    """It does not work, and what to do."""
    return Finding(neighbour, Verdict.BROKEN, says, do)


def off(neighbour: str, do: str) -> Finding:
    """It is not configured, and what would switch it on."""
    return Finding(neighbour, Verdict.OFF, "not configured", do)


def refused(neighbour: str, failed: NeighbourFailed, do: str, saying: Saying | None = None) -> Finding:
    """It said no, or could not be reached: with its own code, and without its words, which may quote ours.

    `saying` is what an owner is told where it said no.
    """
    if failed.retryable:
        return away(neighbour, failed.code, do)
    found = broken(neighbour, f"refuses ({failed.code})", do)
    return found.as_said(saying, failed.code) if saying else found


def away(neighbour: str, how: str, do: str = "look whether it is up") -> Finding:
    """It could not be reached, or answered nonsense; `how` is a code, or what fell."""
    return broken(neighbour, f"cannot be reached ({how})", do).as_said(Saying.UNREACHABLE)


def carried_out(neighbour: str, check: Check) -> Finding:
    """The check's finding; one that falls is a finding too, and takes no other down with it."""
    try:
        return check()
    except Exception as fault:  # noqa: BLE001 — an operator wants to hear of all the others too
        return broken(neighbour, f"the check fell: {type(fault).__name__}", "report this line")
