"""The bench of a turn. Run: python -m tests.bench.turns

From the messages that wait in the inbox to the committed reply, on the offline brain, over a PostgreSQL that
keeps every commit. The quiet window, in which the shop waits for the rest of a burst, is left out.
"""

import asyncio
import statistics
import sys
import threading
import time
from uuid import uuid4

from application.conversing import Conversing
from application.inbound import customer_of
from application.ports import Capabilities, MediaRef, Outgoing, Recipient
from application.unit import Units
from domain.channel import Channel
from domain.fact import Actor, Cause
from domain.identity import CustomerId, stream_of
from interfaces.composition import House
from interfaces.ingress.messages import IngressSettings, PostgresIngress
from interfaces.whatsapp.payload import CHANNEL, read_delivery
from tests.bench.commits import fact
from tests.bench.open_shop import SECRET, stocked
from tests.bench.row import Row, at_least, at_most
from tests.support.house import AMANI, account_of, id_of, photo_of
from tests.support.wire import delivery, image_message, text_message

WALK = ("hi", "red dress", "how much is number 1?", "1", "M", "show my cart")
"""What each customer says, one message a turn."""

CUSTOMERS, LANES = 60, 4


class _Silence:
    """WhatsApp, answering at once; a customer's photo is the one she was told to take."""

    def capabilities(self, channel: Channel) -> Capabilities:
        return Capabilities()

    def has_template(self, to: Recipient) -> bool:
        return False

    def send(self, message: Outgoing) -> str:
        return str(message.reply_id)

    def fetch_media(self, media: MediaRef) -> bytes:
        return photo_of("AM-103-RED")

    def show_typing(self, to: Recipient, provider_id: str) -> None:
        """Nobody sees it."""


class _Shop:
    """The boutique between its real inbox, log, eye and shelf."""

    def __init__(self, home: House) -> None:
        self.home, self.boutique = home, id_of(AMANI)
        self._ingress = PostgresIngress(home.database, IngressSettings(SECRET), home.clock)
        units = Units(home.log, home.vault, home.clock)
        self._conversing = Conversing(units, home.inbox, _Silence(), home.pictures, home.brains, home.shelf)

    def accept(self, *bodies: bytes) -> list[CustomerId]:
        """Deliveries are accepted; whose turns are due."""
        read = [read_delivery(body) for body in bodies]

        async def accept_all() -> None:
            await asyncio.gather(*(self._ingress.accept(one) for one in read))

        asyncio.run(accept_all())
        senders = (item.sender for one in read for item in one.items)
        return [customer_of(SECRET, self.boutique, CHANNEL, sender) for sender in senders]

    def turn(self, customer: CustomerId) -> float:
        """One whole turn. Units: milliseconds."""
        began = time.perf_counter()
        self._conversing.turn(self.boutique, customer)
        return (time.perf_counter() - began) * 1000


def rows() -> list[Row]:
    """Turns of one lane and of several, and what one commit costs in the same run."""
    with stocked() as home:
        shop = _Shop(home)
        for words in WALK:
            shop.turn(*shop.accept(_says(0, words)))
        commit = _commit(home)
        walked = [shop.turn(*shop.accept(_says(n, words))) for n in range(1, 21) for words in WALK]
        seen = [shop.turn(*shop.accept(_shows(n))) for n in range(100, 115)]
        rate = _together(shop)
        _all_answered(home)
    spoken, photo = statistics.median(walked), statistics.median(seen)
    beside = Row("turn of words, p50", spoken, "ms", commit, spoken / commit, "<= 80", spoken <= 80)
    return [
        beside,
        at_most("turn of words, p95", sorted(walked)[int(len(walked) * 0.95)], "ms", 160),
        at_most("turn of a photo, p50", photo, "ms", 250),
        at_least(f"turns, {LANES} lanes", rate, "turns/s", 20),
    ]


def _all_answered(home: House) -> None:
    """A turn that came to nothing would be quick. Raises: AssertionError."""
    with home.database.as_boutique(id_of(AMANI)) as conn:
        ends = conn.execute("SELECT left(outcome, 8), count(*) FROM dukani.inbox GROUP BY 1").fetchall()
    assert [end for end, _ in ends] == ["answered"], ends


def _commit(home: House, times: int = 60) -> float:
    """One fact recorded by itself: what every turn pays at least. Units: milliseconds."""
    boutique, taken = id_of(AMANI), []
    for _ in range(times):
        cause = Cause(Actor.AGENT, uuid4(), uuid4())
        one = fact(stream_of(boutique, "bench", uuid4()), 1, cause)
        began = time.perf_counter()
        home.log.append([one])
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def _together(shop: _Shop) -> float:
    """Turns per second of several lanes, each customer in one."""
    lanes = [range(1_000 + lane, 1_000 + CUSTOMERS, LANES) for lane in range(LANES)]
    done = [0] * LANES
    spent = 0.0
    for words in WALK:
        waiting = shop.accept(*(_says(n, words) for n in range(1_000, 1_000 + CUSTOMERS)))
        threads = [
            threading.Thread(target=_lane, args=(shop, [waiting[n - 1_000] for n in numbers], done, lane))
            for lane, numbers in enumerate(lanes)
        ]
        began = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        spent += time.perf_counter() - began
    return sum(done) / spent


def _lane(shop: _Shop, customers: list[CustomerId], done: list[int], lane: int) -> None:
    for customer in customers:
        shop.turn(customer)
        done[lane] += 1


def _says(number: int, words: str) -> bytes:
    return delivery(account_of(AMANI), _now(text_message(f"wamid.{uuid4()}", words, **_who(number))))


def _shows(number: int) -> bytes:
    return delivery(account_of(AMANI), _now(image_message(f"wamid.{uuid4()}") | _from(number)))


def _now(message: dict[str, object]) -> dict[str, object]:
    return message | {"timestamp": str(int(time.time()))}


def _who(number: int) -> dict[str, str]:
    return {"bsuid": f"KE.{number:017d}", "phone": f"2547{number:08d}"}


def _from(number: int) -> dict[str, str]:
    return {"from_user_id": f"KE.{number:017d}", "from": f"2547{number:08d}"}


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(f"{row}\n")
