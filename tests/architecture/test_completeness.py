"""Whatever can happen is answered for.

Context: a fact nobody can name again, a command without a handler, work that nobody does and a phrase missing
in one language all look fine until a customer meets them. Decision: the tables that tie names together are
compared with what they must cover, and documents made from code are red when stale. Consequences: adding a
name means adding its other half in the same commit; `make documents` writes the documents anew.
"""

import re
from string import Formatter
from typing import cast

import pytest

from application import commands
from application.agent.graph import NODES
from application.agent.nodes.payment import WHY
from application.agent.routing import Node
from application.agent.wording.phrases import Phrase, texts
from application.commands import Command
from application.execute import HANDLERS, PROCESSES
from application.work import WorkKind
from domain.conversation.question import Question
from domain.fact import Fact
from domain.language import Language
from interfaces import documents
from interfaces.composition import House
from interfaces.worker import reactors
from tests.architecture.house import ROOT, modules

TOPIC = re.compile(r"[a-z]+(-[a-z]+)+\.v[1-9]\d*")


@pytest.mark.parametrize("fact", documents.facts(), ids=lambda fact: fact.__name__)
def test_a_topic_is_words_and_a_version(fact: type[Fact]) -> None:
    assert TOPIC.fullmatch(fact.TOPIC)


def test_the_documents_say_what_the_code_says() -> None:
    late = [place.relative_to(ROOT).as_posix() for place in documents.stale()]
    assert late == [], "run: make documents"


def test_a_stale_document_ends_the_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(documents, "catalogue", lambda: "something else")
    assert documents.main(["--check"]) == 1
    assert "domain/FACTS.md is stale" in capsys.readouterr().err


def test_every_command_has_a_handler() -> None:
    assert set(HANDLERS) == {getattr(commands, name) for name in commands.__all__} - {Command}
    written = {name.name for m in modules("application/commands") for name in m.classes()}
    assert written == set(commands.__all__)


def test_every_kind_of_work_has_somebody_who_does_it() -> None:
    class Names:
        """A house of which only the names are asked for."""

        def __getattr__(self, _: str) -> object:
            return Names()

    assert set(reactors(cast("House", Names()))) == set(WorkKind)


def test_every_process_joins_in() -> None:
    written = {m.name for m in modules("application/processes") if not m.path.endswith("__init__.py")}
    assert {react.__module__ for react in PROCESSES} == written


def test_every_reactor_works() -> None:
    written = {m.name for m in modules("application/reactors") if not m.path.endswith("__init__.py")}
    worker = next(m for m in modules("interfaces") if m.path == "interfaces/worker.py")
    assert written <= set(worker.imported())


def test_the_agent_has_its_eight_nodes() -> None:
    assert list(NODES) == list(Node)
    assert len(Node) == 8


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("phrase", Phrase)
def test_a_phrase_is_said_in_both_languages_with_the_same_figures(phrase: Phrase) -> None:
    said = [texts(language)[phrase] for language in (Language.EN, Language.SW)]
    assert all(said), "at least one variant in each"
    assert len({frozenset(fields(variant)) for variants in said for variant in variants}) == 1


def test_no_phrase_is_left_over() -> None:
    for language in (Language.EN, Language.SW):
        assert set(texts(language)) == set(Phrase)
    sayers = "".join(module.text for module in modules("application"))
    assert [phrase.name for phrase in Phrase if f"Phrase.{phrase.name}" not in sayers] == []


def test_every_question_is_asked_by_somebody() -> None:
    nodes = "".join(module.text for module in modules("application/agent"))
    assert {question for question in Question if f"Question.{question.name}" not in nodes} == set()


def test_every_end_of_a_prompt_has_words() -> None:
    assert set(WHY.values()) <= set(Phrase)
