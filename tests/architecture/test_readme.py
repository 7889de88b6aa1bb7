"""The README says what is true.

Context: a newcomer's first page grows old unseen, for nobody who works here reads it. Decision: the commands,
settings and places that it names are compared with the house. Consequences: a new one is told there too.
"""

import re

from typer.main import get_command

from interfaces.cli import app
from interfaces.settings import Settings
from tests.architecture.house import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BESIDE_SETTINGS = {"DUKANI_CHROMIUM", "DUKANI_PHOTOS"}
"""Read by tests and bench alone."""


def test_every_setting_is_told_and_no_other():
    told = set(re.findall(r"\bDUKANI_[A-Z_]+\b", README)) - BESIDE_SETTINGS
    assert told == {f"DUKANI_{name.upper()}" for name in Settings.model_fields}


def test_every_command_is_told():
    told = set(re.findall(r"`dukani (\w+)", README)) | {"demo"}
    assert told == set(get_command(app).list_commands(None))


def test_every_make_target_that_is_told_is_there():
    rules = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"^make (\w+)", README, re.MULTILINE)) <= set(rules)


def test_every_place_that_is_told_is_there():
    places = re.findall(
        r"[(`]((?:domain|application|projections|interfaces|tests|dashboard)/[\w./]*)[)`]", README
    )
    assert places
    assert [place for place in places if not (ROOT / place).exists()] == []
