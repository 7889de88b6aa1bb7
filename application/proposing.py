"""A new piece's photo: made clean, and what the eye proposes to write beside it."""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

from application.agent.wording.names import colour_names, garment_name
from application.brain.eye.photo import open_photo
from application.look import Look
from domain.clothing import Colour, Garment, Pattern
from domain.language import Language

LONGEST_SIDE: Final = 1600
_LIKELY: Final = 0.12
_MOST_KINDS, _MOST_COLOURS = 4, 2
_SURE_COLOUR: Final = 0.2


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a photo seems to show; an owner decides. What the eye does not know is not said.

    Shape: `garments` are what it may be, best first; `garment` is set only where the eye is sure.
    """

    garment: Garment | None
    garments: tuple[Garment, ...]
    colours: tuple[Colour, ...]
    pattern: Pattern | None
    title: str
    title_sw: str


def clean(photo: bytes) -> bytes:
    """The photo as it is shown: upright, at most 1,600 pixels, JPEG, with nothing of place, camera or owner.

    The same bytes give the same bytes. Raises: PhotoUnreadable.
    """
    written = BytesIO()
    open_photo(photo, LONGEST_SIDE).save(written, "JPEG", quality=84, optimize=True)
    return written.getvalue()


def propose(look: Look) -> Proposal:
    """What to write beside a photo that was looked at."""
    garments = tuple(kind for kind, share in look.kind_candidates if share >= _LIKELY)[:_MOST_KINDS]
    colours = tuple(colour for colour, share in look.colours if share >= _SURE_COLOUR)[:_MOST_COLOURS]
    likely = look.kind or (garments[0] if garments else None)
    return Proposal(
        look.kind,
        garments,
        colours,
        look.pattern,
        _title(likely, colours, Language.EN),
        _title(likely, colours, Language.SW),
    )


def _title(garment: Garment | None, colours: tuple[Colour, ...], language: Language) -> str:
    """Such as "Red dress" and "Gauni, rangi nyekundu"; empty where not even the kind is likely."""
    if garment is None:
        return ""
    kind, shades = garment_name(garment, language), colour_names(colours, language)
    if not shades:
        return kind.capitalize()
    return (
        f"{kind}, rangi {shades}".capitalize() if language is Language.SW else f"{shades} {kind}".capitalize()
    )
