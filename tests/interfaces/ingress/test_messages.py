"""What Meta delivers becomes durable once, and its customer's turn due at the right time."""

import asyncio
import json
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from structlog.testing import capture_logs

from domain.identity import BoutiqueId
from interfaces.ingress.delivery import NotStored
from interfaces.ingress.messages import IngressSettings, PostgresIngress
from interfaces.postgres.database import Database
from interfaces.whatsapp.payload import read_delivery
from tests.support.clock import FixedClock
from tests.support.postgres import TestServer
from tests.support.wire import BSUID, delivery, image_message, status, text_message

SETTINGS = IngressSettings(lane_secret=b"lanes")
KEPT = "SELECT raw FROM dukani.inbox"


class Shop:
    """A boutique that has claimed a number, and what stands in its tables."""

    def __init__(self, database: Database, server: TestServer) -> None:
        self.boutique = BoutiqueId(uuid4())
        self.account = str(uuid4().int)[:15]
        self._database = database
        self._admin = server.admin_of(database._addresses.app.split("dbname=")[1].split(" ")[0])
        with psycopg.connect(self._admin) as conn:
            conn.execute(
                "INSERT INTO dukani.boutique_accounts VALUES (%s, 'whatsapp', %s, now())",
                (self.boutique, self.account),
            )

    def rows(self, query: str) -> Sequence[Any]:
        """Rows of its own tables."""
        with self._database.as_boutique(self.boutique) as conn:
            return conn.execute(query.encode()).fetchall()

    def quarantined(self) -> Sequence[Any]:
        """What stands in the quarantine for its number."""
        with psycopg.connect(self._admin) as conn:
            return conn.execute(
                "SELECT reason FROM dukani.quarantine WHERE account = %s", (self.account,)
            ).fetchall()


@pytest.fixture
def shop(database: Database, postgres: TestServer) -> Shop:
    return Shop(database, postgres)


def accept(database: Database, *bodies: bytes) -> None:
    """Deliver these at the same time."""

    async def all_at_once() -> None:
        ingress = PostgresIngress(database, SETTINGS, FixedClock())
        await asyncio.gather(*(ingress.accept(read_delivery(body)) for body in bodies))

    asyncio.run(all_at_once())


def test_a_message_stands_in_the_inbox_and_makes_its_customers_turn_due(
    database: Database, shop: Shop
) -> None:
    accept(database, delivery(shop.account, text_message("wamid.1", "Habari")))

    [(channel, provider_id, raw, lane)] = shop.rows(
        "SELECT channel, provider_id, raw, lane FROM dukani.inbox"
    )
    [(kind, key, due_lane, waits)] = shop.rows(
        "SELECT kind, key, lane, extract(epoch FROM due_at - now())::float8 FROM dukani.due_work"
    )
    assert (channel, provider_id, json.loads(raw)["message"]["text"]["body"]) == (
        "whatsapp",
        "wamid.1",
        "Habari",
    )
    assert (kind, key, due_lane) == ("turn", str(lane), lane)
    assert 1.0 < waits <= 1.5


def test_a_message_delivered_a_hundred_times_at_once_is_kept_once(database: Database, shop: Shop) -> None:
    body = delivery(shop.account, text_message("wamid.same", "Once"))

    accept(database, *[body] * 100)

    assert shop.rows("SELECT count(*) FROM dukani.inbox") == [(1,)]
    assert shop.rows("SELECT revision FROM dukani.due_work") == [(1,)]


def test_messages_of_one_customer_share_a_turn_and_those_of_two_do_not(
    database: Database, shop: Shop
) -> None:
    accept(
        database,
        delivery(shop.account, text_message("wamid.a", "one"), text_message("wamid.b", "two")),
        delivery(shop.account, text_message("wamid.c", "three", bsuid="KE.42", phone="254722000042")),
    )

    assert shop.rows("SELECT count(*), count(DISTINCT lane) FROM dukani.inbox") == [(3, 2)]
    assert shop.rows("SELECT count(*) FROM dukani.due_work") == [(2,)]


def test_a_turn_waits_longer_after_a_photo(database: Database, shop: Shop) -> None:
    accept(database, delivery(shop.account, image_message("wamid.p")))

    [(waits,)] = shop.rows("SELECT extract(epoch FROM due_at - now())::float8 FROM dukani.due_work")
    assert 2.0 < waits <= 2.5


def test_a_tap_is_answered_almost_at_once(database: Database, shop: Shop) -> None:
    tap = text_message("wamid.t", "") | {
        "type": "interactive",
        "interactive": {"type": "button_reply", "button_reply": {"id": "y", "title": "Yes"}},
    }

    accept(database, delivery(shop.account, tap))

    [(waits,)] = shop.rows("SELECT extract(epoch FROM due_at - now())::float8 FROM dukani.due_work")
    assert waits <= SETTINGS.quiet_after_tap


def test_words_right_after_a_photo_do_not_cut_its_wait_short(database: Database, shop: Shop) -> None:
    accept(database, delivery(shop.account, image_message("wamid.p")))
    after_photo = shop.rows("SELECT due_at FROM dukani.due_work")
    accept(database, delivery(shop.account, text_message("wamid.w", "Mko na hii?")))

    assert shop.rows("SELECT due_at FROM dukani.due_work") == after_photo


def test_each_message_puts_the_turn_off_but_never_beyond_the_cap(database: Database, shop: Shop) -> None:
    accept(database, delivery(shop.account, text_message("wamid.1", "first")))
    with database.as_boutique(shop.boutique) as conn:
        conn.execute("UPDATE dukani.due_work SET first_due_at = first_due_at - interval '8 seconds'")
    accept(database, delivery(shop.account, text_message("wamid.2", "much later")))

    [(after_first,)] = shop.rows(
        "SELECT extract(epoch FROM due_at - first_due_at)::float8 FROM dukani.due_work"
    )
    assert after_first <= SETTINGS.longest_wait - SETTINGS.quiet_after_words + 0.01


def test_a_status_is_due_at_once_and_does_not_put_a_waiting_turn_off(database: Database, shop: Shop) -> None:
    accept(database, delivery(shop.account, text_message("wamid.1", "Habari")))
    before = shop.rows("SELECT due_at FROM dukani.due_work")
    accept(database, delivery(shop.account, status("wamid.out", "read")))

    assert shop.rows("SELECT due_at FROM dukani.due_work") == before
    assert shop.rows("SELECT revision FROM dukani.due_work") == [(2,)]
    accept(database, delivery(shop.account, status("wamid.other", "read", bsuid="KE.77", phone=None)))
    [(late,)] = shop.rows("SELECT count(*) FROM dukani.due_work WHERE due_at <= now()")
    assert late == 1


def test_a_message_for_a_number_that_nobody_claimed_is_quarantined(database: Database, shop: Shop) -> None:
    stranger = Shop.__new__(Shop)
    stranger.account, stranger._admin = "999", shop._admin

    accept(database, delivery("999", text_message("wamid.1", "Hello?")))

    assert stranger.quarantined() == [("unknown-account",)]


def test_what_cannot_be_an_item_is_quarantined_beside_the_items(database: Database, shop: Shop) -> None:
    accept(database, delivery(shop.account, {"type": "text"}, text_message("wamid.ok", "fine")))

    assert shop.quarantined() == [("no-id",)]
    assert shop.rows("SELECT provider_id FROM dukani.inbox") == [("wamid.ok",)]


def test_the_same_id_with_other_words_changes_nothing_is_kept_aside_and_rings_once(
    database: Database, shop: Shop
) -> None:
    first = delivery(shop.account, text_message("wamid.x", "One dress"))
    other = delivery(shop.account, text_message("wamid.x", "Ten dresses"))

    with capture_logs() as told:
        accept(database, first, other)
        accept(database, other, other, first)

    assert [json.loads(raw)["message"]["text"]["body"] for (raw,) in shop.rows(KEPT)] == ["One dress"]
    assert shop.rows("SELECT revision FROM dukani.due_work") == [(1,)]
    assert shop.quarantined() == [("same-id-other-words",)] * 3
    assert [line["cause"] for line in told if line["log_level"] == "error"] == ["same-id-other-words"] * 2, (
        "once for each process"
    )


def test_a_repetition_that_only_tells_more_of_its_sender_is_no_contradiction(
    database: Database, shop: Shop
) -> None:
    told = json.loads(delivery(shop.account, text_message("wamid.y", "Habari")))
    accept(database, json.dumps(told).encode())
    told["entry"][0]["changes"][0]["value"]["contacts"] = [{"profile": {"name": "Amina"}}]

    accept(database, json.dumps(told).encode())

    assert shop.quarantined() == []


def test_one_boutique_never_sees_what_another_was_sent(database: Database, postgres: TestServer) -> None:
    mine, theirs = Shop(database, postgres), Shop(database, postgres)

    both = json.loads(delivery(mine.account, text_message("wamid.m", "mine")))
    both["entry"] += json.loads(delivery(theirs.account, text_message("wamid.t", "theirs")))["entry"]
    accept(database, json.dumps(both).encode())

    assert mine.rows("SELECT provider_id FROM dukani.inbox") == [("wamid.m",)]
    assert theirs.rows("SELECT provider_id FROM dukani.inbox") == [("wamid.t",)]


def test_a_thousand_messages_in_one_body_are_all_kept(database: Database, shop: Shop) -> None:
    messages = [text_message(f"wamid.{n}", f"no {n}", bsuid=f"{BSUID}{n % 50}") for n in range(1000)]

    accept(database, delivery(shop.account, *messages))

    assert shop.rows("SELECT count(*), count(DISTINCT lane) FROM dukani.inbox") == [(1000, 50)]


def test_a_database_that_is_down_is_said_to_be_down(postgres: TestServer) -> None:
    with postgres.fresh() as database:
        Shop(database, postgres)
        database.close()

        with pytest.raises(NotStored):
            accept(database, delivery("1", text_message("wamid.1", "Anybody?")))
