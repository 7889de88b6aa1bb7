"""The doctor tells the truth about each neighbour in one line, and of all of them whatever one does."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from interfaces.commands.examining import tell
from interfaces.composition import House
from interfaces.doctor import checks, examine, is_well
from interfaces.findings import Finding, Verdict, broken, off, works
from interfaces.ingress.spool import Spooled
from interfaces.mpesa import check as mpesa
from interfaces.mpesa.access import Credentials
from interfaces.paystack import check as paystack
from interfaces.postgres import check as postgres
from interfaces.postgres import database as door
from interfaces.postgres.credentials import Addresses
from interfaces.postgres.database import Database
from interfaces.whatsapp import check as whatsapp
from interfaces.whatsapp.access import Access
from interfaces.whatsapp.client import CloudApiSettings
from tests.emulators.taking import Said, taking
from tests.support.clock import FixedClock
from tests.support.house import house_settings
from tests.support.postgres import TestServer


@contextmanager
def neighbour(status: int, **told: object) -> Iterator[str]:
    """Answers every question with this."""
    with taking(lambda _: Said(status, json.dumps(told).encode())) as url:
        yield url


APP = Credentials("key", "very secret", "passkey")
AWAY = "http://127.0.0.1:9"


def test_each_neighbour_that_works_says_how_that_shows(database: Database) -> None:
    with neighbour(200, id="1063", access_token="t", expires_in="3599") as url:
        meta = CloudApiSettings(base_url=url)
        found = [
            postgres.check(database),
            whatsapp.check(meta, lambda _: Access("token"), ["1063"]),
            mpesa.check(url, APP),
            paystack.check(url, "sk_live_1"),
        ]
    assert [each.verdict for each in found] == [Verdict.WORKS] * 4
    assert is_well(found)
    assert found[0].says.startswith("PostgreSQL ")


def test_a_boutiques_own_app_at_safaricom_is_looked_at_too() -> None:
    nobody, own = Credentials("", "", ""), Credentials("own", "very secret", "passkey")
    operated = Credentials("other", "very secret", "passkey", "operator", "sealed")
    with neighbour(200, access_token="t", expires_in="3599") as url:
        both, alone = mpesa.check(url, APP, (own, operated)), mpesa.check(url, nobody, (operated,))
    refused = mpesa.check(AWAY, nobody, (own,))
    assert both.says.endswith(
        "2 of the boutiques' own a token; 1 named no operator, so refunds there are by hand"
    )
    assert alone.says == "gives 1 of the boutiques' own a token"
    assert (refused.verdict, "secret" in refused.says) == (Verdict.BROKEN, False)


@pytest.mark.parametrize("url", ["refusing", AWAY])
def test_each_neighbour_that_does_not_work_says_what_to_do_and_no_secret(url: str) -> None:
    with neighbour(401, errorCode="404.001.03", errorMessage="very secret is wrong") as refusing:
        where = refusing if url == "refusing" else url
        found = [
            whatsapp.check(CloudApiSettings(base_url=where), lambda _: Access("very secret"), ["1063"]),
            mpesa.check(where, APP),
            paystack.check(where, "sk_live_very secret"),
        ]
    assert [each.verdict for each in found] == [Verdict.BROKEN] * 3
    assert all(each.do for each in found)
    assert "very secret" not in repr(found)
    assert not is_well(found)


def test_what_nobody_configured_is_off_and_no_fault() -> None:
    found = [
        whatsapp.check(CloudApiSettings(), lambda _: Access(""), ["1063"]),
        whatsapp.check(CloudApiSettings(), lambda _: Access("token"), []),
        mpesa.check(AWAY, Credentials("", "", "")),
        mpesa.check(AWAY, Credentials("key", "secret", "")),
        paystack.check(AWAY, ""),
    ]
    assert {each.verdict for each in found} == {Verdict.OFF}
    assert is_well(found)


def test_a_database_that_is_away_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "WAIT_SECONDS", 0.3)
    nowhere = "host=/nonexistent dbname=x user=y"
    with Database(Addresses(*[nowhere] * 5)) as database:
        assert postgres.check(database).verdict is Verdict.BROKEN


def test_a_schema_of_another_release_is_told(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "newest", lambda: 9_999)
    assert "of 9999" in postgres.check(database).says


def test_a_check_that_falls_takes_no_other_down() -> None:
    def falls() -> Finding:
        raise RuntimeError("with a secret in it")

    found = list(
        examine({"one": falls, "two": lambda: works("two", "well"), "three": lambda: off("three", "x")})
    )

    assert [each.verdict for each in found] == [Verdict.BROKEN, Verdict.WORKS, Verdict.OFF]
    assert "secret" not in repr(found)


def test_the_demo_is_examined_whole_and_what_is_spooled_is_told(
    database: Database, postgres: TestServer, tmp_path: Path
) -> None:
    home = House(house_settings(tmp_path, 1), postgres.credentials, database._addresses)
    try:
        assert is_well(list(examine(checks(home))))
        home.spool.append(Spooled("mpesa", "/cb/1", b"", FixedClock().now()))
        told = {found.neighbour: found for found in examine(checks(home))}
    finally:
        home.close()
    assert told["spool"].says.startswith("1 wait")
    assert told["spool"].verdict is Verdict.BROKEN


def test_an_operators_program_reads_the_same_lines(capsys: pytest.CaptureFixture[str]) -> None:
    tell(broken("mpesa", "refuses (400)", "look [there]"), as_json=True)
    tell(broken("mpesa", "refuses (400)", "look there"), as_json=False)

    first, second = capsys.readouterr().out.splitlines()
    assert json.loads(first) == {
        "neighbour": "mpesa",
        "verdict": "broken",
        "says": "refuses (400)",
        "do": "look [there]",
    }
    assert "look there" in second
