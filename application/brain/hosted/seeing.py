"""Seeing by a hosted model: it names what is on the photo in closed words; the vector stays comparable."""

import io
import json
from dataclasses import dataclass, replace
from typing import Final

from application.brain.eye.photo import open_photo
from application.brain.hosted.asking import Asking
from application.brain.hosted.placing import Placing
from application.brain.hosted.prompts import SEEING, SEEING_VERSION
from application.brain.hosted.shapes import ModelSight, schema_of
from application.look import Look
from application.ports.brain import Eye
from application.ports.model import Question
from domain.brain import Purpose

MODEL_SIDE: Final = 768
"""Pixels a side of what a model sees; more costs more and tells no more of a garment."""

SURE: Final = 0.6


@dataclass(frozen=True, slots=True)
class HostedEye:
    """The port Eye. The offline eye looks first: what it cannot open is sent nowhere."""

    offline: Eye
    asking: Asking
    model: str
    placing: Placing | None = None

    def look(self, photo: bytes) -> Look:
        """Attributes by the model, and places in the spaces in which the catalogue is searched."""
        seen, small = self.offline.look(photo), shrunk(photo)
        if self.placing:
            seen = replace(seen, placed=self.placing.photo(small))
        question = Question(
            purpose=Purpose.SEEING,
            model=self.model,
            version=SEEING_VERSION,
            system=SEEING,
            data=json.dumps({"photo": "a customer's"}),
            answer=schema_of(ModelSight),
            picture=small,
        )
        sight = self.asking.ask(question, ModelSight.model_validate_json)
        return _merged(seen, sight, f"{self.asking.model.brain}:{self.model}") if sight else seen


def shrunk(photo: bytes) -> bytes:
    """The picture as a model may see it: small, and without place, camera or owner.

    Raises: PhotoUnreadable.
    """
    written = io.BytesIO()
    open_photo(photo, MODEL_SIDE).save(written, "JPEG", quality=85)
    return written.getvalue()


def _merged(seen: Look, sight: ModelSight, brain: str) -> Look:
    sure = sight.kind if sight.kind and sight.sureness >= SURE else None
    total = max(1.0, sum(colour.share for colour in sight.colours))
    colours = tuple((each.colour, each.share / total) for each in sight.colours)
    candidates = ((sight.kind, sight.sureness),) if sight.kind else seen.kind_candidates
    return replace(
        seen,
        kind=sure,
        kind_candidates=candidates,
        colours=tuple(sorted(colours, key=lambda pair: -pair[1])) or seen.colours,
        pattern=sight.pattern,
        style=sight.style,
        occasion=sight.occasion,
        seen_by=brain,
    )
