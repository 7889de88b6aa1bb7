"""The plans that an installation offers, as its operator writes them."""

from decimal import Decimal
from typing import Final, Self

from pydantic import BaseModel, ConfigDict, model_validator

from domain.money import Money
from domain.subscription.terms import Terms


class Plan(BaseModel):
    """A plan that every owner may choose. Units: `fee` in shillings a month, `percent` of what is sold.

    Shape: a sale costs at least `least` and, where that is said, at most `most` shillings.
    Raises: ValidationError when nobody could agree to it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    fee: int = 0
    percent: Decimal = Decimal(0)
    least: int = 0
    most: int | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.percent * 100 % 1 or not self.terms.are_possible:
            raise ValueError(
                f"The plan {self.name} asks for {self.fee} shillings and {self.percent} percent; a share is "
                "between 2 and 5 percent, in hundredths, and a fee at most a million. A share alone has a "
                "least and a most of a sale, and the least is not above the most."
            )
        return self

    @property
    def terms(self) -> Terms:
        """What it asks for."""
        share = int(self.percent * 100)
        return Terms(
            plan=self.name,
            monthly_fee=Money.shillings(self.fee),
            commission_basis_points=share,
            least_of_sale=Money.shillings(self.least),
            most_of_sale=None if self.most is None else Money.shillings(self.most),
        )


USUAL: Final = (Plan(name="Monthly", fee=2_900), Plan(name="Share", percent=Decimal(3)))
"""What an installation offers that says nothing else."""
