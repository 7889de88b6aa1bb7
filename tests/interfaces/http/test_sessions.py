"""Who is signed in, and what is refused to everybody else."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from domain.staff.events import Role
from interfaces.http.sessions import COOKIE, LIFETIME, hash_of, open_session
from tests.interfaces.http.conftest import ORIGIN, Dashboard

READ = [
    "/api/me",
    "/api/today",
    "/api/conversations",
    "/api/orders",
    "/api/products",
    "/api/insights/sales",
    "/api/insights/top-products",
    "/api/insights/funnel",
    "/api/insights/response-time",
    "/api/search?q=dera",
    "/api/today/needs",
    "/api/insights/top-sizes",
    "/api/insights/stock",
    "/api/insights/missed",
    "/api/insights/hands",
    "/api/insights/buyers",
    "/api/insights/costs",
    "/api/lag",
]


@pytest.mark.parametrize("path", READ)
def test_nobody_reads_without_a_session(dashboard: Dashboard, path: str) -> None:
    answer = TestClient(dashboard.app).get(path)
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "urn:dukani:no-session"
    assert len(answer.json()["cause"]) == 32


@pytest.mark.parametrize("path", READ)
@pytest.mark.parametrize("role", list(Role))
def test_every_role_reads(dashboard: Dashboard, path: str, role: Role) -> None:
    assert dashboard.signed_in(role=role).get(path).status_code == 200


def test_a_session_knows_its_boutique(dashboard: Dashboard) -> None:
    me = dashboard.signed_in(role=Role.STAFF).get("/api/me").json()
    assert me["boutique"]["id"] == str(dashboard.mine.boutique)
    assert me["boutique"]["name"].endswith("Boutique")
    assert me["boutique"]["whatsapp_numbers"] == ["+254700000001"]
    assert me["role"] == "staff"


def test_only_the_hash_of_a_token_is_stored(dashboard: Dashboard) -> None:
    boutique = dashboard.mine.boutique
    with dashboard.database.as_boutique(boutique) as conn:
        token = open_session(boutique, conn, Role.OWNER, dashboard.clock.now())
        stored = {row[0] for row in conn.execute("SELECT token_hash FROM dukani.sessions").fetchall()}
    assert hash_of(token) in stored
    assert token not in stored


def test_a_session_ends_by_itself(dashboard: Dashboard) -> None:
    boutique, long_ago = dashboard.mine.boutique, dashboard.clock.now() - LIFETIME - timedelta(seconds=1)
    with dashboard.database.as_boutique(boutique) as conn:
        token = open_session(boutique, conn, Role.OWNER, long_ago)
    assert TestClient(dashboard.app, cookies={COOKIE: token}).get("/api/me").status_code == 401


@pytest.mark.parametrize("token", ["", "x", "x" * 5_000, "' OR 1=1 --"])
def test_a_made_up_token_opens_nothing(dashboard: Dashboard, token: str) -> None:
    assert TestClient(dashboard.app, cookies={COOKIE: token}).get("/api/me").status_code == 401


def test_signing_out_ends_the_session_here_and_in_the_browser(dashboard: Dashboard) -> None:
    browser = dashboard.signed_in()
    kept = browser.cookies[COOKIE]
    answer = browser.post("/api/sign-out")
    assert answer.status_code == 204
    assert f'{COOKIE}=""' in answer.headers["set-cookie"]
    assert TestClient(dashboard.app, cookies={COOKIE: kept}).get("/api/me").status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 204),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Origin": ORIGIN}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 403),
        ({"Origin": ORIGIN}, 204),
    ],
)
def test_changes_are_taken_from_the_own_page_only(
    dashboard: Dashboard, headers: dict[str, str], status: int
) -> None:
    browser = dashboard.signed_in()
    del browser.headers["Origin"]
    assert browser.post("/api/sign-out", headers=headers).status_code == status


def test_an_auditor_changes_nothing(dashboard: Dashboard) -> None:
    order = dashboard.mine.orders[0]
    answer = dashboard.signed_in(role=Role.AUDITOR).post(f"/api/orders/{order}/pack")
    assert answer.status_code == 403
    assert answer.json()["type"] == "urn:dukani:not-your-role"


def test_a_session_of_one_boutique_cannot_be_seen_from_another(dashboard: Dashboard) -> None:
    dashboard.signed_in()
    with dashboard.database.as_boutique(dashboard.other.boutique) as conn:
        rows = conn.execute("SELECT boutique_id FROM dukani.sessions").fetchall()
    assert all(row[0] == dashboard.other.boutique for row in rows)
