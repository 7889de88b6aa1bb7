"""Who forgot her password finds a way back, and nobody else finds one by it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast
from uuid import uuid4

import pyotp
import pytest
import typer
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import SecretStr

from domain.staff.events import Role
from interfaces.accounts.forgotten_passwords import ForgottenPasswords
from interfaces.accounts.people import People
from interfaces.accounts.tries import Tries
from interfaces.commands.passwords import print_link
from interfaces.composition import House
from interfaces.http.dashboard import dashboard_router
from interfaces.http.problems import answer_problems
from interfaces.mail.mail import Mail, MailServer
from interfaces.settings import Settings
from tests.emulators.mail import PASSWORD as OF_MAIL
from tests.emulators.mail import USER, PostOffice, post_office
from tests.interfaces.http.conftest import ORIGIN, Dashboard
from tests.interfaces.http.test_accounts import PASSWORD, browser, joined, kind, newcomer, signs_in

NEW = "sana maridadi 8"


@dataclass
class WithMail:
    """A dashboard that sends letters."""

    app: FastAPI
    office: PostOffice

    def asks(self, email: str, where: str = "") -> Any:
        """Somebody asks for a link."""
        told = TestClient(self.app, headers={"Origin": ORIGIN}, client=(where or f"client-{uuid4()}", 1))
        return told.post("/api/password/link", json={"email": email})


@pytest.fixture(scope="module")
def mail(dashboard: Dashboard) -> Iterator[WithMail]:
    with post_office() as office:
        server = MailServer("127.0.0.1", office.port, "dukani@shop.example", USER, SecretStr(OF_MAIL))
        people = People(dashboard.database)
        forgotten = ForgottenPasswords(people, Mail(server), ORIGIN, Tries(), dashboard.clock.now)
        app = FastAPI()
        answer_problems(app)
        app.include_router(dashboard_router(replace(dashboard.deps, password_post=forgotten)))
        yield WithMail(app, office)
        forgotten.close()


def chooses(dashboard: Dashboard, link: str, password: str = NEW) -> Any:
    token = link.strip().split("#")[1]
    return browser(dashboard).post("/api/password", json={"link": token, "password": password})


def test_a_link_comes_by_mail_and_opens_once_and_soon(dashboard: Dashboard, mail: WithMail) -> None:
    her, asked = joined(dashboard)
    assert mail.asks(asked["email"].upper()).status_code == 204
    letter = mail.office.newest()
    assert (letter["To"], "Wanjiku Njeri" in letter.get_content()) == (asked["email"], True)
    (link, again) = [line for line in letter.get_content().splitlines() if "/set-password#" in line]
    assert link == again, "once in each language"
    assert link.startswith(f"{ORIGIN}/set-password#")
    assert her.get("/api/me").status_code == 200, "asking alone changes nothing"

    assert chooses(dashboard, link).status_code == 204
    assert her.get("/api/me").status_code == 401, "what was open elsewhere ends"
    assert signs_in(dashboard, asked["email"]).status_code == 401
    assert signs_in(dashboard, asked["email"], NEW).status_code == 204
    assert kind(chooses(dashboard, link)) == "spent-link"

    mail.asks(asked["email"])
    late = next(line for line in mail.office.newest().get_content().splitlines() if "#" in line)
    dashboard.clock.pass_by(timedelta(minutes=31))
    assert kind(chooses(dashboard, late)) == "spent-link"


def test_nobody_learns_by_it_who_has_an_account(dashboard: Dashboard, mail: WithMail) -> None:
    _, asked = joined(dashboard)
    before = len(mail.office.letters)
    answers = [mail.asks(email) for email in ("nobody-at-all@example.com", asked["email"])]
    assert {(answer.status_code, answer.content) for answer in answers} == {(204, b"")}
    assert mail.office.newest()["To"] == asked["email"]
    assert len(mail.office.letters) == before + 1, "what was asked for first was for nobody"


def test_few_letters_come_to_whoever_does_not_want_them(dashboard: Dashboard, mail: WithMail) -> None:
    _, asked = joined(dashboard)
    codes = [mail.asks(asked["email"]).status_code for _ in range(5)]
    assert codes == [204, 204, 204, 429, 429]
    for _ in range(3):
        mail.office.newest()
    assert signs_in(dashboard, asked["email"]).status_code == 204, "she may still come in"


def test_a_letter_that_cannot_be_sent_stops_no_other(dashboard: Dashboard, mail: WithMail) -> None:
    (_, one), (_, other) = joined(dashboard), joined(dashboard)
    mail.office.refused.add(one["email"])
    assert [mail.asks(each["email"]).status_code for each in (one, other)] == [204, 204]
    assert mail.office.newest()["To"] == other["email"]


def test_without_a_mail_server_it_is_said_so(dashboard: Dashboard) -> None:
    answer = browser(dashboard).post("/api/password/link", json={"email": "a@example.com"})
    assert (answer.status_code, kind(answer)) == (409, "no-mail")


def let_in(dashboard: Dashboard, her: TestClient, email: str) -> str:
    """A helper who has chosen her password; her id."""
    asked = {"name": "Baraka", "email": email, "role": Role.STAFF}
    told = her.post("/api/staff", json=asked).json()
    if told["known"]:
        accepted = signs_in(dashboard, email, NEW, invitation=told["link"].removeprefix("/join#"))
        assert accepted.status_code == 204
    elif told["link"]:
        assert chooses(dashboard, told["link"], PASSWORD).status_code == 204
    dashboard.catches_up()
    return str(next(one["person"] for one in her.get("/api/staff").json() if one["email"] == email))


def test_an_owner_gives_her_helper_a_link_and_nobody_elses(dashboard: Dashboard) -> None:
    (her, _), (other, _) = joined(dashboard), joined(dashboard)
    email = newcomer()["email"]
    person = let_in(dashboard, her, email)
    link = her.post(f"/api/staff/{person}/link").json()["link"]
    assert other.post(f"/api/staff/{person}/link").status_code == 404
    assert signs_in(dashboard, email).status_code == 204, "her old one opens until she chooses"
    assert chooses(dashboard, link).status_code == 204
    assert signs_in(dashboard, email, NEW).status_code == 204

    assert let_in(dashboard, other, email) == person
    for owner in (her, other):
        refused = owner.post(f"/api/staff/{person}/link")
        assert (refused.status_code, kind(refused)) == (409, "works-elsewhere")


def test_an_operator_gives_a_link_and_takes_a_lost_authenticator_away(
    dashboard: Dashboard, capsys: pytest.CaptureFixture[str]
) -> None:
    her, asked = joined(dashboard)
    secret = her.post("/api/second-factor/offer").json()["secret"]
    code = pyotp.TOTP(secret).at(dashboard.clock.now())
    her.post("/api/second-factor", json={"secret": secret, "code": code})
    settings = Settings(sandbox=True, port=8_123)
    told = SimpleNamespace(database=dashboard.database, settings=settings, clock=dashboard.clock)
    home = cast("House", told)

    print_link(home, asked["email"].upper(), without_codes=False)
    link = capsys.readouterr().out
    assert link.startswith("http://127.0.0.1:8123/set-password#")
    assert chooses(dashboard, link).status_code == 204
    assert kind(signs_in(dashboard, asked["email"], NEW)) == "code-wanted"
    print_link(home, asked["email"], without_codes=True)
    assert signs_in(dashboard, asked["email"], NEW).status_code == 204
    with pytest.raises(typer.Exit):
        print_link(home, "nobody@example.com", without_codes=True)
