"""What Safaricom calls back becomes durable once, with the weighing of it due at once."""

import asyncio
from uuid import uuid4

import psycopg
import pytest

from domain.identity import BoutiqueId, PaymentId
from interfaces.ingress.callbacks import PostgresCallbackIngress
from interfaces.mpesa.callback import Callback, CallbackNotStored
from interfaces.mpesa.token import AttemptRef
from interfaces.postgres.database import Database
from tests.support.postgres import TestServer


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
