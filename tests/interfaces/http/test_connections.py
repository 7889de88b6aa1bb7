"""A boutique is connected to a neighbour once that says yes; else nothing is kept, and it is told why."""

import re
from collections import deque
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient

from application.commands import ConnectPaymentAccount
from application.ports import Evidence, EvidenceKind, NeighbourFailed
from application.ports.credentials import Credentials
from domain.fact import Actor, Cause
from domain.identity import BoutiqueId
from domain.staff.events import Role
from interfaces.airtel.access import AirtelCredentials
from interfaces.connections.claims import PostgresClaims
from interfaces.connections.plan import ONE_ACCOUNT
from interfaces.connections.settling import check, settle_tills
from interfaces.findings import Verdict
from interfaces.gemini.settings import GeminiKey
from interfaces.mpesa.credentials import MpesaCredentials
from interfaces.postgres.boutique_credentials import PostgresCredentials
from interfaces.postgres.projector import Projector
from interfaces.postgres.vault import PostgresVault
from interfaces.read_models import read_models
from interfaces.twilio.accounts import TwilioCredentials
from interfaces.whatsapp.access import CloudCredentials
from tests.interfaces.http.conftest import Dashboard
from tests.interfaces.http.test_accounts import joined, kind
from tests.support.neighbours import NUMBER

META = {"neighbour": "whatsapp", "phone_number_id": "10630001", "waba_id": "77", "token": "the token of Meta"}
TWILIO = {
    "neighbour": "twilio",
    "account_sid": "AC0001",
    "auth_token": "the token of Twilio",
    "number": "0700 111 222",
}
MPESA = {
    "neighbour": "mpesa",
    "shortcode": "600999",
    "is_till": True,
    "store_number": "600998",
    "consumer_key": "a key",
    "consumer_secret": "a secret",
    "passkey": "a passkey",
}
AIRTEL = {"neighbour": "airtel", "client_id": "the app", "client_secret": "its secret"}
PAYSTACK = {"neighbour": "paystack", "secret_key": "sk_live_1"}
GEMINI = {"neighbour": "brain", "brain": "gemini", "key": "a key of Google"}
OFFERS: dict[str, dict[str, Any]] = {
    "meta": META,
    "twilio": TWILIO,
    "mpesa": MPESA,
    "airtel": AIRTEL,
    "paystack": PAYSTACK,
    "gemini": GEMINI,
    "claude": {"neighbour": "brain", "brain": "claude", "key": "a key of Anthropic"},
    "offline": {"neighbour": "brain", "brain": "offline"},
}


@pytest.fixture
def owner(dashboard: Dashboard) -> Iterator[TestClient]:
    """An owner who has just opened her boutique, among neighbours who are well; she lets all numbers go."""
    dashboard.neighbours.be_well()
    her = joined(dashboard)[0]
    yield her
    lets_go(her)


@pytest.fixture
def shop(dashboard: Dashboard) -> TestClient:
    """An owner whose boutique has lived, among neighbours who are well."""
    dashboard.neighbours.be_well()
    return dashboard.signed_in()


def connected(client: TestClient) -> list[tuple[str, str, str]]:
    rows = client.get("/api/connections").json()["connected"]
    return [(row["neighbour"], row["account"], row["shown"]) for row in rows]


def lets_go(client: TestClient) -> None:
    for neighbour, account, _ in connected(client):
        if neighbour in ("whatsapp", "twilio", "mpesa", "paylink"):
            client.delete(f"/api/connections/{neighbour}/{account}")


def store_of(dashboard: Dashboard) -> PostgresCredentials:
    vault = dashboard.deps.vault
    assert isinstance(vault, PostgresVault)
    return PostgresCredentials(dashboard.database, vault)


def test_what_says_yes_is_connected_and_how_it_is_can_be_asked(owner: TestClient) -> None:
    for name, offer in OFFERS.items():
        answer = owner.post("/api/connections", json=offer)
        assert (answer.status_code, answer.json().get("verdict")) == (200, "works"), (name, answer.text)
        neighbour, account, _ = connected(owner)[-1]
        again = owner.get(f"/api/connections/{neighbour}/{account}/health")
        assert (again.status_code, again.json().get("verdict")) == (200, "works"), (name, again.text)
        assert answer.json()["said"] == again.json()["said"] != [], "a page has words for it"
        secrets = [value for key, value in offer.items() if key.endswith(("token", "key", "secret"))]
        assert not any(secret in answer.text + again.text for secret in secrets)


def test_each_neighbours_credentials_are_kept_under_its_own_account(
    dashboard: Dashboard, owner: TestClient
) -> None:
    for offer in (META, TWILIO, MPESA, AIRTEL, GEMINI):
        assert owner.post("/api/connections", json=offer).status_code == 200
    boutique = BoutiqueId(UUID(owner.get("/api/me").json()["boutique"]["id"]))
    twilio = "AC0001:+254700111222"
    kept: dict[str, type[Credentials]] = {
        "10630001": CloudCredentials,
        twilio: TwilioCredentials,
        "600999": MpesaCredentials,
    }
    kept |= {ONE_ACCOUNT: AirtelCredentials, "": GeminiKey}
    assert all(store_of(dashboard).read(boutique, account, each) for account, each in kept.items())
    assert connected(owner) == [
        ("whatsapp", "10630001", "+254700111222"),
        ("twilio", twilio, "+254700111222"),
        ("mpesa", "600999", "600999"),
        ("airtel", "own", "own"),
        ("brain", "own", "gemini"),
    ]
    assert "POST /v25.0/77/subscribed_apps" in dashboard.neighbours.asked
    lets_go(owner)
    assert store_of(dashboard).read(boutique, twilio, TwilioCredentials) is None


@pytest.mark.parametrize(
    ("offer", "asked", "status", "answer", "words", "saying"),
    [
        (
            META,
            "GET /v25.0/10630001",
            401,
            {"error": {"code": 190, "message": "expired"}},
            "access token",
            "meta-says-no",
        ),
        (META, "GET /v25.0/10630001", 200, NUMBER | {"status": "PENDING"}, "PIN", "not-registered"),
        (
            META,
            "GET /v25.0/10630001",
            200,
            NUMBER | {"code_verification_status": "NOT_VERIFIED"},
            "the code that it sent",
            "code-awaited",
        ),
        (META, "GET /v25.0/10630001", 200, NUMBER | {"id": "7"}, "another number", "meta-says-no"),
        (META, "POST /v25.0/77/subscribed_apps", 500, {}, "cannot be reached", "unreachable"),
        (
            META | {"token": ""},
            "GET /v25.0/10630001",
            200,
            NUMBER,
            "that the number is yours",
            "not-shown-to-be-hers",
        ),
        (TWILIO, "GET /2010-04-01/Accounts/AC0001.json", 401, {}, "does not take the token", "token-refused"),
        (TWILIO | {"auth_token": ""}, "", 200, {}, "that the number is yours", "not-shown-to-be-hers"),
        (MPESA, "GET /oauth/v1/generate", 400, {"errorCode": "400.008.01"}, "refuses", "mpesa-app-refused"),
        (AIRTEL, "POST /auth/oauth2/token", 401, {}, "refuses", "airtel-app-refused"),
        (PAYSTACK, "GET /balance", 401, {}, "refuses our key", "key-refused"),
        (GEMINI, "GET /v1beta/models/gemini-3.5-flash-lite", 400, {}, "refuses our key", "key-refused"),
        (GEMINI | {"model": "of-dreams"}, "", 200, {}, "has no model of-dreams", "model-unknown"),
        (OFFERS["claude"], "GET /v1/models/claude-haiku-5-5", 401, {}, "refuses our key", "key-refused"),
        (OFFERS["claude"] | {"model": "of-dreams"}, "", 200, {}, "has no model of-dreams", "model-unknown"),
        (OFFERS["claude"] | {"key": ""}, "", 200, {}, "no key", "key-missing"),
        ({"neighbour": "sandbox-number"}, "", 200, {}, "no built-in phones", "no-built-in-phones"),
    ],
)
def test_what_says_no_is_not_connected_and_says_why(
    dashboard: Dashboard,
    owner: TestClient,
    offer: dict[str, Any],
    asked: str,
    status: int,
    answer: Any,
    words: str,
    saying: str,
) -> None:
    dashboard.neighbours.says[asked] = (status, answer)
    refused = owner.post("/api/connections", json=offer)
    assert (refused.status_code, kind(refused)) == (409, "not-connected"), refused.text
    assert words.casefold() in refused.json()["detail"].casefold()
    assert [each["saying"] for each in refused.json()["said"]] == [saying]
    assert connected(owner) == []


def test_a_name_under_review_is_told_and_hinders_nothing(dashboard: Dashboard, owner: TestClient) -> None:
    dashboard.neighbours.says["GET /v25.0/10630001"] = (200, NUMBER | {"name_status": "PENDING_REVIEW"})
    told = owner.post("/api/connections", json=META).json()
    assert (told["verdict"], "still looking at the display name" in told["says"]) == ("works", True)
    assert [each["saying"] for each in told["said"]] == ["number-ready", "name-in-review"]


def test_a_new_number_is_registered_by_its_pin_and_an_old_one_shares_its_past(
    dashboard: Dashboard, owner: TestClient
) -> None:
    says = dashboard.neighbours.says
    says["GET /v25.0/10630001"] = (200, NUMBER | {"status": "PENDING"})
    says["POST /v25.0/10630001/register"] = (400, {"error": {"code": 133005, "message": "wrong PIN"}})
    assert "wrong PIN" in owner.post("/api/connections", json=META | {"pin": "123456"}).json()["detail"]
    says["GET /v25.0/10630001"] = (200, NUMBER)
    says["POST /v25.0/10630001/smb_app_data"] = (400, {"error": {"code": 2593107, "message": "done before"}})
    assert owner.post("/api/connections", json=META | {"coexists": True}).status_code == 200
    kinds = [body["sync_type"] for body in dashboard.neighbours.bodies if "sync_type" in body]
    assert kinds == ["smb_app_state_sync", "history"]


@pytest.mark.parametrize("offer", [META, TWILIO], ids=["meta", "twilio"])
def test_a_number_belongs_to_one_boutique_until_that_lets_it_go(
    dashboard: Dashboard, owner: TestClient, offer: dict[str, Any]
) -> None:
    other = joined(dashboard)[0]
    assert owner.post("/api/connections", json=offer).status_code == 200
    refused = other.post("/api/connections", json=offer)
    assert (refused.status_code, "another boutique" in refused.json()["detail"]) == (409, True)
    Projector(dashboard.database, read_models()).catch_up()
    assert other.post("/api/connections", json=offer).status_code == 409
    assert connected(other) == []
    neighbour, account, _ = connected(owner)[0]
    assert other.delete(f"/api/connections/{neighbour}/{account}").status_code == 409
    assert other.get(f"/api/connections/{neighbour}/{account}/health").status_code == 409
    assert owner.delete(f"/api/connections/{neighbour}/{account}").status_code == 204
    Projector(dashboard.database, read_models()).catch_up()
    assert other.post("/api/connections", json=offer).status_code == 200
    lets_go(other)


def test_one_till_takes_money_for_one_boutique_so_that_no_payment_is_counted_twice(
    dashboard: Dashboard, owner: TestClient
) -> None:
    other = joined(dashboard)[0]
    assert owner.post("/api/connections", json=MPESA).status_code == 200
    assert owner.post("/api/connections", json=MPESA).status_code == 200
    refused = other.post("/api/connections", json=MPESA | {"passkey": "another"})
    told = refused.json()["detail"]
    assert (refused.status_code, "counted twice" in told, connected(other)) == (409, True, [])
    assert owner.get("/api/me").json()["boutique"]["name"] not in told
    assert owner.delete("/api/connections/mpesa/600999").status_code == 204
    assert other.post("/api/connections", json=MPESA).status_code == 200
    assert other.post("/api/connections", json=MPESA | {"shortcode": "600111"}).status_code == 200
    assert owner.post("/api/connections", json=MPESA).status_code == 200
    assert owner.delete("/api/connections/mpesa/600999").status_code == 204


def test_a_till_of_the_installations_own_app_is_nobodys_by_being_named(
    dashboard: Dashboard, owner: TestClient
) -> None:
    named = {"neighbour": "mpesa", "shortcode": "600777"}
    for browser in (owner, joined(dashboard)[0]):
        told = browser.post("/api/connections", json=named)
        assert (told.status_code, "operator" in told.text, connected(browser)) == (409, True, [])


def test_a_till_of_before_anybody_claimed_one_is_the_boutiques_that_connected_it_first(
    dashboard: Dashboard,
) -> None:
    shops = [joined(dashboard)[0] for _ in range(3)]
    ids = [BoutiqueId(UUID(shop.get("/api/me").json()["boutique"]["id"])) for shop in shops]
    late, first, other = ids
    for boutique, code in ((first, "600555"), (late, "600555"), (other, "600444")):
        connects = ConnectPaymentAccount("mpesa", code, is_till=False)
        dashboard.shop.do(boutique, Cause(Actor.OWNER, uuid4(), boutique), connects)
        dashboard.clock.pass_by(timedelta(minutes=1))
    claims = PostgresClaims(dashboard.database)

    for _ in range(2):
        settle_tills(dashboard.shop, claims, ids)

    told = check(dashboard.shop, ids)
    assert told.verdict is Verdict.BROKEN
    assert told.says == f"600555 of {first} also by {late}"
    assert [claims.take(boutique, "mpesa", "600555") for boutique in (first, late, other)] == [
        True,
        False,
        False,
    ]
    assert shops[2].post("/api/connections", json=MPESA | {"shortcode": "600555"}).status_code == 409
    assert [account for _, account, _ in connected(shops[0])] == ["600555"], "the later one goes on"
    assert check(dashboard.shop, [first, other]).verdict is Verdict.WORKS


def test_safaricoms_own_number_for_trying_out_is_everybodys(dashboard: Dashboard, owner: TestClient) -> None:
    trial = MPESA | {"shortcode": "174379", "is_till": False, "store_number": None}
    for browser in (owner, joined(dashboard)[0]):
        assert browser.post("/api/connections", json=trial).status_code == 200


def test_a_till_that_is_let_go_keeps_the_key_to_money_still_on_its_way(
    dashboard: Dashboard, owner: TestClient
) -> None:
    owner.post("/api/connections", json=MPESA)
    assert owner.delete("/api/connections/mpesa/600999").status_code == 204
    boutique = BoutiqueId(UUID(owner.get("/api/me").json()["boutique"]["id"]))
    assert connected(owner) == []
    assert store_of(dashboard).read(boutique, "600999", MpesaCredentials)


@pytest.mark.parametrize(
    "offer",
    [
        MPESA | {"passkey": ""},
        MPESA | {"store_number": None},
        META | {"phone_number_id": "12"},
        TWILIO | {"number": "soon"},
        TWILIO | {"number": "12"},
        {"neighbour": "brain", "brain": "oracle"},
        {"neighbour": "post-office"},
    ],
)
def test_an_offer_that_cannot_be_is_told_so(shop: TestClient, offer: dict[str, Any]) -> None:
    assert shop.post("/api/connections", json=offer).status_code == 422


@pytest.mark.parametrize(
    "address",
    [
        *("http://pay.example.com/mcp", "https://127.0.0.1/mcp", "https://10.1.2.3/mcp", "https://db/mcp"),
        *("https://inside.example.com/mcp", "https://half.example.com/mcp", "http://127.0.0.1/mcp"),
    ],
)
def test_secrets_go_to_no_address_inside_a_network(shop: TestClient, address: str) -> None:
    refused = shop.post("/api/connections", json=_paylink_at(address))
    assert refused.status_code == 409
    assert re.search("(?i)inside a network|there is no|it must be https", refused.json()["detail"])


def test_a_server_for_which_an_operator_vouches_is_asked(shop: TestClient) -> None:
    refused = shop.post("/api/connections", json=_paylink_at("http://localhost:9/mcp"))
    assert "does not answer" in refused.json()["detail"]


def _paylink_at(address: str) -> dict[str, str]:
    told = {"neighbour": "paylink", "shortcode": "600999", "address": address, "project": "p"}
    return told | dict.fromkeys(("api_key", "consumer_key", "consumer_secret", "passkey"), "x")


def test_a_till_is_tried_by_a_shilling_from_the_owners_own_phone(
    dashboard: Dashboard, owner: TestClient
) -> None:
    assert owner.post("/api/connections/mpesa/prompt").status_code == 409
    owner.post("/api/connections", json=MPESA)
    tried = owner.post("/api/connections/mpesa/prompt").json()
    asked = dashboard.money.asked[-1]
    assert (asked.phone, asked.amount.cents, asked.payee.shortcode) == ("+254712345678", 100, "600999")
    address = f"/api/connections/mpesa/prompt/{tried['checkout']}"
    assert owner.get(address).json()["state"] == "pending"
    dashboard.money.truths = deque([Evidence(EvidenceKind.SUCCEEDED, "0", "well")])
    assert owner.get(address).json() == {"state": "succeeded", "code": "0", "says": "well"}
    failed = NeighbourFailed("mpesa", "500", "no", retryable=True)
    dashboard.money.truths = deque([failed, NeighbourFailed("mpesa", "404", "no", retryable=False)])
    assert [owner.get(address).json().get("state") for _ in range(2)] == ["pending", None]
    dashboard.money.answers = deque([failed])
    assert "was not sent" in owner.post("/api/connections/mpesa/prompt").json()["detail"]
    for _ in range(5):
        last = owner.post("/api/connections/mpesa/prompt")
    assert "often enough" in last.json()["detail"]


@pytest.mark.parametrize("provider", ["mpesa", "paylink", "airtel", "paystack"])
def test_whichever_till_it_is_a_shilling_tries_it(
    dashboard: Dashboard, owner: TestClient, provider: str
) -> None:
    boutique = BoutiqueId(UUID(owner.get("/api/me").json()["boutique"]["id"]))
    account = "600999" if provider in ("mpesa", "paylink") else ONE_ACCOUNT
    cause = Cause(Actor.OWNER, uuid4(), boutique)
    dashboard.shop.do(boutique, cause, ConnectPaymentAccount(provider, account, is_till=False))
    tried = owner.post(f"/api/connections/{provider}/prompt")
    asked = dashboard.money.asked[-1]
    assert (tried.status_code, asked.boutique) == (200, boutique)
    assert (asked.payee.provider, asked.payee.shortcode) == (provider, account)
    assert (asked.phone, asked.amount.cents) == ("+254712345678", 100)
    other = joined(dashboard)[0]
    assert other.post(f"/api/connections/{provider}/prompt").status_code == 409


def test_only_an_owner_connects(dashboard: Dashboard) -> None:
    for role in (Role.STAFF, Role.AUDITOR):
        assert dashboard.signed_in(role=role).get("/api/connections").status_code == 403
