"""Who asked to be forgotten is nowhere to be found; what the shop sold stays in its books."""

import json
from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
import typer
from psycopg import sql

from application.forgetting import OrderIsOwedToHer
from domain.customer.customer import Customer
from domain.identity import CustomerId
from domain.order.state import OrderStatus
from interfaces.commands.forgetting import carry_out, proof, tell_who_waits
from interfaces.demo.catalogue import Boutique as DemoBoutique
from interfaces.demo.seeding import seeding_models
from interfaces.postgres.chain import verify
from interfaces.postgres.projector import Projector
from tests.stories.walks import meta_delivers, order_called, orders, owner_does, pays_for, stock_of
from tests.support.house import AMANI, PWANI, OpenHouse, Phone, id_of, photo_of
from tests.support.invariants import Shop

CANARY = "Wambuiquorra"
HER_GATE = "blue gate behind the Quorra kiosk"


def the_customer(house: OpenHouse, phone: Phone, shop: DemoBoutique = AMANI) -> CustomerId:
    """Who this phone is to the shop: the one whose number it is."""
    number = house.number_of(phone)
    for identity, customer in Shop(house, shop).all(Customer).items():
        opened = [house.home.vault.open(id_of(shop), sealed) for sealed in customer.identifiers.values()]
        if number in opened:
            return CustomerId(identity)
    raise AssertionError("nobody has this number")


def everything(house: OpenHouse) -> Iterator[tuple[str, bytes]]:
    """Each row of each table as the superuser sees it, and each file of the shop beside the sandbox's own."""
    with psycopg.connect(house.server.admin_of(house.database)) as admin:
        tables = admin.execute(
            "SELECT schemaname, tablename FROM pg_tables"
            " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        ).fetchall()
        assert len(tables) > 20
        for schema, table in tables:
            with admin.cursor().copy(
                sql.SQL("COPY (SELECT * FROM {}) TO STDOUT").format(sql.Identifier(schema, table))
            ) as copy:
                yield table, b"".join(bytes(piece) for piece in copy)
    for path in house.home.settings.data_dir.rglob("*"):
        if path.is_file() and "sandbox" not in path.parts:
            yield str(path), path.read_bytes()


def found_in(house: OpenHouse, *words: str) -> set[str]:
    """Where one of these words stands, in the clear or as PostgreSQL writes bytes."""
    needles = [form for word in words for form in (word.encode(), word.encode().hex().encode())]
    return {place for place, content in everything(house) if any(needle in content for needle in needles)}


def test_after_an_erasure_no_table_and_no_file_holds_a_word_of_her(open_shop: OpenHouse) -> None:
    house = open_shop
    with house.customer() as phone, house.customer() as other:
        number = house.number_of(phone)
        paid = pays_for(phone, where=f"Kilimani, {HER_GATE}")
        phone.says(f"my name is {CANARY}, hello")
        phone.shows(photo_of("AM-108-BLU"))
        before = stock_of(house, "AM-102-RED", "M")
        open_order = orders(phone)
        other.says("hello")
        number_of_other = house.number_of(other)
        _deliver(house, paid)
        phone.says("futa data yangu")
        house.settles()
        hers = the_customer(house, phone)
        words = (CANARY, number.lstrip("+"), HER_GATE)
        assert "inbox" in found_in(house, *words), "a test that can fail"

        done = house.home.forgetting.forget(id_of(AMANI), hers, uuid4())
        house.settles()

        assert found_in(house, *words) == set()
        assert meta_delivers(house, phone, {"status": "read", "id": "wamid.late"}) == 200
        house.settles()
        assert found_in(house, *words) == set(), "a tick that comes late does not stay either"
        assert found_in(house, number_of_other.lstrip("+")) == {"inbox"}
        told = proof(house.home, id_of(AMANI), hers, done)
        assert (told["log"], told["cart_emptied"], told["callbacks_left"]) == ("whole", False, 0)
        assert int(str(told["messages"])) > 5
        assert told["pictures"] == 1
        assert len(done.orders_closed) == 1
        assert json.dumps(told)
    assert order_called(house, open_order).status is OrderStatus.CANCELLED
    assert order_called(house, paid).status is OrderStatus.DELIVERED
    assert stock_of(house, "AM-102-RED", "M").available == before.available
    assert not any(lag.facts for lag in Projector(house.home.database, seeding_models()).lag())


def test_what_is_paid_and_not_delivered_is_delivered_first(open_shop: OpenHouse) -> None:
    house = open_shop
    with house.customer() as phone:
        pays_for(phone)
        house.settles()
        hers = the_customer(house, phone)

        with pytest.raises(OrderIsOwedToHer):
            house.home.forgetting.forget(id_of(AMANI), hers, uuid4())

        assert house.number_of(phone)
        assert not Shop(house, AMANI).all(Customer)[hers].is_forgotten


def test_an_erasure_cut_short_is_finished_by_the_next_and_a_third_finds_nothing(open_shop: OpenHouse) -> None:
    house = open_shop
    with house.customer() as phone, house.customer(PWANI) as next_door:
        phone.says("hello")
        next_door.says("hello")
        house.settles()
        hers = the_customer(house, phone)
        first = house.home.forgetting.forget(id_of(AMANI), hers, uuid4())
        again = house.home.forgetting.forget(id_of(AMANI), hers, uuid4())

        assert first.emptied.messages >= 1
        assert again.emptied.messages == 0
        assert verify(house.home.database, id_of(AMANI)) is None
        assert the_customer(house, next_door, PWANI)


def test_who_comes_back_is_met_anew(open_shop: OpenHouse) -> None:
    house = open_shop
    with house.customer() as phone:
        phone.says("hello")
        house.settles()
        hers = the_customer(house, phone)
        house.home.forgetting.forget(id_of(AMANI), hers, uuid4())

        assert phone.says("red wrap dress").text
        house.settles()
        assert the_customer(house, phone) == hers
        assert not Shop(house, AMANI).all(Customer)[hers].is_forgotten


def test_what_nobody_could_route_is_emptied_if_it_names_her(open_shop: OpenHouse) -> None:
    house = open_shop
    with house.customer() as phone:
        phone.says("hello")
        house.settles()
        digits = house.number_of(phone).lstrip("+")
        with house.home.database.as_ingress() as conn:
            for raw in (f'{{"from":"{digits}"}}', '{"from":"somebody else"}'):
                conn.execute(
                    "INSERT INTO dukani.quarantine (channel, account, reason, raw)"
                    " VALUES ('whatsapp', 'x', 'y', %s)",
                    (raw.encode(),),
                )

        done = house.home.forgetting.forget(id_of(AMANI), the_customer(house, phone), uuid4())

        assert done.emptied.quarantined == 1


def _deliver(house: OpenHouse, number: str) -> None:
    house.settles()
    owner_does(house, number, "pack")
    owner_does(house, number, "courier", {"courier": "Wells Fargo", "tracking": "WF-2231"})
    owner_does(house, number, "deliver")


def test_an_operator_sees_who_waits_and_gets_a_proof(
    open_shop: OpenHouse, capsys: pytest.CaptureFixture[str]
) -> None:
    house = open_shop
    with house.customer() as phone:
        phone.says("futa data yangu")
        house.settles()
        hers = str(the_customer(house, phone))
        tell_who_waits(house.home)
        assert hers in capsys.readouterr().out

        carry_out(house.home, hers, sure=True)

        told = json.loads(capsys.readouterr().out)
        assert (told["customer"], told["key_destroyed"], told["log"]) == (hers, True, "whole")
        house.settles()
        tell_who_waits(house.home)
        assert hers not in capsys.readouterr().out
        for stranger in (str(uuid4()), "no id at all"):
            with pytest.raises(typer.Exit):
                carry_out(house.home, stranger, sure=True)
