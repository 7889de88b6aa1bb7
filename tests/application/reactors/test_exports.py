"""A copy of all is made once, kept for a day, and given up where it cannot be made."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from application.exporting import Export, ExportState
from application.outcome import DONE, Later
from application.reactors.export_boutique import MOST_TRIES, ExportBoutique
from application.work import Work, WorkKind
from domain.identity import BoutiqueId
from tests.application.little_shop import AMANI
from tests.domain.pieces import NOW, an_id
from tests.support.clock import FixedClock
from tests.support.present import present

COPY = an_id("copy")
DAY = timedelta(days=1)
DUE = Work(AMANI, WorkKind.EXPORT_BOUTIQUE, str(COPY), an_id("exports"), NOW, COPY)


@dataclass
class MemoryArchives:
    """Archives of which one is asked for."""

    kept: Export | None = field(default_factory=lambda: Export(COPY, ExportState.WAITING, 0, 6, 0, NOW, None))
    made: int = 0

    def find(self, boutique: BoutiqueId, export: UUID) -> Export | None:
        return self.kept

    def make(self, boutique: BoutiqueId, export: UUID) -> datetime:
        assert self.kept
        self.made += 1
        self.kept = replace(self.kept, state=ExportState.READY, expires=NOW + DAY)
        return NOW + DAY

    def end(self, boutique: BoutiqueId, export: UUID, state: ExportState) -> None:
        assert self.kept
        self.kept = replace(self.kept, state=state)


def test_it_is_made_once_and_goes_after_its_day() -> None:
    archives, clock, begun = MemoryArchives(), FixedClock(NOW), []
    react = ExportBoutique(archives, clock)
    assert react(DUE, lambda: begun.append(1)) == Later(NOW + DAY, "it is kept until then")
    assert react(DUE, lambda: begun.append(1)) == Later(NOW + DAY, "it is kept until then")
    assert (archives.made, begun) == (1, [1])
    clock.pass_by(DAY)
    assert react(DUE, lambda: None) == DONE
    assert archives.kept
    assert archives.kept.state is ExportState.GONE
    assert react(DUE, lambda: None) == DONE


@pytest.mark.parametrize("state", [ExportState.WAITING, ExportState.RUNNING])
def test_what_was_broken_off_begins_anew_and_is_given_up_in_the_end(state: ExportState) -> None:
    archives = MemoryArchives()
    archives.kept = replace(present(archives.kept), state=state)
    react = ExportBoutique(archives, FixedClock(NOW))
    assert react(replace(DUE, attempts=MOST_TRIES), lambda: None) == DONE
    assert present(archives.kept).state is ExportState.FAILED
    archives.kept = replace(present(archives.kept), state=state)
    assert isinstance(react(replace(DUE, attempts=1), lambda: None), Later)


def test_what_nobody_knows_is_nothing_to_do() -> None:
    archives = MemoryArchives(kept=None)
    assert ExportBoutique(archives, FixedClock(NOW))(DUE, lambda: None) == DONE
