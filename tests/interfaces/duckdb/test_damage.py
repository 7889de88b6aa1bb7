"""Whatever happens to the file, the figures come back equal to the log; others are told the truth."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

import pytest

from domain.identity import BoutiqueId
from interfaces.duckdb.client import RemoteFigures
from interfaces.duckdb.figures import DuckFigures
from interfaces.duckdb.figures_file import FiguresFile
from interfaces.duckdb.follower import FiguresFollower
from interfaces.duckdb.log_pages import LogPage, LogPages
from interfaces.duckdb.server import LONGEST_PATH, FiguresServer, socket_path
from interfaces.postgres.database import Database
from interfaces.postgres.event_store import PostgresFactLog
from projections.counted_facts import PLACES, TOPICS
from projections.sales import FiguresAway
from tests.interfaces.duckdb.test_figures import everything, page_of
from tests.projections.history import lived


class KeptLogs:
    """Logs held in memory, read as the real ones are."""

    def __init__(self, **seeds: int) -> None:
        self.logs = {
            BoutiqueId(uuid4()): lived(BoutiqueId(uuid4()), seed, days=25).facts for seed in seeds.values()
        }

    def heads(self) -> Mapping[BoutiqueId, int]:
        return {boutique: len(facts) for boutique, facts in self.logs.items()}

    def after(self, boutique: BoutiqueId, position: int, limit: int) -> LogPage:
        facts = self.logs[boutique][position : position + limit]
        end = position + len(facts)
        return LogPage(position, end, self.mark(boutique, end), facts)

    def mark(self, boutique: BoutiqueId, position: int) -> str:
        return str(self.logs[boutique][position - 1].cause.command)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "figures.duckdb"


def filled(path: Path, logs: KeptLogs) -> FiguresFile:
    """A file that has followed the logs."""
    file = FiguresFile(path)
    FiguresFollower(logs, file).catch_up()
    return file


def told(file: FiguresFile, logs: KeptLogs) -> list[Any]:
    """All figures of all boutiques."""
    return [everything(DuckFigures(file), boutique) for boutique in logs.logs]


def scribble(begin: int, length: int) -> Callable[[Path], None]:
    """Overwrite a part of the file with noise."""

    def damage(path: Path) -> None:
        whole = bytearray(path.read_bytes())
        whole[begin : begin + length] = Random(begin).randbytes(min(length, max(0, len(whole) - begin)))
        path.write_bytes(bytes(whole))

    return damage


def spoil_rows(path: Path) -> None:
    """Change a row as nobody may, in a way that the file's own checks never see."""
    file = FiguresFile(path)
    file._conn.execute("UPDATE tallies SET amount = amount + 100 WHERE kind = 'sale'")
    file.close()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "deleted": lambda path: path.unlink(),
    "emptied": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:5_000]),
    "zeroed": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "header": scribble(0, 4_096),
    "second header": scribble(4_096, 4_096),
    "middle": scribble(270_000, 4_096),
    "spoilt rows": spoil_rows,
}


@pytest.mark.parametrize("damage", sorted(DAMAGES))
def test_a_file_damaged_at_rest_is_filled_again(damage: str, path: Path) -> None:
    logs = KeptLogs(one=1, two=2)
    file = filled(path, logs)
    before = told(file, logs)
    file.close()
    DAMAGES[damage](path)
    file = FiguresFile(path)
    follower = FiguresFollower(logs, file)
    follower.check()
    follower.catch_up()
    assert told(file, logs) == before
    file.close()


def test_a_file_deleted_under_the_keeper_is_noticed_and_filled_again(path: Path) -> None:
    logs = KeptLogs(one=1)
    file = filled(path, logs)
    before = told(file, logs)
    path.unlink()
    follower = FiguresFollower(logs, file)
    assert not follower.check()
    follower.catch_up()
    assert told(file, logs) == before
    assert path.exists()
    file.close()


def test_the_file_of_another_log_is_not_believed(path: Path) -> None:
    logs = KeptLogs(one=1)
    filled(path, logs).close()
    (boutique,) = logs.logs
    logs.logs[boutique] = lived(BoutiqueId(uuid4()), seed=9, days=60).facts
    file = FiguresFile(path)
    FiguresFollower(logs, file).catch_up()
    stale = told(file, logs)
    file.begin_anew()
    FiguresFollower(logs, file).catch_up()
    assert told(file, logs) == stale
    file.close()


def test_a_sound_file_is_left_alone(path: Path) -> None:
    logs = KeptLogs(one=1)
    file = filled(path, logs)
    assert FiguresFollower(logs, file).check()
    assert FiguresFollower(logs, file).catch_up() == 0
    file.close()


def test_a_rebuild_takes_everything_in_again(path: Path) -> None:
    logs = KeptLogs(one=1)
    file = filled(path, logs)
    before = told(file, logs)
    assert FiguresFollower(logs, file).rebuild() == sum(logs.heads().values())
    assert told(file, logs) == before
    file.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[DuckFigures, RemoteFigures, BoutiqueId]]:
    logs = KeptLogs(one=1)
    file = filled(tmp_path / "figures.duckdb", logs)
    server = FiguresServer(socket_path(tmp_path), DuckFigures(file))
    server.serve_in_background()
    yield DuckFigures(file), RemoteFigures(socket_path(tmp_path)), next(iter(logs.logs))
    server.close()
    file.close()


def test_another_process_is_told_the_same(served: tuple[DuckFigures, RemoteFigures, BoutiqueId]) -> None:
    here, there, boutique = served
    assert everything(there, boutique) == everything(here, boutique)
    assert there.position(boutique) > 0


def test_a_file_of_an_older_shape_is_filled_anew(path: Path) -> None:
    logs = KeptLogs(one=1)
    file = filled(path, logs)
    before = told(file, logs)
    file._conn.execute("UPDATE shape SET number = number - 1")
    file.close()
    file = FiguresFile(path)
    assert told(file, logs) != before
    FiguresFollower(logs, file).catch_up()
    assert told(file, logs) == before
    file.close()


def test_a_keeper_that_is_away_is_said_to_be_away(tmp_path: Path) -> None:
    with pytest.raises(FiguresAway, match="does not answer"):
        RemoteFigures(tmp_path / "nobody.sock").position(BoutiqueId(uuid4()))


def test_a_long_directory_has_a_socket_of_a_short_name() -> None:
    deep = Path("/tmp") / ("x" * 150)  # noqa: S108 — only its name is looked at
    assert len(bytes(socket_path(deep))) <= LONGEST_PATH
    assert socket_path(deep) != socket_path(deep / "y")


def test_the_real_log_is_followed_as_if_every_fact_were_read(
    path: Path, log: PostgresFactLog, database: Database, two_boutiques: tuple[BoutiqueId, BoutiqueId]
) -> None:
    for seed, boutique in enumerate(two_boutiques):
        log.append(lived(boutique, seed).facts)
    file = FiguresFile(path)
    FiguresFollower(LogPages(database, TOPICS, PLACES), file).catch_up()
    whole = FiguresFile(path.with_name("whole.duckdb"))
    for seed, boutique in enumerate(two_boutiques):
        whole.append(boutique, page_of(lived(boutique, seed).facts))
        assert everything(DuckFigures(file), boutique) == everything(DuckFigures(whole), boutique)
    file.close()
    whole.close()
