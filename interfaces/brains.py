"""Each boutique's own brain, made for one turn as the boutique chose it."""

from application.brain.words.reader import OfflineReader
from application.ports import Brain, Eye, Thinker
from domain.boutique.events import BrainChosen


class ChosenBrains:
    """The port Brains."""

    def __init__(self, eye: Eye) -> None:
        self._eye = eye

    def of(self, _: Thinker, chosen: BrainChosen | None) -> Brain:
        """A brain for one turn."""
        return self.offline()

    def offline(self) -> Brain:
        """The brain that is always there."""
        return Brain(self._eye, OfflineReader())
