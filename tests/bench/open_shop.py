"""A shop for the bench: a real server with every commit on the disk, and one small stocked boutique."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import httpx

from interfaces.composition import House, house
from interfaces.demo.seeding import seeding_models, stock_shop
from interfaces.postgres.credentials import Credentials
from interfaces.postgres.embedded import EmbeddedServer
from interfaces.postgres.migrate import prepare
from interfaces.postgres.projector import Projector
from interfaces.settings import Settings
from interfaces.worker import Lanes, stopped
from tests.support.house import AMANI

SECRET: Final = b"bench"
UP_WITHIN: Final = 60.0
PUBLIC: Final = {
    "DUKANI_PUBLIC_URL": "https://bench.example",
    "DUKANI_WHATSAPP_APP_SECRETS": f'["{SECRET.decode()}"]',
}
"""Settings of an installation that the world can reach; nothing in the bench lets it reach the world."""

SANDBOX: Final = {"DUKANI_SANDBOX": "1"}


@contextmanager
def stocked() -> Iterator[House]:
    """A house with a boutique whose pieces can be found."""
    directory = Path(tempfile.mkdtemp(prefix="dks-"))
    credentials = Credentials.kept_in(directory)
    server = EmbeddedServer(directory, credentials)
    try:
        prepare(server.start(), credentials)
        home = house(Settings(data_dir=directory, sandbox=True, quiet_seconds=0))
        _stock(home)
        yield home
        home.close()
    finally:
        server.stop()
        shutil.rmtree(directory, ignore_errors=True)


def _stock(home: House) -> None:
    plenty = Counter({(p.sku, v.size.value): 500 for p in AMANI.pieces for v in p.variants})
    for _ in stock_shop(home, AMANI, plenty):
        pass
    Projector(home.database, seeding_models()).catch_up()
    Lanes(home, stopped()).drain()
    Projector(home.database, seeding_models()).catch_up()


@contextmanager
def running(home: House, settings: Mapping[str, str], *names: str) -> Iterator[tuple[str, list[int]]]:
    """Processes of the house as `dukani` starts them: where the API answers, and their ids."""
    port = _free_port()
    chosen = {"DUKANI_DATA_DIR": str(home.settings.data_dir), "DUKANI_PORT": str(port), **settings}
    with ExitStack() as stack:
        pids = [stack.enter_context(_process(name, {**os.environ, **chosen})) for name in names]
        url = f"http://127.0.0.1:{port}"
        _until_up(url)
        yield url, pids


@contextmanager
def _process(name: str, environment: Mapping[str, str]) -> Iterator[int]:
    process = subprocess.Popen(  # noqa: S603 — ourselves
        [sys.executable, "-m", "interfaces.cli", name], env=environment, stderr=subprocess.DEVNULL
    )
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait(30)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _until_up(url: str) -> None:
    end = time.monotonic() + UP_WITHIN
    while time.monotonic() < end:
        try:
            if httpx.get(f"{url}/readyz", timeout=2).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise TimeoutError(f"nothing answered at {url}")
