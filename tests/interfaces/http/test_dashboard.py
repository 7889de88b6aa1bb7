"""The dashboard shows its own boutique's rows, opened for who looks, page by page."""

import asyncio
import json
import re
from datetime import timedelta
from typing import Any, cast
from uuid import uuid4

import psycopg
import pytest
from fastapi.testclient import TestClient
from starlette.requests import Request

from domain.conversation.events import MessageReceived, ReplyComposed
from domain.customer.events import CustomerForgotten
from domain.identity import subject_of
from domain.order.events import OrderPaid, OrderPlaced
from domain.refusal import Refusal
from domain.staff.events import Role
from interfaces.http.routes.live import positions
from interfaces.postgres.projector import Projector
from interfaces.read_models import read_models
from projections.sales import EAST_AFRICA, FiguresAway
from tests.interfaces.http.conftest import Dashboard
from tests.projections.history import BEGIN
from tests.support.postgres import TestServer


def whole_list(browser: TestClient, path: str, limit: int = 7) -> list[dict[str, Any]]:
    """All rows of a list, asked for page by page."""
    rows: list[dict[str, Any]] = []
    cursor = None
    while True:
        asked = {"limit": str(limit), **({"cursor": cursor} if cursor else {})}
        page = browser.get(path, params=asked).json()
        rows += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            return rows


@pytest.mark.parametrize("path", ["/api/orders", "/api/conversations", "/api/products"])
@pytest.mark.parametrize("limit", [1, 2, 100])
def test_pages_hold_every_row_once(dashboard: Dashboard, path: str, limit: int) -> None:
    browser = dashboard.signed_in()
    rows = [row["id"] for row in whole_list(browser, path, limit)]
    assert len(rows) == len(set(rows)) > 2
    assert rows == [row["id"] for row in whole_list(browser, path, 50)]


@pytest.mark.parametrize("path", ["/api/orders", "/api/conversations", "/api/products"])
def test_two_boutiques_have_no_row_in_common(dashboard: Dashboard, path: str) -> None:
    mine = {row["id"] for row in whole_list(dashboard.signed_in(), path)}
    others = {row["id"] for row in whole_list(dashboard.signed_in(dashboard.other.boutique), path)}
    assert mine
    assert others
    assert not mine & others


@pytest.mark.parametrize(
    "path",
    ["/api/orders/{order}", "/api/orders/{order}/history", "/api/conversations/{conversation}"],
)
def test_the_id_of_another_boutique_is_not_found(dashboard: Dashboard, path: str) -> None:
    other = dashboard.other
    conversation = next(iter(other.conversations.values()))
    named = path.format(order=other.orders[0], conversation=conversation)
    assert dashboard.signed_in(other.boutique).get(named).status_code == 200
    assert dashboard.signed_in().get(named).status_code == 404
    assert dashboard.signed_in().get(path.format(order=uuid4(), conversation=uuid4())).status_code == 404


@pytest.mark.parametrize(
    ("step", "sent"),
    [
        ("pack", None),
        ("courier", {"courier": "Boda"}),
        ("deliver", None),
        ("cancel", None),
        ("take-back", {"refund": 100, "reason": "goodwill"}),
    ],
)
def test_the_order_of_another_boutique_cannot_be_moved(
    dashboard: Dashboard, step: str, sent: dict[str, Any] | None
) -> None:
    before = list(dashboard.desk.asked)
    answer = dashboard.signed_in().post(f"/api/orders/{dashboard.other.orders[0]}/{step}", json=sent)
    assert answer.status_code == 404
    assert dashboard.desk.asked == before


@pytest.mark.parametrize("limit", ["0", "101", "-1", "x", "1e3"])
def test_a_limit_out_of_bounds_is_refused(dashboard: Dashboard, limit: str) -> None:
    answer = dashboard.signed_in().get("/api/orders", params={"limit": limit})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("cursor", ["x", "é", "AAAA", "MjAyNnx4", "MjAyNi0wMS0wMXw=", "%", "a" * 199])
def test_a_cursor_that_nobody_gave_out_is_refused(dashboard: Dashboard, cursor: str) -> None:
    assert dashboard.signed_in().get("/api/orders", params={"cursor": cursor}).status_code == 400


def test_orders_are_told_as_they_were_placed(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    placed = {
        str(subject_of(f.originator_id)): f.fact
        for f in dashboard.mine.facts
        if isinstance(f.fact, OrderPlaced)
    }
    rows = whole_list(browser, "/api/orders")
    assert {row["id"] for row in rows} == set(placed)
    for row in rows:
        fact = placed[row["id"]]
        assert (row["number"], row["total"]["cents"]) == (fact.number, fact.total.cents)
        assert row["total"]["text"] == str(fact.total)
        assert row["first_title"] == fact.lines[0].title


def test_an_order_is_told_whole_and_opened(dashboard: Dashboard) -> None:
    told = next(
        order
        for row in whole_list(dashboard.signed_in(), "/api/orders")
        if (order := dashboard.signed_in().get(f"/api/orders/{row['id']}").json())["paid_at"]
        and not order["customer"]["forgotten"]
    )
    assert told["address"] == "Sarit Centre, gate B"
    assert told["paying_number"] == "+254712345678"
    assert told["payment"]["receipt"].startswith("Q")
    assert told["payment"]["received"] == told["total"]
    assert told["payment"]["attempts"][0]["state"] == "received"
    assert told["lines"][0]["total"]["cents"] == told["total"]["cents"] - told["delivery_fee"]["cents"]


def test_orders_can_be_asked_for_by_status(dashboard: Dashboard) -> None:
    rows = dashboard.signed_in().get("/api/orders", params={"status": "expired"}).json()["items"]
    assert {row["status"] for row in rows} <= {"expired"}
    assert dashboard.signed_in().get("/api/orders", params={"status": "lost"}).status_code == 422


def test_a_chat_shows_both_sides_in_order_with_what_was_shown(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    talks = [
        browser.get(f"/api/conversations/{row['id']}", params={"limit": 100}).json()
        for row in whole_list(browser, "/api/conversations")
    ]
    written = sum(isinstance(f.fact, MessageReceived) for f in dashboard.mine.facts)
    answered = sum(isinstance(f.fact, ReplyComposed) for f in dashboard.mine.facts)
    messages = [message for talk in talks for message in talk["messages"]]
    assert sum(m["side"] == "customer" for m in messages) == written
    assert sum(m["side"] == "agent" for m in messages) == answered
    for talk in talks:
        assert [m["at"] for m in talk["messages"]] == sorted(m["at"] for m in talk["messages"])
    replied = next(m for m in messages if m["side"] == "agent")
    assert replied["text"] == "Here they are"
    assert replied["buttons"] == ["One"]
    assert [card["rank"] for card in replied["cards"]] == [1, 2, 3]
    assert replied["cards"][0]["title"]
    assert {m["delivery"] for m in messages if m["side"] == "agent"} <= {
        "planned",
        "sent",
        "delivered",
        "read",
        "failed",
    }


def test_older_messages_are_fetched_by_the_cursor(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    talk = max(
        (
            browser.get(f"/api/conversations/{row['id']}", params={"limit": 100}).json()
            for row in whole_list(browser, "/api/conversations")
        ),
        key=lambda each: len(each["messages"]),
    )
    found: list[str] = []
    cursor = None
    while True:
        asked = {"limit": "2", **({"cursor": cursor} if cursor else {})}
        part = browser.get(f"/api/conversations/{talk['id']}", params=asked).json()
        found = [message["id"] for message in part["messages"]] + found
        cursor = part["older_cursor"]
        if cursor is None:
            break
    assert found == [message["id"] for message in talk["messages"]]


def test_a_forgotten_customer_has_no_name_left(dashboard: Dashboard) -> None:
    gone = {
        str(subject_of(f.originator_id))
        for f in dashboard.mine.facts
        if isinstance(f.fact, CustomerForgotten)
    }
    rows = whole_list(dashboard.signed_in(), "/api/conversations")
    for row in rows:
        customer = row["customer"]
        assert customer["forgotten"] == (customer["id"] in gone)
        assert (customer["name"] is None) == customer["forgotten"]


def test_an_orders_history_crosses_streams_in_the_order_of_the_log(dashboard: Dashboard) -> None:
    order = next(subject_of(f.originator_id) for f in dashboard.mine.facts if isinstance(f.fact, OrderPaid))
    told = dashboard.signed_in(role=Role.AUDITOR).get(f"/api/orders/{order}/history").json()
    kinds = {entry["stream"].split("/")[1] for entry in told["entries"]}
    assert {"order", "payment", "stock", "cart"} <= kinds
    places = [entry["position"] for entry in told["entries"]]
    assert places == sorted(set(places))
    named = [
        f.position
        for f in dashboard.mine.facts
        if getattr(f.fact, "order", None) == order or str(order) in f.originator_id
    ]
    assert set(named) <= set(places)
    assert told["chain_verified"] is True
    assert told["verified_to"] == len(dashboard.mine.facts)
    topics = [entry["topic"] for entry in told["entries"]]
    assert topics.index("order-placed.v1") < topics.index("order-paid.v1")


def test_a_fact_unfolds_to_all_that_it_says_opened_for_the_owner_alone(dashboard: Dashboard) -> None:
    facts = dashboard.mine.facts
    gone = {subject_of(f.originator_id) for f in facts if isinstance(f.fact, CustomerForgotten)}
    order = next(
        subject_of(f.originator_id)
        for f in dashboard.mine.facts
        if isinstance(f.fact, OrderPlaced) and f.fact.customer not in gone
    )
    path = f"/api/orders/{order}/history"
    for role, phone in ((Role.OWNER, "+254712345678"), (Role.STAFF, None), (Role.AUDITOR, None)):
        entries = dashboard.signed_in(role=role).get(path).json()["entries"]
        placed = next(e for e in entries if e["topic"] == "order-placed.v1")
        told = {field["name"]: field for field in placed["body"]}
        assert told["paying_number"] == {"name": "paying_number", "value": phone, "sealed": True}
        assert told["total"]["value"].startswith("KSh ")
        assert told["lines.1.title"]["value"]
        if role is not Role.OWNER:
            assert "+2547" not in json.dumps(entries)


def test_a_number_is_whole_only_where_an_order_is_brought_and_never_for_an_auditor(
    dashboard: Dashboard,
) -> None:
    for role in Role:
        browser = dashboard.signed_in(role=role)
        for path in ("/api/orders", "/api/conversations"):
            phones = [row["customer"]["phone"] for row in whole_list(browser, path)]
            assert any(phones)
            assert all(re.fullmatch(r"\+254 7•• ••• \d{3}", phone) for phone in phones if phone)
    paid = next(row for row in whole_list(browser, "/api/orders") if row["customer"]["phone"])
    read = dashboard.signed_in(role=Role.AUDITOR).get(f"/api/orders/{paid['id']}").json()
    acted = dashboard.signed_in(role=Role.STAFF).get(f"/api/orders/{paid['id']}").json()
    assert (read["address"], read["paying_number"][:6]) == ("•••", "+254 7")
    assert "•" in read["customer"]["phone"]
    assert acted["address"] == "Sarit Centre, gate B"
    assert acted["customer"]["phone"].startswith("+2547")
    assert acted["paying_number"] == "+254712345678"


def test_a_log_that_was_tampered_with_is_told(dashboard: Dashboard, postgres: TestServer) -> None:
    with dashboard.database.as_ingress() as conn:
        name = conn.info.dbname
    order, boutique = dashboard.mine.orders[0], dashboard.mine.boutique
    change = "UPDATE dukani.stored_events SET state = %s WHERE boutique_id = %s AND notification_id = 9"
    with psycopg.connect(postgres.admin_of(name), autocommit=True) as admin:
        kept = admin.execute(
            "SELECT state FROM dukani.stored_events WHERE boutique_id = %s AND notification_id = 9",
            (boutique,),
        ).fetchone()
        assert kept is not None
        admin.execute(change, (kept[0].replace(b"2026", b"2025", 1), boutique))
        told = dashboard.signed_in().get(f"/api/orders/{order}/history").json()
        admin.execute(change, (kept[0], boutique))
    assert told["chain_verified"] is False
    assert told["verified_to"] == 8


def test_products_tell_their_stock_per_size(dashboard: Dashboard) -> None:
    rows = whole_list(dashboard.signed_in(), "/api/products")
    assert {row["id"] for row in rows} == {str(product) for product in dashboard.mine.products}
    asked = {"stock": "low", "limit": "100"}
    low = {row["id"] for row in dashboard.signed_in().get("/api/products", params=asked).json()["items"]}
    for row in rows:
        assert row["available"] == sum(size["available"] for size in row["sizes"])
        assert any(size["low"] for size in row["sizes"]) is (row["id"] in low)
        for size in row["sizes"]:
            assert size["available"] == size["on_hand"] - size["reserved"]


def test_products_are_found_by_their_words_and_never_by_a_pattern(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    row = whole_list(browser, "/api/products")[0]
    found = browser.get("/api/products", params={"q": row["sku"].lower()}).json()["items"]
    assert row["id"] in [each["id"] for each in found]
    assert browser.get("/api/products", params={"q": "%"}).json()["items"] == []


def test_a_picture_is_shown_to_its_own_boutique_alone(dashboard: Dashboard) -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"x" * 20
    name = dashboard.deps.pictures.keep(dashboard.mine.boutique, png)
    answer = dashboard.signed_in().get(f"/api/pictures/{name}")
    assert (answer.status_code, answer.content) == (200, png)
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert dashboard.signed_in(dashboard.other.boutique).get(f"/api/pictures/{name}").status_code == 404
    assert dashboard.signed_in().get(f"/api/pictures/{'0' * 64}").status_code == 404
    assert dashboard.signed_in().get("/api/pictures/..%2F..%2Fetc").status_code in {404, 422}


def test_a_picture_that_is_none_is_not_run_by_a_browser(dashboard: Dashboard) -> None:
    name = dashboard.deps.pictures.keep(dashboard.mine.boutique, b"<script>alert(1)</script>")
    answer = dashboard.signed_in().get(f"/api/pictures/{name}")
    assert answer.headers["content-type"] == "application/octet-stream"


def test_the_day_so_far_is_that_of_nairobi(dashboard: Dashboard) -> None:
    told = dashboard.signed_in().get("/api/today").json()
    today = dashboard.clock.now().astimezone(EAST_AFRICA).date()
    paid = [
        f.fact.amount.cents
        for f in dashboard.mine.facts
        if isinstance(f.fact, OrderPaid) and f.at.astimezone(EAST_AFRICA).date() == today
    ]
    assert told["day"] == today.isoformat()
    assert (told["paid"]["cents"], told["paid_orders"]) == (sum(paid), len(paid))
    rows = whole_list(dashboard.signed_in(), "/api/orders")
    assert told["orders_to_pack"] == sum(row["status"] == "paid" for row in rows)
    chats = whole_list(dashboard.signed_in(), "/api/conversations")
    assert told["chats_waiting"] == sum(row["needs_person"] for row in chats)
    assert told["low_stock_sizes"] >= len(told["low_stock"])
    for scarce in told["low_stock"]:
        assert 0 < 2 * scarce["available"] <= scarce["sold"]


def test_what_waits_for_a_person_is_told_with_who_has_waited_longest_first(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    needs = browser.get("/api/today/needs").json()["needs"]
    rows = whole_list(browser, "/api/orders")
    for kind, status in (("pack", "paid"), ("hand-over", "packed")):
        standing = [row["id"] for row in reversed(rows) if row["status"] == status]
        assert [need["order"]["id"] for need in needs if need["kind"] == kind] == standing[:3]
    chats = [row["id"] for row in whole_list(browser, "/api/conversations") if row["needs_person"]]
    told = [need["conversation"] for need in needs if need["kind"] == "answer"]
    assert told == chats[::-1][:3]
    assert {need["kind"] for need in needs} >= {"check-payment", "pack"}


def test_insights_agree_with_the_orders(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    sales = browser.get("/api/insights/sales", params={"days": 366}).json()
    paid = [f.fact.amount.cents for f in dashboard.mine.facts if isinstance(f.fact, OrderPaid)]
    assert (sales["orders"], sales["paid"]["cents"]) == (len(paid), sum(paid))
    assert len(sales["days"]) == 366
    assert browser.get("/api/insights/top-products", params={"days": 366}).json()["products"]
    sizes = browser.get("/api/insights/top-sizes", params={"days": 366}).json()
    funnel = browser.get("/api/insights/funnel", params={"days": 366}).json()
    assert funnel["opened"] >= funnel["prompted"] >= funnel["paid"] > 0
    assert browser.get("/api/insights/response-time", params={"days": 366}).json()["answered"] > 0
    assert sum(size["pieces"] for size in sizes["sizes"]) == sum(day["pieces"] for day in sales["days"])
    buyers = browser.get("/api/insights/buyers", params={"days": 366}).json()
    assert buyers["new_orders"] + buyers["again_orders"] == len(paid)
    assert sum(row["customers"][0] for row in buyers["cohorts"]) == buyers["new_orders"]
    assert browser.get("/api/insights/stock", params={"days": 366}).json()["pieces"]
    costs = browser.get("/api/insights/costs", params={"days": 366}).json()
    assert costs["per_order"]["micro_usd"] == round(costs["total"]["micro_usd"] / len(paid))


def test_a_period_stands_beside_the_one_before(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    last = BEGIN.date() + timedelta(days=20)
    now, before = (
        browser.get("/api/insights/sales", params={"days": 7, "last": day.isoformat()}).json()
        for day in (last, last - timedelta(days=7))
    )
    assert now["days"][-1]["day"] == last.isoformat()
    assert now["before"] == {name: before[name] for name in ("orders", "paid", "back", "average")}
    assert now["orders"] * now["average"]["cents"] == pytest.approx(
        now["paid"]["cents"], abs=50 * now["orders"]
    )


@pytest.mark.parametrize(
    ("path", "rows", "key", "figure"),
    [
        ("top-products", "products", "product", "paid"),
        ("top-sizes", "sizes", "size", "paid"),
        ("stock", "pieces", "product", "sell_through"),
        ("missed", "wishes", "wanted", "times"),
    ],
)
def test_what_is_ranked_stands_beside_what_it_was_before(
    dashboard: Dashboard, path: str, rows: str, key: str, figure: str
) -> None:
    browser, last = dashboard.signed_in(), BEGIN.date() + timedelta(days=20)
    now, before = (
        browser.get(f"/api/insights/{path}", params={"days": 7, "last": day.isoformat()}).json()[rows]
        for day in (last, last - timedelta(days=7))
    )
    was = {str(row[key]): row[figure] for row in before}
    told = {str(row[key]): row["before"] for row in now}
    assert len(now) == len(told)
    for name, each in told.items():
        assert each == was.get(name, each)
        assert name in was or each in (None, 0) or each["cents"] == 0


def test_chats_and_their_cost_stand_beside_those_before(dashboard: Dashboard) -> None:
    browser, last = dashboard.signed_in(), BEGIN.date() + timedelta(days=20)
    for path, figures in (
        ("hands", ("agent", "people")),
        ("costs", ("per_chat", "per_order", "total")),
    ):
        now, before = (
            browser.get(f"/api/insights/{path}", params={"days": 7, "last": day.isoformat()}).json()
            for day in (last, last - timedelta(days=7))
        )
        stood = now["before"] if path == "hands" else {name: now[f"before_{name}"] for name in figures}
        assert stood == {name: before[name] for name in figures}


def test_figures_that_cannot_be_asked_are_said_to_be_away(
    dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise FiguresAway("closed")

    monkeypatch.setattr(type(dashboard.deps.sales), "funnel", away)
    answer = dashboard.signed_in().get("/api/insights/funnel")
    assert answer.status_code == 503
    assert answer.json()["type"] == "urn:dukani:figures-away"


def test_a_step_is_carried_out_once_however_often_it_is_clicked(dashboard: Dashboard) -> None:
    browser, order = dashboard.signed_in(), dashboard.mine.orders[0]
    dashboard.desk.asked.clear()
    for _ in range(2):
        done = browser.post(f"/api/orders/{order}/courier", json={"courier": "Boda", "tracking": "7"})
        assert done.json() == {"order": str(order), "status": "with-courier"}
    (first, second) = dashboard.desk.asked
    assert first == second
    assert first[:3] == ("courier Boda 7 None", dashboard.mine.boutique, order)


@pytest.mark.parametrize(
    "sent", [{}, {"courier": ""}, {"courier": "x" * 81}, {"courier": "x", "more": 1}, []]
)
def test_a_handover_that_makes_no_sense_is_refused(dashboard: Dashboard, sent: Any) -> None:
    answer = dashboard.signed_in().post(f"/api/orders/{dashboard.mine.orders[0]}/courier", json=sent)
    assert answer.status_code == 422


class NotToday(Refusal):
    """A rule for this test."""


def test_a_refusal_is_told_by_its_name(dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotToday("the shop is closed")

    monkeypatch.setattr(dashboard.desk, "pack", refuse)
    answer = dashboard.signed_in().post(f"/api/orders/{dashboard.mine.orders[0]}/pack")
    assert answer.status_code == 409
    assert answer.json()["type"] == "urn:dukani:not-today"


def test_a_bug_shows_no_trace(dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(dashboard.desk, "pack", broken)
    answer = dashboard.signed_in().post(f"/api/orders/{dashboard.mine.orders[0]}/pack")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.json()["type"] == "urn:dukani:bug"


def test_each_read_model_tells_its_lag(dashboard: Dashboard) -> None:
    told = dashboard.signed_in().get("/api/lag").json()
    assert told["head"] == len(dashboard.mine.facts)
    assert {model["name"] for model in told["models"]} == {m.name for m in read_models()} | {"sales"}
    assert {model["behind"] for model in told["models"]} == {0}


class Reader:
    """A reader who leaves after so many looks."""

    def __init__(self, looks: int) -> None:
        self.looks = looks

    async def is_disconnected(self) -> bool:
        self.looks -= 1
        return self.looks < 0


def test_the_live_stream_moves_only_when_the_rows_do(
    dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("interfaces.http.routes.live._LOOK_EVERY", 0)
    reader: Any = Reader(5)

    async def follow() -> list[str]:
        return [
            str(event.data) async for event in positions(dashboard.other.boutique, dashboard.deps, reader)
        ]

    (only,) = asyncio.run(follow())
    assert re.search(r'"visible":(\d+),"head":\1}', only)


def test_the_live_stream_follows_a_new_fact(dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interfaces.http.routes.live._LOOK_EVERY", 0)
    other, reader = dashboard.other, Reader(3)
    other.now = dashboard.clock.now() + timedelta(hours=1)

    async def follow() -> list[str]:
        told = []
        async for event in positions(other.boutique, dashboard.deps, cast("Request", reader)):
            told.append(str(event.data))
            if len(told) == 1:
                known = len(other.facts)
                other.chat(other.customers[0])
                dashboard.deps.log.append(other.facts[known:])
                Projector(dashboard.database, read_models()).catch_up()
        return told

    first, second = asyncio.run(follow())
    assert first != second
    assert f'"head":{len(other.facts)}' in second
