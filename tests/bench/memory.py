"""The bench of memory. Run: python -m tests.bench.memory

What the whole idle system keeps: the API, the worker and PostgreSQL, with a stocked boutique.
Shared pages are counted once, shared out among those who share them (PSS of Linux).
"""

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from interfaces.composition import House
from tests.bench.open_shop import SANDBOX, running, stocked
from tests.bench.row import Row, at_most

SETTLES_IN = 3.0
MOST = 900
PROC = Path("/proc")


def rows() -> list[Row]:
    """Each part and all of it; nothing where the system does not tell."""
    if not (PROC / "self" / "smaps_rollup").exists():
        return []
    with stocked() as home, running(home, SANDBOX, "api", "worker") as (_, (api, worker)):
        home.close()
        time.sleep(SETTLES_IN)
        parts = {
            "API": _megabytes([api]),
            "worker": _megabytes([worker]),
            "PostgreSQL": _megabytes(_postgres(home)),
        }
    told = [Row(f"memory idle, {name}", size, "MB", None, None, "told", True) for name, size in parts.items()]
    return [*told, at_most("memory idle, all", sum(parts.values()), "MB", MOST)]


def _postgres(home: House) -> Sequence[int]:
    """The server and its children, by the file that it keeps its id in."""
    kept = next(home.settings.data_dir.rglob("postmaster.pid"))
    postmaster = int(kept.read_text(encoding="utf-8").split()[0])
    return [postmaster, *(pid for pid, parent in _parents() if parent == postmaster)]


def _parents() -> Iterator[tuple[int, int]]:
    for place in PROC.glob("[0-9]*/stat"):
        try:
            fields = place.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        yield int(place.parent.name), int(fields[1])


def _megabytes(pids: Sequence[int]) -> float:
    return sum(_pss(pid) for pid in pids) / 1024


def _pss(pid: int) -> int:
    """Units: kB; nothing for a process that has just ended."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(f"{row}\n")
