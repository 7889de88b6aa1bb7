"""Joining, signing in, a forgotten password, the second factor, and who may let others in."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pyotp
import pytest
from fastapi.testclient import TestClient

from domain.staff.events import Role
from interfaces.http.permissions import OPEN, OPERATORS, OPERATORS_DOOR, ROUTES
from interfaces.http.sessions import COOKIE
from interfaces.postgres.projector import Projector
from interfaces.read_models import read_models
from tests.interfaces.http.conftest import ORIGIN, Dashboard

PASSWORD = "maridadi sana 7"


def browser(dashboard: Dashboard) -> TestClient:
    """A browser of somebody whom nobody knows, at an address of her own."""
    where = (f"client-{uuid4()}", 1)
    return TestClient(dashboard.app, headers={"Origin": ORIGIN}, raise_server_exceptions=False, client=where)


def newcomer(**other: str) -> dict[str, str]:
    told = {
        "email": f"{uuid4().hex[:12]}@example.com",
        "password": PASSWORD,
        "name": "Wanjiku Njeri",
        "phone": "0712 345 678",
        "boutique": "Maridadi",
        "town": "Nakuru",
    }
    return {**told, **other}


def joined(dashboard: Dashboard, **other: str) -> tuple[TestClient, dict[str, str]]:
    """An owner who has just opened her boutique, once the rows have followed."""
    her, asked = browser(dashboard), newcomer(**other)
    assert her.post("/api/sign-up", json=asked).status_code == 204
    Projector(dashboard.database, read_models()).catch_up()
    return her, asked


def signs_in(dashboard: Dashboard, email: str, password: str = PASSWORD, **more: str) -> Any:
    return browser(dashboard).post("/api/sign-in", json={"email": email, "password": password, **more})


def kind(answer: Any) -> str:
    return str(answer.json()["type"].removeprefix("urn:dukani:"))


def test_an_owner_opens_her_boutique_and_is_in_it(dashboard: Dashboard) -> None:
    her, asked = joined(dashboard)
    me = her.get("/api/me").json()
    assert (me["boutique"]["name"], me["boutique"]["town"], me["role"]) == ("Maridadi", "Nakuru", "owner")
    assert [one["email"] for one in her.get("/api/staff").json()] == [asked["email"]]


def test_two_new_boutiques_see_nothing_of_each_other(dashboard: Dashboard) -> None:
    one, _ = joined(dashboard, boutique="One")
    other, _ = joined(dashboard, boutique="Other")
    assert one.get("/api/me").json()["boutique"]["id"] != other.get("/api/me").json()["boutique"]["id"]
    assert len(one.get("/api/staff").json()) == len(other.get("/api/staff").json()) == 1
    person = other.get("/api/staff").json()[0]["person"]
    assert one.delete(f"/api/staff/{person}").status_code == 204
    assert other.get("/api/me").status_code == 200


def test_an_address_that_is_somebodys_already_is_not_taken_again(dashboard: Dashboard) -> None:
    _, asked = joined(dashboard)
    again = browser(dashboard).post("/api/sign-up", json=newcomer(email=asked["email"].upper()))
    assert (again.status_code, kind(again)) == (409, "email-taken")


def test_signing_in_takes_the_password_and_nothing_else(dashboard: Dashboard) -> None:
    _, asked = joined(dashboard)
    answer = signs_in(dashboard, asked["email"])
    assert answer.status_code == 204
    assert "HttpOnly" in answer.headers["set-cookie"]
    wrong, unknown = signs_in(dashboard, asked["email"], "not hers at all"), signs_in(dashboard, "no@body.ke")
    assert (wrong.status_code, kind(wrong)) == (unknown.status_code, kind(unknown)) == (401, "wrong-password")


def test_a_new_sign_in_ends_the_session_of_before(dashboard: Dashboard) -> None:
    her, asked = joined(dashboard)
    before = her.cookies[COOKIE]
    her.post("/api/sign-in", json={"email": asked["email"], "password": PASSWORD})
    assert her.cookies[COOKIE] != before
    assert TestClient(dashboard.app, cookies={COOKIE: before}).get("/api/me").status_code == 401


@pytest.mark.parametrize("password", ["short", " " * 12, "x" * 257, "😀" * 65, "x" * 10_000])
def test_a_poor_password_is_refused(dashboard: Dashboard, password: str) -> None:
    assert browser(dashboard).post("/api/sign-up", json=newcomer(password=password)).status_code == 422


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "nobody"},
        {"email": "a@b@c.ke"},
        {"phone": "12"},
        {"name": " "},
        {"boutique": "a\x00b"},
        {"role": "owner"},
    ],
)
def test_what_makes_no_sense_is_refused(dashboard: Dashboard, wrong: dict[str, str]) -> None:
    answer = browser(dashboard).post("/api/sign-up", json={**newcomer(), **wrong})
    assert (answer.status_code, kind(answer)) == (422, "invalid-request")


def test_guessing_ends_soon(dashboard: Dashboard) -> None:
    _, asked = joined(dashboard)
    codes = [signs_in(dashboard, asked["email"], f"guess number {n}").status_code for n in range(12)]
    assert codes[0] == 401
    assert codes[-1] == 429
    assert signs_in(dashboard, newcomer()["email"]).status_code == 401, "others may still try"


def test_an_owner_lets_a_helper_in_who_chooses_her_own_password(dashboard: Dashboard) -> None:
    her, _ = joined(dashboard)
    email = newcomer()["email"]
    link = her.post("/api/staff", json={"name": "Baraka", "email": email, "role": "staff"}).json()["link"]
    Projector(dashboard.database, read_models()).catch_up()
    chosen = {"link": link.split("#")[1], "password": PASSWORD}
    assert browser(dashboard).post("/api/password", json=chosen).status_code == 204
    spent = browser(dashboard).post("/api/password", json=chosen)
    assert (spent.status_code, kind(spent)) == (409, "spent-link")
    assert signs_in(dashboard, email).status_code == 204


def invited(dashboard: Dashboard, owner: TestClient, email: str, role: Role = Role.STAFF) -> str:
    """The token by which somebody who has an account elsewhere may come in."""
    told = owner.post("/api/staff", json={"name": "Hers", "email": email, "role": role}).json()
    dashboard.catches_up()
    assert told["known"] is True
    return str(told["link"].removeprefix("/join#"))


def emails(owner: TestClient) -> list[str]:
    return [one["email"] for one in owner.get("/api/staff").json()]


def test_who_has_an_account_is_of_a_boutique_only_after_her_own_yes(dashboard: Dashboard) -> None:
    (her, _), (him, asked) = joined(dashboard, boutique="Hers"), joined(dashboard, boutique="His")
    link = invited(dashboard, her, asked["email"])
    assert len(emails(her)) == 1, "nobody's name is read by whoever knows an address"
    assert him.get("/api/me").json()["boutique"]["name"] == "His", "and nothing he has open ends"

    wrong = signs_in(dashboard, asked["email"], "not his at all", invitation=link)
    assert (wrong.status_code, kind(wrong)) == (401, "wrong-password")
    guest = browser(dashboard)
    shown = {"email": asked["email"], "password": PASSWORD, "invitation": link}
    assert guest.post("/api/sign-in", json=shown).status_code == 204
    dashboard.catches_up()
    me = guest.get("/api/me").json()
    assert (me["boutique"]["name"], me["role"]) == ("Hers", "staff")
    assert asked["email"] in emails(her)
    spent = signs_in(dashboard, asked["email"], invitation=link)
    assert (spent.status_code, kind(spent)) == (409, "spent-link")


@pytest.mark.parametrize("away", ["another person", "another boutique", "old", "newer", "nonsense"])
def test_an_invitation_opens_only_what_it_invites_to_and_only_to_whom_it_invites(
    dashboard: Dashboard, away: str
) -> None:
    (her, _), (other, other_asked) = joined(dashboard, boutique="Hers"), joined(dashboard, boutique="Other")
    _, asked = joined(dashboard)
    link, email = invited(dashboard, her, asked["email"]), asked["email"]
    match away:
        case "another person":
            email = other_asked["email"]
        case "another boutique":
            link = f"{other.get('/api/me').json()['boutique']['id']}.{link.partition('.')[2]}"
        case "old":
            dashboard.clock.pass_by(timedelta(days=2, minutes=1))
        case "newer":
            invited(dashboard, her, asked["email"], Role.OWNER)
        case _:
            link = "nonsense"
    answer = signs_in(dashboard, email, invitation=link)
    assert (answer.status_code, kind(answer)) == (409, "spent-link")
    dashboard.catches_up()
    assert len(emails(her)) == len(emails(other)) == 1


def test_one_of_the_staff_gets_another_role_at_once(dashboard: Dashboard) -> None:
    her, _ = joined(dashboard)
    email = newcomer()["email"]
    her.post("/api/staff", json={"name": "Baraka", "email": email, "role": "staff"})
    told = her.post("/api/staff", json={"name": "Baraka", "email": email, "role": "owner"}).json()
    dashboard.catches_up()
    assert told == {"link": None, "known": False}
    assert {one["role"] for one in her.get("/api/staff").json()} == {"owner"}


def test_an_old_link_opens_nothing(dashboard: Dashboard) -> None:
    her, _ = joined(dashboard)
    asked = {"name": "Baraka", "email": newcomer()["email"], "role": "staff"}
    link = her.post("/api/staff", json=asked).json()["link"]
    dashboard.clock.pass_by(timedelta(minutes=31))
    answer = browser(dashboard).post("/api/password", json={"link": link.split("#")[1], "password": PASSWORD})
    assert answer.status_code == 409


def test_who_is_dismissed_is_out_at_once(dashboard: Dashboard) -> None:
    her, _ = joined(dashboard)
    email = newcomer()["email"]
    link = her.post("/api/staff", json={"name": "Baraka", "email": email, "role": "staff"}).json()["link"]
    Projector(dashboard.database, read_models()).catch_up()
    browser(dashboard).post("/api/password", json={"link": link.split("#")[1], "password": PASSWORD})
    him = browser(dashboard)
    him.post("/api/sign-in", json={"email": email, "password": PASSWORD})
    assert him.get("/api/orders").status_code == 200
    person = next(one["person"] for one in her.get("/api/staff").json() if one["email"] == email)

    assert her.delete(f"/api/staff/{person}").status_code == 204
    assert him.get("/api/orders").status_code == 401
    again = signs_in(dashboard, email)
    assert (again.status_code, kind(again)) == (403, "no-boutique"), "also before the rows have followed"


def test_the_last_owner_cannot_send_herself_away(dashboard: Dashboard) -> None:
    her, _ = joined(dashboard)
    person = her.get("/api/staff").json()[0]["person"]
    answer = her.delete(f"/api/staff/{person}")
    assert answer.status_code == 409
    assert her.get("/api/me").status_code == 200


def test_a_second_factor_asks_for_a_code_that_opens_once(dashboard: Dashboard) -> None:
    her, asked = joined(dashboard)
    offer = her.post("/api/second-factor/offer").json()
    app = pyotp.TOTP(offer["secret"])
    assert offer["secret"] in offer["address"]
    first = {"secret": offer["secret"], "code": app.at(dashboard.clock.now())}
    assert her.post("/api/second-factor", json={**first, "code": "000000"}).status_code == 401
    assert her.post("/api/second-factor", json=first).status_code == 204

    wanted = signs_in(dashboard, asked["email"])
    assert (wanted.status_code, kind(wanted)) == (401, "code-wanted")
    spent = signs_in(dashboard, asked["email"], code=first["code"])
    assert (spent.status_code, kind(spent)) == (401, "wrong-code"), "the code was shown already"
    dashboard.clock.pass_by(timedelta(seconds=60))
    code = app.at(dashboard.clock.now())
    assert signs_in(dashboard, asked["email"], code=code).status_code == 204
    assert signs_in(dashboard, asked["email"], code=code).status_code == 401


def test_no_password_and_no_secret_stands_in_the_clear(dashboard: Dashboard) -> None:
    _, asked = joined(dashboard)
    with dashboard.database.as_ingress() as conn:
        row = conn.execute("SELECT password_hash FROM dukani.person_called(%s)", (asked["email"],)).fetchone()
    assert row
    assert row[0].startswith("$argon2id$")


def routes(dashboard: Dashboard) -> list[tuple[str, str, str]]:
    """Every route that is no operator's: its name, its method, and an address that leads nowhere."""
    told = dashboard.app.openapi()["paths"]
    return [
        (asked["operationId"], method.upper(), re.sub(r"\{\w+\}", str(uuid4()), path))
        for path, methods in told.items()
        for method, asked in methods.items()
        if asked["operationId"] not in OPERATORS | OPERATORS_DOOR
    ]


def test_the_table_of_roles_knows_every_route_and_no_other(dashboard: Dashboard) -> None:
    assert {name for name, _, _ in routes(dashboard)} == set(ROUTES) | OPEN
    told = dashboard.app.openapi()["paths"]
    platform = {path: methods for path, methods in told.items() if path.startswith("/api/platform/")}
    names = {asked["operationId"] for methods in platform.values() for asked in methods.values()}
    assert names == OPERATORS | OPERATORS_DOOR


@pytest.mark.parametrize("role", list(Role))
def test_no_role_passes_a_route_that_is_not_its_own(dashboard: Dashboard, role: Role) -> None:
    somebody = dashboard.signed_in(role=role)
    for name, method, path in routes(dashboard):
        if name in OPEN or role in ROUTES[name]:
            continue
        answer = somebody.request(method, path, json={})
        assert (answer.status_code, kind(answer)) == (403, "not-your-role"), name


def test_nobody_passes_without_a_session(dashboard: Dashboard) -> None:
    for name, method, path in routes(dashboard):
        if name not in OPEN:
            assert browser(dashboard).request(method, path, json={}).status_code == 401, name
