"""An owner opens her shop step by step: what is done follows from what is recorded, for her shop alone."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from domain.staff.events import Role
from interfaces.postgres.projector import Projector
from interfaces.read_models import read_models
from tests.interfaces.http.conftest import Dashboard
from tests.interfaces.http.test_accounts import browser, joined, kind

PROFILE = {
    "name": "Maridadi House",
    "town": "Nakuru",
    "street": "Kenyatta Avenue",
    "hours": "Mon-Sat 9-18",
    "return_policy": "Seven days",
    "areas": [{"name": "CBD", "fee": 15_000, "words": ["tao", ""]}, {"name": "Milimani", "fee": 0}],
    "kra_pin": "a123456789b",
}
VOICE = {"agent_name": "Pendo", "greeting_en": "Hi", "greeting_sw": "Sema", "languages": ["en", "sw"]}


def done(client: TestClient) -> set[str]:
    return {each["step"] for each in client.get("/api/opening").json()["steps"] if each["done"]}


def test_a_shop_opens_step_by_step_and_goes_on_where_it_was(dashboard: Dashboard) -> None:
    dashboard.neighbours.be_well()
    (her, _), (other, _) = joined(dashboard), joined(dashboard)
    fresh = her.get("/api/opening").json()
    assert (done(her), fresh["live"], fresh["profile"]["name"]) == (set(), False, "Maridadi")
    assert (fresh["voice"], fresh["limits"], fresh["numbers"], fresh["link"]) == (None, None, [], None)

    profile = her.put("/api/profile", json=PROFILE).json()["profile"]
    assert (profile["name"], profile["kra_pin"]) == ("Maridadi House", "A123456789B")
    areas = [(area["name"], area["fee"]["text"], area["words"]) for area in profile["areas"]]
    assert areas == [("CBD", "KSh 150", ["tao"]), ("Milimani", "KSh 0", [])]
    number = {"neighbour": "twilio", "account_sid": "AC0001", "auth_token": "t", "number": "+254700111222"}
    her.post("/api/connections", json=number)
    till = {"neighbour": "airtel", "client_id": "a", "client_secret": "b"}
    her.post("/api/connections", json=till)
    assert her.put("/api/limits", json={"order_limit": 2_000_000, "discount_percent": 5}).status_code == 200
    opening = her.post("/api/agent/voices", json=VOICE).json()
    assert (opening["voice"]["agent_name"], opening["limits"]["order_limit"]["text"]) == (
        "Pendo",
        "KSh 20,000",
    )
    assert (opening["link"], opening["sandbox"]) == ("https://wa.me/254700111222", False)
    assert done(her) == {"profile", "whatsapp", "payments", "agent"}
    assert not opening["live"]
    Projector(dashboard.database, read_models()).catch_up()
    assert her.get("/api/me").json()["boutique"]["name"] == "Maridadi House"
    assert done(other) == set()
    her.delete("/api/connections/twilio/AC0001:+254700111222")


def test_whoever_leaves_after_a_step_goes_on_there_from_another_phone(dashboard: Dashboard) -> None:
    dashboard.neighbours.be_well()
    here, asked = joined(dashboard)
    number = {"neighbour": "twilio", "account_sid": "AC0001", "auth_token": "t", "number": "+254700111222"}
    till = {"neighbour": "airtel", "client_id": "a", "client_secret": "b"}
    steps = {
        "profile": ("PUT", "/api/profile", PROFILE),
        "whatsapp": ("POST", "/api/connections", number),
        "payments": ("POST", "/api/connections", till),
        "agent": ("POST", "/api/agent/voices", VOICE),
    }
    for begun, (method, path, told) in enumerate(steps.values(), start=1):
        assert here.request(method, path, json=told).status_code == 200
        here = browser(dashboard)
        here.post("/api/sign-in", json={"email": asked["email"], "password": asked["password"]})
        assert done(here) == set(list(steps)[:begun])
    opening = here.get("/api/opening").json()
    assert (opening["profile"]["hours"], opening["voice"]["agent_name"]) == (PROFILE["hours"], "Pendo")
    here.delete("/api/connections/twilio/AC0001:+254700111222")


def test_pieces_in_stock_are_counted_for_the_shop_alone(dashboard: Dashboard) -> None:
    mine, others = dashboard.signed_in(), dashboard.signed_in(dashboard.other.boutique)
    counts = [client.get("/api/opening").json()["pieces"] for client in (mine, others)]
    assert all(count > 0 for count in counts)
    assert counts[0] == sum(
        any(size["available"] > 0 for size in piece["sizes"]) and not piece["archived"]
        for piece in mine.get("/api/products?limit=100").json()["items"]
    )


def test_each_voice_is_a_version_and_an_earlier_one_speaks_again(dashboard: Dashboard) -> None:
    her = joined(dashboard)[0]
    for name in ("Pendo", "Zuri"):
        her.post("/api/agent/voices", json=VOICE | {"agent_name": name, "tone": "brief"})
    assert her.post("/api/agent/voices/1/restore").status_code == 200
    agent = her.get("/api/agent").json()
    assert [(each["version"], each["agent_name"]) for each in agent["voices"]] == [
        (3, "Pendo"),
        (2, "Zuri"),
        (1, "Pendo"),
    ]
    assert agent["voices"][0]["at"]
    assert (agent["brain"]["brain"], agent["brain"]["spent_today_micro_usd"]) == ("offline", 0)
    assert kind(her.post("/api/agent/voices/9/restore")) == "version-is-unknown"


@pytest.mark.parametrize(
    ("method", "path", "body", "problem"),
    [
        ("PUT", "/api/profile", PROFILE | {"kra_pin": "12"}, "invalid-request"),
        ("PUT", "/api/profile", PROFILE | {"areas": [{"name": "A", "fee": 1}] * 2}, "area-is-named-twice"),
        ("PUT", "/api/limits", {"order_limit": -1, "discount_percent": 5}, "invalid-request"),
        ("POST", "/api/agent/voices", VOICE | {"forbidden": ["hi"]}, "greeting-is-forbidden"),
        ("POST", "/api/agent/voices", VOICE | {"languages": []}, "invalid-request"),
    ],
)
def test_what_cannot_be_is_refused_by_name(
    dashboard: Dashboard, method: str, path: str, body: dict[str, Any], problem: str
) -> None:
    assert kind(dashboard.signed_in().request(method, path, json=body)) == problem


def test_a_rehearsal_answers_and_records_nothing(dashboard: Dashboard) -> None:
    her = joined(dashboard)[0]
    chat = {"voice": VOICE | {"greeting_en": "Hello from Pendo"}, "lines": ["Hi", "where is the shop?"]}
    replies = her.post("/api/agent/rehearsal", json=chat).json()["replies"]
    assert replies[0]["text"].startswith("Hello from Pendo")
    assert len(replies) == 2
    assert her.get("/api/agent").json()["voices"] == []
    assert her.get("/api/conversations").json()["items"] == []


def test_only_an_owner_opens_a_shop(dashboard: Dashboard) -> None:
    for role in (Role.STAFF, Role.AUDITOR):
        client = dashboard.signed_in(role=role)
        paths = (("GET", "/api/opening"), ("GET", "/api/agent"), ("PUT", "/api/profile"))
        assert {client.request(method, path).status_code for method, path in paths} == {403}


def said(event: dict[str, Any]) -> list[str]:
    return [each["value"] for each in event["values"]]


def test_a_setting_that_still_stands_is_taken_back_by_the_owner_alone(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    for percent in (10, 80):
        browser.put("/api/limits", json={"order_limit": 900_000, "discount_percent": percent})
    latest, *rest = browser.get("/api/shop/history").json()
    assert (latest["topic"], said(latest)) == ("boutique-limits-set.v1", ["KSh 9,000", "80"])
    assert (latest["can_undo"], rest[0]["can_undo"]) == (True, False)
    step = {"position": latest["position"]}
    told = browser.post("/api/shop/undo", json=step).json()
    assert said(told[0]) == ["KSh 9,000", "10"]
    assert browser.post("/api/shop/undo", json=step).json()["type"] == "urn:dukani:does-not-stand"
    assert dashboard.signed_in(role=Role.STAFF).get("/api/shop/history").status_code == 403
    other = dashboard.signed_in(dashboard.other.boutique)
    assert other.post("/api/shop/undo", json={"position": told[0]["position"]}).status_code == 409
