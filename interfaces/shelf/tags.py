"""Concept tags: what a piece is and what is looked for, in one spelling, such as "colour:red"."""

from collections.abc import Iterable
from enum import StrEnum

from application.understanding import Need
from domain.product.events import Listing

GARMENT, COLOUR = "garment", "colour"


def tags_of_listing(listing: Listing) -> tuple[str, ...]:
    """The tags by which a listing is found."""
    return (
        f"{GARMENT}:{listing.garment.value}",
        f"pattern:{listing.pattern.value}",
        *_tags(COLOUR, listing.colours),
        *_tags("style", listing.styles),
        *_tags("occasion", listing.occasions),
        *_tags("fabric", listing.fabrics),
    )


def tags_of_need(need: Need) -> tuple[str, ...]:
    """The tags that a need asks for."""
    return (
        *_tags(GARMENT, need.garments),
        *_tags(COLOUR, need.colours),
        *_tags("pattern", need.patterns),
        *_tags("style", need.styles),
        *_tags("occasion", need.occasions),
        *_tags("fabric", need.fabrics),
    )


def _tags(kind: str, values: Iterable[StrEnum]) -> tuple[str, ...]:
    return tuple(f"{kind}:{value.value}" for value in values)
