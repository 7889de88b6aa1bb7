"""Everything is small enough to be read at once.

Context: long files and long functions hide a second idea; many parameters hide a missing value object; a
wide port hides a second neighbour. Decision: hard limits of 300 lines for a module, 40 for a function, six
parameters, five methods for a port and 250 lines for a file of the pages. A test file tells one subject
whole, a story one journey, and both may be longer. Consequences: whoever comes near a limit asks which
second idea is in the file. There is no exception.
"""

import ast

from tests.architecture.house import LAYERS, ROOT, Function, Module, modules, read

MODULE, FUNCTION, PARAMETERS, PORT, PAGE = 300, 40, 6, 5, 250
TEST_MODULE, STORY = 550, 80
MARK = "# noqa: PLR0913 — "
"""Beside a longer list of parameters stands why: mostly one keyword for each value that a fact keeps."""


def length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def long_functions(module: Module, most: int = FUNCTION) -> list[str]:
    return [f"{module.path}: {node.name}" for node in module.functions() if length(node) > most]


def crowded(module: Module) -> list[str]:
    """Functions of more than six parameters, without a reason beside them."""
    return [
        f"{module.path}: {node.name}"
        for node in module.functions()
        if _parameters(node) > PARAMETERS and MARK not in module.lines[node.lineno - 1]
    ]


def _parameters(node: Function) -> int:
    named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return len(named) - (1 if named and named[0].arg in {"self", "cls"} else 0)


def wide_ports(module: Module) -> list[str]:
    """Protocols of more than five methods."""
    return [
        f"{module.path}: {node.name}"
        for node in module.classes()
        if any(ast.unparse(base).startswith("Protocol") for base in node.bases)
        and sum(isinstance(part, Function) for part in node.body) > PORT
    ]


def test_no_module_is_too_long() -> None:
    found = {m.path: len(m.lines) for m in modules(*LAYERS) if len(m.lines) > MODULE}
    assert found == {}, "which second idea is in the file?"


def test_no_test_file_is_too_long() -> None:
    assert [m.path for m in modules("tests") if len(m.lines) > TEST_MODULE] == []


def test_no_function_is_too_long() -> None:
    assert [name for module in modules(*LAYERS) for name in long_functions(module)] == []
    assert [name for module in modules("tests") for name in long_functions(module, STORY)] == []


def test_no_function_takes_too_much() -> None:
    assert [name for module in modules(*LAYERS) for name in crowded(module)] == []


def test_no_port_asks_too_much() -> None:
    assert [name for module in modules(*LAYERS) for name in wide_ports(module)] == []


def test_no_file_of_the_pages_is_too_long() -> None:
    pages = [p for p in (ROOT / "dashboard" / "src").rglob("*.ts*") if not p.name.endswith(".d.ts")]
    assert pages
    assert [str(p) for p in pages if len(p.read_text(encoding="utf-8").splitlines()) > PAGE] == []


def test_what_is_too_large_is_found() -> None:
    body = "\n".join("    x = 1" for _ in range(FUNCTION))
    assert long_functions(read("a.py", f"def f():\n{body}"))
    assert crowded(read("a.py", "def f(a, b, c, d, e, f, *, g): ..."))
    assert not crowded(read("a.py", f"def f(a, b, c, d, e, f, *, g): ...  {MARK}reason"))
    assert not crowded(read("a.py", "class C:\n    def f(self, a, b, c, d, e, f): ..."))
    methods = "\n".join(f"    def m{n}(self): ..." for n in range(PORT + 1))
    assert wide_ports(read("a.py", f"class P(Protocol):\n{methods}"))
