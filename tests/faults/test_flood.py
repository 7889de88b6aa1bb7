"""A flood: ten thousand updates in one minute's disorder, three in ten repeats, in batches of any size.

Delivered to the real webhook, kept in the real inbox, answered by the real turns in four lanes.
"""

import asyncio
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI

from domain.conversation.events import HandedToPerson, MessageReceived, NoReplyNeeded, ReplyComposed
from domain.fact import Fact, Recorded
from interfaces.composition import House
from interfaces.demo.catalogue import Boutique
from interfaces.ingress.messages import IngressSettings, PostgresIngress
from interfaces.postgres.chain import verify
from interfaces.whatsapp.webhook import WebhookSettings, whatsapp_webhook
from interfaces.worker import Lanes, stopped
from tests.emulators.cloud_api import updates
from tests.emulators.cloud_api.posting import Posting, Update
from tests.emulators.cloud_api.world import Number, Person
from tests.support.house import SHOPS, PassingClock, account_of, empty_house, facts_of, id_of
from tests.support.postgres import TestServer

UNIQUE, REPEATED, LARGEST, MINUTE = 7_000, 0.43, 1_000, 60.0
CUSTOMERS, LANES, AT_ONCE = 70, 4, 8
SECRET = b"the app secret"
WORDS = ("hi", "red dress", "how much?", "size M", "my cart", "where is my order", "asante", "nataka kanga")


@pytest.fixture
def home(postgres: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house in which only the lanes of this test work; its clock is two minutes on, past every wait."""
    clock = PassingClock()
    clock.passes(timedelta(minutes=2))
    with empty_house(postgres, tmp_path_factory.getbasetemp(), LANES + AT_ONCE, clock) as house:
        yield house


def test_each_message_of_a_flood_has_one_outcome_and_each_customers_order_is_kept(home: House) -> None:
    sent = {shop.profile.slug: _sent(shop) for shop in SHOPS}
    posting = Posting(SECRET, held=[update for own in sent.values() for update in own.values()])
    bodies = posting.released(largest=LARGEST, duplicated=REPEATED, within=MINUTE, seed=30)

    answers = asyncio.run(_delivered(home, posting, bodies))
    with ThreadPoolExecutor(LANES) as lanes:
        list(lanes.map(lambda _: Lanes(home, stopped()).drain(), range(LANES)))

    assert sum(body.count(b'"type":"text"') for body in bodies) >= 10_000
    assert set(answers) == {200}
    for shop in SHOPS:
        own, log = sent[shop.profile.slug], facts_of(home, id_of(shop))
        assert set(_received(log)) == set(own)
        assert _outcomes(log) == dict.fromkeys(_received(log).values(), 1)
        assert _settled(home, shop) == set(own)
        for told in _by_talk(log):
            assert told == sorted(told, key=lambda identity: own[identity].at)
        assert verify(home.database, id_of(shop)) is None


def _sent(shop: Boutique) -> dict[str, Update]:
    """What each customer wrote to this shop, one message a second, by its id."""
    number = Number(id=account_of(shop), display="+254700111222", token="t")
    chance, begun = random.Random(shop.profile.slug), float(int(time.time()))
    told: dict[str, Update] = {}
    for who in range(CUSTOMERS):
        person = Person(phone=f"+2547{who:08d}", bsuid=f"KE.{who}", name=f"Customer {who}")
        for second in range(UNIQUE // CUSTOMERS // len(SHOPS)):
            identity, at = f"wamid.{number.id}.{who}.{second}", begun + second
            part = updates.message(person, identity, at, "text", {"body": chance.choice(WORDS)})
            value = updates.value(number, messages=[part], contacts=[updates.contact(person)])
            told[identity] = Update(at, updates.change(number, "messages", value))
    return told


async def _delivered(home: House, posting: Posting, bodies: Sequence[bytes]) -> list[int]:
    """Each body through the webhook, several at once, as Meta does."""
    app, pace = FastAPI(), IngressSettings(home.secret("lanes"))
    ingress = PostgresIngress(home.database, pace, home.clock)
    app.include_router(whatsapp_webhook(ingress, WebhookSettings((SECRET,), "")))
    waiting = iter(bodies)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://dukani", timeout=60
    ) as meta:

        async def one_after_another() -> list[int]:
            return [
                (
                    await meta.post("/webhooks/whatsapp", content=body, headers=posting.signed(body))
                ).status_code
                for body in waiting
            ]

        answers = await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))
    return [status for told in answers for status in told]


Log = Sequence[Recorded[Fact]]


def _received(log: Log) -> dict[str, UUID]:
    """The messages that were taken in, as often as they were."""
    told = [each.fact for each in log if isinstance(each.fact, MessageReceived)]
    assert len(told) == len({fact.provider_id for fact in told})
    return {fact.provider_id: fact.message for fact in told}


def _outcomes(log: Log) -> Counter[UUID]:
    """How often each message found its end."""
    ends: Counter[UUID] = Counter()
    for each in log:
        if isinstance(each.fact, ReplyComposed):
            ends.update(each.fact.answers)
        elif isinstance(each.fact, NoReplyNeeded | HandedToPerson):
            ends.update(each.fact.messages)
    return ends


def _settled(home: House, shop: Boutique) -> set[str]:
    with home.database.as_boutique(id_of(shop)) as conn:
        rows = conn.execute("SELECT provider_id FROM dukani.inbox WHERE outcome IS NOT NULL").fetchall()
    return {row[0] for row in rows}


def _by_talk(log: Log) -> Iterator[list[str]]:
    """Each conversation's messages, in the order in which they were recorded."""
    told: dict[str, list[str]] = defaultdict(list)
    for each in log:
        if isinstance(each.fact, MessageReceived):
            told[each.originator_id].append(each.fact.provider_id)
    yield from told.values()
