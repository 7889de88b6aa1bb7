"""Boundaries promise in words and in types.

Context: a reader meets a module by its name and its first line, and a caller by a signature; a `dict` says
neither what is in it nor who may change it. Decision: every public module, class and function has a docstring
whose first line is a sentence; what crosses a layer has a type of its own. Consequences: a mapping from one
known type to another may cross, such as `dict[VariantId, StockLevel]`; a bag of anything may not.
"""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.house import LAYERS, Function, Module, modules, read

BAGS = ("Any", "object")
QUIET = {"forward"}
"""A network's method that its library names; the class says what it does."""

SILENT_STILL = {
    "application/brain/eye/training/train_embedder.py",
}
"""Files that still hold something public without a word; the list may only shrink."""

ENDS = (".", "?", "!", ":", "…", ")", "…)")


def silent(module: Module) -> list[str]:
    """What is public and has no docstring, or one that does not begin with a sentence."""
    found = [] if _promises(module.tree) else [module.path]
    return found + [f"{module.path}:{node.lineno} {node.name}" for node in _public(module.tree.body)]


def _public(body: list[ast.stmt]) -> Iterator[Function | ast.ClassDef]:
    for node in body:
        if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_"):
            continue
        if not _promises(node) and node.name not in QUIET:
            yield node
        if isinstance(node, ast.ClassDef):
            yield from _public(node.body)


def _promises(node: ast.Module | ast.ClassDef | Function) -> bool:
    """The first sentence may run over the line, but it ends before the first empty line."""
    written = ast.get_docstring(node)
    return written is not None and written.split("\n\n")[0].rstrip().endswith(ENDS)


def bags(module: Module) -> list[str]:
    """Public functions and fields that take or give a dict of nothing in particular."""
    return [
        f"{module.path}:{hint.lineno} {ast.unparse(hint)}"
        for hint in _public_hints(module.tree.body)
        if _is_bag(hint)
    ]


def _public_hints(body: list[ast.stmt]) -> Iterator[ast.expr]:
    for node in body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            named = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            yield from (each.annotation for each in named if each.annotation)
            yield from ([node.returns] if node.returns else [])
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from _public_hints(node.body)
            fields = (part for part in node.body if isinstance(part, ast.AnnAssign))
            yield from (part.annotation for part in fields)


def _is_bag(hint: ast.expr) -> bool:
    """Whether a dict, a mapping or a list of them is in it of which nobody knows what it holds."""
    known: set[int] = set()
    for node in ast.walk(hint):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) in {"dict", "Mapping", "Dict"}:
            known.add(id(node.value))
            parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            if any(ast.unparse(part) in BAGS for part in parts):
                return True
        elif isinstance(node, ast.Name) and node.id in {"dict", "Dict", "Mapping"} and id(node) not in known:
            return True
    return False


def test_whatever_is_public_promises_something() -> None:
    """An empty `__init__.py` of a folder that holds no code of its own needs no word."""
    spoken = [module for module in modules(*LAYERS) if module.text]
    assert [p for m in spoken if m.path not in SILENT_STILL for p in silent(m)] == []


def test_no_bag_of_anything_crosses_a_layer() -> None:
    known = modules("domain", "application", "projections")
    assert [place for module in known for place in bags(module)] == []


@pytest.mark.parametrize(
    "text",
    [
        "def order(): ...",
        '"""Orders."""\ndef order(): ...',
        '"""Orders."""\nclass Order:\n    """One."""\n    def pay(self): ...',
        '"""Orders."""\ndef order():\n    """Orders it\n\n    Raises: nothing."""',
    ],
)
def test_silence_is_found(text: str) -> None:
    assert silent(read("domain/order/order.py", text))


@pytest.mark.parametrize(
    "text",
    [
        "def f(x: dict): ...",
        "def f() -> dict[str, Any]: ...",
        "def f() -> list[Mapping[str, object]]: ...",
        "class C:\n    x: dict[str, Any]",
    ],
)
def test_a_bag_is_found(text: str) -> None:
    assert bags(read("domain/order/order.py", text))


@pytest.mark.parametrize("text", ["def f(x: dict[VariantId, Stock]): ...", "def _f(x: dict): ...", "x: int"])
def test_a_known_mapping_passes(text: str) -> None:
    assert not bags(read("domain/order/order.py", text))
