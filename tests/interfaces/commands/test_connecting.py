"""An operator connects a boutique by one JSON object, and no secret is printed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from interfaces.commands.connecting import carry_out, offered
from interfaces.composition import House
from tests.support.house import AMANI, empty_house, id_of
from tests.support.postgres import TestServer

TILL = {"neighbour": "mpesa", "shortcode": "600999", "consumer_key": "very", "consumer_secret": "secret"}


@pytest.fixture(scope="module")
def home(postgres: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with empty_house(postgres, tmp_path_factory.getbasetemp(), 2) as opened:
        yield opened


def test_an_offer_that_is_not_whole_is_told_without_its_secrets(capsys: pytest.CaptureFixture[str]) -> None:
    for text in (json.dumps(TILL), "no JSON, very secret"):
        with pytest.raises(typer.Exit):
            offered(text)
        told = capsys.readouterr().out
        assert told
        assert "very" not in told
        assert "secret'" not in told


def test_a_neighbour_that_is_away_connects_nothing(home: House, capsys: pytest.CaptureFixture[str]) -> None:
    whole = offered(json.dumps(TILL | {"passkey": "key"}))
    for boutique in ("nobody", str(Path.cwd()), str(id_of(AMANI))):
        with pytest.raises(typer.Exit):
            carry_out(home, boutique, whole)
    told = capsys.readouterr().out
    assert "no boutique" in told
    assert "mpesa" in told
    assert home.connections.payee(id_of(AMANI), "mpesa").shortcode != "600999"


def test_a_brain_that_needs_nothing_is_connected(home: House, capsys: pytest.CaptureFixture[str]) -> None:
    carry_out(home, str(id_of(AMANI)), offered('{"neighbour": "brain", "brain": "offline"}'))
    assert "brain" in capsys.readouterr().out
