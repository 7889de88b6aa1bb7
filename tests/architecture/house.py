"""The source of the house, read once: what the laws are held against."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAYERS = ("domain", "application", "projections", "interfaces")
NOT_OURS = {".git", "node_modules", "dist", "__pycache__", "coverage"}
HIDDEN_OF_OURS = {".ci"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file. `path` is relative to the root, such as domain/cart/cart.py."""

    path: str
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """Its dotted name, such as domain.cart.cart."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.text.splitlines()

    def functions(self) -> Iterator[Function]:
        """All functions and methods, nested ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def classes(self) -> Iterator[ast.ClassDef]:
        """All classes."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))

    def imported(self) -> Iterator[str]:
        """Dotted names of all that it imports, wherever the import stands."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module


def read(path: str, text: str) -> Module:
    """A module out of its text."""
    return Module(path, text, ast.parse(text))


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """All modules of these folders."""
    places = (place for folder in folders for place in sorted((ROOT / folder).rglob("*.py")))
    return tuple(
        read(place.relative_to(ROOT).as_posix(), place.read_text(encoding="utf-8"))
        for place in places
        if not NOT_OURS & set(place.relative_to(ROOT).parts)
    )


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Path and text of every file of the project that holds text."""
    return tuple(_texts(ROOT))


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for place in sorted(folder.iterdir()):
        hidden = place.is_dir() and place.name.startswith(".") and place.name not in HIDDEN_OF_OURS
        if hidden or place.name in NOT_OURS or place.is_symlink():
            continue
        if place.is_dir():
            yield from _texts(place)
        elif (text := _text(place)) is not None:
            yield place.relative_to(ROOT).as_posix(), text


def _text(place: Path) -> str | None:
    try:
        return place.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def words(name: str) -> list[str]:
    """The words of a name in snake_case, kebab-case or CamelCase, in small letters."""
    found = re.findall(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+", name)
    return [word.casefold() for word in found]
