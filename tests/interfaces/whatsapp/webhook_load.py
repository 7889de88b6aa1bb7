"""Load on the webhook: signed single deliveries at a steady rate, over HTTP, into a durable PostgreSQL.

The server and its database share one core (`taskset`), the load comes from another. Prints one line of JSON.

Example: python -m tests.interfaces.whatsapp.webhook_load --rate 264 --seconds 20
"""

import argparse
import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import uvicorn
from fastapi import FastAPI

from interfaces.composition import SystemClock
from interfaces.ingress.messages import IngressSettings, PostgresIngress
from interfaces.postgres.credentials import Addresses, Credentials
from interfaces.postgres.database import Database
from interfaces.postgres.embedded import EmbeddedServer
from interfaces.postgres.migrate import prepare
from interfaces.whatsapp.signature import sign
from interfaces.whatsapp.webhook import WebhookSettings, whatsapp_webhook
from tests.support.wire import delivery, status, text_message

SECRET = b"load"
PORT = 18_437
CONNECTIONS = 60


def serve(directory: Path) -> None:
    """The server alone, on the core it was given."""
    os.sched_setaffinity(0, {0})
    credentials = Credentials.kept_in(directory)
    server = EmbeddedServer(directory, credentials)
    admin = server.start()
    prepare(admin, credentials, "load")
    addresses = Addresses.of(admin, credentials, "load")
    with psycopg.connect(f"{admin} dbname=load") as conn:
        conn.execute(
            "INSERT INTO dukani.boutique_accounts VALUES (%s, 'whatsapp', '1063', now())", (uuid4(),)
        )
    app = FastAPI()
    settings = WebhookSettings((SECRET,), "verify")
    messages = PostgresIngress(Database(addresses), IngressSettings(b"s"), SystemClock())
    app.include_router(whatsapp_webhook(messages, settings))
    try:
        uvicorn.run(app, port=PORT, log_level="warning", access_log=False)
    finally:
        server.stop()


async def load(rate: float, seconds: float) -> list[float]:
    """Latencies in milliseconds, counted from when each delivery should have started."""
    requests = [_request(number) for number in range(int(rate * seconds))]
    await _until_up()
    begin = time.perf_counter() + 0.5
    queue = iter([(begin + number / rate, request) for number, request in enumerate(requests)])
    latencies: list[float] = []
    await asyncio.gather(*(_connection(queue, latencies) for _ in range(CONNECTIONS)))
    return sorted(latencies)


def _request(number: int) -> bytes:
    """A whole HTTP request, made beforehand so that the load costs little while it runs."""
    bsuid = f"KE.{number % 500:017d}"
    piece = (
        text_message(f"wamid.{uuid4()}", "Habari, hii ni bei gani?", bsuid=bsuid)
        if number % 11 == 0
        else status(f"wamid.{uuid4()}", "delivered", bsuid=bsuid)
    )
    body = delivery("1063", piece)
    lines = (
        "POST /webhooks/whatsapp HTTP/1.1",
        "Host: 127.0.0.1",
        "Content-Type: application/json",
        f"X-Hub-Signature-256: {sign(SECRET, body)}",
        f"Content-Length: {len(body)}",
    )
    return "\r\n".join([*lines, "", ""]).encode() + body


async def _until_up() -> None:
    for _ in range(600):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", PORT)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            writer.close()
            return
    raise SystemExit("the server did not come up")


async def _connection(queue: Iterator[tuple[float, bytes]], latencies: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    for at, request in queue:
        await asyncio.sleep(max(0.0, at - time.perf_counter()))
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise SystemExit(head.decode())
        latencies.append((time.perf_counter() - at) * 1000)
    writer.close()


def main() -> None:
    """Measure once."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--rate", type=float, default=264)
    asked.add_argument("--seconds", type=float, default=20)
    asked.add_argument("--serve", type=Path)
    given = asked.parse_args()
    if given.serve:
        serve(given.serve)
        return
    os.sched_setaffinity(0, {1})
    directory = Path(tempfile.mkdtemp(prefix="dkl-"))
    command = [sys.executable, "-m", __spec__.name, "--serve", str(directory)]
    server = subprocess.Popen(command)  # noqa: S603 — ourselves
    try:
        latencies = asyncio.run(load(given.rate, given.seconds))
    finally:
        server.terminate()
        server.wait(30)
        shutil.rmtree(directory, ignore_errors=True)
    found = {f"p{share}": round(latencies[len(latencies) * share // 100], 1) for share in (50, 95, 99)}
    found["max"] = round(latencies[-1], 1)
    sys.stdout.write(json.dumps({"rate": given.rate, "n": len(latencies), **found}) + "\n")


if __name__ == "__main__":
    main()
