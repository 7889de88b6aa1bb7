"""The README says what is true.

Context: a newcomer's first page grows old unseen, for nobody who works here reads it. Decision: the commands,
settings and places that it names are compared with the house. Consequences: a new one is told there too.
"""

import re
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from interfaces.cli import app
from interfaces.settings import Settings
from tests.architecture.house import ROOT, modules

PAGES = sorted((ROOT / "docs").glob("*.md"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
BESIDE_SETTINGS = {"DUKANI_CHROMIUM", "DUKANI_PHOTOS"}
"""Read by tests and bench alone."""


def commands() -> set[str]:
    """What `dukani` can be told to do."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return set(group.commands)


def test_every_setting_is_told_and_no_other() -> None:
    told = set(re.findall(r"\bDUKANI_[A-Z_]+\b", README)) - BESIDE_SETTINGS
    assert told == {f"DUKANI_{name.upper()}" for name in Settings.model_fields}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_only_settings_and_commands_that_there_are(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    settings = {f"DUKANI_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"\bDUKANI_[A-Z_]+\b", text)) <= settings
    assert set(re.findall(r"`dukani (\w+)", text)) <= commands()


def test_the_page_on_deploying_tells_every_choice_of_a_neighbour() -> None:
    told = (ROOT / "docs/deploying.md").read_text(encoding="utf-8")
    beside = ("database", "pooler", "auth", "mail", "bucket", "sentry", "otlp", "langfuse", "data", "public")
    named = {f"DUKANI_{name.upper()}" for name in Settings.model_fields if name.split("_")[0] in beside}
    assert {name for name in named if name not in told} == set()


def test_every_page_is_reached_from_the_readme() -> None:
    links = re.findall(r"\]\((docs/\w+\.md)\)", README)
    assert {ROOT / link for link in links} == set(PAGES)


def test_every_error_that_should_call_somebody_is_told_on_the_page_on_deploying() -> None:
    told = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", (ROOT / "docs/deploying.md").read_text("utf-8")))
    code = "".join(module.text for module in modules("interfaces"))
    logged = set(re.findall(r"(?:_say|_LOG|get_logger\(\))\.(?:error|exception)\(\s*\"([a-z-]+)\"", code))
    assert logged
    assert logged <= told


def test_every_command_is_told() -> None:
    told = set(re.findall(r"`dukani (\w+)", README)) | {"demo"}
    assert told == commands()


def test_every_make_target_that_is_told_is_there() -> None:
    rules = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"^make (\w+)", README, re.MULTILINE)) <= set(rules)


def test_every_place_that_is_told_is_there() -> None:
    places = re.findall(
        r"[(`]((?:domain|application|projections|interfaces|tests|dashboard)/[\w./]*)[)`]", README
    )
    assert places
    assert [place for place in places if not (ROOT / place).exists()] == []
