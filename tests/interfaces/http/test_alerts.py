"""Each person chooses what buzzes her, on her own devices, in her own boutique."""

from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from application.alerts import AlertKind
from domain.identity import BoutiqueId
from domain.staff.events import Role
from interfaces.alerting import MOST_DEVICES, PostgresDevices
from tests.interfaces.http.conftest import Dashboard
from tests.interfaces.http.test_accounts import joined, kind

EVERYTHING = ["chat-waits", "invoice", "order-paid", "payment-problem"]


def told(endpoint: str = "", **other: Any) -> dict[str, Any]:
    address = endpoint or f"https://push.example/{uuid4()}"
    return {"endpoint": address, "key": "BAAA", "secret": "AAAA", "language": "sw", **other}


def boutique_of(her: TestClient) -> BoutiqueId:
    return BoutiqueId(her.get("/api/me").json()["boutique"]["id"])


def wanting(dashboard: Dashboard, her: TestClient, news: AlertKind = AlertKind.ORDER_PAID) -> list[str]:
    """The addresses that are buzzed for such news of her boutique."""
    found = PostgresDevices(dashboard.database).wanting(boutique_of(her), news)
    return [device.endpoint for device in found]


def test_who_never_chose_is_buzzed_for_everything_and_shown_no_words(dashboard: Dashboard) -> None:
    her, _ = joined(dashboard)
    card = her.get("/api/alerts").json()
    assert (card["kinds"], card["private"], card["devices"]) == (EVERYTHING, True, [])
    assert len(card["public_key"]) == 87


def test_what_she_chooses_counts_on_each_of_her_devices_and_for_nobody_else(dashboard: Dashboard) -> None:
    her, _ = joined(dashboard)
    other, _ = joined(dashboard)
    hers, others = told(), told()
    assert her.post("/api/alerts/devices", json=hers).status_code == 204
    assert other.post("/api/alerts/devices", json=others).status_code == 204
    assert her.put("/api/alerts", json={"kinds": ["order-paid"], "private": False}).status_code == 204

    assert wanting(dashboard, her) == [hers["endpoint"]]
    assert wanting(dashboard, her, AlertKind.CHAT_WAITS) == []
    assert wanting(dashboard, other, AlertKind.CHAT_WAITS) == [others["endpoint"]]
    (device,) = PostgresDevices(dashboard.database).wanting(boutique_of(her), "order-paid")
    assert (device.private, device.language.value, str(device.device)) == (
        False,
        "sw",
        her.get("/api/alerts").json()["devices"][0],
    )


def test_a_browser_is_one_persons_at_a_time_also_across_boutiques(dashboard: Dashboard) -> None:
    her, _ = joined(dashboard)
    next_one, _ = joined(dashboard)
    shared = told()
    for somebody in (her, next_one, next_one):
        assert somebody.post("/api/alerts/devices", json=shared).status_code == 204
    assert wanting(dashboard, her) == []
    assert wanting(dashboard, next_one) == [shared["endpoint"]]
    her.post("/api/alerts/devices/drop", json={"endpoint": shared["endpoint"]})
    assert wanting(dashboard, next_one) == [shared["endpoint"]], "it is not hers to drop"
    next_one.post("/api/alerts/devices/drop", json={"endpoint": shared["endpoint"]})
    assert wanting(dashboard, next_one) == []


def test_an_alert_is_taken_once_by_whoever_sends_it(dashboard: Dashboard) -> None:
    her, _ = joined(dashboard)
    her.post("/api/alerts/devices", json=told())
    devices, boutique, now = PostgresDevices(dashboard.database), boutique_of(her), dashboard.clock.now()
    (device,) = devices.wanting(boutique, "order-paid")
    assert devices.take(boutique, device.device, "a", now)
    assert not devices.take(boutique, device.device, "a", now)
    devices.give_back(boutique, device.device, "a")
    assert devices.take(boutique, device.device, "a", now)
    devices.forget(boutique, device.device)
    assert wanting(dashboard, her) == []


def test_a_new_device_takes_the_oldest_ones_place(dashboard: Dashboard) -> None:
    her, _ = joined(dashboard)
    addresses = [f"https://push.example/{uuid4()}" for _ in range(MOST_DEVICES + 1)]
    for address in addresses:
        her.post("/api/alerts/devices", json=told(address))
    assert len(wanting(dashboard, her)) == MOST_DEVICES


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "ftp://push.example"},
        {"endpoint": "https://"},
        {"endpoint": "https://push.example/a b"},
        {"endpoint": "https://push.example/" + "x" * 2_000},
        {"key": "a+b"},
        {"language": "fr"},
        {"person": "another"},
    ],
    ids=["scheme", "no host", "blank", "long", "key", "language", "more"],
)
def test_what_no_browser_gives_out_is_refused(dashboard: Dashboard, wrong: dict[str, str]) -> None:
    her, _ = joined(dashboard)
    assert her.post("/api/alerts/devices", json=told(**wrong)).status_code == 422


def test_an_auditor_is_buzzed_for_nothing_and_the_demo_knows_nobody_to_buzz(dashboard: Dashboard) -> None:
    assert dashboard.signed_in(role=Role.AUDITOR).get("/api/alerts").status_code == 403
    assert kind(dashboard.signed_in().get("/api/alerts")) == "nobody-in-particular"
