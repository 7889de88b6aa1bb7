"""What an eye, offline or hosted, says about one photo of a garment."""

from dataclasses import dataclass

from domain.clothing import Colour, Garment, Occasion, Pattern, Style


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a hosted model puts a picture or words. Shape: a unit vector of the space "model@dimensions"."""

    space: str
    vector: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """One photo in the words of the catalogue and as a direction in the eye's space.

    `model` made the vector, `seen_by` read the attributes where that was another one.
    `placed` is where the boutique's own model puts it, where it has one.
    None means "not sure enough to say", never "absent". Vectors of two models must not be compared.
    Shape: kind_candidates and colours best first, each list's shares sum to at most 1; vector has unit length
    (144 numbers from the offline eye: 114 of shape and cloth, 16 of colour, 14 of kind).
    """

    kind: Garment | None
    kind_candidates: tuple[tuple[Garment, float], ...]
    colours: tuple[tuple[Colour, float], ...]
    pattern: Pattern | None
    style: Style | None
    occasion: Occasion | None
    vector: tuple[float, ...]
    model: str
    seen_by: str = ""
    placed: Placed | None = None
