"""What an owner is told of her plan, her bill and her invoices; nobody else is told."""

import csv
import io
from typing import Any

from application.commands import AgreeTerms, CloseMonth, RecordInvoicePayment
from domain.calendar import month_of, next_month
from domain.fact import Actor, Cause
from domain.money import Money
from domain.staff.events import Role
from domain.subscription.events import Party
from interfaces.books import Books
from interfaces.settings import Settings
from tests.interfaces.http.conftest import Dashboard
from tests.interfaces.test_papers import words_on
from tests.projections.bills import BOTH

KES = Money.shillings


def test_an_owner_reads_her_plan_her_bill_so_far_and_her_invoices(dashboard: Dashboard) -> None:
    told = dashboard.signed_in().get("/api/subscription").json()
    assert (told["plan"]["name"], told["plan"]["percent"], told["paybill"]) == ("share", 3, "522533")
    assert [each["name"] for each in told["offered"]] == ["share", "monthly"]
    assert [each["number"] for each in told["invoices"]] == ["INV-2", "INV-1"]
    assert {each["pay"]["cents"] for each in told["invoices"]} == {0}
    assert told["credit"]["text"] == "KSh 80"
    bill = told["bill"]
    net = sum(line["net"]["cents"] for line in bill["lines"])
    assert bill["total"]["cents"] == net + bill["vat"]["cents"]


def test_a_plan_is_chosen_from_the_next_month_on_among_those_offered(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    told = browser.put("/api/subscription/plan", json={"plan": "monthly"}).json()
    assert (told["plan"]["name"], told["next"]["name"]) == ("share", "monthly")
    assert told["next"]["starts"] == f"{next_month(month_of(dashboard.clock.now()))}"
    assert browser.put("/api/subscription/plan", json={"plan": "gold"}).status_code == 409
    other = dashboard.signed_in(dashboard.other.boutique).get("/api/subscription").json()
    assert other["next"] is None
    assert browser.put("/api/subscription/plan", json={"plan": "share"}).json()["next"] is None


def test_her_ledger_is_had_as_csv_that_is_hers_alone(dashboard: Dashboard) -> None:
    answers = [
        dashboard.signed_in(boutique).get("/api/subscription/entries.csv")
        for boutique in (dashboard.mine.boutique, dashboard.other.boutique)
    ]
    assert [answer.status_code for answer in answers] == [200, 200]
    files = [list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")))) for answer in answers]
    mine, other = ({row["entry"] for row in rows} for rows in files)
    assert {row["kind"] for row in files[0]} >= {"sale", "fee", "payment", "credit"}
    assert mine
    assert not mine & other


def test_staff_and_auditors_are_not_asked_to_pay(dashboard: Dashboard) -> None:
    for role in (Role.STAFF, Role.AUDITOR):
        assert dashboard.signed_in(role=role).get("/api/subscription").status_code == 403


def asked_to_pay(dashboard: Dashboard, role: Role) -> list[dict[str, Any]]:
    """The invoices that wait for a person of this role, on her Today."""
    needs = dashboard.signed_in(dashboard.other.boutique, role).get("/api/today/needs").json()["needs"]
    return [need for need in needs if need["kind"] == "pay-invoice"]


def test_a_month_is_billed_from_the_books_and_its_invoice_is_printed_and_paid(dashboard: Dashboard) -> None:
    boutique, shop, begun = dashboard.other.boutique, dashboard.shop, dashboard.clock.now()
    books = Books(Settings(sandbox=True), dashboard.database)
    cause = Cause(Actor.OPERATOR, boutique, boutique)
    shop.do(boutique, cause, AgreeTerms(BOTH, month_of(begun)))
    assert books.owed(boutique, month_of(begun)) is None, "the ledger has not seen that yet"
    dashboard.catches_up()
    months = dashboard.deps.office.subscription(boutique).months_to_close
    dashboard.clock.set(begun.replace(month=12, day=1))
    try:
        for month in months(dashboard.clock.now()):
            owed = books.owed(boutique, month)
            assert owed is not None
            assert owed.invoices == len(dashboard.deps.office.subscription(boutique).invoices)
            shop.do(boutique, cause, CloseMonth(month, owed, Party(name="Dukani Ltd", pin="P051234567X")))
            dashboard.catches_up()
        browser = dashboard.signed_in(boutique)
        newest = browser.get("/api/subscription").json()["invoices"][0]
        asked = asked_to_pay(dashboard, Role.OWNER)
        assert asked[-1]["reason"] == newest["number"]
        assert (asked[-1]["amount"], asked[-1]["due"]) == (newest["pay"], newest["due"])
        assert asked_to_pay(dashboard, Role.STAFF) == []
        said = words_on(browser.get(f"/api/subscription/invoices/{newest['number']}/invoice.pdf").content)
        assert {newest["number"] in said, newest["total"]["text"] in said, "522533" in said} == {True}
        assert "Not transmitted to KRA" in said
        pay = RecordInvoicePayment(newest["number"], "SKR4X2M9ZZ", KES(newest["pay"]["cents"] // 100))
        shop.do(boutique, cause, pay)
        again = browser.get(f"/api/subscription/invoices/{newest['number']}/invoice.pdf")
        assert asked_to_pay(dashboard, Role.OWNER) == asked[:-1]
        assert "SKR4X2M9ZZ" in words_on(again.content)
        assert "Asante" in words_on(again.content)
        other = dashboard.signed_in(dashboard.mine.boutique)
        path = f"/api/subscription/invoices/{newest['number']}/invoice.pdf"
        assert other.get(path).status_code == 404
        assert browser.get("/api/subscription/invoices/x/invoice.pdf").status_code == 422
    finally:
        dashboard.clock.set(begun)
