"""What stands in a fact, field by field. What is personal is opened for the owner alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from pydantic import BaseModel

from domain.fact import Fact
from domain.money import Money
from domain.sealed import Sealed
from domain.sizes import Size
from interfaces.http.schemas import FactField

LONGEST: Final = 2_000
Opens = Callable[[Sealed], str | None]


def body(fact: Fact, opens: Opens | None) -> list[FactField]:
    """The fact's fields in their order. Without `opens`, or once she is forgotten, a sealed one stays so."""
    return [each for name, value in fact for each in _fields(name, value, opens)]


def _fields(name: str, value: object, opens: Opens | None) -> Iterator[FactField]:
    match value:
        case None:
            return
        case Sealed():
            text = opens(value) if opens else None
            yield FactField(name=name, value=text[:LONGEST] if text else None, sealed=True)
        case Size():
            yield from _fields(name, value.label, opens)
        case BaseModel() | Mapping() | list() | tuple() if not isinstance(value, Money):
            for inner, each in _inside(value):
                yield from _fields(f"{name}.{inner}", each, opens)
        case _:
            yield FactField(name=name, value=str(value)[:LONGEST], sealed=False)


def _inside(value: BaseModel | Mapping[object, object] | Sequence[object]) -> Iterable[tuple[object, object]]:
    """What is in a value, each part with its name or its place."""
    if isinstance(value, BaseModel):
        return value
    return value.items() if isinstance(value, Mapping) else enumerate(value, 1)
