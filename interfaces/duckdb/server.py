"""Answers other processes' questions to the figures over a Unix socket that only this user can open."""

import hashlib
import socketserver
import tempfile
import threading
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from interfaces.duckdb.wire import LONGEST_QUESTION, AllFigures, Answer, Question, answer
from projections.sales import FiguresAway

LONGEST_PATH: Final = 100
"""Bytes that the name of a Unix socket may have on every system that we know."""


def socket_path(directory: Path) -> Path:
    """Where the figures of an installation answer; under a short name where the directory's is too long."""
    path = directory / "figures.sock"
    if len(bytes(path)) <= LONGEST_PATH:
        return path
    named = hashlib.sha256(bytes(directory)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"dukani-{named}.sock"


class FiguresServer(socketserver.ThreadingUnixStreamServer):
    """Serves a line for a line. Example: FiguresServer(path, figures).serve_in_background()"""

    daemon_threads = True

    def __init__(self, path: Path, figures: AllFigures) -> None:
        path.unlink(missing_ok=True)
        self.figures = figures
        super().__init__(str(path), _Asked)
        path.chmod(0o600)
        self._path = path

    def serve_in_background(self) -> threading.Thread:
        """Answer from a thread of its own until closed."""
        thread = threading.Thread(target=self.serve_forever, args=(0.1,), name="figures", daemon=True)
        thread.start()
        return thread

    def close(self) -> None:
        """Answer no more."""
        self.shutdown()
        self.server_close()
        self._path.unlink(missing_ok=True)


class _Asked(socketserver.StreamRequestHandler):
    server: FiguresServer
    timeout = 30

    def handle(self) -> None:
        """One question after another until the other side has no more."""
        try:
            while line := self.rfile.readline(LONGEST_QUESTION):
                self.wfile.write(self._answer(line).model_dump_json().encode() + b"\n")
        except (TimeoutError, ConnectionError):
            return

    def _answer(self, line: bytes) -> Answer:
        try:
            return Answer(found=answer(self.server.figures, Question.model_validate_json(line)))
        except ValidationError:
            return Answer(fault="the question makes no sense")
        except FiguresAway as away:
            return Answer(fault=str(away))
