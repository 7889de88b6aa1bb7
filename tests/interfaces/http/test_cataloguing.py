"""A piece is listed from its photo, changed, counted and taken out of the shop; nobody else's is touched."""

from io import BytesIO
from typing import Any

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from domain.staff.events import Role
from interfaces.postgres.projector import Projector
from interfaces.read_models import read_models
from tests.interfaces.http.conftest import Dashboard

DRESS = {
    "title": "Red wrap dress", "garment": "dress", "colours": ["red"], "pattern": "plain", "price": 250_000,
    "sizes": [{"size": "M", "stock": 3}, {"size": "UK 12", "stock": 0}],
}  # fmt: skip
GPS_IFD, SOFTWARE = 0x8825, 0x0131


def a_photo(colour: str = "#b3202c") -> bytes:
    """A phone's photo, with the place where it was taken written into it."""
    picture = Image.new("RGB", (2400, 1800), "white")
    picture.paste(colour, (800, 300, 1600, 1500))
    exif = Image.Exif()
    exif[SOFTWARE] = "Wanjiku's phone"
    exif[GPS_IFD] = {1: "S", 2: (1.0, 17.0, 11.0)}
    written = BytesIO()
    picture.save(written, "JPEG", exif=exif)
    return written.getvalue()


def kept(browser: TestClient, colour: str) -> str:
    sent = {"photo": ("a.jpg", a_photo(colour))}
    return str(browser.post("/api/products/photos", files=sent).json()["photo"]["name"])


def listed(browser: TestClient, **change: Any) -> dict[str, Any]:
    done = browser.post("/api/products", json={**DRESS, **change})
    assert done.status_code == 200, done.text
    return dict(browser.get(f"/api/products/{done.json()['product']}").json())


def test_a_photo_is_kept_small_and_says_nothing_of_place_or_phone(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in(role=Role.STAFF)
    seen = browser.post("/api/products/photos", files={"photo": ("a.jpg", a_photo())}).json()
    kept = browser.get(seen["photo"]["path"]).content
    assert b"Wanjiku" not in kept
    with Image.open(BytesIO(kept)) as picture:
        assert (picture.size, dict(picture.getexif())) == ((1600, 1200), {})
    assert "red" in seen["colours"]
    assert seen["pattern"] is None
    assert dashboard.signed_in(dashboard.other.boutique).get(seen["photo"]["path"]).status_code == 404


@pytest.mark.parametrize("sent", [b"", b"<svg/>", b"\xff\xd8\xff broken"], ids=["empty", "svg", "broken"])
def test_what_is_no_photo_is_refused_with_a_reason(dashboard: Dashboard, sent: bytes) -> None:
    answer = dashboard.signed_in().post("/api/products/photos", files={"photo": ("a.jpg", sent)})
    assert answer.status_code == 422
    assert answer.json()["type"] == "urn:dukani:photo-unreadable"


def test_a_piece_is_there_the_moment_it_is_listed(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    photo = browser.post("/api/products/photos", files={"photo": ("a.jpg", a_photo())}).json()["photo"]
    told = listed(browser, sku="rwd-9", photos=[photo["name"]])
    assert (told["sku"], told["price"]["text"], told["picture"]) == ("RWD-9", "KSh 2,500", photo["path"])
    assert [(size["size"], size["available"]) for size in told["sizes"]] == [("M", 3), ("UK 12", 0)]


def test_a_form_sent_twice_lists_one_piece_under_one_code(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    first, second = (
        browser.post("/api/products", json=DRESS, headers={"Idempotency-Key": "form-1"}).json()
        for _ in range(2)
    )
    assert first == second
    assert first["sku"].startswith("P-")


def test_a_code_that_is_taken_is_refused_and_the_piece_stays(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    told = listed(browser, sku="TAKEN-1")
    answer = browser.post("/api/products", json={**DRESS, "sku": "TAKEN-1", "title": "Another"})
    assert (answer.status_code, answer.json()["type"]) == (409, "urn:dukani:already-listed")
    assert browser.get(f"/api/products/{told['id']}").json()["title"] == "Red wrap dress"


@pytest.mark.parametrize(
    "wrong",
    [
        {"sizes": [{"size": "huge", "stock": 1}]}, {"sizes": []}, {"price": 0}, {"title": ""},
        {"colours": ["plaid"]}, {"photos": ["../etc"]}, {"sku": "<b>"},
    ],
    ids=lambda wrong: next(iter(wrong)) + str(len(str(wrong))),
)  # fmt: skip
def test_a_piece_that_cannot_be_is_refused(dashboard: Dashboard, wrong: dict[str, Any]) -> None:
    assert dashboard.signed_in().post("/api/products", json={**DRESS, **wrong}).status_code == 422


def test_a_piece_is_changed_and_counted(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in(role=Role.STAFF)
    told = listed(browser)
    path, medium = f"/api/products/{told['id']}", told["sizes"][0]["variant"]
    asked = {"title": "Wrap gown", "price": 199_900, "low_level": 5, "new_days": 14}
    changed = browser.patch(path, json=asked).json()
    assert [changed[word] for word in ("title", "new", "low_level")] == ["Wrap gown", True, 5]
    assert browser.patch(path, json={"low_level": None}).json()["low_level"] is None
    assert browser.patch(path, json={"new_days": 0}).json()["new"] is False
    assert browser.post(f"{path}/sizes", json={"size": "L", "stock": 2}).json()["available"] == 5
    came = browser.post(f"{path}/sizes/{medium}/receive", json={"quantity": 4}).json()
    torn = browser.post(f"{path}/sizes/{medium}/correct", json={"change": -1, "reason": "torn"}).json()
    assert [one["sizes"][0]["on_hand"] for one in (came, torn)] == [7, 6]
    count = {"product": told["id"], "variant": medium, "counted": 2}
    assert browser.post("/api/products/stock-take", json={"counts": [count]}).json() == {"refused": []}
    assert browser.get(path).json()["sizes"][0]["on_hand"] == 2
    assert browser.post(f"{path}/archive").json()["archived"] is True
    assert browser.patch(path, json={"title": "x"}).json()["type"] == "urn:dukani:product-is-archived"
    assert browser.post(f"{path}/restore").json()["archived"] is False


def test_what_happened_to_a_piece_is_told_the_latest_first(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in(role=Role.STAFF)
    told = listed(browser)
    path, medium = f"/api/products/{told['id']}", told["sizes"][0]["variant"]
    browser.patch(path, json={"price": 190_000})
    browser.post(f"{path}/sizes/{medium}/correct", json={"change": -1, "reason": "torn"})
    events = browser.get(f"{path}/history").json()
    said = [[value["value"] for value in one["values"]] for one in events]
    assert [(one["topic"], one["size"], one["actor"]) for one in events[:2]] == [
        ("stock-adjusted.v1", "M", "staff"),
        ("product-price-changed.v1", None, "staff"),
    ]
    assert said[:2] == [["-1", "torn"], ["KSh 1,900"]]
    assert events[-1]["topic"] == "product-listed.v1"
    assert dashboard.signed_in(dashboard.other.boutique).get(f"{path}/history").status_code == 404


def test_a_step_that_still_stands_is_taken_back_once(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in(role=Role.STAFF)
    told = listed(browser)
    path, medium = f"/api/products/{told['id']}", told["sizes"][0]["variant"]
    browser.patch(path, json={"price": 190_000})
    browser.post(f"{path}/sizes/{medium}/correct", json={"change": -1, "reason": "torn"})
    torn, priced, *rest = browser.get(f"{path}/history").json()
    assert (torn["can_undo"], priced["can_undo"], rest[-1]["can_undo"]) == (True, True, False)
    auditor = dashboard.signed_in(role=Role.AUDITOR)
    assert not any(each["can_undo"] for each in auditor.get(f"{path}/history").json())
    for step in (torn, priced):
        now = browser.post(f"{path}/undo", json={"position": step["position"]}).json()
        again = browser.post(f"{path}/undo", json={"position": step["position"]})
        assert (again.status_code, again.json()["type"]) == (409, "urn:dukani:does-not-stand")
    assert (now["price"], now["sizes"][0]["on_hand"]) == (told["price"], told["sizes"][0]["on_hand"])
    assert browser.post(f"{path}/undo", json={"position": 1}).status_code == 409
    stranger = dashboard.signed_in(dashboard.other.boutique)
    assert stranger.post(f"{path}/undo", json={"position": priced["position"]}).status_code == 404


def test_photos_are_put_in_order_and_taken_away(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    front, back = (kept(browser, colour) for colour in ("#b3202c", "#1d3f8a"))
    path = f"/api/products/{listed(browser, photos=[front])['id']}/photos"
    both = browser.put(path, json={"photos": [back, front]}).json()
    assert [photo["name"] for photo in both["photos"]] == [back, front]
    assert [p["name"] for p in browser.put(path, json={"photos": [front]}).json()["photos"]] == [front]


def test_no_piece_of_another_boutique_is_read_changed_or_counted(dashboard: Dashboard) -> None:
    told = listed(dashboard.signed_in())
    other, path = dashboard.signed_in(dashboard.other.boutique), f"/api/products/{told['id']}"
    medium = told["sizes"][0]["variant"]
    count = {"product": told["id"], "variant": medium, "counted": 0}
    answers = [
        other.get(path),
        other.patch(path, json={"title": "mine"}),
        other.post(f"{path}/archive"),
        other.post(f"{path}/sizes/{medium}/receive", json={"quantity": 1}),
        other.post("/api/products/stock-take", json={"counts": [count]}),
    ]
    assert {answer.status_code for answer in answers} == {404}
    own = listed(other)
    crossed = other.post(f"/api/products/{own['id']}/sizes/{medium}/receive", json={"quantity": 1})
    assert crossed.status_code == 404
    assert dashboard.signed_in().get(path).json() == told


def test_a_shop_is_counted_on_one_page_and_the_count_is_taken_back(dashboard: Dashboard) -> None:
    browser, other = dashboard.signed_in(role=Role.STAFF), dashboard.signed_in(dashboard.other.boutique)
    told, its_own = listed(browser), listed(other)
    dashboard.catches_up()
    shelf = {piece["id"]: piece for piece in browser.get("/api/products/stock-list").json()}
    assert its_own["id"] not in shelf
    assert shelf[told["id"]]["sizes"][0]["on_hand"] == 3
    assert [p["title"] for p in shelf.values()] == sorted(p["title"] for p in shelf.values())

    medium = told["sizes"][0]["variant"]
    sizes = [{"product": told["id"], "variant": medium}]
    take = {"counts": [{**sizes[0], "counted": 1, "seen": 3}], "reason": "lost"}
    key = {"Idempotency-Key": "take-of-november"}
    for _ in range(2):
        assert browser.post("/api/products/stock-take", json=take, headers=key).json() == {"refused": []}
    again = browser.post("/api/products/stock-take", json=take).json()
    assert again == {"refused": [{"variant": medium, "code": "stock-moved-since-count", "on_hand": 1}]}

    undo = {"take": key["Idempotency-Key"], "sizes": sizes}
    assert other.post("/api/products/stock-take/undo", json=undo).status_code == 404
    assert browser.post("/api/products/stock-take/undo", json=undo).json() == {"refused": []}
    path = f"/api/products/{told['id']}"
    assert browser.get(path).json()["sizes"][0]["on_hand"] == 3
    gone = browser.post("/api/products/stock-take/undo", json=undo).json()["refused"]
    assert [one["code"] for one in gone] == ["count-stands-no-more"]
    browser.post(f"{path}/archive")
    dashboard.catches_up()
    assert told["id"] not in {piece["id"] for piece in browser.get("/api/products/stock-list").json()}


def test_many_pieces_change_at_once_and_change_back(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    pieces = [listed(browser)["id"] for _ in range(2)]
    other = listed(dashboard.signed_in(dashboard.other.boutique))["id"]
    asked = {"products": [*pieces, other], "field": "percent", "value": -20}
    done = browser.post("/api/products/bulk", json=asked).json()
    assert [(step["before"], step["after"]) for step in done["steps"]] == [(250_000, 200_000)] * 2
    back = browser.post("/api/products/bulk/undo", json={"steps": done["steps"]}).json()
    assert len(back["steps"]) == 2
    assert browser.get(f"/api/products/{pieces[0]}").json()["price"]["cents"] == 250_000
    for days, status in ((14, 200), (91, 422)):
        asked = {"products": pieces, "field": "new-days", "value": days}
        assert browser.post("/api/products/bulk", json=asked).status_code == status
    assert browser.get(f"/api/products/{pieces[1]}").json()["new"]


def test_the_list_is_asked_for_by_kind_colour_and_stock(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    told = listed(browser, garment="kanga", colours=["olive", "navy"], sku="KG-OLV")
    blue = listed(
        browser, garment="kanga", colours=["blue"], sku="KG-BLU", sizes=[{"size": "one", "stock": 1}]
    )
    browser.patch(f"/api/products/{blue['id']}", json={"new_days": 3, "low_level": 1})
    Projector(dashboard.database, read_models()).catch_up()

    def ids(**asked: str) -> list[str]:
        return [
            row["id"]
            for row in browser.get("/api/products", params={"garment": "kanga", **asked}).json()["items"]
        ]

    assert sorted(ids()) == sorted([blue["id"], told["id"]])
    assert ids(colour="navy") == [told["id"]]
    assert ids(stock="new") == ids(stock="low") == ids(q="kg-b") == [blue["id"]]
    assert ids(stock="archived") == ids(stock="gone") == ids(q="100%") == []
    assert [one["sku"] for one in browser.get(f"/api/products/{told['id']}").json()["alike"]] == ["KG-BLU"]


def test_an_auditor_writes_nothing(dashboard: Dashboard) -> None:
    assert dashboard.signed_in(role=Role.AUDITOR).post("/api/products", json=DRESS).status_code == 403
