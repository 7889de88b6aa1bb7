"""Money that waits for a person: seen by its own boutique, decided by who may, and once."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient

from application.commands import (
    AcceptRefund,
    ApproveRefund,
    CancelOrder,
    Command,
    DoubtRefund,
    FailRefund,
    ReceiveDeposit,
)
from application.reactors.query_refund import ASKED_FOR
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId, OrderId, PaymentId, deposit_of
from domain.money import Money
from domain.order.events import CancelReason
from domain.staff.events import Role
from interfaces.http.views.needs import DOUBTED_FOR
from projections import payments
from tests.interfaces.http.conftest import Dashboard

AMOUNT = Money.shillings(1_250)
KINDS = ("refunds", "deposits", "beside")


def money(browser: TestClient) -> dict[str, Any]:
    """All that waits."""
    told: dict[str, Any] = browser.get("/api/money").json()
    return told


def needs_of(browser: TestClient) -> list[dict[str, Any]]:
    """What the day's page asks a person to do."""
    told: list[dict[str, Any]] = browser.get("/api/today/needs").json()["needs"]
    return told


def came(dashboard: Dashboard, boutique: BoutiqueId, receipt: str) -> str:
    """Money by hand under no order's number; its deposit."""
    told = ReceiveDeposit(
        "mpesa", "174379", receipt, AMOUNT, "umbrella", "2547****678 John", dashboard.clock.now()
    )
    dashboard.shop.do(boutique, Cause(Actor.NEIGHBOUR, uuid4(), uuid4()), told)
    dashboard.catches_up()
    return str(deposit_of(boutique, "mpesa", receipt))


def test_money_waits_before_its_own_boutiques_eyes_alone(dashboard: Dashboard) -> None:
    mine = came(dashboard, dashboard.mine.boutique, "HND0000001")
    others = came(dashboard, dashboard.other.boutique, "HND0000001")
    browser, neighbour = dashboard.signed_in(), dashboard.signed_in(dashboard.other.boutique)

    shown = next(each for each in money(browser)["deposits"] if each["id"] == mine)

    assert (shown["amount"]["text"], shown["reason"], shown["reference"]) == (
        "KSh 1,250",
        "no-order",
        "umbrella",
    )
    assert others not in {each["id"] for each in money(browser)["deposits"]}
    for path, body in (("claim", {"order": "DK-222222"}), ("return", {"note": "by hand"})):
        assert neighbour.post(f"/api/money/deposits/{mine}/{path}", json=body).status_code == 404
    assert browser.post(f"/api/money/deposits/{mine}/claim", json={"order": "DK-222222"}).status_code == 404
    for each in (browser, neighbour):
        told = [n["amount"] for n in needs_of(each) if n["kind"] == "claim-money"]
        assert told == [waits["amount"] for waits in reversed(money(each)["deposits"])][:3]
    hidden = money(dashboard.signed_in(role=Role.AUDITOR))["deposits"][0]
    assert (hidden["payer"], hidden["reference"]) == (None, None)


def test_the_file_holds_exactly_the_money_that_is_filtered(dashboard: Dashboard) -> None:
    for receipt in ("FLT0000001", "FLT0000002"):
        came(dashboard, dashboard.mine.boutique, receipt)
    came(dashboard, dashboard.other.boutique, "FLT0000003")
    browser = dashboard.signed_in()

    def both(**asked: str) -> list[dict[str, str]]:
        """The rows of the file, once they are those of the page."""
        told = browser.get("/api/money", params=asked).json()
        file = browser.get("/api/money.csv", params=asked).text.removeprefix("\ufeff")
        rows = list(csv.DictReader(io.StringIO(file)))
        shown = [(kind, f"{each['amount']['cents'] / 100}") for kind in KINDS for each in told[kind]]
        assert [(row["kind"], row["amount"]) for row in rows] == shown
        return rows

    assert len(both()) > len(both(kind="deposits")) > 2
    assert {row["kind"] for row in both(kind="refunds")} <= {"refunds"}
    assert sorted(row["receipt"] for row in both(q="flt00000")) == ["FLT0000001", "FLT0000002"]
    assert both(q="flt0000001")[0]["typed"] == "umbrella"
    assert both(kind="beside", q="flt0000001") == []
    assert len(both(q="1,250")) >= 2
    reader = dashboard.signed_in(role=Role.AUDITOR).get("/api/money.csv").text
    assert "FLT0000001" in reader
    assert "umbrella" not in reader
    assert "John" not in reader


def test_money_given_back_by_hand_waits_no_more(dashboard: Dashboard) -> None:
    deposit = came(dashboard, dashboard.mine.boutique, "HND0000002")
    browser = dashboard.signed_in()
    for _ in range(2):
        answer = browser.post(f"/api/money/deposits/{deposit}/return", json={"note": "M-Pesa"})
        assert answer.status_code == 204
    dashboard.catches_up()
    assert deposit not in {each["id"] for each in money(browser)["deposits"]}


def to_go_back(dashboard: Dashboard, receipt: str) -> dict[str, Any]:
    """Money claimed by a seller for an order that is paid already: the refund that its owner decides."""
    deposit = came(dashboard, dashboard.mine.boutique, receipt)
    browser, staff = dashboard.signed_in(), dashboard.signed_in(role=Role.STAFF)
    with dashboard.database.as_boutique(dashboard.mine.boutique) as conn:
        paid = payments.PAYMENTS.where(conn, dashboard.mine.boutique, "state = 'completed'")[0]
    typed = {"order": f" {paid.reference.lower()}"}
    assert staff.post(f"/api/money/deposits/{deposit}/claim", json=typed).status_code == 204
    dashboard.catches_up()
    asked = [each for each in money(browser)["refunds"] if each["state"] == "requested"]
    refund: dict[str, Any] = max(asked, key=lambda each: each["refund"])
    assert (refund["order"]["number"], refund["amount"]["cents"]) == (paid.reference, AMOUNT.cents)
    return refund


def states(dashboard: Dashboard, refund: dict[str, Any]) -> list[str]:
    """How far it came; nothing once it is over."""
    dashboard.catches_up()
    named = refund["payment"], refund["refund"]
    shown = money(dashboard.signed_in())["refunds"]
    return [each["state"] for each in shown if (each["payment"], each["refund"]) == named]


@pytest.mark.parametrize(("decide", "after"), [("approve", ["approved"]), ("decline", [])])
def test_money_claimed_for_a_paid_order_goes_back_as_its_owner_says(
    dashboard: Dashboard, decide: str, after: list[str]
) -> None:
    refund = to_go_back(dashboard, f"HND{decide.upper()}")
    address = f"/api/money/refunds/{refund['payment']}/{refund['refund']}/{decide}"
    why = {"reason": "worn"}
    assert dashboard.signed_in(role=Role.STAFF).post(address, json=why).status_code == 403
    assert dashboard.signed_in(dashboard.other.boutique).post(address, json=why).status_code == 404
    assert dashboard.signed_in().post(address, json=why).status_code == 204
    assert states(dashboard, refund) == after


def test_declined_money_asks_nobody_for_anything_and_stands_with_its_order_until_it_is_asked_for_again(
    dashboard: Dashboard,
) -> None:
    refund, browser = to_go_back(dashboard, "HNDKEPT000"), dashboard.signed_in()
    address = f"/api/money/refunds/{refund['payment']}/{refund['refund']}"
    assert browser.post(f"{address}/decline", json={"reason": " "}).status_code == 422
    assert browser.post(f"{address}/decline", json={"reason": "She wore it"}).status_code == 204
    dashboard.catches_up()
    assert asked_of_her(dashboard, refund) == []
    order = f"/api/orders/{refund['order']['id']}"
    [kept] = [one for one in browser.get(order).json()["kept"] if one["refund"] == refund["refund"]]
    assert (kept["amount"]["text"], kept["kept_by"], kept["kept_for"]) == (
        "KSh 1,250",
        "owner",
        "She wore it",
    )

    neighbour = dashboard.signed_in(dashboard.other.boutique)
    assert neighbour.post(f"{address}/again").status_code == 404
    assert dashboard.signed_in(role=Role.AUDITOR).post(f"{address}/again").status_code == 403
    for _ in range(2):
        assert dashboard.signed_in(role=Role.STAFF).post(f"{address}/again").status_code == 204
    dashboard.catches_up()
    assert asked_of_her(dashboard, refund) == ["approve-refund"]
    shown = browser.get(order).json()["kept"]
    assert refund["refund"] not in {one["refund"] for one in shown}
    anew = f"/api/money/refunds/{refund['payment']}/{refund['refund'] + 1}/approve"
    assert browser.post(anew).status_code == 204


def test_an_order_that_the_shop_gave_up_and_whose_money_it_kept_says_so(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    row = browser.get("/api/orders?status=paid").json()["items"][0]
    given_up = CancelOrder(OrderId(UUID(row["id"])), CancelReason.OWNER)
    dashboard.shop.do(dashboard.mine.boutique, Cause(Actor.OWNER, uuid4(), uuid4()), given_up)
    dashboard.catches_up()
    of_it = [r for r in money(browser)["refunds"] if r["order"]["id"] == row["id"]]
    refund = next(r for r in of_it if r["state"] == "requested")
    address = f"/api/money/refunds/{refund['payment']}/{refund['refund']}"
    assert asked_of_her(dashboard, refund) == ["approve-refund"]
    assert browser.post(f"{address}/decline", json={"reason": "She wore it"}).status_code == 204
    dashboard.catches_up()
    assert asked_of_her(dashboard, refund) == []
    listed = [each["id"] for each in browser.get("/api/orders?status=not-refunded").json()["items"]]
    assert listed == [row["id"]]
    other = dashboard.signed_in(dashboard.other.boutique)
    assert other.get("/api/orders?status=not-refunded").json()["items"] == []
    assert browser.post(f"{address}/again").status_code == 204
    dashboard.catches_up()
    assert browser.get(f"/api/orders/{row['id']}").json()["status"] == "refund-due"
    again = f"/api/money/refunds/{refund['payment']}/{refund['refund'] + 1}"
    assert browser.post(f"{again}/approve").status_code == 204
    assert browser.post(f"{again}/done", json={"reference": "RKT0000011"}).status_code == 204


def test_what_went_back_by_hand_is_noted_and_more_than_came_is_not_wished_back(dashboard: Dashboard) -> None:
    refund, browser = to_go_back(dashboard, "HNDBYHAND0"), dashboard.signed_in()
    wish = {"payment": refund["payment"], "cents": 100_000_000, "reason": "all of it"}
    assert browser.post("/api/money/refunds", json=wish).status_code == 409
    assert browser.post("/api/money/refunds", json={**wish, "payment": str(uuid4())}).status_code == 404
    address = f"/api/money/refunds/{refund['payment']}/{refund['refund']}"
    assert browser.post(f"{address}/done", json={"reference": "RKT0000009"}).status_code == 409
    assert browser.post(f"{address}/approve").status_code == 204
    assert browser.post(f"{address}/done", json={"reference": "RKT0000009"}).status_code == 204
    assert states(dashboard, refund) == []


def asked_of_her(
    dashboard: Dashboard, refund: dict[str, Any], boutique: BoutiqueId | None = None
) -> list[str]:
    """What the day's page asks a person to do about this refund's order and sum."""
    dashboard.catches_up()
    told = needs_of(dashboard.signed_in(boutique))
    about = refund["order"]["id"], refund["amount"]
    return [n["kind"] for n in told if n["order"] and (n["order"]["id"], n["amount"]) == about]


@pytest.mark.parametrize(
    ("news", "waits"),
    [
        (lambda p, n: DoubtRefund(p, n, "no answer"), DOUBTED_FOR),
        (lambda p, n: AcceptRefund(p, n, "AG_1"), ASKED_FOR),
    ],
    ids=["in doubt", "on its way"],
)
def test_a_refund_whose_end_nobody_knows_is_put_before_the_owner_once_it_is_worth_her_look(
    dashboard: Dashboard, news: Callable[[PaymentId, int], Command], waits: timedelta
) -> None:
    refund, browser = to_go_back(dashboard, f"HNDUNKNOWN{waits.days}"), dashboard.signed_in()
    assert asked_of_her(dashboard, refund) == ["approve-refund"]
    address = f"/api/money/refunds/{refund['payment']}/{refund['refund']}"
    assert browser.post(f"{address}/approve").status_code == 204
    doubt = news(PaymentId(UUID(refund["payment"])), refund["refund"])
    dashboard.shop.do(dashboard.mine.boutique, Cause(Actor.NEIGHBOUR, uuid4(), uuid4()), doubt)
    assert asked_of_her(dashboard, refund) == []
    dashboard.clock.pass_by(waits + timedelta(minutes=1))
    assert asked_of_her(dashboard, refund) == ["check-refund"]
    assert asked_of_her(dashboard, refund, dashboard.other.boutique) == []
    told = dashboard.signed_in().post(f"{address}/done", json={"reference": "RKT0000010"})
    assert told.status_code == 204
    assert asked_of_her(dashboard, refund) == []


def test_a_refund_that_failed_is_to_be_given_back_by_hand(dashboard: Dashboard) -> None:
    refund = to_go_back(dashboard, "HNDFAILED0")
    payment, number = PaymentId(UUID(refund["payment"])), refund["refund"]
    cause = Cause(Actor.NEIGHBOUR, uuid4(), uuid4())
    dashboard.shop.do(dashboard.mine.boutique, cause, ApproveRefund(payment, number, "owner"))
    dashboard.shop.do(dashboard.mine.boutique, cause, FailRefund(payment, number, "21", "no right to it"))
    assert asked_of_her(dashboard, refund) == ["refund"]
