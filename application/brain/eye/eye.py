"""The offline eye: one photo in, one Look out; the same photo always gives the same Look."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from application.brain.eye.colours import Colouring, best_first, colouring
from application.brain.eye.embed import embed, kinds, shares, unit, views
from application.brain.eye.network import Array, Layers
from application.brain.eye.outline import leaning
from application.brain.eye.photo import open_photo
from application.brain.eye.screen import without_bars
from application.brain.eye.segment import garment_mask, square_around, squared
from application.brain.eye.weights import load_weights
from application.look import Look

MODEL = "dukani-eye-3"
COLOUR_WEIGHT, KIND_WEIGHT, KIND_SOFTNESS = 0.4, 0.5, 1.2
TEMPERATURE = 1.0
SURE_KIND = 0.83
SAME_PIECE = 0.93
SIMILAR = 0.65


class Impression(NamedTuple):
    """What the nets and the colour table answer before anything is put in words."""

    direction: Array
    logits: Array
    colours: Colouring


class Eye:
    """Sees without any network. Safe to share between threads: it holds nothing that changes.

    Units: a photo costs tens of milliseconds of one core; it is looked at with at most 320 pixels a side.
    """

    def look(self, photo: bytes) -> Look:
        """What this photo shows.

        Pattern, style and occasion stay None: from a photo alone they were measured not to be reliable.
        Raises: PhotoUnreadable.
        """
        seen = self.impression(photo)
        candidates = kinds(seen.logits, TEMPERATURE)
        garment, share = candidates[0]
        return Look(
            kind=garment if share >= SURE_KIND else None,
            kind_candidates=tuple((name, round(odds, 4)) for name, odds in candidates if odds >= 0.01),
            colours=best_first(seen.colours.named),
            pattern=None,
            style=None,
            occasion=None,
            vector=_vector(seen),
            model=MODEL,
        )

    def impression(self, photo: bytes) -> Impression:
        """The raw answers, for calibration and measurement.

        Raises: PhotoUnreadable.
        """
        picture = without_bars(open_photo(photo))
        weights = load_weights()
        mask = garment_mask(squared(picture), Layers(weights, "mask"))
        box = square_around(mask, picture.width / picture.height)
        seen = views(picture, mask, box)
        direction, logits = embed(seen, Layers(weights, "eye"))
        logits = logits + leaning(seen[:2], Layers(weights, "outline"))
        return Impression(direction, logits, colouring(picture, mask))


def similarity(a: Sequence[float], b: Sequence[float]) -> float:
    """Cosine of two looks' vectors of the same model: SAME_PIECE and above means one piece, SIMILAR alike."""
    return float(np.dot(np.asarray(a, np.float64), np.asarray(b, np.float64)))


def _vector(seen: Impression) -> tuple[float, ...]:
    """Shape and cloth, then colours, then kinds: an unsure kind is near all kinds that it may be."""
    narrow = Layers(load_weights(), "eye").linear("narrow", seen.direction)
    colours = np.float32(COLOUR_WEIGHT) * unit(seen.colours.near)
    kind = np.float32(KIND_WEIGHT) * unit(np.sqrt(shares(seen.logits, KIND_SOFTNESS)))
    return tuple(round(number, 6) for number in unit(np.concatenate([narrow, colours, kind])).tolist())
