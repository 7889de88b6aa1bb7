"""The one command of the README, as a newcomer gives it: two boutiques with a past open, and close."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx

from tests.support.house import SHOPS, until

OPENS_WITHIN, CLOSES_WITHIN = 240.0, 40.0


def test_the_demo_opens_with_its_past_and_closes_on_one_key(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "interfaces.cli", "demo", "--port", str(port), "--data", str(tmp_path)]
    own = {name: value for name, value in os.environ.items() if not name.startswith("DUKANI_")}
    with (
        subprocess.Popen(command, env=own, start_new_session=True) as shop,  # noqa: S603 — ourselves
        httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=10) as visitor,
    ):
        try:
            until(lambda: shop.poll() is not None or _is_ready(visitor), "the demo", OPENS_WITHIN)
            assert shop.poll() is None
            for demo in SHOPS:
                assert _old_orders(visitor, demo.profile.slug) >= 50
            shop.send_signal(signal.SIGINT)
            assert shop.wait(CLOSES_WITHIN) == 0
        finally:
            shop.kill()


def _is_ready(visitor: httpx.Client) -> bool:
    try:
        return visitor.get("/readyz").status_code == 200
    except httpx.TransportError:
        return False


def _old_orders(visitor: httpx.Client, boutique: str) -> int:
    """How many orders the boutique's own list tells of, in its file: the heading is no order."""
    visitor.cookies.clear()
    visitor.post("/sandbox/api/sign-in", json={"boutique": boutique}).raise_for_status()
    told = visitor.get("/api/orders.csv")
    return len(told.raise_for_status().text.splitlines()) - 1
