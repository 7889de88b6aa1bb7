"""A passkey lets its owner in by itself, and nobody else by anything like it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pyotp
import pytest
from fastapi.testclient import TestClient

from interfaces.accounts.kept_passkeys import MOST
from interfaces.http.sessions import COOKIE
from tests.interfaces.http.conftest import Dashboard
from tests.interfaces.http.test_accounts import PASSWORD, browser, joined, kind
from tests.support.authenticator import Authenticator


def offered(her: TestClient) -> str:
    return str(her.post("/api/passkeys/offer").json()["options"])


def kept(her: TestClient, made: str, name: str = "My Tecno") -> Any:
    return her.post("/api/passkeys", json={"name": name, "credential": made})


def with_passkey(dashboard: Dashboard, **boutique: str) -> tuple[TestClient, Authenticator]:
    """An owner who has added a passkey."""
    her, _ = joined(dashboard, **boutique)
    device = Authenticator()
    assert kept(her, device.makes(offered(her))).status_code == 204
    return her, device


def asked(dashboard: Dashboard) -> str:
    return str(browser(dashboard).post("/api/sign-in/passkey/offer").json()["options"])


def shown(dashboard: Dashboard, credential: str) -> Any:
    return browser(dashboard).post("/api/sign-in/passkey", json={"credential": credential})


def opens(dashboard: Dashboard, device: Authenticator) -> bool:
    return bool(shown(dashboard, device.signs(asked(dashboard))).status_code == 204)


def test_a_passkey_opens_her_own_boutique_without_password_and_code(dashboard: Dashboard) -> None:
    her, device = with_passkey(dashboard, boutique="Zuri")
    with_passkey(dashboard, boutique="Other")
    offer = her.post("/api/second-factor/offer").json()
    code = pyotp.TOTP(offer["secret"]).at(dashboard.clock.now())
    assert her.post("/api/second-factor", json={"secret": offer["secret"], "code": code}).status_code == 204

    guest = browser(dashboard)
    options = guest.post("/api/sign-in/passkey/offer").json()["options"]
    assert guest.post("/api/sign-in/passkey", json={"credential": device.signs(options)}).status_code == 204

    assert guest.get("/api/me").json()["boutique"]["name"] == "Zuri"
    (row,) = guest.get("/api/passkeys").json()
    assert (row["name"], row["used_at"] is not None) == ("My Tecno", True)


def _elsewhere(device: Authenticator) -> None:
    device.origin = "https://dukani.example.evil"


def _for_another_host(device: Authenticator) -> None:
    device.host = "evil.example"


def _locked(device: Authenticator) -> None:
    device.unlocked = False


def _copied_earlier(device: Authenticator) -> None:
    device.counter = 0


def _unknown(device: Authenticator) -> None:
    device.credential = b"nobody's credential"


def _of_another_key(device: Authenticator) -> None:
    device._key = Authenticator()._key


def _of_another_person(device: Authenticator) -> None:
    device.handle = "AAAA"


@pytest.mark.parametrize(
    "wrong",
    [
        _elsewhere,
        _for_another_host,
        _locked,
        _copied_earlier,
        _unknown,
        _of_another_key,
        _of_another_person,
    ],
)
def test_what_another_page_device_or_copy_signed_opens_nothing(
    dashboard: Dashboard, wrong: Callable[[Authenticator], None]
) -> None:
    _, device = with_passkey(dashboard)
    assert opens(dashboard, device)
    assert opens(dashboard, device)
    wrong(device)
    answer = shown(dashboard, device.signs(asked(dashboard)))
    assert (answer.status_code, kind(answer)) == (401, "wrong-passkey")


def test_an_answer_opens_once_and_only_for_a_few_minutes(dashboard: Dashboard) -> None:
    her, device = with_passkey(dashboard)
    answer = device.signs(asked(dashboard))
    assert shown(dashboard, answer).status_code == 204
    assert kind(shown(dashboard, answer)) == "wrong-passkey", "the challenge is spent"
    late = device.signs(asked(dashboard))
    dashboard.clock.pass_by(timedelta(minutes=6))
    assert kind(shown(dashboard, late)) == "wrong-passkey", "the challenge is old"
    assert kind(shown(dashboard, device.signs(offered(her)))) == "wrong-passkey", "it was asked for adding"
    assert kind(shown(dashboard, device.signs('{"challenge": "AAAA"}'))) == "wrong-passkey", "never asked"


def test_a_wrong_answer_spends_its_challenge_too(dashboard: Dashboard) -> None:
    _, device = with_passkey(dashboard)
    options = asked(dashboard)
    forged = device.signs(options, signature=b"guessed")
    assert shown(dashboard, forged).status_code == 401
    assert shown(dashboard, device.signs(options)).status_code == 401


@pytest.mark.parametrize(
    "credential",
    ["{}", "[]", "null", "[" * 9_000, '{"id": 1}', '{"id":"é","rawId":"é","response":{}}'],
    ids=["empty", "list", "null", "deep", "number", "letters"],
)
def test_what_is_no_credential_is_refused_at_every_door(dashboard: Dashboard, credential: str) -> None:
    assert kind(shown(dashboard, credential)) == "wrong-passkey"
    assert kind(kept(joined(dashboard)[0], credential)) == "passkey-not-kept"


@pytest.mark.parametrize("wrong", [_elsewhere, _for_another_host, _locked])
def test_a_passkey_made_elsewhere_or_without_a_lock_is_not_kept(
    dashboard: Dashboard, wrong: Callable[[Authenticator], None]
) -> None:
    her, _ = joined(dashboard)
    device = Authenticator()
    wrong(device)
    answer = kept(her, device.makes(offered(her)))
    assert (answer.status_code, kind(answer)) == (409, "passkey-not-kept")
    assert her.get("/api/passkeys").json() == []


def test_nobody_adds_a_passkey_to_another_person_or_takes_hers(dashboard: Dashboard) -> None:
    hers, device = with_passkey(dashboard)
    his, _ = joined(dashboard)
    assert kept(his, Authenticator().makes(offered(hers))).status_code == 409, "the challenge was hers"
    again = Authenticator(credential=device.credential)
    assert kept(his, again.makes(offered(his))).status_code == 409, "the credential is hers"
    named = hers.get("/api/passkeys").json()[0]["passkey"]
    assert his.delete(f"/api/passkeys/{named}").status_code == 404
    assert opens(dashboard, device)
    assert his.get("/api/passkeys").json() == []


def test_a_removed_passkey_opens_nothing_and_ends_what_is_open_elsewhere(dashboard: Dashboard) -> None:
    her, device = with_passkey(dashboard)
    lost = browser(dashboard)
    options = lost.post("/api/sign-in/passkey/offer").json()["options"]
    lost.post("/api/sign-in/passkey", json={"credential": device.signs(options)})
    assert lost.get("/api/me").status_code == 200

    assert her.delete(f"/api/passkeys/{her.get('/api/passkeys').json()[0]['passkey']}").status_code == 204

    assert not opens(dashboard, device)
    assert lost.get("/api/me").status_code == 401
    assert her.get("/api/me").status_code == 200


def test_who_was_sent_away_has_a_passkey_to_nothing(dashboard: Dashboard) -> None:
    her, _ = joined(dashboard)
    him, device = with_passkey(dashboard)
    email = him.get("/api/staff").json()[0]["email"]
    link = her.post("/api/staff", json={"name": "Baraka", "email": email, "role": "owner"}).json()["link"]
    accepts = {"email": email, "password": PASSWORD, "invitation": link.removeprefix("/join#")}
    assert browser(dashboard).post("/api/sign-in", json=accepts).status_code == 204
    dashboard.catches_up()
    for each in (him, her):
        person = next(one["person"] for one in each.get("/api/staff").json() if one["email"] == email)
        each.post("/api/staff", json={"name": "A", "email": f"{person}@example.com", "role": "owner"})
        assert each.delete(f"/api/staff/{person}").status_code == 204
    answer = shown(dashboard, device.signs(asked(dashboard)))
    assert (answer.status_code, kind(answer)) == (403, "no-boutique")


def test_a_person_has_a_few_passkeys_and_a_place_a_few_tries(dashboard: Dashboard) -> None:
    her, _ = joined(dashboard)
    answers = [kept(her, Authenticator().makes(offered(her))).status_code for _ in range(MOST + 1)]
    assert answers == [204] * MOST + [409]
    guest = browser(dashboard)
    tries = [guest.post("/api/sign-in/passkey/offer").status_code for _ in range(61)]
    assert (tries[59], tries[60]) == (200, 429)


def test_the_demos_door_lets_in_nobody_who_could_have_a_passkey(dashboard: Dashboard) -> None:
    anybody = dashboard.signed_in()
    assert COOKIE in anybody.cookies
    assert anybody.get("/api/passkeys").json() == []
    assert kind(anybody.post("/api/passkeys/offer")) == "nobody-in-particular"
