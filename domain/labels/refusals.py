"""The rules by which a shop's labels say no."""

from domain.refusal import Refusal


class LabelIsUnknown(Refusal):
    """Only a label that the shop has is put on a chat."""


class LabelNameIsTaken(Refusal):
    """Two labels of one name cannot be told apart."""


class LabelsAreEnough(Refusal):
    """A shop has a few labels, so that they fit above its chats."""
