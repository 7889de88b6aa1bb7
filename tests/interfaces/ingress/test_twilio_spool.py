"""Twilio gets its 200 while the database is away, and the message is in the inbox once when it is back."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import httpx
import psycopg
import pytest
from fastapi import FastAPI
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from pydantic import SecretStr

from domain.identity import BoutiqueId
from interfaces.ingress.draining import Drain
from interfaces.ingress.messages import IngressSettings, PostgresIngress
from interfaces.ingress.spool import Spool
from interfaces.ingress.spooled_messages import SPOOLED, SpooledMessages
from interfaces.postgres import database as door
from interfaces.postgres.credentials import Addresses
from interfaces.postgres.database import Database, StoreUnavailable
from interfaces.twilio.accounts import Installation, TwilioAccounts, TwilioCredentials
from interfaces.twilio.links import Links
from interfaces.twilio.signature import sign
from interfaces.twilio.webhook import TwilioDoor, TwilioWebhookSettings, twilio_webhook
from tests.support.clock import FixedClock
from tests.support.postgres import TestServer
from tests.support.tcp_proxy import LossyProxy
from tests.support.twilio import (
    ACCOUNT,
    NUMBER,
    OTHER_ACCOUNT,
    OTHER_NUMBER,
    OTHER_SID,
    OTHER_TOKEN,
    SID,
    TOKEN,
)

URL = "https://shop.example"
PATH = "/webhooks/twilio"


class Shops:
    """Two boutiques at Twilio, one on the installation's account and one on its own."""

    def __init__(self, database: Database, proxy: LossyProxy, directory: Path) -> None:
        self.database, self.proxy, self.spool = database, proxy, Spool(directory)
        self.mine, self.theirs = BoutiqueId(uuid4()), BoutiqueId(uuid4())
        shared = TwilioCredentials(auth_tokens=(SecretStr(TOKEN),))
        own = TwilioCredentials(auth_tokens=(SecretStr("new"), SecretStr(OTHER_TOKEN)))
        away = (StoreUnavailable, psycopg.OperationalError)
        accounts = TwilioAccounts(
            lambda account: database.boutique_of_account("twilio", account),
            lambda boutique, _: own if boutique == self.theirs else None,
            Installation(SID, shared),
            away,
        )
        inbox = PostgresIngress(database, IngressSettings(b"lanes"), FixedClock())
        messages = SpooledMessages(inbox, self.spool)
        self.drain = Drain(self.spool, {SPOOLED: messages.replay})
        self._app = FastAPI()
        door_in = TwilioDoor(accounts, Links(b"k" * 32), messages, TwilioWebhookSettings(URL))
        self._app.include_router(twilio_webhook(door_in))

    def post(self, sid: str, token: str, account: str, number: str, path: str = PATH) -> int:
        """The status that Twilio gets for this message."""
        told = {
            "AccountSid": account,
            "To": f"whatsapp:{number}",
            "From": "whatsapp:+254712345678",
            "MessageSid": sid,
            "Body": "Habari",
        }
        headers = {
            "X-Twilio-Signature": sign(token.encode(), URL + path, list(told.items())),
            "Content-Type": "application/x-www-form-urlencoded",
        }

        async def ask() -> int:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url="http://inside:8000") as client:
                return (await client.post(path, content=urlencode(told), headers=headers)).status_code

        return asyncio.run(ask())

    def to_mine(self, sid: str) -> int:
        return self.post(sid, TOKEN, SID, NUMBER)

    def to_theirs(self, sid: str, token: str = OTHER_TOKEN) -> int:
        return self.post(sid, token, OTHER_SID, OTHER_NUMBER)

    def stored(self, boutique: BoutiqueId) -> list[str]:
        """What stands in a boutique's inbox."""
        with self.database.as_boutique(boutique) as conn:
            rows = conn.execute("SELECT channel, provider_id FROM dukani.inbox ORDER BY 2").fetchall()
        assert all(channel == "twilio" for channel, _ in rows)
        return [provider_id for _, provider_id in rows]


@contextmanager
def shops(postgres: TestServer, directory: Path) -> Iterator[Shops]:
    """The shops, over a database that can be cut off."""
    name = postgres.clone()
    address = postgres.addresses(name)
    socket = Path(str(conninfo_to_dict(address.app)["host"])) / ".s.PGSQL.5432"
    with LossyProxy(socket) as proxy:
        far = make_conninfo(
            address.app, host="127.0.0.1", port=proxy.port, sslmode="disable", gssencmode="disable"
        )
        with Database(Addresses(*[far] * 5)) as database:
            opened = Shops(database, proxy, directory)
            with psycopg.connect(postgres.admin_of(name)) as conn:
                for boutique, account in ((opened.mine, ACCOUNT), (opened.theirs, OTHER_ACCOUNT)):
                    conn.execute(
                        "INSERT INTO dukani.boutique_accounts VALUES (%s, 'twilio', %s, now())",
                        (boutique, account),
                    )
            yield opened
    postgres.drop(name)


def sid(number: int) -> str:
    return f"SM{number:032x}"


def test_messages_are_accepted_with_the_database_cut_off_and_stored_once_when_it_is_back(
    postgres: TestServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "WAIT_SECONDS", 0.5)
    with shops(postgres, tmp_path / "spool") as there:
        assert there.to_mine(sid(1)) == there.to_theirs(sid(2)) == there.to_theirs(sid(3), "new") == 200
        assert (there.stored(there.mine), there.stored(there.theirs)) == ([sid(1)], [sid(2), sid(3)])

        there.proxy.away()
        assert there.to_mine(sid(4)) == there.to_mine(sid(4)) == there.to_theirs(sid(5)) == 200
        assert there.to_mine(sid(9)[:-1] + "f") == 200
        assert there.post(sid(6), OTHER_TOKEN, SID, NUMBER) == 401
        assert there.drain.once() == 0

        there.proxy.back()
        assert there.drain.once() == 4
        assert there.stored(there.mine) == [sid(1), sid(4), sid(15)]
        assert there.stored(there.theirs) == [sid(2), sid(3), sid(5)]
        assert there.to_mine(sid(4)) == 200
        assert there.stored(there.mine) == [sid(1), sid(4), sid(15)]


def test_whose_number_it_is_follows_from_the_verified_account_and_never_from_the_body(
    postgres: TestServer, tmp_path: Path
) -> None:
    with shops(postgres, tmp_path / "spool") as there:
        assert there.post(sid(1), OTHER_TOKEN, SID, NUMBER) == 401
        assert there.post(sid(2), TOKEN, OTHER_SID, OTHER_NUMBER) == 401
        assert there.post(sid(3), OTHER_TOKEN, OTHER_SID, NUMBER) == 401
        assert there.post(sid(4), TOKEN, SID, OTHER_NUMBER) == 200, "authentic, and nobody's: set aside"
        assert (there.stored(there.mine), there.stored(there.theirs)) == ([], [])


def test_of_an_account_that_nobody_has_seen_yet_nothing_is_believed_while_the_database_is_away(
    postgres: TestServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "WAIT_SECONDS", 0.2)
    with shops(postgres, tmp_path / "spool") as there:
        there.proxy.away()
        assert there.to_theirs(sid(1)) == 503
        assert there.to_mine(sid(2)) == 200
