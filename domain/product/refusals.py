"""The rules by which a piece of the catalogue says no."""

from domain.refusal import Refusal


class NotListed(Refusal):
    """The piece never came into the catalogue."""


class AlreadyListed(Refusal):
    """The piece is in the catalogue under other words."""


class ProductIsArchived(Refusal):
    """The piece is no longer offered; it must be restored first."""


class TitleIsMissing(Refusal):
    """A piece without a title cannot be spoken of."""


class PriceIsNotPositive(Refusal):
    """A piece costs something."""


class PriceHasCents(Refusal):
    """M-Pesa moves whole shillings only, so nobody could pay this price."""


class PriceInAnotherCurrency(Refusal):
    """A piece keeps the currency it was listed in."""


class PhotoIsNotThere(Refusal):
    """The piece has no such photo."""


class LevelIsNegative(Refusal):
    """Fewer than no pieces cannot be left."""


class ArrivalIsOver(Refusal):
    """A piece is marked as new until a time to come."""


class SizeAlreadyStocked(Refusal):
    """Another variant of the piece has this size."""


class VariantHasAnotherSize(Refusal):
    """A variant keeps its size for ever."""


class PictureIsNotADigest(Refusal):
    """A photo is named by the SHA-256 of its bytes."""
