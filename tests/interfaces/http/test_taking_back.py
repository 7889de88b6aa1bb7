"""What a person of the shop says came back of an order."""

from typing import Any
from uuid import UUID

import pytest

from tests.interfaces.http.conftest import Dashboard

LINE = {"variant": f"{UUID(int=7)}", "quantity": 1}


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"refund": 0, "reason": "faulty"},
        {"refund": 50, "reason": "faulty"},
        {"refund": -100, "reason": "faulty"},
        {"refund": 100, "reason": "because"},
        {"refund": 0, "reason": "faulty", "pieces": [{**LINE, "quantity": 0}]},
        {"refund": 0, "reason": "faulty", "pieces": [LINE, LINE]},
        {"refund": 100, "reason": "faulty", "more": 1},
    ],
)
def test_what_comes_back_must_make_sense(dashboard: Dashboard, sent: dict[str, Any]) -> None:
    before, order = list(dashboard.desk.asked), dashboard.mine.orders[0]
    assert dashboard.signed_in().post(f"/api/orders/{order}/take-back", json=sent).status_code == 422
    assert dashboard.desk.asked == before


def test_pieces_come_back_once_however_often_it_is_clicked(dashboard: Dashboard) -> None:
    browser, order = dashboard.signed_in(), dashboard.mine.orders[0]
    wish = {"refund": 100_00, "reason": "returned", "pieces": [LINE], "on_shelf": True}
    dashboard.desk.asked.clear()
    for key in ("a", "a", "b"):
        path, header = f"/api/orders/{order}/take-back", {"Idempotency-Key": key}
        assert browser.post(path, json=wish, headers=header).status_code == 204
    first, second, another = dashboard.desk.asked
    assert first == second != another
