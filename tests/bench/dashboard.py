"""The bench of the dashboard's API, while the agent works. Run: python -m tests.bench dashboard

The API and the worker are processes of their own over a PostgreSQL that keeps every commit. Owners ask fifty
times a second what their screens ask, and customers write all the while, so that the worker answers.
The load comes from the same machine and shares its processors.
"""

import asyncio
import sys
import time
from typing import Final
from uuid import uuid4

import httpx

from domain.staff.events import Role
from interfaces.composition import House
from interfaces.http.sessions import COOKIE, open_session
from interfaces.ingress.messages import IngressSettings, PostgresIngress
from interfaces.whatsapp.payload import read_delivery
from tests.bench.open_shop import SANDBOX, SECRET, running, stocked
from tests.bench.row import Row, at_least, at_most
from tests.support.house import AMANI, account_of, id_of
from tests.support.wire import delivery, text_message

RATE, SECONDS, WRITING = 50, 12, 4
ASKED: Final = (
    "/api/me",
    "/api/today",
    "/api/today/needs",
    "/api/orders",
    "/api/conversations",
    "/api/products",
    "/api/search?q=dress",
    "/api/insights/sales",
    "/api/insights/funnel",
)
SAID: Final = ("hi", "red dress", "how much is number 1?", "do you have it in M?")


def rows() -> list[Row]:
    """How late answers are, and how many customers the agent answered meanwhile."""
    with stocked() as home, running(home, SANDBOX, "api", "worker") as (url, _):
        with home.database.as_boutique(id_of(AMANI)) as conn:
            token = open_session(id_of(AMANI), conn, Role.OWNER, home.clock.now())
        before = _answered(home)
        late = asyncio.run(_load(home, url, token))
        answered = (_answered(home) - before) / SECONDS
    what = f"dashboard API at {RATE}/s with the agent working"
    return [
        at_most(f"{what}, p50", late[len(late) // 2], "ms", 25),
        at_most(f"{what}, p95", late[len(late) * 95 // 100], "ms", 50),
        at_least("messages answered meanwhile", answered, "1/s", 1),
    ]


async def _load(home: House, url: str, token: str) -> list[float]:
    """Milliseconds of each answer, counted from when it should have been asked."""
    stop = asyncio.Event()
    async with httpx.AsyncClient(base_url=url, cookies={COOKIE: token}, timeout=30) as browser:
        for path in ASKED:
            (await browser.get(path)).raise_for_status()
        writing = asyncio.create_task(_customers(home, stop))
        begin = time.perf_counter() + 0.5
        asked = [_ask(browser, n, begin + n / RATE) for n in range(RATE * SECONDS)]
        late = await asyncio.gather(*asked)
        stop.set()
        await writing
    return sorted(late)


async def _ask(browser: httpx.AsyncClient, number: int, at: float) -> float:
    await asyncio.sleep(max(0.0, at - time.perf_counter()))
    answer = await browser.get(ASKED[number % len(ASKED)])
    answer.raise_for_status()
    return (time.perf_counter() - at) * 1000


async def _customers(home: House, stop: asyncio.Event) -> None:
    ingress, number = PostgresIngress(home.database, IngressSettings(SECRET), home.clock), 0
    while not stop.is_set():
        who = {"bsuid": f"KE.{number % 40:017d}", "phone": f"2547{number % 40:08d}"}
        message = text_message(f"wamid.{uuid4()}", SAID[number % len(SAID)], **who)
        told = message | {"timestamp": str(int(time.time()))}
        await ingress.accept(read_delivery(delivery(account_of(AMANI), told)))
        number += 1
        await asyncio.sleep(1 / WRITING)


def _answered(home: House) -> int:
    with home.database.as_boutique(id_of(AMANI)) as conn:
        row = conn.execute(
            "SELECT count(*) FROM dukani.inbox_messages WHERE boutique_id = %s AND side = 'agent'",
            (id_of(AMANI),),
        ).fetchone()
    return int(row[0]) if row else 0


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(f"{row}\n")
