"""The operator sees sums of every boutique, nobody's content, and nobody else sees what she sees."""

import json
import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import psycopg
import pyotp
import pytest
from fastapi.testclient import TestClient

from domain.identity import subject_of
from domain.order.events import OrderPaid, OrderPlaced, OrderRated
from domain.payment.events import PromptStarted
from domain.staff.events import Role
from interfaces.accounts.operators import OperatorsRegister
from interfaces.http.operator_sessions import COOKIE, HOST_COOKIE, cookie_of
from interfaces.http.permissions import OPERATORS, OPERATORS_DOOR
from interfaces.http.sessions import COOKIE as BOUTIQUES_COOKIE
from projections.ledger_lists import monthly_revenue
from projections.sales import day_of
from tests.interfaces.http.conftest import Dashboard
from tests.interfaces.http.platform import PASSWORD, at_the_door, counted, invited, operator_of
from tests.projections.history import History
from tests.support.clock import FixedClock

SEALED = (
    "254712345678",
    "I am Wanjiku",
    "Sarit Centre",
    "Here they are",
    "254722000111",
    "invoice 8",
    "254700000001",
)
TIME = re.compile(r"\d{4}-\d\d-\d\d")
MAY_READ = {"heartbeats", "platform_accounts", "platform_boutiques", "platform_ratings"}
READ = ("/api/platform/figures?days=60", "/api/platform/uptime", "/api/platform/me")


@pytest.fixture(scope="module")
def all_counted(dashboard: Dashboard) -> None:
    """The boutiques are counted."""
    counted(dashboard.database, dashboard.clock)


@pytest.fixture
def operator(dashboard: Dashboard, all_counted: None) -> TestClient:
    """An operator who is signed in, over boutiques that have been counted."""
    return operator_of(dashboard.app, dashboard.database, dashboard.clock)[0]


def kind(answer: Any) -> str:
    return str(answer.json()["type"].removeprefix("urn:dukani:"))


def of(figures: dict[str, Any], history: History) -> dict[str, Any]:
    return next(row for row in figures["boutiques"] if row["boutique"] == str(history.boutique))


def figures_of(operator: TestClient, dashboard: Dashboard) -> dict[str, Any]:
    """Of a year in which both boutiques lived."""
    last = f"{dashboard.clock.now() + timedelta(days=1):%Y-%m-%d}"
    told: dict[str, Any] = operator.get(f"/api/platform/figures?days=366&last={last}").json()
    return told


def test_each_boutique_is_counted_by_itself_and_all_together(
    operator: TestClient, dashboard: Dashboard
) -> None:
    told = figures_of(operator, dashboard)
    sums = {"orders": 0, "paid": 0, "rated": 0, "chats": 0}
    for history in (dashboard.mine, dashboard.other):
        paid = [f.fact for f in history.facts if isinstance(f.fact, OrderPaid)]
        row = of(told, history)["sums"]
        assert (row["orders"], row["paid"]["cents"]) == (len(paid), sum(fact.amount.cents for fact in paid))
        assert row["average"]["cents"] == round(row["paid"]["cents"] / len(paid))
        rated = {f.originator_id: f.fact.stars for f in history.facts if isinstance(f.fact, OrderRated)}
        assert (row["rated"], row["stars"]) == (len(rated), round(sum(rated.values()) / len(rated), 2))
        assert row["conversion"] == round(100 * row["paid_chats"] / row["chats"], 1)
        sums = {
            "orders": sums["orders"] + row["orders"],
            "paid": sums["paid"] + row["paid"]["cents"],
            "rated": sums["rated"] + row["rated"],
            "chats": sums["chats"] + row["chats"],
        }
    together = {
        "orders": told["orders"],
        "paid": told["paid"]["cents"],
        "rated": told["rated"],
        "chats": told["chats"],
    }
    assert together == sums
    assert told["active"] == 2
    costs = told["costs"]
    assert {(cost["kind"], cost["channel"]) for cost in costs["all"]} == {
        ("message", "whatsapp"),
        ("model", "whatsapp"),
    }
    calls = {row["about"]: row["cost"]["micro_usd"] for row in costs["models"]}
    assert set(calls) == {"flash", "haiku"}
    (way,) = costs["channels"]
    assert (way["kind"], way["channel"], way["about"]) == ("", "whatsapp", "")
    assert way["cost"]["micro_usd"] == sum(cost["cost"]["micro_usd"] for cost in costs["all"])
    assert sum(calls.values()) <= way["cost"]["micro_usd"] == told["spent"]["micro_usd"]
    assert {row["before"]["micro_usd"] for row in costs["models"]} == {0}


def test_what_boutiques_pay_in_a_month_is_what_their_ledgers_say(
    operator: TestClient, dashboard: Dashboard
) -> None:
    now, pays = dashboard.mine.now + timedelta(minutes=1), list[int]()
    counted(dashboard.database, FixedClock(now))
    told = figures_of(operator, dashboard)
    for history in (dashboard.mine, dashboard.other):
        with dashboard.database.as_boutique(history.boutique) as conn:
            pays.append(monthly_revenue(history.boutique, conn, now).total)
        assert of(told, history)["monthly"]["cents"] == pays[-1]
    assert told["monthly"]["cents"] == sum(pays) > 0


def test_a_period_without_life_divides_nothing(operator: TestClient) -> None:
    told = operator.get("/api/platform/figures?days=7&last=2021-01-01").json()
    assert (told["active"], told["conversion"], told["average"], told["stars"]) == (0, None, None, None)


def words_of(history: History) -> set[str]:
    """Every text of a boutique's facts, but times, its own name and town, and what models are called."""
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)
        elif isinstance(value, str) and len(value) > 8 and not TIME.match(value):
            found.add(value)

    for recorded in history.facts:
        told = recorded.fact.model_dump(mode="json")
        if recorded.fact.TOPIC.startswith(("boutique-", "model-answered")):
            continue
        walk(told)
    return found


def test_no_answer_holds_a_word_of_any_boutiques_content(operator: TestClient, dashboard: Dashboard) -> None:
    boutiques = (dashboard.mine, dashboard.other)
    pages = [*READ, *(f"/api/platform/boutiques/{each.boutique}?days=60" for each in boutiques)]
    answers = [operator.get(page) for page in pages]
    assert {answer.status_code for answer in answers} == {200}
    told = "\n".join(json.dumps(answer.json(), ensure_ascii=False) for answer in answers)
    words = {word for each in boutiques for word in words_of(each)}
    assert len(words) > 200
    assert any(
        isinstance(f.fact, OrderPlaced) and f.fact.lines[0].title in words for f in dashboard.mine.facts
    )
    assert [word for word in {*words, *SEALED} if word in told] == []


def test_her_role_of_the_database_reads_the_sums_and_nothing_else(dashboard: Dashboard) -> None:
    with dashboard.database.as_platform() as conn:
        tables = {
            name
            for (name,) in conn.execute(
                "SELECT relname FROM pg_class WHERE relnamespace = 'dukani'::regnamespace"
                " AND relkind IN ('r', 'p', 'v')"
                " AND has_table_privilege(oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')"
            ).fetchall()
        }
        functions = conn.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'dukani'::regnamespace"
            " AND has_function_privilege(oid, 'EXECUTE')"
        ).fetchall()
        role = conn.execute(
            "SELECT rolsuper OR rolbypassrls, pg_has_role('dukani_owner', 'MEMBER') FROM pg_roles"
            " WHERE rolname = current_user"
        ).fetchone()
    assert tables == MAY_READ
    assert functions == []
    assert role == (False, False)
    with pytest.raises(psycopg.Error), dashboard.database.as_platform() as conn:
        conn.execute("UPDATE dukani.platform_boutiques SET title = 'mine'")


def test_a_boutiques_page_tells_how_its_number_and_its_till_are(
    operator: TestClient, dashboard: Dashboard
) -> None:
    now = dashboard.mine.now + timedelta(minutes=1)
    counted(dashboard.database, FixedClock(now))
    card = operator.get(f"/api/platform/boutiques/{dashboard.mine.boutique}").json()
    till, number = sorted(card["accounts"], key=lambda each: str(each["neighbour"]))
    assert (number["neighbour"], number["ending"], number["verdict"], till["verdict"]) == (
        "whatsapp", "0001", "works", "broken",
    )  # fmt: skip
    assert number["checked_at"]
    assert number["last_in"] <= now.isoformat()
    assert number["sent"] > 0
    day_ago = now - timedelta(hours=24)
    prompted = {
        subject_of(f.originator_id)
        for f in dashboard.mine.facts
        if isinstance(f.fact, PromptStarted) and f.fact.attempt == 1 and f.at > day_ago
    }
    assert till["prompted"] == len(prompted)
    assert till["troubled"]
    assert not number["troubled"] or number["failed"] > 0
    assert operator.get(f"/api/platform/boutiques/{uuid4()}").status_code == 404


def test_what_was_let_go_is_shown_no_longer(dashboard: Dashboard, operator: TestClient) -> None:
    gauges = counted(dashboard.database, dashboard.clock)
    gauges._connected = lambda _: ()
    dashboard.clock.pass_by(timedelta(minutes=6))
    assert gauges.once() >= 2
    assert gauges.once() == 0, "nothing happened since"
    assert operator.get(f"/api/platform/boutiques/{dashboard.mine.boutique}").json()["accounts"] == []


def test_one_boutique_that_cannot_be_counted_stops_no_other(dashboard: Dashboard) -> None:
    gauges = counted(dashboard.database, dashboard.clock)
    dashboard.clock.pass_by(timedelta(minutes=6))

    def connected(boutique: object) -> Any:
        if boutique == dashboard.mine.boutique:
            raise ValueError("unreadable")
        return ()

    gauges._connected = connected
    assert gauges.once() >= 1


def test_an_invitation_opens_once_and_for_a_day(dashboard: Dashboard) -> None:
    _, link = invited(dashboard.database, dashboard.clock)
    her = at_the_door(dashboard.app)
    secret = her.post("/api/platform/join/offer", json={"link": link}).json()["secret"]
    told = {
        "link": link,
        "password": PASSWORD,
        "secret": secret,
        "code": pyotp.TOTP(secret).at(dashboard.clock.now()),
    }
    wrong = her.post("/api/platform/join", json={**told, "code": "000000"})
    assert (wrong.status_code, kind(wrong)) == (401, "wrong-code")
    assert her.post("/api/platform/join", json={**told, "password": "short"}).status_code == 422
    assert her.post("/api/platform/join", json=told).status_code == 204
    spent = at_the_door(dashboard.app).post("/api/platform/join", json=told)
    assert (spent.status_code, kind(spent)) == (409, "spent-link")

    _, old = invited(dashboard.database, dashboard.clock)
    dashboard.clock.pass_by(timedelta(hours=25))
    assert at_the_door(dashboard.app).post("/api/platform/join/offer", json={"link": old}).status_code == 409


def test_nobody_is_let_in_without_her_second_factor(dashboard: Dashboard) -> None:
    _, email, app = operator_of(dashboard.app, dashboard.database, dashboard.clock)
    told = {"email": email, "password": PASSWORD}
    spent = app.at(dashboard.clock.now())

    def tries(**more: str) -> Any:
        return at_the_door(dashboard.app).post("/api/platform/sign-in", json={**told, **more})

    assert (tries().status_code, kind(tries())) == (401, "code-wanted")
    assert kind(tries(code=spent)) == "wrong-code", "it was shown when she joined"
    assert kind(tries(password="not hers at all", code=spent)) == "wrong-password"
    dashboard.clock.pass_by(timedelta(seconds=60))
    assert tries(code=app.at(dashboard.clock.now())).status_code == 204
    assert at_the_door(dashboard.app).post("/api/sign-in", json=told).status_code == 401, "no boutique's door"


def test_who_joins_anew_or_is_dismissed_is_out_everywhere_else(dashboard: Dashboard) -> None:
    her, email, _ = operator_of(dashboard.app, dashboard.database, dashboard.clock)
    register = OperatorsRegister(dashboard.database._addresses.owner)
    assert email in {known for known, _ in register.all()}
    assert her.get("/api/platform/me").json() == {"email": email}
    again = register.invite(email.upper(), dashboard.clock.now())
    assert her.get("/api/platform/me").status_code == 200, "an invitation alone changes nothing"
    new = at_the_door(dashboard.app)
    secret = new.post("/api/platform/join/offer", json={"link": again}).json()["secret"]
    code = pyotp.TOTP(secret).at(dashboard.clock.now())
    new.post("/api/platform/join", json={"link": again, "password": PASSWORD, "secret": secret, "code": code})
    assert (her.get("/api/platform/me").status_code, new.get("/api/platform/me").status_code) == (401, 200)
    assert register.dismiss(email)
    assert new.get("/api/platform/me").status_code == 401
    assert not register.dismiss(email)


def test_her_session_ends_with_a_click_or_after_half_a_day(dashboard: Dashboard) -> None:
    her, _, _ = operator_of(dashboard.app, dashboard.database, dashboard.clock)
    kept = her.cookies[COOKIE]
    answer = her.post("/api/platform/sign-out")
    assert answer.status_code == 204
    her.cookies.set(COOKIE, kept)
    assert her.get("/api/platform/me").status_code == 401
    late, _, _ = operator_of(dashboard.app, dashboard.database, dashboard.clock)
    dashboard.clock.pass_by(timedelta(hours=12, seconds=1))
    assert late.get("/api/platform/me").status_code == 401
    assert cookie_of(https=True) == HOST_COOKIE


def test_a_page_of_another_site_signs_nobody_out(dashboard: Dashboard) -> None:
    her, _, _ = operator_of(dashboard.app, dashboard.database, dashboard.clock)
    answer = her.post("/api/platform/sign-out", headers={"Origin": "https://evil.example"})
    assert (answer.status_code, kind(answer)) == (403, "other-site")
    assert her.get("/api/platform/me").status_code == 200


@pytest.fixture(params=[*Role, None], ids=lambda role: str(role or "nobody"))
def somebody(request: pytest.FixtureRequest, dashboard: Dashboard) -> TestClient:
    return dashboard.signed_in(role=request.param) if request.param else at_the_door(dashboard.app)


def test_no_role_of_a_boutique_passes_a_route_of_the_operators(
    dashboard: Dashboard, somebody: TestClient
) -> None:
    somebody.cookies.set(COOKIE, somebody.cookies.get(BOUTIQUES_COOKIE) or "made up")
    asked = set()
    for path, methods in dashboard.app.openapi()["paths"].items():
        for method, told in methods.items():
            if told["operationId"] in OPERATORS:
                answer = somebody.request(
                    method, path.replace("{boutique}", str(dashboard.mine.boutique)), json={}
                )
                assert (answer.status_code, kind(answer)) == (401, "no-session"), path
                asked.add(told["operationId"])
    assert asked == OPERATORS


def test_an_operator_passes_no_route_of_a_boutique(dashboard: Dashboard, operator: TestClient) -> None:
    her = at_the_door(dashboard.app)
    her.cookies.set(COOKIE, operator.cookies[COOKIE])
    her.cookies.set(BOUTIQUES_COOKIE, operator.cookies[COOKIE])
    assert her.get("/api/platform/me").status_code == 200
    for path in ("/api/me", "/api/orders", "/api/conversations", "/api/customers", f"/api/orders/{uuid4()}"):
        assert her.get(path).status_code == 401, path
    assert not OPERATORS & OPERATORS_DOOR


def test_days_are_those_of_east_africa(operator: TestClient, dashboard: Dashboard) -> None:
    paid = [f for f in dashboard.mine.facts if isinstance(f.fact, OrderPaid)]
    day = day_of(paid[-1].at.replace(tzinfo=None))
    count = sum(day_of(f.at.replace(tzinfo=None)) == day for f in paid)
    told = operator.get(f"/api/platform/figures?days=1&last={day}").json()
    assert of(told, dashboard.mine)["sums"]["orders"] == count
