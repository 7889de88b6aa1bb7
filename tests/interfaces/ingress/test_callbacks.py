"""What Safaricom calls back becomes durable once, with the weighing of it due at once."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import httpx
import psycopg
import pytest
from fastapi import FastAPI
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from domain.identity import BoutiqueId, PaymentId
from interfaces.callbacks import AttemptRef, Callback, CallbackNotStored
from interfaces.http.health import health_router, spool_has_room
from interfaces.ingress.callbacks import PostgresCallbackIngress, SpooledCallbacks
from interfaces.ingress.draining import Drain
from interfaces.ingress.spool import Spool
from interfaces.mpesa.callback import CHANNEL, mpesa_callbacks
from interfaces.mpesa.token import issue
from interfaces.postgres import database as door
from interfaces.postgres.credentials import Addresses
from interfaces.postgres.database import Database
from tests.support.postgres import TestServer
from tests.support.tcp_proxy import LossyProxy

SECRET = b"callbacks"


def attempt() -> AttemptRef:
    return AttemptRef(BoutiqueId(uuid4()), PaymentId(uuid4()), 2)


def accept(database: Database, *callbacks: Callback) -> None:
    async def all_at_once() -> None:
        ingress = PostgresCallbackIngress(database)
        await asyncio.gather(*(ingress.accept(callback) for callback in callbacks))

    asyncio.run(all_at_once())


def test_a_callback_stands_in_the_inbox_and_its_weighing_is_due_at_once(database: Database) -> None:
    about = attempt()

    accept(database, Callback(about, b'{"Body": 1}'))

    with database.as_boutique(about.boutique) as conn:
        [inbox] = conn.execute("SELECT channel, lane, raw, provider_id FROM dukani.inbox").fetchall()
        [work] = conn.execute(
            "SELECT kind, key, lane, due_at <= now(), payload->>'subject', payload->>'detail'"
            " FROM dukani.due_work"
        ).fetchall()
    assert inbox[:3] == ("mpesa", about.payment, b'{"Body": 1}')
    assert work == (
        *("weigh-evidence", f"{about.payment}/{inbox[3]}", about.payment, True),
        *(str(about.payment), "2"),
    )


def test_the_same_callback_ten_times_at_once_is_kept_and_weighed_once(database: Database) -> None:
    about = attempt()

    accept(database, *[Callback(about, b'{"Body": 1}')] * 10)

    with database.as_boutique(about.boutique) as conn:
        assert conn.execute("SELECT count(*) FROM dukani.inbox").fetchone() == (1,)
        assert conn.execute("SELECT count(*) FROM dukani.due_work").fetchone() == (1,)


def test_the_same_body_for_payments_of_two_boutiques_is_weighed_for_each_alone(database: Database) -> None:
    mine, theirs = attempt(), attempt()

    accept(database, Callback(mine, b"{}"), Callback(theirs, b"{}"))

    for about in (mine, theirs):
        with database.as_boutique(about.boutique) as conn:
            assert conn.execute("SELECT lane FROM dukani.inbox").fetchall() == [(about.payment,)]


def test_the_same_body_for_two_payments_of_a_boutique_is_weighed_for_each(database: Database) -> None:
    first = attempt()
    second = AttemptRef(first.boutique, PaymentId(uuid4()), 1)

    accept(database, Callback(first, b"{}"), Callback(second, b"{}"))

    with database.as_boutique(first.boutique) as conn:
        lanes = {lane for (lane,) in conn.execute("SELECT lane FROM dukani.due_work").fetchall()}
    assert lanes == {first.payment, second.payment}


def test_a_callback_that_cannot_be_read_is_quarantined_and_settles_nothing(
    database: Database, postgres: TestServer
) -> None:
    about = attempt()

    accept(database, Callback(about, b"{", "no JSON"))

    with database.as_boutique(about.boutique) as conn:
        assert conn.execute("SELECT count(*) FROM dukani.due_work").fetchone() == (0,)
    name = database._addresses.app.split("dbname=")[1].split(" ")[0]
    with psycopg.connect(postgres.admin_of(name)) as admin:
        kept = admin.execute(
            "SELECT reason, raw FROM dukani.quarantine WHERE account = %s", (str(about.payment),)
        ).fetchall()
    assert kept == [("no JSON", b"{")]


def test_a_callback_is_not_taken_while_the_database_is_down(postgres: TestServer) -> None:
    with postgres.fresh() as database:
        database.close()

        with pytest.raises(CallbackNotStored):
            accept(database, Callback(attempt(), b"{}"))


def told(number: int) -> bytes:
    """A callback that can be read, each with its own reason."""
    return b'{"Body":{"stkCallback":{"ResultCode":1032,"ResultDesc":"%d"}}}' % number


class Counter:
    """The shop's side of Safaricom: a callback route with a spool, over a database that can be cut off."""

    def __init__(self, database: Database, proxy: LossyProxy, directory: Path) -> None:
        self.database, self.proxy, self.spool = database, proxy, Spool(directory)
        callbacks = SpooledCallbacks(PostgresCallbackIngress(database), self.spool, SECRET)
        self.drain = Drain(self.spool, {CHANNEL: callbacks.replay})
        self._app = FastAPI()
        self._app.include_router(mpesa_callbacks(callbacks, SECRET))
        self._app.include_router(health_router([spool_has_room(self.spool.backlog)]))

    def post(self, about: AttemptRef, *bodies: bytes) -> list[int]:
        """The statuses of callbacks that come at once."""

        async def ask() -> list[int]:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url="http://shop") as client:
                path = f"/cb/{issue(SECRET, about)}"
                answers = await asyncio.gather(*(client.post(path, content=body) for body in bodies))
            return [answer.status_code for answer in answers]

        return asyncio.run(ask())

    def ready(self) -> str:
        """What an operator reads about the spool."""

        async def ask() -> str:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url="http://shop") as client:
                return str((await client.get("/readyz")).json()["checks"][0]["detail"])

        return asyncio.run(ask())

    def stored(self, about: AttemptRef) -> set[bytes]:
        """What stands in the inbox."""
        with self.database.as_boutique(about.boutique) as conn:
            return {bytes(raw) for (raw,) in conn.execute("SELECT raw FROM dukani.inbox").fetchall()}


@contextmanager
def counter(postgres: TestServer, directory: Path) -> Iterator[Counter]:
    """A counter over a database of its own."""
    name = postgres.clone()
    address = postgres.addresses(name)
    socket = Path(str(conninfo_to_dict(address.app)["host"])) / ".s.PGSQL.5432"
    with LossyProxy(socket) as proxy:
        far = make_conninfo(
            address.app, host="127.0.0.1", port=proxy.port, sslmode="disable", gssencmode="disable"
        )
        with Database(Addresses(*[far] * 5)) as database:
            yield Counter(database, proxy, directory)
    postgres.drop(name)


def test_callbacks_are_accepted_with_the_database_cut_off_and_stored_once_when_it_is_back(
    postgres: TestServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "WAIT_SECONDS", 0.5)
    mine, theirs = attempt(), attempt()
    with counter(postgres, tmp_path / "spool") as shop:
        assert shop.post(mine, told(0)) == [200]
        assert shop.ready() == "empty"

        shop.proxy.away()
        assert shop.post(mine, told(1), told(2), told(2)) == [200, 200, 200]
        assert shop.post(theirs, told(1)) == [200]
        assert shop.drain.once() == 0
        assert shop.ready().startswith("4 wait since ")

        shop.proxy.back()
        assert shop.post(mine, told(3)) == [200]
        assert shop.stored(mine) == {told(0)}, "what comes next waits behind what is spooled"
        assert shop.drain.once() == 5

        assert shop.stored(mine) == {told(0), told(1), told(2), told(3)}
        assert shop.stored(theirs) == {told(1)}
        assert shop.spool.is_empty
        assert shop.post(mine, told(1), told(4)) == [200, 200]
        assert shop.stored(mine) == {told(0), told(1), told(2), told(3), told(4)}
        assert shop.spool.is_empty


def test_what_a_killed_process_spooled_is_stored_by_the_next_also_twice(
    postgres: TestServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "WAIT_SECONDS", 0.5)
    about = attempt()
    with counter(postgres, tmp_path / "spool") as first:
        first.proxy.away()
        assert first.post(about, told(1)) == [200]
        assert first.post(about, told(2)) == [200]
    spooled = (tmp_path / "spool" / "coming.log").read_bytes()

    with counter(postgres, tmp_path / "spool") as second:
        assert second.drain.once() == 2
        (tmp_path / "spool" / "going.log").write_bytes(spooled)
        assert second.drain.once() == 2
        assert second.stored(about) == {told(1), told(2)}
        with second.database.as_boutique(about.boutique) as conn:
            assert conn.execute("SELECT count(*) FROM dukani.due_work").fetchone() == (2,)


def test_a_callback_with_no_room_on_the_disk_either_is_not_accepted(
    postgres: TestServer, tmp_path: Path
) -> None:
    with counter(postgres, tmp_path / "spool") as shop:
        (tmp_path / "spool").write_bytes(b"a file where the directory should be")
        shop.proxy.away()
        shop.database.close()
        assert shop.post(attempt(), told(1)) == [503]
