"""Dependencies point inwards, and the rules that say so are alive.

Context: layers hold only while something checks them, and a contract whose pattern matches nothing is kept
for ever without a word. Decision: the import contracts of pyproject.toml run in the tests; every pattern in
them must match a module and every package they forbid must be one that we install; libraries that shape
their callers stay behind one door each. Consequences: a renamed folder breaks this test and not the rule.
"""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import packages_distributions
from typing import Any

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.architecture.house import LAYERS, ROOT, Module, modules, read

ONLY_HERE = {
    "eventsourcing": {"interfaces/postgres/event_store.py"},
    "langgraph": {"application/agent/graph.py"},
    "duckdb": {"interfaces/duckdb/", "tests/interfaces/duckdb/"},
}
FOR_COMPARISON = "tests/bench/"
"""The bench measures the library's own recorder beside ours."""


Contract = Mapping[str, Any]
"""A contract as pyproject.toml writes it: words, and lists of module expressions."""


def contracts() -> list[Contract]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    written: list[Contract] = project["tool"]["importlinter"]["contracts"]
    return written


def named(contract: Contract) -> Iterator[str]:
    """Every module expression of a contract."""
    for key in ("source_modules", "forbidden_modules", "modules", "protected_modules", "allowed_importers"):
        yield from contract.get(key, ())
    for line in contract.get("layers", ()):
        yield from (part.strip() for part in line.split("|"))
    for line in contract.get("ignore_imports", ()):
        yield from (part.strip() for part in line.split("->"))


def expressions() -> list[str]:
    return sorted({name for contract in contracts() for name in named(contract)})


def ours(expression: str) -> bool:
    return expression.split(".", maxsplit=1)[0] in LAYERS


def matches(expression: str, names: list[str]) -> bool:
    """Whether a module of this name, or of this pattern, is there."""
    wanted = expression.split(".")
    return any(
        len(parts) == len(wanted) and all(w in {"*", p} for w, p in zip(wanted, parts, strict=True))
        for parts in (name.split(".") for name in names)
    )


def outsiders(library: str, module: Module) -> bool:
    """Whether a module imports a library that it should not know."""
    used = any(name.split(".")[0] == library for name in module.imported())
    allowed = any(module.path.startswith(place) for place in (*ONLY_HERE[library], FOR_COMPARISON))
    return used and not allowed


def test_the_import_contracts_are_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS, capsys.readouterr().out


@pytest.mark.parametrize("expression", [e for e in expressions() if ours(e)])
def test_every_pattern_of_a_contract_matches_a_module(expression: str) -> None:
    assert matches(expression, [module.name for module in modules(*LAYERS)])


@pytest.mark.parametrize("package", [e for e in expressions() if not ours(e)])
def test_every_forbidden_package_is_one_that_we_install(package: str) -> None:
    wanted = (ROOT / "requirements.in").read_text(encoding="utf-8").casefold().split()
    declared = {line.split("[")[0].split("=")[0].split("<")[0].split(">")[0] for line in wanted}
    assert {name.casefold() for name in packages_distributions()[package]} & declared


def test_every_aggregate_is_held_apart_from_the_others() -> None:
    aggregates = {f"domain.{place.parent.name}" for place in (ROOT / "domain").glob("*/events.py")}
    apart = next(c for c in contracts() if c["name"] == "Aggregates know one another only by identity")
    unread = next(c for c in contracts() if c["name"] == "Projections read facts, never aggregates")
    assert set(apart["modules"]) == aggregates
    assert set(unread["forbidden_modules"]) == {f"{name}.{name.split('.')[1]}" for name in aggregates}


@pytest.mark.parametrize("library", ONLY_HERE)
def test_a_library_that_shapes_its_callers_stays_behind_one_door(library: str) -> None:
    known = modules(*LAYERS, "tests")
    assert [module.path for module in known if outsiders(library, module)] == []
    assert any(library in module.imported() or module.path in ONLY_HERE[library] for module in known)


def test_a_dead_pattern_and_a_stranger_are_found() -> None:
    assert not matches("application.procezzes.*", ["application.processes.order_paid"])
    assert matches("application.processes.*", ["application.processes.order_paid"])
    late = "def f():\n    from langgraph.graph import END"
    assert outsiders("langgraph", read("application/turning.py", late))
    assert not outsiders("langgraph", read("application/agent/graph.py", "import langgraph"))
