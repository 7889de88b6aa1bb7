"""Running: the database, the API and the worker, watched over by one process that a Ctrl-C ends."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import httpx
import structlog
import typer
import uvicorn
from pydantic import ValidationError
from rich.console import Console

from interfaces.postgres.credentials import Credentials
from interfaces.postgres.embedded import EmbeddedServer, ServerFailed
from interfaces.postgres.migrate import MigrationRefused, database_in, prepare
from interfaces.postgres.startup import UnsafeDatabase
from interfaces.sentry.reporting import reported
from interfaces.settings import Settings

LEAST_DISK: Final = 500 * 1024 * 1024
READY_WITHIN: Final = 60.0
CANNOT_OPEN: Final = 2
"""How a process ends that an operator must mend first; starting it again would not help."""
say = Console(stderr=True, highlight=False)


def demo(port: int, data: Path) -> None:
    """Two boutiques, their customers' phones and M-Pesa, on this machine alone."""
    os.environ |= {"DUKANI_SANDBOX": "1", "DUKANI_PORT": str(port), "DUKANI_DATA_DIR": str(data.resolve())}
    with clear_errors():
        settings = Settings()
        check_port(settings)
        with serving_database(settings):
            _seed(settings)
            _watch(settings)


def run() -> None:
    """The whole house, as the settings describe it."""
    with clear_errors():
        settings = Settings()
        check_port(settings)
        with serving_database(settings):
            _watch(settings)


def api() -> None:
    """The API process alone."""
    with clear_errors():
        settings = Settings()
        with reported(settings):
            uvicorn.run(
                "interfaces.asgi:application",
                factory=True,
                host=settings.host,
                port=settings.port,
                log_level="warning",
                access_log=False,
                timeout_graceful_shutdown=20,
            )


def worker() -> None:
    """The worker process alone."""
    from interfaces import worker as working
    from interfaces.collector import keep_what_is_loaded
    from interfaces.composition import house
    from interfaces.connections.settling import settle_tills
    from interfaces.doctor import boutiques_of

    with clear_errors():
        settings, stop = Settings(), threading.Event()
        with reported(settings):
            home = house(settings)
            settle_tills(home.shop, home.connections.claims, boutiques_of(home))
            keep_what_is_loaded()
            for sign in (signal.SIGTERM, signal.SIGINT):
                signal.signal(sign, lambda *_: stop.set())
            working.run(home, stop)
            home.close()


@contextmanager
def serving_database(settings: Settings, *, keep: bool = False) -> Iterator[None]:
    """The database, started where it is ours to start, and migrated. Stopped at the end.

    `keep` leaves one running that another process has started.
    """
    _check_room(settings)
    credentials = Credentials.kept_in(settings.data_dir)
    if settings.database_url:
        address = settings.database_url.get_secret_value()
        prepare(address, credentials, database_in(address))
        yield
        return
    server = EmbeddedServer(settings.data_dir, credentials)
    leave = keep and server.running
    try:
        prepare(server.start(), credentials)
        yield
    finally:
        if not leave:
            server.stop()


def _check_room(settings: Settings) -> None:
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ServerFailed(f"{settings.data_dir} cannot be written: {error.strerror}.") from error
    free = shutil.disk_usage(settings.data_dir).free
    if free < LEAST_DISK:
        raise ServerFailed(
            f"Only {free // 1_048_576} MB are free under {settings.data_dir}; "
            f"Dukani needs {LEAST_DISK // 1_048_576} MB."
        )


def check_port(settings: Settings) -> None:
    """Raises: ServerFailed when another program has the port, with another one to choose."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise ServerFailed(
                f"Port {settings.port} is taken by another program; choose another one: "
                f"PORT={settings.port + 1} make demo"
            ) from error


def _seed(settings: Settings) -> None:
    """Fill the demo's boutiques, once; a second start does not even load what draws them."""
    mark = settings.data_dir / "demo-is-seeded"
    if mark.exists():
        return
    from interfaces.composition import house
    from interfaces.demo.seeding import seed

    home = house(settings)
    try:
        seed(home, say)
    finally:
        home.close()
    mark.touch()


def _watch(settings: Settings) -> None:
    """Start API and worker, start either again when it dies, and end both on Ctrl-C."""
    stop = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stop.set())
    children = {name: _start(name) for name in ("api", "worker")}
    try:
        _announce(settings, stop)
        while not stop.wait(0.3):
            for name, child in children.items():
                if child.poll() == CANNOT_OPEN:
                    raise typer.Exit(CANNOT_OPEN)
                if child.poll() is not None:
                    say.print(f"[yellow]{name} ended ({child.returncode}); starting it again[/]")
                    children[name] = _start(name)
                    stop.wait(1.0)
    finally:
        _end(children)


def _start(name: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 — our own command, no input of anybody
        [sys.executable, "-m", "interfaces.cli", name], start_new_session=True
    )


def _end(children: Mapping[str, subprocess.Popen[bytes]]) -> None:
    for child in children.values():
        if child.poll() is None:
            child.terminate()
    for child in children.values():
        try:
            child.wait(25)
        except subprocess.TimeoutExpired:
            child.kill()


def _announce(settings: Settings, stop: threading.Event) -> None:
    began = time.monotonic()
    while not stop.is_set() and time.monotonic() - began < READY_WITHIN:
        try:
            if httpx.get(f"{settings.own_url}/readyz", timeout=1.0).status_code == 200:
                break
        except httpx.TransportError:
            pass
        stop.wait(0.1)
    if settings.sandbox:
        say.print(f"\n[bold green]Dukani is open:[/] http://localhost:{settings.port}")
        say.print(f"  the phones:    http://localhost:{settings.port}/phones")
        say.print("  the boutiques: choose one on the first page\n  Ctrl-C closes the shop.")
    else:
        say.print(f"[bold green]Dukani is open[/] at {settings.public_url}")


def _log_to_stderr() -> None:
    """One line for each event; a trace tells places in the code and never the values that stood there."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    threading.excepthook = _on_fallen_thread


def _on_fallen_thread(fallen: threading.ExceptHookArgs) -> None:
    name = fallen.thread.name if fallen.thread else ""
    structlog.get_logger().error("thread-fell", kind=name, exc_info=fallen.exc_value)


@contextmanager
def clear_errors() -> Iterator[None]:
    """What an operator can mend is told in one sentence; anything else is a bug and falls."""
    _log_to_stderr()
    try:
        yield
    except ValidationError as error:
        for wrong in error.errors():
            say.print(f"[red]{wrong['msg'].removeprefix('Value error, ')}[/]")
        raise typer.Exit(CANNOT_OPEN) from None
    except (ServerFailed, MigrationRefused, UnsafeDatabase, PermissionError) as error:
        say.print(f"[red]{error}[/]")
        raise typer.Exit(CANNOT_OPEN) from None
