"""The tenant lint: finds reads and writes of tenants' rows that do not name the boutique.

An escape is a comment on the text's first line or the line above: `# all-boutiques: <why>`.
"""

import ast
import re
from collections.abc import Iterator

from tests.architecture.house import ROOT, Function, Module

ESCAPE = re.compile(r"#.*\ball-boutiques: \w+")
_VERB = re.compile(r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|MERGE INTO)\b")
_CREATED = re.compile(r"CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?dukani\.(\w+)\s*\((.*?)\n\)", re.DOTALL)
HOLE = "⟨…⟩"


def tenant_tables() -> frozenset[str]:
    """Tables whose rows belong to a boutique, as the migrations make them."""
    scripts = sorted((ROOT / "interfaces" / "postgres" / "migrations").glob("*.sql"))
    made = (found for script in scripts for found in _CREATED.findall(script.read_text(encoding="utf-8")))
    return frozenset(table for table, columns in made if "boutique_id" in columns)


def unowned_texts(module: Module, tables: frozenset[str]) -> list[str]:
    """SQL texts about tenants' rows that never say whose, with where they stand."""
    return [
        f"{module.path}:{node.lineno}"
        for node, text in _texts(module.tree)
        if _VERB.search(text) and _about_tenants(text, tables) and "boutique_id" not in text
        if not _escaped(module, node.lineno)
    ]


def unowned_queries(module: Module) -> list[str]:
    """Public functions that read by a connection but do not take the boutique first."""
    return [
        f"{module.path}:{node.lineno} {node.name}"
        for node in module.tree.body
        if isinstance(node, Function) and not node.name.startswith("_") and _takes_connection(node)
        if node.args.args[0].arg != "boutique" and not _escaped(module, node.lineno)
    ]


def _takes_connection(node: Function) -> bool:
    hints = (each.annotation for each in node.args.args)
    return any(hint is not None and "Connection" in ast.unparse(hint) for hint in hints)


def _about_tenants(text: str, tables: frozenset[str]) -> bool:
    named = re.findall(r"\bdukani\.(\w+)", text)
    return any(name in tables for name in named) or f"dukani.{HOLE}" in text or f"{HOLE}{HOLE}" in text


def _texts(tree: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Every text constant; what is filled in stands as a hole."""
    inside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in inside:
            inside.update(id(part) for part in ast.walk(node) if part is not node)
            yield node, "".join(str(p.value) if isinstance(p, ast.Constant) else HOLE for p in node.values)
        elif isinstance(node, ast.Constant) and id(node) not in inside:
            if isinstance(node.value, str):
                yield node, node.value
            elif isinstance(node.value, bytes):
                yield node, node.value.decode(errors="replace")


def _escaped(module: Module, line: int) -> bool:
    return any(ESCAPE.search(text) for text in module.lines[max(line - 2, 0) : line])
