"""Whatever is slow, Twilio has its answer within the 15 seconds that it waits, and the message is kept."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Final
from urllib.parse import urlencode

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr

from domain.identity import BoutiqueId
from interfaces.ingress.delivery import Delivery
from interfaces.ingress.spooled_messages import PATIENCE
from interfaces.twilio.accounts import Installation, TwilioAccounts, TwilioCredentials
from interfaces.twilio.links import Links
from interfaces.twilio.signature import sign
from interfaces.twilio.webhook import PATH, TwilioDoor, TwilioWebhookSettings, twilio_webhook
from tests.support.twilio import NUMBER, SID, TOKEN

TWILIO_WAITS: Final = 15.0
USUAL: Final = TwilioWebhookSettings("https://shop.example")
QUICK: Final = replace(USUAL, body_timeout=0.2, answer_within=0.3, keeping=0.2)
"""The same proportions in tenths of seconds."""


class Hanging:
    """A store that does not answer, and one that is asked to keep things."""

    def __init__(self, *, keeps: bool) -> None:
        self.asked, self.over, self.keeps = 0, threading.Event(), keeps
        self.kept: list[Delivery] = []

    def boutique_of(self, _: str) -> BoutiqueId | None:
        self.asked += 1
        self.over.wait(5.0)
        return None

    async def accept(self, delivery: Delivery) -> None:
        if not self.keeps:
            await asyncio.Event().wait()
        self.kept.append(delivery)


@pytest.fixture
def keeping() -> Iterator[Hanging]:
    store = Hanging(keeps=True)
    yield store
    store.over.set()


@pytest.fixture
def deaf() -> Iterator[Hanging]:
    store = Hanging(keeps=False)
    yield store
    store.over.set()


def posted(store: Hanging, *, ours: bool = True, signed: bool = True) -> int:
    """The status of a message whose body takes its time; `ours` is in the installation's own account."""
    told = {"AccountSid": SID, "To": f"whatsapp:{NUMBER}", "From": "whatsapp:+254712345678"}
    told |= {"MessageSid": f"SM{7:032x}", "Body": "Habari"}
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    if signed:
        headers["X-Twilio-Signature"] = sign(TOKEN.encode(), USUAL.public_url + PATH, list(told.items()))
    installation = Installation(SID if ours else "AC9", TwilioCredentials(auth_tokens=(SecretStr(TOKEN),)))
    accounts = TwilioAccounts(store.boutique_of, lambda _, __: None, installation)
    app = FastAPI()
    app.include_router(twilio_webhook(TwilioDoor(accounts, Links(b"k" * 32), store, QUICK)))

    async def dripping() -> AsyncIterator[bytes]:
        whole = urlencode(told).encode()
        yield whole[:20]
        await asyncio.sleep(0.05)
        yield whole[20:]

    async def ask() -> int:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://inside") as client:
            async with asyncio.timeout(QUICK.answer_within + 0.5):
                answer = await client.post(PATH, content=dripping(), headers=headers)
        store.over.set()
        return answer.status_code

    return asyncio.run(ask())


def test_the_parts_of_the_deadline_leave_time_to_keep_the_message_and_end_before_twilio_gives_up() -> None:
    assert USUAL.keeping > PATIENCE
    assert USUAL.body_timeout + USUAL.keeping < USUAL.answer_within < TWILIO_WAITS - 1.0


def test_with_a_store_that_hangs_the_message_is_kept_in_time_by_the_installations_own_token(
    keeping: Hanging,
) -> None:
    assert posted(keeping) == 200
    assert [item.provider_id for item in keeping.kept[0].items] == [f"SM{7:032x}"]


def test_where_only_the_store_could_tell_whose_it_is_twilio_is_told_to_come_again(keeping: Hanging) -> None:
    assert posted(keeping, ours=False) == 503
    assert keeping.kept == []


def test_where_nothing_can_be_kept_in_time_twilio_is_told_so_before_it_gives_up(deaf: Hanging) -> None:
    assert posted(deaf) == 503


def test_what_nobody_signed_costs_no_look_at_the_store(keeping: Hanging) -> None:
    assert posted(keeping, signed=False) == 401
    assert keeping.asked == 0
