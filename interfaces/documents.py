"""Documents made from the code: the catalogue of facts and the drawing of the agent's graph.

Usage: python -m interfaces.documents [--check]. With --check nothing is written; a stale document ends in 1.
"""

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import groupby
from pathlib import Path
from types import GenericAlias, UnionType
from typing import Any, Final, get_args, get_origin

from application.agent.graph import drawing
from domain.fact import Fact, topics

ROOT: Final = Path(__file__).parent.parent
_READERS: Final = ("projections", "application", "interfaces/duckdb")
_BY: Final = "python -m interfaces.documents"


def documents() -> Mapping[Path, str]:
    """Each document's place and what it should say now."""
    return {
        ROOT / "domain" / "FACTS.md": catalogue(),
        ROOT / "application" / "agent" / "GRAPH.md": graph_page(),
    }


def stale() -> tuple[Path, ...]:
    """The documents that do not say what the code says."""
    return tuple(place for place, text in documents().items() if _written(place) != text)


def facts() -> tuple[type[Fact], ...]:
    """Every fact of the domain, by aggregate and then as its module tells them."""
    for place in sorted((ROOT / "domain").glob("*/events.py")):
        import_module(f"domain.{place.parent.name}.events")
    own = [fact for fact in topics().values() if fact.__module__.startswith("domain.")]
    return tuple(sorted(own, key=lambda fact: fact.__module__))


def catalogue() -> str:
    """The catalogue of facts."""
    listed = facts()
    parts = [
        "# The facts of a boutique",
        f"Made from the code by `{_BY}`; not written by hand. {len(listed)} facts of "
        f"{len({_aggregate(fact) for fact in listed})} aggregates. A topic names its fact for ever.",
        "*Read by* names the modules that take a fact up by name; the journal and an aggregate's own folding "
        "read all of theirs.",
    ]
    for aggregate, own in groupby(listed, key=_aggregate):
        parts += [f"## {aggregate}", *(_entry(fact) for fact in own)]
    return "\n\n".join(parts) + "\n"


def graph_page() -> str:
    """The drawing of the agent's graph."""
    return (
        "# The agent's graph\n\n"
        f"Drawn from the code by `{_BY}`. A dotted line is a choice of `routing.py`.\n\n"
        f"```mermaid\n{drawing().strip()}\n```\n"
    )


def _entry(fact: type[Fact]) -> str:
    says = (fact.__doc__ or "").strip().splitlines()[0]
    told = [
        f"| `{name}` | {_type_name(field.annotation)}{'' if field.is_required() else ', optional'} |"
        for name, field in fact.model_fields.items()
    ]
    fields = "\n".join(["| field | type |", "|---|---|", *told]) if told else "Its name says all."
    readers = ", ".join(f"`{name}`" for name in _readers().get(fact.__name__, ())) or "nobody yet by name"
    return f"### `{fact.TOPIC}`\n\n{fact.__name__}: {says}\n\n{fields}\n\nRead by: {readers}."


def _aggregate(fact: type[Fact]) -> str:
    return fact.__module__.split(".")[1]


def _type_name(hint: Any) -> str:
    """The type as a reader says it. Example: tuple[OrderLine, …]."""
    if hint is type(None):
        return "nothing"
    if isinstance(hint, UnionType) or (get_origin(hint) is not None and not isinstance(hint, GenericAlias)):
        return " or ".join(_type_name(part) for part in get_args(hint))
    if isinstance(hint, GenericAlias):
        inner = ", ".join("…" if part is Ellipsis else _type_name(part) for part in get_args(hint))
        return f"{get_origin(hint).__name__}[{inner}]"
    return str(getattr(hint, "__name__", hint))


@cache
def _readers() -> Mapping[str, tuple[str, ...]]:
    """For each fact, the modules outside the domain that name it."""
    found: dict[str, list[str]] = {}
    for place in _sources():
        for name in _facts_imported(ast.parse(place.read_text())):
            found.setdefault(name, []).append(place.relative_to(ROOT).with_suffix("").as_posix())
    return {name: tuple(readers) for name, readers in found.items()}


def _sources() -> Iterator[Path]:
    for folder in _READERS:
        yield from sorted((ROOT / folder).rglob("*.py"))


def _facts_imported(tree: ast.AST) -> Iterable[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.endswith(".events"):
            yield from (name.name for name in node.names)


def _written(place: Path) -> str | None:
    return place.read_text(encoding="utf-8") if place.exists() else None


def main(arguments: Iterable[str]) -> int:
    """Write the documents, or only look whether they are fresh."""
    late = stale()
    if "--check" in arguments:
        for place in late:
            sys.stderr.write(f"{place.relative_to(ROOT)} is stale: run {_BY}\n")
        return 1 if late else 0
    for place in late:
        place.write_text(documents()[place], encoding="utf-8")
        sys.stdout.write(f"wrote {place.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
