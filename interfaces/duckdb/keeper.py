"""Keeping the figures: the file, what follows the logs, and what answers other processes."""

import threading
from pathlib import Path

from interfaces.duckdb.client import RemoteFigures
from interfaces.duckdb.figures import DuckFigures
from interfaces.duckdb.figures_file import FiguresFile
from interfaces.duckdb.follower import FiguresFollower
from interfaces.duckdb.log_pages import LogPages
from interfaces.duckdb.server import FiguresServer, socket_path
from interfaces.postgres.database import Database
from projections.counted_facts import PLACES, TOPICS


def keep_figures(database: Database, directory: Path, stop: threading.Event) -> None:
    """Keep an installation's figures until told to stop. Raises: FiguresAway when another process does."""
    file = FiguresFile(directory / "figures.duckdb")
    server = FiguresServer(socket_path(directory), DuckFigures(file))
    server.serve_in_background()
    try:
        FiguresFollower(LogPages(database, TOPICS, PLACES), file).run(stop)
    finally:
        server.close()
        file.close()


def ask_figures(directory: Path) -> RemoteFigures:
    """The figures of an installation, whichever process keeps them."""
    return RemoteFigures(socket_path(directory))
