"""A list comes in by the dashboard, is checked, and is taken over; another boutique never sees it."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from application.outcome import Outcome
from application.reactors.check_import import CheckImport
from application.reactors.run_import import RunImport
from application.work import Work, WorkKind
from domain.identity import BoutiqueId
from domain.staff.events import Role
from interfaces.imports import packed_photos
from interfaces.imports.catalogue import ListedPieces
from interfaces.imports.lists import PostgresLists
from interfaces.imports.public_pictures import PublicPictures
from interfaces.postgres import due_work
from interfaces.postgres.projector import Projector
from interfaces.read_models import read_models
from interfaces.worker import _work
from tests.interfaces.http.conftest import Dashboard
from tests.interfaces.http.test_cataloguing import a_photo, listed

LIST = "code;title;kind;colours;price;size;stock\nIM-1;Gauni jekundu;gauni;nyekundu;2500;M;3\nIM-1;;;;;L;2\n"
BAD = LIST + "IM-2;Odd;spaceship;red;900;M;1\n"


def sent(browser: TestClient, text: str = LIST, key: str | None = None) -> dict[str, Any]:
    headers = {"Idempotency-Key": key} if key else {}
    content = text.encode("utf-8" if text.startswith("\ufeff") else "cp1252")
    answer = browser.post("/api/imports", files={"file": ("list.csv", content)}, headers=headers)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def works(dashboard: Dashboard) -> None:
    """Do all that is due of imports."""
    Projector(dashboard.database, read_models()).catch_up()
    lists, shop = PostgresLists(dashboard.database), dashboard.deps.cataloguing.shop
    fetch = PublicPictures(lambda _: ["127.0.0.1"], httpx.MockTransport(lambda _: httpx.Response(500)))
    react: dict[str, Callable[[Work, Callable[[], None]], Outcome]] = {
        WorkKind.CHECK_IMPORT: CheckImport(shop, lists, ListedPieces(dashboard.database)),
        WorkKind.RUN_IMPORT: RunImport(shop, lists, dashboard.deps.pictures, fetch),
    }
    with due_work.Worker(dashboard.database) as worker:
        while claimed := worker.claim(list(react), dashboard.clock.now()):
            one: Work = _work(claimed)
            react[one.kind](one, lambda: None)
            worker.finish(claimed)


def zipped(**photos: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as folder:
        for name, photo in photos.items():
            folder.writestr(f"shop/{name.replace('__', '.').replace('_', '-')}", photo)
    return written.getvalue()


def test_a_list_is_checked_taken_over_and_the_same_again_changes_nothing(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    first = sent(browser, BAD)
    works(dashboard)
    told = browser.get(f"/api/imports/{first['id']}").json()
    assert [told[word] for word in ("state", "rows", "new", "spoilt", "wrong")] == ["checked", 3, 1, 1, 1]
    assert told["faults"] == [{"row": 4, "column": "kind", "code": "unknown-kind", "said": "spaceship"}]
    photos = zipped(IM_1__jpg=a_photo(), notes__txt=b"x", IM_1_2__png=b"no picture")
    kept = browser.post(f"/api/imports/{first['id']}/photos", files={"photos": ("p.zip", photos)}).json()
    assert kept == {"kept": 1, "refused": [{"name": "im-1-2.png", "code": "not-a-photo"}]}
    works(dashboard)
    assert browser.post(f"/api/imports/{first['id']}/confirm").json()["state"] == "confirmed"
    works(dashboard)
    done = browser.get(f"/api/imports/{first['id']}").json()
    assert [done[word] for word in ("state", "done", "total", "kept")] == ["done", 1, 1, []]
    (row,) = (
        browser.get("/api/products", params={"q": "im-1"}).json()["items"] if _projected(dashboard) else []
    )
    assert (row["title"], row["available"], row["garment"]) == ("Gauni jekundu", 5, "dress")
    assert row["picture"]

    again = sent(browser)
    works(dashboard)
    told = browser.get(f"/api/imports/{again['id']}").json()
    assert [told[word] for word in ("new", "changed", "same")] == [0, 0, 1]
    assert len(browser.get("/api/imports").json()) >= 2


def _projected(dashboard: Dashboard) -> bool:
    Projector(dashboard.database, read_models()).catch_up()
    return True


def test_what_was_exported_is_imported_without_a_change(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    for sku, title in (("EX-1", "=HYPERLINK(1)"), ("EX-2", 'Kanga, "ya pwani"')):
        listed(browser, sku=sku, title=title, description="Mstari\nmwingine")
    Projector(dashboard.database, read_models()).catch_up()
    file = browser.get("/api/products.csv", params={"q": "ex-"})
    assert file.headers["content-disposition"] == 'attachment; filename="products.csv"'
    assert "'=HYPERLINK(1)" in file.text
    hers = dashboard.signed_in(dashboard.other.boutique).get("/api/products.csv", params={"q": "ex-"})
    assert len(hers.text.splitlines()) == 1
    told = sent(browser, file.text)
    works(dashboard)
    report = browser.get(f"/api/imports/{told['id']}").json()
    assert [report[word] for word in ("new", "changed", "same", "wrong")] == [0, 0, 2, 0]


def test_the_template_is_a_list_that_can_be_read(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in(role=Role.STAFF)
    told = sent(browser, browser.get("/api/imports/template.csv").text)
    works(dashboard)
    report = browser.get(f"/api/imports/{told['id']}").json()
    assert [(fault["code"], fault["said"]) for fault in report["faults"]] == [
        ("photo-not-there", "DRS-RED.jpg")
    ]


def test_a_list_sent_twice_is_one_import(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    assert sent(browser, key="k")["id"] == sent(browser, key="k")["id"]


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "empty"), (b"a,b\n1,2\n", "no-code-column"), (b"PK\x03\x04", "not-a-table")],
    ids=["empty", "no-code", "broken"],
)
def test_what_is_no_list_is_refused_at_once(dashboard: Dashboard, content: bytes, why: str) -> None:
    answer = dashboard.signed_in().post("/api/imports", files={"file": ("x.csv", content)})
    assert (answer.status_code, answer.json()["detail"]) == (422, why)


def test_a_zip_bomb_is_refused(dashboard: Dashboard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_photos, "MOST_UNPACKED", 200_000)
    path = f"/api/imports/{sent(dashboard.signed_in())['id']}/photos"
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("a.jpg", b"\0" * 300_000)
    for packed, why in ((bomb.getvalue(), "too-large"), (b"no zip", "not-a-zip")):
        answer = dashboard.signed_in().post(path, files={"photos": ("p.zip", packed)})
        assert (answer.status_code, answer.json()["detail"]) == (422, why)


def test_nobody_reads_confirms_or_fills_the_list_of_another_boutique(dashboard: Dashboard) -> None:
    mine = sent(dashboard.signed_in())["id"]
    other: BoutiqueId = dashboard.other.boutique
    hers = dashboard.signed_in(other)
    answers = [
        hers.get(f"/api/imports/{mine}"),
        hers.post(f"/api/imports/{mine}/confirm"),
        hers.post(f"/api/imports/{mine}/photos", files={"photos": ("p.zip", zipped(a__jpg=a_photo()))}),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert mine not in {one["id"] for one in hers.get("/api/imports").json()}
    assert (
        dashboard.signed_in(role=Role.AUDITOR).post("/api/imports", files={"file": ("x", b"x")}).status_code
        == 403
    )
