"""Customers: found, shown as far as a role may see, joined, handed their own data, and forgotten."""

import csv
import io
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from domain.customer.customer import Customer
from domain.identity import stream_of
from domain.order.events import OrderPlaced
from domain.staff.events import Role
from tests.interfaces.http.chatting import Chat
from tests.interfaces.http.conftest import Dashboard
from tests.interfaces.http.test_dashboard import whole_list


def of(dashboard: Dashboard, chat: Chat, path: str = "", role: Role = Role.OWNER) -> Any:
    return dashboard.signed_in(chat.boutique, role).get(f"/api/customers/{chat.customer}{path}")


def exported(browser: TestClient, **asked: str) -> list[dict[str, str]]:
    file = browser.get("/api/customers.csv", params=asked)
    assert file.status_code == 200
    rows = list(csv.DictReader(io.StringIO(file.text.removeprefix("\ufeff"))))
    return [{**row, "phone": row["phone"].removeprefix("'")} for row in rows]  # no formula to a spreadsheet


def does(dashboard: Dashboard, chat: Chat, step: str, role: Role = Role.OWNER, **body: str) -> Any:
    browser = dashboard.signed_in(chat.boutique, role)
    answer = browser.post(f"/api/customers/{chat.customer}/{step}", json=body)
    dashboard.catches_up()
    return answer


def test_the_list_holds_every_customer_once_and_nobody_of_another_boutique(dashboard: Dashboard) -> None:
    mine = [row["customer"]["id"] for row in whole_list(dashboard.signed_in(), "/api/customers")]
    others = whole_list(dashboard.signed_in(dashboard.other.boutique), "/api/customers")
    assert len(mine) == len(set(mine)) > 1
    assert others
    assert not {row["customer"]["id"] for row in others} & set(mine)


def test_a_buyer_is_told_with_what_she_spent_and_the_sizes_with_their_reasons(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    row = next(row for row in whole_list(browser, "/api/customers") if row["orders"])
    told = browser.get(f"/api/customers/{row['customer']['id']}").json()
    kept = [each for each in told["orders"] if each["paid_at"] and "refund" not in each["status"]]
    assert (told["bought"], told["spent"]) == (row["orders"], row["spent"])
    assert (len(kept), sum(order["total"]["cents"] for order in kept)) == (
        row["orders"],
        row["spent"]["cents"],
    )
    assert all(worn["told"] or worn["bought"] for worn in told["sizes"])
    placed = [f.fact for f in dashboard.mine.facts if isinstance(f.fact, OrderPlaced)]
    ordered = sum(str(fact.customer) == row["customer"]["id"] for fact in placed)
    assert len(told["orders"]) == ordered


def test_she_is_found_by_name_and_number_but_an_auditor_cannot_try_numbers_out(dashboard: Dashboard) -> None:
    chat = Chat(dashboard, phone="+254799123987")

    def found(q: str, role: Role = Role.OWNER) -> set[str]:
        rows = dashboard.signed_in(role=role).get("/api/customers", params={"q": q}).json()["items"]
        return {row["customer"]["id"] for row in rows}

    assert str(chat.customer) in found("njer")
    assert found("0799 123 987") == {str(chat.customer)}
    assert found("0799 123 987", Role.AUDITOR) == found("nobody is called so") == set()


def test_an_auditor_sees_the_ends_of_her_number_and_not_her_place(dashboard: Dashboard) -> None:
    chat = Chat(dashboard, phone="+254799000111")
    assert of(dashboard, chat).json()["customer"]["phone"] == "+254799000111"
    seen = of(dashboard, chat, role=Role.AUDITOR).json()
    assert (seen["customer"]["phone"], seen["address"]) == ("+254 7•• ••• 111", None)


@pytest.mark.parametrize("step", ["export", "join", "forget"])
def test_only_the_owner_exports_joins_and_forgets(dashboard: Dashboard, step: str) -> None:
    chat, method = Chat(dashboard), "GET" if step == "export" else "POST"
    path = f"/api/customers/{chat.customer}/{step}"
    for role in (Role.STAFF, Role.AUDITOR):
        assert dashboard.signed_in(role=role).request(method, path, json={}).status_code == 403
    stranger = dashboard.signed_in(dashboard.other.boutique)
    body = {"other": str(chat.customer), "typed": "Njeri"}
    assert stranger.request(method, path, json=body).status_code == 404


def test_two_records_become_one_person_once(dashboard: Dashboard) -> None:
    old, new = Chat(dashboard), Chat(dashboard)
    joined = does(dashboard, new, "join", other=str(old.customer))
    assert joined.status_code == 200
    whole = of(dashboard, new).json()
    assert [card["id"] for card in whole["joined"]] == [str(old.customer)]
    assert set(whole["chats"]) == {str(old.id), str(new.id)}
    listed = {row["customer"]["id"] for row in whole_list(dashboard.signed_in(), "/api/customers")}
    assert str(new.customer) in listed
    assert str(old.customer) not in listed
    for one, other in ((old, new), (new, new)):
        refused = does(dashboard, one, "join", other=str(other.customer))
        assert (refused.status_code, refused.json()["type"]) == (409, "urn:dukani:already-one-person")
    assert does(dashboard, new, "join", other=str(dashboard.other.customers[0])).status_code == 404


def test_she_gets_all_of_her_own_words_as_a_file(dashboard: Dashboard) -> None:
    chat = Chat(dashboard, words="Naomba gauni la kijani")
    file = of(dashboard, chat, "/export")
    assert "attachment" in file.headers["content-disposition"]
    assert [message["text"] for message in file.json()["messages"]] == ["Naomba gauni la kijani"]


def test_she_is_forgotten_only_after_her_name_is_typed_and_the_proof_says_what_is_gone(
    dashboard: Dashboard,
) -> None:
    chat, twin = Chat(dashboard), Chat(dashboard)
    does(dashboard, chat, "join", other=str(twin.customer))
    assert does(dashboard, chat, "forget", typed="Wanjiku").json()["type"] == "urn:dukani:not-sure"
    assert of(dashboard, chat).json()["customer"]["name"] == "Njeri"

    proof = does(dashboard, chat, "forget", typed=" njeri ").json()

    assert (proof["key_destroyed"], proof["log_whole"], proof["values"]) == (True, True, 2)
    gone = of(dashboard, chat).json()
    assert (gone["customer"]["name"], gone["customer"]["forgotten"]) == (None, True)
    assert [message["text"] for message in chat.seen()["messages"]] == [None]
    assert twin.seen()["messages"][0]["text"] is None
    facts = dashboard.deps.log.read(stream_of(chat.boutique, Customer.KIND, chat.customer))
    assert facts[-1].fact.TOPIC == "customer-forgotten.v1"


def test_a_file_holds_exactly_the_customers_that_are_filtered(dashboard: Dashboard) -> None:
    chat, browser = Chat(dashboard, phone="+254799444555"), dashboard.signed_in()
    label = str(UUID(int=79))
    for path, body in (
        (f"labels/{label}", {"name": "Wholesale", "tone": "gold"}),
        (f"customers/{chat.customer}/labels/{label}", None),
    ):
        assert browser.put(f"/api/{path}", json=body).status_code < 300
        dashboard.catches_up()
    every = whole_list(browser, "/api/customers", 100)

    def both(**asked: str) -> list[str]:
        """The numbers of orders and names in the file, once they are those of the list."""
        listed = browser.get("/api/customers", params={"limit": "100", **asked}).json()["items"]
        rows = exported(browser, **asked)
        assert [(row["customer"], int(row["orders"])) for row in rows] == [
            (each["customer"]["name"] or "", each["orders"]) for each in listed
        ]
        return [each["customer"]["id"] for each in listed]

    bought = [row["customer"]["id"] for row in every if row["orders"]]
    assert both() == [row["customer"]["id"] for row in every]
    assert both(group="buyers") == bought != []
    assert both(group="lookers") == [each for each in both() if each not in bought]
    assert both(label=label) == both(q="0799 444 555") == [str(chat.customer)]
    assert both(group="offers") == both(group="erasure") == both(label=label, group="buyers") == []
    assert exported(browser, label=label)[0]["labels"] == "Wholesale"


def test_the_file_of_customers_hides_numbers_from_who_only_reads(dashboard: Dashboard) -> None:
    Chat(dashboard, phone="+254799666777")
    hers = exported(dashboard.signed_in(), q="0799 666 777")
    assert [row["phone"] for row in hers] == ["+254799666777"]
    read = [row["phone"] for row in exported(dashboard.signed_in(role=Role.AUDITOR))]
    assert "+254 7•• ••• 777" in read
    assert "+254799666777" not in read
    other = exported(dashboard.signed_in(dashboard.other.boutique))
    assert not any("666" in row["phone"] for row in other)


def test_who_is_looked_for_by_name_is_found_page_by_page(dashboard: Dashboard) -> None:
    twins = [Chat(dashboard) for _ in range(3)]
    browser = dashboard.signed_in()
    found, cursor = list[str](), ""
    while cursor is not None:
        asked = {"q": "njeri", "limit": "1", "cursor": cursor}
        page = browser.get("/api/customers", params=asked).json()
        found += [row["customer"]["id"] for row in page["items"]]
        cursor = page["next_cursor"]
    assert len(found) == len(set(found))
    assert {str(each.customer) for each in twins} <= set(found)


def test_what_happened_to_her_record_is_told_without_a_word_of_hers(dashboard: Dashboard) -> None:
    chat = Chat(dashboard, words="Naomba gauni", phone="+254799333222")
    does(dashboard, chat, "notes", id=str(UUID(int=80)), text="Likes blue")
    told = of(dashboard, chat, "/history", Role.AUDITOR).json()
    assert [each["topic"] for each in told] == [
        "notebook-note-written.v1",
        "customer-identifier-learned.v1",
        "customer-name-learned.v1",
        "customer-met.v1",
    ]
    assert not any(word in str(told) for word in ("Njeri", "gauni", "333222", "blue"))
    assert not any(each["can_undo"] for each in told)
    stranger = dashboard.signed_in(dashboard.other.boutique)
    assert stranger.get(f"/api/customers/{chat.customer}/history").status_code == 404
