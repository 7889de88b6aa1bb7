"""The rules by which a notebook says no."""

from domain.refusal import Refusal


class NotebookIsFull(Refusal):
    """Of what is worth knowing about a person, two hundred notes are enough."""


class NoteIsUnknown(Refusal):
    """What was never written cannot be taken away."""


class TooManyLabels(Refusal):
    """A chat with every label is found by none."""
