"""Letters are handed in whole, or it is said why not, without a word of the letter."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError

from application.ports import NeighbourFailed
from interfaces.findings import Verdict
from interfaces.mail.check import check
from interfaces.mail.mail import Mail, MailServer
from interfaces.settings import Settings
from tests.emulators.mail import PASSWORD, USER, PostOffice, post_office

FROM = "dukani@shop.example"


@pytest.fixture(scope="module")
def office() -> Iterator[PostOffice]:
    with post_office() as serving:
        yield serving


@pytest.fixture
def server(office: PostOffice) -> MailServer:
    return MailServer("127.0.0.1", office.port, FROM, USER, SecretStr(PASSWORD))


def test_a_letter_arrives_as_it_was_written(office: PostOffice, server: MailServer) -> None:
    Mail(server).send("wanjiku@example.com", "Habari", "Nenosiri lako, Wanjikũ:\n\n.mwisho\n")
    letter = office.newest()
    assert (letter["From"], letter["To"], letter["Subject"]) == (FROM, "wanjiku@example.com", "Habari")
    assert letter.get_content().splitlines() == ["Nenosiri lako, Wanjikũ:", "", ".mwisho"]


@pytest.mark.parametrize(
    ("other", "code", "again"),
    [
        ({"password": SecretStr("wrong")}, "535", False),
        ({"user": ""}, "530", False),
        ({"port": 9}, "ConnectionRefusedError", True),
    ],
    ids=["wrong password", "no name", "away"],
)
def test_a_server_that_takes_nothing_is_said_by_its_code(
    server: MailServer, other: dict[str, Any], code: str, again: bool
) -> None:
    with pytest.raises(NeighbourFailed) as failed:
        Mail(replace(server, **other)).send("wanjiku@example.com", "Habari", "a secret link")
    assert (failed.value.code, failed.value.retryable) == (code, again)
    assert "secret" not in str(failed.value)
    assert check(replace(server, **other)).verdict is (Verdict.WORKS if code == "530" else Verdict.BROKEN)


def test_an_address_that_is_refused_is_no_fault_of_the_server(office: PostOffice, server: MailServer) -> None:
    office.refused.add("nobody@example.com")
    with pytest.raises(NeighbourFailed) as failed:
        Mail(server).send("nobody@example.com", "Habari", "x")
    assert (failed.value.code, failed.value.retryable) == ("recipient", False)


def test_a_server_elsewhere_must_speak_tls(office: PostOffice, server: MailServer) -> None:
    elsewhere = replace(server, host="127.1")
    with pytest.raises(NeighbourFailed, match="SMTPNotSupportedError"):
        Mail(elsewhere).send("wanjiku@example.com", "Unsealed", "x")
    assert not any(letter["Subject"] == "Unsealed" for letter in office.letters)


def test_the_doctor_says_whether_it_lets_us_in(server: MailServer) -> None:
    assert check(None).verdict is Verdict.OFF
    assert "takes letters from dukani@shop.example" in check(server).says


def test_a_server_is_named_with_a_sender_or_not_at_all() -> None:
    assert MailServer.of(Settings(sandbox=True)) is None
    with pytest.raises(ValidationError, match="DUKANI_MAIL_FROM"):
        Settings(sandbox=True, mail_server="smtp.example.com")
    named = MailServer.of(Settings(sandbox=True, mail_server="smtp.example.com", mail_from=FROM))
    assert named
    assert (named.host, named.port) == ("smtp.example.com", 587)
    told = MailServer.of(Settings(sandbox=True, mail_server="smtp.example.com:465", mail_from=FROM))
    assert told
    assert told.port == 465
