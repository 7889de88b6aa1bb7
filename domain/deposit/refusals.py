"""The rules by which a deposit says no."""

from domain.refusal import Refusal


class DepositIsUnknown(Refusal):
    """Nobody has seen this money."""


class DepositIsClaimed(Refusal):
    """The money is another payment's already."""


class DepositIsReturned(Refusal):
    """The money went back."""


class DepositDiffers(Refusal):
    """Another amount is told under a receipt that is known."""


class PersonIsMissing(Refusal):
    """A person answers for money that is given back."""
