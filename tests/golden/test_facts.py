"""Facts are kept for ever: whatever a release wrote, every later release reads, and means the same by it.

A golden line is the JSON of one fact as some release stored it. A new fact, or a new optional field, gets a
line by `python -m tests.golden.record`; a line that was committed is never edited and never removed.
"""

import json
import shutil
import subprocess

import pytest

from domain.fact import fact_class
from tests.golden.record import FACTS, lines_of, new_lines, released_topics

TOPICS = released_topics()
LINES = [(topic, line) for topic in TOPICS for line in lines_of(topic)]


def git(*words: str) -> str | None:
    """What git says about the golden lines; None where this is no clone."""
    found = shutil.which("git")
    if found is None:
        return None
    told = subprocess.run([found, *words], cwd=FACTS, capture_output=True, text=True, check=False)  # noqa: S603
    return told.stdout if told.returncode == 0 else None


def releases() -> list[str]:
    """What golden lines are compared with: the newest commit, and every release tag."""
    tags = git("tag", "--list", "v*")
    return ["HEAD", *(tags or "").split()] if git("rev-parse", "HEAD") else []


@pytest.mark.parametrize("topic", TOPICS)
def test_every_fact_has_a_line_that_says_each_of_its_fields(topic: str) -> None:
    said = {field for line in lines_of(topic) for field in json.loads(line)}
    assert said == set(TOPICS[topic].model_fields)
    assert list(new_lines(topic, TOPICS[topic])) == []


def test_every_file_is_of_a_fact_that_is_still_known() -> None:
    assert {path.name for path in FACTS.iterdir()} == {f"{topic}.jsonl" for topic in TOPICS}


@pytest.mark.parametrize(("topic", "line"), LINES)
def test_every_line_loads_and_is_stored_as_it_was(topic: str, line: str) -> None:
    fact = fact_class(topic).model_validate_json(line)
    assert json.loads(fact.model_dump_json(exclude_unset=True)) == json.loads(line)
    assert fact_class(topic).model_validate_json(fact.model_dump_json()) == fact


def test_every_kind_of_fact_has_a_version_in_its_topic() -> None:
    assert [topic for topic in TOPICS if not topic.rpartition(".v")[2].isdecimal()] == []


def edited(before: list[str], now: list[str]) -> list[str]:
    """The lines of a release that are not there any more, or stand elsewhere."""
    return [line for place, line in enumerate(before) if now[place : place + 1] != [line]]


@pytest.mark.skipif(not releases(), reason="the history is told by git, and this is no clone")
def test_no_line_of_a_release_was_edited_or_removed() -> None:
    for release in releases():
        listed = git("ls-tree", "--name-only", release, "./") or ""
        for name in listed.split():
            before = (git("show", f"{release}:./{name}") or "").splitlines()
            assert edited(before, lines_of(name.removesuffix(".jsonl"))) == [], f"{name} since {release}"


def test_an_edited_a_removed_and_a_moved_line_are_noticed() -> None:
    assert edited(["a", "b"], ["a", "b", "c"]) == []
    assert edited(["a", "b"], ["a", "x"]) == ["b"]
    assert edited(["a", "b"], ["a"]) == ["b"]
    assert edited(["a", "b"], ["b", "a"]) == ["a", "b"]
