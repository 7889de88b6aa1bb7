"""The shapes in which models answer: closed vocabularies only, so that no text passes through a picture."""

from typing import Annotated, Final, cast

from pydantic import BaseModel, ConfigDict, Field

from application.ports.model import Json
from application.understanding import Extreme, Intent
from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern, Style
from domain.language import Language

Share = Annotated[float, Field(ge=0, le=1)]


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ModelReading(_Shape):
    """What a message means. Figures are not asked for: code reads them."""

    intent: Intent
    confidence: Share
    runner_up: Intent | None = None
    language: Language | None = None
    garments: tuple[Garment, ...] = Field(default=(), max_length=4)
    colours: tuple[Colour, ...] = Field(default=(), max_length=4)
    not_colours: tuple[Colour, ...] = Field(default=(), max_length=4)
    patterns: tuple[Pattern, ...] = Field(default=(), max_length=3)
    occasions: tuple[Occasion, ...] = Field(default=(), max_length=3)
    styles: tuple[Style, ...] = Field(default=(), max_length=4)
    fabrics: tuple[Fabric, ...] = Field(default=(), max_length=3)
    free_words: tuple[Annotated[str, Field(max_length=30)], ...] = Field(default=(), max_length=6)
    cheapest_first: bool = False
    ordinals: tuple[Annotated[int, Field(ge=-1, le=10)], ...] = Field(default=(), max_length=5)
    extreme: Extreme | None = None
    this_one: bool = False
    everything: bool = False


class ColourSeen(_Shape):
    """A colour of the garment and how much of it there is."""

    colour: Colour
    share: Share


class ModelSight(_Shape):
    """What is on a photo. `sureness` is how likely the kind is right."""

    kind: Garment | None = None
    sureness: Share = 0.0
    colours: tuple[ColourSeen, ...] = Field(default=(), max_length=5)
    pattern: Pattern | None = None
    style: Style | None = None
    occasion: Occasion | None = None


class ModelWords(_Shape):
    """A reply in other words, its places untouched."""

    text: str = Field(min_length=1, max_length=2_000)


def schema_of(shape: type[BaseModel]) -> Json:
    """The JSON schema of a shape, written out without references, as every neighbour reads it."""
    told = shape.model_json_schema()
    return cast("Json", _plain(told, told.get("$defs", {})))


_LEFT_OUT: Final = frozenset({"$defs", "title", "default", "description"})


def _plain(part: object, known: dict[str, object]) -> object:
    if isinstance(part, list):
        return [_plain(each, known) for each in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _plain(known[part["$ref"].rsplit("/", 1)[-1]], known)
    if "anyOf" in part:
        there = [_plain(each, known) for each in part["anyOf"] if each != {"type": "null"}]
        return there[0]
    return {
        key: _properties(value, known) if key == "properties" else _plain(value, known)
        for key, value in part.items()
        if key not in _LEFT_OUT
    }


def _properties(told: dict[str, object], known: dict[str, object]) -> dict[str, object]:
    return {name: _plain(value, known) for name, value in told.items()}
