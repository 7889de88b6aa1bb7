"""All benches. Run: make bench

Prints a table and writes the same rows to bench.jsonl. DUKANI_PHOTOS names the photos on which the eye is
judged; without it that part is left out, and said to be. Parts run alone by name: python -m tests.bench
turns; `--without insights` runs all but the one that takes minutes and gigabytes. How Lighthouse judges the
pages is asked for by name, since it is installed for that: make bench PARTS=pages.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the entry points do, before numpy is imported

from rich.console import Console
from rich.table import Table

from tests.bench import dashboard, imports, insights, memory, pages, read_models, store, turns, webhook
from tests.bench.row import Row

OUT = Path("bench.jsonl")
PHOTOS = "DUKANI_PHOTOS"
WITHOUT = "--without"
say = Console(highlight=False, width=None if sys.stdout.isatty() else 120)


def eye() -> list[Row]:
    """How well the eye sees, where there are photos to judge it by."""
    folder = os.environ.get(PHOTOS)
    if not folder:
        say.print(f"[yellow]The eye was not judged: {PHOTOS} names no folder of photos.[/]")
        return []
    from tests.bench import eye_quality

    found = eye_quality.measure(Path(folder))
    return [Row(f"eye: {r.name}", r.value, r.unit, None, None, _goal(r), r.holds) for r in found]


def _goal(row: object) -> str:
    goal = getattr(row, "goal", None)
    return "told" if goal is None else f"{'<=' if getattr(row, 'unit', '') == 'ms' else '>='} {goal:g}"


PARTS: Mapping[str, Callable[[], Sequence[Row]]] = {
    "store": store.rows,
    "webhook": webhook.rows,
    "turns": turns.rows,
    "read_models": read_models.rows,
    "insights": insights.rows,
    "dashboard": dashboard.rows,
    "memory": memory.rows,
    "imports": imports.rows,
    "eye": eye,
    "pages": pages.rows,
}
WHEN_ASKED: Final = frozenset({"pages"})
"""They need a browser and what npm installs for them, and run only by name."""


def table(rows: Sequence[Row]) -> Table:
    """The rows as people read them."""
    drawn = Table("what", "value", "unit", "limit", "of it", "goal", "", title="Dukani's figures")
    for column in (1, 3, 4):
        drawn.columns[column].justify = "right"
    for row in rows:
        limit = "" if row.limit is None else f"{row.limit:,.1f}"
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        held = "[green]holds[/]" if row.holds else "[red]missed[/]"
        drawn.add_row(row.name, f"{row.value:,.2f}", row.unit, limit, ratio, row.goal, held)
    return drawn


def main(names: Sequence[str]) -> int:
    """Run these parts, or all but those after --without. A missed goal is printed and fails nothing."""
    at = names.index(WITHOUT) if WITHOUT in names else len(names)
    wanted, unwanted = set(names[:at] or PARTS.keys() - WHEN_ASKED), set(names[at + 1 :])
    found: list[Row] = []
    for name in [name for name in PARTS if name in wanted - unwanted]:
        part = PARTS[name]
        began = time.monotonic()
        found += part()
        OUT.write_text("".join(f"{json.dumps(asdict(row))}\n" for row in found), encoding="utf-8")
        say.print(f"[dim]{name}: {time.monotonic() - began:.0f} s[/]")
    say.print(table(found))
    say.print(f"The same rows stand in {OUT}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
