"""Whatever of her names WhatsApp tells, a customer's messages go to one lane; and nobody else's do."""

import asyncio
import json
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from application.inbound import Sender, customer_of
from domain.identity import BoutiqueId, CustomerId
from interfaces.ingress.messages import IngressSettings, PostgresIngress
from interfaces.ingress.naming import records_of
from interfaces.postgres.database import Database
from interfaces.postgres.migrate import FOLDER
from interfaces.whatsapp.payload import read_delivery
from tests.support.clock import FixedClock
from tests.support.postgres import TestServer
from tests.support.wire import BSUID, PHONE, delivery, status, text_message

SECRET = b"lanes"
OTHER_ID, OTHER_PHONE = "KE.99999", "254700999999"


class Shop:
    """A boutique with a number; `says` gives the lane to which a message of these names went."""

    def __init__(self, database: Database, server: TestServer) -> None:
        self.boutique, self.database = BoutiqueId(uuid4()), database
        self.account = str(self.boutique.int)[:15]
        self.ingress = PostgresIngress(database, IngressSettings(SECRET), FixedClock())
        with database.as_ingress() as conn:
            self.admin = server.admin_of(conn.info.dbname)
        with psycopg.connect(self.admin) as conn:
            row = (self.boutique, self.account)
            conn.execute("INSERT INTO dukani.boutique_accounts VALUES (%s, 'whatsapp', %s, now())", row)

    def says(self, bsuid: str | None, phone: str | None) -> UUID:
        return self.takes(text_message(f"wamid.{uuid4()}", "Habari", bsuid, phone))

    def takes(self, piece: dict[str, Any]) -> UUID:
        asyncio.run(self.ingress.accept(read_delivery(delivery(self.account, piece))))
        with self.database.as_boutique(self.boutique) as conn:
            asked = "SELECT lane FROM dukani.inbox WHERE starts_with(provider_id, %s)"
            row = conn.execute(asked, (piece["id"],)).fetchone()
        assert row
        lane: UUID = row[0]
        return lane

    def known_as(self, bsuid: str | None, phone: str | None) -> CustomerId:
        return customer_of(SECRET, self.boutique, "whatsapp", Sender(bsuid, phone and f"+{phone}"))


@pytest.fixture
def shop(database: Database, postgres: TestServer) -> Shop:
    return Shop(database, postgres)


def test_who_was_known_by_her_number_is_the_same_when_her_id_comes_and_her_number_goes(shop: Shop) -> None:
    first = shop.says(None, PHONE)
    assert first == shop.known_as(None, PHONE)

    assert shop.says(BSUID, PHONE) == first
    assert shop.says(BSUID, None) == first
    assert shop.takes(status("wamid.out", "read", None, PHONE)) == first
    assert shop.says(OTHER_ID, None) != first


def test_who_is_known_by_her_id_is_found_by_the_number_that_came_with_it(shop: Shop) -> None:
    first = shop.says(BSUID, PHONE)
    assert first == shop.known_as(BSUID, None)
    assert shop.says(None, PHONE) == first


def test_two_records_that_turn_out_to_be_one_person_go_on_as_the_one_of_her_id(shop: Shop) -> None:
    by_phone, by_id = shop.says(None, PHONE), shop.says(BSUID, None)
    assert by_phone != by_id

    assert shop.says(BSUID, PHONE) == by_id
    assert shop.says(None, PHONE) == by_id
    told = records_of(SECRET, shop.boutique, "whatsapp", Sender(BSUID, f"+{PHONE}"))
    assert told == (by_id, by_phone), "the turn looks for her other record"


def test_a_number_that_was_given_away_does_not_lead_to_who_had_it_before(shop: Shop) -> None:
    before = shop.says(BSUID, PHONE)
    now = shop.says(OTHER_ID, PHONE)
    assert now != before
    assert shop.says(None, PHONE) == now
    assert shop.says(BSUID, OTHER_PHONE) == before


@pytest.mark.parametrize(
    ("kind", "moved", "then"),
    [
        ("user_changed_number", {"wa_id": OTHER_PHONE}, (None, OTHER_PHONE)),
        ("user_changed_user_id", {"user_id": OTHER_ID}, (OTHER_ID, None)),
    ],
)
def test_who_has_a_new_number_or_id_by_whatsapps_own_word_is_still_herself(
    shop: Shop, kind: str, moved: dict[str, str], then: tuple[str | None, str | None]
) -> None:
    first = shop.says(BSUID, PHONE)
    notice = text_message("wamid.moved", "") | {"type": "system", "system": {"type": kind, **moved}}
    assert shop.takes(notice) == first
    assert shop.says(*then) == first


def test_in_one_delivery_and_in_two_boutiques_names_are_told_apart(
    database: Database, postgres: TestServer
) -> None:
    mine, theirs = Shop(database, postgres), Shop(database, postgres)
    asyncio.run(
        mine.ingress.accept(
            read_delivery(
                delivery(
                    mine.account,
                    text_message("wamid.1", "a", None, PHONE),
                    text_message("wamid.2", "b", BSUID, PHONE),
                    text_message("wamid.3", "c", BSUID, None),
                    text_message("wamid.4", "d", OTHER_ID, OTHER_PHONE),
                )
            )
        )
    )
    with database.as_boutique(mine.boutique) as conn:
        lanes = conn.execute("SELECT lane FROM dukani.inbox ORDER BY provider_id").fetchall()
    assert lanes[0] == lanes[1] == lanes[2] != lanes[3]
    assert theirs.says(BSUID, PHONE) not in {lane for (lane,) in lanes}
    with database.as_boutique(theirs.boutique) as conn:
        assert conn.execute("SELECT count(*) FROM dukani.sender_names").fetchone() == (2,)


def test_who_was_a_customer_before_names_were_kept_is_found_by_them(postgres: TestServer) -> None:
    with postgres.fresh(2) as database:
        shop = Shop(database, postgres)
        by_phone, by_id = shop.known_as(None, PHONE), shop.known_as(OTHER_ID, OTHER_PHONE)
        with psycopg.connect(shop.admin) as admin:
            name = admin.info.dbname
            admin.execute("DROP TABLE dukani.sender_names")
            admin.execute("DROP FUNCTION dukani.customer_named, dukani.name_customer")
            _insert(admin, shop.boutique, by_phone, None)
            _insert(admin, shop.boutique, by_id, json.dumps({"v": 1}))
        with psycopg.connect(postgres.addresses(name).owner) as owner:
            owner.execute((FOLDER / "0151_sender_names.sql").read_bytes())

        assert shop.says(BSUID, PHONE) == by_phone
        assert shop.says(OTHER_ID, OTHER_PHONE) == by_id
        with database.as_boutique(BoutiqueId(uuid4())) as conn:
            assert conn.execute("SELECT count(*) FROM dukani.customers").fetchone() == (0,)


def _insert(admin: psycopg.Connection[Any], boutique: UUID, customer: UUID, bsuid: str | None) -> None:
    admin.execute(
        "INSERT INTO dukani.customers (boutique_id, customer, channel, account, met_at, bsuid, purchases,"
        " pieces_bought, version) VALUES (%s, %s, 'whatsapp', '1', now(), %s, 0, 0, 1)",
        (boutique, customer, bsuid),
    )
