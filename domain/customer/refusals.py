"""The rules by which the record of a customer says no."""

from domain.refusal import Refusal


class CustomerIsUnknown(Refusal):
    """She never wrote."""


class CustomerIsForgotten(Refusal):
    """Nothing is learned of a person who asked to be forgotten, until she writes anew."""


class NothingMeasured(Refusal):
    """Measurements without a measure say nothing."""


class NothingBought(Refusal):
    """A purchase has one piece at least."""


class WindowIsStillOpen(Refusal):
    """One conversation goes on for 24 hours."""
