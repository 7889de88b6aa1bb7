"""An owner takes all that is hers away, and nothing of anybody else's; who looked is written down."""

import csv
import io
import json
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4
from zipfile import ZipFile

import pytest
from fastapi.testclient import TestClient

from application.exporting import ExportState
from application.reactors.export_boutique import ExportBoutique
from application.work import Work, WorkKind
from domain.customer.customer import Customer
from domain.customer.events import NameLearned
from domain.identity import CustomerId
from domain.staff.events import Role
from interfaces.exporting.exports import KEPT_FOR, Exports
from interfaces.exporting.verify import head_of
from tests.interfaces.http.conftest import Dashboard
from tests.interfaces.http.test_accounts import PASSWORD, browser, joined, newcomer
from tests.projections.history import History


@dataclass
class Taken:
    """An archive that was fetched."""

    archive: ZipFile

    def rows(self, name: str) -> list[dict[str, str]]:
        """A CSV of it."""
        return list(csv.DictReader(io.StringIO(self.archive.read(name).decode("utf-8-sig"))))

    def lines(self, name: str) -> list[str]:
        """A JSON-lines file of it."""
        return self.archive.read(name).decode().splitlines()


def makes(dashboard: Dashboard, history: History, her: TestClient) -> str:
    """Ask for a copy, and let the worker make it; its name."""
    export = her.post("/api/exports").json()["export"]
    now = dashboard.clock.now()
    work = Work(history.boutique, WorkKind.EXPORT_BOUTIQUE, export, UUID(export), now, UUID(export))
    exports = dashboard.deps.exports
    assert isinstance(exports, Exports)
    ExportBoutique(exports, dashboard.clock)(work, lambda: None)
    return str(export)


def take(dashboard: Dashboard, history: History) -> Taken:
    her = dashboard.signed_in(history.boutique)
    answer = her.get(f"/api/exports/{makes(dashboard, history, her)}/file")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "private, no-store")
    return Taken(ZipFile(io.BytesIO(answer.content)))


@pytest.fixture(scope="module")
def hers(dashboard: Dashboard) -> Taken:
    """What the first boutique's owner takes away."""
    return take(dashboard, dashboard.mine)


def test_all_of_it_is_there_and_nothing_of_the_next_boutique(dashboard: Dashboard, hers: Taken) -> None:
    theirs = take(dashboard, dashboard.other)
    for name, column in (("products.csv", "title"), ("orders.csv", "order"), ("customers.csv", "customer")):
        mine, others = ({row[column] for row in taken.rows(name)} for taken in (hers, theirs))
        assert mine, name
        assert not mine & others, name
    said = [json.loads(line) for line in hers.lines("conversations.jsonl")]
    assert {one["side"] for one in said} == {"customer", "agent", "staff"}
    assert any(one["text"] for one in said)
    known = {
        each
        for row in hers.rows("customers.csv")
        for each in (row["customer"], *row["joined records"].split("; "))
    }
    assert {one["customer"] for one in said} <= known
    assert not set(hers.lines("facts.jsonl")) & set(theirs.lines("facts.jsonl"))


def test_the_log_in_it_can_be_verified_without_us(hers: Taken) -> None:
    told, facts = json.loads(hers.archive.read("manifest.json")), hers.lines("facts.jsonl")
    assert head_of(told["boutique"], facts) == told["head"]
    assert b"def head_of" in hers.archive.read("verify.py")
    changed = [*facts[:4], facts[4].replace('"version": ', '"version": 9'), *facts[5:]]
    assert head_of(told["boutique"], changed) != told["head"]
    with pytest.raises(ValueError, match="position 5 is missing"):
        head_of(told["boutique"], facts[:4] + facts[5:])


def test_it_goes_after_a_day_and_only_an_owner_of_the_boutique_fetches_it(dashboard: Dashboard) -> None:
    her = dashboard.signed_in()
    export = makes(dashboard, dashboard.mine, her)
    address = f"/api/exports/{export}/file"
    assert dashboard.signed_in(dashboard.other.boutique).get(address).status_code == 404
    for role in (Role.STAFF, Role.AUDITOR):
        assert dashboard.signed_in(role=role).get(address).status_code == 403
    newest = next(one for one in her.get("/api/exports").json() if one["export"] == export)
    assert (newest["state"], newest["done"], newest["size"] > 0) == (ExportState.READY, newest["total"], True)
    dashboard.clock.pass_by(KEPT_FOR)
    assert her.get(address).status_code == 404
    exports = dashboard.deps.exports
    assert isinstance(exports, Exports)
    exports.end(dashboard.mine.boutique, UUID(export), ExportState.GONE)
    assert not list(exports.folder.rglob(f"{export}*"))


def test_while_one_is_made_no_second_one_begins(dashboard: Dashboard) -> None:
    her = dashboard.signed_in()
    first, second = (her.post("/api/exports").json() for _ in range(2))
    assert (first["export"], first["state"]) == (second["export"], "waiting")
    assert her.get(f"/api/exports/{first['export']}/file").status_code == 404
    exports = dashboard.deps.exports
    assert isinstance(exports, Exports)
    exports.end(dashboard.mine.boutique, UUID(first["export"]), ExportState.FAILED)


def test_who_was_forgotten_stays_forgotten_and_no_name_is_ever_run(dashboard: Dashboard) -> None:
    boutique, vault = dashboard.other.boutique, dashboard.deps.vault
    rows = take(dashboard, dashboard.other).rows("customers.csv")
    by_name = sorted(rows, key=lambda row: (row["name"] and row["phone"]) == "")
    gone, formula = (CustomerId(UUID(row["customer"])) for row in by_name[:2])
    assert by_name[0]["phone"], "she can be forgotten"
    name = NameLearned(name=vault.seal(boutique, formula, '=HYPERLINK("https://evil.example")'))
    dashboard.shop.tell(boutique, uuid4(), Customer, formula, lambda _: (name,))
    vault.destroy(boutique, gone)
    dashboard.catches_up()

    taken = take(dashboard, dashboard.other)
    told = {row["customer"]: row for row in taken.rows("customers.csv")}
    assert (told[str(gone)]["name"], told[str(gone)]["phone"]) == ("", "")
    assert told[str(formula)]["name"].startswith("'=HYPERLINK")
    said = [json.loads(line) for line in taken.lines("conversations.jsonl")]
    assert {one["text"] for one in said if one["customer"] == str(gone)} == {None}
    manifest = json.loads(taken.archive.read("manifest.json"))
    assert head_of(manifest["boutique"], taken.lines("facts.jsonl")) == manifest["head"]


def test_what_an_auditor_reads_is_written_down_for_the_owner_until_her_time_is_over(
    dashboard: Dashboard,
) -> None:
    her, _ = joined(dashboard)
    other, _ = joined(dashboard)
    until = dashboard.clock.now() + timedelta(days=2)
    email = newcomer()["email"]
    asked = {"name": "Odhiambo", "email": email, "role": "auditor", "until": until.isoformat()}
    link = her.post("/api/staff", json=asked).json()["link"]
    dashboard.catches_up()
    browser(dashboard).post("/api/password", json={"link": link.split("#")[1], "password": PASSWORD})
    auditor = browser(dashboard)
    auditor.post("/api/sign-in", json={"email": email, "password": PASSWORD})

    assert auditor.get("/api/orders?q=DK").status_code == 200
    assert auditor.post("/api/exports").status_code == 403
    her.get("/api/orders")

    (read,) = her.get("/api/staff/reads").json()
    assert (read["name"], read["role"], read["route"]) == ("Odhiambo", "auditor", "list_orders")
    assert read["path"] == "/api/orders"
    assert other.get("/api/staff/reads").json() == []
    assert auditor.get("/api/staff/reads").status_code == 403
    dashboard.clock.set(until)
    assert auditor.get("/api/orders").status_code == 401, "also in the session that was open"
    assert her.get("/api/orders").status_code == 200


def test_a_copy_of_all_that_was_taken_is_written_down_too(dashboard: Dashboard, hers: Taken) -> None:
    reads = dashboard.signed_in().get("/api/staff/reads").json()
    assert {"read_export"} <= {one["route"] for one in reads}
