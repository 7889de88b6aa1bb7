"""What was looked for, as tags without a word of hers: kept with what was shown, and read back for “more”.

Shape: "g:dress" garment, "c:red" colour, "p:kitenge" pattern, "o:wedding" occasion, "l:midi" style,
"f:satin" fabric, "s:uk 12" size, "max:300000" and "min:100000" cents, "new:in" what came in last.
"""

from collections.abc import Iterable

from application.understanding import Need
from domain.clothing import Colour, Fabric, Garment, Occasion, Pattern, Style
from domain.sizes import Size, SizeSystem


def wanted(need: Need) -> tuple[str, ...]:
    """The tags of a need."""
    named = (
        ("g", need.garments),
        ("c", need.colours),
        ("p", need.patterns),
        ("o", need.occasions),
        ("l", need.styles),
        ("f", need.fabrics),
    )
    tags = [f"{tag}:{value}" for tag, values in named for value in values]
    sizes = [f"s:{size.system.value} {size.value}" for size in need.sizes]
    prices = [f"{tag}:{cents}" for tag, cents in (("min", need.min_price), ("max", need.max_price)) if cents]
    newest = ("new:in",) if need.newest_first else ()
    return (*tags, *sizes, *prices, *newest)


def need_of(tags: Iterable[str]) -> Need:
    """The need that these tags tell of. Raises: ValueError for a tag that no release has written."""
    told: dict[str, list[str]] = {}
    for tag in tags:
        kind, _, value = tag.partition(":")
        told.setdefault(kind, []).append(value)
    return Need(
        garments=tuple(Garment(value) for value in told.get("g", ())),
        colours=tuple(Colour(value) for value in told.get("c", ())),
        patterns=tuple(Pattern(value) for value in told.get("p", ())),
        occasions=tuple(Occasion(value) for value in told.get("o", ())),
        styles=tuple(Style(value) for value in told.get("l", ())),
        fabrics=tuple(Fabric(value) for value in told.get("f", ())),
        sizes=tuple(_size(value) for value in told.get("s", ())),
        min_price=_cents(told.get("min")),
        max_price=_cents(told.get("max")),
        newest_first="new" in told,
    )


def _size(told: str) -> Size:
    system, _, value = told.partition(" ")
    return Size(system=SizeSystem(system), value=value)


def _cents(told: list[str] | None) -> int | None:
    return int(told[0]) if told else None
