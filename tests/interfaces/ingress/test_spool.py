"""What cannot be stored now stands on this machine's disk, whole and in order, until it can."""

import os
import signal
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from interfaces.ingress.spool import Spool, Spooled, SpoolFull

AT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


def item(number: int, channel: str = "mpesa") -> Spooled:
    """An item whose bytes no text could hold."""
    return Spooled(channel, f"/cb/{number}", b"\x00\n\xff%d" % number, AT)


class Gone(Exception):  # noqa: N818
    """The database is away."""


def is_away(failure: Exception) -> bool:
    return isinstance(failure, Gone)


def test_what_is_spooled_is_replayed_once_in_order_with_every_byte(tmp_path: Path) -> None:
    spool, seen = Spool(tmp_path / "spool"), list[Spooled]()
    for number in range(5):
        spool.append(item(number))

    assert spool.drain(seen.append, is_away) == 5
    assert seen == [item(number) for number in range(5)]
    assert spool.is_empty
    assert spool.drain(seen.append, is_away) == 0


def test_what_came_while_the_database_was_away_again_waits_behind_the_older(tmp_path: Path) -> None:
    spool, seen = Spool(tmp_path), list[Spooled]()
    for number in range(3):
        spool.append(item(number))

    def fail_at_the_second(one: Spooled) -> None:
        if one == item(1):
            raise Gone
        seen.append(one)

    with pytest.raises(Gone):
        spool.drain(fail_at_the_second, is_away)
    spool.append(item(3))

    assert spool.backlog().items == 4
    seen.clear()
    assert spool.drain(seen.append, is_away) == 4
    assert seen == [item(number) for number in range(4)]


def test_one_that_can_never_be_replayed_is_set_aside_and_not_lost(tmp_path: Path) -> None:
    spool, seen = Spool(tmp_path), list[Spooled]()
    for number in range(3):
        spool.append(item(number))

    def refuse_the_first(one: Spooled) -> None:
        if one == item(0):
            raise ValueError
        seen.append(one)

    spool.drain(refuse_the_first, is_away)

    assert seen == [item(1), item(2)]
    assert (spool.backlog().items, spool.backlog().aside) == (0, 1)
    assert b"/cb/0" in (tmp_path / "aside.log").read_bytes()


def test_a_record_torn_by_a_crash_costs_neither_its_neighbours_before_nor_after(tmp_path: Path) -> None:
    spool, seen = Spool(tmp_path), list[Spooled]()
    spool.append(item(1))
    whole = (tmp_path / "coming.log").read_bytes()
    for cut in range(1, len(whole)):
        with (tmp_path / "coming.log").open("wb") as file:
            file.write(whole + whole[:cut])
        spool.append(item(2))

        spool.drain(seen.append, is_away)

        assert seen in ([item(1), item(2)], [item(1), item(1), item(2)]), cut
        seen.clear()


def test_a_full_spool_says_so_and_keeps_what_it_has(tmp_path: Path) -> None:
    Spool(tmp_path).append(item(1))
    one = (tmp_path / "coming.log").stat().st_size
    spool, seen = Spool(tmp_path, largest=one * 2), list[Spooled]()
    spool.append(item(2))

    with pytest.raises(SpoolFull):
        spool.append(item(3))

    assert spool.backlog().is_full
    spool.drain(seen.append, is_away)
    assert seen == [item(1), item(2)]
    spool.append(item(3))


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Spool(tmp_path / "spool").append(item(1))
    finally:
        os.umask(before)

    files = [path for path in (tmp_path / "spool").iterdir() if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "spool").stat().st_mode) == 0o700


_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from interfaces.ingress.spool import Spool, Spooled
spool, number = Spool(Path(sys.argv[1])), 0
while True:
    spool.append(Spooled("mpesa", f"/cb/{number}", b"x" * 4000, datetime.now(UTC)))
    print(number, flush=True)
    number += 1
"""


def test_what_was_accepted_before_a_kill_is_there_after_it(tmp_path: Path) -> None:
    told, seen = -1, list[str]()
    for _ in range(3):
        writer = subprocess.Popen(  # noqa: S603 — our own program
            [sys.executable, "-c", _WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout
        for line in writer.stdout:
            told = int(line)
            if told == 30:
                os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        seen.clear()

        Spool(tmp_path).drain(lambda one: seen.append(one.address), is_away)

        assert told >= 30
        assert seen[: told + 1] == [f"/cb/{number}" for number in range(told + 1)]
