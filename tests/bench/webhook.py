"""The bench of the webhook. Run: python -m tests.bench.webhook

Signed single deliveries over loopback into the real API process and a PostgreSQL that keeps every commit. The
load comes from the same machine and shares its processors.
"""

import asyncio
import sys
import time
from collections.abc import Iterator
from typing import Final
from uuid import uuid4

from interfaces.whatsapp.signature import sign
from tests.bench.open_shop import PUBLIC, SECRET, running, stocked
from tests.bench.row import Row, at_most
from tests.support.house import AMANI, account_of
from tests.support.wire import delivery, status, text_message

RATE: Final = 264
"""What Meta sends to a number at its default rate of 80 messages: texts and their statuses, at their peak."""

CONNECTIONS: Final = 48
SECONDS: Final = 8.0
TRIVIAL: Final = b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def rows() -> list[Row]:
    """Acknowledgements per second beside the same server's trivial route, and how late they are."""
    with stocked() as home, running(home, PUBLIC, "api") as (url, _):
        port = int(url.rsplit(":", 1)[1])
        most = _rate_of(asyncio.run(_flood(port, [TRIVIAL] * 4_000)))
        acknowledged = _rate_of(asyncio.run(_flood(port, [_request(n) for n in range(4_000)])))
        paced = asyncio.run(_paced(port, [_request(n) for n in range(int(RATE * SECONDS))]))
    return [
        Row(
            "webhook acknowledgements, signed and committed",
            acknowledged,
            "1/s",
            most,
            acknowledged / most,
            f">= {RATE}",
            acknowledged >= RATE,
        ),
        at_most(f"webhook answer at {RATE}/s, p50", paced[len(paced) // 2], "ms", 100),
        at_most(f"webhook answer at {RATE}/s, p99", paced[len(paced) * 99 // 100], "ms", 250),
    ]


def _request(number: int) -> bytes:
    """A whole HTTP request, made beforehand so that the load costs little while it runs."""
    bsuid = f"KE.{number % 500:017d}"
    one = (
        text_message(f"wamid.{uuid4()}", "Habari, hii ni bei gani?", bsuid=bsuid)
        if number % 11 == 0
        else status(f"wamid.{uuid4()}", "delivered", bsuid=bsuid)
    )
    body = delivery(account_of(AMANI), one)
    lines = (
        "POST /webhooks/whatsapp HTTP/1.1",
        "Host: 127.0.0.1",
        "Content-Type: application/json",
        f"X-Hub-Signature-256: {sign(SECRET, body)}",
        f"Content-Length: {len(body)}",
    )
    return "\r\n".join([*lines, "", ""]).encode() + body


async def _flood(port: int, requests: list[bytes]) -> tuple[int, float]:
    """As fast as the connections go: how many, in how many seconds."""
    queue = iter([(0.0, request) for request in requests])
    latencies: list[float] = []
    began = time.perf_counter()
    await asyncio.gather(*(_connection(port, queue, latencies) for _ in range(CONNECTIONS)))
    return len(latencies), time.perf_counter() - began


def _rate_of(done: tuple[int, float]) -> float:
    return done[0] / done[1]


async def _paced(port: int, requests: list[bytes]) -> list[float]:
    """Milliseconds, counted from when each delivery should have started."""
    begin = time.perf_counter() + 0.3
    queue = iter([(begin + number / RATE, request) for number, request in enumerate(requests)])
    latencies: list[float] = []
    await asyncio.gather(*(_connection(port, queue, latencies) for _ in range(CONNECTIONS)))
    return sorted(latencies)


async def _connection(port: int, queue: Iterator[tuple[float, bytes]], latencies: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for at, request in queue:
        begin = at or time.perf_counter()
        await asyncio.sleep(max(0.0, begin - time.perf_counter()))
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise ConnectionError(head.decode())
        await reader.readexactly(_length(head))
        latencies.append((time.perf_counter() - begin) * 1000)
    writer.close()


def _length(head: bytes) -> int:
    named = next((line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), b":0")
    return int(named.split(b":")[1])


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(f"{row}\n")
