"""The repository speaks of the shop alone, and works wherever it is cloned.

Context: a path of one machine, an address of one registry or a note to oneself serves one person on one day.
Decision: none of them is committed. What is left to do stands where work is planned, not in the code; locks
name packages by their hashes and no host; nothing tells by which tools the text was written. Consequences: a
lock that was made elsewhere is cleaned before it is kept.
"""

import codecs
import re

from tests.architecture.house import ROOT, texts

OWN = "tests/architecture/test_repository.py"
PLACES = re.compile(r"(?<![\w.])/(?:home|root|Users|work|workspace)/\w")
MEMOS = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
HOSTS = re.compile(r"https?://[\w.-]+")
AUTHORED = r"(?:written|generated|authored|made|coded|assisted)[\s-]+(?:by|with|using)[\s:*_\[]*"
TOOLS = re.compile(
    rf"\b(?:{codecs.decode('pungtcg|pbcvybg', 'rot13')})"
    rf"|{AUTHORED}(?:{codecs.decode('pynhqr|naguebcvp', 'rot13')})",
    re.IGNORECASE,
)
"""Turned by thirteen letters, so that this file does not find itself. A model that the shop may think with is
a neighbour and is named as one; that it wrote anything here is not told."""

CUSTOMERS_SAY = ("application/brain/words/", "tests/application/brain/words/")
"""What customers write, which may be about anything."""

LOCKS = (
    *("requirements.txt", "requirements-dev.txt"),
    *("dashboard/package-lock.json", "tests/bench/lighthouse/package-lock.json"),
)
LISTS = ("requirements.in", "requirements-dev.in")
"""Lists of packages, which are called as their makers call them."""


def found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path}: {match.group()}"
        for path, text in texts()
        if path != OWN and path not in LOCKS + LISTS
        for match in pattern.finditer(text)
    ]


def test_no_path_of_one_machine_is_written_down() -> None:
    assert found(PLACES) == []


def test_no_note_to_oneself_is_left() -> None:
    assert found(MEMOS) == []


def test_nothing_tells_of_tools() -> None:
    assert [place for place in found(TOOLS) if not place.startswith(CUSTOMERS_SAY)] == []


def test_the_locks_pin_by_hash_and_name_no_host() -> None:
    for lock in LOCKS:
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert "sha512-" in text if lock.endswith(".json") else "--hash=sha256:" in text
        assert "--index-url" not in text
        if lock.endswith(".txt"):
            assert HOSTS.findall(text) == []
        assert '"resolved"' not in text


def test_what_is_forbidden_would_be_found() -> None:
    assert PLACES.search("open('/home/amina/shop')")
    assert not PLACES.search("https://dukani.example/work/orders")
    assert MEMOS.search("# TODO later")
    assert TOOLS.search(codecs.decode("Pungtcg", "rot13"))
    assert TOOLS.search("Co-authored-by: " + codecs.decode("Pynhqr", "rot13"))
    assert not TOOLS.search(codecs.decode("jvgu Pynhqr nf oenva", "rot13"))
