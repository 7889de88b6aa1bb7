"""The embedded server starts, is shared, survives a kill and stops, and says clearly what is wrong."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from interfaces.postgres import embedded
from interfaces.postgres.credentials import Credentials
from interfaces.postgres.database import Database
from interfaces.postgres.embedded import EmbeddedServer, ServerFailed
from interfaces.postgres.migrate import prepare
from interfaces.postgres.startup import refuse_unsafe
from tests.support.present import present

HASTE = {"fsync": "off", "shared_buffers": "16MB", "max_connections": "20"}


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    place = Path(tempfile.mkdtemp(prefix="dke-"))
    yield place
    EmbeddedServer(place, Credentials.kept_in(place), HASTE).stop()
    shutil.rmtree(place)


@pytest.fixture
def server(home: Path) -> EmbeddedServer:
    return EmbeddedServer(home, Credentials.kept_in(home), HASTE)


def test_a_second_start_is_quick_and_a_running_server_is_shared(server: EmbeddedServer, home: Path) -> None:
    server.start()
    server.stop()
    assert not server.running

    began = time.monotonic()
    address = server.start()
    assert time.monotonic() - began < 2.0
    assert EmbeddedServer(home, Credentials.kept_in(home), HASTE).attach() == address
    assert server.start() == address


def test_another_process_uses_it_by_its_address(server: EmbeddedServer) -> None:
    address = server.start()
    code = "import psycopg, sys; print(psycopg.connect(sys.argv[1]).execute('SELECT 40 + 2').fetchone()[0])"
    command = [sys.executable, "-c", code, address]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "42"


def test_nothing_committed_is_lost_when_the_server_is_killed(server: EmbeddedServer) -> None:
    with psycopg.connect(server.start(), autocommit=True) as conn:
        conn.execute("DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 7 AS n")
        asked = "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int"
        (pid,) = present(conn.execute(asked).fetchone())
    os.kill(pid, signal.SIGKILL)

    with psycopg.connect(server.start()) as conn:
        assert conn.execute("SELECT n FROM kept").fetchone() == (7,)


def test_a_pid_file_that_names_a_stranger_is_not_believed(server: EmbeddedServer, home: Path) -> None:
    server.start()
    server.stop()
    (home / "postgres" / "postmaster.pid").write_text(f"{os.getpid()}\n/elsewhere\n1\n5432\n\n\n0\nready\n")

    assert not server.running
    server.start()
    assert server.running


def test_every_connection_needs_its_password_and_no_port_is_open(server: EmbeddedServer) -> None:
    address = server.start()
    with psycopg.connect(address) as conn:
        assert conn.execute("SHOW listen_addresses").fetchone() == ("",)
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(address, password="guessed")


def test_the_secrets_are_readable_by_their_owner_alone(server: EmbeddedServer, home: Path) -> None:
    path = home / "secrets.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Credentials.kept_in(home) == Credentials.kept_in(home)
    assert repr(Credentials.kept_in(home)).count(Credentials.kept_in(home).app) == 0
    path.chmod(0o644)
    with pytest.raises(PermissionError, match="chmod 600"):
        Credentials.kept_in(home)
    path.chmod(0o600)


def test_a_long_path_still_gets_a_short_socket(home: Path) -> None:
    far = home / ("long-" * 15) / ("longer-" * 8)
    server = EmbeddedServer(far, Credentials.kept_in(far), HASTE)
    try:
        with psycopg.connect(server.start()) as conn:
            assert conn.execute("SELECT 1").fetchone() == (1,)
    finally:
        server.stop()


def test_a_full_disk_is_said_in_one_sentence(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "NEEDED_BYTES", 1 << 60)
    with pytest.raises(ServerFailed, match=r"^The disk under .* is nearly full: \d+ MiB free, 300 needed\.$"):
        EmbeddedServer(home, Credentials.kept_in(home), HASTE).start()


def test_a_server_that_cannot_start_says_why(home: Path) -> None:
    place = home / "spoiled"
    credentials = Credentials.kept_in(place)
    server = EmbeddedServer(place, credentials, HASTE)
    server.start()
    server.stop()
    (place / "postgres" / "postgresql.conf").write_text("no such setting = at all\n")
    with pytest.raises(ServerFailed, match=r"^The database server under .*spoiled does not answer: .+"):
        server.start()


def test_attaching_to_nothing_says_what_to_do(home: Path) -> None:
    place = home / "nothing"
    with pytest.raises(ServerFailed, match="start `dukani` first"):
        EmbeddedServer(place, Credentials.kept_in(place), HASTE).attach()


def test_a_plain_administrator_of_a_managed_server_is_enough(home: Path) -> None:
    place = home / "managed"
    credentials = Credentials.kept_in(place)
    server = EmbeddedServer(place, credentials, HASTE)
    address = server.start()
    try:
        with psycopg.connect(address, autocommit=True) as conn:
            conn.execute("CREATE ROLE manager LOGIN CREATEROLE CREATEDB PASSWORD 'word'")
            conn.execute("CREATE DATABASE dukani OWNER manager")
        with psycopg.connect(make_conninfo(address, dbname="dukani"), autocommit=True) as conn:
            conn.execute("CREATE EXTENSION vector")
        manager = make_conninfo(address, user="manager", password="word")

        assert prepare(manager, credentials) == prepare(manager, credentials)
        with Database(prepare(manager, credentials), 2) as database:
            refuse_unsafe(database)
    finally:
        server.stop()
