"""The bench of the read side. Run: python -m tests.bench.read_models

Rebuilds run over a boutique's life in a real log on the disk; searches are compared with looking at every
piece one by one.
"""

import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import numpy as np

from application.look import Look
from application.understanding import Need
from domain.clothing import Colour, Garment
from domain.fact import Recorded
from domain.identity import BoutiqueId
from domain.sizes import Size
from interfaces.composition import SystemClock
from interfaces.duckdb.figures_file import FiguresFile
from interfaces.duckdb.follower import FiguresFollower
from interfaces.duckdb.log_pages import LogPages
from interfaces.postgres.database import Database, enter
from interfaces.postgres.event_store import PostgresFactLog
from interfaces.postgres.projector import Projector
from interfaces.read_models import read_models
from interfaces.shelf.picture_vectors import DIMENSIONS, as_text
from interfaces.shelf.shelf import PostgresShelf
from interfaces.shelf.tags import tags_of_listing
from projections.counted_facts import PLACES, TOPICS
from projections.orders import Orders
from projections.product_index import ProductIndex
from tests.bench import customer_lists
from tests.bench.row import Row, at_least, at_most
from tests.bench.store import bench
from tests.projections.history import History, lived

FACTS = 40_000
SHELVES = (500, 5_000, 20_000)
MODEL = "bench"


def rebuilds(database: Database, facts: int = FACTS) -> list[Row]:
    """Each read model from zero, reading and applying a boutique's log.

    The readers of the facts' kinds are made before, as they are in a process that has run for a minute.
    """
    log = PostgresFactLog(database)
    log.append(lived(BoutiqueId(uuid4()), seed=3, days=60).facts)
    Projector(database, read_models()).catch_up()
    boutique = BoutiqueId(uuid4())
    life = lived(boutique, seed=1, days=facts // 18).facts
    for begin in range(0, len(life), 1_000):
        log.append(life[begin : begin + 1_000])
    told = len(life)
    del life
    rows = []
    for model in read_models():
        began = time.perf_counter()
        taken = Projector(database, [model]).catch_up()
        rate = taken / (time.perf_counter() - began)
        rows.append(at_least(f"rebuild {model.name}", rate, "facts/s", 25_000))
    began = time.perf_counter()
    together = Projector(database, read_models())
    for model in read_models():
        together.rebuild(model.name)
    taken = together.catch_up()
    seconds = time.perf_counter() - began
    rows.append(at_least("rebuild all read models of one page in turn", taken / seconds, "facts/s", 25_000))
    rows.append(_figures(database, told))
    return rows


def _figures(database: Database, facts: int) -> Row:
    home = Path(tempfile.mkdtemp(prefix="dkf-"))
    file = FiguresFile(home / "figures.duckdb")
    began = time.perf_counter()
    FiguresFollower(LogPages(database, TOPICS, PLACES), file).catch_up()
    rate = facts / (time.perf_counter() - began)
    file.close()
    shutil.rmtree(home)
    return at_least("rebuild sales (DuckDB)", rate, "facts/s", 50_000)


def lag(database: Database, times: int = 80) -> list[Row]:
    """From a commit until its row can be read, with the projector running in a thread."""
    history = lived(BoutiqueId(uuid4()), seed=2, days=5)
    projector, stop = Projector(database, [Orders()]), threading.Event()
    log = PostgresFactLog(database)
    log.append(history.facts)
    projector.catch_up()
    running = threading.Thread(target=projector.run, args=(stop,))
    running.start()
    waited = [_visible_after(database, log, history) for _ in range(times)]
    stop.set()
    running.join()
    waited.sort()
    return [
        at_most("lag commit to visible, p50", 1000 * statistics.median(waited), "ms", 25),
        at_most("lag commit to visible, p95", 1000 * waited[int(0.95 * times)], "ms", 100),
    ]


def _visible_after(database: Database, log: PostgresFactLog, history: History) -> float:
    known = len(history.facts)
    order = history.buy(history.customers[0])
    log.append(history.facts[known:])
    began = time.perf_counter()
    while True:
        with database.as_boutique(history.boutique) as conn:
            if conn.execute("SELECT 1 FROM dukani.orders WHERE order_id = %s", (order,)).fetchone():
                return time.perf_counter() - began
        time.sleep(0.001)


def searches(database: Database, pieces: int, times: int = 60) -> list[Row]:
    """Search by picture, and by words, among so many pieces of one boutique."""
    chance, boutique = Random(pieces), BoutiqueId(uuid4())
    vectors = _stock(database, boutique, pieces, chance)
    shelf = PostgresShelf(database, SystemClock())
    shelf.search(boutique, Need(), None, 5)
    matrix, names = np.array(list(vectors.values())), list(vectors)
    found = right = 0
    by_picture: list[float] = []
    for _ in range(times):
        wanted = _near(matrix[chance.randrange(len(names))], chance)
        began = time.perf_counter()
        got = shelf.search(boutique, Need(), _look(wanted), 10)
        by_picture.append(time.perf_counter() - began)
        best = {names[place] for place in np.argsort(-(matrix @ wanted))[:10]}
        found += len(best)
        right += len(best & {one.piece.product for one in got})
    by_words = [_timed(lambda: shelf.search(boutique, _need(chance), None, 5)) for _ in range(times)]
    exact = at_least(f"picture search, recall at 10 of {pieces}", right / found, "", 1.0)
    limit = 10 if pieces <= 500 else 30 if pieces <= 5_000 else 100
    return [
        exact,
        at_most(f"picture search, p50 of {pieces}", 1000 * statistics.median(by_picture), "ms", limit),
        at_most(f"word search, p50 of {pieces}", 1000 * statistics.median(by_words), "ms", limit),
    ]


def _stock(
    database: Database, boutique: BoutiqueId, pieces: int, chance: Random
) -> dict[UUID, Sequence[float]]:
    history = History(boutique, pieces)
    facts: list[Recorded[Any]] = history.facts
    while len(history.products) < pieces:
        history.list_product()
    shown = {
        row: fact.fact.picture
        for fact in facts
        if fact.fact.__class__.__name__ == "PhotoAdded"
        for row in [UUID(fact.originator_id.rsplit("/", 1)[1])]
    }
    raw = np.array([[chance.gauss(0, 1) for _ in range(DIMENSIONS)] for _ in shown])
    unit = raw / np.linalg.norm(raw, axis=1, keepdims=True)
    with database.as_follower() as conn:
        enter(conn, boutique)
        ProductIndex(tags_of_listing).apply(conn, boutique, facts)
    with database.as_boutique(boutique) as conn, conn.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO dukani.picture_vectors (boutique_id, model, picture, vector)"
            " VALUES (%s, %s, %s, %s::vector)",
            [(boutique, MODEL, name, as_text(row)) for name, row in zip(shown.values(), unit, strict=True)],
        )
    return dict(zip(shown, unit, strict=True))


def _near(vector: Sequence[float], chance: Random) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    moved = np.array(vector) + np.array([chance.gauss(0, 0.05) for _ in range(DIMENSIONS)])
    near: np.ndarray[tuple[int], np.dtype[np.float64]] = moved / np.linalg.norm(moved)
    return near


def _look(vector: Iterable[float]) -> Look:
    return Look(None, (), (), None, None, None, tuple(map(float, vector)), MODEL)


def _need(chance: Random) -> Need:
    return Need(
        garments=(chance.choice(list(Garment)),),
        colours=(chance.choice(list(Colour)),),
        sizes=(Size.letter("M"),),
        max_price=300_000,
        free_words=("malaka",),
    )


def _timed(asked: Callable[[], object]) -> float:
    began = time.perf_counter()
    asked()
    return time.perf_counter() - began


def rows() -> list[Row]:
    """All figures of the read side."""
    with bench() as on:
        found = [*rebuilds(on.database), *lag(on.database)]
        for pieces in SHELVES:
            found += searches(on.database, pieces)
        return [*found, *customer_lists.rows(on)]


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(f"{row}\n")
