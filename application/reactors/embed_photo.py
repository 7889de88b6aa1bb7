"""PhotoAdded → the eye → a vector in the index, computed once for each picture and model."""

from collections.abc import Callable, Sequence
from typing import Protocol

from application.brain.eye.photo import PhotoUnreadable
from application.outcome import DONE, Outcome
from application.ports import Eye, Pictures
from application.work import Work
from domain.identity import BoutiqueId


class VectorIndex(Protocol):
    """Where pictures' vectors are kept."""

    def keep(self, boutique: BoutiqueId, model: str, picture: str, vector: Sequence[float]) -> None:
        """Keep what a model made of a picture. Repeating it changes nothing."""
        ...


class EmbedPhoto:
    """Looks at a catalogue's picture, so that it can be found by a customer's."""

    def __init__(self, eye: Eye, pictures: Pictures, index: VectorIndex) -> None:
        self._eye, self._pictures, self._index = eye, pictures, index

    def __call__(self, work: Work, _: Callable[[], None]) -> Outcome:
        """Look, and keep the vector. A picture that cannot be read is found by its words alone."""
        picture = self._pictures.fetch(work.boutique, work.detail)
        if picture is None:
            return DONE
        try:
            seen = self._eye.look(picture)
        except PhotoUnreadable:
            return DONE
        self._index.keep(work.boutique, seen.model, work.detail, seen.vector)
        return DONE
