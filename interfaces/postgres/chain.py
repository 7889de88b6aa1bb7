"""Whether a boutique's history is what was recorded: the chain over its log, checked link by link."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from domain.identity import BoutiqueId
from interfaces.postgres.database import Database


class Fault(StrEnum):
    """What is wrong with a log. The words are those of `dukani.verify_chain`."""

    ALTERED = "altered"
    MISSING = "missing"
    REORDERED = "reordered"
    CUT = "cut"
    HEAD_ALTERED = "head altered"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place of the log and its head, kept outside the database.

    The chain alone does not stop an administrator who rewrites all of it; an anchor kept elsewhere does.
    """

    position: int
    head: bytes


@dataclass(frozen=True, slots=True)
class Broken:
    """The first place at which the log is not what was recorded."""

    position: int
    fault: Fault


def verify(database: Database, boutique: BoutiqueId, anchor: Anchor | None = None) -> Broken | None:
    """The first thing wrong in the boutique's log; None if all is as it was recorded."""
    known = (None, None) if anchor is None else (anchor.position, anchor.head)
    with database.as_auditor(boutique) as conn:
        conn.execute("SET LOCAL statement_timeout = '10min'")
        row = conn.execute("SELECT * FROM dukani.verify_chain(%s, %s, %s)", (boutique, *known)).fetchone()
    return None if row is None else Broken(row[0], Fault(row[1]))


def anchor_now(database: Database, boutique: BoutiqueId) -> Anchor | None:
    """The log's end as it is now, to be kept elsewhere; None for a boutique without facts."""
    with database.as_auditor(boutique) as conn:
        row = conn.execute("SELECT last, head FROM dukani.log_heads").fetchone()
    return None if row is None else Anchor(row[0], row[1])


def whole_log(database: Database) -> Callable[[BoutiqueId], bool]:
    """Tells of a boutique whether its log is still what was recorded."""
    return lambda boutique: verify(database, boutique) is None
