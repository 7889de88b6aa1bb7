"""A number that its owner gives us in Meta's own dialog is connected whole, by her own session alone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import SecretStr

from domain.identity import BoutiqueId
from interfaces.connections.desk import ConnectionDesk
from interfaces.connections.signup import NumberSignup
from interfaces.http.dashboard import dashboard_router
from interfaces.http.problems import answer_problems
from interfaces.postgres.boutique_credentials import PostgresCredentials
from interfaces.whatsapp.access import CloudCredentials
from interfaces.whatsapp.client import CloudApiSettings
from interfaces.whatsapp.signup import Signup, SignupApp
from tests.emulators.cloud_api.signup import SignupDesk, signup_app
from tests.emulators.cloud_api.world import Number
from tests.interfaces.http.conftest import ORIGIN, Dashboard
from tests.interfaces.http.test_accounts import joined, kind
from tests.interfaces.http.test_connections import store_of
from tests.support.neighbours import Neighbours, connections_over
from tests.support.sandbox import listening, served

BACK = "https://shop.example/shop/number"
ZURI = Number(id="20630001", display="+254700111555", token="EAA-business-token", waba="501", name="Zuri")


@dataclass
class AtMeta:
    """Meta's side, and a dashboard that talks to it."""

    desk: SignupDesk
    app: FastAPI
    dashboard: Dashboard
    store: PostgresCredentials

    def owner(self) -> TestClient:
        """An owner who has just opened her boutique."""
        her, _ = joined(self.dashboard)
        return TestClient(self.app, cookies=her.cookies, headers={"Origin": ORIGIN})

    def kept(self, her: TestClient, number: Number) -> CloudCredentials | None:
        """What is kept of a number of hers."""
        boutique = BoutiqueId(UUID(her.get("/api/me").json()["boutique"]["id"]))
        return self.store.read(boutique, number.id, CloudCredentials)


@pytest.fixture(scope="module")
def stage(dashboard: Dashboard) -> Iterator[AtMeta]:
    desk = SignupDesk("4711", "the app's secret", BACK)
    store = store_of(dashboard)
    with listening() as (listener, url), served(signup_app(desk), listener):
        ours = SignupApp("4711", SecretStr("the app's secret"), "config-1", BACK, "https://www.facebook.com")
        signup = Signup(CloudApiSettings(base_url=url), ours)
        connections = connections_over(Neighbours(url=url), dashboard.shop, store, dashboard.database)
        desk_of_ours = ConnectionDesk(connections, dashboard.shop)
        signing = NumberSignup(signup, b"a secret")
        app = FastAPI()
        answer_problems(app)
        deps = replace(dashboard.deps, connecting=desk_of_ours, signing_up=signing)
        app.include_router(dashboard_router(deps))
        yield AtMeta(desk, app, dashboard, store)


def asked(her: TestClient, way: str = "fresh") -> dict[str, str]:
    """What Meta's dialog is asked for."""
    at = urlsplit(her.get("/api/connections/signup").json()[way])
    assert f"{at.scheme}://{at.netloc}{at.path}" == "https://www.facebook.com/v25.0/dialog/oauth"
    return {name: values[0] for name, values in parse_qs(at.query).items()}


def back(her: TestClient, state: str, code: str = "code-1", **more: str) -> Any:
    return her.post("/api/connections/signup", json={"code": code, "state": state, **more})


def test_a_new_number_is_registered_and_its_messages_come_to_us(stage: AtMeta) -> None:
    her = stage.owner()
    dialog = asked(her)
    assert (dialog["client_id"], dialog["config_id"], dialog["redirect_uri"]) == ("4711", "config-1", BACK)
    assert (dialog["response_type"], dialog["extras"]) == ("code", "{}")
    stage.desk.gives("code-1", ZURI)

    done = back(her, dialog["state"])

    assert (done.status_code, done.json()["verdict"]) == (200, "works"), done.text
    assert "Meta is still looking at the display name" in done.json()["says"]
    assert ZURI.id in stage.desk.registered
    assert ZURI.waba in stage.desk.subscribed
    kept = stage.kept(her, ZURI)
    assert kept
    assert kept.pin.get_secret_value() == stage.desk.pins[ZURI.id], "to register it anew"
    assert ZURI.token not in done.text + her.get("/api/connections").text
    again = back(her, dialog["state"])
    assert (again.status_code, "code has been used" in again.json()["detail"]) == (409, True)
    assert [row["account"] for row in her.get("/api/connections").json()["connected"]] == [ZURI.id]

    other = stage.owner()
    stage.desk.gives("code-2", ZURI)
    refused = back(other, asked(other)["state"], "code-2")
    assert (refused.status_code, "another boutique" in refused.json()["detail"]) == (409, True)


def test_a_number_of_the_business_app_stays_there_and_shares_its_past(stage: AtMeta) -> None:
    her = stage.owner()
    hers = ZURI.model_copy(update={"id": "20630002", "token": "EAA-2", "waba": "502", "coexists": True})
    dialog = asked(her, "app")
    assert "whatsapp_business_app_onboarding" in dialog["extras"]
    stage.desk.gives("code-3", hers)
    assert back(her, dialog["state"], "code-3").status_code == 200
    assert [kind for number, kind in stage.desk.shared if number == hers.id] == [
        "smb_app_state_sync",
        "history",
    ]
    kept = stage.kept(her, hers)
    assert kept
    assert (kept.coexists, kept.pin.get_secret_value()) == (True, "")


def test_a_number_with_a_pin_of_its_own_wants_that_one(stage: AtMeta) -> None:
    her = stage.owner()
    hers = ZURI.model_copy(update={"id": "20630003", "token": "EAA-3", "waba": "503"})
    stage.desk.gives("code-4", hers, pin="246810")
    refused = back(her, asked(her)["state"], "code-4", pin="135790")
    assert (refused.status_code, "the PIN that this number has already" in refused.json()["detail"]) == (
        409,
        True,
    )
    assert her.get("/api/connections").json()["connected"] == []
    stage.desk.gives("code-5", hers)
    assert back(her, asked(her)["state"], "code-5", pin="246810").status_code == 200


def test_what_another_window_began_is_not_taken_and_costs_no_code(stage: AtMeta) -> None:
    her, other = stage.owner(), stage.owner()
    stage.desk.gives("code-6", ZURI.model_copy(update={"id": "20630004", "token": "EAA-4", "waba": "504"}))
    state = asked(other)["state"]
    for wrong in (state, f"app.{state[6:]}", f"fresh.{'0' * 64}"):
        assert kind(back(her, wrong, "code-6")) == "not-connected"
    assert back(her, "made-up", "code-6").status_code == 422
    assert "code-6" in stage.desk.codes
    assert back(other, state, "code-6").status_code == 200


def test_without_an_app_of_ours_there_is_no_such_dialog(dashboard: Dashboard) -> None:
    her, _ = joined(dashboard)
    assert her.get("/api/connections/signup").json() == {"fresh": None, "app": None}
    assert kind(back(her, f"app.{'0' * 64}")) == "not-connected"
