"""What an operator is told about a neighbour: whether it works, and what to do.

Each neighbour's own check stands with its adapter (`check.py`) and gives a finding; `interfaces/doctor.py`
has the table of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from application.ports import NeighbourFailed


class Verdict(StrEnum):
    """How a neighbour is. `OFF` is one that nobody has configured; that is no fault."""

    WORKS = "works"
    BROKEN = "broken"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line about one neighbour, without a secret. Shape: `do` is empty where nothing is to be done."""

    neighbour: str
    verdict: Verdict
    says: str
    do: str = ""


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


def refused(neighbour: str, failed: NeighbourFailed, do: str) -> Finding:
    """It said no, or could not be reached: with its own code, and without its words, which may quote ours."""
    says = "cannot be reached" if failed.retryable else "refuses"
    return broken(neighbour, f"{says} ({failed.code})", do)


def carried_out(neighbour: str, check: Check) -> Finding:
    """The check's finding; one that falls is a finding too, and takes no other down with it."""
    try:
        return check()
    except Exception as fault:  # noqa: BLE001 — an operator wants to hear of all the others too
        return broken(neighbour, f"the check fell: {type(fault).__name__}", "report this line")
