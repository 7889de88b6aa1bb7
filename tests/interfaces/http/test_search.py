"""Searching the whole shop finds what is one's own, as the one who looks may see it."""

from typing import Any
from uuid import UUID

import pytest

from domain.order.events import OrderPlaced
from domain.payment.events import MoneyReceived
from domain.product.events import ProductListed
from domain.staff.events import Role
from tests.interfaces.http.conftest import Dashboard
from tests.interfaces.http.test_money import came
from tests.projections.history import History

KINDS = ("customers", "orders", "pieces", "receipts", "money")


def found(dashboard: Dashboard, words: str, role: Role = Role.OWNER) -> dict[str, Any]:
    """What my boutique's search tells."""
    answer = dashboard.signed_in(role=role).get("/api/search", params={"q": words})
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


def of(history: History, kind: type) -> list[Any]:
    """A boutique's facts of a kind."""
    return [fact.fact for fact in history.facts if isinstance(fact.fact, kind)]


def test_an_order_is_found_by_its_number_however_it_is_typed(dashboard: Dashboard) -> None:
    number = of(dashboard.mine, OrderPlaced)[0].number
    for typed in (number, number.lower(), number.removeprefix("DK-"), f" {number[:6]} "):
        assert number in [row["number"] for row in found(dashboard, typed)["orders"]]


def test_an_order_is_found_by_its_moneys_receipt(dashboard: Dashboard) -> None:
    receipt = next(fact.receipt for fact in of(dashboard.mine, MoneyReceived) if fact.receipt)
    for typed in (receipt, receipt[:5].lower()):
        (told,) = found(dashboard, typed)["receipts"]
        assert told["receipt"] == receipt
        assert told["order"]["number"] in {fact.number for fact in of(dashboard.mine, OrderPlaced)}


def test_money_that_belongs_to_no_order_is_found_by_its_receipt_until_somebody_says_whose_it_is(
    dashboard: Dashboard,
) -> None:
    deposit = came(dashboard, dashboard.mine.boutique, "SRC0000001")
    came(dashboard, dashboard.other.boutique, "SRC0000002")
    (told,) = found(dashboard, "src000")["money"]
    assert (told["receipt"], told["amount"]["text"]) == ("SRC0000001", "KSh 1,250")
    dashboard.signed_in().post(f"/api/money/deposits/{deposit}/return", json={"note": "by hand"})
    dashboard.catches_up()
    assert found(dashboard, "src000")["money"] == []


def test_a_piece_is_found_by_its_title_and_by_its_code(dashboard: Dashboard) -> None:
    listed = of(dashboard.mine, ProductListed)[0]
    assert listed.sku in [piece["sku"] for piece in found(dashboard, listed.sku.lower())["pieces"]]
    assert found(dashboard, "dress" if "dress" in listed.listing.title else listed.listing.title)["pieces"]


def test_a_customer_is_found_by_the_begin_of_her_name_until_she_is_forgotten(dashboard: Dashboard) -> None:
    chats = dashboard.signed_in().get("/api/conversations").json()["items"]
    name = next(chat["customer"]["name"] for chat in chats if chat["customer"]["name"])
    begin = name[:3].lower()
    told = found(dashboard, begin)["customers"]
    assert {one["customer"]["name"] for one in told} == {name}
    assert all(one["conversation"] for one in told)
    gone = UUID(told[0]["customer"]["id"])
    dashboard.deps.vault.destroy(dashboard.mine.boutique, gone)
    assert str(gone) not in {one["customer"]["id"] for one in found(dashboard, begin)["customers"]}


def test_a_number_finds_its_customer_but_tells_an_auditor_nothing(dashboard: Dashboard) -> None:
    for typed in ("0712345678", "+254 712 345678", "5678"):
        assert found(dashboard, typed)["customers"]
        assert found(dashboard, typed, Role.AUDITOR)["customers"] == []
    for one in found(dashboard, "0712345678")["customers"]:
        assert "•" in one["customer"]["phone"]


def test_nothing_of_another_boutique_is_ever_found(dashboard: Dashboard) -> None:
    mine = {fact.number for fact in of(dashboard.mine, OrderPlaced)}
    for number in {fact.number for fact in of(dashboard.other, OrderPlaced)} - mine:
        assert found(dashboard, number)["orders"] == []
    receipts = [fact.receipt for fact in of(dashboard.other, MoneyReceived) if fact.receipt]
    assert receipts
    assert found(dashboard, receipts[0])["receipts"] == []


@pytest.mark.parametrize("words", ["%%", "__", "'; --", r"\\", "DK-%", "<script>"])
def test_words_are_looked_for_as_they_stand(dashboard: Dashboard, words: str) -> None:
    assert found(dashboard, words) == {kind: [] for kind in KINDS}


@pytest.mark.parametrize("words", ["", "a", "   ", "x" * 81])
def test_too_little_or_too_much_is_refused(dashboard: Dashboard, words: str) -> None:
    assert dashboard.signed_in().get("/api/search", params={"q": words}).status_code == 422
