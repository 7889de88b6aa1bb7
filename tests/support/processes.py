"""The house as real processes, each of which may be killed at any moment and is then started again.

They are forked from a process that has the house's code in memory and nothing else: a start is loading for
the most part, and a test that kills twenty times would spend its time with that.
"""

import json
import multiprocessing
import os
import shutil
import signal
import socket
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import httpx

from interfaces.cli import app
from interfaces.composition import House
from interfaces.playground import sandbox_settings
from interfaces.postgres.credentials import FILE
from interfaces.sandbox.store import Row
from interfaces.settings import Settings
from tests.support.house import OpenHouse, PassingClock, copy_of, stock_once, until
from tests.support.postgres import TestServer

STARTS_WITHIN = 40.0

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["interfaces.commands.running", "interfaces.asgi", "interfaces.worker"])


@dataclass
class Processes:
    """API and worker. Shape: `house` looks at their database and their sandbox from outside."""

    house: OpenHouse
    environment: dict[str, str]
    running: dict[str, ForkServerProcess]

    def start(self, name: str) -> None:
        """Start the process and, where it answers, wait until it does."""
        self.running[name] = _FORKS.Process(target=_become, args=(name, self.environment), daemon=True)
        self.running[name].start()
        if name == "api":
            until(self._answers, "the API", STARTS_WITHIN)

    def kill(self, name: str) -> None:
        """End the process as a power cut would, with nothing put in order."""
        process = self.running[name]
        process.kill()
        process.join(10)
        assert process.exitcode == -signal.SIGKILL, f"{name} had ended by itself: {process.exitcode}"

    def stop(self) -> None:
        """End all that still run."""
        for process in self.running.values():
            process.kill()
            process.join(10)

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.house.url}/livez", timeout=2).status_code == 200
        except httpx.TransportError:
            return False


@contextmanager
def house_of_processes(server: TestServer, base: Path) -> Iterator[Processes]:
    """A stocked house whose API and worker are processes of their own."""
    stocked = stock_once(server, base)
    database, directory = copy_of(server, stocked.database), base / f"processes-{os.urandom(4).hex()}"
    shutil.copytree(stocked.pictures, directory / "pictures")
    (directory / FILE).touch(mode=0o600)
    (directory / FILE).write_text(json.dumps(asdict(server.credentials)))
    environment = _environment(directory, server.admin_of(database))
    home = House(_settings(environment), server.credentials, server.addresses(database))
    house = OpenHouse(
        home=home,
        world=sandbox_settings(home),
        clock=PassingClock(),
        server=server,
        database=database,
        rows=_reader(directory / "sandbox" / "sandbox.sqlite3"),
    )
    processes = Processes(house, environment, {})
    try:
        processes.start("api")
        processes.start("worker")
        yield processes
    finally:
        processes.stop()
        home.close()
        server.drop(database)


def _become(command: str, environment: dict[str, str]) -> None:
    """Be `dukani <command>` from now on, as if it had been started in this environment."""
    os.setsid()
    os.environ.clear()
    os.environ.update(environment)
    app([command])


def _environment(directory: Path, database: str) -> dict[str, str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return os.environ | {
        "DUKANI_SANDBOX": "1",
        "DUKANI_PORT": str(port),
        "DUKANI_DATA_DIR": str(directory),
        "DUKANI_DATABASE_URL": database,
        "DUKANI_QUIET_SECONDS": "0.15",
        "DUKANI_WORKERS": "2",
    }


def _settings(environment: dict[str, str]) -> Settings:
    return Settings(
        data_dir=Path(environment["DUKANI_DATA_DIR"]),
        port=int(environment["DUKANI_PORT"]),
        sandbox=True,
        workers=2,
    )


def _reader(file: Path) -> Callable[..., list[Row]]:
    """The sandbox's rows, read beside the process that writes them."""

    def rows(query: str, *values: object) -> list[Row]:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=10)) as db:
            db.row_factory = sqlite3.Row
            return db.execute(query, values).fetchall()

    return rows
