"""Names are words of the shop.

Context: a name such as "order service" or "utils" says where code was put, not what it is for; such files
grow without end, because everything fits. Decision: a few words that say nothing are forbidden in the names
of files, classes and functions, facts are past-tense words of the shop, and files are named after
capabilities. Consequences: whoever is tempted must find what the thing is in the shop. An exception stands
below with its reason, and the list may only shrink.
"""

from collections.abc import Iterator

import pytest

from interfaces.documents import facts
from tests.architecture.house import LAYERS, ROOT, Module, modules, read, words

EMPTY_WORDS = {
    *("service", "services", "util", "utils", "utility", "utilities", "helper", "helpers", "manager"),
    *("managers", "common", "base", "data", "info", "misc", "stuff", "impl"),
}
EXCEPTIONS = {
    "domain/customer/events.py: ServiceWindowOpened": "WhatsApp calls the 24 hours so",
}


def names_of(module: Module) -> Iterator[str]:
    """Every name that a module gives, with where it stands; a test's sentence is not a name."""
    yield f"{module.path}: {module.path.rsplit('/', 1)[-1].removesuffix('.py')}"
    for node in (*module.classes(), *module.functions()):
        if not node.name.startswith("test_"):
            yield f"{module.path}: {node.name}"


def empty_names(module: Module) -> list[str]:
    return [name for name in names_of(module) if EMPTY_WORDS & set(words(name.rsplit(": ", 1)[1]))]


def test_no_name_says_nothing() -> None:
    found = {name for module in modules(*LAYERS, "tests") for name in empty_names(module)}
    assert found == set(EXCEPTIONS), "find the shop's word for it, or take the exception off the list"


def test_no_folder_and_no_file_of_the_pages_says_nothing() -> None:
    folders = (place for layer in LAYERS for place in (ROOT / layer).rglob("*") if place.is_dir())
    pages = (place for place in (ROOT / "dashboard" / "src").rglob("*") if place.suffix in {".ts", ".tsx"})
    assert [str(p) for p in (*folders, *pages) if EMPTY_WORDS & set(words(p.stem))] == []


@pytest.mark.parametrize(
    "text", ["class OrderManager: ...", "def common_things(): ...", "async def utils(): ..."]
)
def test_an_empty_name_is_found(text: str) -> None:
    assert empty_names(read("domain/order/order.py", text))


def test_an_empty_file_name_is_found() -> None:
    assert empty_names(read("domain/order/base.py", ""))


def test_a_fact_is_what_happened_and_not_an_update() -> None:
    """`CartUpdated` and `OrderEvent` name a table and a message; nobody in a shop says them."""
    names = [fact.__name__ for fact in facts()]
    assert names
    assert [name for name in names if words(name)[-1] in {"event", "fact", "updated", "message"}] == []
