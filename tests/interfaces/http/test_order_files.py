"""Orders are had as files, exactly those that are filtered, and views of them are kept under names."""

import csv
import io
from typing import Any

from fastapi.testclient import TestClient

from domain.staff.events import Role
from tests.interfaces.http.conftest import Dashboard
from tests.interfaces.http.test_dashboard import whole_list


def exported(browser: TestClient, **asked: str) -> list[dict[str, str]]:
    file = browser.get("/api/orders.csv", params=asked)
    assert file.status_code == 200
    return list(csv.DictReader(io.StringIO(file.text.removeprefix("\ufeff"))))


def listed(browser: TestClient, **asked: str) -> list[str]:
    found: list[dict[str, Any]] = browser.get("/api/orders", params={"limit": "100", **asked}).json()["items"]
    return [row["number"] for row in found]


def test_the_file_holds_exactly_what_is_filtered(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    rows = whole_list(browser, "/api/orders", 100)
    assert [row["order"] for row in exported(browser)] == [row["number"] for row in rows]
    day, status, number = rows[3]["placed_at"][:10], rows[3]["status"], rows[3]["number"]
    for asked in ({"status": status}, {"since": day}, {"until": day}, {"q": number.lower()}):
        numbers = listed(browser, **asked)
        assert [row["order"] for row in exported(browser, **asked)] == numbers
        assert number in numbers
        assert len(numbers) < len(rows)
    assert listed(browser, area=rows[3]["delivery_area"].upper(), until="9999-12-31")
    assert listed(browser, area="Atlantis") == []
    assert exported(browser, area="Atlantis") == []
    assert listed(browser, q=rows[3]["number"]) == [rows[3]["number"]]
    assert sorted({*listed(browser, since=day), *listed(browser, until=day)}) == sorted(
        r["number"] for r in rows
    )


def test_whole_numbers_and_places_are_for_who_delivers(dashboard: Dashboard) -> None:
    hers = next(row for row in exported(dashboard.signed_in()) if row["address"])
    read = {row["order"]: row for row in exported(dashboard.signed_in(role=Role.AUDITOR))}[hers["order"]]
    assert hers["address"] == "Sarit Centre, gate B"
    assert read["address"] == "•••"
    assert "Sarit" not in str(read.values())
    assert not {row["order"] for row in exported(dashboard.signed_in())} & {
        row["order"] for row in exported(dashboard.signed_in(dashboard.other.boutique))
    }


def test_papers_are_printed_of_ones_own_orders_alone(dashboard: Dashboard) -> None:
    browser, other = dashboard.signed_in(), dashboard.signed_in(dashboard.other.boutique)
    rows = whole_list(browser, "/api/orders", 100)
    paid = next(row["id"] for row in rows if row["paid_at"])
    unpaid = next(row["id"] for row in rows if not row["paid_at"])
    for paper in ("receipt", "packing-slip"):
        path = f"/api/orders/{paid}/{paper}.pdf"
        assert browser.get(path).content.startswith(b"%PDF")
        assert browser.get(path).headers["content-type"] == "application/pdf"
        assert other.get(path).status_code == 404
    assert browser.get(f"/api/orders/{unpaid}/receipt.pdf").json()["type"] == "urn:dukani:order-is-not-paid"
    assert browser.get("/api/packing-slips.pdf", params={"q": "DK-"}).content.startswith(b"%PDF")
    assert browser.get("/api/packing-slips.pdf", params={"q": "DK-NOBODY"}).status_code == 404


def test_an_order_shows_what_was_taken_off_its_list_prices(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    told = [browser.get(f"/api/orders/{order}").json() for order in dashboard.mine.orders]
    discounted = [each for each in told if each["discount"]]
    assert 0 < len(discounted) < len(told)
    for each in told:
        listed = sum(line["list_total"]["cents"] for line in each["lines"])
        off = each["discount"]["cents"] if each["discount"] else 0
        assert listed - off + each["delivery_fee"]["cents"] == each["total"]["cents"]
        assert all(line["unit_price"]["cents"] <= line["list_price"]["cents"] for line in each["lines"])


def test_a_courier_link_is_a_safe_address(dashboard: Dashboard) -> None:
    path = f"/api/orders/{dashboard.mine.orders[0]}/courier"
    for link in ("javascript:alert(1)", "http://wf.example/1", "https://wf.example/<x>", "https://a b"):
        answer = dashboard.signed_in().post(path, json={"courier": "G4S", "link": link})
        assert answer.status_code == 422
    sent = {"courier": "G4S", "tracking": "7", "link": "https://g4s.example/7"}
    assert dashboard.signed_in().post(path, json=sent).status_code == 200
    assert dashboard.desk.asked[-1][0] == "courier G4S 7 https://g4s.example/7"


def test_views_are_kept_under_names_for_the_own_shop(dashboard: Dashboard) -> None:
    browser, other = dashboard.signed_in(), dashboard.signed_in(dashboard.other.boutique)
    view = browser.post(
        "/api/views", json={"page": "orders", "name": "Kilimani", "query": "?area=Kilimani"}
    ).json()
    assert browser.get("/api/views", params={"page": "orders"}).json() == [view]
    assert view["query"] == "area=Kilimani"
    assert browser.get("/api/views", params={"page": "products"}).json() == []
    assert other.get("/api/views", params={"page": "orders"}).json() == []
    assert other.delete(f"/api/views/{view['id']}").status_code == 204
    assert len(browser.get("/api/views", params={"page": "orders"}).json()) == 1
    browser.delete(f"/api/views/{view['id']}")
    assert browser.get("/api/views", params={"page": "orders"}).json() == []
    kept = [
        browser.post("/api/views", json={"page": "orders", "name": f"{n}", "query": ""}).status_code
        for n in range(31)
    ]
    assert (set(kept[:30]), kept[30]) == ({200}, 409)
