"""What Airtel and Paystack call back is durable before it is answered, and read by its own channel."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI

from application.ports import Credentials, Evidence, EvidenceKind
from application.ports.credentials import C
from domain.identity import BoutiqueId, PaymentId
from interfaces.airtel.callback import airtel_callbacks
from interfaces.callbacks import CallbackNotStored, address_of, name_of
from interfaces.ingress.callbacks import PostgresCallbackIngress, SpooledCallbacks
from interfaces.ingress.draining import Drain
from interfaces.ingress.readings import READERS
from interfaces.ingress.spool import Spool
from interfaces.ingress.waiting import PostgresInbox
from interfaces.mpesa.calls import DarajaSettings
from interfaces.other_tills import OtherTills
from interfaces.paystack.paystack import PaystackCredentials
from interfaces.paystack.webhook import paystack_webhook
from interfaces.postgres.database import Database, StoreUnavailable
from interfaces.settings import Settings
from tests.support.clock import FixedClock
from tests.support.postgres import TestServer
from tests.support.present import present

SECRET, KEY = b"callbacks", b"sk_live_key"
AMANI, PWANI = BoutiqueId(uuid4()), BoutiqueId(uuid4())
Written = Callable[[PaymentId], bytes]
"""A neighbour's callback about a payment that came."""


class Doors:
    """Both routes over a database, with a spool beside it."""

    def __init__(self, database: Database, directory: Path) -> None:
        self.database, self.spool = database, Spool(directory)
        callbacks = SpooledCallbacks(PostgresCallbackIngress(database), self.spool, SECRET)
        self.drain = Drain(self.spool, dict.fromkeys(READERS, callbacks.replay))
        self._app = FastAPI()
        self._app.include_router(airtel_callbacks(callbacks, SECRET, lambda _: ()))
        self._app.include_router(paystack_webhook(callbacks, SECRET, lambda _: KEY))

    def post(self, neighbour: str, boutique: BoutiqueId, *bodies: bytes) -> list[int]:
        """The statuses of callbacks that come at once."""

        async def ask() -> list[int]:
            transport = httpx.ASGITransport(self._app)
            path = f"/cb/{neighbour}/{address_of(SECRET, neighbour, boutique)}"
            async with httpx.AsyncClient(transport=transport, base_url="http://shop") as client:
                calls = (client.post(path, content=body, headers=signed(body)) for body in bodies)
                return [answer.status_code for answer in await asyncio.gather(*calls)]

        return asyncio.run(ask())

    def evidence(self, boutique: BoutiqueId, payment: PaymentId, body: bytes) -> Evidence | None:
        """What the body is evidence of, once it is weighed."""
        inbox = PostgresInbox(self.database, {})
        return inbox.evidence(boutique, payment, hashlib.sha256(body).hexdigest())

    def channels(self, boutique: BoutiqueId, payment: PaymentId) -> list[str]:
        """Through which channels a boutique's inbox holds something about a payment."""
        with self.database.as_boutique(boutique) as conn:
            rows = conn.execute("SELECT channel FROM dukani.inbox WHERE lane = %s", (payment,)).fetchall()
        return [channel for (channel,) in rows]


def signed(body: bytes) -> dict[str, str]:
    return {"x-paystack-signature": hmac.new(KEY, body, hashlib.sha512).hexdigest()}


def by_airtel(payment: PaymentId) -> bytes:
    told = {"id": name_of(payment, 1), "status_code": "TS", "airtel_money_id": "MP1"}
    return json.dumps({"transaction": told}).encode()


def by_card(payment: PaymentId) -> bytes:
    data = {"id": 7, "status": "success", "reference": name_of(payment, 1), "amount": 1, "currency": "KES"}
    return json.dumps({"event": "charge.success", "data": data}).encode()


@pytest.fixture
def doors(database: Database, tmp_path: Path) -> Doors:
    return Doors(database, tmp_path / "spool")


@pytest.mark.parametrize(("neighbour", "written"), [("airtel", by_airtel), ("paystack", by_card)])
def test_a_callback_is_kept_once_and_read_by_its_own_channel(
    doors: Doors, neighbour: str, written: Written
) -> None:
    payment = PaymentId(uuid4())
    body = written(payment)

    assert doors.post(neighbour, AMANI, *[body] * 10) == [200] * 10

    assert doors.channels(AMANI, payment) == [neighbour]
    told = present(doors.evidence(AMANI, payment, body))
    assert (told.kind, told.checkout_id) == (EvidenceKind.SUCCEEDED, name_of(payment, 1))
    assert told.receipt in {"MP1", "7"}


@pytest.mark.parametrize(("neighbour", "written"), [("airtel", by_airtel), ("paystack", by_card)])
def test_a_callback_at_a_boutiques_address_is_never_anothers(
    doors: Doors, neighbour: str, written: Written
) -> None:
    """It names a payment of Pwani's, and came to Amani: it is evidence in Amani alone, of nothing there."""
    payment = PaymentId(uuid4())

    doors.post(neighbour, AMANI, written(payment))

    assert doors.channels(PWANI, payment) == []
    assert doors.evidence(PWANI, payment, written(payment)) is None


@pytest.mark.parametrize(("neighbour", "written"), [("airtel", by_airtel), ("paystack", by_card)])
def test_with_the_database_down_it_is_spooled_and_stored_by_its_channel(
    postgres: TestServer, tmp_path: Path, neighbour: str, written: Written
) -> None:
    payment = PaymentId(uuid4())
    body = written(payment)
    with postgres.fresh() as away:
        away.close()
        assert Doors(away, tmp_path / "spool").post(neighbour, AMANI, body) == [200]
    with postgres.fresh() as back:
        doors = Doors(back, tmp_path / "spool")
        assert doors.drain.once() == 1
        assert doors.channels(AMANI, payment) == [neighbour]
        assert present(doors.evidence(AMANI, payment, body)).kind is EvidenceKind.SUCCEEDED


class Store:
    """Credentials that may be away."""

    def __init__(self) -> None:
        self.away = False

    def read(self, boutique: BoutiqueId, account: str, kind: type[C]) -> C | None:
        if self.away:
            raise StoreUnavailable("away")
        known = boutique == AMANI and kind is PaystackCredentials
        return kind.model_validate({"secret_key": KEY.decode()}) if known else None

    def keep(self, boutique: BoutiqueId, account: str, credentials: Credentials) -> None:
        raise AssertionError

    def forget(self, boutique: BoutiqueId, account: str, kind: type[Credentials]) -> None:
        raise AssertionError


def test_a_key_that_was_known_serves_while_the_database_is_away_and_one_never_known_does_not(
    tmp_path: Path,
) -> None:
    store = Store()
    settings = Settings(data_dir=tmp_path, sandbox=True)
    tills = OtherTills(settings, store, DarajaSettings("http://d", "http://c"), FixedClock())

    assert tills.paystack_key(AMANI) == KEY
    assert tills.paystack_key(PWANI) is None
    assert tills.airtel_keys(AMANI) == ()
    store.away = True
    assert tills.paystack_key(AMANI) == KEY
    with pytest.raises(CallbackNotStored):
        tills.paystack_key(BoutiqueId(uuid4()))
    assert tills.paystack_key(None) is None
    tills.close()
